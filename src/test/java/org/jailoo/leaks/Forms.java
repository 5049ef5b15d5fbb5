package org.jailoo.leaks;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jailoo.search.Folding;

/** A word in every form in which a program may leave it, with something before and after it. */
final class Forms {
    private Forms() {}

    static List<byte[]> of(String word) throws IOException {
        String among = "…" + word + "…";
        byte[] utf8 = among.getBytes(StandardCharsets.UTF_8);
        ByteArrayOutputStream gzip = new ByteArrayOutputStream();
        gzip.write(new byte[37]);
        try (GZIPOutputStream out = new GZIPOutputStream(gzip)) {
            out.write(utf8);
        }
        ByteArrayOutputStream zip = new ByteArrayOutputStream();
        try (ZipOutputStream out = new ZipOutputStream(zip)) {
            out.putNextEntry(new ZipEntry("a"));
            out.write(utf8);
        }
        StringBuilder numbers = new StringBuilder("<t>");
        word.codePoints()
                .forEach(c ->
                        numbers.append("&#x").append(Integer.toHexString(c)).append(';'));
        return List.of(
                utf8,
                among.getBytes(StandardCharsets.UTF_16LE),
                among.getBytes(StandardCharsets.UTF_16BE),
                Folding.fold(among).getBytes(StandardCharsets.UTF_8),
                among.toUpperCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8),
                base64("", word),
                base64("a", word),
                base64("bc", word),
                numbers.append("</t>").toString().getBytes(StandardCharsets.US_ASCII),
                gzip.toByteArray(),
                zip.toByteArray());
    }

    private static byte[] base64(String before, String word) {
        return Base64.getEncoder().encode((before + word + "xyz").getBytes(StandardCharsets.UTF_8));
    }
}
