package org.jailoo.ui.conflicts;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.combine.WordDiff;
import org.jailoo.combine.WordDiff.Kind;
import org.jailoo.combine.WordDiff.Piece;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Reading;
import org.jspecify.annotations.Nullable;

/** A value in words, line by line, with what sets it apart from the values beside it. */
final class ValueWords {
    /** Members that name a file for the program; a person reads their beginning. */
    private static final int SHORT = 12;

    private final Page page;
    private final Reading reading;
    private final Case shown;

    ValueWords(Page page, Case shown) {
        this.page = page;
        this.reading = new Reading(page);
        this.shown = shown;
    }

    /**
     * A line of a value.
     *
     * @param label of a member of a group or an item; null of a value that has no members
     * @param differs whether it is not the same in all values
     */
    record Line(@Nullable String label, List<Piece> pieces, boolean differs) {
        Line {
            pieces = List.copyOf(pieces);
        }
    }

    /**
     * The lines of a value.
     *
     * @param whole with nothing of a long text left out
     */
    List<Line> of(int value, boolean whole) {
        Json json = shown.values().get(value).value();
        List<Json> all = shown.values().stream().map(v -> v.value()).toList();
        Field field = shown.field();
        if (shown.isDeletion()) {
            boolean gone = Json.TRUE.equals(json);
            List<String> wrote = shown.shown().wroteOn().stream()
                    .map(name -> page.label(name))
                    .toList();
            return List.of(plain(
                    null,
                    gone
                            ? page.text("conflicts.value.gone")
                            : wrote.isEmpty()
                                    ? page.text("conflicts.value.stays")
                                    : page.text("conflicts.value.stays-with", String.join(", ", wrote)),
                    true));
        }
        if (field != null && json instanceof Json.Obj object) {
            return members(field, object, all, whole);
        }
        if (shown.isText() && json instanceof Json.Text) {
            List<List<Piece>> marked = whole ? Case.marked(all, true) : shown.marked();
            return List.of(new Line(null, marked.get(value), true));
        }
        return List.of(plain(null, reading.value(shown.line().path(), json), true));
    }

    /** The lines of a suggestion that is no text. */
    List<Line> of(Json suggestion) {
        Field field = shown.field();
        List<Json> all = shown.values().stream().map(v -> v.value()).toList();
        return field != null && suggestion instanceof Json.Obj object
                ? members(field, object, all, true)
                : List.of(plain(null, reading.value(shown.line().path(), suggestion), true));
    }

    private static Line plain(@Nullable String label, String text, boolean differs) {
        return new Line(label, List.of(new Piece(Kind.STAYED, text)), differs);
    }

    private List<Line> members(Field field, Json.Obj object, List<Json> all, boolean whole) {
        List<Line> lines = new ArrayList<>();
        Map<String, Field> members = Case.members(field.kind());
        members.forEach((name, member) -> {
            boolean anywhere = all.stream().anyMatch(other -> member(other, name) != null);
            if (anywhere) {
                lines.add(member(field, member, object, all, whole));
            }
        });
        object.members().forEach((name, value) -> {
            if (!members.containsKey(name)) {
                lines.add(plain(name, Reading.raw(value), differs(name, all)));
            }
        });
        // What differs first; both in the order of the form.
        lines.sort(Comparator.comparing(Line::differs).reversed());
        return lines;
    }

    private Line member(Field field, Field member, Json.Obj object, List<Json> all, boolean whole) {
        String name = member.name();
        Json value = object.get(name);
        String label = page.label(field.name(), name);
        boolean differs = differs(name, all);
        if (value == null || value instanceof Json.Null) {
            return plain(label, page.text("record.value.empty"), differs);
        }
        Json other = differs ? another(name, object, all) : null;
        if (member.kind() instanceof FieldKind.LongText && value instanceof Json.Text text) {
            String beside = Case.text(other);
            List<Piece> pieces = !differs || beside.isEmpty()
                    ? List.of(new Piece(Kind.STAYED, text.value()))
                    : whole ? WordDiff.whole(beside, text.value()) : WordDiff.of(beside, text.value());
            return new Line(
                    label, pieces.stream().filter(p -> p.kind() != Kind.WENT).toList(), differs);
        }
        boolean hash = name.equals("sha256") || name.equals("derivedFrom");
        String words = member.kind() instanceof FieldKind.Group group && value instanceof Json.Obj inner
                ? reading.object(inner, group.members(), List.of(field.name(), name))
                : reading.value(member.kind(), value);
        return plain(label, hash ? Reading.cut(words, SHORT) : words, differs);
    }

    /** The member of the first value that has it otherwise. */
    private static @Nullable Json another(String name, Json.Obj object, List<Json> all) {
        return all.stream()
                .map(other -> member(other, name))
                .filter(other -> other != null && !other.equals(object.get(name)))
                .findFirst()
                .orElse(null);
    }

    private static boolean differs(String name, List<Json> all) {
        Json first = member(all.get(0), name);
        return all.stream().anyMatch(other -> !Objects.equals(first, member(other, name)));
    }

    private static @Nullable Json member(Json value, String name) {
        Json member = value instanceof Json.Obj object ? object.get(name) : null;
        return member instanceof Json.Null ? null : member;
    }
}
