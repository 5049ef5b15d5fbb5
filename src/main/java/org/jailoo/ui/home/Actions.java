package org.jailoo.ui.home;

import atlantafx.base.theme.Styles;
import java.util.Map;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.notebook.Lists.Count;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The three things that are done every day, large; the others small beside them. */
final class Actions extends HBox {
    private static final Map<String, Feather> ICONS = Map.of(
            "interview", Feather.MESSAGE_SQUARE,
            "participant", Feather.USER_PLUS,
            "focusGroup", Feather.USERS);

    private final Texts texts;
    private final Navigator navigator;
    private final Map<String, Hyperlink> counts = new java.util.HashMap<>();

    Actions(Texts texts, Navigator navigator) {
        super(12);
        this.texts = texts;
        this.navigator = navigator;
        getChildren()
                .addAll(
                        large("interview", "home.action.interview", true),
                        large("participant", "home.action.participant", false),
                        large("focusGroup", "home.action.focus-group", false),
                        new VBox(
                                2,
                                small("recommendation", "home.action.recommendation"),
                                small("campaign", "home.action.campaign")));
    }

    private Node large(String type, String key, boolean first) {
        FontIcon icon = new FontIcon(ICONS.getOrDefault(type, Feather.FILE));
        icon.getStyleClass().add("home-action-icon");
        Button button = new Button(texts.text(key), icon);
        button.setId("add-" + type);
        button.getStyleClass().add("home-action");
        if (first) {
            button.getStyleClass().add(Styles.ACCENT);
        }
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> navigator.newRecord(type));
        Hyperlink count = new Hyperlink(" ");
        count.setId("count-" + type);
        count.getStyleClass().add("home-count");
        count.setWrapText(true);
        count.setMinHeight(Region.USE_PREF_SIZE);
        count.setOnAction(e -> navigator.openList(type, null));
        counts.put(type, count);
        VBox box = new VBox(4, button, count);
        HBox.setHgrow(box, Priority.ALWAYS);
        box.setMaxWidth(290);
        return box;
    }

    private Node small(String type, String key) {
        Button button = new Button(texts.text(key), new FontIcon(Feather.PLUS));
        button.setId("add-" + type);
        button.getStyleClass().add(Styles.FLAT);
        button.setAlignment(Pos.CENTER_LEFT);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(e -> navigator.newRecord(type));
        return button;
    }

    void show(@Nullable Counts counted) {
        counts.forEach((type, link) -> {
            Count count = counted == null ? null : counted.types().get(type);
            String number = texts.labels().number(count == null ? 0 : count.records());
            link.setText(
                    counted == null
                            ? " "
                            : texts.text("home.action.list", texts.labels().types(type), number));
        });
    }

    /** A label for a record without a code. */
    static String name(Texts texts, String type, String code) {
        return code.isBlank() ? texts.text("home.record.unnamed", texts.labels().type(type)) : code;
    }

    static Label strong(String text) {
        Label label = Pane.words(text);
        label.getStyleClass().add("home-strong");
        return label;
    }
}
