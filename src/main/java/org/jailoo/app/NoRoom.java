package org.jailoo.app;

import java.io.IOException;

/** Says that the disk has too little room for a bundle to be looked at. */
public final class NoRoom extends IOException {
    /** What a bundle of text takes unpacked, with its indexes, against its file; beyond it the disk itself complains. */
    private static final long UNPACKED = 4;

    private static final long LEAST = 16L << 20;

    private final long needed;

    private NoRoom(long needed) {
        super("too little room on the disk");
        this.needed = needed;
    }

    /** About how many bytes should be free. */
    public long needed() {
        return needed;
    }

    static void check(long file, long free) throws NoRoom {
        long needed = UNPACKED * file + LEAST;
        if (free < needed) {
            throw new NoRoom(needed);
        }
    }
}
