package org.jailoo.ui.form;

import org.jailoo.json.Json;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Problem;
import org.jailoo.ui.controls.DateInput;
import org.jspecify.annotations.Nullable;

/**
 * What the words typed into a field say: a value, nothing at all, or what is wrong with them.
 *
 * @param value null where the field is empty or not understood
 */
public record Typed(@Nullable Json value, Problem.@Nullable Kind problem) {
    private static final Typed EMPTY = new Typed(null, null);

    static Typed read(FieldKind kind, String text) {
        if (text.isEmpty()) {
            return EMPTY;
        }
        if (kind instanceof FieldKind.Int) {
            return number(text);
        }
        if (kind instanceof FieldKind.Date) {
            return read(text, DateInput.date(text), Problem.Kind.BAD_DATE);
        }
        if (kind instanceof FieldKind.Quarter) {
            return read(text, DateInput.quarter(text), Problem.Kind.BAD_QUARTER);
        }
        return isStorable(text) ? new Typed(Json.of(text), null) : new Typed(null, Problem.Kind.WRONG_KIND);
    }

    private static Typed read(String text, @Nullable String understood, Problem.Kind otherwise) {
        if (text.isBlank()) {
            return EMPTY;
        }
        return understood == null ? new Typed(null, otherwise) : new Typed(Json.of(understood), null);
    }

    private static Typed number(String text) {
        String digits = text.replaceAll("[\\s\\u00a0\\u202f]", "");
        if (digits.isEmpty()) {
            return EMPTY;
        }
        if (digits.matches("-?[0-9]{1,16}") && Math.abs(Long.parseLong(digits)) <= Json.Int.MAX) {
            return new Typed(Json.of(Long.parseLong(digits)), null);
        }
        return new Typed(null, Problem.Kind.WRONG_KIND);
    }

    /** A half of a letter from another plane, as a broken paste leaves it, has no bytes of its own. */
    private static boolean isStorable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (Character.isHighSurrogate(c) && i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))) {
                i++;
            } else if (Character.isSurrogate(c)) {
                return false;
            }
        }
        return true;
    }

    /** A value as it is offered for typing on; empty for none. */
    static String shown(FieldKind kind, @Nullable Json value) {
        if (value instanceof Json.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Json.Text text) {
            return kind instanceof FieldKind.Date ? DateInput.shown(text.value()) : text.value();
        }
        return "";
    }

    /** Whether a value is of the shape that a control of this kind can show and change. */
    static boolean fits(FieldKind kind, Json value) {
        if (kind instanceof FieldKind.Int) {
            return value instanceof Json.Int;
        }
        if (kind instanceof FieldKind.Bool) {
            return value instanceof Json.Bool;
        }
        if (kind instanceof FieldKind.Group) {
            return value instanceof Json.Obj;
        }
        if (kind instanceof FieldKind.ListOf) {
            return value instanceof Json.Array array
                    && array.items().stream().allMatch(item -> item instanceof Json.Text);
        }
        return value instanceof Json.Text;
    }
}
