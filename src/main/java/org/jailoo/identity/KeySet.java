package org.jailoo.identity;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.jailoo.identity.KeyFile.Damage;
import org.jailoo.identity.KeyFile.Damaged;
import org.jailoo.identity.KeyFile.Opened;
import org.jailoo.identity.KeyFile.Opening;
import org.jailoo.identity.KeyFile.Unreadable;
import org.jailoo.identity.KeyFile.WrongPassphrase;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** The sealed keys of one database in a {@link KeyFile}. */
final class KeySet {
    static final String KIT = "kit";

    private static final int SALT = 16;
    private static final List<String> BOTH = List.of(KeyFile.NOTEBOOK, KeyFile.IDENTITIES);

    private final byte[] database;
    private final Json.Obj slots;

    private KeySet(byte[] database, Json.Obj slots) {
        this.database = database.clone();
        this.slots = slots;
    }

    static KeySet empty(byte[] databaseSalt) {
        if (databaseSalt.length != KeyFile.DATABASE_SALT) {
            throw new IllegalArgumentException("a salt of 16 bytes is wanted");
        }
        return new KeySet(databaseSalt, Json.object());
    }

    /** A set whose slots are all whole; what they hold is not looked at. */
    static KeySet of(Json json) throws Unreadable {
        if (!(json instanceof Json.Obj set)) {
            throw new Unreadable(Damage.NOT_A_KEY_FILE);
        }
        KeySet read = new KeySet(database(set.text("database")), child(set, "slots"));
        read.slot(KeyFile.NOTEBOOK);
        if (read.has(KeyFile.IDENTITIES)) {
            read.slot(KeyFile.IDENTITIES);
        }
        for (String part : child(read.slots, KIT).members().keySet()) {
            sealed(child(child(read.slots, KIT), part));
        }
        return read;
    }

    /** One cost for both slots, and both there. */
    static KeySet ofVersion1(Json.Obj json) throws Unreadable {
        Json.Obj kdf = child(json, "kdf");
        Json.Obj slots = child(json, "slots");
        return of(Json.object(Map.of(
                "database",
                Json.of(Optional.ofNullable(json.text("database")).orElse("")),
                "slots",
                Json.object(Map.of(
                        KeyFile.NOTEBOOK, child(slots, KeyFile.NOTEBOOK).with("kdf", kdf),
                        KeyFile.IDENTITIES, child(slots, KeyFile.IDENTITIES).with("kdf", kdf))))));
    }

    byte[] database() {
        return database.clone();
    }

    boolean has(String slot) {
        return slots.get(slot) instanceof Json.Obj;
    }

    Kdf cost() {
        try {
            return slot(KeyFile.NOTEBOOK).kdf;
        } catch (Unreadable e) {
            throw new IllegalStateException("looked at when it was read", e);
        }
    }

    /** Whether one derivation opens both keys: they are under one passphrase. */
    boolean together() {
        try {
            Slot notebook = slot(KeyFile.NOTEBOOK);
            Slot identities = slot(KeyFile.IDENTITIES);
            return identities.kdf.equals(notebook.kdf) && Arrays.equals(identities.salt, notebook.salt);
        } catch (Unreadable e) {
            throw new IllegalStateException("looked at when it was read", e);
        }
    }

    Json.Obj json() {
        return Json.object(Map.of("database", Json.of(HexFormat.of().formatHex(database)), "slots", slots));
    }

    KeySet without(String slot) {
        return new KeySet(database, slots.without(slot));
    }

    KeySet withoutKitOf(String part) {
        return has(KIT) ? new KeySet(database, slots.with(KIT, child(slots, KIT).without(part))) : this;
    }

    /** Both keys, or the one that is there, under a passphrase; one derivation makes and opens both. */
    KeySet under(char[] passphrase, Kdf kdf, DataKeys keys, SecureRandom random) {
        return with(passphrase, kdf, keys, keys.hasIdentities() ? BOTH : List.of(KeyFile.NOTEBOOK), random);
    }

    KeySet identitiesUnder(char[] passphrase, Kdf kdf, DataKeys keys, SecureRandom random) {
        return with(passphrase, kdf, keys, List.of(KeyFile.IDENTITIES), random);
    }

