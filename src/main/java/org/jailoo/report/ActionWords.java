package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.Progress;

/** How the parts of a recommendation are written in a cell. */
record ActionWords(Words words) {
    /** Whom it addresses: the State, the kind of body, its name. */
    String addressee(Json.Obj addressee) {
        return joined(
                code("country", addressee, "country"),
                code("bodyKind", addressee, "kind"),
                Shown.text(addressee, "body"));
    }

    /** When it was handed to whom, as which document. */
    String submission(String date, String mechanism, String body, String document) {
        return joined(
                date.isEmpty() ? "" : words.labels().date(date),
                mechanism.isEmpty() ? "" : words.code("mechanism", mechanism),
                body,
                document);
    }

    /** Every submission with what became of it, a line each. */
    String submissions(Shown action) {
        List<Map.Entry<String, String>> lines = new ArrayList<>();
        for (Json.Obj each : action.items("submissions")) {
            String line = joined(
                    submission(
                            Shown.text(each, "date"),
                            Shown.text(each, "mechanism"),
                            Shown.text(each, "body"),
                            Shown.text(each, "document")),
                    code("uptake", each, "uptake"),
                    Shown.text(each, "paragraph").isBlank()
                            ? ""
                            : words.text(
                                    "table.register.paragraph",
                                    Shown.text(each, "paragraph").strip()));
            lines.add(Map.entry(Shown.text(each, "date"), line));
        }
        lines.sort(Map.Entry.<String, String>comparingByKey().thenComparing(Map.Entry.comparingByValue()));
        return String.join("\n", lines.stream().map(Map.Entry::getValue).toList());
    }

    String mechanisms(List<String> mechanisms) {
        return String.join(
                ", ", mechanisms.stream().map(m -> words.code("mechanism", m)).toList());
    }

    /** The latest that was noted: the quarter or the date, the status, the words. */
    String latestProgress(Shown action) {
        Progress latest = Progress.latest(Progress.of(action.disclosed().values()));
        if (latest == null) {
            return "";
        }
        String when = latest.quarter() != null
                ? words.labels().quarter(latest.quarter().text())
                : latest.date().isEmpty() ? "" : words.labels().date(latest.date());
        return joined(
                when, latest.status().isEmpty() ? "" : words.code("actionStatus", latest.status()), latest.text());
    }

    /** The label of a field that holds a code; nothing where it holds none. */
    Cell code(Shown action, String field, String codebook) {
        String code = action.text(field);
        return code.isEmpty() ? Cell.BLANK : Cell.of(words.code(codebook, code));
    }

    private String code(String codebook, Json.Obj object, String member) {
        String code = Shown.text(object, member);
        return code.isEmpty() ? "" : words.code(codebook, code);
    }

    String field(String... path) {
        return words.labels().field("recommendation", path);
    }

    static String joined(String... parts) {
        List<String> stated = new ArrayList<>();
        for (String part : parts) {
            if (!part.isBlank()) {
                stated.add(part.strip());
            }
        }
        return String.join(" · ", stated);
    }
}
