package org.jailoo.app;

import java.io.IOException;
import org.jailoo.media.Bytes;
import org.jailoo.notebook.Attachments;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/**
 * A file that the notebook holds, read from any place of it, a chunk in memory. It waits for no one who writes, and
 * nothing of it reaches the disk.
 */
public final class HeldFile implements Bytes {
    private final Notebook notebook;
    private final String sha256;
    private final long size;
    private int place = -1;
    private byte[] chunk = new byte[0];

    private HeldFile(Notebook notebook, String sha256, long size) {
        this.notebook = notebook;
        this.sha256 = sha256;
        this.size = size;
    }

    /** The file with these bytes; null where the notebook does not hold it. */
    public static @Nullable HeldFile find(Notebook notebook, String sha256) {
        Long size = notebook.<@Nullable Long>reading(now -> now.attachments().size(sha256));
        return size == null ? null : new HeldFile(notebook, sha256, size);
    }

    public String sha256() {
        return sha256;
    }

    @Override
    public long size() {
        return size;
    }

    @Override
    public synchronized int read(long at, byte[] into, int offset, int length) throws IOException {
        if (at >= size || length <= 0) {
            return 0;
        }
        int wanted = (int) (at / Attachments.CHUNK);
        if (wanted != place) {
            byte[] read =
                    notebook.<byte @Nullable []>reading(now -> now.attachments().chunk(sha256, wanted));
            if (read == null) {
                throw new IOException("a part of the file is not there any more");
            }
            chunk = read;
            place = wanted;
        }
        int from = (int) (at % Attachments.CHUNK);
        int n = Math.min(length, chunk.length - from);
        if (n <= 0) {
            throw new IOException("a part of the file is shorter than it should be");
        }
        System.arraycopy(chunk, from, into, offset, n);
        return n;
    }
}
