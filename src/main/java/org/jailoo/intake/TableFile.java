package org.jailoo.intake;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.jailoo.intake.IntakeRefused.Reason;
import org.jspecify.annotations.Nullable;

/** A file that holds one or more tables. It is known by its content; its name may say what it likes. */
public final class TableFile {
    /** The largest file that is read. */
    public static final long MAX_BYTES = 64L * 1024 * 1024;

    private TableFile() {}

    /** How a person wants it read; null is as the program thinks best. */
    public record How(
            @Nullable String sheet,
            @Nullable Encoding encoding,
            @Nullable Separator separator) {
        /** As the program thinks best. */
        public static final How RECOGNISED = new How(null, null, null);
    }

    /**
     * A table, and how it was read.
     *
     * @param sheets the names of the sheets that the file has; empty for text
     * @param sheet the one that was read; empty for text
     * @param encoding null for a workbook
     * @param separator null for a workbook
     */
    public record ReadTable(
            Grid grid,
            List<String> sheets,
            String sheet,
            @Nullable Encoding encoding,
            @Nullable Separator separator) {
        public ReadTable {
            sheets = List.copyOf(sheets);
        }
    }

    /**
     * Reads a table.
     *
     * @throws IOException if the file cannot be read at all
     * @throws IntakeRefused if what was read is no table
     */
    public static ReadTable read(Path file, How how, Progress progress) throws IOException, IntakeRefused {
        if (Files.size(file) > MAX_BYTES) {
            throw new IntakeRefused(Reason.TOO_LARGE);
        }
        byte[] start;
        try (InputStream in = Files.newInputStream(file)) {
            start = in.readNBytes(8);
        }
        if (start.length >= 4 && start[0] == 'P' && start[1] == 'K') {
            return XlsxTable.read(file, how.sheet(), progress);
        }
        if (start.length == 8 && (start[0] & 0xFF) == 0xD0 && (start[1] & 0xFF) == 0xCF) {
            return XlsTable.read(file, how.sheet(), progress);
        }
        return text(Files.readAllBytes(file), how, progress);
    }

    private static ReadTable text(byte[] bytes, How how, Progress progress) throws IntakeRefused {
        Encoding encoding = how.encoding() == null ? Encoding.of(bytes) : how.encoding();
        String text = encoding.decode(bytes);
        if (isNoText(bytes, encoding, text)) {
            throw new IntakeRefused(Reason.NOT_A_TABLE);
        }
        Separator separator = how.separator() == null ? Separator.of(text) : how.separator();
        return new ReadTable(TextTable.read(text, separator, progress), List.of(), "", encoding, separator);
    }

    /** Pictures, PDF and web pages that bear the name of a table. */
    private static boolean isNoText(byte[] bytes, Encoding encoding, String text) {
        String start = new String(bytes, 0, Math.min(bytes.length, 512), StandardCharsets.ISO_8859_1)
                .stripLeading()
                .toLowerCase(Locale.ROOT);
        boolean page = start.startsWith("<") || start.startsWith("mime-version") || start.startsWith("%pdf");
        boolean wide = encoding == Encoding.UTF_16LE || encoding == Encoding.UTF_16BE;
        return page || (!wide && text.indexOf('\0') >= 0);
    }
}
