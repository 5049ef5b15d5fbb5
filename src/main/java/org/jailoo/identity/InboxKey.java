package org.jailoo.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.bouncycastle.math.ec.rfc7748.X25519;

/**
 * The public half of the key of identities: whoever has it can lock something up that only the key itself opens.
 *
 * <p>X25519 with a key pair drawn for each text, HKDF-SHA256 over the shared secret with both public keys, AES-256-GCM. The
 * secret half is HKDF-SHA256 of the key of identities. What is sealed is the drawn public key, 32 bytes, and the
 * ciphertext with its tag.
 */
public final class InboxKey {
    /** The length of the public half, in bytes. */
    public static final int LENGTH = 32;

    private static final int TAG = 16;
    private static final byte[] SECRET_HALF = "jailoo inbox key 1".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] SEALING = "jailoo inbox 1\n".getBytes(StandardCharsets.US_ASCII);

    private InboxKey() {}

    /** The public half of a key of identities. */
    public static byte[] of(byte[] identities) {
        byte[] secret = secretHalf(identities);
        byte[] point = new byte[LENGTH];
        X25519.scalarMultBase(secret, 0, point, 0);
        Arrays.fill(secret, (byte) 0);
        return point;
    }

    /**
     * Locks a text up.
     *
     * @param bound what the text belongs to; under another it does not open
     */
    public static byte[] seal(byte[] inbox, String bound, byte[] text, SecureRandom random) {
        byte[] drawn = new byte[LENGTH];
        byte[] point = new byte[LENGTH];
        X25519.generatePrivateKey(random, drawn);
        X25519.scalarMultBase(drawn, 0, point, 0);
        byte[] shared = shared(drawn, inbox);
        Arrays.fill(drawn, (byte) 0);
        try {
            byte[] sealed =
                    cipher(Cipher.ENCRYPT_MODE, shared, point, inbox, bound).doFinal(text);
            byte[] out = Arrays.copyOf(point, LENGTH + sealed.length);
            System.arraycopy(sealed, 0, out, LENGTH, sealed.length);
            return out;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    /** The text again; empty where it was changed, or locked up for another key or for something else. */
    public static Optional<byte[]> open(byte[] identities, String bound, byte[] sealed) {
        if (sealed.length < LENGTH + TAG) {
            return Optional.empty();
        }
        byte[] secret = secretHalf(identities);
        byte[] inbox = new byte[LENGTH];
        X25519.scalarMultBase(secret, 0, inbox, 0);
        byte[] point = Arrays.copyOf(sealed, LENGTH);
        byte[] shared = new byte[LENGTH];
        boolean agreed = X25519.calculateAgreement(secret, 0, point, 0, shared, 0);
        Arrays.fill(secret, (byte) 0);
        if (!agreed) {
            return Optional.empty();
        }
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, shared, point, inbox, bound)
                    .doFinal(sealed, LENGTH, sealed.length - LENGTH));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private static byte[] shared(byte[] secret, byte[] point) {
        byte[] shared = new byte[LENGTH];
        if (!X25519.calculateAgreement(secret, 0, point, 0, shared, 0)) {
            throw new IllegalArgumentException("not the public half of a key");
        }
        return shared;
    }

    /** A key is used for one text alone, so its nonce may be drawn with it. */
    private static Cipher cipher(int mode, byte[] shared, byte[] point, byte[] inbox, String bound)
            throws GeneralSecurityException {
        byte[] info = Arrays.copyOf(SEALING, SEALING.length + 2 * LENGTH);
        System.arraycopy(point, 0, info, SEALING.length, LENGTH);
        System.arraycopy(inbox, 0, info, SEALING.length + LENGTH, LENGTH);
        byte[] drawn = hkdf(shared, info, 32 + 12);
        Arrays.fill(shared, (byte) 0);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(
                mode,
                new SecretKeySpec(drawn, 0, 32, "AES"),
                new GCMParameterSpec(8 * TAG, Arrays.copyOfRange(drawn, 32, 44)));
        Arrays.fill(drawn, (byte) 0);
        cipher.updateAAD(bound.getBytes(StandardCharsets.UTF_8));
        return cipher;
    }

    private static byte[] secretHalf(byte[] identities) {
        return hkdf(identities, SECRET_HALF, LENGTH);
    }

    private static byte[] hkdf(byte[] secret, byte[] info, int length) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        hkdf.init(new HKDFParameters(secret, null, info));
        byte[] out = new byte[length];
        hkdf.generateBytes(out, 0, length);
        return out;
    }
}
