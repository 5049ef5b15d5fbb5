package org.jailoo.sound;

import java.io.IOException;
import org.jailoo.media.Bytes;

/** Goes through a file from head to head, a block in memory. */
final class FrameScan {
    private static final int BLOCK = 64 * 1024;

    private final Bytes bytes;
    private long at;
    private long blockAt = -1;
    private byte[] block = new byte[0];

    FrameScan(Bytes bytes, long from) {
        this.bytes = bytes;
        this.at = from;
    }

    long at() {
        return at;
    }

    /** Copies the bytes that stand here; false where the file ends before. */
    boolean peek(byte[] head) throws IOException {
        if (blockAt < 0 || at < blockAt || at + head.length > blockAt + block.length) {
            blockAt = at;
            block = bytes.some(at, BLOCK);
        }
        if (at + head.length > blockAt + block.length) {
            return false;
        }
        System.arraycopy(block, (int) (at - blockAt), head, 0, head.length);
        return true;
    }

    void forward(long by) {
        at += by;
    }
}
