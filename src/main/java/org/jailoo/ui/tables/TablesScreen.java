package org.jailoo.ui.tables;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.application.Platform;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ListView;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.consent.Audience;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Figures;
import org.jailoo.ui.controls.TableGrid;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The tables, as they look: all of them at the left, the chosen one at the right. */
public final class TablesScreen implements Screen {
    /** What the screen asks the person with, and the ways to the records behind a number and to the cross-tab. */
    public record Asking(FileDialogs files, Prompts prompts, Consumer<Figure> behind, Runnable crosstab) {}

    private static final double WIDTH = 280;
    private static final double MOST = 400;

    private final TablesModel model;
    private final Texts texts;
    private final Asking asking;
    private final ListView<Table> list = new ListView<>();
    private final VBox chosen = new VBox(10);
    private final LeftOutNotice leftOut;
    private final ListChangeListener<Table> onTables = change -> select();
    private final ChangeListener<Audience> onAudience;
    private ChangeListener<Boolean> exporting = (p, was, is) -> {};
    private final ChangeListener<@Nullable String> onLooked = (p, was, is) -> select();

    public TablesScreen(TablesModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.leftOut = new LeftOutNotice(texts, model.lookedProperty()::set);
        this.onAudience = (p, was, is) -> model.reload(texts.language());
    }

    @Override
    public Parent view() {
        HBox.setHgrow(chosen, Priority.ALWAYS);
        HBox both = new HBox(16, list(), chosen);
        StackPane body = new StackPane(both);
        VBox.setVgrow(body, Priority.ALWAYS);
        exporting = (p, was, is) -> body.getChildren().setAll(is ? export() : both);
        exporting.changed(
                model.exportingProperty(), false, model.exportingProperty().get());
        VBox page = new VBox(head(), writing(), leftOut, body);
        page.getStyleClass().add("page");
        return page;
    }

    @Override
    public void shown() {
        model.tables().addListener(onTables);
        model.audienceProperty().addListener(onAudience);
        model.lookedProperty().addListener(onLooked);
        model.exportingProperty().addListener(exporting);
        model.reload(texts.language());
    }

    @Override
    public void hidden() {
        model.tables().removeListener(onTables);
        model.audienceProperty().removeListener(onAudience);
        model.lookedProperty().removeListener(onLooked);
        model.exportingProperty().removeListener(exporting);
    }

    @Override
    public void focus() {
        list.requestFocus();
    }

