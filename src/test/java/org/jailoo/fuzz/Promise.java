package org.jailoo.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Something that the program promises of every input; where it does not hold, the input is a finding. */
final class Promise {
    private static final ThreadMXBean THREAD = ManagementFactory.getThreadMXBean();
    private static final long MOST = 5_000_000_000L;
    private static final int WARM = 50;

    private static int inputs;

    private Promise() {}

    static void holds(boolean condition, String promise) {
        if (!condition) {
            throw new AssertionError(promise);
        }
    }

    static void equal(@Nullable Object one, @Nullable Object other, String promise) {
        if (!Objects.equals(one, other)) {
            throw new AssertionError(promise + "\n  one:   " + one + "\n  other: " + other);
        }
    }

    /** The reader comes to an end within some seconds of computing; the first inputs load its classes and are not timed. */
    static void soon(Target target, byte[] input) throws Exception {
        long before = THREAD.getCurrentThreadCpuTime();
        target.take(input);
        long took = THREAD.getCurrentThreadCpuTime() - before;
        inputs++;
        holds(inputs < WARM || took < MOST, "an end within some seconds: " + took / 1_000_000 + " ms");
    }
}
