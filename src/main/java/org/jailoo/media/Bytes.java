package org.jailoo.media;

import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;

/** The bytes of a file that can be read from any place, wherever they are kept. */
public interface Bytes {
    long size();

    /** Reads what there is from a place on; 0 or less at the end. */
    int read(long at, byte[] into, int offset, int length) throws IOException;

    /** So many bytes from a place on; fewer at the end. */
    default byte[] some(long at, int length) throws IOException {
        byte[] bytes = new byte[(int) Math.max(0, Math.min(length, size() - at))];
        int got = 0;
        while (got < bytes.length) {
            int n = read(at + got, bytes, got, bytes.length - got);
            if (n <= 0) {
                break;
            }
            got += n;
        }
        return got == bytes.length ? bytes : Arrays.copyOf(bytes, got);
    }

    /** Exactly so many bytes from a place on. */
    default byte[] exactly(long at, int length) throws IOException {
        byte[] bytes = some(at, length);
        if (bytes.length != length) {
            throw new EOFException("ends at " + size());
        }
        return bytes;
    }

    /** All of it from a place on. */
    default InputStream stream(long from) {
        return new BytesStream(this, from);
    }

    static Bytes of(byte[] bytes) {
        return new Bytes() {
            @Override
            public long size() {
                return bytes.length;
            }

            @Override
            public int read(long at, byte[] into, int offset, int length) {
                int n = (int) Math.max(0, Math.min(length, bytes.length - at));
                System.arraycopy(bytes, (int) Math.min(at, bytes.length), into, offset, n);
                return n;
            }
        };
    }
}
