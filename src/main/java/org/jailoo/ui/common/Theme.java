package org.jailoo.ui.common;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.application.Application;
import javafx.scene.Scene;
import javafx.scene.text.Font;

/** How the window looks, in light, in dark and in high contrast: AtlantaFX with sheets of our own, set in Noto Sans. */
public enum Theme {
    LIGHT,
    DARK,
    /** Black on white with strong lines, for weak eyes and for the sun. */
    CONTRAST;

    private static final List<String> FONTS = List.of("NotoSans-Regular.ttf", "NotoSans-Bold.ttf");

    /** The theme of this name, light if there is none. */
    public static Theme of(String name) {
        return Arrays.stream(values())
                .filter(theme -> theme.code().equalsIgnoreCase(name))
                .findFirst()
                .orElse(LIGHT);
    }

    /** The name that {@link #of} understands. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
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

    /** Gives a scene this look, with letters of this size; every later window gets it too. */
    public void apply(Scene scene, TextSize size) {
        Application.setUserAgentStylesheet(
                this == DARK ? new PrimerDark().getUserAgentStylesheet() : new PrimerLight().getUserAgentStylesheet());
        scene.getStylesheets().setAll(sheet("jailoo.css"), sheet(code() + ".css"), size.sheet());
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(Theme.class.getResource("/org/jailoo/ui/" + name))
                .toExternalForm();
    }
}
