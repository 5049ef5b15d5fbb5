package org.jailoo.ui.meeting;

import java.util.List;
import org.jailoo.i18n.Labels;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;
import org.jspecify.annotations.Nullable;

/** The codes of a codebook by their labels, to choose from and to find one by its words. */
final class CodeOptions {
    private static final List<String> LANGUAGES = List.of("ky", "ru", "en");

    private final Schema schema;
    private final Labels labels;

    CodeOptions(Schema schema, Labels labels) {
        this.schema = schema;
        this.labels = labels;
    }

    Filter of(String codebook) {
        Codebook book = schema.codebook(codebook);
        return new Filter(
                book == null
                        ? List.of()
                        : book.codes().stream()
                                .map(code -> new Option(code, labels.code(codebook, code), 0))
                                .toList());
    }

    @Nullable
    Option option(String codebook, String code) {
        return code.isEmpty() ? null : new Option(code, labels.code(codebook, code), 0);
    }

    /** The code that a label means in any of the three languages; empty where it means none. */
    String meant(String codebook, String label) {
        Codebook book = schema.codebook(codebook);
        String wanted = label.strip();
        if (book == null || wanted.isEmpty()) {
            return "";
        }
        for (String language : LANGUAGES) {
            Labels said = Labels.of(language);
            for (String code : book.codes()) {
                if (said.code(codebook, code).equalsIgnoreCase(wanted) || code.equals(wanted)) {
                    return code;
                }
            }
        }
        return "";
    }
}
