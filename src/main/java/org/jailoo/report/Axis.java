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
 * @param mayLack whether an empty key says that something was not stated
 */
record Axis(String title, UnaryOperator<String> label, Comparator<String> order, boolean mayLack) {
    Axis(String title, UnaryOperator<String> label, Comparator<String> order) {
        this(title, label, order, true);
    }

    /** The same, where an empty key is a word like others. */
    Axis complete() {
        return new Axis(title, label, order, false);
    }

    /** What says how many lack a key of this side; nothing where none can. */
    List<Missing> missing(Cell.Count number, Words words) {
        return mayLack && !title.isEmpty()
                ? List.of(new Missing(words.text("table.missing.not-stated", title), number))
                : List.of();
    }

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
