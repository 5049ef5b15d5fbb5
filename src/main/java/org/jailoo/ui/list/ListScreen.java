package org.jailoo.ui.list;

import atlantafx.base.controls.CustomTextField;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.binding.Bindings;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.ValueText;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The list of a type, as it looks. */
public final class ListScreen implements Screen {
    private final ListModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final RecordType type;
    private final ListTable table;
    private final FilterChips chips;
    private final CustomTextField search = new CustomTextField();
    private ListChangeListener<Lists.Row> onCampaigns = change -> {};

    public ListScreen(ListModel model, Schema schema, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.type = Objects.requireNonNull(schema.type(model.type()), "a type that lists show");
        this.table = new ListTable(model, texts, navigator, type, new ValueText(schema, texts));
        table.setPlaceholder(placeholder());
        this.chips = new FilterChips(model, texts);
    }

    @Override
    public Parent view() {
        VBox page = new VBox(head(), tools(), chips, table, foot());
        page.getStyleClass().add("page");
        VBox.setVgrow(table, Priority.ALWAYS);
        return page;
    }

    @Override
    public void shown() {
        table.shown();
        chips.shown();
        model.campaigns().addListener(onCampaigns);
        model.reload();
    }

    @Override
    public void hidden() {
        table.hidden();
        chips.hidden();
        model.campaigns().removeListener(onCampaigns);
    }

    @Override
    public void focus() {
        search.requestFocus();
    }

