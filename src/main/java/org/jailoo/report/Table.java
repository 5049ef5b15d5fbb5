package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;

/**
 * A table to read: computed, in one language, for one audience.
 *
 * @param counted what its numbers count
 * @param key stays the same from one computation to the next: {@code name}, {@code name/campaign} or {@code
 *     name/campaign/what}
 * @param campaign the campaign's title, or empty where the table is about the whole notebook
 * @param relations what binds its numbers together
 * @param said what is counted, and the base: a sentence each
 * @param missing what the table lacks, each with its number
 */
public record Table(
        String key,
        Topic topic,
        Counted counted,
        String campaign,
        String title,
        List<String> said,
        List<Column> columns,
        List<Row> rows,
        List<Relation> relations,
        List<Missing> missing) {
    /** What a table is about; tables of one topic of a campaign stand together. */
    public enum Topic {
        MEETINGS,
        ACTIONS,
        /** Each recommendation with what became of it. */
        REGISTER,
        /** What is overdue, and what is due. */
        PROGRESS,
        OUTPUTS,
        INTERVIEWS,
        VIOLATIONS,
        PEOPLE,
        NOTEBOOK
    }

    /** A column. */
    public record Column(String title, Width width) {}

    /** How much room a column wants. */
    public enum Width {
        NARROW,
        NORMAL,
        WIDE
    }

    /** A row; it has a cell for each column. */
    public record Row(List<Cell> cells, Sort sort) {
        public Row {
            cells = List.copyOf(cells);
        }

        static Row plain(Cell... cells) {
            return new Row(List.of(cells), Sort.PLAIN);
        }

        static Row total(Cell... cells) {
            return new Row(List.of(cells), Sort.TOTAL);
        }
    }

    /** What a row is. */
    public enum Sort {
        PLAIN,
        /** It sums up the others. */
        TOTAL,
        /** Its records contradict each other, and nobody has settled it. */
        CONTRADICTED
    }

    /** A table that lacks nothing. */
    public Table(
            String key,
            Topic topic,
            Counted counted,
            String campaign,
            String title,
            List<String> said,
            List<Column> columns,
            List<Row> rows,
            List<Relation> relations) {
        this(key, topic, counted, campaign, title, said, columns, rows, relations, List.of());
    }

    /** This table with other rows, and what binds their numbers. */
    Table with(List<Row> others, List<Relation> bonds, Column first) {
        List<Column> titles = new ArrayList<>(columns);
        titles.set(0, first);
        return new Table(key, topic, counted, campaign, title, said, titles, others, bonds, missing);
    }

    /** This table with other rows, and other numbers of what is missing. */
    Table with(List<Row> others, List<Missing> missed) {
        return new Table(key, topic, counted, campaign, title, said, columns, others, relations, missed);
    }

    /** This table with one note more. */
    Table with(String note) {
        List<String> more = new ArrayList<>(said);
        more.add(note);
        return new Table(key, topic, counted, campaign, title, more, columns, rows, relations, missing);
    }

    /** This table, which lacks something more. */
    Table lacking(String what, Cell.Count number) {
        List<Missing> more = new ArrayList<>(missing);
        more.add(new Missing(what, number));
        return with(rows, more);
    }

    /** This table, with more that binds its numbers. */
    Table binding(List<Relation> more) {
        List<Relation> bonds = new ArrayList<>(relations);
        bonds.addAll(more);
        return new Table(key, topic, counted, campaign, title, said, columns, rows, bonds, missing);
    }

    /** This table, which says first of all what it counts. */
    Table counting(String what) {
        List<String> more = new ArrayList<>(List.of(what));
        more.addAll(said);
        return new Table(key, topic, counted, campaign, title, more, columns, rows, relations, missing);
    }

    /** All that stands under the title, a line each: what is counted, the base, and last what is missing. */
    public List<String> notes() {
        List<String> all = new ArrayList<>(said);
        if (!missing.isEmpty()) {
            all.add(String.join("; ", missing.stream().map(Missing::sentence).toList()));
        }
        return all;
    }

    public Table {
        said = List.copyOf(said);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        relations = List.copyOf(relations);
        missing = List.copyOf(missing);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(key + ": " + row.cells().size() + " cells in " + columns.size());
            }
        }
    }
}
