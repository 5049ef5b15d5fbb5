package org.jailoo.app;

import java.time.Duration;
import java.util.List;
import org.jailoo.notebook.Notebook;

/** After how many minutes without a key or the mouse a notebook locks: a choice of few, among them never «never». */
public final class IdleTime {
    /** In minutes. */
    public static final List<Integer> CHOICES = List.of(1, 2, 5, 10, 15);

    /** Where nobody has chosen. */
    public static final Duration USUAL = Duration.ofMinutes(5);

    private static final String SETTING = "lock.idle";

    private final Notebook notebook;

    public IdleTime(Notebook notebook) {
        this.notebook = notebook;
    }

    /** What was chosen; a setting that is no choice counts as none. */
    public Duration chosen() {
        return notebook.settings()
                .get(SETTING)
                .flatMap(text -> CHOICES.stream()
                        .filter(minutes -> text.equals(minutes.toString()))
                        .findFirst())
                .map(Duration::ofMinutes)
                .orElse(USUAL);
    }

    /** Chooses one of {@link #CHOICES}. */
    public void choose(int minutes) {
        if (!CHOICES.contains(minutes)) {
            throw new IllegalArgumentException("not a choice: " + minutes);
        }
        notebook.settings().put(SETTING, String.valueOf(minutes));
    }
}
