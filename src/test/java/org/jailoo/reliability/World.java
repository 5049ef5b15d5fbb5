package org.jailoo.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.DataKeys;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * A laptop with one notebook, on which somebody does one thing after the other. On standard output it says what is about to
 * be done and, when that returned, that it is done.
 */
final class World {
    static final String CANARY = "канарейка";
    static final Clock CLOCK = Clock.systemUTC();
    static final ZoneId ZONE = ZoneOffset.UTC;

    final Path folder;
    final Path file;
    final Random random;
    final ExecutorService workers = Executors.newFixedThreadPool(2, work -> {
        Thread thread = new Thread(work);
        thread.setDaemon(true);
        return thread;
    });
    Notebook notebook;
    Json.Obj secrets;

    World(Path folder, long seed) throws IOException, JsonException {
        this.folder = folder;
        this.file = folder.resolve("n").resolve("notebook");
        this.random = new Random(seed);
        this.secrets = secrets(folder);
        this.notebook = open();
    }

    /** What opens the notebook, as the parent knows it. */
    static Json.Obj secrets(Path folder) throws IOException, JsonException {
        return (Json.Obj) JsonReader.parse(Files.readAllBytes(folder.resolve("secrets.json")), 4);
    }

    private Notebook open() {
        try (DataKeys keys = new DataKeys(
                HexFormat.of().parseHex(String.valueOf(secrets.text("first"))),
                HexFormat.of().parseHex(String.valueOf(secrets.text("second"))))) {
            return TestDoor.open(file, keys);
        }
    }

    /** Goes on with the notebook after it was closed, by whatever opens it now. */
    void reopen() {
        try (DataKeys keys = TestDoor.keys(file, passphrase(), own())) {
            notebook = TestDoor.open(file, keys);
        }
    }

    String passphrase() {
        return String.valueOf(secrets.text("passphrase"));
    }

    @Nullable
    String own() {
        return secrets.text("own");
    }

    void learn(String name, Json value) {
        secrets = secrets.with(name, value);
    }

    private static synchronized void say(Json.Obj line) {
        System.out.println(CanonicalJson.text(line));
        System.out.flush();
    }

    /** Says it, does it, and says that it is done. */
    <T> T act(Intent intent, Callable<T> call) throws Exception {
        long before = notebook.revisions().nextSeq(notebook.self());
        String instance = notebook.self().instance();
        say(intent.json());
        long start = System.nanoTime();
        T result = call.call();
        long nanos = System.nanoTime() - start;
        TreeMap<String, Json> facts = new TreeMap<>();
        // What its own new revisions are called nobody could say before.
        for (String fact : Inside.texts(
                notebook,
                "SELECT lower(hex(r.id)) || '=' || r.bodied || r.edit FROM revision r JOIN writer w ON w.key = r.writer"
                        + " WHERE w.device = '" + notebook.device().deviceId() + "' AND w.instance = '" + instance
                        + "' AND r.seq >= " + before)) {
            int equals = fact.indexOf('=');
            facts.put("rev " + fact.substring(0, equals), Json.of(fact.substring(equals + 1, equals + 2)));
            if (fact.endsWith("0")) {
                facts.put("purge " + fact.substring(0, equals), Json.of("1"));
            }
        }
        say(Json.object(Map.of(
                "done", Json.of(intent.use().name()),
                "nanos", Json.of(nanos),
                "instance", Json.of(notebook.self().instance()),
                "facts", Json.object(facts))));
        return result;
    }

    /** The same with what closes the notebook, and says how many steps were done. */
    void actClosing(Intent intent, Callable<Integer> call) throws Exception {
        say(intent.json());
        long start = System.nanoTime();
        int steps = call.call();
        long nanos = System.nanoTime() - start;
        say(Json.object(Map.of(
                "done", Json.of(intent.use().name()),
                "nanos", Json.of(nanos),
                "steps", Json.of(steps),
                "facts", Json.object())));
    }

    /** The notebook's file where another one shall be made. */
    Path made() throws IOException {
        return Files.createDirectories(folder.resolve("made").resolve(RecordId.random()))
                .resolve("notebook");
    }

    /** An intent that writes so many revisions of our own. */
    Intent writing(UseCase use, long revisions) {
        Intent intent = new Intent(use);
        return revisions == 0 ? intent : writing(intent, revisions);
    }

    Intent writing(Intent intent, long revisions) {
        String own = "own " + notebook.self().instance();
        long now = notebook.revisions().nextSeq(notebook.self()) - 1;
        return intent.set(own, String.valueOf(now + revisions));
    }

    String words() {
        return CANARY + " " + "күбөлүк сөзү ".repeat(1 + random.nextInt(600)) + random.nextInt();
    }

    SaveRecord saving() {
        return new SaveRecord(notebook, CLOCK);
    }

    /** Saves new records of a type that another use case needs; their ids. */
    List<String> prepare(String type, List<Map<String, Json>> bodies) throws Exception {
        List<SaveRecord.Form> forms = new ArrayList<>();
        bodies.forEach(body -> forms.add(saving().open(type, null)));
        act(
                writing(UseCase.PREPARE, bodies.size()),
                () -> notebook.inTransaction(() -> {
                    for (int i = 0; i < forms.size(); i++) {
                        must(saving().save(forms.get(i), Json.object(bodies.get(i))));
                    }
                    return true;
                }));
        return forms.stream().map(SaveRecord.Form::record).toList();
    }

    static SaveRecord.Saved must(SaveRecord.Outcome outcome) {
        if (outcome instanceof SaveRecord.Saved saved) {
            return saved;
        }
        throw new IllegalStateException("not saved: " + outcome);
    }

    /** One of our records of a type that can still be written to; null where there is none. */
    @Nullable
    String some(String type, String and) {
        String from = " FROM state s JOIN record r ON r.key = s.record WHERE s.type = '" + type
                + "' AND s.purged = 0 AND s.deleted = 0 " + and;
        List<String> all = Inside.texts(notebook, "SELECT r.id" + from + " ORDER BY s.record DESC LIMIT 60");
        return all.isEmpty() ? null : all.get(random.nextInt(all.size()));
    }

    /** A file of any name in the folder where files are written to. */
    Path out(String ending) throws IOException {
        return Files.createDirectories(folder.resolve("out")).resolve(RecordId.random() + ending);
    }

    /** The next unused piece of a stock that the parent has made; null where none is left. */
    @Nullable
    Path stock(String kind) throws IOException {
        Path shelf = folder.resolve("stock").resolve(kind);
        if (!Files.isDirectory(shelf)) {
            return null;
        }
        try (Stream<Path> all = Files.list(shelf)) {
            for (Path piece : all.sorted().toList()) {
                if (!Files.exists(piece.resolve("used"))) {
                    Files.createFile(piece.resolve("used"));
                    return piece;
                }
            }
        }
        return null;
    }

    /** What a piece of the stock does to a notebook, as the parent says. */
    static Map<String, Json> effect(Path piece, String name) throws IOException, JsonException {
        return ((Json.Obj) JsonReader.parse(Files.readAllBytes(piece.resolve(name + ".effect")), 3)).members();
    }
}
