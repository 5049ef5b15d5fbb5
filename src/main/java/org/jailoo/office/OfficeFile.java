package org.jailoo.office;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Set;

/**
 * A file that is written once, beside where it will lie, and never over another.
 *
 * <p>What is half written is as readable as what is whole. So it bears a name of ours, in the folder that the person
 * chose and nowhere else; it goes away with the failure, with the end of the program, and, after a kill, when the next
 * file is written into that folder.
 */
public final class OfficeFile {
    private static final String BEGIN = ".jailoo-";
    private static final String END = ".workbook";

    private OfficeFile() {}

    /** Writes a content, and answers for it. */
    @FunctionalInterface
    public interface Writing<T> {
        T to(OutputStream out) throws IOException;
    }

    /** Writes a content in more than one stroke: what comes last may stand first. */
    @FunctionalInterface
    interface Filling<T> {
        T into(FileChannel file) throws IOException;
    }

    /**
     * Writes a file; it appears whole or not at all.
     *
     * @throws FileAlreadyExistsException if there is something of that name, which stays as it is
     */
    public static <T> T write(Path target, Writing<T> writing) throws IOException {
        return fill(target, file -> {
            OutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024);
            T answer = writing.to(out);
            out.flush();
            return answer;
        });
    }

    /** As {@link #write}, into the file itself. */
    static <T> T fill(Path target, Filling<T> filling) throws IOException {
        Path absolute = target.toAbsolutePath();
        Path name = absolute.getFileName();
        Path folder = absolute.getParent();
        if (name == null || folder == null || Files.exists(absolute, LinkOption.NOFOLLOW_LINKS)) {
            throw new FileAlreadyExistsException(target.toString());
        }
        removeLeftovers(folder);
        Path part = create(folder.resolve(BEGIN + name + END));
        Thread atTheEnd = new Thread(() -> part.toFile().delete(), "unfinished file");
        Runtime.getRuntime().addShutdownHook(atTheEnd);
        try {
            T answer;
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.READ, StandardOpenOption.WRITE);
                    FileLock lock = channel.lock()) {
                answer = filling.into(channel);
                channel.force(true);
                if (!lock.isValid()) {
                    throw new IOException("the lock was lost");
                }
            }
            name(part, absolute);
            force(folder);
            return answer;
        } finally {
            deleteIfPossible(part);
            forget(atTheEnd);
        }
    }

    /** Makes the names in a folder last through a power cut, where the system can. */
    static void force(Path folder) {
        try (FileChannel channel = FileChannel.open(folder, StandardOpenOption.READ)) {
            channel.force(true);
        } catch (IOException e) {
            // Windows opens no folder; it writes the name with the file.
            return;
        }
    }

    /** The file has its name by now, or never will; what cannot be removed goes when the next is written here. */
    private static void deleteIfPossible(Path part) {
        try {
            Files.deleteIfExists(part);
        } catch (IOException e) {
            return;
        }
    }

    static void forget(Thread atTheEnd) {
        try {
            Runtime.getRuntime().removeShutdownHook(atTheEnd);
        } catch (IllegalStateException e) {
            // The program is ending, and the hook has run or will.
            return;
        }
    }

    /** Readable by its owner alone where the disk can say so. */
    private static Path create(Path part) throws IOException {
        try {
            return Files.createFile(
                    part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } catch (UnsupportedOperationException e) {
            return Files.createFile(part);
        }
    }

    /** Removes what a killed program left; what another program is writing is locked, and stays. */
    private static void removeLeftovers(Path folder) throws IOException {
        try (DirectoryStream<Path> parts = Files.newDirectoryStream(folder, BEGIN + "*" + END)) {
            for (Path part : parts) {
                if (Files.isRegularFile(part, LinkOption.NOFOLLOW_LINKS) && !isBeingWritten(part)) {
                    Files.deleteIfExists(part);
                }
            }
        }
    }

    private static boolean isBeingWritten(Path part) throws IOException {
        try (FileChannel channel = FileChannel.open(part, Set.of(StandardOpenOption.WRITE));
                FileLock lock = channel.tryLock()) {
            return lock == null;
        } catch (OverlappingFileLockException e) {
            return true;
        }
    }

    /** Gives the file its name. A link fails where the name is taken, at the same moment; a rename would replace. */
    private static void name(Path part, Path target) throws IOException {
        try {
            Files.createLink(target, part);
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException | UnsupportedOperationException e) {
            nameWithoutLinks(part, target);
        }
    }

    /** Sticks know no links: the name is taken with an empty file first, which then only this program replaces. */
    private static void nameWithoutLinks(Path part, Path target) throws IOException {
        Files.createFile(target);
        try {
            Files.move(part, target, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (AtomicMoveNotSupportedException e) {
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException | RuntimeException e) {
            Files.deleteIfExists(target);
            throw e;
        }
    }
}
