package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jailoo.notebook.NotebookException.Fault.DAMAGED;
import static org.jailoo.notebook.NotebookException.Fault.WRONG_PASSPHRASE;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import org.jailoo.identity.Card;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.NotebookException.Fault;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** SQLite never sees a key that was not verified: after a crash a wrong one would destroy the file. */
class WrongKeyTest {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final char[] RIGHT = Child.PASSPHRASE.toCharArray();

    @TempDir
    static Path templates = Path.of("");

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeAll
    static void createOnce() {
        create(templates.resolve("one"));
        create(templates.resolve("two"));
    }

    @BeforeEach
    void take() throws IOException {
        file = take("one", "талаа");
    }

    private Path take(String template, String name) throws IOException {
        Path copy = folder.resolve(name);
        Files.copy(templates.resolve(template), copy);
        Files.copy(templates.resolve(template + ".keys"), Path.of(copy + ".keys"));
        return copy;
    }

    private static void create(Path file) {
        DeviceKeys device = DeviceKeys.generate(RANDOM);
        Notebook.create(file, RIGHT, Kdf.FLOOR, device, Card.sign(device, 1, "A1"))
                .close();
    }

    /** Lets a process write and die; what it acknowledged stands in the -wal alone. */
    private List<String> killedWhileWriting() throws Exception {
        try (Child child = Child.start("write", file.toString(), "150")) {
            List<String> acknowledged = child.hearAll();
            assertThat(acknowledged).hasSize(150);
            assertThat(Files.size(Path.of(file + "-wal"))).isGreaterThan(100_000);
            return acknowledged;
        }
    }

    private void refused(Fault fault, char[] passphrase) throws IOException {
        Map<String, String> before = Traces.hashes(file);
        assertThatThrownBy(() -> Notebook.open(file, passphrase).close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(fault));
        assertThat(Traces.hashes(file)).isEqualTo(before);
    }

    @Test
    void wrongPassphraseAfterAKillChangesNothingAndTheRightOneRecoversEverything() throws Exception {
        List<String> acknowledged = killedWhileWriting();

        refused(WRONG_PASSPHRASE, "ала-тоо кар 8".toCharArray());
        refused(WRONG_PASSPHRASE, new char[0]);

        try (Notebook notebook = Notebook.open(file, RIGHT)) {
            for (String record : acknowledged) {
                assertThat(notebook.revisions().state(record)).isPresent();
            }
            notebook.integrity().check(f -> assertThat(f).isNull());
        }
    }

    /** Why the rule is there. If a later driver survives this, the rule may still stay. */
    @Test
    void aWrongKeyThatReachesSqliteAfterAKillDestroysTheFile() throws Exception {
        killedWhileWriting();

        assertThatThrownBy(() -> {
                    try (Sql sql = Database.connect(file, DataKeys.generate(RANDOM).notebook())) {
                        sql.script("PRAGMA journal_mode = WAL");
                    }
                })
                .isInstanceOf(NotebookException.class);

        assertThatThrownBy(() -> Notebook.open(file, RIGHT).close())
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(DAMAGED));
    }

    /** A second bar behind the rule: where a log is left, the first look at the file can change nothing. */
    @Test
    void aWrongKeyThatComesPastTheRuleIsRefusedBeforeItCanDoHarm() throws Exception {
        List<String> acknowledged = killedWhileWriting();
        DataKeys strange = DataKeys.generate(RANDOM);
        byte[] before = Files.readAllBytes(file);
        byte[] log = Files.readAllBytes(Path.of(file + "-wal"));

        assertThatThrownBy(() -> Opening.open(file, files -> strange).close()).isInstanceOf(NotebookException.class);

        assertThat(Files.readAllBytes(file)).isEqualTo(before);
        assertThat(Files.readAllBytes(Path.of(file + "-wal"))).isEqualTo(log);
        try (Notebook notebook = Notebook.open(file, RIGHT)) {
            assertThat(acknowledged)
                    .allMatch(record -> notebook.revisions().state(record).isPresent());
        }
    }

    @Test
    void keysOfAnotherNotebookOpenNothing() throws Exception {
        Path other = take("two", "башка");
        Files.copy(
                Path.of(other + ".keys"), Path.of(file + ".keys"), java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        refused(DAMAGED, RIGHT);
    }

    @Test
    void anotherDatabaseInItsPlaceIsNotTouched() throws Exception {
        Path other = take("two", "башка");
        Files.move(other, file, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        refused(DAMAGED, RIGHT);
    }

    @Test
    void damagedKeyFileIsToldFromAWrongPassphrase() throws Exception {
        Path keys = Path.of(file + ".keys");
        String whole = Files.readString(keys);
        List<String> damaged = List.of(
                "",
                whole.substring(0, whole.length() / 2),
                whole.replace("argon2id", "argon2xx"),
                whole.replace("\"passes\":3", "\"passes\":2"),
                whole.replace("\"memoryKiB\":65536", "\"memoryKiB\":1024"),
                whole.substring(1));
        for (String text : damaged) {
            assertThat(text).isNotEqualTo(whole);
            Files.writeString(keys, text);
            refused(DAMAGED, RIGHT);
        }
        Files.writeString(keys, whole.replace("\"v\":2", "\"v\":3"));
        refused(Fault.NEWER, RIGHT);
        Files.writeString(keys, whole);
        Notebook.open(file, RIGHT).close();
    }

    @Test
    void missingKeysAreMissing() throws Exception {
        Files.delete(Path.of(file + ".keys"));
        refused(Fault.MISSING, RIGHT);
    }

    @Test
    void cutOffOrPlainDatabaseIsRefused() throws Exception {
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, java.util.Arrays.copyOf(whole, 10));
        refused(DAMAGED, RIGHT);
        byte[] plain = whole.clone();
        byte[] start = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
        System.arraycopy(start, 0, plain, 0, start.length);
        Files.write(file, plain);
        refused(DAMAGED, RIGHT);
    }
}
