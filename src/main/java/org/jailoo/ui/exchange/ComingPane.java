package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jailoo.app.ComingRecords.Row;
import org.jailoo.app.References;
import org.jailoo.notebook.Fates;
import org.jailoo.notebook.Fates.Show;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The records of a bundle that waits, in a list, and beside it the one that is looked at, as it would become. */
final class ComingPane {
    private static final int HEIGHT = 500;

    private final ComingModel model;
    private final Texts texts;
    private final Runnable back;
    private final ListView<Row> list = new ListView<>();
    private final ComboBox<Show> show = new ComboBox<>();
    private final Label place = new Label();
    private final Button previous = new Button(null, new FontIcon(Feather.CHEVRON_LEFT));
    private final Button next = new Button(null, new FontIcon(Feather.CHEVRON_RIGHT));
    private final ScrollPane right = new ScrollPane();
    private final ComingView record;
    private final InvalidationListener onPage = p -> list();
    private final InvalidationListener onRecord = p -> record();

    ComingPane(ComingModel model, Texts texts, References references, Runnable back) {
        this.model = model;
        this.texts = texts;
        this.back = back;
        this.record = new ComingView(model, texts, references);
    }

    Node view(String sender) {
        Hyperlink link = new Hyperlink(texts.text("exchange.import.coming.back"), new FontIcon(Feather.ARROW_LEFT));
        link.setId("coming-back");
        link.setOnAction(e -> back.run());
        Label title = Wrapped.words(texts.text("exchange.import.coming.title", sender), "section-title");
        Label note = Wrapped.words(texts.text("exchange.import.coming.note"), "quiet");
        show.setId("coming-show");
        show.setAccessibleText(texts.text("exchange.import.coming.show"));
        show.getItems().setAll(Show.ALL, Show.NEW, Show.CHANGED, Show.CONFLICT, Show.ERASED, Show.SAME);
        show.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable Show value) {
                return value == null ? "" : said(value);
            }

