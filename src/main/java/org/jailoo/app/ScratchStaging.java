package org.jailoo.app;

import java.io.IOException;
import java.io.OutputStream;
import org.jailoo.bundle.Staging;
import org.jailoo.history.Revision;
import org.jailoo.notebook.Scratch;
import org.jspecify.annotations.Nullable;

/** Lets a bundle be staged in a scratch database. */
final class ScratchStaging implements Staging {
    private final Scratch scratch;
    private @Nullable OutputStream open;

    ScratchStaging(Scratch scratch) {
        this.scratch = scratch;
    }

    @Override
    public boolean add(Revision revision, long bytes) {
        return scratch.add(revision);
    }

    @Override
    public boolean hasUnpurgedEditWithoutBody() {
        return scratch.hasUnpurgedEditWithoutBody();
    }

    @Override
    public boolean names(String sha256) {
        return scratch.names(sha256);
    }

    @Override
    public boolean beginAttachment(String sha256, long size) {
        open = scratch.attachment(sha256, size);
        return open != null;
    }

    @Override
    public void write(byte[] bytes, int offset, int length) throws IOException {
        if (open != null) {
            open.write(bytes, offset, length);
        }
    }

    @Override
    public void endAttachment() throws IOException {
        if (open != null) {
            open.close();
            open = null;
        }
    }
}
