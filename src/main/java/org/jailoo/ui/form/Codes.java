package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.i18n.Labels;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;
import org.jailoo.ui.controls.Filter;
import org.jailoo.ui.controls.Option;

/** The codebooks as lists to choose from, in the words of one language: narrower codes stand in under their broader one. */
public final class Codes {
    private static final int LONG = 100;

    private final Schema schema;
    private final Labels labels;
    private final Map<String, Filter> lists = new HashMap<>();

    public Codes(Schema schema, Labels labels) {
        this.schema = schema;
        this.labels = labels;
    }

    public Filter of(String codebook) {
        return lists.computeIfAbsent(codebook, this::list);
    }

    private Filter list(String name) {
        Codebook book = schema.codebook(name);
        if (book == null) {
            return new Filter(List.of());
        }
        Map<String, List<String>> narrower = new HashMap<>();
        List<String> broadest = new ArrayList<>();
        for (String code : inOrder(book)) {
            String parent = book.parentOf(code);
            if (parent == null) {
                broadest.add(code);
            } else {
                narrower.computeIfAbsent(parent, p -> new ArrayList<>()).add(code);
            }
        }
        List<Option> options = new ArrayList<>();
        broadest.forEach(code -> place(book, code, 0, narrower, options));
        return new Filter(options);
    }

    private void place(
            Codebook book, String code, int depth, Map<String, List<String>> narrower, List<Option> options) {
        options.add(new Option(code, labels.code(book.name(), code), depth));
        // Taken out as it is placed, so that codes that were each other's parents would end here.
        List<String> below = narrower.remove(code);
        if (below != null) {
            below.forEach(one -> place(book, one, depth + 1, narrower, options));
        }
    }

    /** A long standard list stands by the alphabet of its codes behind the first ones: people look for names. */
    private List<String> inOrder(Codebook book) {
        List<String> codes = new ArrayList<>(book.codes());
        if (codes.size() <= LONG) {
            return codes;
        }
        int from = codes.size() - 1;
        while (from > 0 && codes.get(from - 1).compareTo(codes.get(from)) < 0) {
            from--;
        }
        codes.subList(from, codes.size())
                .sort(Comparator.comparing(code -> labels.code(book.name(), code), labels.order()));
        return codes;
    }
}
