package org.jailoo.office;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import org.jailoo.office.OfficeFile.Writing;

/**
 * The password of a workbook or a document: what is written through it is encrypted as office programs do it (ECMA-376
 * agile encryption, AES-256, SHA-512), segment by segment, before it reaches the disk.
 *
 * <p>Apache POI writes the same, through a second file of its own in the temporary folder. Here there is one file, which is
 * written once and read once, to be sealed, whatever its size.
 */
public final class PasswordProtection {
    /** What office programs take. */
    public static final int MAX_LENGTH = 255;

    private PasswordProtection() {}

    /**
     * Writes a file that opens with a password alone; it appears whole or not at all.
     *
     * @param password empty for a file that anybody can open; stays with the caller, who wipes it
     * @param writing writes a workbook or a document, as it is without a password
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays as it is
     * @throws IllegalArgumentException if the password is longer than office programs take
     */
    public static <T> T write(Path target, char[] password, Writing<T> writing) throws IOException {
        if (password.length == 0) {
            return OfficeFile.write(target, writing);
        }
        if (password.length > MAX_LENGTH) {
            throw new IllegalArgumentException("a password of more than " + MAX_LENGTH + " characters");
        }
        return OfficeFile.fill(target, file -> encrypt(file, password, writing));
    }

    private static <T> T encrypt(FileChannel file, char[] password, Writing<T> writing) throws IOException {
        AgileKeys keys = AgileKeys.fresh();
        file.position(Container.PACKAGE + Long.BYTES);
        // No stream of an output is closed here: the channel is locked, and stays open.
        BufferedOutputStream out = new BufferedOutputStream(Channels.newOutputStream(file), 64 * 1024);
        Segments segments = new Segments(out, keys);
        T answer = writing.to(segments);
        segments.end();
        out.flush();
        Container container = new Container(file, Long.BYTES + segments.encrypted());
        container.size(segments.length());
        container.finish(keys.info(password, container::feed));
        return answer;
    }
}
