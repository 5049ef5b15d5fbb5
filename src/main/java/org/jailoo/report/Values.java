package org.jailoo.report;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.DateText;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jspecify.annotations.Nullable;

/** Writes what a record holds for people: codes by their labels, references by names, groups and items member by member. */
final class Values {
    private final Words words;
    private final Names names;

    /** Labels by codebook and code: those of countries are looked up in long lists. */
    private final Map<String, Map<String, String>> labels = new HashMap<>();

    Values(Words words, Names names) {
        this.words = words;
        this.names = names;
    }

    /** Where a value stands: its type, and the names that lead to it. */
    record At(String type, List<String> path) {
        static At of(String type, String... path) {
            return new At(type, List.of(path));
        }

        At member(String name) {
            List<String> longer = new ArrayList<>(path);
            longer.add(name);
            return new At(type, longer);
        }

        /** What people call it. */
        String label(Words words) {
            return words.labels().field(type, path.toArray(String[]::new));
        }
    }

    /** A value as a cell of its own kind: numbers as numbers, full dates as dates, everything else as text. */
    Cell cell(At at, FieldKind kind, @Nullable Json value) {
        if (value == null || value instanceof Json.Null) {
            return Cell.BLANK;
        }
        if (value instanceof Json.Int number && kind instanceof FieldKind.Int) {
            return Cell.of(number.value());
        }
        if (value instanceof Json.Text text && (kind instanceof FieldKind.Date || kind instanceof FieldKind.Quarter)) {
            // A month or a year alone stays as it was written: it sorts, and says no more than it does.
            LocalDate day = text.value().length() == 10 ? DateText.firstDay(text.value()) : null;
            return day == null ? Cell.of(text.value()) : new Cell.Day(day);
        }
        return Cell.of(text(at, kind, value));
    }

    /** A value as text. What is of another kind than the schema says is written as it stands. */
    String text(At at, FieldKind kind, Json value) {
        if (value instanceof Json.Text text) {
            if (kind instanceof FieldKind.Choice choice) {
                return label(choice.codebook(), text.value());
            }
            if (kind instanceof FieldKind.Date) {
                return words.labels().date(text.value());
            }
            if (kind instanceof FieldKind.Quarter) {
                return words.labels().quarter(text.value());
            }
            return kind instanceof FieldKind.Reference ? names.of(text.value()) : text.value();
        }
        if (value instanceof Json.Int number) {
            return Long.toString(number.value());
        }
        if (value instanceof Json.Bool bool) {
            return words.text(bool.value() ? "table.word.yes" : "table.word.no");
        }
        if (value instanceof Json.Array array) {
            return array(at, kind, array);
        }
        return value instanceof Json.Obj object ? object(at, members(kind), object) : "";
    }

    private String label(String codebook, String code) {
        return labels.computeIfAbsent(codebook, c -> new HashMap<>())
                .computeIfAbsent(code, c -> words.labels().code(codebook, c));
    }

    private String array(At at, FieldKind kind, Json.Array array) {
        List<String> texts = new ArrayList<>();
        for (Json each : array.items()) {
            texts.add(
                    kind instanceof FieldKind.ListOf list && each instanceof Json.Text code
                            ? label(list.codebook(), code.value())
                            : text(at, kind, each));
        }
        return String.join("; ", texts);
    }

    /** The members of a group or of an item that this version knows, in the order of the schema. */
    String object(At at, Map<String, Field> members, Json.Obj object) {
        List<String> parts = new ArrayList<>();
        for (Field member : members.values()) {
            Json value = object.get(member.name());
            if (value != null && !(value instanceof Json.Null)) {
                At inside = at.member(member.name());
                String text = text(inside, member.kind(), value);
                if (!text.isEmpty()) {
                    parts.add(inside.label(words) + ": " + text);
                }
            }
        }
        return String.join("; ", parts);
    }

    /** The members of what a set holds, by their labels, in the order of their codes. */
    String set(FieldKind kind, List<String> members) {
        List<String> labels = new ArrayList<>();
        for (String member : members) {
            labels.add(kind instanceof FieldKind.SetOf set ? label(set.codebook(), member) : names.of(member));
        }
        return String.join("; ", labels);
    }

    static Map<String, Field> members(FieldKind kind) {
        if (kind instanceof FieldKind.Group group) {
            return group.members();
        }
        if (kind instanceof FieldKind.Items items) {
            return items.members();
        }
        return kind instanceof FieldKind.Attachments attachments ? attachments.members() : Map.of();
    }
}
