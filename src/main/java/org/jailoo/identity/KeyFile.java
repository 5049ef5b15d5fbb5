package org.jailoo.identity;

import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;

/**
 * The file beside a notebook that holds its data keys, sealed under a passphrase, and tells whether a passphrase is
 * right before the database sees any key: a wrong key there destroys data after a crash.
 *
 * <p>JSON: {@code {"v":1,"kdf":{"name":"argon2id","memoryKiB":n,"passes":n,"lanes":n,"salt":b64},"database":hex32,
 * "slots":{"notebook":{"nonce":b64,"sealed":b64},"identities":{…}}}}. {@code database} is the salt of the database,
 * its file's first 16 bytes: a key file opens the one file that it was made for.
 */
public final class KeyFile {
    /** The length of a database salt, in bytes. */
    public static final int DATABASE_SALT = 16;

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int SALT = 16;
    private static final String NOTEBOOK = "notebook";
    private static final String IDENTITIES = "identities";

    private KeyFile() {}

    /** What opening a key file came to. */
    public sealed interface Opening {}

    /** The passphrase is right; these are the keys, for the caller to close. */
    public record Opened(DataKeys keys) implements Opening {}

    /** The file is sound as far as can be told, and this is not its passphrase. */
    public record WrongPassphrase() implements Opening {}

    /** No passphrase opens this file, or none was tried. */
    public record Damaged(Damage damage) implements Opening {}

    /** Why a key file is not opened. */
    public enum Damage {
        /** It is not the JSON described above. */
        NOT_A_KEY_FILE,
        /** It was written by a newer version of the program. */
        NEWER_VERSION,
        /** Its passphrase would be cheap to guess: below {@link Kdf#FLOOR}. Somebody weakened it. */
        BELOW_FLOOR,
        /** It asks for more memory or time than a real one does, or than this program has. */
        TOO_COSTLY,
        /** It belongs to another database file. */
        OTHER_DATABASE,
        /** One of its two slots opens and the other does not. */
        SLOT
    }

    /** The file's bytes. The salt is that of the database, whose first 16 bytes it is. */
    public static byte[] create(byte[] databaseSalt, DataKeys keys, char[] passphrase, Kdf kdf, SecureRandom random) {
        if (databaseSalt.length != DATABASE_SALT || kdf.isBelowFloor() || kdf.isAbsurd()) {
            throw new IllegalArgumentException("a salt of 16 bytes and a cost from 64 MiB and 3 passes are wanted");
        }
        byte[] salt = new byte[SALT];
        random.nextBytes(salt);
        Json.Obj slots;
        try (SlotSealer sealer = new SlotSealer(derive(kdf, passphrase, salt), databaseSalt)) {
            slots = Json.object(Map.of(
                    NOTEBOOK, sealer.seal(NOTEBOOK, keys.notebook(), random),
                    IDENTITIES, sealer.seal(IDENTITIES, keys.identities(), random)));
        }
        Json.Obj kdfJson = Json.object(Map.of(
                "name", Json.of("argon2id"),
                "memoryKiB", Json.of(kdf.memoryKiB()),
                "passes", Json.of(kdf.passes()),
                "lanes", Json.of(kdf.lanes()),
                "salt", Json.of(Base64Text.encode(salt))));
        return CanonicalJson.bytes(Json.object(Map.of(
                "v",
                Json.of(1),
                "kdf",
                kdfJson,
                "database",
                Json.of(HexFormat.of().formatHex(databaseSalt)),
                "slots",
                slots)));
    }

    /**
     * The same keys under another passphrase: a new file to put in the place of the old one, atomically. The database
     * is not touched.
     *
     * @param keys as {@link #open} gave them
     */
    public static byte[] rewrap(
            byte[] databaseSalt, DataKeys keys, char[] newPassphrase, Kdf kdf, SecureRandom random) {
        return create(databaseSalt, keys, newPassphrase, kdf, random);
    }

