package org.jailoo.ui.persons;

import atlantafx.base.theme.Styles;
import java.util.Locale;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.LinkPersons.Said;
import org.jailoo.app.LookAtPersons.Side;
import org.jailoo.person.Reason;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.persons.PersonsModel.Offer;
import org.jailoo.ui.persons.Rows.Row;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two participants side by side, why they may be one, and the three answers. */
final class PairCard {
    private final PersonsModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final Rows rows;

    PairCard(PersonsModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.rows = new Rows(texts);
    }

    Node of(Offer offer) {
        boolean likely = offer.pair().likely();
        Label sure = Wrapped.words(
                likely ? texts.text("persons.card.likely") : texts.text("persons.card.possible"), "section-title");
        sure.setGraphic(new FontIcon(likely ? Feather.USERS : Feather.HELP_CIRCLE));
        sure.setGraphicTextGap(8);
        VBox card = new VBox(12, sure, grid(offer), reasons(offer), answers(offer));
        card.getStyleClass().addAll("card", "persons-card");
        card.setId("pair-" + offer.pair().one());
        card.addEventHandler(KeyEvent.KEY_PRESSED, event -> {
            Said said = event.getCode() == KeyCode.DIGIT1 || event.getCode() == KeyCode.NUMPAD1
                    ? Said.SAME
                    : event.getCode() == KeyCode.DIGIT2 || event.getCode() == KeyCode.NUMPAD2 ? Said.NOT_SAME : null;
            if (said != null) {
                model.say(said, offer);
                event.consume();
            } else if (event.getCode() == KeyCode.DIGIT3 || event.getCode() == KeyCode.NUMPAD3) {
                model.later(offer);
                event.consume();
            }
        });
        return card;
    }

    private GridPane grid(Offer offer) {
        GridPane grid = new GridPane();
        grid.setHgap(18);
        grid.setVgap(6);
        ColumnConstraints name = new ColumnConstraints();
        name.setPercentWidth(22);
        ColumnConstraints side = new ColumnConstraints();
        side.setPercentWidth(39);
        side.setHgrow(Priority.ALWAYS);
        grid.getColumnConstraints().addAll(name, side, side);
        grid.add(Wrapped.words(texts.labels().field("participant", "code"), "quiet"), 0, 0);
        grid.add(link(offer.one()), 1, 0);
        grid.add(link(offer.other()), 2, 0);
        int at = 1;
        for (Row row : rows.of(offer.one(), offer.other())) {
            grid.add(Wrapped.words(row.label(), "quiet"), 0, at);
            grid.add(value(row.one(), row.differs()), 1, at);
            grid.add(value(row.other(), row.differs()), 2, at);
            at++;
        }
        grid.getChildren().forEach(node -> GridPane.setValignment(node, VPos.TOP));
        return grid;
    }

    private Node link(Side side) {
        Hyperlink link = new Hyperlink(Rows.code(side));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> navigator.openRecord("participant", side.record()));
        return link;
    }

    private Node value(String text, boolean differs) {
        Label label = Wrapped.words(text.isEmpty() ? texts.text("persons.card.unknown") : text);
        if (text.isEmpty()) {
            label.getStyleClass().add("quiet");
        }
        if (differs) {
            label.getStyleClass().add("persons-differs");
            label.setAccessibleText(texts.text("persons.card.differs", text));
        }
        return label;
    }

    private Node reasons(Offer offer) {
        FlowPane reasons = new FlowPane(6, 6);
        for (Reason reason : offer.pair().reasons()) {
            String code = reason.kind().name().toLowerCase(Locale.ROOT).replace('_', '-');
            Label chip = new Label(
                    texts.text("persons.reason." + code),
                    new FontIcon(reason.isAgainst() ? Feather.MINUS : Feather.PLUS));
            chip.setMinWidth(Region.USE_PREF_SIZE);
            chip.getStyleClass().addAll("persons-reason", reason.isAgainst() ? "against" : "for");
            reasons.getChildren().add(chip);
        }
        return reasons;
    }

    private Node answers(Offer offer) {
        String id = offer.one().record();
        Button same = button("same-" + id, "persons.action.same", "1", () -> model.say(Said.SAME, offer));
        same.getStyleClass().addAll(Styles.ACCENT, "persons-same");
        Button not = button("not-same-" + id, "persons.action.not-same", "2", () -> model.say(Said.NOT_SAME, offer));
        Button later = button("later-" + id, "persons.action.later", "3", () -> model.later(offer));
        later.getStyleClass().add(Styles.FLAT);
        FlowPane answers = new FlowPane(8, 8, same, not, later);
        answers.setAlignment(Pos.CENTER_LEFT);
        return answers;
    }

    private Button button(String id, String key, String digit, Runnable go) {
        Label sign = new Label(digit);
        sign.getStyleClass().add("persons-key");
        Button button = new Button(texts.text(key), sign);
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> go.run());
        return button;
    }
}
