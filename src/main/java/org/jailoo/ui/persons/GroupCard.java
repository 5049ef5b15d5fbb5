package org.jailoo.ui.persons;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.LookAtPersons.Side;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The records of one person, or those of which people have said that they are one and that they are two. */
final class GroupCard {
    private final PersonsModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final Rows rows;

    GroupCard(PersonsModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.rows = new Rows(texts);
    }

    Node of(List<Side> group, boolean undecided) {
        VBox card = new VBox(10);
        card.getStyleClass().addAll("card", "persons-card");
        card.setId((undecided ? "torn-" : "linked-") + group.get(0).record());
        if (undecided) {
            Label title = Wrapped.words(texts.text("persons.undecided.title"), "section-title");
            title.setGraphic(new FontIcon(Feather.ALERT_TRIANGLE));
            title.setGraphicTextGap(8);
            card.getChildren().addAll(title, Wrapped.words(texts.text("persons.undecided.text")));
            card.getStyleClass().add("persons-undecided");
        }
        group.forEach(side -> card.getChildren().add(line(side)));
        Button separate = new Button(texts.text("persons.action.separate"));
        separate.setId("separate-" + group.get(0).record());
        separate.setMinWidth(Region.USE_PREF_SIZE);
        separate.setOnAction(event -> model.separate(group));
        FlowPane answers = new FlowPane(8, 8, separate);
        if (undecided && group.size() == 2) {
            Button same = new Button(texts.text("persons.action.same"));
            same.setId("torn-same-" + group.get(0).record());
            same.setMinWidth(Region.USE_PREF_SIZE);
            same.setOnAction(event -> model.same(group.get(0), group.get(1)));
            answers.getChildren().add(same);
        }
        card.getChildren().add(answers);
        return card;
    }

    private Node line(Side side) {
        Hyperlink link = new Hyperlink(Rows.code(side));
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> navigator.openRecord("participant", side.record()));
        List<String> parts = new ArrayList<>(List.of(
                Rows.names(side.known()).replace("\n", ", "),
                Rows.year(side.known().born()),
                rows.place(side.known().home()),
                rows.interviews(side)));
        Label words =
                Wrapped.words(parts.stream().filter(part -> !part.isEmpty()).collect(Collectors.joining(" · ")));
        HBox.setHgrow(words, Priority.ALWAYS);
        words.setMaxWidth(Double.MAX_VALUE);
        HBox line = new HBox(12, link, words);
        line.getStyleClass().add("persons-line");
        return line;
    }
}
