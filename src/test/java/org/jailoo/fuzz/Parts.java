package org.jailoo.fuzz;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;

/**
 * The parts of a workbook as one text: a line {@code ==name} before each. What a part says can be changed without
 * breaking the zip around it; parts that a text leaves out are those of a workbook that is right.
 */
final class Parts {
    private static final String MARK = "==";

    private Parts() {}

    /** The parts of a zip, in order. */
    static Map<String, byte[]> unzip(byte[] zip) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(zip))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                parts.put(entry.getName(), in.readAllBytes());
            }
        }
        return Collections.unmodifiableMap(parts);
    }

    /** The zip of these parts with what the text says in their place. */
    static byte[] zip(Map<String, byte[]> right, byte[] text) throws IOException {
        Map<String, byte[]> parts = new LinkedHashMap<>(right);
        parts.putAll(read(text));
        return zip(parts);
    }

    /** A zip of parts. */
    static byte[] zip(Map<String, byte[]> parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            zip.setLevel(1);
            for (Map.Entry<String, byte[]> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue());
                zip.closeEntry();
            }
        }
        return out.toByteArray();
    }

    private static Map<String, byte[]> read(byte[] text) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        String all = '\n' + new String(text, StandardCharsets.ISO_8859_1);
        for (String one : all.split("\n" + MARK, -1)) {
            int end = one.indexOf('\n');
            if (end > 0 && end < 100) {
                parts.put(one.substring(0, end), one.substring(end + 1).getBytes(StandardCharsets.ISO_8859_1));
            }
        }
        return parts;
    }

    /** A part as such a text. */
    static byte[] text(String name, byte[] part) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write((MARK + name + '\n').getBytes(StandardCharsets.ISO_8859_1));
        out.write(part);
        return out.toByteArray();
    }
}
