package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.ForkJoinPool;
import java.util.zip.GZIPOutputStream;
import org.jailoo.app.CardFile;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportResult;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.TeamFile;
import org.jailoo.app.TeamRefused;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.bundle.Reason;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.SealedKit;
import org.jailoo.identity.TeamList;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Files of format version 1 as they were once written are read for ever, and say what they said; those of a later version
 * are refused as such, and change nothing. The files lie in {@code bundles/1}, written once by {@link StoredBundles}.
 */
class StoredBundlesTest {
    private static final ExecutorService WORKERS = ForkJoinPool.commonPool();

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init") // opened before each test
    private Notebook notebook;

    @BeforeEach
    void open() throws Exception {
        try (DeviceKeys reader = reader()) {
            notebook = TestDoor.create(folder.resolve("n"), reader, "reader");
        }
        Inside.hurry(notebook);
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private static byte[] stored(String name) throws IOException {
        try (InputStream in = StoredBundlesTest.class.getResourceAsStream("/bundles/1/" + name)) {
            return Objects.requireNonNull(in, name).readAllBytes();
        }
    }

    private static String text(String name) throws IOException {
        return new String(stored(name), StandardCharsets.UTF_8);
    }

    private static DeviceKeys reader() throws Exception {
        return DeviceKeys.parse((Json.Obj) JsonReader.parse(stored("reader.json"), 4));
    }

    private Path file(String name, byte[] bytes) throws IOException {
        return Files.write(folder.resolve(name), bytes);
    }

    private ImportResult takes(Path file, boolean purges) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(notebook, World.CLOCK, WORKERS)
                .stage(file, null, new ImportBundle.Allowed(true, purges), Progress.NONE)) {
            return waiting.write();
        }
    }

    private ImportResult takes(String name, boolean purges) throws Exception {
        return takes(file(name, stored(name)), purges);
    }

    private void sound() {
        notebook.integrity()
                .check(finding -> assertThat(finding.kind().severity())
                        .as(finding.toString())
                        .isEqualTo(org.jailoo.notebook.Integrity.Severity.ATTENTION));
    }

    @ParameterizedTest
    @ValueSource(strings = {"records.json", "records.json.gz", "records.jailoo"})
    void recordsInEachEnvelopeComeToTheSameState(String name) throws Exception {
        takes(name, false);
        assertThat(StoredBundles.lines(notebook)).isEqualTo(text("records.state"));
        assertThat(takes(file("again-" + name, stored(name)), false).changed()).isZero();
        assertThat(StoredBundles.lines(notebook)).isEqualTo(text("records.state"));
        sound();
    }

    @Test
    void codesAndWhatWasWithheldAndThePurgeThatTravelsAlone() throws Exception {
        takes("codes.json", false);
        assertThat(StoredBundles.lines(notebook)).isEqualTo(text("codes.state"));
        takes("purge-alone.json", true);
        assertThat(StoredBundles.lines(notebook)).isEqualTo(text("purge-alone.state"));
        takes("records.json", false);
        takes("changes.jailoo", true);
        assertThat(StoredBundles.lines(notebook)).isEqualTo(text("all.state"));
        sound();
    }

    @ParameterizedTest
    @ValueSource(strings = {"receipt.json", "receipt.jailoo"})
    void aReceiptSaysWhatTheOtherHolds(String name) throws Exception {
        takes(name, false);
        assertThat(notebook.revisions().count()).isZero();
        assertThat(Inside.texts(notebook, "SELECT has FROM claim")).containsExactly(text("receipt.has"));
    }

    @Test
    void aBackupIsRestoredWithItsDevice() throws Exception {
        Path into = folder.resolve("restored");
        new RestoreBackup(Kdf.FLOOR, World.CLOCK, WORKERS)
                .restore(
                        file("backup.jailoo", stored("backup.jailoo")),
                        into,
                        StoredBundles.PASSPHRASE.toCharArray(),
                        true,
                        Progress.NONE);
        try (var keys = TestDoor.keys(into, StoredBundles.PASSPHRASE, null);
                Notebook restored = TestDoor.open(into, keys)) {
            assertThat(StoredBundles.lines(restored)).isEqualTo(text("all.state"));
            assertThat(restored.device().deviceId())
                    .isEqualTo(CardFile.parse(stored("writer.card.json")).deviceId());
        }
    }

    @Test
    void aCardATeamListAndASealedKit() throws Exception {
        Card card = CardFile.parse(stored("writer.card.json"));
        assertThat(card.name()).isEqualTo("Ж-7");
        TeamList list = TeamFile.read(file("t.jailoo-team", stored("team.jailoo-team")));
        assertThat(list.signer()).isEqualTo(card);
        assertThat(list.members()).extracting(TeamList.Member::blocked).containsExactlyInAnyOrder(false, true);
        try (DeviceKeys reader = reader()) {
            SealedKit.Opening kit =
                    SealedKit.open(stored("kit.jailoo-kit"), reader, device -> java.util.Optional.of(card));
            assertThat(kit).isInstanceOf(SealedKit.Opened.class);
            assertThat(((SealedKit.Opened) kit).kit().line(1, RecoveryKit.Script.LATIN))
                    .isEqualTo(text("kit.line"));
        }
    }

    // ---- what a later version writes

    private static byte[] later(String name, String version, String next) throws IOException {
        String text = text(name);
        assertThat(text).contains(version);
        return text.replaceFirst(java.util.regex.Pattern.quote(version), next).getBytes(StandardCharsets.UTF_8);
    }

    private void refusesAsNewer(Path file) {
        String before = Inside.dump(notebook);
        assertThatThrownBy(() -> takes(file, true))
                .isInstanceOfSatisfying(
                        BundleRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER_VERSION));
        assertThat(Inside.dump(notebook)).isEqualTo(before);
    }

    @Test
    void aBundleOfALaterVersionIsRefusedInEveryEnvelopeAndChangesNothing() throws Exception {
        takes("codes.json", false);
        for (String[] change : new String[][] {
            {"\"version\":1", "\"version\":2"},
            {"\"version\":1", "\"version\":9007199254740991"},
            {"\"kind\":\"records\"", "\"kind\":\"dreams\""},
            {"\"v\":1", "\"v\":2"}
        }) {
            byte[] json = later("records.json", change[0], change[1]);
            refusesAsNewer(file("later.json", json));
            ByteArrayOutputStream gzip = new ByteArrayOutputStream();
            try (OutputStream out = new GZIPOutputStream(gzip)) {
                out.write(json);
            }
            refusesAsNewer(file("later.json.gz", gzip.toByteArray()));
            ByteArrayOutputStream age = new ByteArrayOutputStream();
            try (OutputStream out =
                    AgeEnvelope.encryptTo(age, List.of(notebook.card().recipient()))) {
                out.write(gzip.toByteArray());
            }
            refusesAsNewer(file("later.jailoo", age.toByteArray()));
        }
        refusesAsNewer(file("later-receipt.json", later("receipt.json", "\"version\":1", "\"version\":2")));
    }

    @Test
    void aCardAndATeamListOfALaterVersionAreRefusedAsSuch() throws Exception {
        assertThatThrownBy(() -> CardFile.parse(later("writer.card.json", "\"v\":1", "\"v\":2")))
                .isInstanceOfSatisfying(
                        IdentityException.class,
                        e -> assertThat(e.reason()).isEqualTo(IdentityException.Reason.NEWER_VERSION));
        Path list = file("later.jailoo-team", later("team.jailoo-team", "\"version\":1", "\"version\":2"));
        assertThatThrownBy(() -> TeamFile.read(list))
                .isInstanceOfSatisfying(
                        TeamRefused.class, e -> assertThat(e.why()).isEqualTo(TeamRefused.Why.NEWER_VERSION));
    }

    @Test
    void aBackupOfALaterVersionMakesNoNotebook() throws Exception {
        ByteArrayOutputStream plain = new ByteArrayOutputStream();
        try (InputStream in = AgeEnvelope.decrypt(
                new ByteArrayInputStream(stored("backup.jailoo")), List.of(), StoredBundles.PASSPHRASE.toCharArray())) {
            new java.util.zip.GZIPInputStream(in).transferTo(plain);
        }
        String later = plain.toString(StandardCharsets.UTF_8).replaceFirst("\"version\":1", "\"version\":2");
        Path into = folder.resolve("restored");
        assertThatThrownBy(() -> new RestoreBackup(Kdf.FLOOR, World.CLOCK, WORKERS)
                        .restore(
                                file("later-backup.json", later.getBytes(StandardCharsets.UTF_8)),
                                into,
                                StoredBundles.PASSPHRASE.toCharArray(),
                                true,
                                Progress.NONE))
                .isInstanceOfSatisfying(
                        BundleRefused.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER_VERSION));
        try (var left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).noneMatch(n -> n.startsWith("restored"));
        }
    }
}
