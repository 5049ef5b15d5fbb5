package org.jailoo.ui.unlock;

import atlantafx.base.theme.Styles;
import java.util.stream.Collectors;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.unlock.UnlockModel.Mode;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What somebody sees who starts Jailoo for the first time: three languages, each in its own, and three ways on. */
final class WelcomePane extends VBox {
    WelcomePane(UnlockModel model, Messages messages, Look look) {
        super(14);
        getStyleClass().add("welcome");
        Button fresh = way(
                "mode-create",
                Feather.EDIT_3,
                messages.text("unlock.mode.create"),
                messages.text("unlock.welcome.create"));
        fresh.getStyleClass().add("main-way");
        fresh.setOnAction(e -> model.turn(Mode.CREATE));
        Button open = way(
                "mode-open", Feather.FOLDER, messages.text("unlock.mode.open"), messages.text("unlock.welcome.open"));
        open.setOnAction(e -> model.turn(Mode.OPEN));
        Button sample = way(
                "look-around", Feather.EYE, messages.text("unlock.sample.link"), messages.text("unlock.sample.hint"));
        sample.setOnAction(e -> model.lookAround());
        for (Button way : new Button[] {fresh, open, sample}) {
            way.disableProperty().bind(model.busyProperty());
        }
        getChildren().addAll(heading(), languages(look, fresh), fresh, open, sample);
    }

    /** Nobody knows yet which of them is understood. */
    private static Label heading() {
        Label heading = new Label(
                Messages.LANGUAGES.stream()
                        .map(one -> Messages.of(one).text("unlock.welcome.language"))
                        .collect(Collectors.joining("  ·  ")),
                new FontIcon(Feather.GLOBE));
        heading.getStyleClass().add("quiet");
        heading.setMaxWidth(Double.MAX_VALUE);
        heading.setAlignment(Pos.CENTER);
        return heading;
    }

    private static HBox languages(Look look, Button next) {
        HBox box = new HBox(10);
        for (String one : Messages.LANGUAGES) {
            boolean on = one.equals(look.language());
            ToggleButton button = new ToggleButton(Messages.of(one).text("look.language.name"));
            button.setGraphic(on ? new FontIcon(Feather.CHECK) : null);
            button.setId("speak-" + one);
            button.getStyleClass().addAll("language", Styles.LARGE);
            button.setSelected(on);
            button.setMaxWidth(Double.MAX_VALUE);
            button.setMinWidth(Region.USE_PREF_SIZE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setOnAction(e -> {
                button.setSelected(true);
                look.speak(one);
                next.requestFocus();
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private static Button way(String id, Feather icon, String title, String words) {
        Text head = new Text(title);
        head.getStyleClass().add("way-title");
        Text hint = new Text(words);
        hint.getStyleClass().add("way-hint");
        VBox both = new VBox(2, head, hint);
        both.setMinWidth(0);
        HBox.setHgrow(both, Priority.ALWAYS);
        HBox inside = new HBox(14, new FontIcon(icon), both);
        inside.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, inside);
        // A text knows how many lines it takes; a label in a button is measured as if it had one.
        for (Text text : new Text[] {head, hint}) {
            text.wrappingWidthProperty().bind(button.widthProperty().subtract(90));
        }
        button.setId(id);
        button.setAccessibleText(title + ". " + words);
        button.getStyleClass().add("way");
        button.setMaxWidth(Double.MAX_VALUE);
        return button;
    }
}
