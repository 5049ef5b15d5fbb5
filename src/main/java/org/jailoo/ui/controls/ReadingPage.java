package org.jailoo.ui.controls;

import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;

/** A page to be read: what is protected, and what is not, in the language that is on. */
public final class ReadingPage extends ScrollPane {
    private static final int WIDTH = 760;

    public ReadingPage(Messages messages) {
        VBox column = new VBox();
        column.getStyleClass().add("reading");
        column.setMaxWidth(WIDTH);
        for (String line : ReadingText.lines(messages.locale().getLanguage())) {
            if (!line.isBlank()) {
                column.getChildren().add(node(line));
            }
        }
        HBox middle = new HBox(column);
        middle.getStyleClass().add("reading-middle");
        HBox.setHgrow(column, Priority.ALWAYS);
        setContent(middle);
        setFitToWidth(true);
        setHbarPolicy(ScrollBarPolicy.NEVER);
        setId("reading-page");
        getStyleClass().addAll("edge-to-edge", "page");
        setAccessibleText(
                ReadingText.lines(messages.locale().getLanguage()).get(0).substring(2));
    }

    private static Node node(String line) {
        if (line.startsWith("# ")) {
            return text(line.substring(2), "page-title");
        }
        if (line.startsWith("## ")) {
            return text(line.substring(3), "section-title");
        }
        if (line.startsWith("- ")) {
            Label mark = new Label("–");
            mark.setMinWidth(Region.USE_PREF_SIZE);
            Label words = text(line.substring(2), "reading-point");
            HBox.setHgrow(words, Priority.ALWAYS);
            return new HBox(8, mark, words);
        }
        return text(line, "reading-text");
    }

    private static Label text(String words, String style) {
        return Wrapped.words(words, style);
    }
}
