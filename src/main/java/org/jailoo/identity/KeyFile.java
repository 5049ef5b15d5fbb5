package org.jailoo.identity;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The file beside a notebook that holds its data keys, each sealed in slots of its own, and tells whether a passphrase is
 * right before the database sees any key: a wrong key there destroys data after a crash.
 *
 * <p>JSON: {@code {"v":2,"sets":[{"database":hex32,"slots":{"notebook":slot,"identities":slot,"kit":{"notebook":sealed,
 * "identities":sealed}}}…]}}; a sealed key is {@code {"nonce":b64,"sealed":b64}}, a slot one with {@code
 * "kdf":{"name":"argon2id","memoryKiB":n,"passes":n,"lanes":n,"salt":b64}}. {@code identities} and {@code kit} may be
 * missing. {@code database} is the salt of the database, its file's first 16 bytes: a set opens the one file that it was
 * made for, and there are two sets only while a notebook moves to a new file with new keys. Version 1 had one set, {@code
 * database} and {@code slots} at the top, and one {@code kdf} for both slots.
 */
public final class KeyFile {
    /** The length of a database salt, in bytes. */
    public static final int DATABASE_SALT = 16;

    static final String NOTEBOOK = "notebook";
    static final String IDENTITIES = "identities";

    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_DEPTH = 6;
    private static final int MAX_SETS = 2;

    private final List<KeySet> sets;

    private KeyFile(List<KeySet> sets) {
        this.sets = List.copyOf(sets);
    }

    /** What opening a key file came to. */
    public sealed interface Opening {}

    /** What was tried is right; these are the keys, for the caller to close. */
    public record Opened(DataKeys keys) implements Opening {}

    /** The key of the identities alone, 32 bytes; closing wipes it. */
    public static final class OpenedIdentities implements Opening, AutoCloseable {
        private final byte[] key;

        OpenedIdentities(byte[] key) {
            this.key = key.clone();
        }

        /** A copy, for the caller to wipe. */
        public byte[] key() {
            return key.clone();
        }

        @Override
        public void close() {
            Arrays.fill(key, (byte) 0);
        }
    }

    /** The file is sound as far as can be told, and this is not its passphrase, or not its kit. */
    public record WrongPassphrase() implements Opening {}

