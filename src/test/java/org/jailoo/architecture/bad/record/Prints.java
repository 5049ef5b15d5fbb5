package org.jailoo.architecture.bad.record;

import java.util.logging.Logger;

/** Standard output, and a log, where there should be neither. */
final class Prints {
    private Prints() {}

    static void print() {
        System.out.println();
    }

    static Object log() {
        return Logger.getLogger("x");
    }
}
