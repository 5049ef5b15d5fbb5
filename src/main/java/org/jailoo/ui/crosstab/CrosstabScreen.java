package org.jailoo.ui.crosstab;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.Property;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.consent.Audience;
import org.jailoo.report.CrossField;
import org.jailoo.report.CrossQuery.Numbers;
import org.jailoo.report.CrossTables;
import org.jailoo.report.CrossUnit;
import org.jailoo.report.Picture;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Chips;
import org.jailoo.ui.controls.ChoiceField;
import org.jailoo.ui.controls.Figures;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;
import org.jailoo.ui.controls.PicturePane;
import org.jailoo.ui.controls.TableGrid;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The cross-tab: the question above, its answer below as a table and a chart beside each other. */
public final class CrosstabScreen implements Screen {
    /** What the screen asks the person with, and the ways to the tables and to what stands behind a number. */
    public record Asking(FileDialogs files, Prompts prompts, Runnable tables, Consumer<Figure> behind) {}

    private static final double CHART = 400;
    private static final double NOTES = 96;

    private final CrosstabModel model;
    private final Texts texts;
    private final Asking asking;
    private final ChoiceField rows;
    private final ChoiceField columns;
    private final Chips chips;
    private final VBox filtering = new VBox();
    private final VBox answer = new VBox(8);
    private final Button write;
    private final ChangeListener<@Nullable Table> onTable = (p, was, is) -> show();
    private final ChangeListener<@Nullable String> onFields = (p, was, is) -> chosen();
    private final ListChangeListener<Object> onFilters = change -> filters();
    private final ListChangeListener<Object> onChoice = change -> {
        // A filter that was being put together was of other fields.
        close();
        filters();
    };

    public CrosstabScreen(CrosstabModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.rows = field("crosstab-rows", texts.text("crosstab.choose.rows"), model::chooseRows);
        this.columns = field("crosstab-columns", texts.text("crosstab.choose.columns"), model::chooseColumns);
        Button add = new Button(texts.text("crosstab.action.filter"), new FontIcon(Feather.FILTER));
        add.setId("crosstab-filter");
        add.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        add.setMinWidth(Region.USE_PREF_SIZE);
        add.setOnAction(e -> addFilter());
        this.chips = new Chips(add, texts.text("crosstab.action.remove-filter"), model::unfilter);
        this.write = new Button(texts.text("crosstab.action.workbook"), new FontIcon(Feather.DOWNLOAD));
    }

    @Override
    public Parent view() {
        VBox.setVgrow(answer, Priority.ALWAYS);
        close();
        VBox page = new VBox(12, head(), choosers(), chips, filtering, slow(), answer);
        page.getStyleClass().addAll("page", "crosstab");
        return page;
    }

    @Override
    public void shown() {
        model.tableProperty().addListener(onTable);
        model.rowsProperty().addListener(onFields);
        model.columnsProperty().addListener(onFields);
        model.fields().addListener(onChoice);
        model.filters().addListener(onFilters);
        model.reload(texts.language());
        chosen();
        filters();
        show();
    }

    @Override
    public void hidden() {
        model.tableProperty().removeListener(onTable);
        model.rowsProperty().removeListener(onFields);
        model.columnsProperty().removeListener(onFields);
        model.fields().removeListener(onChoice);
        model.filters().removeListener(onFilters);
    }

    @Override
    public void focus() {
        rows.requestFocus();
    }

    private ChoiceField field(String id, String label, Consumer<@Nullable String> chosen) {
        ChoiceField field = new ChoiceField(() -> new Filter(FilterPane.options(model)), chosen);
        field.setId(id);
        field.setAccessibleText(label);
        return field;
    }

