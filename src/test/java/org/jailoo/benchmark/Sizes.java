package org.jailoo.benchmark;

/**
 * How much is measured; each a system property, {@code benchmark.} before its name.
 *
 * @param revisions of the bundle that is imported, searched and exported
 * @param interviews of the notebook of which a workbook is made
 * @param saves of one interview each
 * @param starts of each kind
 * @param rounds of everything else
 */
record Sizes(int revisions, int interviews, int saves, int starts, int rounds) {
    /** So much that all of it ends within some minutes. */
    static Sizes chosen() {
        return new Sizes(
                Integer.getInteger("benchmark.revisions", 5_000),
                Integer.getInteger("benchmark.interviews", 2_000),
                Integer.getInteger("benchmark.saves", 100),
                Integer.getInteger("benchmark.starts", 5),
                Integer.getInteger("benchmark.rounds", 3));
    }
}
