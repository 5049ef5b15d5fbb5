package org.jailoo.office;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.HexFormat;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * The keys of one encrypted file ([MS-OFFCRYPTO] 2.3.4.10 to 2.3.4.15): one for its content, one for its seal, both new for
 * each file, and how they are wrapped by a password.
 */
final class AgileKeys {
    /** A block of the cipher, in bytes. */
    static final int BLOCK = 16;

    /** How often a password is hashed: as often as Excel does it. */
    private static final int SPINS = 100_000;

    private static final int KEY = 32;
    private static final int HASH = 64;

    /** What is hashed along, so that no key is used for two things. */
    private static final byte[] VERIFIER_INPUT = HexFormat.of().parseHex("fea7d2763b4b9e79");

    private static final byte[] VERIFIER_HASH = HexFormat.of().parseHex("d7aa0f6d3061344e");
    private static final byte[] CONTENT_KEY = HexFormat.of().parseHex("146e0be7abacd0d6");
    private static final byte[] SEAL_KEY = HexFormat.of().parseHex("5fb2ad010cb9e1f6");
    private static final byte[] SEAL = HexFormat.of().parseHex("a0677f02b22c8433");

    private final SecureRandom random;
    private final byte[] content;
    private final byte[] salt;

    private AgileKeys(SecureRandom random) {
        this.random = random;
        this.content = bytes(KEY);
        this.salt = bytes(BLOCK);
    }

    /** New keys. */
    static AgileKeys fresh() {
        return new AgileKeys(new SecureRandom());
    }

    /** Hands over, piece by piece, everything that is sealed. */
    interface Sealed {
        void feed(Mac mac) throws IOException;
    }

    /** A segment of the content, encrypted. */
    byte[] segment(int number, byte[] bytes, int size) {
        return encrypt(content, vector(littleEndian(number)), Arrays.copyOf(bytes, size));
    }

    /** What a program needs beside the password, to open the file: the stream {@code EncryptionInfo}. */
    byte[] info(char[] password, Sealed sealed) throws IOException {
        byte[] seal = bytes(HASH);
        byte[] sealValue;
        try {
            Mac mac = Mac.getInstance("HmacSHA512");
            mac.init(new SecretKeySpec(seal, "HmacSHA512"));
            sealed.feed(mac);
            sealValue = mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without its own algorithms", e);
        }
        byte[] passwordSalt = bytes(BLOCK);
        byte[] hashed = hashed(password, passwordSalt);
        byte[] verifier = bytes(BLOCK);
        String xml = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\r\n"
                + "<encryption xmlns=\"http://schemas.microsoft.com/office/2006/encryption\""
                + " xmlns:p=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
                + "<keyData" + algorithms(salt) + "/>"
                + "<dataIntegrity"
                + attribute("encryptedHmacKey", encrypt(content, vector(SEAL_KEY), seal))
                + attribute("encryptedHmacValue", encrypt(content, vector(SEAL), sealValue)) + "/>"
                + "<keyEncryptors><keyEncryptor uri=\"http://schemas.microsoft.com/office/2006/keyEncryptor/password\">"
                + "<p:encryptedKey spinCount=\"" + SPINS + "\"" + algorithms(passwordSalt)
                + wrapped("encryptedVerifierHashInput", hashed, VERIFIER_INPUT, passwordSalt, verifier)
                + wrapped("encryptedVerifierHashValue", hashed, VERIFIER_HASH, passwordSalt, sha512(verifier))
                + wrapped("encryptedKeyValue", hashed, CONTENT_KEY, passwordSalt, content)
                + "/></keyEncryptor></keyEncryptors></encryption>";
        Arrays.fill(hashed, (byte) 0);
        byte[] text = xml.getBytes(StandardCharsets.UTF_8);
        // Version 4.4 and the one flag of agile encryption.
        return ByteBuffer.allocate(8 + text.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putShort((short) 4)
                .putShort((short) 4)
                .putInt(0x40)
                .put(text)
                .array();
    }

    private static String algorithms(byte[] salt) {
        return " saltSize=\"" + BLOCK + "\" blockSize=\"" + BLOCK + "\" keyBits=\"" + KEY * 8 + "\" hashSize=\"" + HASH
                + "\" cipherAlgorithm=\"AES\" cipherChaining=\"ChainingModeCBC\" hashAlgorithm=\"SHA512\""
                + attribute("saltValue", salt);
    }

    private static String attribute(String name, byte[] value) {
        return " " + name + "=\"" + Base64.getEncoder().encodeToString(value) + "\"";
    }

    private static String wrapped(String name, byte[] hashed, byte[] purpose, byte[] salt, byte[] value) {
        byte[] key = Arrays.copyOf(sha512(hashed, purpose), KEY);
        return attribute(name, encrypt(key, salt, value));
    }

    private static byte[] hashed(char[] password, byte[] salt) {
        byte[] text = new byte[2 * password.length];
        for (int i = 0; i < password.length; i++) {
            text[2 * i] = (byte) password[i];
            text[2 * i + 1] = (byte) (password[i] >> 8);
        }
        byte[] hash = sha512(salt, text);
        Arrays.fill(text, (byte) 0);
        for (int i = 0; i < SPINS; i++) {
            hash = sha512(littleEndian(i), hash);
        }
        return hash;
    }

    private byte[] vector(byte[] purpose) {
        return Arrays.copyOf(sha512(salt, purpose), BLOCK);
    }

    private byte[] bytes(int size) {
        byte[] bytes = new byte[size];
        random.nextBytes(bytes);
        return bytes;
    }

    private static byte[] littleEndian(int number) {
        return ByteBuffer.allocate(Integer.BYTES)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putInt(number)
                .array();
    }

    private static byte[] sha512(byte[]... parts) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            for (byte[] part : parts) {
                digest.update(part);
            }
            return digest.digest();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without its own algorithms", e);
        }
    }

    private static byte[] encrypt(byte[] key, byte[] vector, byte[] bytes) {
        try {
            Cipher cipher = Cipher.getInstance("AES/CBC/NoPadding");
            cipher.init(Cipher.ENCRYPT_MODE, new SecretKeySpec(key, "AES"), new IvParameterSpec(vector));
            return cipher.doFinal(bytes);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Java without its own algorithms", e);
        }
    }
}
