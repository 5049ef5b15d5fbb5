package org.jailoo.ui.withdrawal;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.WithdrawalPlan.Item;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What the screens of a withdrawal are put together of. */
final class Parts {
    private Parts() {}

    static Label words(String text) {
        return Wrapped.words(text);
    }

    static Label quiet(String text) {
        return Wrapped.words(text, "quiet", "small");
    }

    static Label head(String text) {
        Label label = words(text);
        label.getStyleClass().add("section-title");
        return label;
    }

    /** A part of the page under its title. */
    static VBox card(String id, String title, Node... nodes) {
        VBox card = new VBox(8, head(title));
        card.setId(id);
        card.getStyleClass().add("card");
        card.getChildren().addAll(nodes);
        return card;
    }

    /** A sentence behind a sign, and something to press at its end. */
    static HBox line(Feather sign, Node words, Node... end) {
        FontIcon icon = new FontIcon(sign);
        icon.getStyleClass().add("withdrawal-sign");
        HBox line = new HBox(10, icon, words);
        HBox.setHgrow(words, Priority.ALWAYS);
        if (words instanceof Region region) {
            region.setMaxWidth(Double.MAX_VALUE);
        }
        line.getChildren().addAll(end);
        line.setAlignment(Pos.TOP_LEFT);
        line.getStyleClass().add("withdrawal-line");
        return line;
    }

    static HBox banner(String style, Feather sign, String text, Node... end) {
        HBox banner = line(sign, words(text), end);
        banner.setAlignment(Pos.CENTER_LEFT);
        banner.getStyleClass().setAll(style);
        return banner;
    }

    /** A sentence over a quieter one. */
    static VBox two(String first, String second) {
        VBox box = new VBox(1, words(first));
        if (!second.isEmpty()) {
            box.getChildren().add(quiet(second));
        }
        return box;
    }

    static Hyperlink link(String text, Runnable go) {
        Hyperlink link = new Hyperlink(text);
        link.setMinWidth(Region.USE_PREF_SIZE);
        link.setOnAction(event -> go.run());
        return link;
    }

    /** A record as people call it. */
    static String name(Texts texts, Item item) {
        String type = texts.labels().type(item.type());
        String code = item.code().isBlank() ? item.record().substring(0, 8) : item.code();
        return item.day().isEmpty()
                ? texts.text("withdrawal.item.name", type, code)
                : texts.text("withdrawal.item.dated", type, code, texts.labels().date(item.day()));
    }

    /** The first lines, and how many more there are. */
    static List<Node> first(Texts texts, List<Node> nodes, int most, long left) {
        List<Node> first = new java.util.ArrayList<>(nodes.subList(0, Math.min(most, nodes.size())));
        long more = nodes.size() - first.size() + left;
        if (more > 0) {
            first.add(quiet(texts.plural("withdrawal.list.more", more)));
        }
        return first;
    }
}
