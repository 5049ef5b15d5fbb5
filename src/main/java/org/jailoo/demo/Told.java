package org.jailoo.demo;

import java.util.Map;
import java.util.function.Consumer;
import org.jailoo.history.RecordState;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.json.Json;

/** How the journey is told: line by line, in one language. */
record Told(Messages messages, Labels labels, Consumer<String> out) {
    /** Wide enough for the longest file of the sample with the name of a laptop before it. */
    private static final int LEFT = 52;

    String text(String key, Object... arguments) {
        return messages.text(key, arguments);
    }

    /** As ISO 639-1. */
    String language() {
        return messages.locale().getLanguage();
    }

    void space() {
        out.accept("");
    }

    void line(String key) {
        out.accept(text(key));
    }

    void step(String key) {
        space();
        line(key);
    }

    void indented(String text) {
        out.accept("   " + text);
    }

    void pair(String left, String right) {
        indented(left + " ".repeat(Math.max(2, LEFT - left.length())) + right);
    }

    void row(String left, String key, Object... arguments) {
        pair(left, text(key, arguments));
    }

    /** A timeline as people say it. */
    String when(Json timeline) {
        return timeline instanceof Json.Obj object ? labels.dates(object.text("from"), object.text("to")) : "";
    }

    /** A text of a record in this language, or as it was written. */
    String translated(RecordState record, String field) {
        for (Map.Entry<String, Json> entry :
                record.values().tailMap("translations/").entrySet()) {
            if (!entry.getKey().startsWith("translations/")) {
                break;
            }
            if (entry.getValue() instanceof Json.Obj translation
                    && language().equals(translation.text("language"))
                    && field.equals(translation.text("field"))) {
                return String.valueOf(translation.text("text"));
            }
        }
        return record.values().get(field) instanceof Json.Text own ? own.value() : "";
    }
}
