package org.jailoo.identity;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;
import org.jailoo.json.Json;

/**
 * Seals data keys by AES-256-GCM, each under a key of its own slot and bound to the slot and the database.
 *
 * <p>The slot's key is HKDF-SHA256 over the master key with the slot's name; the database's salt and the name are the
 * associated data. So a sealed key moved to another slot, or to another database's file, does not open.
 */
final class SlotSealer implements AutoCloseable {
    static final int NONCE = 12;
    static final int SEALED = DataKeys.LENGTH + 16;

    private final byte[] master;
    private final byte[] databaseSalt;

    /** Takes the master key, and wipes it when closed. */
    SlotSealer(byte[] master, byte[] databaseSalt) {
        this.master = master;
        this.databaseSalt = databaseSalt.clone();
    }

    /** A sealed data key. */
    static final class Sealed {
        private final byte[] nonce;
        private final byte[] bytes;

        Sealed(byte[] nonce, byte[] bytes) {
            this.nonce = nonce;
            this.bytes = bytes;
        }
    }

    /** The JSON of a slot; the key given is wiped. */
    Json.Obj seal(String slot, byte[] dataKey, SecureRandom random) {
        byte[] nonce = new byte[NONCE];
        random.nextBytes(nonce);
        try {
            byte[] sealed = cipher(Cipher.ENCRYPT_MODE, slot, nonce).doFinal(dataKey);
            return Json.object(
                    Map.of("nonce", Json.of(Base64Text.encode(nonce)), "sealed", Json.of(Base64Text.encode(sealed))));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        } finally {
            Arrays.fill(dataKey, (byte) 0);
        }
    }

    /** The data key, or empty where it was sealed under another passphrase, for another slot or another database. */
    Optional<byte[]> open(String slot, Sealed sealed) {
        try {
            return Optional.of(cipher(Cipher.DECRYPT_MODE, slot, sealed.nonce).doFinal(sealed.bytes));
        } catch (AEADBadTagException e) {
            return Optional.empty();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK has AES-GCM", e);
        }
    }

    private Cipher cipher(int mode, String slot, byte[] nonce) throws GeneralSecurityException {
        byte[] key = slotKey(slot);
        Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
        cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(128, nonce));
        Arrays.fill(key, (byte) 0);
        cipher.updateAAD(databaseSalt);
        cipher.updateAAD(slot.getBytes(StandardCharsets.US_ASCII));
        return cipher;
    }

    private byte[] slotKey(String slot) {
        HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
        byte[] info = ("jailoo key slot 1\n" + slot).getBytes(StandardCharsets.US_ASCII);
        hkdf.init(HKDFParameters.skipExtractParameters(master, info));
        byte[] key = new byte[32];
        hkdf.generateBytes(key, 0, key.length);
        return key;
    }

    @Override
    public void close() {
        Arrays.fill(master, (byte) 0);
    }
}
