package org.jailoo.bundle;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;

/** Writes files once: under a temporary name beside the target, forced to the disk, then named; never over another. */
public final class BundleFile {
    private static final String BEGIN = ".jailoo-";
    private static final String STAGED = ".staging-";
    /** Not the ending under which files are brought into a shared folder: those are other people's, perhaps. */
    private static final String END = ".unfinished";

    /** What is younger may be another program's, on another laptop that has the folder open, in the middle of its work. */
    private static final Duration OLD = Duration.ofHours(1);

    private BundleFile() {}

    /** Writes a content, and answers for it. */
    @FunctionalInterface
    public interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    /**
     * Writes a file in an envelope; it appears whole or not at all.
     *
     * @return what the writing answered
     * @throws FileAlreadyExistsException if there is something of that name, which stays as it is
     */
    public static <T> T write(Path target, Envelope envelope, Writing<T> writing) throws IOException {
        try (Unnamed<T> made = make(target, envelope, writing)) {
            return made.name();
        }
    }

    /**
     * Makes a file that bears no name yet, so that what is noted about it is on the disk before anybody can take it.
     *
     * @throws FileAlreadyExistsException if there is something of the name that it is to bear, which stays as it is
     */
    public static <T> Unnamed<T> make(Path target, Envelope envelope, Writing<T> writing) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path name = absolute.getFileName();
        Path folder = absolute.getParent();
        if (name == null || folder == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        // What is made beside a notebook bears its name: the next opening removes what a kill has left of it.
        Path temporary = Files.createTempFile(folder, isStaged(name) ? name + "." : BEGIN, END);
        boolean made = false;
        try {
            removeLeftovers(folder, Files.getLastModifiedTime(temporary));
            T answer;
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                answer = write(channel, envelope, writing);
                channel.force(true);
            }
            made = true;
            return new Unnamed<>(temporary, absolute, folder, answer);
        } finally {
            if (!made) {
                deleteIfPossible(temporary);
            }
        }
    }

    /** Whole or not, what stays here is of no use to anybody: the file itself has its name by now, or never will. */
    private static void deleteIfPossible(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // What is written here later removes it.
            return;
        }
    }

    private static boolean isStaged(Path name) {
        return name.toString().contains(STAGED);
    }

    /** A file that is whole and on the disk, and bears no name yet; closed without one, it is gone. */
    public static final class Unnamed<T> implements AutoCloseable {
        private final Path temporary;
        private final Path target;
        private final Path folder;
        private final T answer;

        private Unnamed(Path temporary, Path target, Path folder, T answer) {
            this.temporary = temporary;
            this.target = target;
            this.folder = folder;
            this.answer = answer;
        }

        /** What the writing answered. */
        public T answer() {
            return answer;
        }

        /**
         * Gives the file its name.
         *
         * @return what the writing answered
         * @throws FileAlreadyExistsException if there is something of that name by now, which stays as it is
         */
        public T name() throws IOException {
            BundleFile.name(temporary, target);
            force(folder);
            return answer;
        }

        @Override
        public void close() {
            deleteIfPossible(temporary);
        }
    }

    /**
     * Removes what a killed program left here: half of a file under a name of ours, that nobody writes any more.
     *
     * @param now by the clock of the folder's own disk
     */
    private static void removeLeftovers(Path folder, FileTime now) throws IOException {
        Instant old = now.toInstant().minus(OLD);
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path part : parts) {
                if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)
                        && Files.getLastModifiedTime(part).toInstant().isBefore(old)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (DirectoryIteratorException | NoSuchFileException e) {
            // Another one has removed it, or the folder cannot be listed; what is written now is none the worse.
            return;
        }
    }

    /** After a failure the envelope is not finished: half a content must not look whole, under any name. */
    private static <T> T write(FileChannel channel, Envelope envelope, Writing<T> writing) throws IOException {
        OutputStream out =
                envelope.wrap(new BufferedOutputStream(new Kept(Channels.newOutputStream(channel)), 64 * 1024));
        T answer = writing.to(out);
        out.close();
        return answer;
    }

    /** Gives the file its name. A link fails where the name is taken, at the same moment; a rename would replace. */
    private static void name(Path temporary, Path target) throws IOException {
        try {
            Files.createLink(target, temporary);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            nameWithoutLinks(temporary, target);
        }
    }

    /** Sticks know no links: the name is taken with an empty file first, which then only this program replaces. */
    static void nameWithoutLinks(Path temporary, Path target) throws IOException {
        Files.createFile(target);
        try {
            Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }

    /** Makes the names in a folder last through a power cut, where the system can. */
    public static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; it writes the name with the file.
            return;
        }
    }

    /** Stays open when an envelope closes it: the file is still to be forced. */
    private static final class Kept extends FilterOutputStream {
        Kept(OutputStream out) {
            super(out);
        }

        @Override
        public void write(byte[] bytes, int offset, int length) throws IOException {
            out.write(bytes, offset, length);
        }

        @Override
        public void close() throws IOException {
            flush();
        }
    }
}