    private Node head() {
        Hyperlink back = new Hyperlink(texts.text("crosstab.action.back"), new FontIcon(Feather.ARROW_LEFT));
        back.setId("crosstab-back");
        back.setMinWidth(Region.USE_PREF_SIZE);
        back.setOnAction(e -> asking.tables().run());
        Label title = new Label(texts.text("crosstab.page.title"));
        title.getStyleClass().add("page-title");
        title.setMinWidth(Region.USE_PREF_SIZE);
        Label whom = new Label(texts.text("tables.audience.label"));
        whom.getStyleClass().add("quiet");
        ComboBox<Audience> audience = combo(
                "crosstab-audience",
                texts.text("tables.audience.label"),
                List.of(Audience.PUBLIC, Audience.PARTNERS, Audience.TEAM),
                this::label,
                model.audienceProperty());
        whom.setLabelFor(audience);
        write.setId("crosstab-workbook");
        write.getStyleClass().add(Styles.ACCENT);
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.disableProperty().bind(model.tableProperty().isNull().or(model.writingProperty()));
        write.setOnAction(e -> {
            Path file = asking.files().save(texts.text("crosstab.action.workbook"), "jailoo.xlsx");
            if (file != null) {
                model.write(
                        file,
                        () -> asking.prompts().tell(texts.text("crosstab.workbook.done", file.toString())),
                        failure -> asking.prompts().warn(failure.in(texts.messages())));
            }
        });
        HBox head = new HBox(10, title, back, new Spacer(), whom, audience, write);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node choosers() {
        ComboBox<CrossUnit> unit = combo(
                "crosstab-unit",
                texts.text("crosstab.choose.unit"),
                List.of(CrossUnit.values()),
                this::label,
                model.unitProperty());
        ComboBox<Numbers> numbers = combo(
                "crosstab-numbers",
                texts.text("crosstab.choose.numbers"),
                List.of(Numbers.values()),
                this::label,
                model.numbersProperty());
        Button swap = new Button(null, new FontIcon(Feather.REPEAT));
        swap.setId("crosstab-swap");
        swap.getStyleClass().add(Styles.BUTTON_ICON);
        swap.setAccessibleText(texts.text("crosstab.action.swap"));
        swap.setTooltip(new Tooltip(texts.text("crosstab.action.swap")));
        swap.setOnAction(e -> model.swap());
        // What is chosen there cannot be read by its beginning; the fields in between show what was typed.
        unit.setMinWidth(Region.USE_PREF_SIZE);
        numbers.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(
                10,
                titled(texts.text("crosstab.choose.unit"), unit),
                titled(texts.text("crosstab.choose.rows"), rows),
                swap,
                titled(texts.text("crosstab.choose.columns"), columns),
                titled(texts.text("crosstab.choose.numbers"), numbers));
        line.setAlignment(Pos.BOTTOM_LEFT);
        return line;
    }

    private static Node titled(String title, Region control) {
        Label label = new Label(title);
        label.getStyleClass().addAll("quiet", "small");
        label.setLabelFor(control);
        control.setMaxWidth(Double.MAX_VALUE);
        VBox box = new VBox(3, label, control);
        HBox.setHgrow(box, Priority.ALWAYS);
        return box;
    }

    private static <T> ComboBox<T> combo(
            String id, String label, List<T> items, Function<T, String> words, Property<T> value) {
        ComboBox<T> combo = new ComboBox<>();
        combo.setId(id);
        combo.setAccessibleText(label);
        combo.getItems().setAll(items);
        combo.setCellFactory(view -> cell(words));
        combo.setButtonCell(cell(words));
        combo.valueProperty().bindBidirectional(value);
        return combo;
    }

    private static <T> ListCell<T> cell(Function<T, String> words) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : words.apply(item));
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

    private String label(CrossUnit unit) {
        return switch (unit) {
            case INTERVIEWS -> texts.text("crosstab.unit.interviews");
            case TESTIMONIES -> texts.text("crosstab.unit.testimonies");
            case ACTS -> texts.text("crosstab.unit.acts");
            case PARTICIPANTS -> texts.text("crosstab.unit.participants");
            case ATTENDANCE -> texts.text("crosstab.unit.attendance");
            case RECOMMENDATIONS -> texts.text("crosstab.unit.recommendations");
        };
    }

