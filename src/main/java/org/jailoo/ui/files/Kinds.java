package org.jailoo.ui.files;

import java.util.Locale;
import java.util.Map;
import org.jailoo.media.MediaType;
import org.jailoo.ui.form.Page;
import org.kordamp.ikonli.feather.Feather;

/** How kinds of files are called and drawn, and how long and large they are, as people say it. */
final class Kinds {
    private static final long KIB = 1024;
    private static final Map<String, String> DOCUMENTS = Map.of(
            MediaType.PDF,
            "files.kind.pdf",
            "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
            "files.kind.word",
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
            "files.kind.excel");

    private Kinds() {}

    /** Photo, sound or document, with the short name of its coding where people know it. */
    static String name(Page page, String type) {
        if (type.startsWith("image/")) {
            return page.text("files.kind.picture", coding(type));
        }
        if (type.startsWith("audio/")) {
            return page.text("files.kind.sound", coding(type));
        }
        if (type.startsWith("video/")) {
            return page.text("files.kind.film", coding(type));
        }
        return page.text(DOCUMENTS.getOrDefault(type, "files.kind.other"));
    }

    private static String coding(String type) {
        String name = type.substring(type.indexOf('/') + 1);
        return switch (name) {
            case "mpeg" -> "MP3";
            case "mp4" -> type.startsWith("audio") ? "M4A" : "MP4";
            case "3gpp" -> "3GP";
            case "x-msvideo" -> "AVI";
            default -> name.toUpperCase(Locale.ROOT);
        };
    }

    static Feather icon(String type) {
        return type.startsWith("image/")
                ? Feather.IMAGE
                : type.startsWith("audio/")
                        ? Feather.MIC
                        : type.startsWith("video/") ? Feather.FILM : Feather.FILE_TEXT;
    }

    static String size(Page page, long bytes) {
        return bytes < 100 * KIB * KIB / 100
                ? page.text("files.size.kilobytes", Math.max(1, Math.round((double) bytes / KIB)))
                : page.text("files.size.megabytes", Math.round(bytes * 10.0 / KIB / KIB) / 10.0);
    }

    /** Minutes and seconds, with hours where there are any. */
    static String time(double seconds) {
        long all = Math.max(0, (long) seconds);
        return all >= 3600
                ? String.format(Locale.ROOT, "%d:%02d:%02d", all / 3600, all / 60 % 60, all % 60)
                : String.format(Locale.ROOT, "%d:%02d", all / 60, all % 60);
    }
}
