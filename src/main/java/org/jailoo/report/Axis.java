package org.jailoo.report;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;

/**
 * One side of a table that counts: what its keys are called, and in which order they stand.
 *
 * @param title what the keys are
 */
record Axis(String title, UnaryOperator<String> label, Comparator<String> order) {
    /** The codes of a codebook, in its order; codes that it does not know follow, and what was not stated. */
    static Axis codes(Schema schema, Words words, String codebook, String title) {
        Codebook book = schema.codebook(codebook);
        List<String> codes = book == null ? List.of() : new ArrayList<>(book.codes());
        Comparator<String> byPlace = Comparator.comparingInt(code -> {
            int place = codes.indexOf(code);
            return place < 0 ? codes.size() : place;
        });
        return new Axis(
                title,
                code -> words.code(codebook, code),
                Comparator.comparing(String::isEmpty).thenComparing(byPlace).thenComparing(words.order()));
    }

    /** What people wrote, in the order of the language. */
    static Axis texts(Words words, String title) {
        return new Axis(title, words::stated, words.order());
    }

    /** Keys that are called in another way than they are written, in the order of what they are called. */
    static Axis labelled(Words words, String title, UnaryOperator<String> label) {
        UnaryOperator<String> stated = key -> key.isEmpty() ? words.notStated() : label.apply(key);
        return new Axis(
                title,
                stated,
                Comparator.comparing(String::isEmpty)
                        .thenComparing(stated, words.order())
                        .thenComparing(Comparator.naturalOrder()));
    }
}
