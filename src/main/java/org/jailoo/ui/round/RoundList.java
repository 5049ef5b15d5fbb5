package org.jailoo.ui.round;

import java.util.List;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.ProgressRound.Round;
import org.jailoo.app.RoundRow;
import org.jailoo.search.Folding;
import org.jspecify.annotations.Nullable;

/** The rows of a round: all that were read, and those of them that fit what is looked for. */
final class RoundList {
    private final ReadOnlyObjectWrapper<@Nullable Round> round = new ReadOnlyObjectWrapper<>();
    private final ObservableList<RoundRow> rows = FXCollections.observableArrayList();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();

    ReadOnlyObjectProperty<@Nullable Round> round() {
        return round.getReadOnlyProperty();
    }

    ObservableList<RoundRow> rows() {
        return rows;
    }

    /** How many of all rows have no entry yet. */
    ReadOnlyIntegerProperty left() {
        return left.getReadOnlyProperty();
    }

    void take(Round read) {
        round.set(read);
        count();
    }

    private List<RoundRow> all() {
        Round read = round.get();
        return read == null ? List.of() : read.rows();
    }

    private void count() {
        left.set((int) all().stream().filter(r -> r.entry() == null).count());
    }

    /** Shows the rows in which these words stand, and the row of one record in any case. */
    void sift(String typed, @Nullable String always) {
        List<String> words = List.of(Folding.fold(typed).strip().split(" +", -1));
        rows.setAll(all().stream()
                .filter(r -> r.record().equals(always) || fits(r, words))
                .toList());
    }

    private static boolean fits(RoundRow row, List<String> words) {
        String all = Folding.fold(String.join(
                " ",
                String.valueOf(row.action().number()),
                row.action().plan(),
                row.action().text(),
                String.join(" ", row.action().addressees()),
                String.join(" ", row.action().roles())));
        return words.stream().allMatch(all::contains);
    }

    /** The first row that is shown; null where none is. */
    @Nullable
    RoundRow first() {
        return rows.isEmpty() ? null : rows.get(0);
    }

    /** The row of a record among those that are shown; null where it is not. */
    @Nullable
    RoundRow find(String record) {
        int place = place(record);
        return place < 0 ? null : rows.get(place);
    }

    /** The place of a record among the rows that are shown; -1 where it has none. */
    int place(String record) {
        for (int i = 0; i < rows.size(); i++) {
            if (rows.get(i).record().equals(record)) {
                return i;
            }
        }
        return -1;
    }

    /** Puts a row in the place of the one of its record. */
    void replace(RoundRow row) {
        Round read = round.get();
        if (read != null) {
            round.set(new Round(
                    read.campaigns(),
                    read.campaign(),
                    read.quarter(),
                    read.rows().stream()
                            .map(r -> r.record().equals(row.record()) ? row : r)
                            .toList()));
            count();
        }
        int place = place(row.record());
        if (place >= 0) {
            rows.set(place, row);
        }
    }
}
