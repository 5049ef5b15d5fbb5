package org.jailoo.json;

/** The integers that bodies are full of, once each: a body of small numbers costs a reference a number. */
final class SmallInts {
    private static final Json.Int[] ALL = new Json.Int[256];

    static {
        for (int i = 0; i < ALL.length; i++) {
            ALL[i] = new Json.Int(i);
        }
    }

    private SmallInts() {}

    static Json.Int of(long value) {
        return value >= 0 && value < ALL.length ? ALL[(int) value] : new Json.Int(value);
    }
}
