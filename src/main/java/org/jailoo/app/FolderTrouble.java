package org.jailoo.app;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileStore;
import java.nio.file.Files;
import java.nio.file.NotDirectoryException;
import java.nio.file.Path;

/** What keeps a shared folder from being read, or from being written into, as far as a person can do something about it. */
public enum FolderTrouble {
    /** It is not there: the stick is not in, the share is not connected, somebody has moved it. */
    MISSING,
    /** The system does not let this person in. */
    NO_RIGHTS,
    /** It began to be read and could not be to its end. */
    UNREADABLE,
    /** Nothing can be written there. */
    READ_ONLY,
    /** There is no room. */
    FULL,
    /** Writing failed in another way. */
    NOT_WRITTEN;

    /** The trouble that stopped a reading. */
    static FolderTrouble reading(Path folder, IOException failure) {
        if (!Files.isDirectory(folder) || failure instanceof NotDirectoryException) {
            return MISSING;
        }
        return failure instanceof AccessDeniedException ? NO_RIGHTS : UNREADABLE;
    }

    /**
     * The trouble that stopped a writing.
     *
     * @param size of what was to be written
     */
    static FolderTrouble writing(Path folder, IOException failure, long size) {
        if (!Files.isDirectory(folder)) {
            return MISSING;
        }
        try {
            FileStore store = Files.getFileStore(folder);
            if (store.isReadOnly()) {
                return READ_ONLY;
            }
            if (failure instanceof AccessDeniedException) {
                return NO_RIGHTS;
            }
            // The system says it in its own language; what is free is a number.
            return store.getUsableSpace() < size ? FULL : NOT_WRITTEN;
        } catch (IOException e) {
            return MISSING;
        }
    }

    /** A piece of work that the trouble stopped; nothing half done is left. */
    public static final class Stopped extends IOException {
        private final FolderTrouble trouble;

        Stopped(FolderTrouble trouble, IOException cause) {
            super(trouble.name(), cause);
            this.trouble = trouble;
        }

        public FolderTrouble trouble() {
            return trouble;
        }
    }
}
