package org.jailoo.identity;

import org.bouncycastle.crypto.digests.SHA256Digest;

/** A SHA-256 that can be put down after any part and taken up again, as the one of the Java runtime cannot. */
public final class GrowingDigest {
    private final SHA256Digest digest;

    private GrowingDigest(SHA256Digest digest) {
        this.digest = digest;
    }

    /** One that was fed nothing yet. */
    public static GrowingDigest start() {
        return new GrowingDigest(new SHA256Digest());
    }

    /** One that goes on from where {@link #state} was taken. */
    public static GrowingDigest from(byte[] state) {
        return new GrowingDigest(new SHA256Digest(state));
    }

    public void update(byte[] part) {
        digest.update(part, 0, part.length);
    }

    /** How far it has come; no secret where what it was fed is none. */
    public byte[] state() {
        return digest.getEncodedState();
    }

    /** The 32 bytes of the hash; it begins anew. */
    public byte[] digest() {
        byte[] hash = new byte[digest.getDigestSize()];
        digest.doFinal(hash, 0);
        return hash;
    }
}
