package org.jailoo.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.MenuButton;
import javafx.scene.control.RadioMenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two small menus: the language, in its own name, and how the window looks: colours and the size of letters. */
public final class LookSwitch extends HBox {
    private final Look look;
    private final Messages messages;

    public LookSwitch(Look look, Messages messages) {
        this.look = look;
        this.messages = messages;
        setSpacing(2);
        setAlignment(Pos.CENTER_LEFT);
        getChildren().addAll(language(), looks());
    }

    private MenuButton language() {
        MenuButton button = new MenuButton(messages.text("look.language.name"));
        button.setId("language");
        button.setGraphic(new FontIcon(Feather.GLOBE));
        button.setMinWidth(USE_PREF_SIZE);
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        ToggleGroup group = new ToggleGroup();
        for (String one : Messages.LANGUAGES) {
            RadioMenuItem item = item(Messages.of(one).text("look.language.name"), one.equals(look.language()), group);
            item.setId("language-" + one);
            item.setOnAction(e -> look.speak(one));
            button.getItems().add(item);
        }
        return button;
    }

    private MenuButton looks() {
        MenuButton button = new MenuButton(null, new FontIcon(look.theme() == Theme.DARK ? Feather.MOON : Feather.SUN));
        button.setId("look");
        button.getStyleClass().addAll(Styles.FLAT, Styles.SMALL, "no-arrow");
        button.setTooltip(new Tooltip(messages.text("look.menu.hint")));
        button.setAccessibleText(messages.text("look.menu.hint"));
        ToggleGroup themes = new ToggleGroup();
        for (Theme one : Theme.values()) {
            RadioMenuItem item = item(name(one), one == look.theme(), themes);
            item.setId("theme-" + one.code());
            item.setOnAction(e -> look.wear(one));
            button.getItems().add(item);
        }
        button.getItems().add(new SeparatorMenuItem());
        ToggleGroup sizes = new ToggleGroup();
        for (int percent : TextSize.STEPS) {
            RadioMenuItem item = item(
                    messages.text("look.text.size", percent),
                    percent == look.size().percent(),
                    sizes);
            item.setId("text-" + percent);
            item.setOnAction(e -> look.write(new TextSize(percent)));
            button.getItems().add(item);
        }
        return button;
    }

    private static RadioMenuItem item(String text, boolean on, ToggleGroup group) {
        RadioMenuItem item = new RadioMenuItem(text);
        item.setToggleGroup(group);
        item.setSelected(on);
        return item;
    }

    private String name(Theme theme) {
        return switch (theme) {
            case LIGHT -> messages.text("look.theme.light");
            case DARK -> messages.text("look.theme.dark");
            case CONTRAST -> messages.text("look.theme.contrast");
        };
    }
}
