package org.jailoo.office;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import javax.crypto.Mac;
import org.apache.poi.poifs.crypt.DataSpaceMapUtils;
import org.apache.poi.poifs.filesystem.DirectoryNode;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/**
 * The compound file ([MS-CFB]) around an encrypted package, laid out so that the package can be written first and at any
 * length: the header and room for everything small, then the package in one piece, then the table of its sectors.
 *
 * <p>The small part (names, what the programs need to know) is made by POI in memory, with a placeholder of a package; then
 * the real one takes the placeholder's place.
 */
final class Container {
    private static final int SECTOR = 512;

    /** How many sectors are kept for what is small; the first sector of the table speaks of them all. */
    private static final int SMALL = 64;

    /** Where the package begins in the file. */
    static final long PACKAGE = (1L + SMALL) * SECTOR;

    /** How long a stream of such a container may be, in bytes. */
    static final long MOST = Integer.MAX_VALUE - SECTOR;

    private static final String NAME = "EncryptedPackage";

    /** A stream that is shorter lies elsewhere. */
    private static final int CUTOFF = 4096;

    private static final int IN_HEADER = 109;
    private static final int IN_SECTOR = SECTOR / Integer.BYTES;
    private static final int FREE = -1;
    private static final int END = -2;
    private static final int TABLE = -3;
    private static final int TABLE_OF_TABLES = -4;

    private final FileChannel file;
    private final long length;

    /**
     * A container whose package has been written at its place.
     *
     * @param length of the package with the number before it, in bytes
     */
    Container(FileChannel file, long length) {
        this.file = file;
        this.length = length;
    }

    /** Writes before the package how long it is when it is decrypted. */
    void size(long decrypted) throws IOException {
        write(little(Long.BYTES).putLong(0, decrypted), PACKAGE);
    }

    /** Reads the package, with the number before it, to be sealed. */
    void feed(Mac mac) throws IOException {
        ByteBuffer piece = ByteBuffer.allocate(64 * 1024);
        for (long at = 0; at < length; at += piece.limit()) {
            piece.clear().limit((int) Math.min(piece.capacity(), length - at));
            while (piece.hasRemaining()) {
                if (file.read(piece, PACKAGE + at + piece.position()) < 0) {
                    throw new EOFException("the file became shorter while it was written");
                }
            }
            mac.update(piece.flip());
        }
    }

    /** Writes everything but the package. */
    void finish(byte[] encryptionInfo) throws IOException {
        int sectors = Math.toIntExact((length + SECTOR - 1) / SECTOR);
        int begin = SMALL + sectors;
        int tables = 1;
        int more = 0;
        // The table counts itself, and the table of tables.
        while (tables * (long) IN_SECTOR < begin + (tables - 1L) + more) {
            tables++;
            more = Math.max(0, tables - IN_HEADER + IN_SECTOR - 2) / (IN_SECTOR - 1);
        }
        ByteBuffer small = small(encryptionInfo);
        int first = small.getInt(76);
        int offset = (1 + first) * SECTOR;
        for (int i = SMALL; i < IN_SECTOR; i++) {
            small.putInt(offset + i * Integer.BYTES, entry(i, begin, tables, more));
        }
        small.putInt(44, tables);
        small.putInt(68, more == 0 ? END : begin + tables - 1);
        small.putInt(72, more);
        for (int i = 1; i < Math.min(tables, IN_HEADER); i++) {
            small.putInt(76 + i * Integer.BYTES, begin + i - 1);
        }
        // What is left of the last sector is empty.
        write(little((int) (sectors * (long) SECTOR - length)), PACKAGE + length);
        ByteBuffer sector = little(SECTOR);
        for (int table = 1; table < tables; table++) {
            for (int i = 0; i < IN_SECTOR; i++) {
                sector.putInt(i * Integer.BYTES, entry(table * IN_SECTOR + i, begin, tables, more));
            }
            write(sector.clear(), sectorAt(begin + table - 1));
        }
        for (int each = 0; each < more; each++) {
            for (int i = 0; i < IN_SECTOR - 1; i++) {
                int table = IN_HEADER + each * (IN_SECTOR - 1) + i;
                sector.putInt(i * Integer.BYTES, table < tables ? begin + table - 1 : FREE);
            }
            int next = each + 1 < more ? begin + tables + each : END;
            sector.putInt(SECTOR - Integer.BYTES, next);
            write(sector.clear(), sectorAt(begin + tables - 1 + each));
        }
        write(small.clear(), 0);
    }

    /** What the table says of a sector after the small ones. */
    private static int entry(int sector, int begin, int tables, int more) {
        if (sector < begin) {
            return sector == begin - 1 ? END : sector + 1;
        }
        if (sector < begin + tables - 1) {
            return TABLE;
        }
        return sector < begin + tables - 1 + more ? TABLE_OF_TABLES : FREE;
    }

    private static long sectorAt(int sector) {
        return (1L + sector) * SECTOR;
    }

    /** The header and the small part, in which the package begins after them and is as long as it is. */
    private ByteBuffer small(byte[] encryptionInfo) throws IOException {
        byte[] made;
        try (POIFSFileSystem files = new POIFSFileSystem()) {
            DirectoryNode root = files.getRoot();
            DataSpaceMapUtils.addDefaultDataSpace(root);
            root.createDocument("EncryptionInfo", new ByteArrayInputStream(encryptionInfo));
            root.createDocument(NAME, new ByteArrayInputStream(new byte[CUTOFF]));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            files.writeFilesystem(out);
            made = out.toByteArray();
        }
        if (made.length > PACKAGE) {
            throw new IllegalStateException("the small part of a container is larger than the room for it");
        }
        ByteBuffer small = ByteBuffer.wrap(Arrays.copyOf(made, (int) PACKAGE)).order(ByteOrder.LITTLE_ENDIAN);
        int entry = entryOf(made);
        int table = (1 + small.getInt(76)) * SECTOR;
        int placeholder = small.getInt(entry + 116);
        while (placeholder != END) {
            int next = small.getInt(table + placeholder * Integer.BYTES);
            small.putInt(table + placeholder * Integer.BYTES, FREE);
            placeholder = next;
        }
        small.putInt(entry + 116, SMALL);
        small.putLong(entry + 120, length);
        return small;
    }

    /** Where the directory speaks of the package. */
    private static int entryOf(byte[] made) {
        byte[] name = (NAME + '\0').getBytes(StandardCharsets.UTF_16LE);
        for (int at = SECTOR; at + 128 <= made.length; at += 128) {
            if (Arrays.equals(made, at, at + name.length, name, 0, name.length)
                    && made[at + 64] == name.length
                    && made[at + 66] == 2) {
                return at;
            }
        }
        throw new IllegalStateException("a container without its package");
    }

    private static ByteBuffer little(int size) {
        return ByteBuffer.allocate(size).order(ByteOrder.LITTLE_ENDIAN);
    }

    private void write(ByteBuffer bytes, long at) throws IOException {
        while (bytes.hasRemaining()) {
            file.write(bytes, at + bytes.position());
        }
    }
}
