package org.jailoo.identity;

import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.Objects;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jailoo.identity.EnvelopeException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The content of an age file, chunk by chunk: ChaCha20-Poly1305 over 64 KiB each, the last one marked in its nonce.
 *
 * <p>The library's own channel reports a file cut short and a file changed in the same way; here they differ. A last
 * chunk that is shorter than a full one and fails counts as cut, for every file cut inside a chunk ends so.
 */
final class AgePayload extends InputStream {
    private static final int PLAIN = 64 * 1024;
    private static final int TAG = 16;
    private static final int SEALED = PLAIN + TAG;
    private static final int LAST_FLAG = 11;

    private final InputStream source;
    private final SecretKeySpec key;
    private final Cipher cipher;
    private final byte[] nonce = new byte[12];

    /** One chunk and the first byte of the next, which tells whether there is one. */
    private final byte[] sealed = new byte[SEALED + 1];

    private int held;
    private byte[] plain = new byte[0];
    private int at;
    private boolean first = true;
    private boolean ended;
    private boolean closed;
    private @Nullable EnvelopeException failure;

    /** Reads the first bytes at once: an age file without any is not one. */
    AgePayload(InputStream source, byte[] key) throws IOException {
        this.source = source;
        this.key = new SecretKeySpec(key, "ChaCha20");
        try {
            this.cipher = Cipher.getInstance("ChaCha20-Poly1305");
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 11 on has ChaCha20-Poly1305", e);
        }
        this.held = source.readNBytes(sealed, 0, sealed.length);
        if (held == 0) {
            throw new EnvelopeException(Kind.NOT_AGE, "ends before its content", null);
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (closed) {
            // Never -1: the end proves that the content is whole.
            throw new IOException("closed");
        }
        if (failure != null) {
            throw failure;
        }
        while (at == plain.length) {
            if (ended) {
                return -1;
            }
            try {
                nextChunk();
            } catch (EnvelopeException e) {
                failure = e;
                throw e;
            }
        }
        int n = Math.min(length, plain.length - at);
        System.arraycopy(plain, at, into, offset, n);
        at += n;
        return n;
    }

    private void nextChunk() throws IOException {
        boolean last = held <= SEALED;
        int length = Math.min(held, SEALED);
        byte[] opened = open(length, last);
        if (opened == null) {
            // A file cut exactly between two chunks ends with one that opens, but as one that another follows.
            boolean cut = last && (length < SEALED || open(length, false) != null);
            throw new EnvelopeException(
                    cut ? Kind.TRUNCATED : Kind.ALTERED, cut ? "ends before its end" : "a chunk was changed", null);
        }
        if (opened.length == 0 && !first) {
            throw new EnvelopeException(Kind.ALTERED, "an empty chunk at the end", null);
        }
        plain = opened;
        at = 0;
        first = false;
        ended = last;
        if (!last) {
            sealed[0] = sealed[SEALED];
            held = 1 + source.readNBytes(sealed, 1, SEALED);
            count();
        }
    }

    private byte @Nullable [] open(int length, boolean last) {
        if (length < TAG) {
            return null;
        }
        nonce[LAST_FLAG] = (byte) (last ? 1 : 0);
        try {
            cipher.init(Cipher.DECRYPT_MODE, key, new IvParameterSpec(nonce));
            return cipher.doFinal(sealed, 0, length);
        } catch (AEADBadTagException e) {
            return null;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("ChaCha20-Poly1305 refuses its own parameters", e);
        }
    }

    /** The first eleven bytes of the nonce count the chunks, big-endian. */
    private void count() {
        int i = LAST_FLAG - 1;
        while (++nonce[i] == 0) {
            i--;
        }
    }

    @Override
    public void close() throws IOException {
        closed = true;
        Arrays.fill(plain, (byte) 0);
        at = plain.length;
        source.close();
    }
}
