package org.jailoo.ui.form;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
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
    final Guards guards = new Guards();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper openings = new ReadOnlyIntegerWrapper();
    private final ReadOnlyIntegerWrapper returns = new ReadOnlyIntegerWrapper();
    private final Undo undo;
    private SortedMap<String, Json> given;
    private Opened opened;
    private Undo.@Nullable Typing typing;
    /** How many things are being done together. */
    private int together;

    public RecordForm(Schema schema, Opened opened) {
        this(schema, opened, Map.of());
    }

    /**
     * A form in which something stands already.
     *
     * @param given by path: what the next save will write, though nobody would miss it if nothing else is typed
     */
    public RecordForm(Schema schema, Opened opened, Map<String, Json> given) {
        this.schema = schema;
        this.opened = opened;
        this.changes = new Changes(values(opened));
        this.given = new TreeMap<>(given);
        given.forEach(changes::put);
        this.undo = new Undo(moment());
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
        return UnknownPaths.of(type(), values(opened));
    }

    /** The contending values of a path; empty where there is no conflict. */
    public List<Json> conflict(String path) {
        return conflicts(opened).getOrDefault(path, List.of());
    }

    /** The paths in conflict that belong to a field: its own, and those below it. */
    public List<String> conflictsOf(String field) {
        return conflicts(opened).keySet().stream()
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
        return guards.first(misunderstood);
    }

    public int problems() {
        return misunderstood.size() + guards.count();
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

    /** Takes back what was changed at a path. */
    public void undo(String path) {
        changes.undo(path);
        refresh(path);
        changed();
    }

    /** Takes back everything. */
    public void discard() {
        otherwise(() -> {
            changes.reopen(values(opened));
            given.forEach(changes::put);
        });
    }

    /** Shows the record as it stands now; only where nothing is changed. */
    public void reopen(Opened now) {
        Opened before = opened;
        opened = now;
        boolean otherwise =
                !conflicts(before).equals(conflicts(now)) || !unknown().equals(UnknownPaths.of(type(), values(before)));
        changes.reopen(values(now));
        given = new TreeMap<>();
        refreshAll();
        undo.begin(moment());
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
        undo.rebase(before -> changes.beforeSave(before, body));
        changes.saved(body);
        given = new TreeMap<>();
        undo.stand(moment());
        tell();
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
        List.copyOf(entries.values()).stream()
                .filter(e -> e.place().path().equals(path))
                .forEach(Entry::refresh);
        String field = path.substring(0, Math.max(0, path.indexOf('/')));
        Optional.ofNullable(sets.get(field)).ifPresent(SetEntry::refresh);
        Optional.ofNullable(items.get(field)).ifPresent(ItemsEntry::refresh);
    }

    // ---- for the entries

    public Changes changes() {
        return changes;
    }

    @Nullable
    public Json value(Place place) {
        return place.in(changes.value(place.path()));
    }

    public boolean isOpen(Place place) {
        return type() != null && place.isOpenIn(changes.value(place.path()));
    }

    public void write(Place place, @Nullable Json value) {
        if (!Objects.equals(value(place), value)) {
            Json openedThere = changes.opened(place.path());
            Json now = place.with(changes.value(place.path()), value);
            boolean emptied = now instanceof Json.Null
                    && openedThere instanceof Json.Obj object
                    && object.members().isEmpty();
            // Emptied to the empty object that it was: the same to a person, so no change.
            changes.put(place.path(), emptied ? Json.object() : now);
        }
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
        List<Problem> elsewhere = new ArrayList<>(problems);
        elsewhere.removeIf(problem -> {
            List<Entry> at = entries.values().stream()
                    .filter(e -> e.place().key().equals(problem.path()))
                    .toList();
            at.forEach(entry -> entry.complain(problem.kind()));
            return !at.isEmpty();
        });
        return elsewhere;
    }

    void changed() {
        if (together == 0) {
            undo.note(moment(), typing);
            tell();
        }
    }

    private void tell() {
        dirty.set(!changes.body().members().equals(given) || !misunderstood.isEmpty());
        turns.set(turns.get() + 1);
    }

    /** Does several things as one step, which goes back as one. */
    public void together(Runnable work) {
        together++;
        try {
            work.run();
        } finally {
            together--;
        }
        changed();
    }

    /** Does what typing in one field means, as a step of its own, or as one more letter of the step before. */
    void typing(Place place, String before, String after, Runnable work) {
        Undo.Typing outer = typing;
        typing = new Undo.Typing(place, before, after);
        together(work);
        typing = outer;
    }

    /** Goes one step back; false at the beginning. */
    public boolean undo() {
        return comeBack(undo.back());
    }

    /** Goes forth again by one step that was taken back; false where none was. */
    public boolean redo() {
        return comeBack(undo.forth());
    }

    /** Counts up whenever the form came back to another moment: what has the keyboard shows that too. */
    public ReadOnlyIntegerProperty returns() {
        return returns.getReadOnlyProperty();
    }

    private boolean comeBack(Undo.@Nullable Moment moment) {
        if (moment == null) {
            return false;
        }
        comeTo(moment.changes(), moment.misunderstood());
        return true;
    }

    /** Stands as at another moment of this form. */
    private void comeTo(Changes.Snapshot snapshot, Map<Place, String> typed) {
        together++;
        changes.restore(snapshot);
        refreshAll();
        typed.forEach((place, text) -> {
            Field field = place.field(type());
            if (field != null) {
                entry(place, field).type(text);
            }
        });
        together--;
        undo.stand(moment());
        tell();
        returns.set(returns.get() + 1);
    }

    /** Stands as a form stood that was opened on the record before; there is no way back to before that. */
    void goOn(Changes.Snapshot snapshot, Map<Place, String> typed) {
        comeTo(snapshot, typed);
        undo.begin(moment());
    }

    /** Makes the values what they once were: a step that can be taken back, until it is saved as any other change. */
    public void bring(SortedMap<String, Json> values) {
        otherwise(() -> changes.bring(values));
    }

    private void otherwise(Runnable change) {
        together(() -> {
            change.run();
            refreshAll();
        });
        returns.set(returns.get() + 1);
    }

    Undo.Moment moment() {
        Map<Place, String> typed = new LinkedHashMap<>();
        misunderstood.forEach(entry -> typed.put(entry.place(), entry.typed().get()));
        long size = typing == null ? 0 : typing.after().length();
        return new Undo.Moment(changes.snapshot(), typed, size);
    }
}
