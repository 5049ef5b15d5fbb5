package org.jailoo.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.HexFormat;
import org.jailoo.history.Sha256;

/**
 * A mark of the place where a database file lies: machine, path, and the file's number in its file system.
 *
 * <p>A copied or moved file has another mark, and draws a new instance. Drawing one too often is harmless; going on
 * with the instance of a copy would make two revisions of one number.
 */
final class FileMark {
    private FileMark() {}

    /** The mark of this file as it lies now: 64 hex digits, from which nothing can be read. */
    static String of(Path file) throws IOException {
        return of(file, file);
    }

    /** The mark that this file will have once it lies in the place of another. */
    static String of(Path file, Path place) throws IOException {
        BasicFileAttributes attributes = Files.readAttributes(file, BasicFileAttributes.class);
        // Windows has no file key, but a creation time that a copy does not inherit; elsewhere that time may move.
        Object number = attributes.fileKey() != null ? attributes.fileKey() : attributes.creationTime();
        String said = host() + "\n" + System.getProperty("user.name") + "\n" + real(place) + "\n" + number;
        return HexFormat.of().formatHex(Sha256.of(said.getBytes(StandardCharsets.UTF_8)));
    }

    /** The place with no link on the way to it, be there a file already or not. */
    private static Path real(Path place) throws IOException {
        Path folder = place.toAbsolutePath().getParent();
        return Files.exists(place) || folder == null
                ? place.toRealPath()
                : folder.toRealPath().resolve(place.getFileName());
    }

    /** What the system calls the machine, without asking a network: a name look-up may hang for seconds offline. */
    private static String host() throws IOException {
        Path machine = Path.of("/etc/machine-id");
        if (Files.isReadable(machine)) {
            return Files.readString(machine);
        }
        return System.getProperty("os.name") + System.getenv().getOrDefault("COMPUTERNAME", "");
    }
}
