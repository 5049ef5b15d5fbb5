package org.jailoo.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jailoo.bundle.Progress;

/** How much of a file has been read, as one line on a terminal that is wiped when the reading is over. */
final class FileProgress implements Progress, AutoCloseable {
    private final PrintStream err;
    private final String name;
    private final long size;
    private int shown = -1;

    private FileProgress(PrintStream err, String name, long size) {
        this.err = err;
        this.name = name;
        this.size = size;
    }

    /** The progress of reading this file; without a terminal it shows nothing. */
    static FileProgress of(Session session, Path file) {
        long size = 0;
        if (session.surroundings().console() != null) {
            try {
                size = Files.size(file);
            } catch (IOException e) {
                // Whoever reads it will say what is wrong with it.
                size = 0;
            }
        }
        return new FileProgress(
                session.surroundings().streams().err(), Session.visible(String.valueOf(file.getFileName())), size);
    }

    @Override
    public void read(long bytes) {
        if (size <= 0) {
            return;
        }
        int percent = (int) Math.min(100, bytes * 100 / size);
        if (percent != shown) {
            shown = percent;
            err.print("\r" + name + " " + percent + " %");
            err.flush();
        }
    }

    /** Ends it: what is said next stands on a line of its own. */
    void wipe() {
        if (shown >= 0) {
            err.print("\r" + " ".repeat(name.length() + 6) + "\r");
            err.flush();
            shown = -1;
        }
    }

    @Override
    public void close() {
        wipe();
    }
}
