package org.jailoo.combine;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jspecify.annotations.Nullable;

/**
 * A suggestion of one group, or one item of a list, for several: member by member what somebody changed and nobody else
 * did. Texts are combined as {@link TextCombination} does, lists of codes by what each put in and took out.
 */
public final class ValueCombination {
    private ValueCombination() {}

    /**
     * The combination; empty where two made of one member what cannot stand together, or where there is nothing to
     * combine.
     *
     * @param members by name; what is not among them is a newer version's, and has to be the same everywhere
     * @param before what all began with; null where that is not known
     */
    public static Optional<Json.Obj> of(Map<String, Field> members, @Nullable Json before, List<Json> values) {
        List<Json.Obj> objects = new ArrayList<>();
        for (Json value : values) {
            if (!(value instanceof Json.Obj object)) {
                return Optional.empty();
            }
            objects.add(object);
        }
        Json.Obj old = before instanceof Json.Obj object ? object : null;
        Set<String> names = new TreeSet<>();
        objects.forEach(object -> names.addAll(object.members().keySet()));
        if (old != null) {
            names.addAll(old.members().keySet());
        }
        TreeMap<String, Json> combined = new TreeMap<>();
        for (String name : names) {
            List<Json> each = new ArrayList<>();
            objects.forEach(object -> each.add(orNone(object.get(name))));
            Optional<Json> member = member(members.get(name), old == null ? null : orNone(old.get(name)), each);
            if (member.isEmpty()) {
                return Optional.empty();
            }
            if (!(member.get() instanceof Json.Null)) {
                combined.put(name, member.get());
            }
        }
        Json.Obj made = new Json.Obj(combined);
        return values.contains(made) ? Optional.empty() : Optional.of(made);
    }

    private static Json orNone(@Nullable Json value) {
        return value == null ? Json.NULL : value;
    }

    private static Optional<Json> member(@Nullable Field field, @Nullable Json before, List<Json> each) {
        // Without a common beginning, what one filled in and another left empty was filled in.
        Json old = before == null ? Json.NULL : before;
        Set<Json> changed = new LinkedHashSet<>(each);
        changed.remove(old);
        if (changed.size() <= 1) {
            return Optional.of(changed.isEmpty() ? old : changed.iterator().next());
        }
        if (field == null) {
            return Optional.empty();
        }
        if (field.kind() instanceof FieldKind.ListOf) {
            return codes(old, each);
        }
        if (!field.kind().isText() || changed.contains(Json.NULL)) {
            return Optional.empty();
        }
        List<String> texts = new ArrayList<>();
        for (Json one : changed) {
            if (!(one instanceof Json.Text text)) {
                return Optional.empty();
            }
            texts.add(text.value());
        }
        TextCombination text = TextCombination.of(old instanceof Json.Text known ? known.value() : null, texts);
        // Two short texts beside each other are no text.
        return text.both() && text.text().length() < LONG ? Optional.empty() : Optional.of(Json.of(text.text()));
    }

    /** From this length on a text is read as sentences. */
    public static final int LONG = 80;

    /** What any put in, without what any took out. */
    private static Optional<Json> codes(Json before, List<Json> each) {
        Set<Json> old = items(before);
        Set<Json> all = new LinkedHashSet<>(old);
        each.forEach(one -> all.addAll(items(one)));
        for (Json one : each) {
            all.removeIf(code -> old.contains(code) && !items(one).contains(code));
        }
        return Optional.of(all.isEmpty() ? Json.NULL : new Json.Array(new ArrayList<>(all)));
    }

    private static Set<Json> items(Json value) {
        return value instanceof Json.Array array ? new LinkedHashSet<>(array.items()) : Set.of();
    }
}
