package org.jailoo.report;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.consent.Audience;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Cell.Share;
import org.jailoo.report.Table.Row;
import org.jailoo.smallcells.Figure;
import org.jailoo.smallcells.Suppression;

/**
 * What tables that others than the team see do not print: numbers of a few people, and numbers from which one could
 * compute them. All tables that are seen together have to be given together.
 */
public final class SmallCells {
    private static final int PUBLIC = 11;
    private static final int PARTNERS = 5;

    private final List<Table> tables;
    private final int threshold;

    /** By the name of its quantity: sorted, so that a workbook in another language hides the same. */
    private final Map<String, Found> found = new TreeMap<>();

    private final Set<Relation> relations = new HashSet<>();
    private final Set<String> hidden;

    /** Decides about all numbers that an audience would see of these tables. */
    SmallCells(List<Table> tables, Audience audience) {
        this.tables = tables;
        this.threshold = threshold(audience);
        if (threshold > 1) {
            tables.forEach(this::take);
            this.hidden = hidden();
        } else {
            this.hidden = Set.of();
        }
    }

    /** A number of the tables. */
    private static final class Found {
        private final long value;
        private boolean ofPeople;
        private boolean doubtful;

        Found(long value) {
            this.value = value;
        }
    }

    /** The least number of people that an audience may see, but for nought; 1 where it may see every number. */
    static int threshold(Audience audience) {
        return switch (audience) {
            case TEAM -> 1;
            case PARTNERS -> PARTNERS;
            case PUBLIC -> PUBLIC;
        };
    }

    /** The tables as an audience may see them together; where one hides something, a note more says so. */
    public static List<Table> hide(List<Table> tables, Audience audience, Words words) {
        return new SmallCells(tables, audience).tables(words);
    }

    /** The tables without the numbers that are not shown; where one hides something, a note more says so. */
    List<Table> tables(Words words) {
        return threshold > 1 ? tables.stream().map(table -> hide(table, words)).toList() : tables;
    }

    /** A number that stands in one of the tables, as it may stand beside them. */
    Cell cell(Count count) {
        return hidden.contains(name(count.quantity())) ? new Cell.Hidden() : count;
    }

    /** What the mark of a hidden number means; empty for whom nothing is hidden. */
    String note(Words words) {
        return threshold > 1 ? words.text("table.small.note", Cell.Hidden.MARK, threshold) : "";
    }

    private void take(Table table) {
        boolean ofPeople = table.counted().ofPeople();
        table.rows().forEach(row -> row.cells().forEach(cell -> take(cell, ofPeople)));
        table.missing().forEach(each -> take(each.number(), ofPeople));
        relations.addAll(table.relations());
    }

    private void take(Cell cell, boolean ofPeople) {
        if (cell instanceof Count count) {
            take(count, ofPeople);
        } else if (cell instanceof Share share) {
            take(share.part(), ofPeople);
            take(share.base(), ofPeople);
        }
    }

    private void take(Count count, boolean ofPeople) {
        if (!isNamed(count.quantity())) {
            return;
        }
        Found number = found.computeIfAbsent(name(count.quantity()), n -> new Found(count.value()));
        number.ofPeople |= ofPeople && !Inventory.isNotOfPeople(count.quantity());
        // Two values under one name: which of them binds others is not known, so neither is shown.
        number.doubtful |= number.value != count.value();
    }

    private Set<String> hidden() {
        Map<String, Integer> places = new HashMap<>();
        List<Figure> figures = new ArrayList<>();
        found.forEach((name, number) -> {
            places.put(name, figures.size());
            figures.add(new Figure(number.value, number.ofPeople ? Figure.Sort.SENSITIVE : Figure.Sort.OPEN));
        });
        BitSet hidden = Suppression.hidden(figures, new Bonds(places, figures).of(relations), threshold);
        Set<String> names = new HashSet<>();
        found.forEach((name, number) -> {
            if (number.doubtful || hidden.get(places.getOrDefault(name, 0))) {
                names.add(name);
            }
        });
        return names;
    }

    private boolean hides(Count count, Table table) {
        return isNamed(count.quantity())
                ? hidden.contains(name(count.quantity()))
                : table.counted().ofPeople() && count.value() > 0 && count.value() < threshold;
    }

    private boolean hides(Cell cell, Table table) {
        return cell instanceof Count count
                ? hides(count, table)
                : cell instanceof Share share && (hides(share.part(), table) || hides(share.base(), table));
    }

    private Table hide(Table table, Words words) {
        List<Row> rows = new ArrayList<>();
        boolean any = false;
        for (Row row : table.rows()) {
            List<Cell> cells = new ArrayList<>();
            for (Cell cell : row.cells()) {
                boolean hide = hides(cell, table);
                cells.add(hide ? new Cell.Hidden() : cell);
                any |= hide;
            }
            rows.add(new Row(cells, row.sort()));
        }
        List<Missing> missing = new ArrayList<>();
        for (Missing each : table.missing()) {
            boolean hide = hides(each.number(), table);
            missing.add(hide ? new Missing(each.what(), new Cell.Hidden()) : each);
            any |= hide;
        }
        return any ? table.with(rows, missing).with(note(words)) : table;
    }

    private static boolean isNamed(Quantity quantity) {
        return !quantity.equals(Quantity.NONE);
    }

    /** A name that no two quantities have in common. */
    static String name(Quantity quantity) {
        StringBuilder name = new StringBuilder(quantity.subject());
        quantity.keys()
                .forEach((key, value) ->
                        name.append('\0').append(key).append('\1').append(value));
        return name.toString();
    }
}
