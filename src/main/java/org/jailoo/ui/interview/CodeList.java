package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.interview.CodingModel.Coded;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The codes of a narrative in its margin, in the order of their words. */
final class CodeList extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int SHOWN_LETTERS = 90;

    private final Page page;
    private final CodingModel model;
    private final Acts acts;
    private final VBox cards = new VBox(6);
    private final Label hint = new Label();
    private List<Coded> drawn = List.of();

    /** What can be done with a code. */
    record Acts(Consumer<@Nullable String> choose, Consumer<String> quote, Consumer<@Nullable Span> add) {}

    CodeList(Page page, CodingModel model, Acts acts) {
        super(8);
        this.page = page;
        this.model = model;
        this.acts = acts;
        setId("code-list");
        getStyleClass().add("code-list");
        hint.setWrapText(true);
        hint.setId("code-hint");
        hint.getStyleClass().addAll("quiet", "small");
        hint.setMinHeight(USE_PREF_SIZE);
        Button without = new Button(page.text("interview.code.add-without"), new FontIcon(Feather.PLUS));
        without.setId("code-without");
        without.getStyleClass().addAll("flat", "small");
        without.setWrapText(true);
        without.setMaxWidth(Double.MAX_VALUE);
        without.setOnAction(event -> acts.add().accept(null));
        ScrollPane scroll = new ScrollPane(cards);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(hint, scroll, without);
        say();
    }

    private void say() {
        hint(page.text(model.codes().isEmpty() ? "interview.code.none" : "interview.code.how"));
    }

    void hint(String text) {
        hint.setText(text);
    }

    /** Shows the codes, one of them chosen. */
    void show(@Nullable String chosen) {
        if (!drawn.equals(model.codes())) {
            boolean others = drawn.size() != model.codes().size();
            drawn = model.codes();
            List<Node> nodes = new ArrayList<>();
            drawn.forEach(one -> nodes.add(card(one)));
            cards.getChildren().setAll(nodes);
            if (others) {
                say();
            }
        }
        for (Node card : cards.getChildren()) {
            card.pseudoClassStateChanged(CHOSEN, ("code-" + chosen).equals(card.getId()));
        }
    }

    private Node card(Coded one) {
        Button name = new Button(
                one.code().isEmpty()
                        ? page.text("interview.code.no-code")
                        : page.labels().code("violation", one.code()));
        name.getStyleClass().addAll("flat", "code-name");
        name.setWrapText(true);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        name.setOnAction(event -> acts.choose().accept(one.id()));
        Button remove = new Button(null, new FontIcon(Feather.TRASH_2));
        remove.getStyleClass().addAll("flat", "item-remove");
        remove.setAccessibleText(page.text("interview.code.remove", name.getText()));
        remove.setOnAction(event -> model.remove(one.id()));
        HBox line = new HBox(2, name, remove);
        line.setAlignment(Pos.TOP_LEFT);
        VBox card = new VBox(2, line);
        card.setId("code-" + one.id());
        card.getStyleClass().add("code-card");
        if (!one.quote().isEmpty()) {
            String flat = one.quote().replace('\n', ' ');
            Label quote = new Label(
                    "«" + (flat.length() > SHOWN_LETTERS ? flat.substring(0, SHOWN_LETTERS) + "…" : flat) + "»");
            quote.setWrapText(true);
            quote.setMinHeight(USE_PREF_SIZE);
            quote.getStyleClass().addAll("quiet", "small", "code-quote");
            quote.setOnMouseClicked(event -> acts.choose().accept(one.id()));
            card.getChildren().add(quote);
        }
        if (one.lost()) {
            Label lost = new Label(page.text("interview.code.lost"), new FontIcon(Feather.ALERT_TRIANGLE));
            lost.setWrapText(true);
            lost.setMinHeight(USE_PREF_SIZE);
            lost.getStyleClass().addAll("small", "code-lost");
            Button again = new Button(page.text("interview.code.quote-selected"));
            again.getStyleClass().addAll("flat", "small", "accent");
            again.setOnAction(event -> acts.quote().accept(one.id()));
            card.getChildren().addAll(lost, again);
        }
        return card;
    }
}
