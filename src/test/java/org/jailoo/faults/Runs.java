package org.jailoo.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.CardFile;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SaveText;
import org.jailoo.cli.ExitCode;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.Contents;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/** Plays one use case again and again on a disk that fails at another place each time, and looks at what is left. */
final class Runs {
    /** Of these a file that failed may bear the number of. */
    private static final Set<String> ALWAYS_APART = Set.of("meta");

    private static final Card NEXT = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "next");
    private static final Set<String> DAMAGE = Set.of("failure.notebook.damaged", "exit " + ExitCode.DAMAGED);
    private static final int KIND = 24;

    private final Disk disk;
    private final UseCase useCase;
    private final Place prepared;
    private final Place place;
    private Map<String, String> before = Map.of();
    private boolean logStays;

    /** What was counted, for the table. */
    int runs;

    int failed;
    int done;
    final Map<String, Integer> sentences = new TreeMap<>();
    /** By what was found, so that a table of hundreds can be read. */
    final Map<String, List<String>> wrong = new TreeMap<>();

    Runs(Disk disk, UseCase useCase, Path root) {
        this.disk = disk;
        this.useCase = useCase;
        this.prepared = new Place(root.resolve("prepared"));
        this.place = new Place(root.resolve("place"));
    }

    /** Makes what each run begins with. */
    void prepare() throws Exception {
        prepared.clear();
        prepared.made();
        Notebooks.make(prepared);
        useCase.prepare(prepared);
        place.copy(prepared);
        if (useCase.isCompared()) {
            try (Notebook notebook = useCase.open(place)) {
                before = contents(notebook);
            }
        }
    }

    static Map<String, String> contents(Notebook notebook) {
        Map<String, String> contents = new TreeMap<>(Contents.of(notebook, ALWAYS_APART));
        contents.keySet().removeAll(Set.of("custody"));
        return contents;
    }

    /** Does it on a good disk, and tells how many calls change the disk, or read, meanwhile. */
    long count(boolean reading) throws Exception {
        place.copy(prepared);
        Mode mode = reading ? Mode.READ_FAIL : Mode.COUNT;
        try (Session session = new Session()) {
            useCase.begin(place, session.notebook);
            disk.arm(mode, Long.MAX_VALUE, place.folder().resolve(useCase.armed()), useCase.reads());
            try {
                useCase.act(place, session.notebook);
            } finally {
                disk.disarm();
            }
            useCase.requireDone(place, session.notebook);
        }
        requireClean(true);
        return disk.count();
    }

    /** The notebook while it is done, where it is open then. */
    private final class Session implements AutoCloseable {
        final @Nullable Notebook notebook;

        Session() {
            notebook = useCase.inSession() ? useCase.open(place) : null;
        }

        @Override
        public void close() {
            if (notebook != null) {
                notebook.close();
            }
        }
    }

    Place place() {
        return place;
    }

    /** Does it once, on the disk as it is; the prepared place must lie there. Then a file says that it was told as done. */
    void doOnce(Path acknowledged) throws Exception {
        try (Session session = new Session()) {
            useCase.begin(place, session.notebook);
            useCase.act(place, session.notebook);
            Files.createFile(acknowledged);
            useCase.requireDone(place, session.notebook);
        }
    }

    /** Looks at what a disk may hold after the power went. */
    void lookAfter(PowerCut cut, PowerCut.Kept kept, Random random, boolean acknowledged, String when)
            throws Exception {
        Place after = new Place(place.folder().resolveSibling("after"));
        after.clear();
        after.made();
        cut.write(place.folder(), after.folder(), kept, random);
        try {
            useCase.requireSound(after, acknowledged, before);
        } catch (Exception | AssertionError e) {
            String told = String.valueOf(e.getMessage());
            String kind = e.getClass().getSimpleName() + " " + told.substring(0, Math.min(KIND, told.length()));
            wrong.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(when
                            + (acknowledged ? ", acknowledged: " : ": ")
                            + (Boolean.getBoolean("faults.traces") ? trace(e) : e + " " + e.getStackTrace()[0]));
        }
    }

    /** One run: fails at the Nth, and looks. */
    void run(Mode mode, long at) throws Exception {
        place.copy(prepared);
        runs++;
        // A log that could not be read when the notebook was closed stays until the process ends.
        logStays = mode == Mode.READ_FAIL || mode == Mode.GONE || mode == Mode.PULLED;
        Disk.Hit hit = new Disk.Hit(0, "", "");
        try {
            Throwable failure = null;
            try (Session session = new Session()) {
                useCase.begin(place, session.notebook);
                disk.arm(mode, at, place.folder().resolve(useCase.armed()), useCase.reads());
                try {
                    useCase.act(place, session.notebook);
                } catch (Exception | AssertionError e) {
                    failure = e;
                } finally {
                    hit = disk.disarm();
                }
                look(session.notebook, failure, mode);
            }
            requireClean(true);
        } catch (Exception | AssertionError e) {
            disk.disarm();
            String told = String.valueOf(e.getMessage());
            String kind = e.getClass().getSimpleName() + " " + told.substring(0, Math.min(KIND, told.length()));
            wrong.computeIfAbsent(kind, k -> new ArrayList<>())
                    .add(mode + " at " + at + ", " + hit + ": "
                            + (Boolean.getBoolean("faults.traces") ? trace(e) : e + " " + e.getStackTrace()[0]));
        }
    }

    int wrongs() {
        return wrong.values().stream().mapToInt(List::size).sum();
    }

    private static String trace(Throwable e) {
        java.io.StringWriter out = new java.io.StringWriter();
        e.printStackTrace(new java.io.PrintWriter(out));
        return out.toString();
    }

    /** In the same session: what was told, what there is now, and that it works once the disk does. */
    private void look(@Nullable Notebook notebook, @Nullable Throwable failure, Mode mode) throws Exception {
        if (failure == null) {
            done++;
            useCase.requireDone(place, notebook);
        } else {
            failed++;
            requireTold(failure, mode);
            requireNothingLeft(notebook, mode);
            useCase.begin(place, notebook);
            useCase.act(place, notebook);
            useCase.requireDone(place, notebook);
        }
        if (notebook != null) {
            saveOne(notebook);
        }
    }

    private static void saveOne(Notebook notebook) {
        SaveRecord save = new SaveRecord(notebook, Clock.systemUTC());
        SaveRecord.Outcome outcome =
                save.save(save.open("interview", null), Json.object(Map.of("narrative", Json.of("afterwards"))));
        if (!(outcome instanceof SaveRecord.Saved saved)
                || !notebook.revisions().holdsRevision(saved.revision())) {
            throw new AssertionError("the next save: " + outcome);
        }
    }

    /** The failure is one that was foreseen, and is said in the languages of people. */
    private void requireTold(Throwable failure, Mode mode) {
        Exception told = failure instanceof Exception e ? e : new IllegalStateException(failure);
        Sentence sentence = useCase.told(told, place);
        sentences.merge(sentence.key(), 1, Integer::sum);
        // One place that cannot be read, on a disk that answers: that is damage.
        boolean damage = mode == Mode.READ_FAIL && DAMAGE.contains(sentence.key());
        // A stick that is out: what lay on it is missing.
        boolean out = mode == Mode.PULLED && sentence.key().equals("failure.file.missing");
        if (!damage && !out && !useCase.mayBeTold().contains(sentence.key())) {
            throw new AssertionError("told as " + sentence.key(), failure);
        }
    }

    private void requireNothingLeft(@Nullable Notebook notebook, Mode mode) throws Exception {
        if (notebook != null) {
            requireUnchanged(notebook);
        } else {
            try (Notebook again = useCase.open(place)) {
                requireUnchanged(again);
            }
        }
        useCase.requireNothing(place, mode.removable());
    }

    private void requireUnchanged(Notebook notebook) {
        if (useCase.isCompared()) {
            Map<String, String> after = contents(notebook);
            Map<String, String> same = new TreeMap<>(before);
            after.keySet().removeAll(useCase.notedBefore());
            same.keySet().removeAll(useCase.notedBefore());
            if (!after.equals(same)) {
                after.entrySet().removeAll(same.entrySet());
                throw new AssertionError("failed, and yet it changed " + after);
            }
        }
    }

    /** After all is closed and opened again: nothing unfinished lies about, and nothing can be read. */
    private void requireClean(boolean writtenOut) throws Exception {
        try (Notebook notebook = useCase.open(place)) {
            requireWhole(notebook);
            useCase.requireDone(place, notebook);
        }
        List<String> names = new ArrayList<>(Place.names(place.disk()));
        names.removeAll(List.of("notebook", "notebook.keys", "notebook.lock"));
        names.removeAll(useCase.onDisk());
        // Empty, and gone with the next restoring.
        names.remove("restored.restoring.lock");
        if (logStays) {
            names.removeAll(List.of("notebook-wal", "notebook-shm"));
        }
        if (!names.isEmpty()) {
            throw new AssertionError("left on the disk: " + names);
        }
        // What could not be removed goes when the next is written there, an hour later: it may be somebody else's.
        for (Path left : new Place(place.out()).files()) {
            if (String.valueOf(left.getFileName()).startsWith(".jailoo-")) {
                Files.setLastModifiedTime(left, FileTime.from(Instant.now().minus(Duration.ofHours(2))));
            }
        }
        new SaveText().save(place.out().resolve("next"), "next");
        CardFile.write(NEXT, place.out().resolve("next.card"));
        Files.delete(place.out().resolve("next"));
        Files.delete(place.out().resolve("next.card"));
        List<String> out = new ArrayList<>(Place.names(place.out()));
        if (writtenOut && !out.equals(useCase.written())) {
            throw new AssertionError("on the stick: " + out);
        }
        requireNothingInClear();
    }

    static void requireWhole(Notebook notebook) {
        notebook.integrity().check(finding -> {
            if (finding.kind().severity() != Severity.ATTENTION) {
                throw new AssertionError("" + finding);
            }
        });
    }

    private void requireNothingInClear() throws IOException {
        byte[] secret = UseCase.SECRET.getBytes(StandardCharsets.UTF_8);
        for (Path file : place.files()) {
            boolean asked = (useCase.writesInClear() && file.startsWith(place.out()))
                    || (useCase.readsClear() && file.startsWith(place.in()));
            if (!asked && indexOf(Files.readAllBytes(file), secret) >= 0) {
                throw new AssertionError("in clear: " + file.getFileName());
            }
        }
    }

    private static int indexOf(byte[] in, byte[] what) {
        for (int i = 0; i + what.length <= in.length; i++) {
            int j = 0;
            while (j < what.length && in[i + j] == what[j]) {
                j++;
            }
            if (j == what.length) {
                return i;
            }
        }
        return -1;
    }
}
