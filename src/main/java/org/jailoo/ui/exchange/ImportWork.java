package org.jailoo.ui.exchange;

/**
 * What the import desk is doing, and how far it has come.
 *
 * @param done how many files are done of this kind
 * @param of how many there are
 * @param part how much of the present one is done, 0 to 1
 */
record ImportWork(Doing doing, int done, int of, double part) {
    static final ImportWork NONE = new ImportWork(Doing.NOTHING, 0, 0, 0);

    /** What is being done. */
    enum Doing {
        NOTHING,
        SEARCHING,
        READING,
        WRITING,
        /** Looking again at what waits. */
        RENEWING
    }
}
