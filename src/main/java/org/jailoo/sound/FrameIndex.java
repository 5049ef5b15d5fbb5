package org.jailoo.sound;

import java.io.IOException;
import java.util.Arrays;
import org.jailoo.media.Bytes;

/** Where the frames of a recording begin. */
final class FrameIndex {
    private int[] places = new int[1024];
    private int count;

    void add(long at) {
        if (count == places.length) {
            places = Arrays.copyOf(places, count * 2);
        }
        places[count++] = Math.toIntExact(at);
    }

    int count() {
        return count;
    }

    long at(int frame) {
        return places[frame];
    }

    /** Where a frame ends. */
    long end(int frame, long size) {
        return frame + 1 < count ? places[frame + 1] : size;
    }

    /** The fourth byte of the first frame, which says how many channels there are. */
    int lone(Bytes bytes) throws IOException {
        return bytes.exactly(places[0] + 3L, 1)[0];
    }
}
