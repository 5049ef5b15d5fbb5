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
    private int rows;
    private int columns;

    Keys(Table table) {
        this.table = table;
    }

    void clear() {
        cells.clear();
        rows = 0;
        columns = 0;
    }

    /** Takes a cell in. */
    void add(int row, int column, TextInputControl cell) {
        cells.put(new At(row, column), cell);
        rows = Math.max(rows, row + 1);
        columns = Math.max(columns, column + 1);
        String[] before = {cell.getText()};
        cell.focusedProperty().addListener((p, was, is) -> {
            if (is) {
                before[0] = cell.getText();
            }
        });
        cell.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (!event.isConsumed() && pressed(event, row, column, cell, before[0])) {
                event.consume();
            }
        });
    }

    @Nullable
    TextInputControl at(int row, int column) {
        return cells.get(new At(row, column));
    }

    private boolean pressed(KeyEvent event, int row, int column, TextInputControl cell, String before) {
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
        boolean start = all || (caret == 0 && cell.getSelection().getLength() == 0);
        boolean end = all || (caret == cell.getLength() && cell.getSelection().getLength() == 0);
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
                if (!before.equals(cell.getText())) {
                    cell.setText(before);
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
