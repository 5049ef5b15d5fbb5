package org.jailoo.ui.home;

import java.util.Map;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.HandoverChecks.Check;
import org.jailoo.app.HomeScan.Found;
import org.jailoo.app.HomeScan.Lacking;
import org.jailoo.notebook.Lists;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is lacking before a hand-over: a line each, which opens into the records that lack it. */
final class ChecksPane {
    private final Texts texts;
    private final Navigator navigator;

    ChecksPane(Texts texts, Navigator navigator) {
        this.texts = texts;
        this.navigator = navigator;
    }

    Node of(Found found) {
        Pane pane = new Pane("home-checks", texts.text("home.check.title"));
        if (found.lacking().isEmpty()) {
            return pane.with(Pane.line(Feather.CHECK_CIRCLE, texts.text("home.check.none")));
        }
        VBox lines = new VBox(2);
        for (Map.Entry<Check, Lacking> each : found.lacking().entrySet()) {
            lines.getChildren().add(line(each.getKey(), each.getValue()));
        }
        return pane.with(lines);
    }

    private Node line(Check check, Lacking lacking) {
        Label words = new Label(label(check));
        words.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Label count = new Label(texts.labels().number(lacking.count()));
        count.getStyleClass().add("home-number");
        count.setMinWidth(Region.USE_PREF_SIZE);
        FontIcon arrow = new FontIcon(Feather.CHEVRON_RIGHT);
        arrow.getStyleClass().add("quiet-icon");
        HBox head = new HBox(10, words, count, arrow);
        head.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, head);
        button.setId("check-" + check.name().toLowerCase(java.util.Locale.ROOT));
        button.getStyleClass().add("home-row");
        button.setMaxWidth(Double.MAX_VALUE);
        head.prefWidthProperty().bind(button.widthProperty().subtract(26));
        button.setAccessibleText(words.getText() + ": " + count.getText());
        FlowPane records = new FlowPane(4, 0);
        records.setPadding(new Insets(0, 0, 4, 10));
        VBox box = new VBox(button);
        button.setOnAction(e -> {
            boolean open = box.getChildren().remove(records);
            arrow.setIconCode(open ? Feather.CHEVRON_RIGHT : Feather.CHEVRON_DOWN);
            if (!open) {
                fill(records, lacking);
                box.getChildren().add(records);
            }
        });
        return box;
    }

    private void fill(FlowPane records, Lacking lacking) {
        records.getChildren().clear();
        for (Lists.Row row : lacking.first()) {
            Hyperlink link = new Hyperlink(Actions.name(texts, row.type(), row.code()));
            link.setMaxWidth(260);
            link.setOnAction(e -> navigator.openRecord(row.type(), row.record()));
            records.getChildren().add(link);
        }
        long more = lacking.count() - lacking.first().size();
        if (more > 0) {
            records.getChildren().add(Pane.quiet(texts.plural("home.drafts.more", more)));
        }
    }

    private String label(Check check) {
        return switch (check) {
            case CONSENT -> texts.text("home.check.consent");
            case PERSON -> texts.text("home.check.person");
            case CAMPAIGN -> texts.text("home.check.campaign");
            case DATE -> texts.text("home.check.date");
            case PLACE -> texts.text("home.check.place");
            case QUOTE -> texts.text("home.check.quote");
            case SEX -> texts.text("home.check.sex");
            case AGE -> texts.text("home.check.age");
        };
    }
}
