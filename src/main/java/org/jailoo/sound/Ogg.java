package org.jailoo.sound;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jailoo.media.Bytes;
import org.jspecify.annotations.Nullable;

/** The packets of the first stream of an Ogg file, and where its pages lie. */
final class Ogg {
    private static final int HEAD = 27;
    private static final int CONTINUED = 1;
    /** Larger than any packet of sound; a broken file claims more. */
    private static final int LARGEST = 1 << 20;

    private final Bytes bytes;
    private final int serial;
    private final FrameIndex pages = new FrameIndex();
    private long[] granules = new long[64];
    private int page;
    private final Deque<byte[]> ready = new ArrayDeque<>();
    private ByteArrayOutputStream part = new ByteArrayOutputStream();
    private boolean joined;

    Ogg(Bytes bytes) throws IOException, NotPlayable {
        this.bytes = bytes;
        FrameScan scan = new FrameScan(bytes, 0);
        byte[] head = new byte[HEAD];
        Integer first = null;
        while (scan.peek(head)) {
            if (head[0] != 'O' || head[1] != 'g' || head[2] != 'g' || head[3] != 'S') {
                scan.forward(1);
                continue;
            }
            ByteBuffer in = ByteBuffer.wrap(head).order(ByteOrder.LITTLE_ENDIAN);
            first = first == null ? in.getInt(14) : first;
            if (first == in.getInt(14)) {
                if (pages.count() == granules.length) {
                    granules = java.util.Arrays.copyOf(granules, granules.length * 2);
                }
                granules[pages.count()] = in.getLong(6);
                pages.add(scan.at());
            }
            byte[] lengths = bytes.some(scan.at() + HEAD, head[26] & 0xFF);
            int length = 0;
            for (byte one : lengths) {
                length += one & 0xFF;
            }
            scan.forward(HEAD + lengths.length + length);
        }
        if (first == null) {
            throw new NotPlayable("an Ogg without a page");
        }
        this.serial = first;
    }

    /** The count of samples at the end of the last page. */
    long end() {
        for (int i = pages.count() - 1; i >= 0; i--) {
            if (granules[i] > 0) {
                return granules[i];
            }
        }
        return 0;
    }

    /** The next packet; null after the last. */
    byte @Nullable [] packet() throws IOException {
        while (ready.isEmpty() && page < pages.count()) {
            open(page++);
        }
        return ready.poll();
    }

    private void open(int number) throws IOException {
        long at = pages.at(number);
        byte[] head = bytes.exactly(at, HEAD);
        byte[] lengths = bytes.some(at + HEAD, head[26] & 0xFF);
        boolean continued = (head[5] & CONTINUED) != 0;
        if (!continued) {
            part.reset();
        }
        boolean lost = continued && !joined;
        at += HEAD + lengths.length;
        for (byte one : lengths) {
            int length = one & 0xFF;
            part.write(bytes.some(at, length));
            at += length;
            if (length < 255) {
                if (!lost) {
                    ready.add(part.toByteArray());
                }
                lost = false;
                part = new ByteArrayOutputStream();
            }
            if (part.size() > LARGEST) {
                throw new IOException("no packet of sound is so large: " + serial);
            }
        }
        joined = true;
    }

    /**
     * Goes on from the last page that ends before a count of samples; the count at which the packets then begin.
     *
     * @param first the page of the first sound
     */
    long seek(long granule, int first) {
        int to = first;
        while (to + 1 < pages.count() && granules[to] < granule) {
            to++;
        }
        to = Math.max(first, to);
        ready.clear();
        part.reset();
        joined = false;
        page = to;
        return to == first ? 0 : Math.max(0, granules[to - 1]);
    }

    /** The page that is opened next. */
    int page() {
        return page;
    }
}
