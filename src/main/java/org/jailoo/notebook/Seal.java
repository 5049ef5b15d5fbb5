package org.jailoo.notebook;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.jailoo.notebook.NotebookException.Fault;

/**
 * The second lock on bodies that may name a person: AES-256-GCM under the key of identities, inside the encrypted file.
 *
 * <p>A sealed body is a 12-byte nonce, then the ciphertext with its tag; the revision's id is the associated data, so
 * that a body cannot be moved to another revision.
 */
final class Seal implements AutoCloseable {
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;

    /** The bytes alone, which can be wiped: a {@link SecretKeySpec} cannot, so each lives for one use. */
    private final byte[] key;

    private final SecureRandom random = new SecureRandom();
    private volatile boolean closed;

    /** A seal with the bytes of the key, which it takes over and wipes when it closes. */
    Seal(byte[] key) {
        this.key = key;
    }

    private SecretKeySpec key() {
        if (closed) {
            throw new IllegalStateException("the keys are wiped");
        }
        return new SecretKeySpec(key, "AES");
    }

    byte[] seal(String revision, byte[] body) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, revision, nonce).doFinal(body);
            byte[] out = Arrays.copyOf(nonce, NONCE + sealed.length);
            System.arraycopy(sealed, 0, out, NONCE, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    byte[] open(String revision, byte[] sealed) {
        if (sealed.length < NONCE + TAG_BITS / Byte.SIZE) {
            throw new NotebookException(Fault.DAMAGED, "a sealed body is cut off");
        }
        try {
            return cipher(Cipher.DECRYPT_MODE, revision, Arrays.copyOf(sealed, NONCE))
                    .doFinal(sealed, NONCE, sealed.length - NONCE);
        } catch (GeneralSecurityException e) {
            throw new NotebookException(Fault.DAMAGED, "a sealed body does not open", e);
        }
    }

    /** A check value that tells nothing of the text to who has not this key: 32 bytes. */
    byte[] digest(String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(key());
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private Cipher cipher(int mode, String revision, byte[] nonce) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, key(), new GCMParameterSpec(TAG_BITS, nonce));
        cipher.updateAAD(revision.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    /** Wipes the key; nothing is sealed or opened after it. */
    @Override
    public void close() {
        closed = true;
        Arrays.fill(key, (byte) 0);
    }
}
