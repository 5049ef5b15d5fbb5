package org.jailoo.ui.conflicts;

import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.Conflicts;
import org.jailoo.app.Conflicts.Line;
import org.jailoo.app.Conflicts.Queue;
import org.jailoo.app.Conflicts.Shown;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.consent.Consent;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.NotebookException;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.form.FormDraft;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * The queue of contradictions while a person goes through it: choosing a value is one step, saving it another, and a
 * consent that lets more be done than counts now is asked about once more.
 */
public final class ConflictsModel {
    /** No value is chosen. */
    static final int NONE = -1;

    private final Desk desk;
    private final Latest reading;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final ObservableList<Line> seen = FXCollections.unmodifiableObservableList(lines);
    private final ReadOnlyObjectWrapper<@Nullable Queue> queue = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyObjectWrapper<@Nullable Case> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(1);
    private final StringProperty text = new SimpleStringProperty("");
    private @Nullable String wanted;
    /** Of which value the text was begun, where nothing is suggested. */
    private int from;

    private @Nullable Watch walking;

    /**
     * What the queue works with.
     *
     * @param changed runs after something was settled
     */
    public record Desk(Uses uses, Schema schema, Tasks tasks, NamesModel names, Runnable changed) {}

    /** What is done with contradictions. */
    public record Uses(Conflicts conflicts, KeepDrafts drafts, Clock clock) {}

    public ConflictsModel(Desk desk) {
        this.desk = desk;
        this.reading = new Latest(desk.tasks());
    }

    // ---- what is shown

    /** The contradictions, in the order of the queue; what is settled goes. */
    public ObservableList<Line> lines() {
        return seen;
    }

    /** The queue as it was last read; null before. */
    public ReadOnlyObjectProperty<@Nullable Queue> queue() {
        return queue.getReadOnlyProperty();
    }

    /** Which line is looked at; -1 for none. */
    public ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    /** The contradiction that is looked at; null while none is, or it is being read. */
    ReadOnlyObjectProperty<@Nullable Case> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Which value is chosen; the number of values for the one that is written here, -1 for none. */
    public ReadOnlyIntegerProperty chosen() {
        return chosen.getReadOnlyProperty();
    }

    /** Whether a text is being written here in place of the values. */
    public ReadOnlyBooleanProperty writing() {
        return writing.getReadOnlyProperty();
    }

