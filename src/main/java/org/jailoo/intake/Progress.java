package org.jailoo.intake;

/** Told how many rows were read. */
@FunctionalInterface
public interface Progress {
    /** For reading that nobody watches. */
    Progress UNWATCHED = rows -> {};

    /**
     * Takes how many rows there are so far.
     *
     * @throws java.util.concurrent.CancellationException to stop; it reaches whoever called
     */
    void rows(long read);
}
