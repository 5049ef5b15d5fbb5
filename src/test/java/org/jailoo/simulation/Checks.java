package org.jailoo.simulation;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What must hold; cheaper than a library's words for it, since it is asked millions of times. */
final class Checks {
    private Checks() {}

    static void that(String what, boolean holds) {
        if (!holds) {
            throw new AssertionError(what);
        }
    }

    static void equal(String what, @Nullable Object is, @Nullable Object expected) {
        if (!Objects.equals(is, expected)) {
            throw new AssertionError(what + ": is " + is + ", expected " + expected);
        }
    }
}
