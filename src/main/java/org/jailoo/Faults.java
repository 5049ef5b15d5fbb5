package org.jailoo;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;

/**
 * What is said of a fault that nobody has caught: its kind and its places in the program, never its message, which may
 * hold what a record says.
 */
public final class Faults {
    private Faults() {}

    /** Has every thread tell of its faults in this way. */
    public static void quiet() {
        Thread.setDefaultUncaughtExceptionHandler((thread, fault) -> {
            // Left open: what comes after it may have something to say too.
            OutputStream err = new FileOutputStream(FileDescriptor.err);
            try {
                err.write(told(fault).getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                // Nobody listens.
            }
        });
    }

    /** The kinds and the places of a fault and of its causes. */
    static String told(Throwable fault) {
        StringBuilder told = new StringBuilder();
        Throwable one = fault;
        for (int depth = 0; one != null && depth < 16; depth++) {
            told.append(one.getClass().getName()).append(System.lineSeparator());
            for (StackTraceElement place : one.getStackTrace()) {
                told.append("    at ").append(place).append(System.lineSeparator());
            }
            one = one.getCause();
        }
        return told.toString();
    }
}
