package org.jailoo.bundle;

import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes a gzip file of one member that at no point inflates beyond the bound of the format.
 *
 * <p>The content goes out in blocks that end on a byte. Each is compressed, unless that would let a later block inflate
 * beyond what the bytes written before it allow: then it is stored. So the bound holds for every prefix, even for a
 * reader that counts neither the header nor the block that it is reading. The same content gives the same bytes.
 */
final class GzipMemberOutput extends FilterOutputStream {
    /** The length of a block: the longest that can be stored as it is. */
    static final int BLOCK = 0xFFFF;

    private static final int WINDOW = 32 * 1024;

    /** Deflate, no flags, no time, no system. */
    private static final byte[] HEADER = {0x1F, (byte) 0x8B, 8, 0, 0, 0, 0, 0, 0, (byte) 0xFF};

    /** A last block that holds nothing. */
    private static final byte[] LAST_BLOCK = {3, 0};

    private final Deflater deflater = new Deflater(Deflater.DEFAULT_COMPRESSION, true);
    private final CRC32 crc = new CRC32();

    /** The end of the content before the block, which the block may refer to, and the block. */
    private final byte[] window = new byte[WINDOW + BLOCK];

    private final byte[] compressed = new byte[BLOCK];
    private int before;
    private int held;
    private long plainBytes;
    private long gzipBytes;
    private boolean closed;

    /** Writes the header at once. */
    GzipMemberOutput(OutputStream target) throws IOException {
        super(target);
        target.write(HEADER);
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, bytes.length);
        crc.update(bytes, offset, length);
        int from = offset;
        int left = length;
        while (left > 0) {
            int n = Math.min(left, BLOCK - held);
            System.arraycopy(bytes, from, window, before + held, n);
            held += n;
            from += n;
            left -= n;
            if (held == BLOCK) {
                writeBlock();
            }
        }
    }

    /** Flushes the target; a block begun stays, so that where it ends depends on the content alone. */
    @Override
    public void flush() throws IOException {
        out.flush();
    }

    private void writeBlock() throws IOException {
        deflater.reset();
        deflater.setInput(window, before, held);
        if (before > 0) {
            deflater.setDictionary(window, 0, before);
        }
        int n = deflater.deflate(compressed, 0, compressed.length, Deflater.SYNC_FLUSH);
        plainBytes += held;
        if (n < compressed.length && leavesRoom(plainBytes, gzipBytes + n)) {
            out.write(compressed, 0, n);
            gzipBytes += n;
        } else {
            out.write(new byte[] {0, (byte) held, (byte) (held >> 8), (byte) ~held, (byte) (~held >> 8)});
            out.write(window, before, held);
            gzipBytes += 5L + held;
        }
        int keep = Math.min(WINDOW, before + held);
        System.arraycopy(window, before + held - keep, window, 0, keep);
        before = keep;
        held = 0;
    }

    /**
     * Whether the bound holds for all that may follow, if it is stored: then it holds at the block that first ends
     * beyond the free bytes, and all the more at those behind it.
     */
    private static boolean leavesRoom(long plain, long gzip) {
        long free = Math.max(0, (GzipMemberInput.FREE - plain) / BLOCK);
        return plain + (free + 1) * BLOCK <= GzipMemberInput.MAX_RATIO * (gzip + free * BLOCK);
    }

    /** Writes the rest and the trailer, and closes the target. */
    @Override
    public void close() throws IOException {
        if (closed) {
            return;
        }
        closed = true;
        try (OutputStream target = out) {
            if (held > 0) {
                writeBlock();
            }
            target.write(LAST_BLOCK);
            byte[] trailer = new byte[8];
            for (int i = 0; i < 4; i++) {
                trailer[i] = (byte) (crc.getValue() >> (8 * i));
                trailer[4 + i] = (byte) (plainBytes >> (8 * i));
            }
            target.write(trailer);
        } finally {
            deflater.end();
            Arrays.fill(window, (byte) 0);
        }
    }
}