    private KeySet with(char[] passphrase, Kdf kdf, DataKeys keys, List<String> names, SecureRandom random) {
        if (kdf.isBelowFloor() || kdf.isAbsurd()) {
            throw new IllegalArgumentException("a cost from 64 MiB and 3 passes is wanted");
        }
        byte[] salt = salt(random);
        Json.Obj kdfJson = Json.object(Map.of(
                "name", Json.of("argon2id"),
                "memoryKiB", Json.of(kdf.memoryKiB()),
                "passes", Json.of(kdf.passes()),
                "lanes", Json.of(kdf.lanes()),
                "salt", Json.of(Base64Text.encode(salt))));
        Json.Obj changed = slots;
        try (SlotSealer sealer = new SlotSealer(derive(kdf, passphrase, salt), database)) {
            for (String name : names) {
                byte[] key = name.equals(KeyFile.NOTEBOOK) ? keys.notebook() : keys.identities();
                changed = changed.with(name, sealer.seal(name, key, random).with("kdf", kdfJson));
            }
        }
        return new KeySet(database, changed);
    }

    KeySet withKit(byte[] secret, DataKeys keys, SecureRandom random) {
        try (SlotSealer sealer = new SlotSealer(kitMaster(secret), database)) {
            Json.Obj kit =
                    Json.object(Map.of(KeyFile.NOTEBOOK, sealer.seal(kit(KeyFile.NOTEBOOK), keys.notebook(), random)));
            if (keys.hasIdentities()) {
                kit = kit.with(KeyFile.IDENTITIES, sealer.seal(kit(KeyFile.IDENTITIES), keys.identities(), random));
            }
            return new KeySet(database, slots.with(KIT, kit));
        }
    }

    private static String kit(String part) {
        return KIT + " " + part;
    }

    Opening open(char[] passphrase, boolean notebookAlone) {
        try {
            Slot notebook = slot(KeyFile.NOTEBOOK);
            if (notebook.unusable() != null) {
                return new Damaged(notebook.unusable());
            }
            byte[] master = derive(notebook.kdf, passphrase, notebook.salt);
            try (SlotSealer sealer = new SlotSealer(master, database)) {
                Optional<byte[]> key = sealer.open(KeyFile.NOTEBOOK, notebook.sealed);
                if (notebookAlone || !has(KeyFile.IDENTITIES)) {
                    return opened(key, Optional.empty());
                }
                if (!together()) {
                    return opened(key, Optional.empty());
                }
                Optional<byte[]> second = sealer.open(KeyFile.IDENTITIES, slot(KeyFile.IDENTITIES).sealed);
                if (key.isPresent() != second.isPresent()) {
                    wipe(key);
                    wipe(second);
                    return new Damaged(Damage.SLOT);
                }
                return opened(key, second);
            }
        } catch (Unreadable e) {
            return new Damaged(e.damage());
        }
    }

    Opening openIdentities(char[] passphrase) {
        try {
            if (!has(KeyFile.IDENTITIES)) {
                return new Damaged(Damage.SLOT);
            }
            Slot slot = slot(KeyFile.IDENTITIES);
            if (slot.unusable() != null) {
                return new Damaged(slot.unusable());
            }
            try (SlotSealer sealer = new SlotSealer(derive(slot.kdf, passphrase, slot.salt), database)) {
                Optional<byte[]> key = sealer.open(KeyFile.IDENTITIES, slot.sealed);
                try {
                    return key.<Opening>map(KeyFile.OpenedIdentities::new).orElseGet(WrongPassphrase::new);
                } finally {
                    wipe(key);
                }
            }
        } catch (Unreadable e) {
            return new Damaged(e.damage());
        }
    }

    Opening openByKit(byte[] secret) {
        if (!has(KIT)) {
            return new WrongPassphrase();
        }
        Json.Obj kit = child(slots, KIT);
        try (SlotSealer sealer = new SlotSealer(kitMaster(secret), database)) {
            Optional<byte[]> notebook = sealer.open(kit(KeyFile.NOTEBOOK), sealed(child(kit, KeyFile.NOTEBOOK)));
            Optional<byte[]> identities = kit.get(KeyFile.IDENTITIES) == null
                    ? Optional.empty()
                    : sealer.open(kit(KeyFile.IDENTITIES), sealed(child(kit, KeyFile.IDENTITIES)));
            return opened(notebook, identities);
        } catch (Unreadable e) {
            return new Damaged(e.damage());
        }
    }

