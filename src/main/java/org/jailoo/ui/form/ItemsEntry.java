package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** A list of items as cards show and change it: each item is a change of its own, written whole. */
public final class ItemsEntry {
    private final RecordForm form;
    private final Field field;
    private final Set<String> added = new LinkedHashSet<>();
    private final ObservableList<String> ids = FXCollections.observableArrayList();

    public ItemsEntry(RecordForm form, Field field) {
        this.form = form;
        this.field = field;
        refresh();
    }

    public Field field() {
        return field;
    }

    /** What an item holds. */
    public Map<String, Field> members() {
        return field.kind() instanceof FieldKind.Items list
                ? list.members()
                : field.kind() instanceof FieldKind.Attachments files ? files.members() : Map.of();
    }

    /** The items, by their dates and then by what they say; those that were just added come last. */
    public ObservableList<String> ids() {
        return FXCollections.unmodifiableObservableList(ids);
    }

    public Place place(String id) {
        return Place.item(field.name(), id);
    }

    /** Adds an item without a word in it, which is saved once there is one; its id. */
    public String add() {
        String id = RecordId.random();
        added.add(id);
        ids.add(id);
        form.changed();
        return id;
    }

    /** Removes an item; one that was never saved is gone, any other can be brought back until the next save. */
    public void remove(String id) {
        String path = place(id).path();
        form.forget(path);
        form.changes().put(path, Json.NULL);
        if (form.changes().opened(path) == null) {
            added.remove(id);
            ids.remove(id);
        }
        form.changed();
    }

    /** Whether an item will be gone with the next save. */
    public boolean isRemoved(String id) {
        String path = place(id).path();
        return form.changes().value(path) == null && form.changes().opened(path) != null;
    }

    /** The item when the form was opened or last saved; null where it was not there. */
    public @Nullable Json opened(String id) {
        return form.changes().opened(place(id).path());
    }

    /** Brings an item back that was removed since the last save. */
    public void restore(String id) {
        form.undo(place(id).path());
    }

    public void refresh() {
        List<String> known = new ArrayList<>();
        for (String path : form.changes().below(field.name())) {
            String id = path.substring(field.name().length() + 1);
            Json opened = form.changes().opened(path);
            if (!added.contains(id)
                    && RecordId.isUuid(id)
                    && (opened instanceof Json.Obj || form.changes().value(path) instanceof Json.Obj)) {
                known.add(id);
            }
        }
        known.sort(Comparator.comparing(this::sortKey));
        added.removeIf(id -> !form.changes().isChanged(place(id).path()));
        known.addAll(added);
        if (!known.equals(ids)) {
            ids.setAll(known);
        }
    }

    private String sortKey(String id) {
        String path = place(id).path();
        Json opened = form.changes().opened(path);
        Json item = opened == null ? form.changes().value(path) : opened;
        if (!(item instanceof Json.Obj object)) {
            return "~" + id;
        }
        for (Field member : members().values()) {
            boolean dated = member.kind() instanceof FieldKind.Date || member.kind() instanceof FieldKind.Quarter;
            if (dated && object.text(member.name()) != null) {
                return object.text(member.name()) + CanonicalJson.text(object) + id;
            }
        }
        return "~" + CanonicalJson.text(object) + id;
    }
}
