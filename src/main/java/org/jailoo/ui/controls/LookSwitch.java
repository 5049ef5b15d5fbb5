package org.jailoo.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Theme;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Two small buttons: the language, in its own name, and light or dark. */
public final class LookSwitch extends HBox {
    public LookSwitch(Look look, Messages messages) {
        setSpacing(4);
        setAlignment(Pos.CENTER_LEFT);
        MenuButton language = new MenuButton(Messages.of(look.language()).text("look.language.name"));
        language.setId("language");
        language.setGraphic(new FontIcon(Feather.GLOBE));
        language.setMinWidth(USE_PREF_SIZE);
        language.getStyleClass().addAll(Styles.FLAT, Styles.SMALL);
        for (String one : Messages.LANGUAGES) {
            MenuItem item = new MenuItem(Messages.of(one).text("look.language.name"));
            item.setId("language-" + one);
            item.setOnAction(e -> look.speak(one));
            language.getItems().add(item);
        }
        boolean dark = look.theme() == Theme.DARK;
        Button theme = new Button(null, new FontIcon(dark ? Feather.SUN : Feather.MOON));
        theme.setId("theme");
        theme.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        theme.setTooltip(new Tooltip(messages.text(dark ? "look.theme.light" : "look.theme.dark")));
        theme.setAccessibleText(messages.text(dark ? "look.theme.light" : "look.theme.dark"));
        theme.setOnAction(e -> look.wear(dark ? Theme.LIGHT : Theme.DARK));
        getChildren().addAll(language, theme);
    }
}
