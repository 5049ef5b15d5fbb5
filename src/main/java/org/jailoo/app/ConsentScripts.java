package org.jailoo.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;

/** The texts that a campaign has people read aloud before they ask for consent. */
public final class ConsentScripts {
    private static final String FIELD = "consentScripts/";

    private final Notebook notebook;

    public ConsentScripts(Notebook notebook) {
        this.notebook = notebook;
    }

    /** A text; its version is empty where the campaign gives none. */
    public record Script(String language, String version, String text) {}

    /** The texts of a campaign, by language, the latest version first; none where nothing is known of it. */
    public List<Script> of(String campaign) {
        return notebook.reading(at -> at.revisions().visible(campaign))
                .map(ConsentScripts::of)
                .orElse(List.of());
    }

    private static List<Script> of(RecordState state) {
        List<Script> scripts = new ArrayList<>();
        state.values().forEach((path, value) -> {
            if (path.startsWith(FIELD) && value instanceof Json.Obj item) {
                String text = item.text("text");
                if (text != null && !text.isBlank()) {
                    scripts.add(new Script(or(item.text("language")), or(item.text("version")), text));
                }
            }
        });
        scripts.sort(Comparator.comparing(Script::language)
                .thenComparing(script -> sortable(script.version()), Comparator.reverseOrder())
                .thenComparing(Script::text));
        return List.copyOf(scripts);
    }

    private static String or(@org.jspecify.annotations.Nullable String text) {
        return text == null ? "" : text;
    }

    /** With the digits of each number filled up, so that 10 is later than 9. */
    private static String sortable(String version) {
        StringBuilder filled = new StringBuilder();
        for (String part : version.split("(?<=\\D)(?=\\d)|(?<=\\d)(?=\\D)", -1)) {
            boolean number = !part.isEmpty() && Character.isDigit(part.charAt(0));
            filled.append(number ? "0".repeat(Math.max(0, 12 - part.length())) : "")
                    .append(part);
        }
        return filled.toString();
    }
}
