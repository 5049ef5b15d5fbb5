package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.bundle.Bundle;
import org.jailoo.history.Chronicle;
import org.jailoo.history.Derivation;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.identity.Card;
import org.jailoo.json.Json;
import org.jailoo.notebook.Fates;
import org.jailoo.notebook.Fates.Fate;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Scratch;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/**
 * The records of a bundle that waits, each as it would become: derived from what is held and what came together. Nothing
 * is written for it, and no transaction is waited for.
 */
public final class ComingRecords {
    /** As many comers as are compared with who is here. */
    private static final int COMPARED = 5_000;

    private final Notebook notebook;
    private final Scratch scratch;
    private final Bundle bundle;

    ComingRecords(Notebook notebook, Scratch scratch, Bundle bundle) {
        this.notebook = notebook;
        this.scratch = scratch;
        this.bundle = bundle;
    }

    /**
     * A record of the bundle in a line.
     *
     * @param shown what a list shows of it afterwards; null where nothing can be told, as of a purge that waits
     */
    public record Row(Fates.Told told, Lists.@Nullable Row shown) {}

    /** How many there are of a kind. */
    public long count(Fates.Show show) {
        return scratch.fates().count(show);
    }

    /** The records that would be erased here. */
    public List<String> erased() {
        return scratch.fates().erased();
    }

    /** Some of a kind, contradictions and erasures first. */
    public List<Row> page(Fates.Show show, int from, int count) {
        List<Row> rows = new ArrayList<>();
        for (Fates.Told told : scratch.fates().page(show, from, count)) {
            List<Revision> came = came(told.record());
            rows.add(notebook.reading(at -> {
                boolean free = isFree(at, told.record(), came);
                Optional<RecordState> after =
                        free ? after(at, told.record(), came, told.fate() == Fate.ERASED) : Optional.empty();
                return new Row(
                        told,
                        after.map(state -> Lists.Row.of(state, at.schema())).orElse(null));
            }));
        }
        return rows;
    }

    /** The new records of a type that anybody may read, as they would become; at most 5,000. */
    public List<RecordState> fresh(String type) {
        List<RecordState> fresh = new ArrayList<>();
        for (String record : scratch.fates().fresh(type, COMPARED)) {
            List<Revision> came = came(record);
            notebook.reading(at -> {
                if (isFree(at, record, came)) {
                    after(at, record, came, false)
                            .filter(state -> !state.deleted())
                            .ifPresent(fresh::add);
                }
                return record;
            });
        }
        return fresh;
    }

    /** What becomes of a path. */
    public enum Mark {
        /** It stays what it was. */
        SAME,
        /** It had no value. */
        NEW,
        /** Its value changes. */
        CHANGED,
        /** It loses its value. */
        GONE,
        /** Values stand beside each other, and a person has to settle it. */
        CONFLICT
    }

    /** One of the values of a path in conflict: from whom, and whether it comes with this bundle. */
    public record Contending(Json value, String from, boolean comes) {}

    /**
     * A path of a record.
     *
     * @param before what stands there now; null where nothing does
     * @param after what will; null where nothing will
     * @param contending of a conflict, all values, the shown one first
     */
    public record Line(
            String path,
            Mark mark,
            @Nullable Json before,
            @Nullable Json after,
            List<Contending> contending) {}

    /**
     * A record as it would become.
     *
     * @param before as it is now; null where it is not held
     * @param after null where only purges are known that wait
     * @param closed whether it may name a person and the identities are closed: then nothing of it is told
     */
    public record Coming(
            Fates.Told told,
            @Nullable RecordState before,
            @Nullable RecordState after,
            boolean closed,
            List<Line> lines) {}

