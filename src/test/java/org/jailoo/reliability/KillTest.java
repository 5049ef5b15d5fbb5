package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Integrity.Finding;
import org.jailoo.notebook.Integrity.Kind;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.Passphrases;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * kill -9 in every use case that writes. Each kill is aimed at one of them, at a moment of the time that it was measured to
 * take; one in five comes at any moment of whatever is being done.
 *
 * <p>{@code -Djailoo.kills=N -Djailoo.seed=N -Djailoo.only=IMPORT,PURGE}
 */
class KillTest {
    static final String PASSPHRASE = "a passphrase of the tests";

    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int KILLS = Integer.getInteger("jailoo.kills", LONG ? 500 : 4);
    /** In nanoseconds: what takes longer is not done again and again before it is killed. */
    private static final long DEAR = 500_000_000;

    /** So many kills a notebook lives; then another one begins. */
    private static final int LIVES = 45;

    private static final Map<UseCase, String> NEEDS = Map.of(
            UseCase.IMPORT, "records",
            UseCase.UNDO_OUT, "records",
            UseCase.UNDO_REVERT, "records",
            UseCase.FOLDER_TAKE, "records",
            UseCase.IMPORT_PURGES, "purges",
            UseCase.ACCEPT_PURGE, "held",
            UseCase.SETTLE, "conflict",
            UseCase.RETIRE, "word",
            UseCase.JOIN_TEAM, "team",
            UseCase.RESTORE, "backup");

    private final Ledger ledger = new Ledger();
    private final Map<UseCase, int[]> table = new TreeMap<>();
    private final List<UseCase> queue = new ArrayList<>();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private Random random = new Random();
    private Json.Obj secrets = Json.object();
    private byte[] salt = {};
    private int wrongFirst;
    private int redrawn;
    private int betweenCalls;

    /** One notebook's time. */
    private record Place(Path folder, Path file, Stock stock, Papers papers) {}

    @Test
    void nothingAcknowledgedIsLostAndNothingIsHalfDone(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("jailoo.seed", new SecureRandom().nextLong());
        System.out.println("kills: " + KILLS + ", seed " + seed);
        random = new Random(seed);
        library(folder);
        Place place = null;
        for (int kill = 0; kill < KILLS; kill++) {
            if (kill % LIVES == 0) {
                place = begin(folder.resolve("place-" + kill / LIVES));
            }
            String as = "kill " + kill + " of seed " + seed;
            try {
                UseCase aim = random.nextInt(5) == 0 && LONG ? null : next();
                Ledger.Begun begun = live(place, aim);
                look(place, aim, begun);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(as, e);
            }
            if ((kill + 1) % 10 == 0) {
                System.out.println("looked after kill " + (kill + 1));
            }
            if ((kill + 1) % LIVES == 0 || kill + 1 == KILLS) {
                place.stock().close();
                remove(place.folder());
            }
        }
        workers.shutdownNow();
        tell();
        assertThat(ledger.acknowledged()).as("the victims lived long enough").isNotEmpty();
    }

    /** Every use case in turn, in an order of the seed's. */
    private UseCase next() {
        if (queue.isEmpty()) {
            String only = System.getProperty("jailoo.only");
            for (UseCase use : UseCase.values()) {
                if (use != UseCase.PREPARE
                        && (only == null || Arrays.asList(only.split(",")).contains(use.name()))) {
                    queue.add(use);
                }
            }
            Collections.shuffle(queue, random);
        }
        return queue.remove(queue.size() - 1);
    }

    /** The driver unpacks its library at each start; once is enough. */
    private static void library(Path folder) throws IOException {
        String name = "/org/sqlite/native/Linux/x86_64/libsqlitejdbc.so";
        try (InputStream in = KillTest.class.getResourceAsStream(name)) {
            if (in != null) {
                Files.copy(in, folder.resolve("libsqlitejdbc.so"));
            }
        }
    }

    private Place begin(Path folder) throws Exception {
        Files.createDirectories(folder.resolve("n"));
        Files.createDirectories(folder.resolve("tmp"));
        Path file = folder.resolve("n").resolve("notebook");
        try (Notebook notebook = TestDoor.createWithKeys(file, "victim", PASSPHRASE, Kdf.FLOOR)) {
            Stock stock = new Stock(folder, workers, random, notebook.card());
            stock.cards().forEach(notebook.devices()::trust);
            ledger.begin(Facts.of(notebook));
            secrets = Json.object(Map.of("passphrase", Json.of(PASSPHRASE)));
            salt = new byte[0];
            keep(folder, file);
            return new Place(folder, file, stock, new Papers(file, stock, workers));
        }
    }

    /** Writes down what opens the notebook, for the next victim. */
    private void keep(Path folder, Path file) throws IOException {
        byte[] now = TestDoor.salt(file);
        if (!Arrays.equals(now, salt)) {
            try (DataKeys keys = TestDoor.keys(file, String.valueOf(secrets.text("passphrase")), secrets.text("own"))) {
                secrets = secrets.with("first", Json.of(HexFormat.of().formatHex(keys.notebook())))
                        .with("second", Json.of(HexFormat.of().formatHex(keys.identities())));
            }
            salt = now;
        }
        Files.write(folder.resolve("secrets.json"), CanonicalJson.bytes(secrets));
    }

