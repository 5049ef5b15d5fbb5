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
 * @param notes what is counted, the base, what is missing: a sentence each
 */
public record Table(
        String key,
        Topic topic,
        Counted counted,
        String campaign,
        String title,
        List<String> notes,
        List<Column> columns,
        List<Row> rows,
        List<Relation> relations) {
    /** What a table is about; tables of one topic of a campaign stand together. */
    public enum Topic {
        MEETINGS,
        ACTIONS,
        INTERVIEWS,
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

    /** This table with other rows, and one note more. */
    Table with(List<Row> others, String note) {
        List<String> more = new ArrayList<>(notes);
        more.add(note);
        return new Table(key, topic, counted, campaign, title, more, columns, others, relations);
    }

    public Table {
        notes = List.copyOf(notes);
        columns = List.copyOf(columns);
        rows = List.copyOf(rows);
        relations = List.copyOf(relations);
        for (Row row : rows) {
            if (row.cells().size() != columns.size()) {
                throw new IllegalArgumentException(key + ": " + row.cells().size() + " cells in " + columns.size());
            }
        }
    }
}
