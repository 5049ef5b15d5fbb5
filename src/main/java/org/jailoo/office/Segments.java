package org.jailoo.office;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Objects;

/** What is written, encrypted in segments of 4,096 bytes. Closing it closes nothing: {@link #end} ends it. */
final class Segments extends OutputStream {
    private static final int SEGMENT = 4096;

    private final OutputStream out;
    private final AgileKeys keys;
    private final byte[] open = new byte[SEGMENT];
    private int filled;
    private int number;
    private long length;
    private long encrypted;

    Segments(OutputStream out, AgileKeys keys) {
        this.out = out;
        this.keys = keys;
    }

    /** How many bytes were written. */
    long length() {
        return length;
    }

    /** How many bytes they became. */
    long encrypted() {
        return encrypted;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        Objects.checkFromIndexSize(from, count, bytes.length);
        int at = from;
        int left = count;
        while (left > 0) {
            if (filled == SEGMENT) {
                segment(SEGMENT);
            }
            int taken = Math.min(left, SEGMENT - filled);
            System.arraycopy(bytes, at, open, filled, taken);
            filled += taken;
            at += taken;
            left -= taken;
        }
        length += count;
    }

    /** Encrypts what is left. The first segment is always whole: a stream of less would lie elsewhere in its container. */
    void end() throws IOException {
        int blocks = (filled + AgileKeys.BLOCK - 1) / AgileKeys.BLOCK * AgileKeys.BLOCK;
        int size = number == 0 ? SEGMENT : blocks;
        Arrays.fill(open, filled, size, (byte) 0);
        segment(size);
        Arrays.fill(open, (byte) 0);
    }

    private void segment(int size) throws IOException {
        if (encrypted + size > Container.MOST) {
            throw new IOException("more than 2 GB, which no office program opens with a password");
        }
        out.write(keys.segment(number, open, size));
        encrypted += size;
        number++;
        filled = 0;
    }
}