    /** Lets a victim live, and kills it; what it was in the middle of. */
    private Ledger.@Nullable Begun live(Place place, @Nullable UseCase aim) throws Exception {
        for (String kind : aim == null || random.nextInt(8) == 0 ? NEEDS.values() : List.<String>of()) {
            place.stock().fill(kind, 1);
        }
        if (aim != null && NEEDS.containsKey(aim)) {
            place.stock().fill(NEEDS.get(aim), 5);
        }
        int first = aim != null && random.nextInt(3) == 0 ? 1 : 0;
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-Xshare:auto",
                "-Xmx256m",
                "-Dfile.encoding=UTF-8",
                "-Djava.io.tmpdir=" + place.folder().resolve("tmp"),
                "-Dorg.sqlite.tmpdir=" + place.folder().getParent()));
        if (Files.exists(place.folder().resolveSibling("libsqlitejdbc.so"))) {
            command.add("-Dorg.sqlite.lib.path=" + place.folder().getParent());
            command.add("-Dorg.sqlite.lib.name=libsqlitejdbc.so");
        }
        command.addAll(List.of(
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Victim.class.getName(),
                place.folder().toString(),
                String.valueOf(random.nextLong()),
                String.valueOf(first)));
        if (aim != null) {
            command.add(aim.name());
        }
        Process victim = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        Shot shot = new Shot(victim, aim == null ? random.nextInt(1500) * 1_000_000L : -1);
        int round = aim == null || ledger.nanos(aim) > DEAR ? 1 : 1 + random.nextInt(3);
        double share = random.nextInt(3) == 0 ? 0.7 + random.nextDouble() * 0.45 : random.nextDouble() * 1.15;
        try (BufferedReader said = victim.inputReader(StandardCharsets.UTF_8)) {
            assertThat(said.readLine()).isEqualTo("ready");
            shot.start();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                assertThat(line).isNotEqualTo("fault");
                ledger.hear(line);
                Ledger.Begun begun = ledger.begun();
                if (begun != null && begun.use() == aim && --round <= 0) {
                    // Nobody has done it yet: the first time it is watched.
                    long nanos = ledger.nanos(aim);
                    if (nanos > 0 || round < 0) {
                        shot.aim((long) (share * Math.max(nanos, 200_000)));
                    } else {
                        round = 0;
                    }
                }
            }
        } finally {
            shot.end();
        }
        assertThat(victim.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return ledger.begun();
    }

    /** Kills a process at a moment: some time from its start, or from a line that it said. */
    private static final class Shot extends Thread {
        /** Whatever happens, nobody waits longer. */
        private static final long LONGEST = 60_000_000_000L;

        private final Process victim;
        private final long begun = System.nanoTime();
        private volatile long at;

        Shot(Process victim, long after) {
            this.victim = victim;
            this.at = after < 0 ? begun + LONGEST : begun + after;
            setDaemon(true);
        }

        void aim(long nanos) {
            at = Math.min(at, System.nanoTime() + nanos);
            LockSupport.unpark(this);
        }

        void end() {
            at = begun;
            LockSupport.unpark(this);
        }

        @Override
        public void run() {
            for (long left = at - System.nanoTime(); left > 0; left = at - System.nanoTime()) {
                if (left > 200_000) {
                    LockSupport.parkNanos(left - 100_000);
                } else {
                    Thread.onSpinWait();
                }
            }
            // Not through the process, which would close what it still has to say.
            victim.toHandle().destroyForcibly();
        }
    }

    private void look(Place place, @Nullable UseCase aim, Ledger.@Nullable Begun begun) throws Exception {
        boolean wrongPassphraseFirst = random.nextBoolean();
        if (wrongPassphraseFirst) {
            wrongFirst++;
            assertThatThrownBy(() -> Notebook.open(place.file(), "not the passphrase".toCharArray()))
                    .isInstanceOfSatisfying(
                            NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.WRONG_PASSPHRASE));
        }
        settleSecrets(place.file(), begun, wrongPassphraseFirst && random.nextInt(3) == 0);
        keep(place.folder(), place.file());
        int steps;
        try (DataKeys keys = new DataKeys(
                        HexFormat.of().parseHex(String.valueOf(secrets.text("first"))),
                        HexFormat.of().parseHex(String.valueOf(secrets.text("second"))));
                Notebook notebook = TestDoor.open(place.file(), keys)) {
            steps = ledger.check(Facts.of(notebook));
            List<Finding> findings = new ArrayList<>();
            notebook.integrity().check(findings::add);
            findings.removeIf(f -> f.kind() == Kind.RECORD_IN_CONFLICT || f.kind() == Kind.PURGE_HELD);
            assertThat(findings).isEmpty();
            nothingLeft(place);
            for (Map.Entry<String, String> file : ledger.files.entrySet()) {
                place.papers().look(Path.of(file.getKey()), file.getValue(), true, notebook);
            }
            ledger.files.clear();
            if (begun != null && !begun.file().isEmpty()) {
                place.papers().look(Path.of(begun.file()), begun.kind(), false, notebook);
            }
        }
        try (Stream<Path> beside = Files.list(place.file().getParent())) {
            assertThat(beside.map(p -> p.getFileName().toString()))
                    .allMatch(n -> n.matches("notebook(\\.keys|\\.lock|\\.tries)?"));
        }
        count(aim, begun, steps);
    }

    private void count(@Nullable UseCase aim, Ledger.@Nullable Begun begun, int steps) {
        if (aim != null) {
            table.computeIfAbsent(aim, u -> new int[4])[0]++;
        }
        if (begun == null || begun.use() == UseCase.PREPARE) {
            betweenCalls++;
            return;
        }
        int[] row = table.computeIfAbsent(begun.use(), u -> new int[4]);
        row[1]++;
        boolean says = begun.steps().stream().anyMatch(step -> !step.isEmpty());
        row[2] += says && steps == 0 ? 1 : 0;
        row[3] += says && steps == begun.steps().size() ? 1 : 0;
    }

    /** Exactly one of what opened it before and what was to open it from then on does. */
    private void settleSecrets(Path file, Ledger.@Nullable Begun begun, boolean always) throws Exception {
        for (Map.Entry<String, Json> known : ledger.secrets.entrySet()) {
            secrets = secrets.with(known.getKey(), known.getValue());
        }
        ledger.secrets.clear();
        Json.Obj after = secrets;
        if (begun != null) {
            for (Map.Entry<String, Json> change : begun.secrets().entrySet()) {
                after = after.with(change.getKey(), change.getValue());
            }
        }
        if (!after.equals(secrets) || always || begun != null && begun.use() == UseCase.ROTATE) {
            boolean before = opens(file, secrets);
            boolean changed = !after.equals(secrets) && opens(file, after);
            assertThat(before ^ changed)
                    .as("opens with what it was: %s, with what it was to become: %s", before, changed)
                    .isTrue();
            secrets = changed ? after : secrets;
        }
    }

    private static boolean opens(Path file, Json.Obj secrets) throws IOException {
        try (DataKeys keys = TestDoor.keys(file, String.valueOf(secrets.text("passphrase")), secrets.text("own"))) {
            String kit = secrets.text("kit");
            boolean kitOpens = kit == null
                    || KeyFile.openByKit(
                                    KeyFileStore.read(KeyFileStore.beside(file)),
                                    HexFormat.of().parseHex(kit),
                                    TestDoor.salt(file))
                            instanceof KeyFile.Opened;
            return keys.hasIdentities()
                    && kitOpens
                    && Passphrases.hasIdentitiesApart(file) == (secrets.text("own") != null);
        } catch (NotebookException e) {
            assertThat(e.fault()).isEqualTo(Fault.WRONG_PASSPHRASE);
            return false;
        }
    }

    /** Nothing temporary lies beside the notebook or where the system keeps such, and nothing in clear. */
    private static void nothingLeft(Place place) throws IOException {
        byte[] word = World.CANARY.getBytes(StandardCharsets.UTF_8);
        for (Path where : List.of(place.file().getParent(), place.folder().resolve("tmp"))) {
            try (Stream<Path> files = Files.walk(where)) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    String name = file.getFileName().toString();
                    assertThat(name)
                            .doesNotContain(".staging-")
                            .doesNotContain(".next")
                            .doesNotContain(".tmp");
                    assertThat(contains(Files.readAllBytes(file), word))
                            .as(name)
                            .isFalse();
                }
            }
        }
    }

    private static boolean contains(byte[] bytes, byte[] word) {
        for (int at = 0; at + word.length <= bytes.length; at++) {
            if (bytes[at] == word[0] && Arrays.equals(bytes, at, at + word.length, word, 0, word.length)) {
                return true;
            }
        }
        return false;
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path each : all.sorted(Collections.reverseOrder()).toList()) {
                Files.delete(each);
            }
        }
    }

    private void tell() {
        Map<String, Object> total = new LinkedHashMap<>();
        int[] sums = new int[2];
        System.out.println("| use case | aimed at | hit inside | nothing of it | all of it | acknowledged | ms |");
        System.out.println("|---|---|---|---|---|---|---|");
        for (UseCase use : UseCase.values()) {
            int[] row = table.getOrDefault(use, new int[4]);
            sums[0] += row[0];
            sums[1] += row[1];
            System.out.printf(
                    "| %s | %d | %d | %d | %d | %d | %.1f |%n",
                    use.name().toLowerCase(java.util.Locale.ROOT).replace('_', ' '),
                    row[0],
                    row[1],
                    row[2],
                    row[3],
                    ledger.acknowledged().getOrDefault(use, 0),
                    ledger.nanos(use) / 1e6);
        }
        total.put("kills", KILLS);
        total.put("aimed", sums[0]);
        total.put("inside a call", sums[1]);
        total.put("between calls", betweenCalls);
        total.put("wrong passphrase first", wrongFirst);
        total.put("instances drawn in vain", redrawn);
        System.out.println(total + "; lost 0, half done 0");
    }
}
