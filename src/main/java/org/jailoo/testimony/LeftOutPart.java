package org.jailoo.testimony;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.paper.WordDocument;

/** What is not in the document, by its name and never by what it says, and why. */
final class LeftOutPart {
    private final WordDocument document;
    private final Wording words;

    LeftOutPart(WordDocument document, Wording words) {
        this.document = document;
        this.words = words;
    }

    void write(Testimony testimony) {
        document.heading(words.text("testimony.part.left-out"));
        List<List<String>> rows = new ArrayList<>();
        Map<Answer, Set<String>> parts = new EnumMap<>(Answer.class);
        take(testimony.interview(), parts);
        testimony.speakers().forEach(speaker -> take(speaker, parts));
        parts.forEach((why, what) -> rows.add(List.of(String.join("; ", what), words.reason(why))));
        Map<Answer, Long> files = new EnumMap<>(Answer.class);
        testimony.files().values().stream()
                .filter(answer -> !answer.isYes())
                .forEach(answer -> files.merge(answer, 1L, Long::sum));
        files.forEach((why, n) -> rows.add(List.of(words.plural("testimony.left-out.files", n), words.reason(why))));
        rows.add(List.of(words.text("testimony.left-out.names"), words.text("testimony.left-out.always")));
        document.table(
                List.of(words.text("testimony.left-out.what"), words.text("testimony.left-out.why")),
                List.of(60, 40),
                rows);
    }

    private void take(Disclosed record, Map<Answer, Set<String>> parts) {
        record.leftOut().forEach((part, why) -> {
            String[] path = part.split("\\.", -1);
            String label = words.label(record.type(), path);
            String whole = path.length == 1 ? label : words.label(record.type(), path[0]) + ": " + label;
            parts.computeIfAbsent(why, w -> new LinkedHashSet<>()).add(whole);
        });
    }
}
