package org.jailoo.ui.form;

import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.Path;
import org.jspecify.annotations.Nullable;

/**
 * What a person changed in a record: the values as they stood when the form was opened, and the paths that differ since.
 *
 * <p>A path that was set back to what it was is not changed. One that was settled, because its values contradict each
 * other, counts as changed whatever it holds.
 */
public final class Changes {
    private final TreeMap<String, Json> base = new TreeMap<>();
    private final TreeMap<String, Json> changes = new TreeMap<>();
    private final Set<String> settled = new TreeSet<>();

    Changes(Map<String, Json> values) {
        base.putAll(values);
    }

    /** The value as it stands in the form, or null. */
    @Nullable
    Json value(String path) {
        Json changed = changes.get(path);
        if (changed == null) {
            return base.get(path);
        }
        return changed instanceof Json.Null ? null : changed;
    }

    /** The value when the form was opened, or null. */
    @Nullable
    Json opened(String path) {
        return base.get(path);
    }

    /** Writes a value, {@link Json#NULL} to clear. */
    void put(String path, Json value) {
        if (!settled.contains(path) && isAsOpened(path, value)) {
            changes.remove(path);
        } else {
            changes.put(path, value);
        }
    }

    private boolean isAsOpened(String path, Json value) {
        Json opened = base.get(path);
        if (opened == null) {
            // An item that was added and never filled says nothing.
            return value instanceof Json.Null
                    || (value instanceof Json.Obj object && object.members().isEmpty());
        }
        return opened.equals(value);
    }

    /** Decides a conflict: the path is written, even with the value that is shown already. */
    void settle(String path, Json value) {
        settled.add(path);
        changes.put(path, value);
    }

    /** Takes back what was changed at a path. */
    void undo(String path) {
        settled.remove(path);
        changes.remove(path);
    }

    boolean isSettled(String path) {
        return settled.contains(path);
    }

    boolean isChanged(String path) {
        return changes.containsKey(path);
    }

    boolean isEmpty() {
        return changes.isEmpty();
    }

    /** The change set: exactly the paths that the person changed or settled. */
    Json.Obj body() {
        return new Json.Obj(changes);
    }

    /** The paths that exist or were changed, ascending. */
    SortedSet<String> paths() {
        SortedSet<String> paths = new TreeSet<>(base.keySet());
        paths.addAll(changes.keySet());
        return paths;
    }

    /** The paths below a field, {@code field/…}, that exist or were changed. */
    SortedSet<String> below(String field) {
        String from = field + '/';
        String to = field + (char) ('/' + 1);
        SortedSet<String> paths = new TreeSet<>(base.subMap(from, to).keySet());
        paths.addAll(changes.subMap(from, to).keySet());
        return paths;
    }

    /** Makes the values what they once were; whether the record is deleted is no part of that. */
    void bring(SortedMap<String, Json> values) {
        SortedSet<String> all = paths();
        all.addAll(values.keySet());
        all.remove(Path.DELETED);
        for (String path : all) {
            Json wanted = values.get(path);
            if (!Objects.equals(wanted, value(path))) {
                put(path, wanted == null ? Json.NULL : wanted);
            }
        }
    }

    /** Goes on from a save: what was saved is the ground now; what was changed meanwhile stays changed. */
    void saved(Json.Obj body) {
        for (Map.Entry<String, Json> entry : body.members().entrySet()) {
            String path = entry.getKey();
            Json saved = entry.getValue();
            Json now = value(path);
            settled.remove(path);
            changes.remove(path);
            if (saved instanceof Json.Null) {
                base.remove(path);
            } else {
                base.put(path, saved);
            }
            // Set back while the save was under way: to the ground that is now, that is a change.
            put(path, now == null ? Json.NULL : now);
        }
    }

    /** What was changed at one moment, to come back to. */
    record Snapshot(SortedMap<String, Json> changes, SortedSet<String> settled) {}

    Snapshot snapshot() {
        return new Snapshot(new TreeMap<>(changes), new TreeSet<>(settled));
    }

    /** Changes exactly what was changed at that moment. */
    void restore(Snapshot moment) {
        changes.clear();
        settled.clear();
        settled.addAll(moment.settled());
        moment.changes().forEach(this::put);
    }

    /** A moment before a save, as it is to be come back to after it: what the save wrote stood otherwise then. */
    Snapshot beforeSave(Snapshot moment, Json.Obj saved) {
        SortedMap<String, Json> all = new TreeMap<>(moment.changes());
        saved.members().keySet().forEach(path -> all.putIfAbsent(path, base.getOrDefault(path, Json.NULL)));
        return new Snapshot(all, new TreeSet<>());
    }

    /** Stands on other values; only for a changes in which nothing is changed. */
    void reopen(SortedMap<String, Json> values) {
        base.clear();
        base.putAll(values);
        changes.clear();
        settled.clear();
    }
}
