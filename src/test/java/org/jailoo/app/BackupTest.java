package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Reason;
import org.jailoo.history.RecordState;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BackupTest {
    /** Cheap for a test; the program itself takes {@link BackUp#WORK_FACTOR}. */
    private static final int WORK_FACTOR = 4;

    private static final String PASSPHRASE = "ак боз ат";

    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;

    @BeforeEach
    void friends() {
        List<Laptop> all = Laptop.friends(folder, "A", "lead");
        a = all.get(0);
        lead = all.get(1);
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
    }

    private Path backUp() throws IOException {
        Path out = folder.resolve("backup" + System.nanoTime() + ".jailoo");
        new BackUp(a.notebook, Laptop.CLOCK, WORK_FACTOR).write(out, PASSPHRASE.toCharArray());
        return out;
    }

    private ImportResult restore(Path backup, Path into, boolean acceptPurges) throws Exception {
        return restore(backup, into, PASSPHRASE, acceptPurges);
    }

    private ImportResult restore(Path backup, Path into, String passphrase, boolean acceptPurges) throws Exception {
        return new RestoreBackup(Kdf.FLOOR, Laptop.CLOCK, Laptop.WORKERS)
                .restore(backup, into, passphrase.toCharArray(), acceptPurges, Progress.NONE);
    }

    private static String lines(Notebook notebook) {
        StringBuilder lines = new StringBuilder();
        notebook.revisions()
                .eachRecord(id -> notebook.revisions()
                        .state(id)
                        .map(RecordState::line)
                        .ifPresent(l -> lines.append(l).append('\n')));
        return lines.toString();
    }

    private List<String> beside(String name) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString())
                    .filter(f -> f.startsWith(name))
                    .sorted()
                    .toList();
        }
    }

    @Test
    void restoredNotebookIsTheSameDeviceWithEverythingInAndAnInstanceOfItsOwn() throws Exception {
        String record = a.interview("told");
        a.writes("identity", "fullName", "Айчүрөк");
        String sha256 = a.attaches(record, "a voice".getBytes(StandardCharsets.UTF_8));
        lead.takes(a.export(Choice.ALL, lead));
        lead.edits(record, "summary", "lead's");
        a.takes(lead.export(Choice.ALL, a));
        String lost;
        String codesOnly;
        String disputed;
        try (Laptop one = Laptop.create(folder, "lost");
                Laptop two = Laptop.create(folder, "partner");
                Laptop three = Laptop.create(folder, "disputed")) {
            a.notebook.devices().note(one.card());
            a.notebook.devices().block(one.device());
            lost = one.device();
            a.trusts(two);
            a.export(Choice.CODES, two);
            codesOnly = two.device();
            a.trusts(three);
            a.notebook.devices().note(TrustTest.moved(three, 1));
            disputed = three.device();
        }
        // The lead moved to another recipient, which nobody has confirmed.
        a.notebook.devices().note(TrustTest.moved(lead, 2));
        String confirmed = lead.card().recipient();
        Path backup = backUp();
        Path into = folder.resolve("restored");
        ImportResult result = restore(backup, into, false);
        assertThat(result.heldPurges()).isZero();
        assertThat(result.relayed()).isEmpty();
        assertThat(beside("restored")).containsExactly("restored", "restored.keys");
        try (Notebook restored = Notebook.openWithIdentities(into, PASSPHRASE.toCharArray(), "2024-05-06T07:08:09Z")) {
            assertThat(lines(restored)).isEqualTo(a.lines()).contains("Айчүрөк");
            assertThat(restored.device().deviceId()).isEqualTo(a.device());
            assertThat(restored.device().identity())
                    .isEqualTo(a.notebook.device().identity());
            assertThat(restored.self().instance()).isNotEqualTo(a.writer().instance());
            assertThat(restored.card()).isEqualTo(a.card());
            assertThat(restored.attachments().size(sha256)).isEqualTo(7L);
            // What its person decided about others stands.
            assertThat(restored.devices().trust(lost)).isEqualTo(Trust.BLOCKED);
            assertThat(restored.devices().find(codesOnly))
                    .extracting("trust", "scope")
                    .containsExactly(Trust.TRUSTED, "codes");
            assertThat(restored.devices().find(disputed)).extracting("disputed").isEqualTo(true);
            assertThat(restored.devices().find(lead.device()))
                    .extracting("trust", "recipient")
                    .containsExactly(Trust.TRUSTED, confirmed);
            ReceiverRefused refused = catchThrowableOfType(
                    ReceiverRefused.class,
                    () -> new ExportBundle(restored, Laptop.CLOCK)
                            .export(new ExportBundle.Order(
                                    folder.resolve("x"),
                                    List.of(java.util.Objects.requireNonNull(
                                                    restored.devices().find(lead.device()))
                                            .card()),
                                    Choice.ALL)));
            assertThat(refused.why()).isEqualTo(ReceiverRefused.Why.RECIPIENT_NOT_CONFIRMED);
            restored.integrity()
                    .check(f -> assertThat(f.kind().severity())
                            .as(f.toString())
                            .isEqualTo(org.jailoo.notebook.Integrity.Severity.ATTENTION));
        }
    }

    @Test
    void nothingOfTheBackupIsReadableAndTheKeysAreLockedTwice() throws Exception {
        a.interview("CANARY");
        String text = Files.readString(backUp(), StandardCharsets.ISO_8859_1);
        assertThat(text).startsWith("age-encryption.org/v1").doesNotContain("CANARY", a.device(), "AGE-SECRET-KEY");
        assertThat(a.dump()).contains("revision:");
    }

    @Test
    void purgesOfABackupWaitForOneAnswerAndNoBodyOfTheirRecordsIsKept() throws Exception {
        String ours = a.interview("CANARY of ours");
        String sha256 = a.attaches(ours, "its voice".getBytes(StandardCharsets.UTF_8));
        String stays = a.interview("stays");
        Path withBodies = a.plain(Choice.ALL);
        // A waiting purge, whose record's bodies are in the backup.
        lead.takes(a.export(Choice.ALL, lead));
        lead.purges(ours);
        // One of A's own, which was accepted here: asked about with the other.
        String own = a.interview("CANARY of A's");
        a.purges(own);
        assertThat(a.takes(lead.export(Choice.ALL, a)).heldPurges()).isEqualTo(1);
        Path backup = backUp();
        Path into = folder.resolve("unanswered");
        assertThat(restore(backup, into, false))
                .extracting("heldPurges", "purged")
                .containsExactly(2L, 0L);
        try (Notebook restored = Notebook.openWithIdentities(into, PASSPHRASE.toCharArray(), "2024-05-06T07:08:09Z")) {
            assertThat(Inside.dump(restored)).contains("revision:");
            assertThat(lines(restored)).contains(stays).doesNotContain("CANARY");
            assertThat(restored.revisions().state(ours).orElseThrow().incomplete())
                    .isTrue();
            assertThat(restored.attachments().size(sha256)).isNull();
            assertThat(Inside.texts(restored, "SELECT hex(body) FROM content")).hasSize(1);
            // The answer, later: the backup itself is taken in, with it.
            try (ImportBundle.Waiting waiting = new ImportBundle(restored, Laptop.CLOCK, Laptop.WORKERS)
                    .stage(backup, PASSPHRASE.toCharArray(), Laptop.PURGES, Progress.NONE)) {
                assertThat(waiting.write()).extracting("heldPurges", "purged").containsExactly(0L, 2L);
            }
            assertThat(restored.revisions().state(ours).orElseThrow().purged()).isTrue();
        }
        Path answered = folder.resolve("answered");
        assertThat(restore(backup, answered, true))
                .extracting("heldPurges", "purged")
                .containsExactly(0L, 2L);
        try (Notebook restored =
                Notebook.openWithIdentities(answered, PASSPHRASE.toCharArray(), "2024-05-06T07:08:09Z")) {
            assertThat(restored.revisions().state(ours).orElseThrow().purged()).isTrue();
            assertThat(Inside.texts(restored, "SELECT hex(body) FROM content")).hasSize(1);
        }
        assertThat(withBodies).exists();
    }

    @Test
    void whatIsNotABackupUnderThisPassphraseMakesNothing() throws Exception {
        a.interview("told ".repeat(2000));
        Path backup = backUp();
        byte[] whole = Files.readAllBytes(backup);
        Path into = folder.resolve("into");
        assertThat(refused(backup, into, "ак боз ат!")).isEqualTo(Reason.WRONG_RECIPIENT);
        assertThat(beside("into")).isEmpty();
        for (int percent = 0; percent < 100; percent += 10) {
            Path cut = Files.write(folder.resolve("cut"), Arrays.copyOf(whole, whole.length * percent / 100));
            assertThat(refused(cut, into, PASSPHRASE)).isNotNull();
            assertThat(beside("into")).isEmpty();
        }
        byte[] altered = whole.clone();
        altered[altered.length - 5] ^= 1;
        refused(Files.write(folder.resolve("altered"), altered), into, PASSPHRASE);
        assertThat(beside("into")).isEmpty();
        assertThatThrownBy(() -> restore(folder.resolve("nothing"), into, false))
                .isInstanceOf(IOException.class);
        assertThat(beside("into")).isEmpty();
    }

    private Reason refused(Path backup, Path into, String passphrase) {
        return catchThrowableOfType(BundleRefused.class, () -> restore(backup, into, passphrase, false))
                .reason();
    }

    @Test
    void whatIsThereIsNotTouched() throws Exception {
        a.interview("told");
        Path backup = backUp();
        Path there = Files.writeString(folder.resolve("there"), "mine");
        assertThatThrownBy(() -> restore(backup, there, false)).isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(there)).isEqualTo("mine");
        assertThat(beside("there")).containsExactly("there");
        Path keys = Files.writeString(folder.resolve("other.keys"), "my keys");
        assertThatThrownBy(() -> restore(backup, folder.resolve("other"), false))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(keys)).isEqualTo("my keys");
        assertThat(beside("other")).containsExactly("other.keys");
        assertThatThrownBy(
                        () -> new BackUp(a.notebook, Laptop.CLOCK, WORK_FACTOR).write(there, PASSPHRASE.toCharArray()))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(Files.readString(there)).isEqualTo("mine");
    }

    /** Of a bundle that is no backup a new device takes over, which trusts nobody yet. */
    @Test
    void bundleThatIsNoBackupMakesANewDeviceThatTrustsNobody() throws Exception {
        a.interview("told");
        Path into = folder.resolve("restored");
        restore(a.plain(Choice.ALL), into, false);
        try (Notebook restored = Notebook.openWithIdentities(into, PASSPHRASE.toCharArray(), "2024-05-06T07:08:09Z")) {
            assertThat(lines(restored)).isEqualTo(a.lines());
            assertThat(restored.device().deviceId()).isNotEqualTo(a.device());
            assertThat(restored.devices().trust(a.device())).isEqualTo(Trust.UNKNOWN);
        }
    }

    /** After a laptop is lost and its notebook restored, others send again what came after the backup. */
    @Test
    void whatWasLostAfterTheBackupComesBackFromTheOthers() throws Exception {
        a.interview("before");
        Path backup = backUp();
        String after = a.interview("after");
        lead.takes(a.export(Choice.ALL, lead));
        String leads = lead.interview("lead's");
        a.takes(lead.export(Choice.ALL, a));
        lead.takes(a.export(Choice.RECEIPT, lead));
        Path into = folder.resolve("restored");
        restore(backup, into, false);
        try (Notebook restored = Notebook.openWithIdentities(into, PASSPHRASE.toCharArray(), "2024-05-06T07:08:09Z")) {
            Path receipt = folder.resolve("receipt");
            new ExportBundle(restored, Laptop.CLOCK)
                    .export(new ExportBundle.Order(receipt, List.of(lead.card()), Choice.RECEIPT));
            lead.takes(receipt);
            Path changes = lead.export(folder.resolve("changes"), Choice.CHANGES, List.of(a.card()));
            try (ImportBundle.Waiting waiting = new ImportBundle(restored, Laptop.CLOCK, Laptop.WORKERS)
                    .stage(changes, null, Laptop.NOTHING, Progress.NONE)) {
                assertThat(waiting.write()).extracting("fresh", "gaps", "forks").containsExactly(2L, 0L, 0L);
            }
            assertThat(lines(restored)).isEqualTo(lead.lines()).contains(after, leads);
        }
    }
}
