package org.jailoo.ui.devices;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the page of devices is put together of. */
final class Parts {
    private Parts() {}

    static Label words(String text) {
        return Wrapped.words(text);
    }

    static Label quiet(String text) {
        return Wrapped.words(text, "quiet");
    }

    static Label head(String text) {
        return Wrapped.words(text, "section-title");
    }

    /** A sentence behind a sign. */
    static HBox line(Feather sign, Node words, Node... end) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("quiet-icon");
        HBox line = new HBox(10, icon, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (words instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        line.getChildren().addAll(end);
        line.setAlignment(Pos.TOP_LEFT);
        return line;
    }

    /** A sentence that has to be seen, and something to press at its end. */
    static HBox banner(String style, Feather sign, Node words, Node... end) {
        HBox banner = line(sign, words, end);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().setAll(style);
        return banner;
    }

    static VBox column(double gap, Node... nodes) {
        VBox column = new VBox(gap, nodes);
        column.setMinWidth(0);
        return column;
    }

    static Button button(String id, String text, Feather sign, Runnable pressed) {
        Button button = new Button(text, new FontIcon(sign));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> pressed.run());
        return button;
    }

    /** The day of a time, by this laptop's calendar. */
    static String day(Texts texts, String time) {
        try {
            return texts.labels()
                    .date(Instant.parse(time)
                            .atZone(ZoneId.systemDefault())
                            .toLocalDate()
                            .toString());
        } catch (DateTimeParseException e) {
            return time;
        }
    }

    static String name(Texts texts, Device device) {
        return device.disputed()
                ? texts.text("devices.name.disputed")
                : device.card().shownName();
    }

    static String name(Texts texts, Who who) {
        if (who.self()) {
            return texts.text("devices.name.self");
        }
        return who.name() == null ? texts.text("devices.name.unknown", who.fingerprint()) : who.name();
    }

    static String label(Texts texts, Trust trust) {
        return switch (trust) {
            case TRUSTED -> texts.text("devices.trust.trusted");
            case UNKNOWN -> texts.text("devices.trust.unknown");
            case BLOCKED -> texts.text("devices.trust.blocked");
        };
    }

    static Feather sign(Trust trust) {
        return switch (trust) {
            case TRUSTED -> Feather.CHECK_CIRCLE;
            case UNKNOWN -> Feather.HELP_CIRCLE;
            case BLOCKED -> Feather.SLASH;
        };
    }
}
