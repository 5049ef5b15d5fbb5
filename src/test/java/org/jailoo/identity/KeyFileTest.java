package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.function.UnaryOperator;
import org.jailoo.identity.KeyFile.Damage;
import org.jailoo.identity.KeyFile.Damaged;
import org.jailoo.identity.KeyFile.Opened;
import org.jailoo.identity.KeyFile.Opening;
import org.jailoo.identity.KeyFile.WrongPassphrase;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeyFileTest {
    private static final char[] PASSPHRASE = "тоо жайлоо".toCharArray();

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final byte[] DATABASE_SALT = bytes(1, 16);
    private static final DataKeys KEYS = new DataKeys(bytes(2, 32), bytes(3, 32));

    /** Made once: each derivation of a key takes its time. No test changes it. */
    private static final byte[] FILE = KeyFile.create(DATABASE_SALT, KEYS, PASSPHRASE, Kdf.FLOOR, RANDOM);

    @Test
    void rightPassphraseGivesBothKeys() {
        assertThat(KeyFile.open(FILE, PASSPHRASE, DATABASE_SALT)).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.keys().notebook()).isEqualTo(bytes(2, 32));
            assertThat(opened.keys().identities()).isEqualTo(bytes(3, 32));
            assertThat(opened.toString()).doesNotContain("2, 2");
        });
        assertThat(PASSPHRASE[0]).isEqualTo('т');
    }

    @Test
    void wrongPassphraseGivesNothing() {
        for (String wrong : new String[] {"", "Тоо жайлоо"}) {
            assertThat(KeyFile.open(FILE, wrong.toCharArray(), DATABASE_SALT)).isInstanceOf(WrongPassphrase.class);
        }
    }

    @Test
    void passphraseIsTheSameHoweverItsLettersAreComposed() {
        char[] apart = Normalizer.normalize(new String(PASSPHRASE), Normalizer.Form.NFD)
                .toCharArray();
        assertThat(apart).isNotEqualTo(PASSPHRASE);
        assertThat(KeyFile.open(FILE, apart, DATABASE_SALT)).isInstanceOf(Opened.class);
    }

    @Test
    void keyFileOfAnotherDatabaseIsRefusedBeforeThePassphraseIsTried() {
        assertDamaged(KeyFile.open(FILE, PASSPHRASE, bytes(9, 16)), Damage.OTHER_DATABASE);
        assertDamaged(KeyFile.open(FILE, "wrong".toCharArray(), bytes(9, 16)), Damage.OTHER_DATABASE);
    }

    @Test
    void keyFileWhoseDatabaseWasRewrittenStillDoesNotOpenTheOtherOne() throws Exception {
        Json.Obj swapped = file(set().with("database", Json.of(HexFormat.of().formatHex(bytes(9, 16)))));
        assertThat(open(swapped, bytes(9, 16))).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void weakenedCostIsRefused() throws Exception {
        for (Kdf weak :
                new Kdf[] {new Kdf(65535, 3, 1), new Kdf(65536, 2, 1), new Kdf(8, 1, 1), new Kdf(65536, 3, 0)}) {
            assertDamaged(open(with(weak), DATABASE_SALT), Damage.BELOW_FLOOR);
            assertThatThrownBy(() -> KeyFile.create(DATABASE_SALT, KEYS, PASSPHRASE, weak, RANDOM))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertDamaged(open(with("memoryKiB", -1), DATABASE_SALT), Damage.BELOW_FLOOR);
        assertDamaged(open(with("passes", (1L << 32) + 3), DATABASE_SALT), Damage.TOO_COSTLY);
    }

    @Test
    void absurdCostIsRefusedWithoutTryingIt() throws Exception {
        assertDamaged(open(with(new Kdf(2 * 1024 * 1024 + 1, 3, 1)), DATABASE_SALT), Damage.TOO_COSTLY);
        assertDamaged(open(with(new Kdf(65536, 1001, 1)), DATABASE_SALT), Damage.TOO_COSTLY);
        assertDamaged(open(with(new Kdf(65536, 3, 17)), DATABASE_SALT), Damage.TOO_COSTLY);
    }

    @Test
    void changedCostIsNotTheRightPassphrase() throws Exception {
        assertThat(open(with(new Kdf(65536, 4, 1)), DATABASE_SALT)).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void slotsCannotBeExchanged() throws Exception {
        Json.Obj slots = child(set(), "slots");
        Json.Obj notebook = child(slots, "notebook");
        Json.Obj identities = child(slots, "identities");

        assertDamaged(open(file(set().with("slots", slots.with("notebook", identities))), DATABASE_SALT), Damage.SLOT);
        assertThat(open(
                        file(set().with(
                                        "slots",
                                        slots.with("identities", notebook).with("notebook", identities))),
                        DATABASE_SALT))
                .isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void everyFlippedByteOfASealedKeyIsNoticed() {
        byte[] master = bytes(5, 32);
        try (SlotSealer sealer = new SlotSealer(master.clone(), DATABASE_SALT)) {
            Json.Obj slot = sealer.seal("notebook", bytes(7, 32), RANDOM);
            byte[] nonce = Base64Text.decode(Objects.requireNonNull(slot.text("nonce")))
                    .orElseThrow();
            byte[] sealed = Base64Text.decode(Objects.requireNonNull(slot.text("sealed")))
                    .orElseThrow();
            assertThat(sealer.open("notebook", new SlotSealer.Sealed(nonce, sealed)))
                    .isPresent();
            assertThat(sealer.open("identities", new SlotSealer.Sealed(nonce, sealed)))
                    .isEmpty();
            for (int i = 0; i < sealed.length; i++) {
                byte[] flipped = sealed.clone();
                flipped[i] ^= 1;
                assertThat(sealer.open("notebook", new SlotSealer.Sealed(nonce, flipped)))
                        .isEmpty();
            }
            try (SlotSealer elsewhere = new SlotSealer(master.clone(), bytes(9, 16))) {
                assertThat(elsewhere.open("notebook", new SlotSealer.Sealed(nonce, sealed)))
                        .isEmpty();
            }
        }
    }

    @Test
    void anythingButAKeyFileIsSaidToBeNone() throws Exception {
        for (String bad : new String[] {"", "{}", "[]", "{\"v\":1}", "{\"v\":1,\"v\":1}", "SQLite format 3\0"}) {
            assertDamaged(
                    KeyFile.open(bad.getBytes(StandardCharsets.UTF_8), PASSPHRASE, DATABASE_SALT),
                    Damage.NOT_A_KEY_FILE);
        }
        for (int length = 0; length < FILE.length; length += 7) {
            assertDamaged(KeyFile.open(Arrays.copyOf(FILE, length), PASSPHRASE, DATABASE_SALT), Damage.NOT_A_KEY_FILE);
        }
        assertDamaged(KeyFile.open(new byte[70_000], PASSPHRASE, DATABASE_SALT), Damage.NOT_A_KEY_FILE);
        assertDamaged(open(json().with("v", Json.of(3)), DATABASE_SALT), Damage.NEWER_VERSION);
        assertDamaged(open(both(kdf -> kdf.with("name", Json.of("scrypt"))), DATABASE_SALT), Damage.NOT_A_KEY_FILE);
    }

    @Test
    void newPassphraseOpensTheSameKeysAndTheOldOneNothing() throws Exception {
        byte[] rewrapped = KeyFile.read(FILE)
                .rewrapped(DATABASE_SALT, KEYS, "another".toCharArray(), Kdf.FLOOR, RANDOM)
                .bytes();

        assertThat(KeyFile.open(rewrapped, "another".toCharArray(), DATABASE_SALT))
                .isInstanceOfSatisfying(
                        Opened.class,
                        opened -> assertThat(opened.keys().notebook()).isEqualTo(KEYS.notebook()));
        assertThat(KeyFile.open(rewrapped, PASSPHRASE, DATABASE_SALT)).isInstanceOf(WrongPassphrase.class);
    }

    @Test
    void calibratedCostIsNeverBelowTheFloor() {
        Kdf kdf = Kdf.calibrated();
        assertThat(kdf.isBelowFloor() || kdf.isAbsurd()).isFalse();
        assertThat(kdf.memoryKiB()).isEqualTo(65536);
        assertThat(kdf.passes()).isBetween(3, 30);
    }

    @Test
    void closedKeysAreGone() {
        DataKeys drawn = DataKeys.generate(RANDOM);
        assertThat(drawn.notebook()).isNotEqualTo(drawn.identities());
        drawn.close();
        assertThatThrownBy(drawn::notebook).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void creatingNeverOverwritesAndReplacingLeavesNoScraps(@TempDir Path folder) throws Exception {
        Path path = KeyFileStore.beside(folder.resolve("тоо.jailoo"));
        assertThat(path.getFileName()).hasToString("тоо.jailoo.keys");
        KeyFileStore.create(path, FILE);

        assertThatThrownBy(() -> KeyFileStore.create(path, new byte[] {1}))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(KeyFileStore.read(path)).isEqualTo(FILE);
        KeyFileStore.replace(path, new byte[] {2});
        assertThat(KeyFileStore.read(path)).containsExactly(2);
        try (var list = Files.list(folder)) {
            assertThat(list).containsExactly(path);
        }
    }

    private static Json.Obj json() throws JsonException {
        return (Json.Obj) JsonReader.parse(FILE, 6);
    }

    private static Json.Obj set() throws JsonException {
        return (Json.Obj) ((Json.Array) Objects.requireNonNull(json().get("sets")))
                .items()
                .get(0);
    }

    private static Json.Obj file(Json.Obj set) throws JsonException {
        return json().with("sets", new Json.Array(List.of(set)));
    }

    private static Json.Obj both(UnaryOperator<Json.Obj> change) throws JsonException {
        Json.Obj slots = child(set(), "slots");
        for (String name : List.of("notebook", "identities")) {
            Json.Obj slot = child(slots, name);
            slots = slots.with(name, slot.with("kdf", change.apply(child(slot, "kdf"))));
        }
        return file(set().with("slots", slots));
    }

    private Json.Obj with(Kdf kdf) throws JsonException {
        return both(old -> old.with("memoryKiB", Json.of(kdf.memoryKiB()))
                .with("passes", Json.of(kdf.passes()))
                .with("lanes", Json.of(kdf.lanes())));
    }

    private Json.Obj with(String member, long value) throws JsonException {
        return both(old -> old.with(member, Json.of(value)));
    }

    @Test
    void eachOfTheSlotsOpensByItself() throws Exception {
        byte[] secret = bytes(8, 16);
        char[] apart = "башка сөз".toCharArray();
        KeyFile file = KeyFile.read(FILE)
                .withKit(DATABASE_SALT, KEYS, secret, RANDOM)
                .withIdentitiesUnder(DATABASE_SALT, KEYS, apart, Kdf.FLOOR, RANDOM);
        byte[] bytes = file.bytes();

        assertThat(KeyFile.open(bytes, PASSPHRASE, DATABASE_SALT)).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.keys().notebook()).isEqualTo(KEYS.notebook());
            assertThat(opened.keys().hasIdentities()).isFalse();
        });
        assertThat(KeyFile.openIdentities(bytes, PASSPHRASE, DATABASE_SALT)).isInstanceOf(WrongPassphrase.class);
        assertThat(KeyFile.openIdentities(bytes, apart, DATABASE_SALT))
                .isInstanceOfSatisfying(
                        KeyFile.OpenedIdentities.class,
                        opened -> assertThat(opened.key()).isEqualTo(KEYS.identities()));
        assertThat(KeyFile.openByKit(bytes, secret, DATABASE_SALT)).isInstanceOfSatisfying(Opened.class, opened -> {
            assertThat(opened.keys().notebook()).isEqualTo(KEYS.notebook());
            assertThat(opened.keys().identities()).isEqualTo(KEYS.identities());
        });
        assertThat(KeyFile.openByKit(bytes, bytes(9, 16), DATABASE_SALT)).isInstanceOf(WrongPassphrase.class);
        assertThat(KeyFile.openByKit(FILE, secret, DATABASE_SALT)).isInstanceOf(WrongPassphrase.class);

        byte[] handedOver = file.withoutIdentities(DATABASE_SALT).bytes();
        assertThat(KeyFile.openIdentities(handedOver, apart, DATABASE_SALT)).isInstanceOf(KeyFile.Damaged.class);
        assertThat(KeyFile.openByKit(handedOver, secret, DATABASE_SALT))
                .isInstanceOfSatisfying(
                        Opened.class,
                        opened -> assertThat(opened.keys().hasIdentities()).isFalse());
    }

    @Test
    void twoDatabasesOpenWhileOneBecomesTheOther() throws Exception {
        byte[] next = bytes(6, 16);
        DataKeys keys = DataKeys.generate(RANDOM);
        KeyFile moving = KeyFile.read(FILE).beside(next, keys, PASSPHRASE, Kdf.FLOOR, RANDOM);

        assertThat(KeyFile.open(moving.bytes(), PASSPHRASE, DATABASE_SALT)).isInstanceOf(Opened.class);
        assertThat(KeyFile.open(moving.bytes(), PASSPHRASE, next)).isInstanceOf(Opened.class);
        assertDamaged(KeyFile.open(moving.only(next).bytes(), PASSPHRASE, DATABASE_SALT), Damage.OTHER_DATABASE);
        assertThatThrownBy(() -> moving.beside(bytes(5, 16), keys, PASSPHRASE, Kdf.FLOOR, RANDOM))
                .isInstanceOf(IllegalStateException.class);
    }

    private static Opening open(Json.Obj json, byte[] salt) {
        return KeyFile.open(CanonicalJson.bytes(json), PASSPHRASE, salt);
    }

    private static Json.Obj child(Json.Obj json, String name) {
        return (Json.Obj) Objects.requireNonNull(json.get(name));
    }

    private static void assertDamaged(Opening opening, Damage damage) {
        assertThat(opening).isEqualTo(new Damaged(damage));
    }

    private static byte[] bytes(int value, int length) {
        byte[] bytes = new byte[length];
        Arrays.fill(bytes, (byte) value);
        return bytes;
    }
}
