package org.jailoo.notebook;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.RecoveryKit;
import org.jspecify.annotations.Nullable;

/**
 * The recovery kit of an open notebook: its slot in the key file, and its secret inside the database, so that the same
 * printed words can be wrapped again around new keys.
 *
 * <p>The secret opens the identities too; so it lies under their key, where they are kept here. Each act begins with the
 * passphrase, and has the keys only until it is closed.
 */
public final class KitKeeping implements AutoCloseable {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final String NAME = "kit";
    private static final String LOCK = "kit";

    private final NotebookFiles files;
    private final Sql sql;
    private final DataKeys keys;

    private KitKeeping(NotebookFiles files, Sql sql, DataKeys keys) {
        this.files = files;
        this.sql = sql;
        this.keys = keys;
    }

    /**
     * Begins, with the passphrase.
     *
     * @param identities that of the identities, where they have one of their own; null leaves them out of the kit
     */
    public static KitKeeping begin(Notebook notebook, char[] passphrase, char @Nullable [] identities) {
        try {
            return new KitKeeping(
                    notebook.files, notebook.sql, Passphrases.all(notebook.files, passphrase, identities));
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /** The kit that opens this notebook; empty where there is none. */
    public Optional<RecoveryKit> kept() {
        try {
            return secret(sql, keys).filter(Passphrases.Read.of(files)::isOpenedBy);
        } catch (IOException e) {
            throw NotebookException.of(e);
        }
    }

    /**
     * Puts a kit in the place of the one before, which opens nothing any more.
     *
     * @param noted what is to be remembered of that, before the last step
     */
    public void keep(RecoveryKit kit, Runnable noted) {
        byte[] secret = kit.secret();
        try {
            Passphrases.Read read = Passphrases.Read.of(files);
            // First where it is only remembered: a slot whose words nobody could wrap again would be worse.
            read.replace(
                    files,
                    read.file().withKit(read.salt(), keys, secret, RANDOM),
                    () -> sql.inTransaction(() -> {
                        put(sql, keys, secret);
                        noted.run();
                        return kit;
                    }));
        } catch (IOException e) {
            throw NotebookException.of(e);
        } finally {
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** The salt of the database that the kit opens. */
    public byte[] databaseSalt() {
        return Database.salt(files.database());
    }

    /** The remembered secret; empty where there is none, or where it was sealed with identities that are closed now. */
    static Optional<RecoveryKit> secret(Sql sql, DataKeys keys) {
        byte[] stored = sql.first("SELECT value FROM meta WHERE name = ?", r -> r.getBytes(1), NAME);
        if (stored == null || stored.length < 1 || (stored[0] == 1 && !keys.hasIdentities())) {
            return Optional.empty();
        }
        byte[] rest = Arrays.copyOfRange(stored, 1, stored.length);
        Seal seal = seal(keys);
        byte[] secret = stored[0] == 1 ? seal.open(Seal.SEALED, LOCK, rest) : rest;
        try {
            return Optional.of(RecoveryKit.of(secret));
        } finally {
            seal.close();
            Arrays.fill(secret, (byte) 0);
        }
    }

    /** Remembers a secret. */
    static void put(Sql sql, DataKeys keys, byte[] secret) {
        Seal seal = seal(keys);
        byte[] inner = keys.hasIdentities() ? seal.seal(LOCK, secret).bytes() : secret;
        seal.close();
        byte[] stored = new byte[1 + inner.length];
        stored[0] = (byte) (keys.hasIdentities() ? 1 : 0);
        System.arraycopy(inner, 0, stored, 1, inner.length);
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", NAME, stored);
    }

    private static Seal seal(DataKeys keys) {
        Seal seal = new Seal();
        if (keys.hasIdentities()) {
            byte[] key = keys.identities();
            seal.open(key);
            Arrays.fill(key, (byte) 0);
        }
        return seal;
    }

    @Override
    public void close() {
        keys.close();
    }
}