    /** Nothing opens this file, or nothing was tried. */
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
        /** One of its slots opens and the other, under the same passphrase, does not. */
        SLOT
    }

    /** A key file that cannot be read. */
    public static final class Unreadable extends Exception {
        private static final long serialVersionUID = 1;
        private final Damage damage;

        Unreadable(Damage damage) {
            super(damage.name());
            this.damage = damage;
        }

        public Damage damage() {
            return damage;
        }
    }

    /** The bytes of the key file of a new notebook: both keys under one passphrase. */
    public static byte[] create(byte[] databaseSalt, DataKeys keys, char[] passphrase, Kdf kdf, SecureRandom random) {
        return new KeyFile(List.of())
                .with(KeySet.empty(databaseSalt).under(passphrase, kdf, keys, random))
                .bytes();
    }

    /**
     * Reads the bytes of a key file; nothing is opened.
     *
     * @throws Unreadable if it is none, or a newer one
     */
    public static KeyFile read(byte[] file) throws Unreadable {
        Json.Obj json = parse(file).orElseThrow(() -> new Unreadable(Damage.NOT_A_KEY_FILE));
        Long version = json.integer("v");
        if (version != null && version > 2) {
            throw new Unreadable(Damage.NEWER_VERSION);
        }
        if (version == null || version < 1) {
            throw new Unreadable(Damage.NOT_A_KEY_FILE);
        }
        if (version == 1) {
            return new KeyFile(List.of(KeySet.ofVersion1(json)));
        }
        if (!(json.get("sets") instanceof Json.Array array)
                || array.items().isEmpty()
                || array.items().size() > MAX_SETS) {
            throw new Unreadable(Damage.NOT_A_KEY_FILE);
        }
        List<KeySet> sets = new ArrayList<>();
        for (Json set : array.items()) {
            sets.add(KeySet.of(set));
        }
        return new KeyFile(sets);
    }

    /**
     * All keys that a passphrase opens: that of the notebook, and that of the identities unless these have a passphrase of
     * their own or are not kept here.
     *
     * @param databaseSalt the first 16 bytes of the database file, as read from it now
     */
    public static Opening open(byte[] file, char[] passphrase, byte[] databaseSalt) {
        return opening(file, databaseSalt, set -> set.open(passphrase, false));
    }

    /** The notebook's key alone; the identities stay closed. */
    public static Opening openNotebook(byte[] file, char[] passphrase, byte[] databaseSalt) {
        return opening(file, databaseSalt, set -> set.open(passphrase, true));
    }

    /** The key of the identities alone, as {@link OpenedIdentities}. */
    public static Opening openIdentities(byte[] file, char[] passphrase, byte[] databaseSalt) {
        return opening(file, databaseSalt, set -> set.openIdentities(passphrase));
    }

    /** All keys, by the secret of the recovery kit. */
    public static Opening openByKit(byte[] file, byte[] secret, byte[] databaseSalt) {
        return opening(file, databaseSalt, set -> set.openByKit(secret));
    }

    private interface Way {
        Opening open(KeySet set);
    }

    private static Opening opening(byte[] file, byte[] databaseSalt, Way way) {
        try {
            KeySet set = read(file).set(databaseSalt);
            return set == null ? new Damaged(Damage.OTHER_DATABASE) : way.open(set);
        } catch (Unreadable e) {
            return new Damaged(e.damage());
        } catch (OutOfMemoryError e) {
            return new Damaged(Damage.TOO_COSTLY);
        }
    }

    /**
     * The same keys under another passphrase: a new file to put in the place of the old one, atomically. The database is
     * not touched, and a recovery kit opens the notebook as before. Keys that are not given keep their slots.
     *
     * @param keys as {@link #open} gave them
     */
    public KeyFile rewrapped(byte[] databaseSalt, DataKeys keys, char[] newPassphrase, Kdf kdf, SecureRandom random) {
        return with(required(databaseSalt).under(newPassphrase, kdf, keys, random));
    }

    /** The same notebook, its identities under a passphrase of their own. */
    public KeyFile withIdentitiesUnder(
            byte[] databaseSalt, DataKeys keys, char[] passphrase, Kdf kdf, SecureRandom random) {
        return with(required(databaseSalt).identitiesUnder(passphrase, kdf, keys, random));
    }

    /** The same notebook, which keeps no identities any more: neither a passphrase nor a kit opens their key. */
    public KeyFile withoutIdentities(byte[] databaseSalt) {
        return with(required(databaseSalt).without(IDENTITIES).withoutKitOf(IDENTITIES));
    }

    /**
     * The same notebook with a recovery kit in place of any it had.
     *
     * @param secret {@link RecoveryKit#SECRET} random bytes
     */
    public KeyFile withKit(byte[] databaseSalt, DataKeys keys, byte[] secret, SecureRandom random) {
        return with(required(databaseSalt).withKit(secret, keys, random));
    }

    /** The same notebook without a recovery kit. */
    public KeyFile withoutKit(byte[] databaseSalt) {
        return with(required(databaseSalt).without(KeySet.KIT));
    }

    /** Beside what there is, the keys of a second database: while the notebook moves into it, either opens. */
    public KeyFile beside(byte[] newDatabaseSalt, DataKeys keys, char[] passphrase, Kdf kdf, SecureRandom random) {
        return with(KeySet.empty(newDatabaseSalt).under(passphrase, kdf, keys, random));
    }

    /** The set of one database alone: the move into it is done. */
    public KeyFile only(byte[] databaseSalt) {
        return new KeyFile(List.of(required(databaseSalt)));
    }

    /** How many databases this file has keys for: 2 only while a notebook moves. */
    public int databases() {
        return sets.size();
    }

    /** Whether a recovery kit opens this database. */
    public boolean hasKit(byte[] databaseSalt) {
        KeySet set = set(databaseSalt);
        return set != null && set.has(KeySet.KIT);
    }

    /** Whether the key of the identities is kept for this database. */
    public boolean hasIdentities(byte[] databaseSalt) {
        KeySet set = set(databaseSalt);
        return set != null && set.has(IDENTITIES);
    }

    /** Whether the identities of this database have a passphrase of their own. */
    public boolean identitiesApart(byte[] databaseSalt) {
        KeySet set = set(databaseSalt);
        return set != null && set.has(IDENTITIES) && !set.together();
    }

    /** What each guess of the passphrase costs; null where the file has no slot for this database. */
    public @Nullable Kdf cost(byte[] databaseSalt) {
        KeySet set = set(databaseSalt);
        return set == null ? null : set.cost();
    }

    /** The file's bytes, in the latest version. */
    public byte[] bytes() {
        return CanonicalJson.bytes(Json.object(Map.of(
                "v",
                Json.of(2),
                "sets",
                new Json.Array(sets.stream().map(s -> (Json) s.json()).toList()))));
    }

    private KeyFile with(KeySet changed) {
        List<KeySet> all = new ArrayList<>();
        boolean replaced = false;
        for (KeySet set : sets) {
            boolean same = Arrays.equals(set.database(), changed.database());
            replaced |= same;
            all.add(same ? changed : set);
        }
        if (!replaced) {
            all.add(changed);
        }
        if (all.size() > MAX_SETS) {
            throw new IllegalStateException("a key file is for one database, or for two while one becomes the other");
        }
        return new KeyFile(all);
    }

    private @Nullable KeySet set(byte[] databaseSalt) {
        for (KeySet set : sets) {
            if (Arrays.equals(set.database(), databaseSalt)) {
                return set;
            }
        }
        return null;
    }

    private KeySet required(byte[] databaseSalt) {
        KeySet set = set(databaseSalt);
        if (set == null) {
            throw new IllegalArgumentException(
                    "no keys for the database " + HexFormat.of().formatHex(databaseSalt));
        }
        return set;
    }

    private static Optional<Json.Obj> parse(byte[] file) {
        try {
            return file.length <= MAX_LENGTH && JsonReader.parse(file, MAX_DEPTH) instanceof Json.Obj json
                    ? Optional.of(json)
                    : Optional.empty();
        } catch (JsonException e) {
            return Optional.empty();
        }
    }
}
