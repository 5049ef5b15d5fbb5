package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.jailoo.history.Writer;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.json.Json;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.Rotation.Secrets;
import org.jailoo.notebook.Rotation.Step;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A notebook encrypted anew is the same notebook under other keys, whenever the process ends. */
class RotationTest {
    private static final String PASSPHRASE = "тоо жайлоо";
    private static final String TIME = "2026-05-06T07:08:09Z";
    private static final String NAME = "канарейка";

    private static final int PAGE = 4096;
    private static final Set<Step> TICKLISH = Set.of(Step.KEYS_OF_BOTH, Step.OLD_CLOSED, Step.NAMED);
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    static Secrets secrets() {
        return new Secrets(PASSPHRASE.toCharArray(), null);
    }

    private static boolean rotate(Path file) throws Exception {
        return Rotation.rotate(file, secrets(), Kdf.FLOOR, TIME, (done, of) -> {});
    }

    /** A notebook with something in every table; its kit. */
    static RecoveryKit fill(Path file, int records) throws IOException {
        TestDoor.createWithKeys(file, "A1", PASSPHRASE, Kdf.FLOOR).close();
        RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
        try (Notebook notebook = TestDoor.open(file);
                KitKeeping keeping = KitKeeping.begin(notebook, PASSPHRASE.toCharArray(), null)) {
            keeping.keep(kit, () -> {});
            String sha256 = notebook.attachments()
                    .store(new ByteArrayInputStream(new byte[600_000]))
                    .sha256();
            for (int i = 0; i < records; i++) {
                boolean person = i % 3 == 0;
                Pen.save(
                        notebook,
                        RecordId.random(),
                        person ? "identity" : "interview",
                        person ? "fullName" : "narrative",
                        NAME + " " + i + " " + "сөз ".repeat(i % 50));
            }
            String gone = RecordId.random();
            Pen.save(notebook, gone, "interview", "narrative", NAME + " өчүрүлгөн");
            Pen.add(
                    notebook,
                    Pen.of(notebook)
                            .edit(
                                    RecordId.random(),
                                    "interview",
                                    List.of(),
                                    Map.of(
                                            "attachments/" + RecordId.random(),
                                            Json.object(Map.of(
                                                    "sha256", Json.of(sha256),
                                                    "name", Json.of("a"),
                                                    "mediaType", Json.of("image/png"),
                                                    "size", Json.of(600_000))))));
            Pen pen = Pen.stranger();
            notebook.devices().trust(pen.card(1, "B2"));
            Pen.add(notebook, pen.edit(RecordId.random(), "unheardOf", List.of(), Map.of("x", Json.of(NAME))));
            notebook.drafts()
                    .put(new Drafts.Draft(
                            RecordId.random(), "identity", TIME, Json.object(Map.of("fullName", Json.of(NAME)))));
            notebook.settings().put("lead", "a");
            notebook.custody().note(TIME, CustodyLog.Note.of(CustodyLog.What.KIT_MADE));
            notebook.sql.update(
                    "INSERT INTO handover (bundle, instance, serial, created, kind, scope, since, recipients, revisions,"
                            + " records) VALUES ('b', 'i', 1, 't', 'k', 's', '[]', '[]', 1, x'0501')");
        }
        return kit;
    }

