package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are stored in chunks, one of them in memory at a time; fewer or more than there should be fail to read. */
final class ChunkStream extends InputStream {
    /** Where the chunks are. */
    interface Chunks {
        /** The chunk of this number, from 0; null after the last. */
        byte @Nullable [] get(int number);
    }

    private final Chunks chunks;
    private long left;
    private int number;
    private byte @Nullable [] chunk;
    private int at;

    ChunkStream(long size, Chunks chunks) {
        this.left = size;
        this.chunks = chunks;
        this.chunk = chunks.get(0);
    }

    private boolean ended() throws IOException {
        while (chunk != null && at == chunk.length) {
            chunk = chunks.get(++number);
            at = 0;
        }
        if (chunk == null ? left != 0 : left <= 0) {
            throw new IOException("a stored file is not whole");
        }
        return chunk == null;
    }

    @Override
    public int read() throws IOException {
        if (ended() || chunk == null) {
            return -1;
        }
        left--;
        return chunk[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        if (length == 0) {
            return 0;
        }
        if (ended() || chunk == null) {
            return -1;
        }
        int n = Math.min(length, chunk.length - at);
        System.arraycopy(chunk, at, into, offset, n);
        at += n;
        left -= n;
        return n;
    }
}
