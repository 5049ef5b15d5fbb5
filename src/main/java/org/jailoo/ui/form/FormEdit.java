package org.jailoo.ui.form;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;

/** Changes of a form by path, for whoever changes more of it than one control shows. */
public final class FormEdit {
    private final RecordForm form;

    public FormEdit(RecordForm form) {
        this.form = form;
    }

    /** Has a save held back while the guard names the entry at which a person has to decide something first. */
    public void guard(String name, Supplier<@Nullable Entry> guard) {
        form.guards.put(name, guard);
    }

    /** Does several changes as one step of undoing. */
    public void together(Runnable work) {
        form.together(work);
    }

    /** Types a text, and does what goes with it, as one step. */
    public void typing(Entry entry, String text, Runnable with) {
        form.typing(entry.place(), entry.typed().get(), text, () -> {
            entry.type(text);
            with.run();
        });
    }

    /** The paths that exist or were changed, ascending. */
    public List<String> paths() {
        return List.copyOf(form.changes().paths());
    }

    /** An item as it stands; null where there is none. */
    public Json.@Nullable Obj item(String path) {
        return form.changes().value(path) instanceof Json.Obj object ? object : null;
    }

    /** Empties a path, and shows that wherever it is shown. */
    public void clear(String path) {
        int slash = path.indexOf('/');
        Field field = field(slash < 0 ? path : path.substring(0, slash));
        if (field == null) {
            form.write(Place.at(path), null);
        } else if (slash < 0) {
            empty(field, path);
        } else if (field.kind() instanceof FieldKind.SetOf || field.kind() instanceof FieldKind.References) {
            form.write(Place.at(path), null);
            form.set(field).refresh();
        } else if (RecordId.isUuid(path.substring(slash + 1))) {
            form.items(field).remove(path.substring(slash + 1));
        } else {
            form.write(Place.at(path), null);
        }
    }

    private void empty(Field field, String path) {
        if (field.kind() instanceof FieldKind.Group group) {
            form.write(Place.at(path), null);
            for (Map.Entry<String, Field> member : group.members().entrySet()) {
                form.entry(Place.at(path).member(member.getKey()), member.getValue())
                        .refresh();
            }
        } else if (field.kind().hasSubPaths()) {
            form.write(Place.at(path), null);
        } else {
            form.entry(field).set(null);
        }
    }

    private @Nullable Field field(String name) {
        RecordType type = Objects.requireNonNull(form.type());
        return type.field(name);
    }
}
