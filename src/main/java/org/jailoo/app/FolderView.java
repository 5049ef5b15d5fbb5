package org.jailoo.app;

import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one look into the shared folder has seen.
 *
 * @param trouble why it could not be read; then there are no files
 * @param emptied whether nothing at all lies there although something did: perhaps it is another folder, or a share that is
 *     not connected
 * @param files every file that is, or may become, a bundle
 */
public record FolderView(@Nullable FolderTrouble trouble, boolean emptied, List<Found> files) {
    public FolderView {
        files = List.copyOf(files);
    }

    /** How a file stands. */
    public enum State {
        /** Not whole yet, or not at rest. */
        ARRIVING,
        /** Only its name is here; the content lies in the cloud. */
        PLACEHOLDER,
        /** Whole, verified and for us, and not in the notebook. */
        READY,
        /** Its content is in the notebook. */
        TAKEN,
        /** Another copy of one that is listed. */
        COPY,
        /** Encrypted for others. */
        NOT_FOR_US,
        /** Of a device that is blocked here. */
        BLOCKED,
        /** Written by a newer version of the program, or over a limit. */
        REFUSED,
        /** It did not become whole for a long time. */
        DAMAGED,
        /** The system does not let it be read. */
        UNREADABLE,
        /** Written by this notebook. */
        OURS,
        /** Written by this notebook, and changed since by something else. */
        OURS_DAMAGED
    }

    /**
     * A file.
     *
     * @param bundle its bundle's id; null where it could not be read
     * @param sender the device that it says to be from; proved of a file that is ready or taken
     * @param own of one that is ours, under whichever name, the name under which it was written
     */
    public record Found(
            Path path,
            String name,
            State state,
            long size,
            @Nullable String bundle,
            @Nullable String sender,
            @Nullable String own) {}

    /** Those in one state. */
    public List<Found> in(State state) {
        return files.stream().filter(f -> f.state() == state).toList();
    }

    /** Whether files are on their way, and looking again soon is worth it. */
    public boolean moving() {
        return files.stream().anyMatch(f -> f.state() == State.ARRIVING);
    }

    /** The names under which those of ours were written that lie there whole. */
    Set<String> lying() {
        Set<String> names = new HashSet<>();
        for (Found file : files) {
            if (file.own() != null && file.state() == State.OURS) {
                names.add(file.own());
            }
        }
        return names;
    }
}