    /** Whether the person is asked once more. */
    public ReadOnlyBooleanProperty asking() {
        return asking.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** What became of the last decision; null once another one is looked at by hand. */
    ReadOnlyObjectProperty<@Nullable Said> said() {
        return said.getReadOnlyProperty();
    }

    /** How much of the notebook is read, 1 when all is. */
    public ReadOnlyDoubleProperty progress() {
        return progress.getReadOnlyProperty();
    }

    /** The text that is suggested, and written on by the person. */
    public StringProperty text() {
        return text;
    }

    NamesModel names() {
        return desk.names();
    }

    Tasks tasks() {
        return desk.tasks();
    }

    Schema schema() {
        return desk.schema();
    }

    /** The day of this laptop, where it stands. */
    Clock clock() {
        return desk.uses().clock().withZone(ZoneId.systemDefault());
    }

    // ---- reading

    /** Has the next reading of the queue look at a record, where one is named. */
    public void want(@Nullable String record) {
        wanted = record;
    }

    /** Reads the queue, and looks at the record that is wanted, else where the person was. */
    public void reload() {
        stop();
        progress.set(0);
        walking = desk.tasks()
                .of(watch -> desk.uses().conflicts().queue((done, of) -> watch.at(done, of)))
                .onProgress(progress::set)
                .onSuccess(this::take)
                .onEnd(() -> progress.set(1))
                .start();
    }

    private void take(Queue read) {
        Line before = line();
        // The lines first: who hears of the queue sees them.
        lines.setAll(read.lines());
        queue.set(read);
        int next = before == null ? 0 : lines.indexOf(before);
        if (next < 0 && before != null) {
            next = first(before.record());
        }
        int named = wanted == null ? NONE : first(wanted);
        wanted = null;
        if (unsaved() != null
                && before != null
                && next >= 0
                && named < 0
                && lines.get(next).equals(before)) {
            // She is writing: nothing is put in the place of that.
            at.set(next);
            return;
        }
        look(named >= 0 ? named : Math.max(0, next));
    }

    private int first(String record) {
        for (int i = 0; i < lines.size(); i++) {
            if (lines.get(i).record().equals(record)) {
                return i;
            }
        }
        return NONE;
    }

    private @Nullable Line line() {
        int now = at.get();
        return now >= 0 && now < lines.size() ? lines.get(now) : null;
    }

    /** Looks at a line; beyond the ends at the last, or the first. */
    private void look(int index) {
        begin(rest());
        chosen.set(NONE);
        asking.set(false);
        writing.set(false);
        text.set("");
        shown.set(null);
        at.set(lines.isEmpty() ? NONE : Math.max(0, Math.min(index, lines.size() - 1)));
        Line line = line();
        if (line != null && !desk.schema().codeSafe(line.type())) {
            desk.names().used();
        }
        reading.start(
                watch -> line == null
                        ? Optional.<Case>empty()
                        : read(line.record())
                                .flatMap(read -> Optional.ofNullable(Case.of(line, read, desk.schema(), today()))),
                read -> {
                    Case found = read.orElse(null);
                    if (line != null && found == null) {
                        // Settled or erased meanwhile.
                        lines.remove(line);
                        look(at.get());
                        return;
                    }
                    shown.set(found);
                    if (found != null && found.isText() && found.together().isPresent()) {
                        text.set(written(found.together().get()));
                    }
                });
    }

    /** Of names that were closed meanwhile there is nothing to show. */
    private Optional<Shown> read(String record) {
        try {
            return desk.uses().conflicts().show(record);
        } catch (NotebookException e) {
            if (e.fault() == NotebookException.Fault.IDENTITIES_CLOSED) {
                return Optional.empty();
            }
            throw e;
        }
    }

    private LocalDate today() {
        return LocalDate.now(clock());
    }

    // ---- what a person does

    /** Goes to a line. */
    public void select(int index) {
        if (index != at.get() && index >= 0 && index < lines.size()) {
            said.set(null);
            look(index);
        }
    }

    /** Goes on by so many lines, or back. */
    public void step(int by) {
        select(Math.max(0, Math.min(lines.size() - 1, at.get() + by)));
    }

    /** Chooses a value; nothing is saved by it. */
    public void choose(int value) {
        Case now = shown.get();
        if (now == null || saving.get() || !now.isOpen()) {
            return;
        }
        boolean own =
                value == now.values().size() && (writing.get() || now.together().isPresent());
        if (value >= 0 && (value < now.values().size() || own)) {
            chosen.set(value);
            asking.set(false);
        }
    }

    /** Chooses the combination of all, where one is suggested or was written. */
    public void chooseTogether() {
        Case now = shown.get();
        if (now != null) {
            choose(now.values().size());
        }
    }

    /** Lets a text be written in place of the values: the suggestion, or what is chosen, or what is shown. */
    public boolean write() {
        Case now = shown.get();
        if (now == null || !now.isText() || !now.isOpen()) {
            return false;
        }
        if (!writing.get() && now.together().isEmpty()) {
            from = chosen.get() >= 0 && chosen.get() < now.values().size() ? chosen.get() : 0;
            text.set(written(now.values().get(from).value()));
        }
        writing.set(true);
        chooseTogether();
        return true;
    }

    private static String written(Json value) {
        return value instanceof Json.Text written ? written.value() : "";
    }

    /** Saves what is chosen; where that lets more be done with what a person told, it asks first. */
    public void confirm() {
        Case now = shown.get();
        Json value = now == null ? null : value(now, chosen.get());
        if (now == null || value == null || saving.get()) {
            return;
        }
        if (needsAsking(now, value) && !asking.get()) {
            asking.set(true);
            return;
        }
        SortedMap<String, Json> decided = new TreeMap<>();
        decided.put(now.line().path(), value);
        save(now, decided);
    }

    /** Saves what is chosen, and with it whatever else of the record the same device wrote. */
    public void confirmWholeSide() {
        Case now = shown.get();
        if (now != null
                && !saving.get()
                && chosen.get() >= 0
                && chosen.get() < now.values().size()) {
            SortedMap<String, Json> all = now.wholeSide(chosen.get());
            if (all.isEmpty()) {
                confirm();
            } else {
                save(now, all);
            }
        }
    }

    /** Whether a value of a consent lets more be done than counts now. */
    private boolean needsAsking(Case now, Json value) {
        Consent counts = now.counts();
        return counts != null && Consent.ofValue(value, today()).grantsMoreThan(counts);
    }

    private @Nullable Json value(Case now, int which) {
        if (which == NONE) {
            return null;
        }
        if (which < now.values().size()) {
            return now.values().get(which).value();
        }
        if (!now.isText()) {
            return now.together().orElse(null);
        }
        return text.get().isBlank() ? Json.NULL : Json.of(storable(text.get()));
    }

    /** Half a letter from another plane, as a broken paste leaves it, cannot be kept. */
    private static String storable(String text) {
        return new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    /** What a save did, with the record as it stood right after it. */
    private record Done(SaveRecord.Outcome outcome, Optional<Shown> after) {}

    private void save(Case now, SortedMap<String, Json> decided) {
        saving.set(true);
        desk.tasks()
                .of(watch -> {
                    SaveRecord.Outcome outcome = desk.uses().conflicts().settle(now.shown(), decided);
                    boolean saved = outcome instanceof SaveRecord.Saved;
                    return new Done(outcome, saved ? read(now.line().record()) : Optional.empty());
                })
                .onEnd(() -> saving.set(false))
                .onSuccess(done -> ended(now, decided, done))
                .onFailure(e -> {
                    asking.set(false);
                    said.set(new Said(Said.Kind.FAILED, now.line(), 0));
                })
                .start();
    }

    private void ended(Case now, SortedMap<String, Json> decided, Done done) {
        asking.set(false);
        if (done.outcome() instanceof SaveRecord.Saved) {
            writing.set(false);
            Set<String> left = done.after()
                    .filter(after -> !after.state().deleted())
                    .map(after -> after.conflicts().keySet())
                    .orElse(Set.of());
            boolean still = decided.keySet().stream().anyMatch(left::contains);
            keepOnly(now.line().record(), left);
            said.set(new Said(still ? Said.Kind.STILL : Said.Kind.SETTLED, now.line(), decided.size()));
            desk.changed().run();
        } else {
            Said.Kind kind = done.outcome() instanceof SaveRecord.Refused
                    ? Said.Kind.REFUSED
                    : done.outcome() instanceof SaveRecord.TooLarge ? Said.Kind.TOO_LARGE : Said.Kind.GONE;
            said.set(new Said(kind, now.line(), 0));
        }
    }

    /** Takes out of the queue what of a record is no longer in conflict, and looks at what stands in its place. */
    private void keepOnly(String record, Set<String> left) {
        int here = at.get();
        int next = here;
        List<Line> kept = new ArrayList<>();
        for (int i = 0; i < lines.size(); i++) {
            Line line = lines.get(i);
            if (!line.record().equals(record) || left.contains(line.path())) {
                kept.add(line);
            } else if (i < here) {
                next--;
            }
        }
        lines.setAll(kept);
        look(next);
    }

    // ---- what is written and not saved

    /** A text that a person wrote here and did not save. */
    private record Written(Shown shown, String path, String text) {}

    private @Nullable Written unsaved() {
        Case now = shown.get();
        String began = now == null ? "" : written(began(now));
        return now == null || !writing.get() || text.get().equals(began)
                ? null
                : new Written(now.shown(), now.line().path(), storable(text.get()));
    }

    private Json began(Case now) {
        return now.together().orElse(now.values().get(Math.max(0, from)).value());
    }

    /** Keeps what was written as a draft of the record's form; taken now, done on any thread. */
    public Runnable rest() {
        Written unsaved = unsaved();
        return unsaved == null ? () -> {} : () -> keep(unsaved);
    }

    private void begin(Runnable work) {
        if (unsaved() != null) {
            desk.tasks()
                    .of(watch -> {
                        work.run();
                        return watch;
                    })
                    .start();
        }
    }

    private void keep(Written written) {
        SaveRecord.Form form = written.shown().form();
        KeepDrafts drafts = desk.uses().drafts();
        Drafts.Draft before = drafts.find(form.record());
        Json.Obj content = before == null
                ? FormDraft.of(
                        new RecordForm(
                                desk.schema(),
                                new OpenRecord.Opened(form, written.shown().state(), false)),
                        null)
                : before.content();
        drafts.keep(form.record(), form.type(), FormDraft.settling(content, written.path(), Json.of(written.text())));
    }

    /** Steps back from what was asked, or chosen. */
    public boolean stepBack() {
        if (asking.get()) {
            asking.set(false);
            return true;
        }
        boolean back = chosen.get() != NONE;
        chosen.set(NONE);
        return back;
    }

    /** Names and contacts were opened, or closed: what is behind that door comes, or goes at once. */
    void doorTurned() {
        if (!desk.names().isOpen()) {
            Case now = shown.get();
            if (now != null && !desk.schema().codeSafe(now.line().type())) {
                shown.set(null);
                text.set("");
            }
            lines.removeIf(line -> !desk.schema().codeSafe(line.type()));
        }
        reload();
    }

    /** The screen is left: what was written and not saved is kept, and nothing stays here of what was shown. */
    void leave() {
        begin(rest());
        stop();
        writing.set(false);
        chosen.set(NONE);
        asking.set(false);
        said.set(null);
        shown.set(null);
        text.set("");
    }

    /** Lets go of what is being read. */
    void stop() {
        if (walking != null) {
            walking.cancel();
            walking = null;
        }
    }
}
