package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Path;
import org.jailoo.record.Problem;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/**
 * A record in the hands of a person: its fields as entries, and what was changed in them. It knows no node and no
 * language, so it outlives both.
 */
public final class RecordForm {
    private final Schema schema;
    private final Changes changes;
    private final Map<Place, Entry> entries = new LinkedHashMap<>();
    private final Map<String, SetEntry> sets = new LinkedHashMap<>();
    private final Map<String, ItemsEntry> items = new LinkedHashMap<>();
    private final Set<Entry> misunderstood = new LinkedHashSet<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper();
    private Opened opened;

    public RecordForm(Schema schema, Opened opened) {
        this.schema = schema;
        this.opened = opened;
        this.changes = new Changes(values(opened));
    }

    private static SortedMap<String, Json> values(Opened opened) {
        RecordState state = opened.state();
        return state == null ? new TreeMap<>() : state.values();
    }

    // ---- what is shown

    public Schema schema() {
        return schema;
    }

    /** The record's type as it is stored; it may be one that this version does not know. */
    public String typeName() {
        return opened.form().type();
    }

    /** The type, or null if this version does not know it; nothing of the record can be changed then. */
    public @Nullable RecordType type() {
        return schema.type(typeName());
    }

    public Opened opened() {
        return opened;
    }

    /** The state that the form was opened on; null for a new record. */
    public @Nullable RecordState state() {
        return opened.state();
    }

    /** The entry of a register, or of a member of a group or an item. Made when it is first asked for. */
    public Entry entry(Place place, Field field) {
        Entry known = entries.get(place);
        if (known == null) {
            known = new Entry(this, place, field);
            entries.put(place, known);
        }
        return known;
    }

    public Entry entry(Field field) {
        return entry(Place.at(field.name()), field);
    }

    /** The members of a set, or the records that a list of references names. */
    public SetEntry set(Field field) {
        return sets.computeIfAbsent(field.name(), name -> new SetEntry(this, field));
    }

    /** The items of a list, or the attachments. */
    public ItemsEntry items(Field field) {
        return items.computeIfAbsent(field.name(), name -> new ItemsEntry(this, field));
    }

    /** The paths whose values this version cannot show in a field: kept as they are, and shown to be read. */
    public SortedMap<String, Json> unknown() {
        return unknown(opened);
    }

    private SortedMap<String, Json> unknown(Opened opened) {
        SortedMap<String, Json> unknown = new TreeMap<>();
        RecordType type = type();
        values(opened).forEach((text, json) -> {
            Path path = Path.parse(text);
            Field field = type == null || path == null ? null : type.field(path.field());
            if (!Path.DELETED.equals(text) && (field == null || path == null || !isShown(field.kind(), path, json))) {
                unknown.put(text, json);
            }
        });
        return unknown;
    }

    private static boolean isShown(FieldKind kind, Path path, Json json) {
        if (!kind.hasSubPaths()) {
            return path instanceof Path.Register && (!(kind instanceof FieldKind.Group) || json instanceof Json.Obj);
        }
        if (path instanceof Path.Register) {
            return false;
        }
        boolean object = json instanceof Json.Obj;
        boolean listed = kind instanceof FieldKind.Items || kind instanceof FieldKind.Attachments;
        return listed == object;
    }

    /** The members of an object that its group does not have in this version. */
    public SortedMap<String, Json> unknownMembers(Place place, Map<String, Field> members) {
        SortedMap<String, Json> unknown = new TreeMap<>();
        if (value(place) instanceof Json.Obj object) {
            object.members().forEach((name, json) -> {
                if (!members.containsKey(name)) {
                    unknown.put(name, json);
                }
            });
        }
        return unknown;
    }

    /** The contending values of a path; empty where there is no conflict. */
    public List<Json> conflict(String path) {
        RecordState state = opened.state();
        return state == null ? List.of() : state.conflicts().getOrDefault(path, List.of());
    }

    /** The paths in conflict that belong to a field: its own, and those below it. */
    public List<String> conflictsOf(String field) {
        RecordState state = opened.state();
        return state == null
                ? List.of()
                : state.conflicts().keySet().stream()
                        .filter(path -> path.equals(field) || path.startsWith(field + '/'))
                        .toList();
    }

    // ---- what is changed

    /** Whether anything was typed that no save has taken yet. */
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** Counts up whenever anything in the form changed. */
    public ReadOnlyIntegerProperty turns() {
        return turns.getReadOnlyProperty();
    }

    /** Counts up whenever the form stands on another state of the record, with other conflicts. */
    public ReadOnlyIntegerProperty openings() {
        return openings.getReadOnlyProperty();
    }

