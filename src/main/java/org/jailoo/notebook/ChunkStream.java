package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are stored in chunks, one of them in memory at a time; it fails at the end where bytes are missing. */
final class ChunkStream extends InputStream {
    /** Where the chunks are. */
    interface Chunks {
        /** The chunk of this number, from 0; null after the last. */
        byte @Nullable [] get(int number);
    }

    private final Chunks chunks;
    private final long size;
    private int number;
    private byte @Nullable [] chunk;
    private int at;
    private long before;

    ChunkStream(long size, Chunks chunks) {
        this.size = size;
        this.chunks = chunks;
        this.chunk = chunks.get(0);
    }

    private boolean ended() throws IOException {
        while (chunk != null && at == chunk.length) {
            before += at;
            chunk = chunks.get(++number);
            at = 0;
        }
        if (chunk == null && before != size) {
            throw new IOException("stored in part: " + before + " of " + size + " bytes");
        }
        return chunk == null;
    }

    @Override
    public int read() throws IOException {
        return ended() || chunk == null ? -1 : chunk[at++] & 0xFF;
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
        return n;
    }
}
