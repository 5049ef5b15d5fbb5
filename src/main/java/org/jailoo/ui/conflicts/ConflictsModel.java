package org.jailoo.ui.conflicts;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
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
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jailoo.app.Conflicts;
import org.jailoo.app.Conflicts.Line;
import org.jailoo.app.Conflicts.Queue;
import org.jailoo.app.Conflicts.Shown;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
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
    private final QueueLines lines = new QueueLines();
    private final ReadOnlyObjectWrapper<@Nullable Queue> queue = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyObjectWrapper<@Nullable Case> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper chosen = new ReadOnlyIntegerWrapper(NONE);
    private final ReadOnlyBooleanWrapper writing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper asking = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper progress = new ReadOnlyDoubleWrapper(1);
    private final OwnText own;
    private @Nullable String wanted;
    private @Nullable Watch walking;
    private boolean ended;

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
        this.own = new OwnText(desk.schema(), desk.uses().drafts());
    }

    // ---- what is shown

    /** The contradictions, in the order of the queue; what is settled goes. */
    public ObservableList<Line> lines() {
        return lines.seen();
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
        return own.text();
    }

    Desk desk() {
        return desk;
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
        int same = lines.take(read.lines(), before);
        queue.set(read);
        int named = wanted == null ? NONE : lines.first(wanted);
        wanted = null;
        if (isWriting() && named < 0 && before != null && before.equals(lines.at(same))) {
            // She is writing: nothing is put in the place of that.
            at.set(same);
            return;
        }
        look(named >= 0 ? named : same);
    }

    private @Nullable Line line() {
        return lines.at(at.get());
    }

    /** Looks at a line; beyond the ends at the last, or the first. */
    private void look(int index) {
        letGo();
        at.set(Math.min(Math.max(0, index), lines.last()));
        Line line = line();
        if (line != null && !desk.schema().codeSafe(line.type())) {
            desk.names().used();
        }
        reading.start(
                watch -> line == null
                        ? Optional.<Case>empty()
                        : desk.uses()
                                .conflicts()
                                .show(line.record())
                                .flatMap(read -> Optional.ofNullable(Case.of(line, read, desk.schema(), today()))),
                read -> {
                    Case found = read.orElse(null);
                    if (line != null && found == null) {
                        // Settled or erased meanwhile.
                        lines.remove(line::equals);
                        look(at.get());
                        return;
                    }
                    shown.set(found);
                    if (found != null && found.isText() && found.together().isPresent()) {
                        own.begin(found.together().get());
                    }
                });
    }

    private LocalDate today() {
        return LocalDate.now(clock());
    }

    // ---- what a person does

    /** Goes to a line. */
    public void select(int index) {
        if (index != at.get() && index >= 0 && index <= lines.last()) {
            said.set(null);
            look(index);
        }
    }

    /** Goes on by so many lines, or back. */
    public void step(int by) {
        select(Math.max(0, Math.min(lines.last(), at.get() + by)));
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
            int from = chosen.get() >= 0 && chosen.get() < now.values().size() ? chosen.get() : 0;
            own.begin(now.values().get(from).value());
        }
        writing.set(true);
        chooseTogether();
        return true;
    }

    /** Saves what is chosen; where that lets more be done with what a person told, it asks first. */
    public void confirm() {
        Case now = shown.get();
        Json value = now == null ? null : now.value(chosen.get(), own);
        if (now == null || value == null || saving.get()) {
            return;
        }
        if (now.allowsMore(value, today()) && !asking.get()) {
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
        SortedMap<String, Json> all = now == null ? new TreeMap<>() : now.wholeSide(chosen.get());
        if (now == null || all.isEmpty()) {
            confirm();
        } else if (!saving.get()) {
            save(now, all);
        }
    }

    /** What a save did, with the record as it stood right after it. */
    private record Done(SaveRecord.Outcome outcome, Optional<Shown> after) {}

    private void save(Case now, SortedMap<String, Json> decided) {
        saving.set(true);
        desk.tasks()
                .of(watch -> {
                    SaveRecord.Outcome outcome = desk.uses().conflicts().settle(now.shown(), decided);
                    boolean saved = outcome instanceof SaveRecord.Saved;
                    return new Done(
                            outcome,
                            saved ? desk.uses().conflicts().show(now.line().record()) : Optional.empty());
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
            look(lines.keepOnly(now.line().record(), left, at.get()));
            said.set(new Said(still ? Said.Kind.STILL : Said.Kind.SETTLED, now.line(), decided.size()));
            desk.changed().run();
        } else {
            said.set(new Said(Said.Kind.of(done.outcome()), now.line(), 0));
        }
    }

    // ---- what is written and not saved

    private boolean isWriting() {
        return shown.get() != null && writing.get() && own.isUnsaved();
    }

    /** Keeps what was written as a draft of the record's form; taken now, done on any thread. */
    public Runnable rest() {
        Case now = shown.get();
        return now == null || !isWriting() ? () -> {} : own.keeping(now);
    }

    private void keep() {
        Case now = shown.get();
        if (now != null && isWriting() && !ended) {
            own.keep(now, desk.tasks());
        }
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
                own.begin(null);
            }
            lines.remove(line -> !desk.schema().codeSafe(line.type()));
        }
        reload();
    }

    /** The screen is left: what was written and not saved is kept, and nothing stays here of what was shown. */
    void leave() {
        stop();
        said.set(null);
        letGo();
    }

    private void letGo() {
        keep();
        chosen.set(NONE);
        asking.set(false);
        writing.set(false);
        own.begin(null);
        shown.set(null);
    }

    /** The notebook closes: what was written and not saved is kept by whoever closes it. */
    void end() {
        ended = true;
        stop();
    }

    private void stop() {
        if (walking != null) {
            walking.cancel();
            walking = null;
        }
    }
}
