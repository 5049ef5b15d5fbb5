package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.Objects;
import org.jailoo.media.MediaType;
import org.jailoo.media.Stripped;
import org.jailoo.media.Told;
import org.jailoo.notebook.Attachments;
import org.jailoo.notebook.Notebook;
import org.jailoo.sound.Sound;
import org.jspecify.annotations.Nullable;

/**
 * Takes a file into the notebook as it streams in, encrypted, and tells what it is. Nothing of what was refused,
 * cancelled or cut off stays; what no record and no draft names in the end is removed when the notebook is next opened.
 */
public final class AddFile {
    private final Notebook notebook;

    public AddFile(Notebook notebook) {
        this.notebook = notebook;
    }

    /** What became of it. */
    public sealed interface Outcome permits Added, Refused {}

    /**
     * A file that the notebook holds now.
     *
     * @param seconds how long a recording is; null of anything else
     * @param told what it tells beside what it shows
     */
    public record Added(
            String sha256,
            long size,
            String mediaType,
            @Nullable Integer seconds,
            Told told) implements Outcome {}

    /** A file that was not taken, and why. */
    public record Refused(Why why) implements Outcome {}

    /** Why a file is not taken. */
    public enum Why {
        TOO_LARGE,
        EMPTY,
        FOLDER,
        UNREADABLE,
        CHANGED,
        /** Nothing can be taken out of it without drawing it anew. */
        NOT_STRIPPED
    }

    /** Takes a file of the disk; it is left where it is. */
    public Outcome add(Path file, Steps steps) {
        BasicFileAttributes before;
        try {
            before = Files.readAttributes(file, BasicFileAttributes.class);
            if (before.isDirectory()) {
                return new Refused(Why.FOLDER);
            }
            if (!before.isRegularFile()) {
                return new Refused(Why.UNREADABLE);
            }
            if (before.size() > Attachments.MAX_SIZE) {
                return new Refused(Why.TOO_LARGE);
            }
            if (before.size() == 0) {
                return new Refused(Why.EMPTY);
            }
            try (InputStream in = new Unchanged(Files.newInputStream(file), file, before)) {
                return add(in, before.size(), steps);
            }
        } catch (Changed e) {
            return new Refused(Why.CHANGED);
        } catch (IOException | SecurityException e) {
            return new Refused(Why.UNREADABLE);
        }
    }

    /** Takes what a stream gives. */
    public Outcome add(InputStream source, long size, Steps steps) throws IOException {
        Attachments.Stored stored = notebook.attachments().add(source, done -> steps.done(done, size));
        return describe(stored);
    }

    /** Takes a copy of a held photo that tells nothing of where, when and with what it was taken. */
    public Outcome stripped(String sha256, String mediaType, Steps steps) throws IOException {
        HeldFile original = HeldFile.find(notebook, sha256);
        if (original == null) {
            return new Refused(Why.UNREADABLE);
        }
        Told told = Told.of(original, mediaType);
        try (InputStream copy = Stripped.of(original, mediaType, told.orientation())) {
            return copy == null ? new Refused(Why.NOT_STRIPPED) : add(copy, original.size(), steps);
        }
    }

    private Outcome describe(Attachments.Stored stored) throws IOException {
        HeldFile held = Objects.requireNonNull(HeldFile.find(notebook, stored.sha256()));
        String type = MediaType.of(held);
        return new Added(stored.sha256(), stored.size(), type, Sound.seconds(held, type), Told.of(held, type));
    }

    /** A file that is written while it is read. */
    private static final class Changed extends IOException {
        private static final long serialVersionUID = 1L;
    }

    /** Fails at the end where the file is not what it was at the beginning: half of it would be old, half new. */
    private static final class Unchanged extends InputStream {
        private final InputStream in;
        private final Path file;
        private final BasicFileAttributes before;
        private long read;

        Unchanged(InputStream in, Path file, BasicFileAttributes before) {
            this.in = in;
            this.file = file;
            this.before = before;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) == 1 ? one[0] & 0xFF : -1;
        }

        @Override
        public int read(byte[] into, int offset, int length) throws IOException {
            int n = in.read(into, offset, length);
            if (n > 0) {
                read += n;
            } else if (length > 0) {
                BasicFileAttributes now = Files.readAttributes(file, BasicFileAttributes.class);
                if (read != before.size()
                        || now.size() != before.size()
                        || !now.lastModifiedTime().equals(before.lastModifiedTime())) {
                    throw new Changed();
                }
            }
            return n;
        }

        @Override
        public void close() throws IOException {
            in.close();
        }
    }
}
