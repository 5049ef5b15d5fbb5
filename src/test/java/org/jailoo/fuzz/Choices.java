package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;

/** Bytes read as a row of decisions; after their end every decision is the first of its kind. */
final class Choices {
    private final byte[] bytes;
    private int at;

    Choices(byte[] bytes) {
        this.bytes = bytes;
    }

    boolean isEmpty() {
        return at >= bytes.length;
    }

    /** A number from 0 to 255. */
    int next() {
        return at < bytes.length ? bytes[at++] & 0xFF : 0;
    }

    /** A number from 0 up to this one, it left out. */
    int below(int bound) {
        return bound <= 1 ? 0 : (bound <= 256 ? next() : next() << 8 | next()) % bound;
    }

    <T> T oneOf(List<T> all) {
        return all.get(below(all.size()));
    }

    /** So many bytes, or as many as there still are. */
    byte[] some(int length) {
        int n = Math.min(length, bytes.length - at);
        byte[] some = java.util.Arrays.copyOfRange(bytes, at, at + n);
        at += n;
        return some;
    }

    /** A short text. */
    String text() {
        return new String(some(next() % 48), StandardCharsets.UTF_8);
    }
}
