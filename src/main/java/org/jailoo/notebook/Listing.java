package org.jailoo.notebook;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jailoo.search.Folding;
import org.jspecify.annotations.Nullable;

/**
 * What a list shows of a record, as it stands in the table {@code listed}.
 *
 * <p>No sensitive field is ever looked at, and of a record that is purged, or that may name a person, no text at all.
 */
record Listing(
        String type,
        boolean gone,
        String day,
        String code,
        String place,
        String words,
        String campaign,
        int conflicts,
        boolean incomplete) {
    /** As much of a code or title as a list shows, in characters. */
    static final int LONGEST = 200;

    /** A number of more digits than this sorts as if it were cut. */
    static final int DIGITS = 18;

    /** The fields that people call a record by, the first that is filled in; the last two together. */
    private static final List<String> NAMES = List.of("code", "title");

    private static final String PLAN = "plan";
    private static final String NUMBER = "number";

    /** The listing of a state; {@code open} as in {@link Derived}. */
    static Listing of(RecordState state, boolean open, Schema schema) {
        boolean gone = state.deleted() || state.purged();
        RecordType type = schema.type(state.type());
        if (!open || state.purged() || type == null) {
            return of(state, gone, "", "", "", "");
        }
        Named named = new Named(type, state.values());
        String code = cut(code(named));
        List<String> words = new ArrayList<>();
        for (String name : NAMES) {
            words.add(named.text(name));
        }
        String numbered = numbered(named);
        words.add(numbered);
        return of(
                state,
                gone,
                day(type, named),
                code,
                cut(Folding.fold(String.join(" ", words)).strip().replaceAll(" +", " ")),
                campaign(type, named));
    }

    private static Listing of(RecordState state, boolean gone, String day, String code, String words, String campaign) {
        return new Listing(
                state.type(),
                gone,
                day,
                code,
                place(code),
                words,
                campaign,
                state.conflicts().size(),
                state.incomplete());
    }

    /** The values of a record's fields that may be listed. */
    private record Named(RecordType type, Map<String, Json> values) {
        @Nullable
        Json value(String name) {
            Field field = type.field(name);
            return field == null || field.sensitive() ? null : values.get(name);
        }

        String text(String name) {
            Json value = value(name);
            return value instanceof Json.Text text
                    ? text.value().strip()
                    : value instanceof Json.Int number ? String.valueOf(number.value()) : "";
        }
    }

    private static String code(Named named) {
        for (String name : NAMES) {
            String text = named.text(name);
            if (!text.isEmpty()) {
                return text;
            }
        }
        return numbered(named);
    }

    private static String numbered(Named named) {
        String plan = named.text(PLAN);
        String number = named.text(NUMBER);
        return plan.isEmpty() || number.isEmpty() ? plan + number : plan + " · " + number;
    }

    /** The first date among the type's fields in their order, else the first in one of its groups. */
    private static String day(RecordType type, Named named) {
        for (Field field : type.fields().values()) {
            if (field.kind() instanceof FieldKind.Date) {
                return date(named.value(field.name()));
            }
        }
        for (Field field : type.fields().values()) {
            if (field.kind() instanceof FieldKind.Group group && named.value(field.name()) instanceof Json.Obj value) {
                for (Field member : group.members().values()) {
                    String date = member.kind() instanceof FieldKind.Date && !member.sensitive()
                            ? date(value.get(member.name()))
                            : "";
                    if (!date.isEmpty()) {
                        return date;
                    }
                }
            }
        }
        return "";
    }

    private static String date(@Nullable Json value) {
        return value instanceof Json.Text text && DateText.isDate(text.value()) ? text.value() : "";
    }

    private static String campaign(RecordType type, Named named) {
        for (Field field : type.fields().values()) {
            if (field.kind() instanceof FieldKind.Reference reference
                    && reference.type().equals("campaign")) {
                return cut(named.text(field.name()));
            }
        }
        return "";
    }

    private static String cut(String text) {
        if (text.length() <= LONGEST) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return text.substring(0, end);
    }

    /** Folded, and each number with its digits filled up, so that 9 stands before 10. Without a code: the end. */
    static String place(String code) {
        if (code.isEmpty()) {
            return "\uffff";
        }
        String folded = Folding.fold(code);
        StringBuilder place = new StringBuilder(folded.length() + DIGITS);
        for (int i = 0; i < folded.length(); ) {
            int end = i;
            while (end < folded.length() && folded.charAt(end) >= '0' && folded.charAt(end) <= '9') {
                end++;
            }
            if (end == i) {
                place.append(folded.charAt(i++));
            } else {
                place.append("0".repeat(Math.max(0, DIGITS - (end - i)))).append(folded, i, end);
                i = end;
            }
        }
        return place.toString();
    }
}
