package org.jailoo.bundle;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Writes files once: under a temporary name beside the target, forced to the disk, then named; never over another. What
 * cannot be removed after a failure, because the stick was pulled out, goes when the next file is written into that folder.
 */
public final class BundleFile {
    private static final String BEGIN = ".jailoo-";
    private static final String END = ".unfinished";

    /** What this process is writing now: opening one of these a second time would give its lock free. */
    private static final Set<Path> WRITING = ConcurrentHashMap.newKeySet();

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
        Path absolute = target.toAbsolutePath();
        Path name = absolute.getFileName();
        Path folder = absolute.getParent();
        if (name == null || folder == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        removeLeftovers(folder);
        Path temporary = Files.createTempFile(folder, BEGIN, END);
        WRITING.add(temporary);
        try {
            T answer;
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                answer = write(channel, envelope, writing);
                channel.force(true);
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
            }
            name(temporary, absolute);
            force(folder);
            return answer;
        } finally {
            WRITING.remove(temporary);
            deleteIfPossible(temporary);
        }
    }

    /** Whole or not, what stays here is of no use to anybody: the file itself has its name by now, or never will. */
    private static void deleteIfPossible(Path temporary) {
        try {
            Files.deleteIfExists(temporary);
        } catch (IOException e) {
            // The next file that is written here removes it.
            return;
        }
    }

    /** Removes what was left here; what another program is writing is locked, and stays. */
    private static void removeLeftovers(Path folder) {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path part : parts) {
                if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS)
                        && !WRITING.contains(part)
                        && !isBeingWritten(part)) {
                    Files.deleteIfExists(part);
                }
            }
        } catch (IOException | DirectoryIteratorException e) {
            // What keeps a file from being written here is told when it is.
            return;
        }
    }

    private static boolean isBeingWritten(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
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