            @Override
            public Show fromString(String text) {
                throw new UnsupportedOperationException();
            }
        });
        show.setValue(Show.ALL);
        show.setMaxWidth(Double.MAX_VALUE);
        show.valueProperty().addListener((p, before, now) -> model.show(now, 0));
        list.setId("coming-records");
        list.setAccessibleText(texts.text("exchange.import.coming.show"));
        list.setCellFactory(view -> new Cell());
        list.setPlaceholder(Wrapped.words(texts.text("exchange.import.coming.none"), "quiet"));
        list.getSelectionModel().selectedItemProperty().addListener((p, before, now) -> {
            if (now != null) {
                model.look(now.told().record());
            }
        });
        VBox.setVgrow(list, Priority.ALWAYS);
        button(previous, "coming-previous", texts.text("exchange.import.coming.previous"), -ComingModel.PAGE);
        button(next, "coming-next", texts.text("exchange.import.coming.next"), ComingModel.PAGE);
        Region gap = new Region();
        HBox.setHgrow(gap, Priority.ALWAYS);
        place.getStyleClass().addAll("quiet", "small");
        HBox pages = new HBox(8, place, gap, previous, next);
        pages.setAlignment(Pos.CENTER_LEFT);
        VBox left = new VBox(8, show, list, pages);
        left.setMinWidth(320);
        left.setPrefWidth(360);
        left.setMaxWidth(420);
        right.setFitToWidth(true);
        right.getStyleClass().add("edge-to-edge");
        right.setId("coming-record");
        HBox.setHgrow(right, Priority.ALWAYS);
        right.setContent(Wrapped.words(texts.text("exchange.import.coming.pick"), "quiet"));
        HBox both = new HBox(16, left, right);
        both.setPrefHeight(HEIGHT);
        both.setMinHeight(HEIGHT);
        model.pageProperty().addListener(onPage);
        model.comingProperty().addListener(onRecord);
        model.show(Show.ALL, 0);
        VBox box = new VBox(8, link, title, note, both);
        box.getStyleClass().add("coming");
        return box;
    }

    private void button(Button button, String id, String words, int step) {
        button.setId(id);
        button.setAccessibleText(words);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        button.setDisable(true);
        button.setOnAction(e -> {
            ComingModel.Page now = model.pageProperty().get();
            if (now != null) {
                model.show(now.show(), now.from() + step);
            }
        });
    }

    void end() {
        model.pageProperty().removeListener(onPage);
        model.comingProperty().removeListener(onRecord);
        model.end();
        record.end();
        list.getItems().clear();
        right.setContent(null);
    }

    private void list() {
        ComingModel.Page now = model.pageProperty().get();
        if (now == null) {
            return;
        }
        list.getItems().setAll(now.rows());
        int last = now.from() + now.rows().size();
        place.setText(
                now.total() == 0
                        ? ""
                        : texts.text(
                                "exchange.import.coming.page",
                                now.from() + 1,
                                last,
                                texts.labels().number(now.total())));
        previous.setDisable(now.from() == 0);
        next.setDisable(last >= now.total());
        if (!now.rows().isEmpty()) {
            list.getSelectionModel().select(0);
        }
    }

    private void record() {
        right.setContent(
                model.comingProperty().get() == null
                        ? Wrapped.words(texts.text("exchange.import.coming.pick"), "quiet")
                        : record.of(java.util.Objects.requireNonNull(
                                model.comingProperty().get())));
        right.setVvalue(0);
    }

    private String said(Show value) {
        return switch (value) {
            case ALL -> texts.text("exchange.import.coming.all");
            case NEW -> texts.text("exchange.import.coming.new");
            case CHANGED -> texts.text("exchange.import.coming.changed");
            case CONFLICT -> texts.text("exchange.import.coming.conflict");
            case ERASED -> texts.text("exchange.import.coming.erased");
            case SAME -> texts.text("exchange.import.coming.same");
        };
    }

    /** What becomes of a record, in a word or two. */
    static String fate(Texts texts, Fates.Told told) {
        String fate = switch (told.fate()) {
            case NEW -> texts.text("exchange.import.coming.fate.new");
            case CHANGED -> texts.text("exchange.import.coming.fate.changed");
            case SAME -> texts.text("exchange.import.coming.fate.same");
            case ERASED -> texts.text("exchange.import.coming.fate.erased");
        };
        if (told.waiting()) {
            fate += " · " + texts.text("exchange.import.coming.fate.waiting");
        }
        return told.conflict() ? fate + " · " + texts.text("exchange.import.coming.fate.conflict") : fate;
    }

    /** A record in two lines: what it is called, and what becomes of it. */
    private final class Cell extends ListCell<Row> {
        private final Label name = new Label();
        private final Label fate = new Label();
        private final VBox box = new VBox(1, name, fate);

        Cell() {
            fate.getStyleClass().add("small");
            // A line that is too long is cut with dots; the record beside the list says it whole.
            name.setMinWidth(0);
            box.setMinWidth(0);
            box.setPrefWidth(0);
        }

        @Override
        protected void updateItem(@Nullable Row row, boolean empty) {
            super.updateItem(row, empty);
            if (empty || row == null) {
                setGraphic(null);
                return;
            }
            name.setText(called(texts, row));
            fate.setText(fate(texts, row.told()));
            boolean grave = row.told().conflict() || row.told().fate() == Fates.Fate.ERASED;
            fate.getStyleClass().setAll("label", "small", grave ? "import-grave" : "quiet");
            setGraphic(box);
        }
    }

    /** The type, the code and the day of a record, as far as they are told. */
    static String called(Texts texts, Row row) {
        StringBuilder name = new StringBuilder(texts.labels().type(row.told().type()));
        if (row.shown() != null) {
            for (String part :
                    List.of(row.shown().code(), texts.labels().date(row.shown().day()))) {
                if (!part.isBlank()) {
                    name.append(" · ").append(part);
                }
            }
        }
        return name.toString();
    }
}