    private Node head() {
        Label title = new Label(texts.labels().types(type.name()));
        title.getStyleClass().add("page-title");
        Button add = new Button(texts.text("list.action.new"), new FontIcon(Feather.PLUS));
        add.setId("new-record");
        add.getStyleClass().add(Styles.ACCENT);
        add.setOnAction(e -> navigator.newRecord(type.name()));
        HBox head = new HBox(10, title, new Spacer());
        head.getChildren().addAll(ways());
        head.getChildren().add(add);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    /** Other ways to records of this type than typing them here. */
    private List<Node> ways() {
        return switch (type.name()) {
            case "participant", "recommendation" ->
                List.of(way("open-intake", "intake.action.open", Feather.FILE_TEXT, navigator::openIntake));
            case "interview", "focusGroup" ->
                List.of(way("open-paper", "paper.action.open", Feather.PRINTER, navigator::openPaper));
            default -> List.of();
        };
    }

    private Button way(String id, String key, Feather icon, Consumer<String> open) {
        Button button = new Button(texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> open.accept(type.name()));
        return button;
    }

    private Node tools() {
        search.setId("search");
        search.setAccessibleText(texts.text("list.search.prompt"));
        search.setPromptText(texts.text("list.search.prompt"));
        search.setLeft(new FontIcon(Feather.SEARCH));
        search.textProperty().bindBidirectional(model.typedProperty());
        search.setOnKeyPressed(e -> {
            if (e.getCode() == KeyCode.DOWN) {
                table.requestFocus();
                table.getSelectionModel().selectFirst();
            } else if (e.getCode() == KeyCode.ESCAPE) {
                search.clear();
            }
        });
        search.setPrefWidth(texts.letters().pixels(240));
        ComboBox<Show> show = choice("show", List.of(Show.values()), this::label);
        show.setAccessibleText(texts.text("look.name.show"));
        show.valueProperty().bindBidirectional(model.showProperty());
        ComboBox<Order> order = choice("order", List.of(Order.values()), this::label);
        order.setAccessibleText(texts.text("look.name.order"));
        order.valueProperty().bindBidirectional(model.orderProperty());
        // The best finds come first whatever the order.
        order.disableProperty().bind(model.typedProperty().isNotEmpty());
        Button settle = new Button(texts.text("conflicts.list.open"), new FontIcon(Feather.GIT_MERGE));
        settle.setId("list-conflicts");
        settle.setOnAction(e -> navigator.openConflictQueue(null));
        settle.visibleProperty().bind(model.showProperty().isEqualTo(Show.IN_CONFLICT));
        settle.managedProperty().bind(settle.visibleProperty());
        FlowPane tools = new FlowPane(10, 8, search, campaign(), show, order, table.menu(), settle);
        tools.setAlignment(Pos.CENTER_LEFT);
        return tools;
    }

    /** Which campaign; not there for a type that belongs to none. */
    private Node campaign() {
        ComboBox<Lists.@Nullable Row> box = new ComboBox<>();
        box.setId("campaign");
        box.setAccessibleText(texts.text("look.name.campaign"));
        // As wide as a title is read at a glance: the longest would push the other filters into another line.
        box.setPrefWidth(texts.letters().pixels(190));
        box.setCellFactory(list -> cell(this::label));
        box.setButtonCell(cell(this::label));
        Runnable fill = () -> {
            List<Lists.@Nullable Row> items = new ArrayList<>();
            items.add(null);
            items.addAll(model.campaigns());
            box.getItems().setAll(items);
            box.setValue(model.campaignProperty().get());
        };
        fill.run();
        onCampaigns = change -> fill.run();
        box.setOnAction(e -> model.campaignProperty().set(box.getValue()));
        box.visibleProperty().bind(Bindings.isNotEmpty(model.campaigns()));
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private String label(Lists.@Nullable Row campaign) {
        return campaign == null ? texts.text("list.campaign.all") : campaign.code();
    }

    private String label(@Nullable Show show) {
        if (show == null) {
            return "";
        }
        return switch (show) {
            case ALL -> texts.text("list.show.all");
            case IN_CONFLICT -> texts.text("list.show.in-conflict");
            case INCOMPLETE -> texts.text("list.show.incomplete");
            case GONE -> texts.text("list.show.gone");
        };
    }

    private String label(Order order) {
        return switch (order) {
            case LATEST -> texts.text("list.order.latest");
            case EARLIEST -> texts.text("list.order.earliest");
            case CODE -> texts.text("list.order.code");
            case CODE_BACKWARDS -> texts.text("list.order.code-backwards");
        };
    }

    private static <T> ComboBox<T> choice(String id, List<T> values, Function<T, String> label) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.getItems().setAll(values);
        box.setMinWidth(Region.USE_PREF_SIZE);
        box.setCellFactory(list -> cell(label));
        box.setButtonCell(cell(label));
        return box;
    }

    private static <T extends @Nullable Object> ListCell<T> cell(Function<T, String> label) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : label.apply(item));
            }
        };
    }

    private Node placeholder() {
        Label words = new Label();
        words.setId("empty");
        words.setWrapText(true);
        words.getStyleClass().add("quiet");
        words.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> !model.loadedProperty().get()
                                ? ""
                                : model.typedProperty().get().isBlank()
                                                && model.showProperty().get() == Show.ALL
                                        ? texts.text("list.empty.none")
                                        : texts.text("list.empty.no-match"),
                        model.loadedProperty(),
                        model.typedProperty(),
                        model.showProperty()));
        return words;
    }

    private Node foot() {
        Label range = new Label();
        range.setId("range");
        range.getStyleClass().add("quiet");
        range.textProperty()
                .bind(Bindings.createStringBinding(
                        this::range, model.rows(), model.totalProperty(), model.offsetProperty()));
        Button first = page("page-first", Feather.CHEVRONS_LEFT, "list.page.first", model::first);
        Button last = page("page-last", Feather.CHEVRONS_RIGHT, "list.page.last", model::last);
        Button previous = page("page-previous", Feather.CHEVRON_LEFT, "list.page.previous", model::previous);
        Button next = page("page-next", Feather.CHEVRON_RIGHT, "list.page.next", model::next);
        previous.disableProperty()
                .bind(Bindings.createBooleanBinding(() -> !model.hasPrevious(), model.offsetProperty()));
        next.disableProperty()
                .bind(Bindings.createBooleanBinding(
                        () -> !model.hasNext(), model.rows(), model.totalProperty(), model.offsetProperty()));
        first.disableProperty().bind(previous.disableProperty());
        last.disableProperty().bind(next.disableProperty());
        HBox foot = new HBox(6, range, new Spacer(), first, previous, next, last);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    private String range() {
        int shown = model.rows().size();
        long first = model.offsetProperty().get();
        return shown == 0
                ? ""
                : texts.text(
                        "list.page.range",
                        first + 1,
                        first + shown,
                        model.totalProperty().get());
    }

    private Button page(String id, Feather icon, String key, Runnable turn) {
        Button button = new Button(null, new FontIcon(icon));
        button.setId(id);
        button.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        button.setTooltip(new Tooltip(texts.text(key)));
        button.setAccessibleText(texts.text(key));
        button.setOnAction(e -> turn.run());
        return button;
    }
}
