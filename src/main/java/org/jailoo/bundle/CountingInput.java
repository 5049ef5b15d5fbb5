package org.jailoo.bundle;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts what is read through it, and says so. */
final class CountingInput extends FilterInputStream {
    private final Progress progress;
    private long count;

    CountingInput(InputStream source, Progress progress) {
        super(source);
        this.progress = progress;
    }

    @Override
    public int read() throws IOException {
        return counted(super.read(), 1);
    }

    @Override
    public int read(byte[] into, int offset, int length) throws IOException {
        int n = super.read(into, offset, length);
        return counted(n, n);
    }

    @Override
    public long skip(long n) throws IOException {
        throw new IOException("nothing is skipped");
    }

    @Override
    public boolean markSupported() {
        return false;
    }

    private int counted(int result, int bytes) {
        if (result >= 0) {
            count += bytes;
            progress.read(count);
        }
        return result;
    }

    long count() {
        return count;
    }
}
