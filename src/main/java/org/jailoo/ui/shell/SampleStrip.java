package org.jailoo.ui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import org.jailoo.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Stands over every screen of the sample, so that nobody takes it for real work. */
final class SampleStrip extends HBox {
    SampleStrip(Messages messages, Runnable leave) {
        super(10);
        setId("sample-strip");
        getStyleClass().add("sample-strip");
        setAlignment(Pos.CENTER_LEFT);
        Label words = new Label(messages.text("shell.sample.strip"), new FontIcon(Feather.EYE));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Button button = new Button(messages.text("shell.sample.leave"));
        button.setId("leave-sample");
        button.getStyleClass().add(Styles.SMALL);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> leave.run());
        getChildren().addAll(words, new Spacer(), button);
    }
}
