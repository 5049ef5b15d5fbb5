package org.jailoo.bundle;

import java.io.BufferedOutputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/** Writes files once: under a temporary name beside the target, forced to the disk, then named; never over another. */
public final class BundleFile {
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
        Path temporary = Files.createTempFile(folder, ".jailoo-", ".part");
        try {
            T answer;
            try (FileChannel channel = FileChannel.open(temporary, StandardOpenOption.WRITE)) {
                answer = write(channel, envelope, writing);
                channel.force(true);
            }
            name(temporary, absolute);
            force(folder);
            return answer;
        } finally {
            Files.deleteIfExists(temporary);
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
