package org.jailoo.history;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A notebook as the laws of merging see it: a set of revisions, the bodies that it was ever given, and the records whose
 * purge it accepted.
 */
final class NotebookModel {
    private final Map<String, Held> revisions = new LinkedHashMap<>();
    private final Set<String> accepted = new LinkedHashSet<>();
    private final Map<String, String> times;

    /** An empty notebook; {@code times} are the laptops' opinions by revision id, which no rule may look at. */
    NotebookModel(Map<String, String> times) {
        this.times = times;
    }

    /** Adds a revision; of one that is there already, a body is kept from wherever it comes. */
    NotebookModel add(Held held) {
        revisions.merge(held.header().id(), held, (old, now) -> old.body() != null ? old : now);
        return this;
    }

    NotebookModel accept(String record) {
        accepted.add(record);
        return this;
    }

    NotebookModel copy() {
        return union(new NotebookModel(times));
    }

    NotebookModel union(NotebookModel other) {
        NotebookModel union = new NotebookModel(times);
        revisions.values().forEach(union::add);
        other.revisions.values().forEach(union::add);
        union.accepted.addAll(accepted);
        union.accepted.addAll(other.accepted);
        return union;
    }

    /** Every revision, with the bodies as they came, those of purged records too. */
    Collection<Held> all() {
        return revisions.values();
    }

    boolean isPurged(String record) {
        return accepted.contains(record);
    }

    Set<String> records() {
        Set<String> records = new TreeSet<>();
        revisions.values().forEach(held -> records.add(held.header().record()));
        return records;
    }

    /** The revisions of a record, with the bodies as they came. */
    List<Held> asCame(String record) {
        return revisions.values().stream()
                .filter(held -> held.header().record().equals(record))
                .toList();
    }

    /** The revisions of a record as a notebook holds them: an accepted purge has destroyed the bodies. */
    List<Held> held(String record) {
        return asCame(record).stream()
                .map(held -> new Held(held.header(), isPurged(record) ? null : held.body()))
                .toList();
    }

    String time(String id) {
        return times.getOrDefault(id, "");
    }

    static Held without(Held held) {
        return new Held(held.header(), (Json.@Nullable Obj) null);
    }
}
