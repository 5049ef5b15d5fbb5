package org.jailoo.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The two random keys, 32 bytes each, that a notebook's file is encrypted with: one for everything, a second one for the
 * records that say who people are.
 *
 * <p>They never change with the passphrase, which only wraps them (see {@link KeyFile}). Closing wipes them.
 */
public final class DataKeys implements AutoCloseable {
    /** The length of each, in bytes. */
    public static final int LENGTH = 32;

    private final byte[] notebook;
    private final byte @Nullable [] identities;
    private boolean closed;

    /**
     * Keys known already; both arrays are copied.
     *
     * @param identities null where the records that say who people are stay closed
     */
    public DataKeys(byte[] notebook, byte @Nullable [] identities) {
        if (notebook.length != LENGTH || (identities != null && identities.length != LENGTH)) {
            throw new IllegalArgumentException("a data key has 32 bytes");
        }
        this.notebook = notebook.clone();
        this.identities = identities == null ? null : identities.clone();
    }

    /** Draws the keys of a new notebook. */
    public static DataKeys generate(SecureRandom random) {
        byte[] notebook = new byte[LENGTH];
        byte[] identities = new byte[LENGTH];
        random.nextBytes(notebook);
        random.nextBytes(identities);
        return new DataKeys(notebook, identities);
    }

    /** A copy of the key of the whole database, for the caller to wipe. */
    public byte[] notebook() {
        return copy(notebook);
    }

    /** Whether the second key is here too. */
    public boolean hasIdentities() {
        return identities != null;
    }

    /** A copy of the second key, of the records that say who people are, for the caller to wipe. */
    public byte[] identities() {
        if (identities == null) {
            throw new IllegalStateException("the identities are closed");
        }
        return copy(identities);
    }

    private byte[] copy(byte[] key) {
        if (closed) {
            throw new IllegalStateException("the keys are wiped");
        }
        return key.clone();
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(notebook, (byte) 0);
        if (identities != null) {
            Arrays.fill(identities, (byte) 0);
        }
    }

    @Override
    public String toString() {
        return "DataKeys";
    }
}
