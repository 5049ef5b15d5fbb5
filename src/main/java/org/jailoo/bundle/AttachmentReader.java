package org.jailoo.bundle;

import java.io.IOException;
import java.io.OutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.jailoo.history.FormatException;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.history.Members;
import org.jailoo.history.Sha256;

/** Streams the attachments of a bundle into the staging, and checks their names, sizes and hashes. */
final class AttachmentReader {
    /** The largest attachment, in bytes. */
    static final long MAX_BYTES = 64L * 1024 * 1024;

    private final PartReader parts;
    private final Staging staging;
    private final BundleDigest digest;
    private long totalBytes;

    AttachmentReader(PartReader parts, Staging staging, BundleDigest digest) {
        this.parts = parts;
        this.staging = staging;
        this.digest = digest;
    }

    /** Reads the array, which must hold so many. */
    void readAll(long count) throws IOException, FormatException {
        long read = 0;
        parts.beginArray();
        while (parts.nextItem()) {
            if (read++ == count) {
                throw malformed("the number of attachments");
            }
            readOne();
        }
        if (read != count) {
            throw malformed("the number of attachments");
        }
    }

    private void readOne() throws IOException, FormatException {
        parts.beginObject();
        parts.name("sha256");
        String sha256 = parts.text("attachment: sha256");
        if (!Members.isHex(sha256, 64)) {
            throw malformed("attachment: sha256");
        }
        if (!staging.names(sha256)) {
            throw malformed("an attachment that nothing names");
        }
        parts.name("size");
        long size = parts.integer("attachment: size");
        if (size < 0) {
            throw malformed("attachment: size");
        }
        if (size > MAX_BYTES) {
            throw new FormatException(Fault.TOO_LARGE, "an attachment of more than 64 MiB");
        }
        if (!staging.beginAttachment(sha256, size)) {
            throw malformed("an attachment stands twice");
        }
        parts.name("data");
        Data data = new Data(size);
        long length = parts.base64(data, MAX_BYTES);
        if (!sha256.equals(data.hex())) {
            throw new FormatException(Fault.ALTERED, "the hash of an attachment");
        }
        if (length != size) {
            throw malformed("the size of an attachment");
        }
        parts.endObject();
        staging.endAttachment();
        digest.attachment(sha256);
        totalBytes += length;
    }

    /** How many bytes all attachments have together. */
    long totalBytes() {
        return totalBytes;
    }

    private static FormatException malformed(String what) {
        return new FormatException(Fault.MALFORMED, what);
    }

    /** Hashes what it is given, and passes on no more of it than was announced. */
    private final class Data extends OutputStream {
        private final MessageDigest hash = Sha256.start();
        private final long size;
        private long written;

        Data(long size) {
            this.size = size;
        }

        @Override
        public void write(int b) throws IOException {
            write(new byte[] {(byte) b}, 0, 1);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            hash.update(bytes, offset, length);
            written += length;
            if (written <= size && length > 0) {
                staging.write(bytes, offset, length);
            }
        }

        String hex() {
            return HexFormat.of().formatHex(hash.digest());
        }
    }
}