    /**
     * The keys in a file.
     *
     * @param databaseSalt the first 16 bytes of the database file, as read from it now
     */
    public static Opening open(byte[] file, char[] passphrase, byte[] databaseSalt) {
        Optional<Json.Obj> parsed = parse(file);
        if (parsed.isEmpty()) {
            return new Damaged(Damage.NOT_A_KEY_FILE);
        }
        Json.Obj json = parsed.get();
        Long version = json.integer("v");
        if (version != null && version > 1) {
            return new Damaged(Damage.NEWER_VERSION);
        }
        Json.Obj kdfJson = child(json, "kdf");
        Optional<Kdf> kdf = kdf(kdfJson);
        Optional<byte[]> salt = bytes(kdfJson, "salt").filter(s -> s.length == SALT);
        String database = json.text("database");
        Json.Obj slots = child(json, "slots");
        Optional<SlotSealer.Sealed> notebook = slot(slots, NOTEBOOK);
        Optional<SlotSealer.Sealed> identities = slot(slots, IDENTITIES);
        if (version == null
                || version != 1
                || kdf.isEmpty()
                || salt.isEmpty()
                || database == null
                || notebook.isEmpty()
                || identities.isEmpty()) {
            return new Damaged(Damage.NOT_A_KEY_FILE);
        }
        if (kdf.get().isBelowFloor()) {
            return new Damaged(Damage.BELOW_FLOOR);
        }
        if (kdf.get().isAbsurd()) {
            return new Damaged(Damage.TOO_COSTLY);
        }
        if (!database.equals(HexFormat.of().formatHex(databaseSalt))) {
            return new Damaged(Damage.OTHER_DATABASE);
        }
        byte[] master;
        try {
            master = derive(kdf.get(), passphrase, salt.get());
        } catch (OutOfMemoryError e) {
            return new Damaged(Damage.TOO_COSTLY);
        }
        try (SlotSealer sealer = new SlotSealer(master, databaseSalt)) {
            return opening(sealer.open(NOTEBOOK, notebook.get()), sealer.open(IDENTITIES, identities.get()));
        }
    }

    private static Opening opening(Optional<byte[]> notebook, Optional<byte[]> identities) {
        try {
            if (notebook.isPresent() && identities.isPresent()) {
                return new Opened(new DataKeys(notebook.get(), identities.get()));
            }
            boolean none = notebook.isEmpty() && identities.isEmpty();
            return none ? new WrongPassphrase() : new Damaged(Damage.SLOT);
        } finally {
            notebook.ifPresent(key -> Arrays.fill(key, (byte) 0));
            identities.ifPresent(key -> Arrays.fill(key, (byte) 0));
        }
    }

    private static byte[] derive(Kdf kdf, char[] passphrase, byte[] salt) {
        byte[] bytes = Passphrase.utf8(passphrase, Normalizer.Form.NFKC);
        try {
            return kdf.derive(bytes, salt);
        } finally {
            Arrays.fill(bytes, (byte) 0);
        }
    }

    private static Optional<Json.Obj> parse(byte[] file) {
        try {
            return file.length <= MAX_LENGTH && JsonReader.parse(file, 3) instanceof Json.Obj json
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }

    private static Optional<Kdf> kdf(Json.Obj json) {
        Long memory = json.integer("memoryKiB");
        Long passes = json.integer("passes");
        Long lanes = json.integer("lanes");
        if (!"argon2id".equals(json.text("name")) || memory == null || passes == null || lanes == null) {
            return Optional.empty();
        }
        return Optional.of(new Kdf(bounded(memory), bounded(passes), bounded(lanes)));
    }

    private static int bounded(long number) {
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, number));
    }

    private static Optional<SlotSealer.Sealed> slot(Json.Obj slots, String name) {
        Json.Obj json = child(slots, name);
        Optional<byte[]> nonce = bytes(json, "nonce").filter(n -> n.length == SlotSealer.NONCE);
        Optional<byte[]> sealed = bytes(json, "sealed").filter(s -> s.length == SlotSealer.SEALED);
        return nonce.flatMap(n -> sealed.map(s -> new SlotSealer.Sealed(n, s)));
    }

    private static Json.Obj child(Json.Obj json, String name) {
        return json.get(name) instanceof Json.Obj child ? child : Json.object();
    }

    private static Optional<byte[]> bytes(Json.Obj json, String name) {
        String text = json.text(name);
        return text == null ? Optional.empty() : Base64Text.decode(text);
    }
}
