package org.jailoo.notebook;

import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Bytes that are stored in chunks, one of them in memory at a time. */
final class ChunkStream extends InputStream {
    /** Where the chunks are. */
    interface Chunks {
        /** The chunk of this number, from 0; null after the last. */
        byte @Nullable [] get(int number);
    }

    private final Chunks chunks;
    private int number;
    private byte @Nullable [] chunk;
    private int at;

    ChunkStream(Chunks chunks) {
        this.chunks = chunks;
        this.chunk = chunks.get(0);
    }

    private boolean ended() {
        while (chunk != null && at == chunk.length) {
            chunk = chunks.get(++number);
            at = 0;
        }
        return chunk == null;
    }

    @Override
    public int read() {
        return ended() || chunk == null ? -1 : chunk[at++] & 0xFF;
    }

    @Override
    public int read(byte[] into, int offset, int length) {
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
