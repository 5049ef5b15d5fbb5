package org.jailoo.app;

import java.util.List;
import org.jailoo.notebook.Notebook;

/** After how many minutes without use the names close by themselves; a person chooses, for this notebook. */
public final class NamesTime {
    /** What can be chosen. */
    public static final List<Integer> CHOICES = List.of(1, 3, 10);

    /** Where nobody chose. */
    public static final int USUAL = 3;

    private static final String SETTING = "names.minutes";

    private final Notebook notebook;

    public NamesTime(Notebook notebook) {
        this.notebook = notebook;
    }

    /** How many minutes. */
    public int minutes() {
        return notebook.reading(at -> at.settings()
                .get(SETTING)
                .flatMap(text -> CHOICES.stream()
                        .filter(c -> String.valueOf(c).equals(text))
                        .findFirst())
                .orElse(USUAL));
    }

    /** Chooses one of {@link #CHOICES}. */
    public void choose(int minutes) {
        notebook.inTransaction(() -> {
            notebook.settings().put(SETTING, String.valueOf(minutes));
            return minutes;
        });
    }
}
