package org.jailoo.media;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;

/** What a file is, told by its bytes: a name can say anything. */
public final class MediaType {
    public static final String UNKNOWN = "application/octet-stream";
    public static final String PDF = "application/pdf";
    public static final String JPEG = "image/jpeg";
    public static final String PNG = "image/png";

    /** The pictures that can be drawn here. */
    private static final Set<String> DRAWN = Set.of(JPEG, PNG, "image/gif", "image/bmp", "image/tiff");

    /** So much of a zip holds the names of its first entries. */
    private static final int HEAD = 64 * 1024;

    private MediaType() {}

    /** The media type of a file; {@link #UNKNOWN} where its bytes do not say. */
    public static String of(Bytes bytes) throws IOException {
        byte[] head = bytes.some(0, HEAD);
        String text = new String(head, StandardCharsets.ISO_8859_1);
        if (text.startsWith("\u00ff\u00d8\u00ff")) {
            return JPEG;
        }
        if (text.startsWith("\u0089PNG\r\n\u001a\n")) {
            return PNG;
        }
        if (text.startsWith("GIF87a") || text.startsWith("GIF89a")) {
            return "image/gif";
        }
        if (text.startsWith("II*\0") || text.startsWith("MM\0*")) {
            return "image/tiff";
        }
        if (text.startsWith("BM") && head.length > 26 && head[14] >= 12 && head[15] == 0) {
            return "image/bmp";
        }
        if (text.startsWith("RIFF") && text.length() > 12) {
            return switch (text.substring(8, 12)) {
                case "WEBP" -> "image/webp";
                case "WAVE" -> "audio/wav";
                case "AVI " -> "video/x-msvideo";
                default -> UNKNOWN;
            };
        }
        if (text.substring(0, Math.min(1024, text.length())).contains("%PDF-")) {
            return PDF;
        }
        if (text.startsWith("ftyp", 4)) {
            return boxes(bytes, text);
        }
        if (text.startsWith("OggS")) {
            String first = text.substring(0, Math.min(512, text.length()));
            return first.contains("OpusHead") ? "audio/opus" : first.contains("vorbis") ? "audio/ogg" : UNKNOWN;
        }
        if (text.startsWith("#!AMR")) {
            return "audio/amr";
        }
        if (text.startsWith("fLaC")) {
            return "audio/flac";
        }
        if (text.startsWith("PK\u0003\u0004")) {
            return zip(text);
        }
        return mpeg(head, text);
    }

    /** Phones write sound, film and photos into boxes of the same kind; which it is, the tracks say. */
    private static String boxes(Bytes bytes, String text) throws IOException {
        String brand = text.substring(8, Math.min(12, text.length()));
        if (Set.of("heic", "heix", "mif1", "msf1", "hevc", "heim").contains(brand)) {
            return "image/heic";
        }
        if (brand.equals("avif")) {
            return "image/avif";
        }
        boolean phone = brand.startsWith("3gp") || brand.startsWith("3g2");
        boolean seen;
        try {
            seen = Mp4.read(bytes).tracks().stream()
                    .anyMatch(track -> track.handler().equals("vide"));
        } catch (IOException e) {
            // Cut off: an interrupted recording has no list of its tracks.
            seen = !brand.startsWith("M4A") && !brand.startsWith("M4B");
        }
        if (seen) {
            return phone ? "video/3gpp" : brand.equals("qt  ") ? "video/quicktime" : "video/mp4";
        }
        return phone ? "audio/3gpp" : "audio/mp4";
    }

    private static String zip(String text) {
        if (text.contains("word/")) {
            return "application/vnd.openxmlformats-officedocument.wordprocessingml.document";
        }
        if (text.contains("xl/")) {
            return "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";
        }
        return "application/zip";
    }

    private static String mpeg(byte[] head, String text) {
        if (text.startsWith("ID3")) {
            return "audio/mpeg";
        }
        if (head.length > 4 && (head[0] & 0xFF) == 0xFF && (head[1] & 0xE0) == 0xE0) {
            int layer = (head[1] >> 1) & 3;
            // No layer is a frame of AAC.
            if (layer == 0 && (head[1] & 0xF0) == 0xF0) {
                return "audio/aac";
            }
            boolean sane = (head[2] & 0xF0) != 0xF0 && (head[2] & 0x0C) != 0x0C && (head[1] & 0x18) != 0x08;
            return layer == 1 && sane ? "audio/mpeg" : UNKNOWN;
        }
        return UNKNOWN;
    }

    public static boolean isPicture(String type) {
        return type.startsWith("image/");
    }

    /** Whether it is a picture that can be drawn here. */
    public static boolean isDrawn(String type) {
        return DRAWN.contains(type);
    }

    public static boolean isSound(String type) {
        return type.startsWith("audio/");
    }
}
