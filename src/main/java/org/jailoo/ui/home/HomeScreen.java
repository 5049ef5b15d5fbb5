package org.jailoo.ui.home;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.List;
import java.util.Map;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.notebook.Lists.Count;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The first page, as it looks. */
public final class HomeScreen implements Screen {
    private static final List<String> SHOWN =
            List.of("interview", "participant", "focusGroup", "recommendation", "campaign");
    /** So wide that five stand in a row of the smallest window that people have. */
    private static final double CARD = 174;

    private static final Map<String, Feather> ICONS = Map.of(
            "interview", Feather.MESSAGE_SQUARE,
            "participant", Feather.USERS,
            "focusGroup", Feather.GRID,
            "recommendation", Feather.CHECK_SQUARE,
            "campaign", Feather.FLAG);

    private final HomeModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final boolean sample;
    private final VBox body = new VBox(18);
    private final ChangeListener<@Nullable Counts> onCounts = (p, was, is) -> fill(is);

    public HomeScreen(HomeModel model, Texts texts, Navigator navigator, boolean sample) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.sample = sample;
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("home.page.title"));
        title.getStyleClass().add("page-title");
        body.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(title);
        if (sample) {
            page.getChildren().add(notice());
        }
        page.getChildren().addAll(actions(), scroll);
        page.getStyleClass().add("page");
        fill(model.countsProperty().get());
        return page;
    }

    @Override
    public void shown() {
        model.countsProperty().addListener(onCounts);
        model.reload();
    }

    @Override
    public void hidden() {
        model.countsProperty().removeListener(onCounts);
    }

    private Node notice() {
        Label words = new Label(texts.text("home.sample.notice"), new FontIcon(Feather.INFO));
        words.setWrapText(true);
        words.setGraphicTextGap(10);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox box = new HBox(words);
        box.getStyleClass().add("notice");
        return box;
    }

    private Node actions() {
        return new HBox(
                10,
                action("interview", "home.action.interview", Styles.ACCENT),
                action("participant", "home.action.participant", null),
                action("focusGroup", "home.action.focus-group", null),
                action("recommendation", "home.action.recommendation", null));
    }

    private Button action(String type, String key, @Nullable String style) {
        Button button = new Button(texts.text(key), new FontIcon(Feather.PLUS));
        button.setId("add-" + type);
        if (style != null) {
            button.getStyleClass().add(style);
        }
        button.setOnAction(e -> navigator.newRecord(type));
        return button;
    }

    private void fill(@Nullable Counts counts) {
        body.getChildren().clear();
        if (counts != null) {
            FlowPane cards = new FlowPane(12, 12);
            SHOWN.forEach(
                    type -> cards.getChildren().add(card(type, counts.types().get(type))));
            body.getChildren().addAll(cards, waiting(counts), exchange(counts));
        }
    }

    private Node card(String type, @Nullable Count count) {
        Label number = new Label(texts.labels().number(count == null ? 0 : count.records()));
        number.getStyleClass().add("number");
        FontIcon icon = new FontIcon(ICONS.getOrDefault(type, Feather.FILE));
        icon.getStyleClass().add("quiet-icon");
        HBox head = new HBox(number, new Spacer(), icon);
        head.setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(texts.labels().types(type));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.getStyleClass().add("quiet");
        Button card = new Button(null, new VBox(2, head, words));
        card.setId("count-" + type);
        card.getStyleClass().setAll("button", "card", "clickable");
        card.setPrefSize(CARD, 104);
        card.setAlignment(Pos.TOP_LEFT);
        ((Region) card.getGraphic()).setPrefWidth(CARD - 34);
        card.setAccessibleText(words.getText() + " " + number.getText());
        card.setOnAction(e -> navigator.openList(type, null));
        return card;
    }

    /** What needs a person, each with the way to it; a calm sentence where nothing does. */
    private Node waiting(Counts counts) {
        VBox box = new VBox(8);
        Label title = new Label(texts.text("home.waiting.title"));
        title.getStyleClass().add("section-title");
        box.getChildren().add(title);
        counts.types().forEach((type, count) -> {
            if (count.inConflict() > 0) {
                box.getChildren()
                        .add(line(
                                Feather.ALERT_TRIANGLE,
                                texts.plural(
                                        "home.waiting.conflicts",
                                        count.inConflict(),
                                        texts.labels().types(type)),
                                () -> navigator.openConflicts(type)));
            }
        });
        if (counts.incomplete() > 0) {
            box.getChildren()
                    .add(line(
                            Feather.CLOUD_OFF,
                            texts.plural("home.waiting.incomplete", counts.incomplete()),
                            navigator::openExchange));
        }
        if (counts.heldPurges() > 0) {
            box.getChildren()
                    .add(line(
                            Feather.USER_X,
                            texts.plural("home.waiting.held", counts.heldPurges()),
                            navigator::openExchange));
        }
        if (box.getChildren().size() == 1) {
            Label calm = new Label(texts.text("home.waiting.nothing"), new FontIcon(Feather.CHECK_CIRCLE));
            calm.setGraphicTextGap(10);
            calm.getStyleClass().add("quiet");
            box.getChildren().add(calm);
        }
        return box;
    }

    private Node line(Feather icon, String words, Runnable go) {
        FontIcon mark = new FontIcon(icon);
        Label label = new Label(words, mark);
        label.setWrapText(true);
        label.setGraphicTextGap(10);
        Hyperlink link = new Hyperlink(texts.text("home.waiting.look"));
        link.setOnAction(e -> go.run());
        link.setMinWidth(Region.USE_PREF_SIZE);
        HBox box = new HBox(label, new Spacer(), link);
        box.getStyleClass().add("warning");
        return box;
    }

    private Node exchange(Counts counts) {
        Label title = new Label(texts.text("home.exchange.title"));
        title.getStyleClass().add("section-title");
        return new VBox(
                6,
                title,
                quiet(
                        counts.imported() == null
                                ? texts.text("home.exchange.never-in")
                                : texts.text("home.exchange.in", day(counts.imported()))),
                quiet(
                        counts.exported() == null
                                ? texts.text("home.exchange.never-out")
                                : texts.text("home.exchange.out", day(counts.exported()))),
                quiet(texts.plural("home.exchange.devices", counts.trusted())));
    }

    private String day(String time) {
        return texts.labels().date(time.substring(0, 10));
    }

    private static Label quiet(String text) {
        Label label = new Label(text);
        label.getStyleClass().add("quiet");
        label.setWrapText(true);
        return label;
    }
}
