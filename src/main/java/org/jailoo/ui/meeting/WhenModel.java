package org.jailoo.ui.meeting;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.timeline.When;
import org.jailoo.timeline.WhenPhrase;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * The time of an action in a form: the words, and what they were understood as. Words typed anew change the dates only
 * while these are what the former words were understood as: what a person corrected is hers.
 */
final class WhenModel {
    private final RecordForm form;
    private final Map<String, Field> members;
    private int year;
    private boolean typed;
    /** The words that were read last, and as what: a table asks for those of every row at each key. */
    private String readWords = "";

    private When read = When.NOT_UNDERSTOOD;

    /** The time of a form whose type has a field {@code timeline}. */
    WhenModel(RecordForm form, Field timeline, int year) {
        this.form = form;
        this.members = ((FieldKind.Group) timeline.kind()).members();
        this.year = year;
        // Made before anybody listens: an entry that is made tells the form so.
        members.keySet().forEach(this::entry);
    }

    /** How what is written stands to what was understood of the words. */
    enum Standing {
        /** There are no words, or they and the dates agree without a word to say about it. */
        NOTHING,
        /** The dates are what the words were understood as. */
        UNDERSTOOD,
        /** The words say no time that is surely understood. */
        NOT_UNDERSTOOD,
        /** They would be understood if the year were known. */
        NO_YEAR,
        /** A person wrote other dates than the words say. */
        BY_HAND
    }

    Map<String, Field> members() {
        return members;
    }

    Entry entry(String member) {
        return form.entry(Place.at("timeline").member(member), Objects.requireNonNull(members.get(member)));
    }

    String text() {
        return entry("text").typed().get();
    }

    /** What the words are understood as in the year of the meeting. */
    When understood() {
        String words = text();
        if (!words.equals(readWords)) {
            readWords = words;
            read = WhenPhrase.read(words, year);
        }
        return read;
    }

    /** What is written. */
    When written() {
        return new When(value("from"), value("to"), value("every"));
    }

    void type(String words) {
        if (words.equals(text()) || entry("text").isForeign()) {
            return;
        }
        When before = understood();
        typed = true;
        entry("text").type(words);
        follow(before, understood());
    }

    /** The year becomes known, or is another: words typed meanwhile are understood in it, stored ones stay as they are. */
    void year(int now) {
        When before = understood();
        if (year == now) {
            return;
        }
        year = now;
        readWords = "";
        read = When.NOT_UNDERSTOOD;
        if (typed) {
            follow(before, understood());
        }
    }

    /** Writes what the words say over what a person had written. */
    void takeUnderstood() {
        When now = understood();
        set("from", now.from());
        set("to", now.to());
        set("every", now.every());
    }

    private void follow(When before, When now) {
        When written = written();
        if (Objects.equals(written.from(), before.from()) && Objects.equals(written.to(), before.to())) {
            set("from", now.from());
            set("to", now.to());
        }
        if (Objects.equals(written.every(), before.every())) {
            set("every", now.every());
        }
    }

    Standing standing() {
        When written = written();
        if (text().isBlank()) {
            return Standing.NOTHING;
        }
        When now = understood();
        if (now.isUnderstood()) {
            return now.equals(written) ? Standing.UNDERSTOOD : Standing.BY_HAND;
        }
        if (written.isUnderstood()) {
            return Standing.NOTHING;
        }
        boolean yearWanted = year == 0 && WhenPhrase.read(text(), 2000).isUnderstood();
        return yearWanted ? Standing.NO_YEAR : Standing.NOT_UNDERSTOOD;
    }

    private @Nullable String value(String member) {
        return entry(member).value().get() instanceof Json.Text text ? text.value() : null;
    }

    private void set(String member, @Nullable String value) {
        if (!Objects.equals(value(member), value) && !entry(member).isForeign()) {
            entry(member).set(value == null ? null : Json.of(value));
        }
    }

    /** The names of what is understood, in their order. */
    static List<String> dates() {
        return List.of("from", "to", "every");
    }
}
