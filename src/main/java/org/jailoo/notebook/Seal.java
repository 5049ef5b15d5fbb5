package org.jailoo.notebook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jailoo.identity.InboxKey;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The second lock on bodies that may name a person, inside the encrypted file: open while the key of identities is here,
 * closed else. What comes while it is closed is locked up by the public half of that key, see {@link InboxKey}.
 *
 * <p>A body sealed while open is a 12-byte nonce, then the ciphertext of AES-256-GCM with its tag. What a body belongs to
 * is the associated data in both forms, so that it cannot be moved to another revision. From any thread.
 */
final class Seal {
    /** A body in clear, of a type that is free of names. */
    static final int CLEAR = 0;

    /** A body under the key of identities. */
    static final int SEALED = 1;

    /** A body that came while the identities were closed. */
    static final int INBOX = 2;

    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    private final SecureRandom random = new SecureRandom();
    private byte @Nullable [] key;
    private byte @Nullable [] inbox;

    /** A sealed text, and in which of the two ways. */
    static final class Sealed {
        private final int form;
        private final byte[] bytes;

        private Sealed(int form, byte[] bytes) {
            this.form = form;
            this.bytes = bytes;
        }

        int form() {
            return form;
        }

        byte[] bytes() {
            return bytes;
        }
    }

    synchronized boolean isOpen() {
        return key != null;
    }

    /** Opens it with the key of identities, which is copied. */
    synchronized void open(byte[] identities) {
        close();
        key = identities.clone();
    }

    /** Closes it, and wipes the key. */
    synchronized void close() {
        if (key != null) {
            Arrays.fill(key, (byte) 0);
            key = null;
        }
    }

    synchronized void lockUpFor(byte[] publicHalf) {
        inbox = publicHalf.clone();
    }

    synchronized boolean canLockUp() {
        return inbox != null;
    }

    /** A copy, for whoever uses it to wipe: it may be closed at any moment. */
    private synchronized byte @Nullable [] key() {
        return key == null ? null : key.clone();
    }

    private synchronized byte[] inbox() {
        if (inbox == null) {
            throw closed();
        }
        return inbox.clone();
    }

    static NotebookException closed() {
        return new NotebookException(Fault.IDENTITIES_CLOSED, "the identities are closed");
    }

    Sealed seal(String bound, byte[] body) {
        byte[] now = key();
        if (now == null) {
            return new Sealed(INBOX, InboxKey.seal(inbox(), bound, body, random));
        }
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, now, bound, nonce).doFinal(body);
            byte[] out = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, out, NONCE, sealed.length);
            return new Sealed(SEALED, out);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(now, (byte) 0);
        }
    }

    /**
     * What was sealed.
     *
     * @throws NotebookException {@code IDENTITIES_CLOSED} while they are; {@code DAMAGED} where it does not open
     */
    byte[] open(int form, String bound, byte[] sealed) {
        if (form == CLEAR) {
            return sealed;
        }
        byte[] now = key();
        if (now == null) {
            throw closed();
        }
        try {
            if (form == INBOX) {
                return InboxKey.open(now, bound, sealed)
                        .orElseThrow(() -> new NotebookException(Fault.DAMAGED, "what came in does not open"));
            }
            if (form != SEALED || sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
                throw new NotebookException(Fault.DAMAGED, "a sealed body is cut off");
            }
            return cipher(Cipher.DECRYPT_MODE, now, bound, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new NotebookException(Fault.DAMAGED, "a sealed body does not open", e);
        } finally {
            Arrays.fill(now, (byte) 0);
        }
    }

    /** A check value that tells nothing of the text to who has not this key: 32 bytes; null while closed. */
    byte @Nullable [] digest(String text) {
        byte[] now = key();
        if (now == null) {
            return null;
        }
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(now, "AES"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } finally {
            Arrays.fill(now, (byte) 0);
        }
    }

    private static Cipher cipher(int mode, byte[] key, String bound, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }
}
