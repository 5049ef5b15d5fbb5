package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.consent.Consent;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists.InConflict;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Revisions.Brief;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.Path;
import org.jspecify.annotations.Nullable;

/** Everything in the notebook that contradicts itself, to be settled one by one; a settling is a save like any other. */
public final class Conflicts {
    /** So far back it is looked for what was written on. */
    private static final int LATEST = 100;

    private final Notebook notebook;
    private final Clock clock;
    private final SaveRecord save;
    /** What was read of a record the last time, as long as its mark is the same. */
    private Map<String, Known> known = Map.of();

    public Conflicts(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
        this.save = new SaveRecord(notebook, clock);
    }

    private record Known(String mark, List<Contested> paths) {}

    /** A path in conflict, and how many values stand there. */
    private record Contested(String path, int values) {}

    /**
     * A path of a record at which values contradict each other.
     *
     * @param code what people call the record; empty without
     * @param day its first date; empty without
     * @param values how many there are
     */
    public record Line(String record, String type, String code, String day, String path, int values) {}

    /**
     * All of them: consents first, then what was deleted here and written on there, then the rest by type, code and day.
     *
     * @param records how many records they are of
     * @param closed how many records are in conflict besides, in names and contacts, which are closed
     */
    public record Queue(List<Line> lines, long records, long closed) {
        public Queue {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A record with its contradictions, of one moment.
     *
     * @param form names the heads of this very state: what came since then is contradicted, and not overwritten
     * @param conflicts by path; the shown value first
     * @param parted by path, the value that stood there before; only where there was one
     * @param wroteOn of a record that was deleted here and written on there, the fields that were written on
     * @param typed whether something is typed in its form that nobody saved
     */
    public record Shown(
            SaveRecord.Form form,
            RecordState state,
            SortedMap<String, List<RecordHistory.Contending>> conflicts,
            SortedMap<String, Json> parted,
            List<String> wroteOn,
            boolean typed) {}

    /** The queue as of now; waits for no import. What was read once is not read again until it has changed. */
    public Queue queue(Steps steps) {
        Map<String, Known> next = new HashMap<>();
        Queue queue = notebook.reading(at -> {
            List<InConflict> records = new ArrayList<>();
            at.lists().eachInConflict(records::add);
            boolean open = notebook.identities().isOpen();
            List<Ranked> ranked = new ArrayList<>();
            long closed = 0;
            long shown = 0;
            int done = 0;
            for (InConflict record : records) {
                steps.done(done++, records.size());
                if (!record.open() && !open) {
                    closed++;
                    continue;
                }
                Known paths = paths(at, record);
                next.put(record.record(), paths);
                paths.paths().forEach(path -> ranked.add(ranked(at, record, path)));
                shown++;
            }
            ranked.sort(Ranked.ORDER);
            return new Queue(ranked.stream().map(Ranked::line).toList(), shown, closed);
        });
        synchronized (this) {
            known = next;
        }
        return queue;
    }

    private Known paths(Snapshot at, InConflict record) {
        Known before;
        synchronized (this) {
            before = known.get(record.record());
        }
        if (before != null && !record.mark().isEmpty() && before.mark().equals(record.mark())) {
            return before;
        }
        List<Contested> paths = new ArrayList<>();
        at.revisions()
                .visible(record.record())
                .ifPresent(state ->
                        state.conflicts().forEach((path, all) -> paths.add(new Contested(path, all.size()))));
        return new Known(record.mark(), List.copyOf(paths));
    }

    /** A line with what orders it. */
    private record Ranked(int first, int type, String place, Line line) {
        static final Comparator<Ranked> ORDER = Comparator.comparingInt(Ranked::first)
                .thenComparingInt(Ranked::type)
                .thenComparing(Ranked::place)
                .thenComparing(r -> r.line().day())
                .thenComparing(r -> r.line().record())
                .thenComparing(r -> r.line().path());
    }

    private static Ranked ranked(Snapshot at, InConflict record, Contested path) {
        List<String> types = List.copyOf(at.schema().types().keySet());
        int type = types.indexOf(record.type());
        return new Ranked(
                path.path().equals(Consent.FIELD) ? 0 : path.path().equals(Path.DELETED) ? 1 : 2,
                type < 0 ? types.size() : type,
                record.place(),
                new Line(record.record(), record.type(), record.code(), record.day(), path.path(), path.values()));
    }

    /**
     * A record with its contradictions; empty where it is gone, or names people and they are closed. That names were
     * shown is noted.
     */
    public Optional<Shown> show(String record) {
        try {
            return read(record);
        } catch (NotebookException e) {
            if (e.fault() == NotebookException.Fault.IDENTITIES_CLOSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private Optional<Shown> read(String record) {
        Brief brief = notebook.reading(at -> at.revisions().brief(record));
        if (brief == null || brief.purged()) {
            return Optional.empty();
        }
        if (!notebook.schema().codeSafe(brief.type())) {
            notebook.identities().shown(Content.timeText(clock.instant()), record);
        }
        RecordHistory history = new RecordHistory(notebook);
        return notebook.reading(at -> {
            RecordHistory.Story story = history.tell(at, record, 0);
            if (story.conflicts().containsKey(Path.DELETED)) {
                story = history.tell(at, record, LATEST);
            }
            RecordState state = story.state().orElse(null);
            return state == null || state.purged()
                    ? Optional.empty()
                    : Optional.of(new Shown(
                            new SaveRecord.Form(record, state.type(), state.parentsOfNextEdit()),
                            state,
                            story.conflicts(),
                            story.parted(),
                            wroteOn(story),
                            at.drafts().find(record) != null));
        });
    }

    /** The fields that were written by those who did not know of the deletion, in the order of their names. */
    private static List<String> wroteOn(RecordHistory.Story story) {
        Set<String> writers = new HashSet<>();
        story.conflicts().getOrDefault(Path.DELETED, List.of()).stream()
                .filter(value -> value.value() instanceof Json.Null)
                .flatMap(value -> value.writings().stream())
                .forEach(writing -> writers.add(writing.revision()));
        Set<String> fields = new TreeSet<>();
        for (RecordHistory.Entry entry : story.entries()) {
            if (writers.contains(entry.revision())) {
                entry.changes().forEach(change -> fields.add(change.path().replaceFirst("/.*", "")));
            }
        }
        fields.remove(Path.DELETED);
        return List.copyOf(fields);
    }

    /**
     * Settles contradictions of a record as it was shown, in one revision. What is typed in its form stays a draft.
     *
     * @param decided the value to stand, by path in conflict; {@code null} for none
     */
    public SaveRecord.Outcome settle(Shown shown, SortedMap<String, Json> decided) {
        if (decided.isEmpty() || !shown.conflicts().keySet().containsAll(decided.keySet())) {
            throw new IllegalArgumentException("only what is in conflict is settled");
        }
        return save.saveBeside(shown.form(), new Json.Obj(new TreeMap<>(decided)));
    }

    /**
     * What one device wrote wherever something of the record is in conflict: one value by path. Consent and deletion are
     * decided by themselves, and are not among them.
     */
    public static SortedMap<String, Json> allOf(Shown shown, String device) {
        SortedMap<String, Json> all = new TreeMap<>();
        shown.conflicts().forEach((path, values) -> {
            Json one = path.equals(Consent.FIELD) || path.equals(Path.DELETED) ? null : oneOf(values, device);
            if (one != null) {
                all.put(path, one);
            }
        });
        return all;
    }

    private static @Nullable Json oneOf(List<RecordHistory.Contending> values, String device) {
        Json one = null;
        for (RecordHistory.Contending value : values) {
            if (value.writings().stream().anyMatch(w -> w.who().device().equals(device))) {
                if (one != null) {
                    return null;
                }
                one = value.value();
            }
        }
        return one;
    }
}
