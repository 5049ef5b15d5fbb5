package org.jailoo.testimony;

import java.util.List;
import org.jailoo.json.Json;
import org.jailoo.paper.WordDocument;

/** The long texts: the narrative with its paragraphs numbered, the summary, the text for everybody; each with its translations. */
final class TextPart {
    static final List<String> TEXTS = List.of("narrative", "summary", "publicText");
    private static final String TYPE = "interview";
    private static final String TRANSLATIONS = "translations";

    private final Sheet sheet;
    private final Wording words;

    TextPart(Sheet sheet, Wording words) {
        this.sheet = sheet;
        this.words = words;
    }

    void write() {
        for (String name : TEXTS) {
            sheet.seen(name);
            text(name);
        }
        sheet.seen(TRANSLATIONS);
        sheet.items(TRANSLATIONS).values().stream()
                .filter(value -> value instanceof Json.Obj item && !TEXTS.contains(item.text("field")))
                .forEach(value -> translation((Json.Obj) value, words.text("testimony.word.other-text")));
    }

    private void text(String name) {
        WordDocument document = sheet.document();
        List<Json> beside = sheet.record().conflicts().get(name);
        Json one = sheet.record().values().get(name);
        if (beside != null) {
            document.heading(words.label(TYPE, name));
            document.note(words.text("testimony.word.contradicts"));
            for (int i = 0; i < beside.size(); i++) {
                document.note(words.text("testimony.word.version", i + 1));
                String said = beside.get(i) instanceof Json.Text text ? text.value() : "";
                document.numbered(said.isBlank() ? words.text("testimony.word.nothing") : said);
            }
        } else if (one instanceof Json.Text text && !text.value().isBlank()) {
            document.heading(words.label(TYPE, name));
            written(name, text.value());
        }
        for (Json value : sheet.items(TRANSLATIONS).values()) {
            if (value instanceof Json.Obj item && name.equals(item.text("field"))) {
                translation(item, words.label(TYPE, name));
            }
        }
    }

    private void translation(Json.Obj item, String of) {
        String language = item.text("language");
        String text = item.text("text");
        if (text == null || text.isBlank()) {
            return;
        }
        String into = language == null ? "" : words.labels().code("language", language);
        sheet.document().heading(words.text("testimony.word.translation", of, into));
        written(String.valueOf(item.text("field")), text);
    }

    /** Of the narrative others say in which paragraph something stands. */
    private void written(String field, String text) {
        if (field.equals("narrative")) {
            sheet.document().numbered(text);
        } else {
            sheet.document().paragraph(text);
        }
    }

    /** The narrative, if one and no other stands there. */
    static String narrative(Sheet sheet) {
        boolean one = !sheet.record().conflicts().containsKey("narrative");
        return one && sheet.record().values().get("narrative") instanceof Json.Text text ? text.value() : "";
    }
}
