package org.jailoo.simulation;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.RecordState;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.simulation.Event.Back;
import org.jailoo.simulation.Event.Damage;
import org.jspecify.annotations.Nullable;

/** Notebooks that a season is played on: what people do with them, and what can be seen of them afterwards. */
public interface Fleet extends AutoCloseable {
    /** A form that stands open. */
    interface Form {
        /** The record's id. */
        String record();
    }

    /** A revision that was acknowledged to a person. */
    record Written(
            String id,
            String record,
            Writer writer,
            long seq,
            List<String> parents,
            @Nullable Form form) {}

    /** A bundle as it was written. */
    interface Parcel {}

    /** What an import said of itself. */
    record Told(long fresh, long changed, long same, long heldPurges, long forks, long gaps) {}

    /** A notebook as it is looked at: sums of the keys of its revisions and of those with a body, and the erased records. */
    record Sums(long revisions, long bodied, Set<String> purged) {}

    /** A number that stands for a revision where only sums are compared. */
    static long key(String id) {
        return id.hashCode() * 0x9E3779B97F4A7C15L;
    }

    /** A form on a record, or for a new one. */
    Form open(int machine, String type, @Nullable String record);

    /** Saves; null where the record was erased meanwhile. */
    @Nullable
    Written save(int machine, Form form, Map<String, Json> body, Instant now);

    Written purge(int machine, String record, Instant now);

    Parcel send(int machine, @Nullable Choice choice, List<Integer> to, Instant now);

    /** Takes a bundle in; null where it was refused. */
    @Nullable
    Told take(int machine, Parcel parcel, Damage damage, double at, boolean acceptPurges, Instant now);

    void block(int machine, int lost);

    /** Copies a notebook to a new machine. */
    void copy(int machine, int copy, boolean noticed);

    /** Makes a backup, or copies the file away. */
    void keep(int machine, Back how, Instant now);

    /** What was kept takes the notebook's place. */
    void restore(int machine, Back how, Instant now);

    void lose(int machine);

    /** Who writes on a machine. */
    Writer writer(int machine);

    Sums sums(int machine);

    /** The ids of all revisions held. */
    Set<String> ids(int machine);

    @Nullable
    RecordState state(int machine, String record);

    /** What each instance that was heard of is known to hold and has not arrived. */
    Map<Writer, Long> gaps(int machine);

    /** A text that changes with whatever the notebook keeps. */
    String fingerprint(int machine);

    /** Whether everything derived agrees with what it is derived from. */
    void isSound(int machine);

    @Override
    void close();
}
