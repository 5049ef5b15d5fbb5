package org.jailoo.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;

/** Tells of records that are known by their ids what a list of them shows; records of several types may stand together. */
public final class RecordLines {
    private final Notebook notebook;

    public RecordLines(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A record in a list.
     *
     * @param adm1 the code of its region; empty without
     * @param settlement as it was written; empty without
     */
    public record Line(Lists.Row row, String adm1, String settlement) {}

    /** The lines of records, by type, then the latest first, then by code; what is not here any more is left out. */
    public List<Line> of(List<String> records, Steps steps) {
        return notebook.reading(at -> {
            List<Line> lines = new ArrayList<>(records.size());
            long done = 0;
            for (String record : records) {
                Lists.Row row = at.lists().find(record);
                if (row != null && !row.deleted() && !row.purged()) {
                    Json.Obj place = at.revisions()
                            .visible(record)
                            .map(RecordLines::place)
                            .orElse(Json.object());
                    lines.add(new Line(row, text(place, "adm1"), text(place, "settlement")));
                }
                steps.done(++done, records.size());
            }
            lines.sort(Comparator.comparing((Line line) -> line.row().type())
                    .thenComparing(line -> line.row().day(), Comparator.reverseOrder())
                    .thenComparing(line -> line.row().code()));
            return lines;
        });
    }

    private static Json.Obj place(RecordState state) {
        return state.values().get("place") instanceof Json.Obj place ? place : Json.object();
    }

    private static String text(Json.Obj place, String member) {
        String text = place.text(member);
        return text == null ? "" : text;
    }
}
