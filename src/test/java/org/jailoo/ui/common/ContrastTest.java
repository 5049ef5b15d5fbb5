package org.jailoo.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import atlantafx.base.theme.PrimerDark;
import atlantafx.base.theme.PrimerLight;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What stands in one colour on another can be read: 4.5 to 1 in light and dark, 7 to 1 in high contrast. */
class ContrastTest {
    private static final Pattern NAMED = Pattern.compile(
            "(-(?:color|jailoo)-[a-z0-9-]+):\\s*(#[0-9a-fA-F]{6}|rgba?\\([^)]*\\)|-(?:color|jailoo)-[a-z0-9-]+);");

    /** Words, and the grounds on which our rules or the theme's put them. */
    private static final String[][] WORDS = {
        {
            "-color-fg-default", "-color-bg-default", "-color-bg-overlay", "-color-bg-subtle", "-jailoo-page-bg",
            "-jailoo-card-bg", "-jailoo-sidebar-bg", "-jailoo-sidebar-selected", "-jailoo-notice-bg",
                    "-color-accent-subtle"
        },
        {
            "-color-fg-muted",
            "-color-bg-default",
            "-color-bg-overlay",
            "-color-bg-subtle",
            "-jailoo-page-bg",
            "-jailoo-card-bg",
            "-jailoo-sidebar-bg"
        },
        {"-color-fg-subtle", "-color-bg-default", "-jailoo-page-bg"},
        {"-color-fg-emphasis", "-color-accent-emphasis", "-color-danger-emphasis", "-color-accent-6"},
        {"-color-accent-fg", "-color-bg-default", "-jailoo-page-bg", "-jailoo-card-bg", "-color-bg-subtle"},
        {"-color-danger-fg", "-color-bg-default", "-jailoo-card-bg", "-jailoo-page-bg", "-color-danger-subtle"},
        {"-jailoo-brand", "-jailoo-page-bg", "-jailoo-sidebar-bg", "-jailoo-card-bg"},
        {"-jailoo-conflict-fg", "-jailoo-conflict-bg", "-jailoo-card-bg", "-jailoo-page-bg"},
        {"-jailoo-sample-fg", "-jailoo-sample-bg"},
        {"-color-fg-default", "-color-success-subtle"},
    };

    /** What must be seen, though nobody reads it: 3 to 1. */
    private static final String[][] SIGNS = {
        {"-jailoo-focus", "-jailoo-page-bg", "-jailoo-card-bg", "-jailoo-sidebar-bg", "-color-bg-default"},
    };

    private static String text(String resource) throws IOException {
        try (InputStream in = Objects.requireNonNull(ContrastTest.class.getResourceAsStream(resource), resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static Map<String, String> colours(Theme theme) throws IOException {
        String base = theme == Theme.DARK
                ? new PrimerDark().getUserAgentStylesheet()
                : new PrimerLight().getUserAgentStylesheet();
        Map<String, String> colours = new HashMap<>();
        for (String sheet : List.of(text(base), text("/org/jailoo/ui/" + theme.code() + ".css"))) {
            Matcher named = NAMED.matcher(sheet);
            Map<String, String> here = new HashMap<>();
            while (named.find()) {
                here.putIfAbsent(named.group(1), named.group(2));
            }
            colours.putAll(here);
        }
        return colours;
    }

    private static Color colour(Map<String, String> colours, String name) {
        String value = Objects.requireNonNull(colours.get(name), name);
        return value.startsWith("-") ? colour(colours, value) : Color.web(value);
    }

    /** Over a ground, where it is not opaque. */
    private static Color over(Color colour, Color ground) {
        return ground.interpolate(
                Color.color(colour.getRed(), colour.getGreen(), colour.getBlue()), colour.getOpacity());
    }

    private static double luminance(Color colour) {
        return 0.2126 * linear(colour.getRed())
                + 0.7152 * linear(colour.getGreen())
                + 0.0722 * linear(colour.getBlue());
    }

    private static double linear(double part) {
        return part <= 0.04045 ? part / 12.92 : Math.pow((part + 0.055) / 1.055, 2.4);
    }

    private static double ratio(Color one, Color other) {
        double light = Math.max(luminance(one), luminance(other));
        double dark = Math.min(luminance(one), luminance(other));
        return (light + 0.05) / (dark + 0.05);
    }

    private static void poor(Theme theme, String[][] pairs, double wanted, List<String> poor) throws IOException {
        Map<String, String> colours = colours(theme);
        for (String[] pair : pairs) {
            for (int i = 1; i < pair.length; i++) {
                Color page = colour(colours, "-jailoo-page-bg");
                Color ground = over(colour(colours, pair[i]), page);
                double ratio = ratio(over(colour(colours, pair[0]), ground), ground);
                if (ratio < wanted) {
                    poor.add(String.format("%s on %s: %.2f, wanted %.1f", pair[0], pair[i], ratio, wanted));
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource(Theme.class)
    void wordsAndTheKeyboardsPlaceCanBeSeen(Theme theme) throws IOException {
        List<String> poor = new ArrayList<>();
        poor(theme, WORDS, theme == Theme.CONTRAST ? 7 : 4.5, poor);
        poor(theme, SIGNS, 3, poor);
        assertThat(String.join("\n", poor)).isEmpty();
    }
}
