package org.jailoo.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window looks, in light and in dark: AtlantaFX with a sheet of our own, set in Noto Sans. */
public enum Theme {
    LIGHT,
    DARK;

    private static final List<String> FONTS = List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf");

    /** The theme of this name, light if there is none. */
    public static Theme of(String name) {
        return name.equalsIgnoreCase("dark") ? DARK : LIGHT;
    }

    /** The name that {@link #of} understands. */
    public String code() {
        return this == DARK ? "dark" : "light";
    }

    /** Loads the fonts that hold every Kyrgyz letter; once, before the first window. */
    public static void loadFonts() {
        for (String font : FONTS) {
            try (InputStream in =
                    Objects.requireNonNull(Theme.class.getResourceAsStream("/org/jailoo/ui/fonts/" + font))) {
                Font.loadFont(in, 13);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** Gives a scene this look; every later window gets it too. */
    public void apply(Scene scene) {
        Application.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("jailoo.css"), sheet(this == DARK ? "dark.css" : "light.css"));
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/org/jailoo/ui/" + name))
                .toExternalForm();
    }
}
