package org.jailoo.architecture.bad.history;

import java.time.Clock;

/** A clock in a pure package. */
final class AsksTheClock {
    private AsksTheClock() {}

    static Object clock() {
        return Clock.systemUTC();
    }
}
