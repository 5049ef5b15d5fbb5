package org.jailoo.ui.home;

import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** The counts of the first page, which the sidebar shows too. */
public final class HomeModel {
    private final HomeCounts counting;
    private final Latest latest;
    private final ObjectProperty<@Nullable Counts> counts = new SimpleObjectProperty<>();
    private final LongProperty conflicts = new SimpleLongProperty();

    public HomeModel(Tasks tasks, HomeCounts counting) {
        this.counting = counting;
        this.latest = new Latest(tasks);
    }

    /** Null until they were counted once. */
    public ReadOnlyObjectProperty<@Nullable Counts> countsProperty() {
        return counts;
    }

    /** Records in conflict, of all types. */
    public ReadOnlyLongProperty conflictsProperty() {
        return conflicts;
    }

    /** Counts again. */
    public void reload() {
        latest.start(watch -> counting.count(), counted -> {
            counts.set(counted);
            conflicts.set(counted.inConflict());
        });
    }
}
