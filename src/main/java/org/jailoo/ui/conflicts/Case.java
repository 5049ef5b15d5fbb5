package org.jailoo.ui.conflicts;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.app.Conflicts;
import org.jailoo.app.Conflicts.Line;
import org.jailoo.app.Conflicts.Shown;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.combine.TextCombination;
import org.jailoo.combine.ValueCombination;
import org.jailoo.combine.WordDiff;
import org.jailoo.combine.WordDiff.Kind;
import org.jailoo.combine.WordDiff.Piece;
import org.jailoo.consent.Consent;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One contradiction as a person decides it.
 *
 * @param values the shown one first
 * @param field null where only a newer version knows it; then it can only be read
 * @param together a suggested combination; empty where there is none
 * @param bothStand whether the suggestion has both versions of something in it, side by side
 * @param counts of a consent, what counts meanwhile; null of anything else
 * @param marked of a text, what each value is made of, with what another one does not have
 */
record Case(
        Line line,
        Shown shown,
        List<Contending> values,
        @Nullable Field field,
        Optional<Json> together,
        boolean bothStand,
        @Nullable Consent counts,
        List<List<Piece>> marked) {

    /** The contradiction of a record at a path, on a day; null where it is none any more. */
    static @Nullable Case of(Line line, Shown shown, Schema schema, LocalDate day) {
        List<Contending> values = shown.conflicts().get(line.path());
        if (values == null) {
            return null;
        }
        Field field = schema.field(line.type(), name(line.path()));
        boolean consent = line.path().equals(Consent.FIELD);
        Optional<Json> together = Optional.empty();
        boolean both = false;
        List<Json> all = values.stream().map(Contending::value).toList();
        Json before = shown.parted().get(line.path());
        if (field != null && field.kind().isText()) {
            TextCombination text = text(field, before, all);
            together = Optional.ofNullable(text).map(t -> Json.of(t.text()));
            both = text != null && text.both();
        } else if (field != null && !consent) {
            // Of consent nothing is ever put together: each answer is one that a person gave.
            together = ValueCombination.of(members(field.kind()), before, all).map(Json.class::cast);
        }
        return new Case(
                line,
                shown,
                values,
                field,
                together.filter(value -> !all.contains(value)),
                both,
                consent ? Consent.of(shown.state(), day) : null,
                field != null && field.kind().isText() ? marked(all, false) : List.of());
    }

    /** What each of some texts is made of: what another one does not have is marked as come. */
    static List<List<Piece>> marked(List<Json> values, boolean whole) {
        List<List<Piece>> marked = new ArrayList<>();
        for (int i = 0; i < values.size(); i++) {
            String other = text(values.get(i == 0 ? Math.min(1, values.size() - 1) : 0));
            String own = text(values.get(i));
            List<Piece> pieces = whole ? WordDiff.whole(other, own) : WordDiff.of(other, own);
            marked.add(
                    pieces.stream().filter(piece -> piece.kind() != Kind.WENT).toList());
        }
        return marked;
    }

    static String text(@Nullable Json value) {
        return value instanceof Json.Text text ? text.value() : "";
    }

    private static @Nullable TextCombination text(Field field, @Nullable Json before, List<Json> all) {
        List<String> texts = new ArrayList<>();
        int longest = 0;
        for (Json value : all) {
            if (value instanceof Json.Text text) {
                texts.add(text.value());
                longest = Math.max(longest, text.value().length());
            }
        }
        boolean sentences = field.kind() instanceof FieldKind.LongText
                || field.name().equals("title")
                || longest > ValueCombination.LONG;
        return texts.size() < 2 || texts.size() < all.size() || !sentences
                ? null
                : TextCombination.of(before instanceof Json.Text old ? old.value() : null, texts);
    }

    static Map<String, Field> members(FieldKind kind) {
        if (kind instanceof FieldKind.Group group) {
            return group.members();
        }
        if (kind instanceof FieldKind.Items items) {
            return items.members();
        }
        return kind instanceof FieldKind.Attachments files ? files.members() : Map.of();
    }

    static String name(String path) {
        int slash = path.indexOf('/');
        return slash < 0 ? path : path.substring(0, slash);
    }

    boolean isDeletion() {
        return line.path().equals(Path.DELETED);
    }

    /** Whether its value is one text. */
    boolean isText() {
        return field != null && field.kind().isText();
    }

    /** Whether it can be decided here: what this version does not know it does not write. */
    boolean isOpen() {
        return field != null || isDeletion();
    }

    /** The value that is chosen: one of those that stand there, or what is put together or written; null for none. */
    @Nullable
    Json value(int which, OwnText own) {
        if (which < 0 || which > values.size()) {
            return null;
        }
        if (which < values.size()) {
            return values.get(which).value();
        }
        return isText() ? own.value() : together.orElse(null);
    }

    /** Whether a value of a consent lets more be done than counts now. */
    boolean allowsMore(Json value, LocalDate day) {
        return counts != null && Consent.ofValue(value, day).grantsMoreThan(counts);
    }

    /** What else of the record stands in conflict and was written by who wrote a value: with it, one side of the record. */
    SortedMap<String, Json> wholeSide(int value) {
        if (value < 0 || value >= values.size()) {
            return new TreeMap<>();
        }
        Contending chosen = values.get(value);
        String device = chosen.writings().get(0).who().device();
        SortedMap<String, Json> all = Conflicts.allOf(shown, device);
        if (all.containsKey(line.path())) {
            all.put(line.path(), chosen.value());
        } else {
            all.clear();
        }
        return all;
    }
}
