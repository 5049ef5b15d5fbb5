package org.jailoo.ui.safety;

import atlantafx.base.controls.Spacer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.identity.SealedKit;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.StrengthPane;
import org.jailoo.ui.safety.SafetyModel.Open;
import org.jailoo.ui.safety.SafetyModel.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;

/** The place for protection, as it looks: a card for each thing. */
public final class SafetyScreen implements Screen {
    static final String SHEET = Objects.requireNonNull(SafetyScreen.class.getResource("/org/jailoo/ui/safety.css"))
            .toExternalForm();

    /** How wide a card is. */
    public static final double WIDTH = Cards.WIDTH;

    private final @Nullable SafetyModel model;
    private final Texts texts;
    private final Asking asking;
    private final List<Function<Texts, More>> more;
    private List<Node> others = List.of();
    private final List<Runnable> closing = new ArrayList<>();
    private final VBox body = new VBox(16);
    private final InvalidationListener onChange = p -> fill();

    /** A card that others make, and what is done when it is shown no more. */
    public record More(Node card, Runnable close) {}

    /** Who asks the person for files, tells her what became of it, and lets her read what is promised. */
    public record Asking(FileDialogs files, Prompts prompts, Runnable promise) {}

    /**
     * The screen in a language.
     *
     * @param model null for the sample, which nobody has a passphrase of
     * @param more cards that others make
     */
    public SafetyScreen(@Nullable SafetyModel model, Texts texts, Asking asking, List<Function<Texts, More>> more) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.more = List.copyOf(more);
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("safety.page.title"));
        title.getStyleClass().add("page-title");
        Hyperlink promise = new Hyperlink(texts.text("promise.link.read"));
        promise.setId("read-promise");
        promise.setOnAction(e -> asking.promise().run());
        HBox head = new HBox(title, new Spacer(), promise);
        head.setAlignment(Pos.CENTER_LEFT);
        // Made once: what is typed in them outlives a change of the others.
        List<More> made = more.stream().map(each -> each.apply(texts)).toList();
        others = made.stream().map(More::card).toList();
        made.forEach(each -> closing.add(each.close()));
        body.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("safety-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(14, head, scroll);
        page.getStyleClass().addAll("page", "safety");
        page.getStylesheets().add(SHEET);
        fill();
        return page;
    }

    @Override
    public void shown() {
        if (model != null) {
            model.stateProperty().addListener(onChange);
            model.openProperty().addListener(onChange);
            model.sentProperty().addListener(onChange);
            model.reload();
        }
    }

    @Override
    public void hidden() {
        closing.forEach(Runnable::run);
        if (model != null) {
            model.stateProperty().removeListener(onChange);
            model.openProperty().removeListener(onChange);
            model.sentProperty().removeListener(onChange);
            // Words that open a notebook are not shown longer than somebody looks.
            model.close();
        }
    }

    private void fill() {
        body.getChildren().clear();
        if (model == null) {
            VBox card = Cards.card(
                    "safety-sample", Feather.INFO, texts.text("safety.page.title"), texts.text("safety.sample.words"));
            body.getChildren().add(card);
            body.getChildren().addAll(others);
            return;
        }
        State state = model.stateProperty().get();
        if (state == null) {
            return;
        }
        body.getChildren().addAll(new KitCard(model, texts, asking).of(state), change(model));
        body.getChildren().addAll(others);
        body.getChildren().addAll(sent(model), move(model), erase(model));
        Node first = body.lookup(".safety-form .text-input");
        if (first != null) {
            first.requestFocus();
        }
    }

    private Node change(SafetyModel model) {
        Cards cards = new Cards(model, texts);
        VBox card = Cards.card(
                "safety-change", Feather.LOCK, texts.text("safety.change.title"), texts.text("safety.change.words"));
        if (model.openProperty().get() != Open.CHANGE) {
            Button open = cards.button("change-open", texts.text("safety.change.open"));
            open.setOnAction(e -> model.turn(Open.CHANGE));
            card.getChildren().add(Cards.row(open));
            return card;
        }
        PasswordField old = new PasswordField();
        PasswordField fresh = new PasswordField();
        PasswordField again = new PasswordField();
        fresh.textProperty().addListener((p, was, is) -> model.worth().weigh(is.toCharArray()));
        Button change = cards.main("change-do", texts.text("safety.change.do"));
        change.setDefaultButton(true);
        change.setOnAction(e -> {
            char[] first = old.getText().toCharArray();
            char[] second = fresh.getText().toCharArray();
            char[] third = again.getText().toCharArray();
            old.clear();
            again.clear();
            fresh.clear();
            model.change(first, second, third, () -> asking.prompts().tell(texts.text("safety.change.done")));
        });
        StrengthPane strength = new StrengthPane(model.worth(), model.busyProperty(), texts.messages());
        strength.setMaxWidth(420);
        VBox form = new VBox(
                10,
                Cards.field(old, "change-old", texts.text("safety.change.old")),
                Cards.field(fresh, "change-new", texts.text("safety.change.new")),
                strength,
                Cards.field(again, "change-again", texts.text("safety.change.again")),
                cards.failure(model.failureProperty()),
                Cards.row(change, cards.cancel(), cards.busy()));
        form.getStyleClass().add("safety-form");
        card.getChildren().add(form);
        return card;
    }

    private Node sent(SafetyModel model) {
        Cards cards = new Cards(model, texts);
        VBox card = Cards.card(
                "safety-sent", Feather.USER_CHECK, texts.text("safety.sent.title"), texts.text("safety.sent.words"));
        SealedKit.Opened kit = model.sentProperty().get();
        if (kit == null) {
            Button open = cards.button("sent-open", texts.text("safety.sent.open"));
            open.setOnAction(e -> {
                Path file = asking.files().open(texts.text("safety.sent.open"));
                if (file != null) {
                    model.openSent(file);
                }
            });
            card.getChildren().addAll(cards.failure(model.sentFailureProperty()), Cards.row(open));
            return card;
        }
        Label of = Cards.words(texts.text("safety.sent.of", model.sender(kit), Cards.day(texts, kit.made())));
        of.setId("sent-of");
        VBox words = new VBox(KitPage.lines(kit.kit()));
        words.getStyleClass().add("kit-page");
        words.setMaxWidth(Cards.WIDTH);
        Button close = cards.button("sent-close", texts.text("safety.sent.close"));
        close.setOnAction(e -> model.closeSent());
        card.getChildren().addAll(of, words, Cards.row(close));
        return card;
    }

    private Node move(SafetyModel model) {
        Cards cards = new Cards(model, texts);
        VBox card = Cards.card(
                "safety-move", Feather.REFRESH_CW, texts.text("safety.move.title"), texts.text("safety.move.words"));
        if (model.openProperty().get() == Open.MOVE_ASK) {
            card.getChildren().add(cards.ask("move", texts.text("safety.move.do"), model::move));
        } else {
            Button open = cards.button("move-open", texts.text("safety.move.open"));
            open.setOnAction(e -> model.turn(Open.MOVE_ASK));
            card.getChildren().add(Cards.row(open));
        }
        return card;
    }

    private Node erase(SafetyModel model) {
        Cards cards = new Cards(model, texts);
        Button open = cards.button("erase-open", texts.text("safety.erase.open"));
        open.getStyleClass().addAll(atlantafx.base.theme.Styles.DANGER, atlantafx.base.theme.Styles.BUTTON_OUTLINED);
        open.setOnAction(e -> model.erase());
        return Cards.card(
                "safety-erase",
                Feather.TRASH_2,
                texts.text("safety.erase.title"),
                texts.text("safety.erase.words"),
                Cards.row(open));
    }
}
