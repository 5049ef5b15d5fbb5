package org.jailoo.identity;

import com.exceptionfactory.jagged.bech32.Bech32;
import com.exceptionfactory.jagged.bech32.Bech32Address;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc7748.X25519;

/** The texts of age X25519 keys: {@code age1…} for the public half, {@code AGE-SECRET-KEY-1…} for the secret one. */
final class AgeKeys {
    private static final String RECIPIENT = "age";
    private static final String IDENTITY = "AGE-SECRET-KEY-";
    private static final int LENGTH = 32;

    private AgeKeys() {}

    static String identity(byte[] scalar) {
        return Bech32.getEncoder().encode(IDENTITY, scalar).toString();
    }

    /** The recipient of a secret key. */
    static String recipient(byte[] scalar) {
        byte[] point = new byte[LENGTH];
        X25519.scalarMultBase(scalar, 0, point, 0);
        return Bech32.getEncoder().encode(RECIPIENT, point).toString();
    }

    /** The scalar of an identity text, or empty. */
    static Optional<byte[]> scalar(String identity) {
        return decode(IDENTITY, identity);
    }

    /** Whether something can be encrypted to this recipient: one canonical text, and a point not of small order. */
    static boolean isRecipient(String text) {
        byte[] any = new byte[LENGTH];
        any[0] = 8;
        return decode(RECIPIENT, text)
                // With a point of small order every shared secret is zero, known to all: age refuses to use one.
                .filter(point -> X25519.calculateAgreement(any, 0, point, 0, new byte[LENGTH], 0))
                .isPresent();
    }

    private static Optional<byte[]> decode(String prefix, String text) {
        // 32 bytes always make the same length; a bound keeps a text of megabytes out of the checksum.
        if (text.length() != prefix.length() + 1 + 52 + 6 || !text.startsWith(prefix + "1")) {
            return Optional.empty();
        }
        try {
            Bech32Address address = Bech32.getDecoder().decode(text);
            byte[] data = address.getData();
            boolean canonical = data.length == LENGTH
                    && Bech32.getEncoder().encode(prefix, data).toString().equals(text);
            return canonical ? Optional.of(data) : Optional.empty();
        } catch (RuntimeException e) {
            return Optional.empty();
        }
    }
}
