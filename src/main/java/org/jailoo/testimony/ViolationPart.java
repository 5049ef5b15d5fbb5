package org.jailoo.testimony;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.json.Json;
import org.jailoo.paper.WordDocument;
import org.jailoo.record.Field;

/** What was done to her: each violation by its name, with when, where, by whom, her own words and where they stand. */
final class ViolationPart {
    private static final String TYPE = "interview";
    private static final String FIELD = "violations";
    /** Told as the title, or as the place in the narrative. */
    private static final Set<String> ELSEWHERE = Set.of("code", "source", "start", "end");

    private final Sheet sheet;
    private final Wording words;
    private final Answer quoting;

    ViolationPart(Sheet sheet, Wording words, Answer quoting) {
        this.sheet = sheet;
        this.words = words;
        this.quoting = quoting;
    }

    void write() {
        sheet.seen(FIELD);
        Field field = words.fields(TYPE).get(FIELD);
        List<Map.Entry<String, Json>> all = sheet.items(FIELD).entrySet().stream()
                .filter(e -> e.getValue() instanceof Json.Obj)
                .sorted(Comparator.comparing(e -> start((Json.Obj) e.getValue())))
                .toList();
        if (field == null || all.isEmpty()) {
            return;
        }
        WordDocument document = sheet.document();
        document.heading(words.label(TYPE, FIELD));
        if (!quoting.isYes()) {
            document.note(words.text("testimony.note.no-quotes", words.reason(quoting)));
        }
        int number = 0;
        for (Map.Entry<String, Json> each : all) {
            Json.Obj item = (Json.Obj) each.getValue();
            List<List<String>> rows = new ArrayList<>();
            rows.add(List.of(words.text("testimony.violation.number", ++number), title(item)));
            if (sheet.isContradicted(each.getKey())) {
                rows.add(List.of(
                        words.text("testimony.part.contradictions"), words.text("testimony.violation.contradicts")));
            }
            rows.addAll(sheet.members(field, item, ELSEWHERE));
            String place = passage(item);
            if (!place.isEmpty()) {
                rows.add(List.of(words.label(TYPE, "narrative"), place));
            }
            sheet.table(rows);
        }
    }

    private static Long start(Json.Obj item) {
        Long start = item.integer("start");
        return start == null ? Long.MAX_VALUE : start;
    }

    /** The code in words, under the broader one that it counts to. */
    private String title(Json.Obj item) {
        String code = item.text("code");
        if (code == null) {
            return words.text("testimony.violation.uncoded");
        }
        String broader = words.parent("violation", code);
        String label = words.labels().code("violation", code);
        return broader == null ? label : words.labels().code("violation", broader) + ": " + label;
    }

    /** Where in the narrative it is told; in its words only where she may be quoted, and where they are not the quotation. */
    private String passage(Json.Obj item) {
        String narrative = TextPart.narrative(sheet);
        Long start = item.integer("start");
        Long end = item.integer("end");
        int length = narrative.codePointCount(0, narrative.length());
        if (!"narrative".equals(item.text("source")) || start == null || start < 0 || start >= length) {
            return "";
        }
        String paragraph =
                words.text("testimony.violation.paragraph", WordDocument.paragraphOf(narrative, start.intValue()));
        if (!quoting.isYes() || end == null || end <= start || end > length) {
            return paragraph;
        }
        String passage = narrative.substring(
                narrative.offsetByCodePoints(0, start.intValue()), narrative.offsetByCodePoints(0, end.intValue()));
        return passage.equals(item.text("quote")) ? paragraph : paragraph + "\n" + passage;
    }
}
