package org.jailoo.app;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;

/** Finds the records that a reference may name, and says what people call those that it names. */
public final class References {
    /** As many suggestions as a person looks at. */
    public static final int SUGGESTIONS = 20;

    private final Notebook notebook;

    public References(Notebook notebook) {
        this.notebook = notebook;
    }

    /** Records of a type whose code or title begins with, or else holds, what was typed; the first 20. */
    public List<Lists.Row> suggest(String type, String typed) {
        return notebook.reading(at -> at.lists().named(type, typed, SUGGESTIONS));
    }

    /** What lists show of some records, by id; what the notebook does not know is left out. */
    public Map<String, Lists.Row> labels(Collection<String> records) {
        return notebook.reading(at -> {
            Map<String, Lists.Row> labels = new TreeMap<>();
            for (String record : records) {
                Lists.Row row = at.lists().find(record);
                if (row != null) {
                    labels.put(record, row);
                }
            }
            return labels;
        });
    }
}
