package org.jailoo.ui.record;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.i18n.Labels;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;

/** The codebooks as lists to choose from, in the words of one language: narrower codes stand in under their broader one. */
final class Codes {
    private final Schema schema;
    private final Labels labels;
    private final Map<String, Filter> lists = new HashMap<>();

    Codes(Schema schema, Labels labels) {
        this.schema = schema;
        this.labels = labels;
    }

    Filter of(String codebook) {
        return lists.computeIfAbsent(codebook, this::list);
    }

    private Filter list(String name) {
        Codebook book = schema.codebook(name);
        Set<String> placed = new LinkedHashSet<>();
        List<Option> options = new ArrayList<>();
        if (book != null) {
            for (String code : book.codes()) {
                if (book.parentOf(code) == null) {
                    place(book, code, 0, placed, options);
                }
            }
        }
        return new Filter(options);
    }

    private void place(Codebook book, String code, int depth, Set<String> placed, List<Option> options) {
        if (!placed.add(code)) {
            return;
        }
        options.add(new Option(code, labels.code(book.name(), code), depth));
        for (String narrower : book.codes()) {
            if (code.equals(book.parentOf(narrower))) {
                place(book, narrower, depth + 1, placed, options);
            }
        }
    }
}