    /** The change set: exactly what the person changed. */
    public Json.Obj body() {
        return changes.body();
    }

    /** The first entry whose words were not understood, or that was refused; null if there is none. */
    public @Nullable Entry firstProblem() {
        return misunderstood.isEmpty() ? null : misunderstood.iterator().next();
    }

    public int problems() {
        return misunderstood.size();
    }

    /** Decides a conflict: the value is written at the next save, even if it is shown already. */
    public void settle(String path, Json value) {
        changes.settle(path, value);
        refresh(path);
        changed();
    }

    /** Whether a conflict will be settled by the next save. */
    public boolean isSettled(String path) {
        return changes.isSettled(path);
    }

    /** Whether a path is part of the next save. */
    public boolean isChanged(String path) {
        return changes.isChanged(path);
    }

    /** Takes back what was changed at a path. */
    public void undo(String path) {
        changes.undo(path);
        refresh(path);
        changed();
    }

    /** Takes back everything. */
    public void discard() {
        changes.reopen(values(opened));
        refreshAll();
    }

    /** Shows the record as it stands now; only where nothing is changed. */
    public void reopen(Opened now) {
        Opened before = opened;
        opened = now;
        boolean otherwise =
                !conflicts(before).equals(conflicts(now)) || !unknown().equals(unknown(before));
        changes.reopen(values(now));
        refreshAll();
        if (otherwise) {
            openings.set(openings.get() + 1);
        }
    }

    private static Map<String, List<Json>> conflicts(Opened opened) {
        RecordState state = opened.state();
        return state == null ? Map.of() : state.conflicts();
    }

    /** Goes on from a save, while more was typed. */
    public void saved(Opened next, Json.Obj body) {
        opened = next;
        changes.saved(body);
        changed();
    }

    private void refreshAll() {
        misunderstood.clear();
        sets.values().forEach(SetEntry::refresh);
        items.values().forEach(ItemsEntry::refresh);
        // Of items that are gone; asked for again, they are made again.
        entries.values()
                .removeIf(e -> e.place().path().indexOf('/') >= 0
                        && changes.value(e.place().path()) == null);
        new ArrayList<>(entries.values()).forEach(Entry::refresh);
        changed();
    }

    private void refresh(String path) {
        new ArrayList<>(entries.values())
                .stream().filter(e -> e.place().path().equals(path)).forEach(Entry::refresh);
        int slash = path.indexOf('/');
        if (slash > 0) {
            SetEntry set = sets.get(path.substring(0, slash));
            if (set != null) {
                set.refresh();
            }
            ItemsEntry list = items.get(path.substring(0, slash));
            if (list != null) {
                list.refresh();
            }
        }
    }

    // ---- for the entries

    public Changes changes() {
        return changes;
    }

    @Nullable
    public Json value(Place place) {
        return place.in(changes.value(place.path()));
    }

    @Nullable
    public Json opened(Place place) {
        return place.in(changes.opened(place.path()));
    }

    public boolean isOpen(Place place) {
        return type() != null && place.isOpenIn(changes.value(place.path()));
    }

    public void write(Place place, @Nullable Json value) {
        if (Objects.equals(value(place), value)) {
            changed();
            return;
        }
        Json whole = changes.value(place.path());
        Json openedThere = changes.opened(place.path());
        Json now = place.with(whole, value);
        boolean emptied = now instanceof Json.Null
                && openedThere instanceof Json.Obj object
                && object.members().isEmpty();
        // Emptied to the empty object that it was: the same to a person, so no change.
        changes.put(place.path(), emptied ? Json.object() : now);
        changed();
    }

    /** Drops the complaints of entries at a path that is to be removed. */
    public void forget(String path) {
        misunderstood.removeIf(e -> e.place().path().equals(path));
        entries.keySet().removeIf(place -> place.path().equals(path));
    }

    public void complain(Entry entry, Problem.@Nullable Kind kind) {
        if (kind == null) {
            misunderstood.remove(entry);
        } else {
            misunderstood.add(entry);
        }
        changed();
    }

    /** Shows refusals at their entries; what belongs to none is given back. */
    public List<Problem> mark(List<Problem> problems) {
        List<Problem> elsewhere = new ArrayList<>();
        for (Problem problem : problems) {
            Entry at = entries.values().stream()
                    .filter(e -> e.place().key().equals(problem.path()))
                    .findFirst()
                    .orElse(null);
            if (at == null) {
                elsewhere.add(problem);
            } else {
                at.complain(problem.kind());
            }
        }
        return elsewhere;
    }

    public void changed() {
        dirty.set(!changes.isEmpty() || !misunderstood.isEmpty());
        turns.set(turns.get() + 1);
    }
}
