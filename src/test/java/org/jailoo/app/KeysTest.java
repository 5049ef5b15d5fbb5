package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.RecoveryKit.Script;
import org.jailoo.identity.SealedKit;
import org.jailoo.identity.SealedKit.Reason;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Integrity.Severity;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.TestDoor;
import org.jailoo.notebook.WrongTries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What opens a notebook: made, changed, recovered and destroyed. */
class KeysTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);
    private static final String PASSPHRASE = "эски сөз тоо";
    private static final int RECORDS = 20;

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void make() {
        file = folder.resolve("n");
        TestDoor.createWithKeys(file, "A7", PASSPHRASE, Kdf.FLOOR).close();
    }

    private static char[] old() {
        return PASSPHRASE.toCharArray();
    }

    private static char[] fresh() {
        return "жаңы сөз көл".toCharArray();
    }

    private static void fill(Notebook notebook) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        for (int i = 0; i < RECORDS; i++) {
            String type = i % 2 == 0 ? "interview" : "identity";
            save.save(
                    save.open(type, null),
                    Json.object(Map.of(type.equals("identity") ? "fullName" : "code", Json.of("A7-" + i))));
        }
    }

    private static List<String> page(RecoveryKit kit, Script script) {
        return IntStream.rangeClosed(1, RecoveryKit.LINES)
                .mapToObj(line -> kit.line(line, script))
                .toList();
    }

    private List<String> keepKit(Notebook notebook) {
        try (RecoveryKits.Making making = new RecoveryKits(notebook, file, CLOCK).begin(old(), null)) {
            making.keep();
            return page(making.kit(), Script.CYRILLIC);
        }
    }

    private static RecoveryKit kit(List<String> words) {
        return ((RecoveryKit.Read) RecoveryKit.read(words)).kit();
    }

    /** In a process of its own, which is given the words and a new passphrase alone. */
    public static void main(String[] words) throws IOException {
        Path file = Path.of(words[0]);
        RecoveryKit kit = kit(List.of(words[1], words[2], words[3], words[4]));
        Optional<Notebook> opened = new Recover(CLOCK, () -> Kdf.FLOOR).open(file, kit, words[5].toCharArray());
        if (opened.isEmpty()) {
            System.out.println("refused");
            return;
        }
        try (Notebook notebook = opened.get()) {
            What last =
                    notebook.custody().before(Long.MAX_VALUE, 1).get(0).note().what();
            notebook.identities().open(words[5].toCharArray(), "2026-05-06T07:08:09Z", null);
            int[] damage = {0};
            notebook.integrity().check(f -> damage[0] += f.kind().severity() == Severity.ATTENTION ? 0 : 1);
            int[] names = {0};
            notebook.revisions()
                    .eachRecord(record -> names[0] += notebook.revisions()
                                    .state(record)
                                    .orElseThrow()
                                    .values()
                                    .containsKey("fullName")
                            ? 1
                            : 0);
            System.out.println("records " + notebook.revisions().count() + " of which names " + names[0]
                    + " damage " + damage[0] + " "
                    + last);
        }
    }

    private List<String> elsewhere(List<String> words) throws IOException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Dfile.encoding=UTF-8",
                "-Dsun.jnu.encoding=UTF-8",
                "-Dorg.sqlite.tmpdir=" + folder,
                "-cp",
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                KeysTest.class.getName(),
                file.toString()));
        command.addAll(words);
        command.add("a new one lake");
        Process process = new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        try (var said = process.inputReader(StandardCharsets.UTF_8)) {
            return said.lines().toList();
        }
    }

    @Test
    void aForgottenPassphraseIsOvercomeByTheWordsOnPaper() throws Exception {
        List<String> latin;
        try (Notebook notebook = TestDoor.open(file)) {
            fill(notebook);
            latin = page(kit(keepKit(notebook)), Script.LATIN);
            assertThat(new RecoveryKits(notebook, file, CLOCK).state())
                    .isEqualTo(new RecoveryKits.State(true, "2026-05-06T07:08:09Z", null, null));
        }
        assertThat(elsewhere(latin)).containsExactly("records 20 of which names 10 damage 0 KIT_USED");
        assertWrong(old());
        Notebook.open(file, "a new one lake".toCharArray()).close();
        // The words go on opening it.
        assertThat(elsewhere(latin)).containsExactly("records 20 of which names 10 damage 0 KIT_USED");
    }

    @Test
    void aForgottenPassphraseIsOvercomeByTheLeadsDevice() throws Exception {
        Path leads = folder.resolve("lead");
        Path sealed = folder.resolve("a.jailoo-kit");
        List<String> dictated;
        try (Notebook notebook = TestDoor.open(file);
                Notebook lead = TestDoor.create(leads, "LEAD")) {
            fill(notebook);
            lead.devices().trust(notebook.card());
            RecoveryKits kits = new RecoveryKits(notebook, file, CLOCK);
            kits.seal(sealed, lead.card(), old(), null);
            assertThat(kits.state().sealedTo()).isEqualTo("LEAD");
            SealedKit.Opening opening = new RecoveryKits(lead, leads, CLOCK).open(Files.readAllBytes(sealed));
            assertThat(opening).isInstanceOf(SealedKit.Opened.class);
            SealedKit.Opened opened = (SealedKit.Opened) opening;
            assertThat(opened.device()).isEqualTo(notebook.device().deviceId());
            dictated = page(opened.kit(), Script.LATIN);
            assertThat(new String(Files.readAllBytes(sealed), StandardCharsets.ISO_8859_1))
                    .doesNotContain(notebook.device().deviceId(), "kit");
        }
        assertThat(elsewhere(dictated)).containsExactly("records 20 of which names 10 damage 0 KIT_USED");
    }

    @Test
    void aKitOfAnotherNotebookAndOneThatWasReplacedOpenNothing() throws Exception {
        Recover recover = new Recover(CLOCK, () -> Kdf.FLOOR);
        byte[] keys = Files.readAllBytes(KeyFileStore.beside(file));
        assertThat(recover.open(file, RecoveryKit.generate(new SecureRandom()), fresh()))
                .as("no kit was made")
                .isEmpty();
        assertThat(Files.readAllBytes(KeyFileStore.beside(file))).isEqualTo(keys);
        List<String> first;
        try (Notebook notebook = TestDoor.open(file)) {
            first = keepKit(notebook);
            keepKit(notebook);
            assertThat(notebook.custody().count()).isEqualTo(3);
        }
        keys = Files.readAllBytes(KeyFileStore.beside(file));
        assertThat(recover.open(file, kit(first), fresh())).as("replaced").isEmpty();
        assertThat(recover.open(file, RecoveryKit.generate(new SecureRandom()), fresh()))
                .as("of another notebook")
                .isEmpty();
        assertThat(Files.readAllBytes(KeyFileStore.beside(file))).isEqualTo(keys);
    }

    @Test
    void untilItIsTypedBackANewKitDoesNotReplaceTheOldOne() throws Exception {
        List<String> first;
        try (Notebook notebook = TestDoor.open(file)) {
            first = keepKit(notebook);
            new RecoveryKits(notebook, file, CLOCK).begin(old(), null).close();
        }
        assertThat(new Recover(CLOCK, () -> Kdf.FLOOR).open(file, kit(first), fresh()))
                .isPresent()
                .get()
                .satisfies(Notebook::close);
    }

    @Test
    void aDamagedOrForgedOrReaddressedKitFileIsRefused() throws Exception {
        DeviceKeys mine = DeviceKeys.generate(new SecureRandom());
        DeviceKeys lead = DeviceKeys.generate(new SecureRandom());
        DeviceKeys third = DeviceKeys.generate(new SecureRandom());
        Card card = Card.sign(mine, 1, "A7");
        Card leads = Card.sign(lead, 1, "LEAD");
        RecoveryKit kit = RecoveryKit.generate(new SecureRandom());
        byte[] sealed = SealedKit.seal(kit, mine, new byte[16], leads, "2026-05-06T07:08:09Z");
        assertThat(open(sealed, lead, card)).isInstanceOf(SealedKit.Opened.class);
        assertRefused(sealed, third, card, Reason.NOT_FOR_ME);
        assertThat(SealedKit.open(sealed, lead, id -> Optional.empty()))
                .isEqualTo(new SealedKit.Refused(Reason.UNKNOWN_SENDER));
        int tried = 0;
        for (int length = 0; length < sealed.length; length += 5) {
            assertThat(open(Arrays.copyOf(sealed, length), lead, card)).isInstanceOf(SealedKit.Refused.class);
            tried++;
        }
        for (int at = 0; at < sealed.length; at += 3) {
            byte[] flipped = sealed.clone();
            flipped[at] ^= 1;
            assertThat(open(flipped, lead, card)).as("byte %d", at).isInstanceOf(SealedKit.Refused.class);
            tried++;
        }
        System.out.println("damaged kit files refused: " + tried);
        // The lead hands it on to a third one, who must not take it for meant for her.
        String inner = inClear(sealed, lead);
        assertRefused(encrypted(inner, third), third, card, Reason.NOT_FOR_ME);
        // Somebody else writes one in the name of this device.
        byte[] forged = SealedKit.seal(kit, third, new byte[16], leads, "2026-05-06T07:08:09Z");
        String renamed = inClear(forged, lead).replace(third.deviceId(), mine.deviceId());
        assertRefused(encrypted(renamed, lead), lead, card, Reason.FORGED);
        assertRefused(encrypted(inner.replace("2026", "2027"), lead), lead, card, Reason.FORGED);
        assertRefused(encrypted(inner.replace("\"v\":1", "\"v\":2"), lead), lead, card, Reason.NEWER);
    }

    private static SealedKit.Opening open(byte[] sealed, DeviceKeys me, Card known) {
        return SealedKit.open(sealed, me, id -> id.equals(known.deviceId()) ? Optional.of(known) : Optional.empty());
    }

    private static void assertRefused(byte[] sealed, DeviceKeys me, Card known, Reason reason) {
        assertThat(open(sealed, me, known)).isEqualTo(new SealedKit.Refused(reason));
    }

    private static String inClear(byte[] sealed, DeviceKeys me) throws IOException {
        try (var in = AgeEnvelope.decrypt(new java.io.ByteArrayInputStream(sealed), List.of(me.identity()), null)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static byte[] encrypted(String plain, DeviceKeys to) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream in = AgeEnvelope.encryptTo(out, List.of(to.recipient()))) {
            in.write(plain.getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
    }

    private void assertWrong(char[] passphrase) {
        assertThatThrownBy(() -> Notebook.open(file, passphrase))
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.WRONG_PASSPHRASE));
    }

    @Test
    void aChangedPassphraseTouchesTheKeyFileAlone() throws Exception {
        byte[] database = Files.readAllBytes(file);
        byte[] keys = Files.readAllBytes(KeyFileStore.beside(file));
        assertThatThrownBy(() -> org.jailoo.notebook.Passphrases.change(file, fresh(), fresh(), Kdf.FLOOR, () -> {}))
                .isInstanceOf(NotebookException.class);
        assertThat(Files.readAllBytes(KeyFileStore.beside(file))).isEqualTo(keys);
        org.jailoo.notebook.Passphrases.change(file, old(), fresh(), new Kdf(64 * 1024, 4, 1), () -> {});
        assertThat(Files.readAllBytes(file)).as("the database").isEqualTo(database);
        assertWrong(old());
        Notebook.open(file, fresh()).close();
        assertThat(KeyFile.read(Files.readAllBytes(KeyFileStore.beside(file)))
                        .cost(Arrays.copyOf(Files.readAllBytes(file), 16)))
                .isEqualTo(new Kdf(64 * 1024, 4, 1));
    }

    @Test
    void aKitOutlivesAChangeOfThePassphraseAndTheLogKnowsOfIt() throws Exception {
        List<String> words;
        try (Notebook notebook = TestDoor.open(file)) {
            words = keepKit(notebook);
            new ChangePassphrase(notebook, file, CLOCK, () -> Kdf.FLOOR).change(old(), fresh());
            assertThat(notebook.custody()
                            .before(Long.MAX_VALUE, 1)
                            .get(0)
                            .note()
                            .what())
                    .isEqualTo(CustodyLog.What.PASSPHRASE_CHANGED);
        }
        assertThat(new Recover(CLOCK, () -> Kdf.FLOOR).open(file, kit(words), old()))
                .isPresent()
                .get()
                .satisfies(Notebook::close);
    }

    @Test
    void wrongPassphrasesInARowMakeTheNextOneWaitAndARightOneForgives() throws Exception {
        WrongTries tries = WrongTries.on(file);
        List<Duration> pauses = new ArrayList<>();
        for (int i = 1; i <= 3; i++) {
            assertThat(tries.pause()).isEqualTo(Duration.ZERO);
            assertWrong("x".toCharArray());
            assertThat(WrongTries.on(file).count()).isEqualTo(i);
        }
        for (int i = 3; i < 12; i++) {
            pauses.add(WrongTries.on(file).pause());
            Files.writeString(folder.resolve("n.tries"), String.valueOf(i + 1));
        }
        assertThat(pauses.stream().map(Duration::toSeconds)).containsExactly(1L, 2L, 4L, 8L, 16L, 32L, 60L, 60L, 60L);
        // No clock is asked: what is in the file is the number alone.
        assertThat(Files.readString(folder.resolve("n.tries"))).isEqualTo("12");
        Notebook.open(file, old()).close();
        assertThat(folder.resolve("n.tries")).doesNotExist();
        assertThat(tries.pause()).isEqualTo(Duration.ZERO);
        for (String strange : new String[] {"", "x", "-5", "99999999999", "7777"}) {
            Files.writeString(folder.resolve("n.tries"), strange);
            assertThat(tries.count()).isZero();
        }
    }

    @Test
    void afterAnEmergencyEraseNeitherAPassphraseNorAKitOpensAnything() throws Exception {
        // A second name of the same bytes shows what became of them on the disk.
        Path keys = KeyFileStore.beside(file);
        Path keptKeys = Files.createLink(folder.resolve("link-keys"), keys);
        Path keptFile = Files.createLink(folder.resolve("link-n"), file);
        Notebook notebook = TestDoor.open(file);
        fill(notebook);
        keepKit(notebook);
        // The kit has replaced the key file: its bytes now.
        Files.delete(keptKeys);
        Files.createLink(keptKeys, keys);
        byte[] wrapped = Files.readAllBytes(keptKeys);
        byte[] database = Files.readAllBytes(keptFile);
        Files.writeString(folder.resolve("n.keys.1.tmp"), "x");
        Files.writeString(folder.resolve("n.staging-1"), "x");
        EmergencyErase erase = new EmergencyErase(notebook, file, CLOCK);
        EmergencyErase.Loss loss = erase.look();
        assertThat(loss.records()).isPositive();
        assertThat(loss.backup().made()).isNull();

        assertThat(erase.erase()).isEmpty();

        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left.map(p -> p.getFileName().toString())).containsExactlyInAnyOrder("link-keys", "link-n");
        }
        byte[] after = Files.readAllBytes(keptKeys);
        assertThat(after).hasSameSizeAs(wrapped);
        assertThat(new String(after, StandardCharsets.ISO_8859_1)).doesNotContain("sealed", "kdf", "slots");
        byte[] beginning = Arrays.copyOf(Files.readAllBytes(keptFile), 16);
        assertThat(beginning).isNotEqualTo(Arrays.copyOf(database, 16));
        // Even with the key file from another disk: the salt it is bound to is gone.
        assertThat(KeyFile.open(wrapped, old(), beginning)).isInstanceOf(KeyFile.Damaged.class);
        assertThatThrownBy(() -> Notebook.open(file, old()))
                .isInstanceOfSatisfying(
                        NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.MISSING));
    }
}
