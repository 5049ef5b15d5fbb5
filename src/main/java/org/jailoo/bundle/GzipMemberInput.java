package org.jailoo.bundle;

import java.io.IOException;
import java.io.InputStream;
import java.util.Objects;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import org.jailoo.bundle.GzipException.Kind;
import org.jspecify.annotations.Nullable;

/**
 * The content of a gzip file (RFC 1952) of exactly one member, refused when it inflates beyond the bound of the format.
 *
 * <p>The JDK's own stream takes several members, ignores what follows them and reports every fault in the same way.
 * Here the faults differ, and a fault is thrown only after all bytes before it have been given: whoever reads finds the
 * first fault of the file first. Only having read to the end (−1) proves the checksum and that nothing follows.
 */
final class GzipMemberInput extends InputStream {
    /** So many bytes may come out, however few went in. */
    static final long FREE = 16L * 1024 * 1024;

    /** Beyond {@link #FREE}: so many bytes may come out for each that went in. */
    static final int MAX_RATIO = 100;

    private static final int HEADER_CRC = 2;
    private static final int EXTRA = 4;
    private static final int NAME = 8;
    private static final int COMMENT = 16;
    private static final int RESERVED = 0xE0;

    private final InputStream source;
    private final Inflater inflater = new Inflater(true);
    private final CRC32 crc = new CRC32();
    private final byte[] buffer = new byte[16 * 1024];
    private int at;
    private int end;
    private boolean started;
    private boolean ended;
    private @Nullable GzipException fault;

    GzipMemberInput(InputStream source) {
        this.source = source;
    }

    /** Whether a file that starts with these bytes is meant to be gzip. */
    static boolean isGzip(byte[] start) {
        return start.length >= 2 && (start[0] & 0xFF) == 0x1F && (start[1] & 0xFF) == 0x8B;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        Objects.checkFromIndexSize(offset, length, into.length);
        if (length == 0) {
            return 0;
        }
        if (fault == null && !ended) {
            try {
                if (!started) {
                    header();
                    crc.reset();
                    started = true;
                    inflater.setInput(buffer, at, end - at);
                }
                int n = inflate(into, offset, length);
                if (n > 0) {
                    return n;
                }
                trailer();
                ended = true;
            } catch (GzipException e) {
                fault = e;
            }
        }
        if (fault != null) {
            throw fault;
        }
        return -1;
    }

    /** Some bytes of the content; 0 at its end. */
    private int inflate(byte[] into, int offset, int length) throws IOException {
        while (!inflater.finished()) {
            if (inflater.needsInput()) {
                // The inflater holds this buffer, and has used all of it.
                if (!fill()) {
                    throw new GzipException(Kind.TRUNCATED, "gzip ends inside its content");
                }
                inflater.setInput(buffer, 0, end);
            }
            long before = inflater.getBytesWritten();
            int n;
            try {
                n = inflater.inflate(into, offset, length);
            } catch (DataFormatException e) {
                fault = new GzipException(Kind.MALFORMED, "gzip content that does not inflate", e);
                n = (int) (inflater.getBytesWritten() - before);
                if (n == 0) {
                    throw fault;
                }
            }
            if (inflater.needsDictionary()) {
                throw new GzipException(Kind.MALFORMED, "gzip content that wants a dictionary");
            }
            if (fault == null && inflater.getBytesWritten() > Math.max(FREE, MAX_RATIO * inflater.getBytesRead())) {
                fault = new GzipException(Kind.TOO_LARGE, "gzip content inflates beyond the bound");
            }
            if (n > 0) {
                crc.update(into, offset, n);
                return n;
            }
        }
        return 0;
    }

    private void trailer() throws IOException {
        at = end - inflater.getRemaining();
        if (littleEndian(4, "trailer") != crc.getValue()) {
            throw new GzipException(Kind.ALTERED, "the checksum of a gzip layer");
        }
        if (littleEndian(4, "trailer") != (inflater.getBytesWritten() & 0xFFFF_FFFFL)) {
            throw new GzipException(Kind.ALTERED, "the length of a gzip layer");
        }
        if (next() >= 0) {
            throw new GzipException(Kind.MALFORMED, "something follows a gzip member");
        }
    }

    private void header() throws IOException {
        if (must("header") != 0x1F || must("header") != 0x8B || must("header") != 8) {
            throw new GzipException(Kind.MALFORMED, "not gzip");
        }
        int flags = must("header");
        if ((flags & RESERVED) != 0) {
            throw new GzipException(Kind.MALFORMED, "reserved gzip flags");
        }
        littleEndian(6, "header");
        for (long skip = (flags & EXTRA) != 0 ? littleEndian(2, "header") : 0; skip > 0; skip--) {
            must("header");
        }
        skipText((flags & NAME) != 0);
        skipText((flags & COMMENT) != 0);
        if ((flags & HEADER_CRC) != 0) {
            long expected = crc.getValue() & 0xFFFF;
            if (littleEndian(2, "header") != expected) {
                throw new GzipException(Kind.ALTERED, "the checksum of a gzip header");
            }
        }
    }

    private void skipText(boolean present) throws IOException {
        boolean more = present;
        while (more) {
            more = must("header") != 0;
        }
    }

    private long littleEndian(int bytes, String where) throws IOException {
        long number = 0;
        for (int i = 0; i < bytes; i++) {
            number |= (long) must(where) << (8 * i);
        }
        return number;
    }

    private int must(String where) throws IOException {
        int c = next();
        if (c < 0) {
            throw new GzipException(Kind.TRUNCATED, "gzip ends inside its " + where);
        }
        if (!started) {
            crc.update(c);
        }
        return c;
    }

    private int next() throws IOException {
        return at == end && !fill() ? -1 : buffer[at++] & 0xFF;
    }

    private boolean fill() throws IOException {
        int n = source.read(buffer, 0, buffer.length);
        at = 0;
        end = Math.max(n, 0);
        return n > 0;
    }

    @Override
    public void close() throws IOException {
        ended = true;
        fault = new GzipException(Kind.TRUNCATED, "closed");
        inflater.end();
        source.close();
    }
}
