package org.jailoo.office;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;

/**
 * A folder of files that is written once, beside where it will lie, and never over another; as {@link OfficeFile} writes a
 * file.
 */
public final class OfficeFolder {
    private static final String BEGIN = ".jailoo-";
    private static final String END = ".folder";

    /** Locked while the folder is written; it goes away before the folder bears its name. */
    private static final String LOCK = ".lock";

    private final Path part;
    private final List<FileChannel> open = new ArrayList<>();

    private OfficeFolder(Path part) {
        this.part = part;
    }

    /** Writes the files, and answers for them. */
    @FunctionalInterface
    public interface Writing<T> {
        T to(OfficeFolder folder) throws IOException;
    }

    /**
     * Writes a folder; it appears whole or not at all.
     *
     * @throws FileAlreadyExistsException if there is something of that name, which stays as it is
     */
    public static <T> T write(Path target, Writing<T> writing) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path name = absolute.getFileName();
        Path beside = absolute.getParent();
        if (name == null || beside == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        removeLeftovers(beside);
        Path part = create(beside.resolve(BEGIN + name + END));
        Thread atTheEnd = new Thread(() -> removeQuietly(part), "unfinished folder");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            OfficeFolder folder = new OfficeFolder(part);
            T answer;
            Path lockFile = part.resolve(LOCK);
            try (FileChannel channel =
                            FileChannel.open(lockFile, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                try {
                    answer = writing.to(folder);
                    folder.force();
                } finally {
                    folder.close();
                }
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
            }
            Files.delete(lockFile);
            // Only an empty folder would be replaced, and that is nothing.
            OfficeFile.force(part);
            Files.move(part, absolute);
            OfficeFile.force(beside);
            return answer;
        } finally {
            removeQuietly(part);
            OfficeFile.forget(atTheEnd);
        }
    }

    /** A new file of this folder; it is ended with the folder, and what is written must be flushed by then. */
    public OutputStream file(String name) throws IOException {
        FileChannel channel =
                FileChannel.open(part.resolve(name), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        open.add(channel);
        return new BufferedOutputStream(Channels.newOutputStream(channel), 64 * 1024);
    }

    private void force() throws IOException {
        for (FileChannel channel : open) {
            if (channel.isOpen()) {
                channel.force(true);
            }
        }
    }

    private void close() throws IOException {
        for (FileChannel channel : open) {
            channel.close();
        }
    }

    private static Path create(Path part) throws IOException {
        try {
            return Files.createDirectory(
                    part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
        } catch (UnsupportedOperationException e) {
            return Files.createDirectory(part);
        }
    }

    /** Removes what a killed program left; what another program is writing is locked, and stays. */
    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path each : parts) {
                if (Files.isDirectory(each, LinkOption.NOFOLLOW_LINKS) && !isBeingWritten(each)) {
                    remove(each);
                }
            }
        }
    }

    private static boolean isBeingWritten(Path part) throws IOException {
        Path lockFile = part.resolve(LOCK);
        if (!Files.isRegularFile(lockFile, LinkOption.NOFOLLOW_LINKS)) {
            return false;
        }
        try (FileChannel channel = FileChannel.open(lockFile, StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Removes a folder of ours: it holds files alone. */
    private static void remove(Path part) throws IOException {
        if (Files.isDirectory(part, LinkOption.NOFOLLOW_LINKS)) {
            try (DirectoryStream<Path> files = Files.newDirectoryStream(part)) {
                for (Path file : files) {
                    Files.deleteIfExists(file);
                }
            }
            Files.deleteIfExists(part);
        }
    }

    private static void removeQuietly(Path part) {
        try {
            remove(part);
        } catch (IOException e) {
            // The next folder written here removes it.
            return;
        }
    }
}
