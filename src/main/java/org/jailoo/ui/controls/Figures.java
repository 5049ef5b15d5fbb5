package org.jailoo.ui.controls;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiConsumer;
import org.jailoo.consent.Audience;
import org.jailoo.report.Cell;
import org.jailoo.report.CrossQuery;
import org.jailoo.report.Quantity;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** The numbers of a table that can be opened into their records; of a share its part, and of what is hidden none. */
public final class Figures {
    /** Where a number stands: its table, its row and its column. */
    public record At(String table, int row, int column) {}

    /** What a table tells of its notebook: for whom, and, of a cross-tab, the question that it answers. */
    public record Told(Audience audience, @Nullable CrossQuery query) {}

    private final Table table;
    private final Told told;
    private final Texts texts;
    private final BiConsumer<At, Figure> open;

    public Figures(Table table, Told told, Texts texts, BiConsumer<At, Figure> open) {
        this.table = table;
        this.told = told;
        this.texts = texts;
        this.open = open;
    }

    /** Whether a cell is such a number. */
    boolean opens(int row, int column) {
        return count(row, column) != null;
    }

    /** Whether any cell is. */
    boolean any() {
        for (int row = 0; row < table.rows().size(); row++) {
            for (int column = 0; column < table.columns().size(); column++) {
                if (opens(row, column)) {
                    return true;
                }
            }
        }
        return false;
    }

    /** Opens a number; does nothing where there is none. */
    void open(int row, int column) {
        Cell.Count count = count(row, column);
        if (count != null) {
            open.accept(
                    new At(table.key(), row, column),
                    new Figure(
                            count.value(),
                            from(row, column),
                            count.quantity(),
                            told.audience(),
                            texts.language(),
                            told.query()));
        }
    }

    private Cell.@Nullable Count count(int row, int column) {
        if (row < 0
                || row >= table.rows().size()
                || column < 0
                || column >= table.columns().size()) {
            return null;
        }
        Cell cell = table.rows().get(row).cells().get(column);
        Cell.Count count =
                cell instanceof Cell.Share share ? share.part() : cell instanceof Cell.Count one ? one : null;
        boolean named = count != null && count.value() > 0 && !count.quantity().equals(Quantity.NONE);
        return named ? count : null;
    }

    /** Where it stands: the campaign, the table, what the row begins with, the column. */
    private String from(int row, int column) {
        List<String> parts = new ArrayList<>();
        if (!table.campaign().isEmpty()) {
            parts.add(table.campaign());
        }
        parts.add(table.title());
        List<Cell> cells = table.rows().get(row).cells();
        for (int i = 0; i < column; i++) {
            if (cells.get(i) instanceof Cell.Text text) {
                parts.add(text.value().strip());
            }
        }
        parts.add(table.columns().get(column).title());
        parts.removeIf(String::isBlank);
        return String.join(" · ", parts);
    }
}