    /** Every row of every table, sealed ones opened; without what is its own of each file. */
    private static Map<String, List<String>> rows(Path file, DataKeys keys) {
        Map<String, List<String>> rows = new TreeMap<>();
        Seal seal = new Seal();
        seal.open(keys.identities());
        try (Sql sql = Database.connect(file, keys.notebook())) {
            for (String table : sql.list(
                    "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE"
                            + " 'sqlite%'",
                    r -> r.getString(1))) {
                List<String> found = new ArrayList<>();
                String from = table.equals("content")
                        ? "SELECT c.*, hex(r.id) FROM content c JOIN revision r ON r.key = c.revision"
                        : "SELECT * FROM " + table;
                sql.each(from, r -> {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                        String name = r.getMetaData().getColumnName(i);
                        byte[] value = r.getBytes(i);
                        boolean content = table.equals("content") && name.equals("body");
                        boolean draft = table.equals("draft") && name.equals("content");
                        if ((content || draft) && r.getInt("sealed") != Seal.CLEAR) {
                            String lock = content
                                    ? r.getString(r.getMetaData().getColumnCount())
                                            .toLowerCase(java.util.Locale.ROOT)
                                    : Drafts.lock(r.getString("record"));
                            value = seal.open(r.getInt("sealed"), lock, value);
                        }
                        boolean sealedDigest = table.equals("state") && name.equals("digest");
                        row.append(
                                        sealedDigest
                                                ? "-"
                                                : value == null
                                                        ? "null"
                                                        : HexFormat.of().formatHex(value))
                                .append('|');
                    }
                    String name = table.equals("meta") ? r.getString(1) : "";
                    if (!List.of("mark", "word", "kit", "custody", "inbox").contains(name)) {
                        found.add(row.toString());
                    }
                });
                found.sort(null);
                rows.put(table, found);
            }
        }
        return rows;
    }

    private static DataKeys keys(Path file) throws IOException {
        return Passphrases.keys(new NotebookFiles(file), PASSPHRASE.toCharArray());
    }

    private static void assertWhole(Path file, int revisions) {
        assertWhole(revisions, Notebook.openWithIdentities(file, PASSPHRASE.toCharArray(), TIME));
    }

    private static void assertWhole(int revisions, Notebook opened) {
        try (Notebook notebook = opened) {
            assertThat(notebook.revisions().count()).isEqualTo(revisions);
            List<Object> wrong = new ArrayList<>();
            notebook.integrity().check(f -> {
                if (f.kind().severity() != Severity.ATTENTION) {
                    wrong.add(f);
                }
            });
            assertThat(wrong).isEmpty();
            assertThat(notebook.search().find(NAME, 1000)).isNotEmpty();
            assertThat(notebook.drafts().outsides())
                    .hasSize(1)
                    .allSatisfy(
                            d -> assertThat(notebook.drafts().find(d.record())).isNotNull());
        }
    }

    @Test
    void everythingIsThereUnderOtherKeysTableByTable() throws Exception {
        file = folder.resolve("n");
        RecoveryKit kit = fill(file, 60);
        DataKeys before = keys(file);
        Map<String, List<String>> was = rows(file, before);
        Writer self;
        try (Notebook notebook = Notebook.open(file, PASSPHRASE.toCharArray())) {
            self = notebook.self();
        }
        byte[] oldFile = Files.readAllBytes(file);
        byte[] oldKeys = Files.readAllBytes(KeyFileStore.beside(file));

        assertThat(rotate(file)).isTrue();

        DataKeys after = keys(file);
        assertThat(after.notebook()).isNotEqualTo(before.notebook());
        assertThat(after.identities()).isNotEqualTo(before.identities());
        Map<String, List<String>> is = rows(file, after);
        assertThat(is.keySet()).isEqualTo(was.keySet());
        was.forEach((table, rows) -> {
            if (table.equals("custody")) {
                assertThat(is.get(table)).hasSize(rows.size() + 1).containsAll(rows);
            } else {
                assertThat(is.get(table)).as(table).isEqualTo(rows);
            }
        });
        System.out.println("tables compared: " + was.size() + ", rows: "
                + was.values().stream().mapToInt(List::size).sum());
        // Neither old keys nor old bytes.
        byte[] salt = Database.salt(file);
        KeyFile keyFile = KeyFile.read(KeyFileStore.read(KeyFileStore.beside(file)));
        assertThat(keyFile.databases()).isEqualTo(1);
        assertThat(KeyFile.open(oldKeys, PASSPHRASE.toCharArray(), salt)).isInstanceOf(KeyFile.Damaged.class);
        assertThat(shared(oldFile, Files.readAllBytes(file))).isZero();
        assertThat(KeyFile.openByKit(keyFile.bytes(), kit.secret(), salt)).isInstanceOf(KeyFile.Opened.class);
        try (Notebook notebook = Notebook.open(file, PASSPHRASE.toCharArray())) {
            assertThat(notebook.self()).as("no new instance").isEqualTo(self);
            assertThat(notebook.custody()
                            .before(Long.MAX_VALUE, 1)
                            .get(0)
                            .note()
                            .what())
                    .isEqualTo(CustodyLog.What.KEYS_ROTATED);
            try (KitKeeping keeping = KitKeeping.begin(notebook, PASSPHRASE.toCharArray(), null)) {
                assertThat(keeping.kept().orElseThrow().secret()).isEqualTo(kit.secret());
            }
        }
        assertWhole(file, 63);
        assertNothingElse();
    }

    @Test
    void whatComesWhileTheIdentitiesAreClosedOutlivesNewKeysBeforeAndAfter() throws Exception {
        file = folder.resolve("n");
        fill(file, 3);
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            try (Notebook closed = Notebook.open(file, PASSPHRASE.toCharArray())) {
                assertThat(closed.identities().isOpen()).isFalse();
                String record = RecordId.random();
                Pen.save(closed, record, "identity", "fullName", NAME + i);
                records.add(record);
            }
            if (i == 0) {
                assertThat(rotate(file)).isTrue();
            }
        }
        assertThat(rotate(file)).isTrue();
        try (Notebook open = Notebook.openWithIdentities(file, PASSPHRASE.toCharArray(), TIME)) {
            for (int i = 0; i < 2; i++) {
                assertThat(open.revisions().state(records.get(i)).orElseThrow().line())
                        .contains(NAME + i);
            }
        }
        assertWhole(file, 8);
    }

    /** How many pages of one file are in the other. */
    private static long shared(byte[] one, byte[] other) {
        List<String> pages = new ArrayList<>();
        for (int at = 0; at + PAGE <= one.length; at += PAGE) {
            pages.add(HexFormat.of().formatHex(one, at, at + PAGE));
        }
        long shared = 0;
        for (int at = 0; at + PAGE <= other.length; at += PAGE) {
            shared += pages.contains(HexFormat.of().formatHex(other, at, at + PAGE)) ? 1 : 0;
        }
        return shared;
    }

    private void assertNothingElse() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files.map(p -> p.getFileName().toString())).as("files").containsOnly("n", "n.keys", "n.lock");
        }
    }

    /** What was deleted stays in free pages of a file; it must not come along into the new one. */
    @Test
    void nothingThatWasDeletedComesAlong() throws Exception {
        file = folder.resolve("n");
        fill(file, 5);
        String canary = "ӨЧҮРҮЛГӨН-7f3a";
        try (Sql raw = TestDoor.raw(file)) {
            raw.script("PRAGMA secure_delete = OFF");
            raw.script("CREATE TABLE x (t TEXT)");
            for (int i = 0; i < 200; i++) {
                raw.update("INSERT INTO x (t) VALUES (?)", (canary + " ").repeat(30));
            }
            raw.script("DROP TABLE x");
        }
        assertThat(Traces.pages(file)).as("the scan finds it").contains(canary);
        rotate(file);
        try (DataKeys keys = keys(file)) {
            assertThat(Traces.pages(file, keys.notebook()))
                    .doesNotContain(canary)
                    .contains("narrative");
        }
    }

    @Test
    void whatIsStoppedChangesNothing() throws Exception {
        file = folder.resolve("n");
        fill(file, 600);
        byte[] bytes = Files.readAllBytes(file);
        for (long stopAt : new long[] {1, 300, 900, 1500}) {
            assertThatThrownBy(() -> Rotation.rotate(file, secrets(), Kdf.FLOOR, TIME, (done, of) -> {
                        if (done >= stopAt) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
            assertNothingElse();
        }
        assertWhole(file, 603);
    }

    @Test
    void aNotebookThatIsOpenOrUnderAnotherPassphraseIsLetAlone() throws Exception {
        file = folder.resolve("n");
        fill(file, 3);
        byte[] keys = Files.readAllBytes(KeyFileStore.beside(file));
        try (Notebook notebook = Notebook.open(file, PASSPHRASE.toCharArray())) {
            assertThat(notebook.self()).isNotNull();
            assertThatThrownBy(() -> rotate(file))
                    .isInstanceOfSatisfying(
                            NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.BUSY));
        }
        byte[] bytes = Files.readAllBytes(file);
        assertThatThrownBy(() -> Rotation.rotate(
                        file, new Secrets("башка".toCharArray(), null), Kdf.FLOOR, TIME, (done, of) -> {}))
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.WRONG_PASSPHRASE));
        assertThat(Files.readAllBytes(file)).isEqualTo(bytes);
        assertThat(Files.readAllBytes(KeyFileStore.beside(file))).isEqualTo(keys);
    }

    @Test
    void identitiesWithAPassphraseOfTheirOwnKeepIt() throws Exception {
        file = folder.resolve("n");
        fill(file, 9);
        char[] own = "кулпу ачкыч".toCharArray();
        byte[] salt = Database.salt(file);
        KeyFile before = KeyFile.read(KeyFileStore.read(KeyFileStore.beside(file)));
        KeyFileStore.replace(
                KeyFileStore.beside(file),
                before.withIdentitiesUnder(salt, TestDoor.keys(), own, Kdf.FLOOR, new SecureRandom())
                        .bytes());
        assertThatThrownBy(() -> rotate(file)).isInstanceOf(NotebookException.class);
        assertThat(Database.salt(file)).isEqualTo(salt);
        assertThat(Rotation.rotate(file, new Secrets(PASSPHRASE.toCharArray(), own), Kdf.FLOOR, TIME, (done, of) -> {}))
                .isTrue();
        assertThat(Passphrases.hasIdentitiesApart(file)).isTrue();
        try (DataKeys keys = Passphrases.all(new NotebookFiles(file), PASSPHRASE.toCharArray(), own)) {
            assertThat(keys.hasIdentities()).isTrue();
            assertThat(keys.identities()).isNotEqualTo(TestDoor.keys().identities());
            assertThat(rows(file, keys).get("content")).hasSize(12);
        }
    }

    /** A process that ends at a step, as a power cut would end it. */
    @ParameterizedTest
    @EnumSource(Step.class)
    void aProcessKilledAtAnyStepLosesNothing(Step step) throws Exception {
        // While two key sets stand side by side; the other steps are as what was stopped, and as the end.
        assumeThat(LONG || TICKLISH.contains(step)).isTrue();
        file = folder.resolve("n");
        RecoveryKit kit = fill(file, 30);
        try (Child child = Child.start("rotate", file.toString(), step.name())) {
            assertThat(child.hearAll()).containsExactly(step.name());
        }
        try (DataKeys opened = keys(file)) {
            assertThat(Arrays.equals(opened.notebook(), TestDoor.keys().notebook()))
                    .isEqualTo(step.compareTo(Step.NAMED) < 0);
            assertWhole(33, Opening.open(file, files -> keys(file)));
        }
        assertOneKeyFileWithTheKit(kit);
        if (LONG) {
            assertThat(rotate(file)).as("it goes again").isTrue();
            assertWhole(file, 33);
        }
    }

    private void assertOneKeyFileWithTheKit(RecoveryKit kit) throws Exception {
        assertNothingElse();
        KeyFile keys = KeyFile.read(KeyFileStore.read(KeyFileStore.beside(file)));
        assertThat(keys.databases()).isEqualTo(1);
        assertThat(KeyFile.openByKit(keys.bytes(), kit.secret(), Database.salt(file)))
                .isInstanceOf(KeyFile.Opened.class);
    }

    /** In the child: rotates, and falls dead at a step; or goes on until it is killed from outside. */
    static void rotateAndDie(Path file, String at) throws Exception {
        Rotation.rotate(file, secrets(), Kdf.FLOOR, TIME, new Rotation.Watching() {
            @Override
            public void at(long done, long of) {}

            @Override
            public void reached(Step step) {
                if (step.name().equals(at)) {
                    System.out.println(step);
                    System.out.flush();
                    Runtime.getRuntime().halt(137);
                }
            }
        });
        System.out.println("end");
        System.out.flush();
    }

    /** kill -9 at random moments. */
    @Test
    void aProcessKilledAtARandomMomentLosesNothing() throws Exception {
        int kills = LONG ? 60 : 2;
        int records = LONG ? 3000 : 200;
        file = folder.resolve("n");
        long seed = Long.getLong("jailoo.seed", System.nanoTime());
        Random random = new Random(seed);
        RecoveryKit kit = fill(file, records);
        int ended = 0;
        for (int i = 0; i < kills; i++) {
            byte[] before = Database.salt(file);
            try (Child child = Child.start("rotate", file.toString(), "never")) {
                Thread.sleep(500 + random.nextInt(LONG ? 6000 : 2500));
                child.kill();
            }
            ended += Arrays.equals(before, Database.salt(file)) ? 0 : 1;
            try {
                assertWhole(file, records + 3);
                assertOneKeyFileWithTheKit(kit);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError("after kill " + i + " of seed " + seed, e);
            }
        }
        System.out.printf("kills %d of seed %d, of which %d after the new name; lost 0%n", kills, seed, ended);
    }
}
