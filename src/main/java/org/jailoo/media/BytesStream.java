package org.jailoo.media;

import java.io.IOException;
import java.io.InputStream;

/** Bytes read one after another, up to an end. */
final class BytesStream extends InputStream {
    private final Bytes bytes;
    private final long to;
    private long at;

    BytesStream(Bytes bytes, long from) {
        this(bytes, from, bytes.size());
    }

    BytesStream(Bytes bytes, long from, long to) {
        this.bytes = bytes;
        this.at = from;
        this.to = to;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        int n = at >= to ? -1 : bytes.read(at, into, offset, (int) Math.min(length, to - at));
        at += Math.max(0, n);
        return n <= 0 ? -1 : n;
    }

    @Override
    public long skip(long n) {
        long skipped = Math.max(0, Math.min(n, to - at));
        at += skipped;
        return skipped;
    }

    @Override
    public int available() {
        return (int) Math.min(Integer.MAX_VALUE, Math.max(0, to - at));
    }
}
