package org.jailoo.testimony;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** The files that belong to it, by what proves them: their hash and size. The files themselves are handed over apart. */
final class FilePart {
    private static final String TYPE = "interview";
    private static final String FIELD = "attachments";
    private static final List<Integer> SHARES = List.of(6, 36, 14, 44);

    private final Sheet sheet;
    private final Wording words;
    private final Map<String, Answer> files;

    FilePart(Sheet sheet, Wording words, Map<String, Answer> files) {
        this.sheet = sheet;
        this.words = words;
        this.files = files;
    }

    void write() {
        sheet.seen(FIELD);
        List<List<String>> rows = new ArrayList<>();
        for (Json value : sheet.items(FIELD).values()) {
            String hash = value instanceof Json.Obj item ? item.text("sha256") : null;
            if (value instanceof Json.Obj file && hash != null && isListed(hash)) {
                rows.add(List.of(Integer.toString(rows.size() + 1), what(file), size(file.integer("size")), hash));
            }
        }
        if (rows.isEmpty()) {
            return;
        }
        sheet.document().heading(words.label(TYPE, FIELD));
        sheet.document()
                .table(
                        List.of(
                                "№",
                                words.text("testimony.file.what"),
                                words.label(TYPE, FIELD, "size"),
                                words.label(TYPE, FIELD, "sha256")),
                        SHARES,
                        rows);
        sheet.document().note(words.text("testimony.file.note"));
    }

    private boolean isListed(String hash) {
        Answer answer = files.get(hash);
        return answer != null && answer.isYes();
    }

    private String what(Json.Obj file) {
        List<String> lines = new ArrayList<>();
        for (String member : List.of("name", "caption", "mediaType")) {
            String said = file.text(member);
            if (said != null && !said.isBlank()) {
                lines.add(said);
            }
        }
        String taken = file.text("taken");
        if (taken != null) {
            lines.add(words.label(TYPE, FIELD, "taken") + ": " + words.labels().date(taken));
        }
        Long seconds = file.integer("seconds");
        if (seconds != null) {
            lines.add(words.label(TYPE, FIELD, "seconds") + ": " + seconds);
        }
        return String.join("\n", lines);
    }

    private String size(@Nullable Long bytes) {
        return bytes == null ? "" : words.labels().number(bytes);
    }
}
