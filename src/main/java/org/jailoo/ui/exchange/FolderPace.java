package org.jailoo.ui.exchange;

/** How often a shared folder is looked into, and when it is calm enough to write into it unasked; counted in seconds. */
final class FolderPace {
    /** Two looks so far apart tell that a file has come to rest. */
    static final int SOON = 5;

    static final int SELDOM = 120;
    static final int WHEN_OUT_OF_REACH = 300;
    /** So long nothing is changed in the notebook before it is sent by itself. */
    static final int CALM = 600;
    /** So long after a bundle was taken in: several of them come together. */
    static final int AFTER_TAKING = 30;

    private int gap = SOON;
    private int left;
    private int calmIn = AFTER_TAKING;

    /** A second has passed; whether it is time to look. */
    boolean tick() {
        calmIn = Math.max(0, calmIn - 1);
        left--;
        return left <= 0;
    }

    /** Something changed in the notebook, or of ours in the folder. */
    void changed() {
        boolean soon = calmIn > 0 && calmIn <= AFTER_TAKING;
        calmIn = soon ? calmIn : CALM;
    }

    void taken() {
        calmIn = AFTER_TAKING;
    }

    boolean isCalm() {
        return calmIn == 0;
    }

    /**
     * A look has ended.
     *
     * @param failed whether the folder could not be read
     * @param moving whether files are on their way
     * @param same whether it saw what the one before saw
     */
    void looked(boolean failed, boolean moving, boolean same, long nanos) {
        int longest = failed ? WHEN_OUT_OF_REACH : SELDOM;
        gap = moving || !same ? SOON : Math.min(longest, gap * 2);
        // A slow folder is left in peace ten times as long as a look into it takes.
        left = (int) Math.min(WHEN_OUT_OF_REACH, Math.max(gap, nanos / 100_000_000L));
    }
}
