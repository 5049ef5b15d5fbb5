package org.jailoo.identity;

import java.util.Base64;
import java.util.Optional;

/** Base64 as the format has it: RFC 4648 §4, padded, one text for one sequence of bytes. */
public final class Base64Text {
    private Base64Text() {}

    public static String encode(byte[] bytes) {
        return Base64.getEncoder().encodeToString(bytes);
    }

    /** The bytes, or empty where the text is not exactly what {@link #encode} gives for them. */
    public static Optional<byte[]> decode(String text) {
        try {
            byte[] bytes = Base64.getDecoder().decode(text);
            // The JDK lets missing padding and stray trailing bits through: two texts for the same bytes.
            return encode(bytes).equals(text) ? Optional.of(bytes) : Optional.empty();
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    /** The bytes if they are exactly that many, or empty. */
    public static Optional<byte[]> decode(String text, int length) {
        return decode(text).filter(bytes -> bytes.length == length);
    }
}
