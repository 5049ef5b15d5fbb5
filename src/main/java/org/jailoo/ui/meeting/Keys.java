package org.jailoo.ui.meeting;

import java.util.HashMap;
import java.util.Map;
import javafx.scene.control.TextField;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jspecify.annotations.Nullable;

/**
 * The keyboard of a table whose cells are fields: Enter and the arrows go from cell to cell, Esc takes back what was typed
 * in this one, F2 edits it. Tab is the window's own.
 */
final class Keys {
    /** What happens at the edges of the table, and in its cells. */
    interface Table {
        /** Enter below the last row. */
        default void below(int column) {}

        /** Ctrl+D: the cell becomes what stands above it. */
        default void copyDown(int row, int column) {}
    }

    private record At(int row, int column) {}

    private final Table table;
    private final Map<At, TextInputControl> cells = new HashMap<>();
    /** The cell that has the keyboard, and what stood in it before. */
    private @Nullable At last;

    private String began = "";
    /** Whether the cells were made anew since. */
    private boolean remade;

    private int rows;
    private int columns;

    Keys(Table table) {
        this.table = table;
    }

    void clear() {
        cells.clear();
        remade = true;
        rows = 0;
        columns = 0;
    }

    /** Takes a cell in. */
    void add(int row, int column, TextInputControl cell) {
        cells.put(new At(row, column), cell);
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
        cell.focusedProperty().addListener((p, was, is) -> {
            At here = new At(row, column);
            // A cell made anew while a person types in it is the same cell to her.
            if (is && !(remade && here.equals(last))) {
                last = here;
                began = cell.getText();
            }
            remade = remade && !is;
        });
        cell.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isConsumed() && pressed(event, row, column, cell)) {
                event.consume();
            }
        });
    }

    @Nullable
    TextInputControl at(int row, int column) {
        return cells.get(new At(row, column));
    }

    private boolean pressed(KeyEvent event, int row, int column, TextInputControl cell) {
        if (event.isShortcutDown()) {
            if (event.getCode() == KeyCode.D) {
                table.copyDown(row, column);
                return true;
            }
            return false;
        }
        boolean line = cell instanceof TextField;
        boolean all = cell.getSelection().getLength() == cell.getLength();
        int caret = cell.getCaretPosition();
        // In a cell of a few digits nobody goes from digit to digit.
        boolean digits = cell.getStyleClass().contains("number-cell");
        boolean start = digits || all || (caret == 0 && cell.getSelection().getLength() == 0);
        boolean end = digits
                || all
                || (caret == cell.getLength() && cell.getSelection().getLength() == 0);
        switch (event.getCode()) {
            case ENTER -> {
                if (event.isShiftDown()) {
                    if (!line) {
                        cell.replaceSelection("\n");
                    }
                } else if (!go(row + 1, column)) {
                    table.below(column);
                }
                return true;
            }
            case UP -> {
                return (line || start) && !event.isShiftDown() && go(row - 1, column);
            }
            case DOWN -> {
                return (line || end) && !event.isShiftDown() && go(row + 1, column);
            }
            case LEFT -> {
                return start && !event.isShiftDown() && go(row, column - 1);
            }
            case RIGHT -> {
                return end && !event.isShiftDown() && go(row, column + 1);
            }
            case F2 -> {
                cell.end();
                return true;
            }
            case ESCAPE -> {
                if (!began.equals(cell.getText())) {
                    cell.setText(began);
                    cell.selectAll();
                    return true;
                }
                return false;
            }
            default -> {
                return false;
            }
        }
    }

    /** Puts the keyboard into a cell; false where there is none. */
    boolean go(int row, int column) {
        TextInputControl cell = cells.get(new At(row, column));
        if (cell == null) {
            return false;
        }
        cell.requestFocus();
        cell.selectAll();
        return true;
    }
}
