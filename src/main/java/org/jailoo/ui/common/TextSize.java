package org.jailoo.ui.common;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * How large the letters are, in percent of their usual size; everything that is measured by letters follows.
 *
 * @param percent one of {@link #STEPS}
 */
public record TextSize(int percent) {
    public static final List<Integer> STEPS = List.of(100, 125, 150, 175, 200);
    public static final TextSize USUAL = new TextSize(100);

    private static final Pattern PIXELS = Pattern.compile("([0-9]+(?:\\.[0-9]+)?)px");

    public TextSize {
        if (!STEPS.contains(percent)) {
            throw new IllegalArgumentException("no step: " + percent);
        }
    }

    /** The size of this name, the usual one where it is none. */
    public static TextSize of(String percent) {
        return STEPS.stream()
                .filter(step -> String.valueOf(step).equals(percent.strip()))
                .findFirst()
                .map(TextSize::new)
                .orElse(USUAL);
    }

    public TextSize larger() {
        return step(1);
    }

    public TextSize smaller() {
        return step(-1);
    }

    private TextSize step(int by) {
        int next = STEPS.indexOf(percent) + by;
        return next < 0 || next >= STEPS.size() ? this : new TextSize(STEPS.get(next));
    }

    /** So many pixels at 100 percent, in pixels at this size. */
    public double pixels(double usual) {
        return usual * percent / 100;
    }

    /** The sheet of all sizes, at this one. Popups take it over with the others of the scene, as they would no rule on a node. */
    String sheet() {
        try (InputStream in = Objects.requireNonNull(TextSize.class.getResourceAsStream("/org/jailoo/ui/sizes.css"))) {
            String usual = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String scaled = PIXELS.matcher(usual)
                    .replaceAll(
                            found -> String.format(Locale.ROOT, "%.2fpx", pixels(Double.parseDouble(found.group(1)))));
            return "data:text/css;base64,"
                    + Base64.getEncoder().encodeToString(scaled.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
