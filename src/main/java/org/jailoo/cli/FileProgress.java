package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.jailoo.bundle.Progress;

/** How much of a file has been read, as one line on a terminal that is wiped when the reading is over. */
final class FileProgress implements Progress, AutoCloseable {
    private final StepProgress steps;
    private final long size;

    private FileProgress(StepProgress steps, long size) {
        this.steps = steps;
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
        return new FileProgress(new StepProgress(session, file), size);
    }

    @Override
    public void read(long bytes) {
        steps.done(Math.min(bytes, size), size);
    }

    /** Ends it: what is said next stands on a line of its own. */
    void wipe() {
        steps.wipe();
    }

    @Override
    public void close() {
        steps.close();
    }
}
