package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Problem;
import org.jspecify.annotations.Nullable;

/**
 * One value of the form, as a control shows and changes it: what was typed, what it means, and what is wrong with it.
 *
 * <p>What was typed stays when it is not understood; the value then stays what it was.
 */
public final class Entry {
    private final RecordForm form;
    private final Place place;
    private final Field field;
    private final ReadOnlyObjectWrapper<@Nullable Json> value = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyStringWrapper typed = new ReadOnlyStringWrapper("");
    private final ReadOnlyObjectWrapper<Problem.@Nullable Kind> problem = new ReadOnlyObjectWrapper<>();

    public Entry(RecordForm form, Place place, Field field) {
        this.form = form;
        this.place = place;
        this.field = field;
        refresh();
    }

    public Place place() {
        return place;
    }

    public Field field() {
        return field;
    }

    /** The value; null while there is none. */
    public ReadOnlyObjectProperty<@Nullable Json> value() {
        return value.getReadOnlyProperty();
    }

    /** The words in the field. */
    public ReadOnlyStringProperty typed() {
        return typed.getReadOnlyProperty();
    }

    /** What is wrong; null while nothing is. */
    public ReadOnlyObjectProperty<Problem.@Nullable Kind> problem() {
        return problem.getReadOnlyProperty();
    }

    /** Whether what stands here is of a shape that only a newer version can change. */
    public boolean isForeign() {
        Json now = value.get();
        return !form.isOpen(place) || (now != null && !Typed.fits(field.kind(), now));
    }

    /** Takes what was typed, letter for letter. */
    public void type(String text) {
        if (text.equals(typed.get())) {
            return;
        }
        Json opened = place.in(form.changes().opened(place.path()));
        if (opened != null && text.equals(shownInControl(opened))) {
            // Set back: also where the control cannot show every character of the stored text.
            form.typing(place, typed.get(), text, () -> write(opened));
            return;
        }
        Typed read = Typed.read(field.kind(), text);
        form.typing(place, typed.get(), text, () -> {
            typed.set(text);
            complain(read.problem());
            if (read.problem() == null) {
                value.set(read.value());
                form.write(place, read.value());
            }
        });
    }

    /** Takes a value; null clears. */
    public void set(@Nullable Json json) {
        form.together(() -> write(json));
    }

    private void write(@Nullable Json json) {
        complain(null);
        value.set(json);
        typed.set(Typed.shown(field.kind(), json));
        form.write(place, json);
    }

    /** Adds a code to a list, or takes it out; the order of the others stays. */
    public void toggle(String code, boolean in) {
        if (!(field.kind() instanceof FieldKind.ListOf) || isForeign()) {
            return;
        }
        List<Json> items = new ArrayList<>(value.get() instanceof Json.Array array ? array.items() : List.of());
        items.remove(Json.of(code));
        if (in) {
            items.add(Json.of(code));
        }
        Json opened = place.in(form.changes().opened(place.path()));
        boolean same = opened instanceof Json.Array array && new HashSet<>(array.items()).equals(new HashSet<>(items));
        set(same ? opened : items.isEmpty() ? null : new Json.Array(items));
    }

    /** The codes of a list. */
    public List<String> codes() {
        List<String> codes = new ArrayList<>();
        if (value.get() instanceof Json.Array array) {
            array.items().forEach(item -> codes.add(item instanceof Json.Text text ? text.value() : ""));
        }
        return codes;
    }

    /** Shows again what the form holds. */
    public void refresh() {
        Json now = form.value(place);
        complain(null);
        value.set(now);
        typed.set(Typed.shown(field.kind(), now));
    }

    public void complain(Problem.@Nullable Kind kind) {
        problem.set(kind);
        form.complain(this, kind);
    }

    /** The text as a control of JavaFX keeps it: without control characters, and on one line where it has but one. */
    private String shownInControl(Json json) {
        StringBuilder kept = new StringBuilder();
        Typed.shown(field.kind(), json).chars().filter(Entry::isKept).forEach(c -> kept.append((char) c));
        return kept.toString();
    }

    private static boolean isKept(int c) {
        return c == '\n' || c == '\t' || (c >= 0x20 && c != 0x7f);
    }
}
