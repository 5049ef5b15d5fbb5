package org.jailoo.sheet;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jspecify.annotations.Nullable;

/** Compares the cells of a row with what went out, and takes what was changed where it may be. */
final class EditedCells {
    static final int LONGEST_TEXT = 20_000;
    static final int LONGEST_LINE = 500;
    private static final String CODEBOOK = "actionStatus";

    private final TechnicalSheet technical;
    private final List<Labels> languages =
            Messages.LANGUAGES.stream().map(Labels::of).toList();

    EditedCells(TechnicalSheet technical) {
        this.technical = technical;
    }

    /** Why a cell is not taken, and what is said of it. */
    record Refused(Reason reason, String said) {}

    /** What became of the cells of a row. */
    record Row(Map<Column, String> values, Map<Column, Refused> refused, List<Column> emptied) {
        @Nullable
        String value(Column column) {
            return values.get(column);
        }

        boolean isChanged() {
            return !values.isEmpty();
        }
    }

    Row read(SheetRow given, Map<Column, CellContent> cells) {
        Row row = new Row(new EnumMap<>(Column.class), new EnumMap<>(Column.class), new ArrayList<>());
        cells.forEach((column, content) -> {
            if (column.isOpen()) {
                open(given, column, content, row);
            } else {
                closed(given, column, content, row);
            }
        });
        return row;
    }

    private static void closed(SheetRow given, Column column, CellContent content, Row row) {
        boolean number = content.not() == Reason.NUMBER;
        if (content.not() != null && !(number && column == Column.NUMBER)) {
            row.refused()
                    .put(
                            column,
                            new Refused(
                                    content.not() == Reason.FORMULA ? Reason.FORMULA : Reason.READ_ONLY,
                                    content.text()));
        } else if (!content.text()
                .strip()
                .equals(SheetText.normal(given.in(column)).strip())) {
            row.refused().put(column, new Refused(Reason.READ_ONLY, content.text()));
        }
    }

    private void open(SheetRow given, Column column, CellContent content, Row row) {
        if (content.not() != null) {
            row.refused().put(column, new Refused(content.not(), content.text()));
            return;
        }
        String text = content.text().strip();
        String before = SheetText.normal(given.in(column)).strip();
        if (text.isEmpty()) {
            if (!before.isEmpty()) {
                row.emptied().add(column);
            }
            return;
        }
        String shown = column == Column.STATUS ? technical.head().label(before) : before;
        if (text.equals(shown)) {
            return;
        }
        Refused refused = refused(given, column, text);
        if (refused != null) {
            row.refused().put(column, refused);
        } else if (column == Column.STATUS) {
            status(before, text, row);
        } else {
            row.values().put(column, text);
        }
    }

    private @Nullable Refused refused(SheetRow given, Column column, String text) {
        if (SheetText.hasControl(text)) {
            return new Refused(Reason.CONTROL_CHARACTER, text);
        }
        if (column == Column.RESPONSIBLE && given.role().isEmpty()) {
            return new Refused(Reason.SEVERAL_RESPONSIBLE, text);
        }
        if (!technical.isWhole(given.record(), column)) {
            return new Refused(Reason.NOT_WHOLE, text);
        }
        if (column != Column.PROGRESS && text.indexOf('\n') >= 0) {
            return new Refused(Reason.LINE_BREAK, text);
        }
        int most = column == Column.PROGRESS ? LONGEST_TEXT : LONGEST_LINE;
        return text.length() > most ? new Refused(Reason.TOO_LONG, String.valueOf(text.length())) : null;
    }

    private void status(String before, String text, Row row) {
        String typed = plain(text);
        for (SheetHead.Status status : technical.head().statuses()) {
            if (plain(status.label()).equals(typed) || status.code().equals(typed)) {
                if (!status.code().equals(before)) {
                    row.values().put(Column.STATUS, status.code());
                }
                return;
            }
        }
        for (SheetHead.Status status : technical.head().statuses()) {
            for (Labels labels : languages) {
                if (plain(labels.code(CODEBOOK, status.code())).equals(typed)) {
                    row.refused().put(Column.STATUS, new Refused(Reason.OTHER_LANGUAGE, text + " → " + status.label()));
                    return;
                }
            }
        }
        row.refused().put(Column.STATUS, new Refused(Reason.UNKNOWN_STATUS, text));
    }

    private static String plain(String text) {
        return text.strip().replaceAll("\\s+", " ").toLowerCase(Locale.ROOT);
    }
}
