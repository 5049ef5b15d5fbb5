package org.jailoo.report;

import java.util.Comparator;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.i18n.Places;

/** The language that a table is written in: its sentences, and its names for types, fields and codes. */
public record Words(String language, Messages messages, Labels labels, Places places) {
    /** The words of a language given as ISO 639-1. */
    public static Words of(String language) {
        return new Words(language, Messages.of(language), Labels.of(language), Places.of(language));
    }

    String text(String key, Object... args) {
        return messages.text(key, args);
    }

    /** A code's label; for no code, that it was not stated. */
    String code(String codebook, String code) {
        return code.isEmpty() ? notStated() : labels.code(codebook, code);
    }

    /** What people wrote, or that it was not stated. */
    String stated(String written) {
        return written.isEmpty() ? notStated() : written;
    }

    /** What the numbers of a table count, as a sentence. */
    public String counted(Counted counted) {
        return text(
                switch (counted) {
                    case PEOPLE -> "table.counts.people";
                    case TESTIMONIES -> "table.counts.testimonies";
                    case ACTS -> "table.counts.acts";
                    case MEETINGS -> "table.counts.meetings";
                    case RECOMMENDATIONS -> "table.counts.recommendations";
                    case SUBMISSIONS -> "table.counts.submissions";
                    case OUTPUTS -> "table.counts.outputs";
                    case QUOTATIONS -> "table.counts.quotations";
                    case RECORDS -> "table.counts.records";
                });
    }

    String notStated() {
        return text("table.word.not-stated");
    }

    String total() {
        return text("table.word.total");
    }

    /** The order of what people wrote in this language; what was not stated comes last. */
    Comparator<String> order() {
        return Comparator.comparing(String::isEmpty).thenComparing(labels.order());
    }
}
