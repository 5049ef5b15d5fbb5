package org.jailoo.architecture.bad.json;

import java.nio.file.Path;

/** Files, clock, database and standard output in a pure package. */
public final class TouchesTheWorld {
    private TouchesTheWorld() {}

    static Object file() {
        return Path.of("x");
    }

    static Object database() {
        return java.sql.Types.class.getName();
    }
}
