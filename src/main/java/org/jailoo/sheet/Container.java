package org.jailoo.sheet;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.GeneralSecurityException;
import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;

/** The bytes of a workbook, looked at before anybody believes what they say. */
final class Container {
    static final int MOST_BYTES = 16 * 1024 * 1024;

    /** As much as all parts may unpack to; a sheet of ours with some thousand rows unpacks to a few million bytes. */
    static final long MOST_UNPACKED = 48L * 1024 * 1024;

    private static final int MOST_PARTS = 2000;
    private static final int MOST_TURNS = 1_000_000;
    private static final byte[] END = {'P', 'K', 5, 6};

    private Container() {}

    /** The bytes of a workbook of today, in clear. */
    static byte[] workbook(byte[] bytes, char[] password) throws SheetRefused {
        if (bytes.length == 0) {
            throw new SheetRefused(Reason.EMPTY_FILE);
        }
        if (bytes.length > MOST_BYTES) {
            throw new SheetRefused(Reason.TOO_LARGE);
        }
        if (bytes.length > 4 && (bytes[0] & 0xFF) == 0xD0 && (bytes[1] & 0xFF) == 0xCF) {
            byte[] clear = decrypted(bytes, password);
            requireWorkbook(clear);
            return clear;
        }
        requireWorkbook(bytes);
        return bytes;
    }

    private static byte[] decrypted(byte[] bytes, char[] password) throws SheetRefused {
        try (POIFSFileSystem file = new POIFSFileSystem(new ByteArrayInputStream(bytes))) {
            if (!file.getRoot().hasEntryCaseInsensitive(Decryptor.DEFAULT_POIFS_ENTRY)) {
                throw new SheetRefused(
                        file.getRoot().hasEntryCaseInsensitive("Workbook")
                                        || file.getRoot().hasEntryCaseInsensitive("Book")
                                ? Reason.OLD_WORKBOOK
                                : Reason.NOT_A_WORKBOOK);
            }
            if (password.length == 0) {
                throw new SheetRefused(Reason.PASSWORD);
            }
            EncryptionInfo info = new EncryptionInfo(file);
            if (info.getVerifier().getSpinCount() > MOST_TURNS) {
                throw new SheetRefused(Reason.TOO_LARGE);
            }
            Decryptor decryptor = Decryptor.getInstance(info);
            // The library takes no other kind of text; nothing here keeps it.
            if (!decryptor.verifyPassword(String.valueOf(password))) {
                throw new SheetRefused(Reason.WRONG_PASSWORD);
            }
            try (InputStream clear = decryptor.getDataStream(file)) {
                return clear.readNBytes(MOST_BYTES);
            }
        } catch (IOException | GeneralSecurityException | EncryptedDocumentException e) {
            throw new SheetRefused(Reason.DAMAGED);
        } catch (IllegalArgumentException
                | IllegalStateException
                | IndexOutOfBoundsException
                | NullPointerException
                | org.apache.poi.util.RecordFormatException e) {
            // The file was opened; whatever its reader stumbles on is the file's fault.
            throw new SheetRefused(Reason.DAMAGED);
        }
    }

    private static void requireWorkbook(byte[] bytes) throws SheetRefused {
        if (bytes.length < 4 || bytes[0] != 'P' || bytes[1] != 'K') {
            throw new SheetRefused(Reason.NOT_A_WORKBOOK);
        }
        Set<String> parts = parts(bytes);
        if (!endsWhole(bytes)) {
            throw new SheetRefused(Reason.DAMAGED);
        }
        if (!parts.contains("[content_types].xml") || !parts.contains("xl/workbook.xml")) {
            throw new SheetRefused(Reason.NOT_A_WORKBOOK);
        }
        for (String part : parts) {
            if (part.startsWith("xl/vba") || part.startsWith("xl/macrosheets/") || part.startsWith("xl/activex/")) {
                throw new SheetRefused(Reason.MACROS);
            }
            if (part.startsWith("xl/externallinks/")
                    || part.startsWith("xl/connections")
                    || part.startsWith("xl/querytables/")
                    || part.startsWith("xl/embeddings/")) {
                throw new SheetRefused(Reason.EXTERNAL_LINKS);
            }
        }
    }

    /** Unpacks every part once, for its size and its sum; keeps nothing. */
    private static Set<String> parts(byte[] bytes) throws SheetRefused {
        Set<String> names = new HashSet<>();
        byte[] buffer = new byte[64 * 1024];
        long unpacked = 0;
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(bytes))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (!names.add(entry.getName().toLowerCase(Locale.ROOT))) {
                    // Two readers would see two workbooks.
                    throw new SheetRefused(Reason.DAMAGED);
                }
                if (names.size() > MOST_PARTS) {
                    throw new SheetRefused(Reason.TOO_LARGE);
                }
                for (int n = zip.read(buffer); n >= 0; n = zip.read(buffer)) {
                    unpacked += n;
                    if (unpacked > MOST_UNPACKED) {
                        throw new SheetRefused(Reason.TOO_LARGE);
                    }
                }
            }
        } catch (IOException | IllegalArgumentException e) {
            throw new SheetRefused(Reason.DAMAGED);
        }
        return names;
    }

    /** Whether the list of parts that a zip ends with is there: without it the file was cut. */
    private static boolean endsWhole(byte[] bytes) {
        for (int i = bytes.length - 22; i >= Math.max(0, bytes.length - 22 - 0xFFFF); i--) {
            if (bytes[i] == END[0] && bytes[i + 1] == END[1] && bytes[i + 2] == END[2] && bytes[i + 3] == END[3]) {
                return true;
            }
        }
        return false;
    }
}
