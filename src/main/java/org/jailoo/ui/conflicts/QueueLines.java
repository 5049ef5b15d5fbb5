package org.jailoo.ui.conflicts;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.Conflicts.Line;
import org.jspecify.annotations.Nullable;

/** The lines of the queue: what is settled goes out of them, and nothing else moves. */
final class QueueLines {
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> seen = FXCollections.unmodifiableObservableList(lines);

    /** The lines, to be looked at. */
    ObservableList<Line> seen() {
        return seen;
    }

    /** The place of the last line; -1 where there is none. */
    int last() {
        return lines.size() - 1;
    }

    /** The line at a place; null where none is. */
    @Nullable
    Line at(int place) {
        return place >= 0 && place < lines.size() ? lines.get(place) : null;
    }

    /** The first line of a record; -1 where it has none. */
    int first(String record) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).record().equals(record)) {
                return i;
            }
        }
        return ConflictsModel.NONE;
    }

    /** Takes what was read, and says where a line that was looked at, or one of its record, stands now; else 0. */
    int take(List<Line> read, @Nullable Line before) {
        lines.setAll(read);
        int same = before == null ? 0 : lines.indexOf(before);
        return same >= 0 || before == null ? same : Math.max(0, first(before.record()));
    }

    /** Takes out what of a record is no longer in conflict, and says where stands now what stood at a place. */
    int keepOnly(String record, Set<String> left, int place) {
        int next = place;
        List<Line> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.record().equals(record) || left.contains(line.path())) {
                kept.add(line);
            } else if (i < place) {
                next--;
            }
        }
        lines.setAll(kept);
        return next;
    }

    void remove(Predicate<Line> which) {
        lines.removeIf(which);
    }
}
