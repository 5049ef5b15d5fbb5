package org.jailoo.paper;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDateTime;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import java.util.zip.ZipOutputStream;
import org.apache.poi.xwpf.usermodel.XWPFDocument;

/** Writes a document without what the library adds by itself: its own name, and the times at which it was written. */
final class Anonymous {
    private static final String HEAD = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final Map<String, String> PROPERTIES = Map.of(
            "docProps/core.xml",
            HEAD + "<cp:coreProperties"
                    + " xmlns:cp=\"http://schemas.openxmlformats.org/package/2006/metadata/core-properties\"/>",
            "docProps/app.xml",
            HEAD + "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/extended-properties\">"
                    + "<Application>Jailoo</Application></Properties>");
    private static final String FIRST = "[Content_Types].xml";
    /** The earliest day that an archive can name, in a form that knows no zone. */
    private static final LocalDateTime NO_TIME = LocalDateTime.of(1980, 1, 1, 0, 0);

    private Anonymous() {}

    static void write(XWPFDocument document, OutputStream out) throws IOException {
        ByteArrayOutputStream written = new ByteArrayOutputStream();
        document.write(written);
        Map<String, byte[]> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(written.toByteArray()))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                String said = PROPERTIES.get(part.getName());
                parts.put(part.getName(), said == null ? in.readAllBytes() : said.getBytes(StandardCharsets.UTF_8));
            }
        }
        // Not closed: whoever opened the stream goes on with it.
        ZipOutputStream zip = new ZipOutputStream(out);
        byte[] types = parts.remove(FIRST);
        if (types != null) {
            put(zip, FIRST, types);
        }
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            put(zip, part.getKey(), part.getValue());
        }
        zip.finish();
        zip.flush();
    }

    private static void put(ZipOutputStream zip, String name, byte[] bytes) throws IOException {
        ZipEntry entry = new ZipEntry(name);
        entry.setTimeLocal(NO_TIME);
        zip.putNextEntry(entry);
        zip.write(bytes);
        zip.closeEntry();
    }
}