    /** A record as it would become; empty where it did not come. */
    public Optional<Coming> look(String record) {
        Fates.Told told = scratch.fates().of(record);
        if (told == null) {
            return Optional.empty();
        }
        List<Revision> came = came(record);
        try {
            return Optional.of(notebook.reading(at -> {
                if (!isFree(at, record, came)) {
                    at.requireIdentities();
                }
                RecordState before = at.revisions().state(record).orElse(null);
                RecordState after =
                        after(at, record, came, told.fate() == Fate.ERASED).orElse(null);
                List<Line> lines = after == null ? List.of() : lines(at, before, after, came);
                return new Coming(told, before, after, false, lines);
            }));
        } catch (NotebookException e) {
            if (e.fault() != NotebookException.Fault.IDENTITIES_CLOSED) {
                throw e;
            }
            return Optional.of(new Coming(told, null, null, true, List.of()));
        }
    }

    private List<Revision> came(String record) {
        List<Revision> came = new ArrayList<>();
        scratch.eachOf(record, came::add);
        return came;
    }

    /** Whether every revision of a record is of a type that is free of names. */
    private static boolean isFree(Snapshot at, String record, List<Revision> came) {
        return came.stream().allMatch(r -> at.schema().codeSafe(r.header().type()))
                && at.revisions().headersOf(record).stream()
                        .allMatch(h -> at.schema().codeSafe(h.header().type()));
    }

    private static Optional<RecordState> after(Snapshot at, String record, List<Revision> came, boolean erased) {
        List<Held> together = together(at, record, came);
        boolean purged = erased || at.revisions().isPurged(record);
        return together.isEmpty() ? Optional.empty() : Derivation.derive(together, purged);
    }

    /** The union, each revision with its body where either side has it. */
    private static List<Held> together(Snapshot at, String record, List<Revision> came) {
        Map<String, Held> all = new HashMap<>();
        at.revisions().heldOf(record).forEach(held -> all.put(held.header().id(), held));
        for (Revision revision : came) {
            Held known = all.get(revision.id());
            if (known == null || known.body() == null) {
                Json.Obj body =
                        revision.content() == null ? null : revision.content().body();
                all.put(revision.id(), new Held(revision.header(), body));
            }
        }
        return List.copyOf(all.values());
    }

    private List<Line> lines(Snapshot at, @Nullable RecordState before, RecordState after, List<Revision> came) {
        if (after.purged()) {
            return List.of();
        }
        SortedMap<String, Json> was = before == null ? new TreeMap<>() : before.values();
        SortedMap<String, List<Chronicle.Contender>> contenders =
                Chronicle.of(together(at, after.record(), came)).conflicts();
        TreeSet<String> paths = new TreeSet<>(was.keySet());
        paths.addAll(after.values().keySet());
        paths.addAll(contenders.keySet());
        List<Line> lines = new ArrayList<>();
        for (String path : paths) {
            Json old = was.get(path);
            Json now = after.values().get(path);
            List<Chronicle.Contender> beside = contenders.getOrDefault(path, List.of());
            lines.add(new Line(
                    path,
                    mark(old, now, !beside.isEmpty()),
                    old,
                    now,
                    beside.stream().map(c -> contending(at, c, came)).toList()));
        }
        return lines;
    }

    private static Mark mark(@Nullable Json old, @Nullable Json now, boolean conflict) {
        if (conflict) {
            return Mark.CONFLICT;
        }
        if (old == null) {
            return Mark.NEW;
        }
        if (now == null) {
            return Mark.GONE;
        }
        return old.equals(now) ? Mark.SAME : Mark.CHANGED;
    }

    private Contending contending(Snapshot at, Chronicle.Contender contender, List<Revision> came) {
        List<String> writing = contender.revisions();
        String last = writing.get(writing.size() - 1);
        boolean held = writing.stream().anyMatch(at.revisions()::holdsRevision);
        String device = came.stream()
                .filter(r -> r.id().equals(last))
                .map(r -> r.header().writer().device())
                .findFirst()
                .orElseGet(() -> String.valueOf(at.revisions().writerOf(last)));
        Card card = bundle.cards().get(device);
        RecordHistory.Who who = RecordHistory.Who.of(at, notebook.device().deviceId(), device);
        String name = who.name() == null && card != null ? card.shownName() : who.name();
        return new Contending(contender.value(), name == null ? who.fingerprint() : name, !held);
    }
}
