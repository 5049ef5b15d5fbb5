package org.jailoo.ui.common;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;

/**
 * How large the letters are, in percent of their usual size; everything that is measured by letters follows.
 *
 * @param percent one of {@link #STEPS}
 */
public record TextSize(int percent) {
    public static final List<Integer> STEPS = List.of(100, 125, 150, 175, 200);
    public static final TextSize USUAL = new TextSize(100);

    /** What letters measure at 100 percent, in pixels. */
    private static final double BASE = 13;

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

    /** A style sheet that says it, which popups take over with the others of the scene; a rule on a node would not reach them. */
    String sheet() {
        String rule = String.format(Locale.ROOT, ".root{-fx-font-size:%.2fpx;}", pixels(BASE));
        return "data:text/css;base64," + Base64.getEncoder().encodeToString(rule.getBytes(StandardCharsets.US_ASCII));
    }
}
