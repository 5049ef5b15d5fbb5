package org.jailoo.bundle;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import org.jailoo.identity.AgeEnvelope;
import org.jspecify.annotations.Nullable;

/** Peels the envelope of a bundle by its first bytes: at most one age layer, then at most one gzip layer, then JSON. */
final class Layers {
    private static final int LOOK = 21;

    private Layers() {}

    /**
     * The JSON inside.
     *
     * @throws BundleRefused {@code NOT_A_BUNDLE} for anything that begins otherwise
     */
    static InputStream peel(InputStream file, List<String> identities, char @Nullable [] passphrase)
            throws IOException, BundleRefused {
        InputStream in = buffered(file);
        if (AgeEnvelope.isAge(look(in))) {
            in = buffered(AgeEnvelope.decrypt(in, identities, passphrase));
        }
        if (GzipMemberInput.isGzip(look(in))) {
            in = buffered(new GzipMemberInput(in));
        }
        byte[] start = look(in);
        if (start.length == 0 || start[0] != '{') {
            throw new BundleRefused(Reason.NOT_A_BUNDLE, "begins neither with age, nor gzip, nor an object", null);
        }
        return in;
    }

    private static InputStream buffered(InputStream in) {
        return new BufferedInputStream(in, 64 * 1024);
    }

    private static byte[] look(InputStream in) throws IOException {
        in.mark(LOOK);
        byte[] start = in.readNBytes(LOOK);
        in.reset();
        return start;
    }
}
