package org.jailoo.bundle;

import java.io.IOException;
import java.io.InputStream;
import org.jailoo.history.Revision;

/**
 * What goes into a bundle, gone through twice: counted and digested first, then written. Both times the same, in the
 * same order: read it in one transaction. The writer notices where it was not, and fails.
 */
public interface BundleSource {
    /** Takes what the digest needs of a revision. */
    interface IdTaker {
        /** With the 64 hex digits of the id, and whether the body goes along. */
        void take(String id, boolean withBody) throws IOException;
    }

    /** Takes a revision to be written. */
    interface RevisionTaker {
        void take(Revision revision) throws IOException;
    }

    /** Takes an attachment. */
    interface AttachmentTaker {
        /** With the 64 hex digits of its hash, its size in bytes and a way to its bytes. */
        void take(String sha256, long size, Opener content) throws IOException;
    }

    /** Opens the bytes of an attachment; whoever calls closes. Not called while digesting. */
    interface Opener {
        InputStream open() throws IOException;
    }

    /** Gives the id of each revision, in the order of {@link #revisions}. */
    void ids(IdTaker taker) throws IOException;

    /** Gives each revision; an edit without a body only together with a purge of its record. */
    void revisions(RevisionTaker taker) throws IOException;

    /** Gives each attachment, once; every one is named by a body that goes along. */
    void attachments(AttachmentTaker taker) throws IOException;
}
