package org.jailoo.bundle;

import java.util.concurrent.CancellationException;

/** Told, on the reading thread, how much of a file has been read. */
@FunctionalInterface
public interface Progress {
    /** For a reader that nobody watches. */
    Progress NONE = bytes -> {};

    /**
     * Takes the number of bytes of the file, as it lies on the disk, that have been read so far.
     *
     * @throws CancellationException to stop the reading; it reaches whoever called for it
     */
    void read(long bytes);
}
