package org.jailoo.ui.interview;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.collections.ObservableList;
import org.jailoo.app.EarlierInterviews;
import org.jailoo.app.EarlierInterviews.Born;
import org.jailoo.app.EarlierInterviews.Earlier;
import org.jailoo.record.Field;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.form.SetEntry;
import org.jspecify.annotations.Nullable;

/** Who talks in an interview, and what the notebook knows of earlier conversations with the same person. */
public final class PeopleModel {
    private final RecordForm form;
    private final EarlierInterviews source;
    private final Latest latest;
    private final ReadOnlyIntegerWrapper readings = new ReadOnlyIntegerWrapper();
    private Map<String, Born> born = Map.of();
    private List<Earlier> earlier = List.of();
    private List<String> asked = List.of();

    public PeopleModel(RecordForm form, Tasks tasks, EarlierInterviews source) {
        this.form = form;
        this.source = source;
        this.latest = new Latest(tasks);
        look();
    }

    /** Counts up whenever something was read. */
    public ReadOnlyIntegerProperty readings() {
        return readings.getReadOnlyProperty();
    }

    public SetEntry people() {
        Field field = Objects.requireNonNull(Objects.requireNonNull(form.type()).field("participants"));
        return form.set(field);
    }

    /** What was read of a form's people. */
    private record Read(Map<String, Born> born, List<Earlier> earlier) {}

    /** Reads of those who are named now; again only where others are. */
    public void look() {
        ObservableList<String> members = people().members();
        if (!form.typeName().equals("interview") || asked.equals(members)) {
            return;
        }
        List<String> now = List.copyOf(members);
        asked = now;
        String self = form.opened().form().record();
        latest.start(
                watch -> new Read(
                        source.born(now),
                        now.stream()
                                .flatMap(person -> source.of(person, self).stream())
                                .distinct()
                                .toList()),
                read -> {
                    born = read.born();
                    earlier = read.earlier();
                    readings.set(readings.get() + 1);
                });
    }

    /** Other interviews of the same people; empty until they are read. */
    public List<Earlier> earlier() {
        return earlier;
    }

    /** The age of those who are named, on a day; the youngest decides. */
    public Age age(@Nullable String date) {
        Age known = born.isEmpty() ? Age.UNKNOWN : Age.OF_AGE;
        for (Born one : born.values()) {
            Age age = Age.of(one.year(), one.ageBand(), date);
            if (age == Age.UNDER_18) {
                return age;
            }
            known = age == Age.UNKNOWN ? age : known;
        }
        return known;
    }
}