    private static Opening opened(Optional<byte[]> notebook, Optional<byte[]> identities) {
        try {
            return notebook.isEmpty()
                    ? new WrongPassphrase()
                    : new Opened(new DataKeys(notebook.get(), identities.orElse(null)));
        } finally {
            wipe(notebook);
            wipe(identities);
        }
    }

    private static void wipe(Optional<byte[]> key) {
        key.ifPresent(k -> Arrays.fill(k, (byte) 0));
    }

    /** A slot under a passphrase. */
    private static final class Slot {
        private final Kdf kdf;
        private final byte[] salt;
        private final SlotSealer.Sealed sealed;

        private Slot(Kdf kdf, byte[] salt, SlotSealer.Sealed sealed) {
            this.kdf = kdf;
            this.salt = salt;
            this.sealed = sealed;
        }

        @Nullable
        Damage unusable() {
            if (kdf.isBelowFloor()) {
                return Damage.BELOW_FLOOR;
            }
            return kdf.isAbsurd() ? Damage.TOO_COSTLY : null;
        }
    }

    private Slot slot(String name) throws Unreadable {
        Json.Obj json = child(slots, name);
        Json.Obj kdf = child(json, "kdf");
        Long memory = kdf.integer("memoryKiB");
        Long passes = kdf.integer("passes");
        Long lanes = kdf.integer("lanes");
        Optional<byte[]> salt = bytes(kdf, "salt").filter(s -> s.length == SALT);
        if (!"argon2id".equals(kdf.text("name"))
                || memory == null
                || passes == null
                || lanes == null
                || salt.isEmpty()) {
            throw new Unreadable(Damage.NOT_A_KEY_FILE);
        }
        return new Slot(new Kdf(bounded(memory), bounded(passes), bounded(lanes)), salt.get(), sealed(json));
    }

    private static SlotSealer.Sealed sealed(Json.Obj json) throws Unreadable {
        byte[] nonce = bytes(json, "nonce")
                .filter(n -> n.length == SlotSealer.NONCE)
                .orElseThrow(() -> new Unreadable(Damage.NOT_A_KEY_FILE));
        byte[] sealed = bytes(json, "sealed")
                .filter(s -> s.length == SlotSealer.SEALED)
                .orElseThrow(() -> new Unreadable(Damage.NOT_A_KEY_FILE));
        return new SlotSealer.Sealed(nonce, sealed);
    }

    private static byte[] derive(Kdf kdf, char[] passphrase, byte[] salt) {
        byte[] bytes = Passphrase.utf8(passphrase, Normalizer.Form.NFKC);
        try {
            return kdf.derive(bytes, salt);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    /** The secret of a kit is random: no dear derivation makes it harder to guess. */
    private byte[] kitMaster(byte[] secret) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, database, "jailoo kit 1".getBytes(StandardCharsets.US_ASCII)));
        byte[] master = new byte[32];
        hkdf.generateBytes(master, 0, master.length);
        return master;
    }

    private static byte[] salt(SecureRandom random) {
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        return salt;
    }

    private static byte[] database(@Nullable String hex) throws Unreadable {
        try {
            byte[] salt = hex == null ? new byte[0] : HexFormat.of().parseHex(hex);
            if (salt.length == KeyFile.DATABASE_SALT) {
                return salt;
            }
        } catch (IllegalArgumentException e) {
            throw new Unreadable(Damage.NOT_A_KEY_FILE);
        }
        throw new Unreadable(Damage.NOT_A_KEY_FILE);
    }

    private static int bounded(long number) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number));
    }

    private static Json.Obj child(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Obj child ? child : Json.object();
    }

    private static Optional<byte[]> bytes(Json.Obj json, String name) {
        String text = json.text(name);
        return text == null ? Optional.empty() : Base64Text.decode(text);
    }
}
