package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import javafx.geometry.Insets;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;
import org.jailoo.ui.form.Page;
import org.jspecify.annotations.Nullable;

/** Where a violation is chosen: the tree of violations to search in, and the indicators of forced labour beside it. */
final class ViolationPicker extends VBox {
    private final Page page;
    private final TextField search = new TextField();
    private final ListView<Option> list = new ListView<>();
    private final VBox boxes = new VBox(4);
    private final Button add;
    private final Set<String> ticked = new LinkedHashSet<>();
    private final Taking taking;

    /** Takes what was chosen. */
    interface Taking {
        void take(String violation, Set<String> indicators);
    }

    ViolationPicker(Page page, String quote, Taking taking, Runnable cancelled) {
        super(8);
        this.page = page;
        this.taking = taking;
        setId("violation-picker");
        getStyleClass().add("violation-picker");
        Label head = new Label(
                quote.isEmpty() ? page.text("interview.code.without-words") : "«" + quote.replace('\n', ' ') + "»");
        head.getStyleClass().add("code-quote");
        head.setWrapText(true);
        head.setMinHeight(USE_PREF_SIZE);
        search.setId("violation-search");
        search.setPromptText(page.text("interview.code.search"));
        search.setAccessibleText(page.text("interview.code.search"));
        search.textProperty().addListener((p, before, now) -> find());
        search.addEventFilter(KeyEvent.KEY_PRESSED, this::key);
        list.setId("violation-list");
        list.getStyleClass().add("violation-list");
        list.setAccessibleText(page.label("violations", "code"));
        list.setCellFactory(view -> new Row());
        list.setPrefHeight(200);
        list.setMinHeight(120);
        VBox.setVgrow(list, Priority.ALWAYS);
        list.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ENTER) {
                take();
                event.consume();
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> indicators(now));
        Label beside = new Label(page.label("violations", "indicators"));
        beside.getStyleClass().add("part-head");
        beside.setWrapText(true);
        ScrollPane scroll = new ScrollPane(boxes);
        scroll.setFitToWidth(true);
        scroll.setPrefHeight(128);
        scroll.setMinHeight(96);
        add = new Button(page.text("interview.code.take"));
        add.setId("violation-take");
        add.getStyleClass().add("accent");
        add.setOnAction(event -> take());
        Button cancel = new Button(page.text("interview.code.cancel"));
        cancel.setId("violation-cancel");
        cancel.setOnAction(event -> cancelled.run());
        addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (event.getCode() == KeyCode.ESCAPE) {
                cancelled.run();
                event.consume();
            }
        });
        getChildren().addAll(head, search, list, beside, scroll, new FlowPane(8, 8, add, cancel));
        find();
        indicators(null);
    }

    void begin() {
        search.requestFocus();
    }

    private Filter codes() {
        return page.codes("violation");
    }

    private void find() {
        String typed = search.getText();
        list.getItems().setAll(typed.isBlank() ? codes().all() : codes().find(typed));
        if (typed.isBlank() || list.getItems().isEmpty()) {
            list.getSelectionModel().clearSelection();
        } else {
            list.getSelectionModel().select(0);
        }
        list.scrollTo(0);
    }

    private void key(KeyEvent event) {
        if (event.getCode() == KeyCode.DOWN || event.getCode() == KeyCode.UP) {
            int by = event.getCode() == KeyCode.DOWN ? 1 : -1;
            int next = Math.max(
                    0,
                    Math.min(
                            list.getItems().size() - 1, list.getSelectionModel().getSelectedIndex() + by));
            list.getSelectionModel().select(next);
            list.scrollTo(Math.max(0, next - 3));
            event.consume();
        } else if (event.getCode() == KeyCode.ENTER) {
            take();
            event.consume();
        }
    }

    private void take() {
        Option chosen = list.getSelectionModel().getSelectedItem();
        if (chosen != null) {
            taking.take(chosen.key(), new LinkedHashSet<>(ticked));
        }
    }

    /** The indicators, those first that often go with the violation; ticked is what a person ticked. */
    private void indicators(@Nullable Option violation) {
        add.setDisable(violation == null);
        List<String> often = violation == null ? List.of() : Indicators.of(violation.key());
        List<Option> all = new ArrayList<>(page.codes("forcedLabourIndicator").all());
        all.sort(Comparator.comparing(
                (Option one) -> often.contains(one.key()) ? often.indexOf(one.key()) : often.size()));
        boxes.getChildren().clear();
        for (Option one : all) {
            CheckBox box = new CheckBox(
                    often.contains(one.key()) ? page.text("interview.code.often", one.label()) : one.label());
            box.setId("indicator-" + one.key());
            box.setWrapText(true);
            box.setMaxWidth(Double.MAX_VALUE);
            box.setSelected(ticked.contains(one.key()));
            box.selectedProperty().addListener((p, was, is) -> {
                if (is) {
                    ticked.add(one.key());
                } else {
                    ticked.remove(one.key());
                }
            });
            boxes.getChildren().add(box);
        }
    }

    /** A row of the tree; a click chooses, a double click takes. */
    private final class Row extends ListCell<Option> {
        private final Text words = new Text();

        Row() {
            words.getStyleClass().add("cell-text");
            setOnMouseClicked(event -> {
                if (event.getClickCount() == 2 && getItem() != null) {
                    take();
                }
            });
        }

        @Override
        protected void updateItem(@Nullable Option item, boolean empty) {
            super.updateItem(item, empty);
            int depth = empty || item == null ? 0 : item.depth();
            double left = 8 + 16.0 * depth;
            setPadding(new Insets(5, 8, 5, left));
            if (empty || item == null) {
                setGraphic(null);
                setText(null);
            } else {
                words.setText(item.label());
                // A label that wraps is measured by a cell as one line.
                words.wrappingWidthProperty().bind(list.widthProperty().subtract(left + 30));
                setGraphic(words);
                setAccessibleText(item.label());
            }
        }
    }
}
