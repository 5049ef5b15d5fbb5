package org.jailoo.bundle;

import java.io.IOException;
import org.jailoo.history.Revision;

/**
 * Where the content of a bundle waits until all of it is verified; thrown away whole if it is not.
 *
 * <p>Called on one thread, in file order: revisions, then the questions about them, then attachments one after the
 * other. Every revision that comes here is verified on its own (limits, hashes, signature); that the bundle is whole is
 * known only when {@link UnverifiedBundle#verify} returns. What a method throws ends the reading and is passed on.
 */
public interface Staging {
    /**
     * Keeps a revision; false if one of this id is kept already.
     *
     * @param bytes the canonical length of its header and body together
     */
    boolean add(Revision revision, long bytes) throws IOException;

    /** Whether an edit is kept that has no body, and no purge of its record is kept. */
    boolean hasUnpurgedEditWithoutBody() throws IOException;

    /** Whether a body that is kept names this attachment ({@link org.jailoo.record.AttachmentNames}). */
    boolean names(String sha256) throws IOException;

    /**
     * Opens an attachment; false if one of this hash was opened before.
     *
     * @param size how many bytes it claims to have, at most 64 MiB; never more are written
     */
    boolean beginAttachment(String sha256, long size) throws IOException;

    /** Appends bytes to the open attachment. */
    void write(byte[] bytes, int offset, int length) throws IOException;

    /** Closes the open attachment, whose size and hash hold. */
    void endAttachment() throws IOException;
}