    private String label(Numbers numbers) {
        return switch (numbers) {
            case COUNTS -> texts.text("crosstab.numbers.counts");
            case SHARES_OF_ROW -> texts.text("crosstab.numbers.row");
            case SHARES_OF_COLUMN -> texts.text("crosstab.numbers.column");
            case SHARES_OF_ALL -> texts.text("crosstab.numbers.all");
        };
    }

    private Node slow() {
        ProgressBar bar = new ProgressBar();
        bar.setPrefWidth(220);
        HBox box = new HBox(10, new Label(texts.text("crosstab.computing.label")), bar);
        box.getStyleClass().add("notice");
        box.visibleProperty().bind(model.slowProperty());
        box.managedProperty().bind(model.slowProperty());
        return box;
    }

    private void chosen() {
        rows.show(option(model.rowsProperty().get()));
        columns.show(option(model.columnsProperty().get()));
    }

    private @Nullable Option option(@Nullable String id) {
        CrossField field = model.field(id);
        return field == null ? null : new Option(field.id(), field.label(), 0);
    }

    private void filters() {
        chips.show(model.filters().stream()
                .map(chosen -> new Chips.Chip(chosen.field(), words(chosen), true, null))
                .toList());
        chosen();
    }

    private String words(CrosstabModel.Chosen chosen) {
        CrossField field = model.field(chosen.field());
        return texts.text(
                "crosstab.field.inside",
                field == null ? chosen.field() : field.label(),
                String.join(
                        "; ",
                        chosen.values().stream().map(CrossTables.Value::label).toList()));
    }

    private void addFilter() {
        FilterPane pane = new FilterPane(
                model,
                texts,
                (field, values) -> {
                    close();
                    model.filter(field, values);
                },
                this::close);
        filtering.getChildren().setAll(pane);
        filtering.setManaged(true);
        pane.focus();
    }

    private void close() {
        filtering.getChildren().clear();
        filtering.setManaged(false);
    }

    private void show() {
        Table table = model.tableProperty().get();
        if (table == null) {
            answer.getChildren().setAll(quiet(texts.text("crosstab.empty.choose"), "crosstab-empty"));
            return;
        }
        Label title = new Label(table.title());
        title.setId("crosstab-title");
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMinHeight(Region.USE_PREF_SIZE);
        VBox notes = new VBox(2);
        table.notes().forEach(note -> notes.getChildren().add(quiet(note, null)));
        ScrollPane said = new ScrollPane(notes);
        said.setFitToWidth(true);
        said.setMaxHeight(texts.letters().pixels(NOTES));
        said.setMinHeight(Region.USE_PREF_SIZE);
        said.setFocusTraversable(false);
        if (table.rows().size() < 2) {
            answer.getChildren().setAll(title, said, quiet(texts.text("crosstab.empty.nothing"), "crosstab-empty"));
            return;
        }
        TableGrid grid = TableGrid.slim(
                table,
                texts,
                new Figures(
                        table,
                        new Figures.Told(model.audienceProperty().get(), model.answered()),
                        texts,
                        (at, figure) -> {
                            model.leave(at);
                            asking.behind().accept(figure);
                        }));
        grid.setId("crosstab-table");
        grid.goBackTo(model.left());
        HBox.setHgrow(grid, Priority.ALWAYS);
        HBox both = new HBox(16, grid, chart(table));
        VBox.setVgrow(both, Priority.ALWAYS);
        answer.getChildren().setAll(title, said, both);
        if (grid.opens()) {
            answer.getChildren().add(quiet(texts.text("behind.table.legend"), "crosstab-legend"));
        }
    }

    private Node chart(Table table) {
        Optional<Picture> picture = Picture.of(table);
        Region shown = picture.isPresent()
                ? new PicturePane(table, picture.get(), texts)
                : new VBox(quiet(texts.text("crosstab.chart.none"), null));
        shown.setId("crosstab-chart");
        shown.setAccessibleText(texts.text("crosstab.chart.label"));
        shown.setPrefWidth(CHART);
        shown.setMinWidth(CHART);
        return shown;
    }

    private static Label quiet(String words, @Nullable String id) {
        Label label = new Label(words);
        label.setId(id);
        label.getStyleClass().addAll("quiet", "small");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }
}