    private Node head() {
        Label title = new Label(texts.text("tables.page.title"));
        title.getStyleClass().add("page-title");
        Label whom = new Label(texts.text("tables.audience.label"));
        whom.getStyleClass().add("quiet");
        ComboBox<Audience> audience = new ComboBox<>();
        audience.setId("audience");
        audience.setAccessibleText(texts.text("tables.audience.label"));
        whom.setLabelFor(audience);
        audience.setMinWidth(Region.USE_PREF_SIZE);
        audience.getItems().setAll(Audience.PUBLIC, Audience.PARTNERS, Audience.TEAM);
        audience.setCellFactory(view -> cell());
        audience.setButtonCell(cell());
        audience.valueProperty().bindBidirectional(model.audienceProperty());
        Button write = new Button(texts.text("tables.action.workbook"), new FontIcon(Feather.DOWNLOAD));
        write.setId("workbook");
        write.getStyleClass().add(Styles.ACCENT);
        write.disableProperty().bind(model.export().writingProperty());
        write.setOnAction(e -> {
            model.export().begin(texts.language());
            model.exportingProperty().set(true);
        });
        Button cross = new Button(texts.text("crosstab.page.title"), new FontIcon(Feather.GRID));
        cross.setId("crosstab");
        cross.setMinWidth(Region.USE_PREF_SIZE);
        cross.setOnAction(e -> asking.crosstab().run());
        for (Node each : List.of(whom, audience, cross, write)) {
            // What is about to be written is asked for below.
            each.visibleProperty().bind(model.exportingProperty().not());
        }
        HBox head = new HBox(10, title, new Spacer(), whom, audience, cross, write);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node export() {
        return new ExportPane(
                model.export(),
                texts,
                asking,
                ExportModel.campaigns(model.tables()),
                () -> model.exportingProperty().set(false));
    }

    private ListCell<Audience> cell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Audience item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : label(item));
            }
        };
    }

    private String label(Audience audience) {
        return switch (audience) {
            case PUBLIC -> texts.text("tables.audience.public");
            case PARTNERS -> texts.text("tables.audience.partners");
            case TEAM -> texts.text("tables.audience.team");
        };
    }

    private Node writing() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.export().progressProperty());
        bar.setPrefWidth(260);
        Button stop = new Button(texts.text("tables.action.stop"));
        stop.getStyleClass().add(Styles.SMALL);
        stop.setOnAction(e -> model.export().cancel());
        HBox box = new HBox(10, new Label(texts.text("tables.workbook.writing")), bar, stop);
        box.getStyleClass().add("notice");
        box.visibleProperty().bind(model.export().writingProperty());
        box.managedProperty().bind(model.export().writingProperty());
        return box;
    }

    private Node list() {
        list.setId("tables");
        list.setAccessibleText(texts.text("tables.page.title"));
        list.setPrefWidth(width());
        list.setMinWidth(width());
        list.setItems(model.tables());
        list.setPlaceholder(placeholder());
        list.setCellFactory(view -> new ListCell<>() {
            @Override
            protected void updateItem(Table table, boolean empty) {
                super.updateItem(table, empty);
                setText(null);
                setGraphic(empty || table == null ? null : entry(table, getIndex()));
            }
        });
        list.getSelectionModel().selectedItemProperty().addListener((p, was, is) -> {
            if (is != null) {
                model.lookedProperty().set(is.key());
                show(is);
            }
        });
        return list;
    }

    /** A table's title; above the first of a campaign, the campaign's. */
    private Node entry(Table table, int place) {
        VBox box = new VBox(7, lines(table.title(), "cell-text"));
        boolean first = place == 0 || !model.tables().get(place - 1).campaign().equals(table.campaign());
        if (first) {
            String campaign = table.campaign().isEmpty() ? texts.text("tables.list.whole") : table.campaign();
            box.getChildren().add(0, lines(campaign, "group-title"));
        }
        return box;
    }

    /** A text knows how many lines it takes; a label in a cell is measured as if it had one. */
    private Node lines(String words, String style) {
        Text text = new Text(words);
        text.setWrappingWidth(width() - 40);
        text.getStyleClass().add(style);
        return text;
    }

    /** Of the list, at most a third of a small laptop's screen. */
    private double width() {
        return Math.min(MOST, texts.letters().pixels(WIDTH));
    }

    private Node placeholder() {
        Label label = new Label(texts.text("tables.list.empty"));
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        label.visibleProperty().bind(model.computingProperty().not());
        return label;
    }

    private void select() {
        leftOut.show(model.tables());
        String key = model.lookedProperty().get();
        for (Table table : model.tables()) {
            if (table.key().equals(key)) {
                list.getSelectionModel().select(table);
                show(table);
                return;
            }
        }
        chosen.getChildren().clear();
    }

    private void show(Table table) {
        Label title = new Label(table.title());
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        Button csv = new Button(texts.text("tables.export.table-csv"));
        csv.setId("table-csv");
        csv.getStyleClass().addAll(Styles.SMALL, Styles.FLAT);
        csv.setMinWidth(Region.USE_PREF_SIZE);
        csv.setOnAction(e -> csv(table));
        HBox.setHgrow(title, Priority.ALWAYS);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox top = new HBox(10, title, csv);
        VBox notes = new VBox(2);
        for (String note : table.notes()) {
            Label label = new Label(note);
            label.getStyleClass().addAll("quiet", "small");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            notes.getChildren().add(label);
        }
        TableGrid grid = new TableGrid(
                table,
                texts,
                new Figures(table, new Figures.Told(model.audienceProperty().get(), null), texts, this::behind));
        VBox.setVgrow(grid, Priority.ALWAYS);
        chosen.getChildren().setAll(List.of(top, notes, grid));
        if (grid.opens()) {
            Label legend = new Label(texts.text("behind.table.legend"));
            legend.setId("tables-legend");
            legend.getStyleClass().addAll("quiet", "small");
            legend.setWrapText(true);
            legend.setMinHeight(Region.USE_PREF_SIZE);
            chosen.getChildren().add(legend);
        }
        if (grid.goBackTo(model.left())) {
            // Once: whoever looks at the table later did not come back to it.
            Platform.runLater(() -> model.leave(null));
        }
    }

    private void csv(Table table) {
        Path file = asking.files().save(texts.text("tables.export.table-csv"), "jailoo.csv");
        if (file != null) {
            model.export()
                    .csv(
                            file,
                            table,
                            texts.language(),
                            () -> asking.prompts().tell(texts.text("tables.export.table-done", file.toString())),
                            failure -> asking.prompts().warn(failure.in(texts.messages())));
        }
    }

    /** Whoever comes back from the records goes on at the number. */
    private void behind(Figures.At at, Figure figure) {
        model.leave(at);
        asking.behind().accept(figure);
    }
}
