package org.jailoo.ui.controls;

import java.util.List;
import java.util.function.Consumer;
import javafx.geometry.Bounds;
import javafx.geometry.Insets;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyEvent;
import javafx.stage.Popup;
import org.jspecify.annotations.Nullable;

/** The list that opens under a field while a person types, to pick from with the mouse or the arrow keys. */
public final class PickPopup {
    private static final int ROWS = 10;
    /** Of a row, in heights of a letter. */
    private static final double ROW = 2.3;

    /** Finds what fits to what was typed, at once or later. */
    @FunctionalInterface
    public interface Source {
        void find(String typed, Consumer<List<Option>> then);
    }

    private final TextField field;
    private final Source source;
    private final Consumer<Option> picked;
    private final boolean first;
    private @Nullable Popup popup;
    private @Nullable ListView<Option> list;
    private int asked;

    /** A list from which what fits best is picked with Enter. */
    public PickPopup(TextField field, Source source, Consumer<Option> picked) {
        this(field, source, picked, true);
    }

    /**
     * A list under a field.
     *
     * @param first whether the best is selected by itself; where any word may be typed, a person selects
     */
    public PickPopup(TextField field, Source source, Consumer<Option> picked, boolean first) {
        this.first = first;
        this.field = field;
        this.source = source;
        this.picked = picked;
        field.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        field.focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                hide();
            }
        });
    }

    public boolean isShowing() {
        return popup != null && popup.isShowing();
    }

    /** Opens the list, or fits it to what was typed. */
    public void open(String typed) {
        asked++;
        int mine = asked;
        source.find(typed, options -> {
            if (mine == asked && field.isFocused() && field.getScene() != null) {
                show(options, first && !typed.isEmpty());
            }
        });
    }

    public void hide() {
        asked++;
        if (popup != null) {
            popup.hide();
        }
    }

    private void show(List<Option> options, boolean select) {
        if (options.isEmpty()) {
            hide();
            return;
        }
        ListView<Option> rows = rows();
        rows.getItems().setAll(options);
        rows.getSelectionModel().clearSelection();
        if (select) {
            rows.getSelectionModel().select(0);
        }
        rows.scrollTo(0);
        rows.setFixedCellSize(row());
        rows.setPrefHeight(Math.min(options.size(), ROWS) * row() + 4.0);
        rows.setPrefWidth(Math.max(280, field.getWidth()));
        Bounds at = field.localToScreen(field.getBoundsInLocal());
        if (popup != null && at != null && !popup.isShowing()) {
            popup.show(field, at.getMinX(), at.getMaxY() + 2);
        }
    }

    private double row() {
        return Math.ceil(field.getFont().getSize() * ROW);
    }

    private ListView<Option> rows() {
        if (list != null) {
            return list;
        }
        ListView<Option> rows = new ListView<>();
        rows.setFocusTraversable(false);
        rows.getStyleClass().add("pick-list");
        rows.getStylesheets().add(Sheets.CONTROLS);
        rows.setCellFactory(view -> new Row());
        Popup made = new Popup();
        made.setAutoHide(true);
        made.setHideOnEscape(false);
        made.getContent().add(rows);
        list = rows;
        popup = made;
        return rows;
    }

    private void key(KeyEvent event) {
        switch (event.getCode()) {
            case DOWN -> {
                if (isShowing()) {
                    move(1);
                } else {
                    open("");
                }
                event.consume();
            }
            case UP -> {
                if (isShowing()) {
                    move(-1);
                    event.consume();
                }
            }
            case ENTER -> {
                if (isShowing() && pickSelected()) {
                    event.consume();
                }
            }
            case TAB -> {
                if (isShowing()) {
                    pickSelected();
                }
            }
            case ESCAPE -> {
                if (isShowing()) {
                    hide();
                    event.consume();
                }
            }
            default -> {}
        }
    }

    private void move(int by) {
        ListView<Option> rows = rows();
        int next = Math.max(
                0, Math.min(rows.getItems().size() - 1, rows.getSelectionModel().getSelectedIndex() + by));
        rows.getSelectionModel().select(next);
        rows.scrollTo(Math.max(0, next - ROWS + 2));
    }

    private boolean pickSelected() {
        Option selected = rows().getSelectionModel().getSelectedItem();
        hide();
        if (selected == null) {
            return false;
        }
        picked.accept(selected);
        return true;
    }

    /** A row of the list; a click picks it. */
    private final class Row extends ListCell<Option> {
        Row() {
            setOnMouseClicked(event -> {
                Option item = getItem();
                if (item != null) {
                    hide();
                    picked.accept(item);
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Option item, boolean empty) {
            super.updateItem(item, empty);
            setText(empty || item == null ? null : item.label());
            int depth = empty || item == null ? 0 : item.depth();
            setPadding(new Insets(0, 10, 0, 10 + 18.0 * depth));
        }
    }
}
