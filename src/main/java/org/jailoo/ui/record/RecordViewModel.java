package org.jailoo.ui.record;

import java.util.Objects;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jailoo.app.BeginRecord;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.NotebookException;
import org.jailoo.record.Path;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.Autosave;
import org.jailoo.ui.form.Caret;
import org.jailoo.ui.form.FormDraft;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * One open record: reads it, saves what was changed, and says what became of the save. Whatever goes wrong, what was
 * typed stays in the form.
 */
public final class RecordViewModel {
    private static final int LATEST = 100;

    private final Desk desk;
    private final ReadOnlyObjectWrapper<@Nullable RecordForm> form = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<RecordHistory.@Nullable Story> story = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper changedUnderneath = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper missing = new ReadOnlyBooleanWrapper();
    private final ReadOnlyStringWrapper resumed = new ReadOnlyStringWrapper("");
    private @Nullable Autosave autosave;
    private @Nullable Caret caret;
    private @Nullable Caret wanted;
    private Supplier<@Nullable Caret> where = () -> null;
    private boolean left;

    /** What the screen works with. */
    public record Desk(Schema schema, Uses uses, Tasks tasks) {}

    /** What can be done with a record. */
    public record Uses(OpenRecord open, SaveRecord save, RecordHistory history, KeepDrafts drafts, BeginRecord begin) {}

    public RecordViewModel(Desk desk) {
        this.desk = desk;
    }

    /** What a save did, with the record as it stood right after it. */
    private record Saving(SaveRecord.Outcome outcome, Optional<Opened> after) {}

    // ---- what is shown

    /** The form; null until the record is read. */
    public ReadOnlyObjectProperty<@Nullable RecordForm> form() {
        return form.getReadOnlyProperty();
    }

    /** What became of the last save; null before there was one, and once the person types on. */
    public ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    /** Whether anything was typed that no save has taken. */
    public ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    /** Whether a save is under way. */
    public ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Whether the record was changed by somebody else while changes are open here. */
    public ReadOnlyBooleanProperty changedUnderneath() {
        return changedUnderneath.getReadOnlyProperty();
    }

    /** Whether the notebook knows nothing of the record that was asked for. */
    public ReadOnlyBooleanProperty missing() {
        return missing.getReadOnlyProperty();
    }

    /** When that was kept of which the form was made, though nobody saved it; empty where nothing was. */
    public ReadOnlyStringProperty resumed() {
        return resumed.getReadOnlyProperty();
    }

    /** Whether what is typed is on the disk; null until the record is read. */
    public @Nullable Autosave autosave() {
        return autosave;
    }

    /** The history of the record, and who stands against whom in its conflicts; null until it is read. */
    public ReadOnlyObjectProperty<RecordHistory.@Nullable Story> story() {
        return story.getReadOnlyProperty();
    }

    /** Reads the history again; of a new record there is none. */
    private void tell() {
        RecordForm current = form.get();
        if (current == null || current.state() == null) {
            story.set(null);
            return;
        }
        String record = current.opened().form().record();
        desk.tasks()
                .of(watch -> desk.uses().history().tell(record, LATEST))
                .onSuccess(told -> {
                    if (form.get() == current) {
                        story.set(told);
                    }
                })
                .onFailure(e -> story.set(null))
                .start();
    }

    // ---- what a person does

    /** Opens a form for a new record. */
    public void anew(String type) {
        begin(type, null);
    }

    /** Opens a form for a new record, which goes on from another one where that is named. */
    public void begin(String type, @Nullable String like) {
        Opened opened = desk.uses().open().anew(type);
        desk.tasks()
                .of(watch -> desk.uses().begin().given(type, like))
                .onSuccess(given -> take(new RecordForm(desk.schema(), opened, given), null))
                .start();
    }

    /** Opens a record, with what was typed and not saved. */
    public void open(String record) {
        open(record, null);
    }

    /** Opens it with the keyboard at a place, where one is given. */
    public void open(String record, @Nullable Caret at) {
        left = false;
        wanted = at;
        desk.tasks()
                .of(watch -> Found.find(desk.uses(), record))
                .onSuccess(found -> {
                    missing.set(found.isEmpty());
                    found.ifPresent(known -> take(new RecordForm(desk.schema(), known.opened()), known.draft()));
                })
                .start();
    }

    private void take(RecordForm made, @Nullable Draft draft) {
        if (autosave != null) {
            autosave.close();
        }
        if (draft != null) {
            FormDraft.restore(draft.content(), made);
        }
        caret = wanted != null ? wanted : draft == null ? null : Caret.of(FormDraft.at(draft.content()));
        wanted = null;
        resumed.set(draft != null && made.dirty().get() ? draft.kept() : "");
        Autosave keeping = new Autosave(made, desk.uses().drafts(), desk.tasks(), draft != null);
        keeping.follow(() -> where.get());
        autosave = keeping;
        form.set(made);
        dirty.bind(made.dirty());
        notice.set(null);
        changedUnderneath.set(false);
        story.set(null);
        tell();
        made.turns().addListener((p, before, now) -> {
            Notice shown = notice.get();
            if (shown != null && shown.isOver(made)) {
                notice.set(null);
            }
        });
    }

    /** Saves what was changed. */
    public void save() {
        save(() -> {});
    }

    /** Saves what was changed, and goes on if it is on the disk. */
    public void save(Runnable then) {
        RecordForm current = form.get();
        if (current == null || saving.get()) {
            return;
        }
        if (current.problems() > 0) {
            notice.set(new Notice(Notice.Kind.NOT_UNDERSTOOD, current.problems()));
            return;
        }
        Json.Obj body = current.body();
        if (!current.dirty().get() || body.members().isEmpty()) {
            then.run();
            return;
        }
        SaveRecord.Form parents = current.opened().form();
        Autosave keeping = Objects.requireNonNull(autosave);
        saving.set(true);
        desk.tasks()
                .of(watch -> {
                    SaveRecord.Outcome outcome =
                            keeping.saving(w -> desk.uses().save().save(parents, body), watch);
                    return new Saving(outcome, after(outcome));
                })
                .onEnd(() -> saving.set(false))
                .onSuccess(saved -> ended(current, body, saved, then))
                .onFailure(e -> notice.set(Notice.failed(e)))
                .start();
    }

    /** The record after a save; where it cannot be read the save is on the disk all the same. */
    private Optional<Opened> after(SaveRecord.Outcome outcome) {
        if (!(outcome instanceof SaveRecord.Saved saved)) {
            return Optional.empty();
        }
        try {
            return desk.uses().open().open(saved.form().record());
        } catch (NotebookException e) {
            return Optional.empty();
        }
    }

    private void ended(RecordForm current, Json.Obj body, Saving saving, Runnable then) {
        SaveRecord.Outcome outcome = saving.outcome();
        if (outcome instanceof SaveRecord.Saved saved) {
            Opened after = saving.after().orElse(null);
            RecordState state = after == null ? current.state() : after.state();
            boolean heldPurge = after == null ? current.opened().heldPurge() : after.heldPurge();
            // Its parents are this save alone while changes are open: they were made without knowing of anything else.
            current.saved(new Opened(saved.form(), state, heldPurge), body);
            resumed.set("");
            Objects.requireNonNull(autosave).ended();
            boolean moved =
                    after != null && !after.form().parents().equals(saved.form().parents());
            if (!current.dirty().get() && after != null) {
                current.reopen(after);
                changedUnderneath.set(false);
            } else if (moved) {
                changedUnderneath.set(true);
            }
            tell();
            int conflicts = state == null ? 0 : state.conflicts().size();
            notice.set(new Notice(conflicts > 0 ? Notice.Kind.SAVED_IN_CONFLICT : Notice.Kind.SAVED, conflicts));
            if (!current.dirty().get()) {
                then.run();
            }
        } else if (outcome instanceof SaveRecord.Refused refused) {
            current.mark(refused.problems());
            notice.set(new Notice(Notice.Kind.REFUSED, refused.problems().size()));
        } else if (outcome instanceof SaveRecord.OtherType) {
            notice.set(new Notice(Notice.Kind.OTHER_TYPE, 0));
        } else if (outcome instanceof SaveRecord.Purged) {
            notice.set(new Notice(Notice.Kind.PURGED, 0));
        } else {
            notice.set(new Notice(Notice.Kind.TOO_LARGE, 0));
        }
    }

    /** Puts the record into the bin, or takes it out again: an ordinary revision, saved at once. */
    public void delete(boolean deleted) {
        RecordForm current = form.get();
        if (current != null && !current.dirty().get() && current.state() != null) {
            current.write(Place.at(Path.DELETED), deleted ? Json.TRUE : null);
            save();
        }
    }

    /** Fills the form with what the record was after one of its revisions; saved like any other change. */
    public void bringBack(String revision) {
        RecordForm current = form.get();
        if (current != null) {
            String record = current.opened().form().record();
            desk.tasks()
                    .of(watch -> desk.uses().history().valuesAfter(record, revision))
                    .onSuccess(values -> {
                        if (form.get() == current) {
                            current.bring(values);
                        }
                    })
                    .start();
        }
    }

    /** Takes back what was typed since the form was opened or saved. */
    public void discard() {
        RecordForm current = form.get();
        if (current != null) {
            current.discard();
            Objects.requireNonNull(autosave).discard();
            resumed.set("");
            notice.set(null);
            look();
        }
    }

    /**
     * Looks whether the record was changed by somebody else, as by an import. Without changes here it is shown as it
     * stands now; with changes the form stays, and so do the parents of its save, so that a contradiction is seen.
     */
    public void look() {
        RecordForm current = form.get();
        if (current == null || saving.get()) {
            return;
        }
        if (left) {
            open(current.opened().form().record());
            return;
        }
        Opened shown = current.opened();
        desk.tasks()
                .of(watch -> desk.uses().open().open(shown.form().record()))
                .onSuccess(now -> {
                    boolean same = now.isEmpty() || now.get().equals(shown);
                    if (form.get() != current || !current.opened().equals(shown) || saving.get() || same) {
                        return;
                    }
                    if (current.dirty().get()) {
                        changedUnderneath.set(true);
                    } else {
                        current.reopen(now.get());
                        changedUnderneath.set(false);
                        notice.set(null);
                        tell();
                    }
                })
                .start();
    }

    /** Goes away from the record as the person answered; {@code go} runs only when nothing typed is lost by it. */
    public void leave(Leaving answer, Runnable go) {
        if (answer == Leaving.SAVE) {
            save(go);
            return;
        }
        RecordForm current = form.get();
        if (answer == Leaving.DISCARD && current != null) {
            current.discard();
            Objects.requireNonNull(autosave).discard();
        }
        Runnable rest = rest();
        desk.tasks()
                .of(watch -> {
                    rest.run();
                    return watch;
                })
                .onSuccess(done -> {
                    left = true;
                    end();
                    go.run();
                })
                .start();
    }

    /** Keeps nothing more. */
    public void end() {
        if (autosave != null) {
            autosave.close();
        }
    }

    /** What is still to be done so that nothing typed is lost, taken now and done on any thread. */
    public Runnable rest() {
        return autosave == null ? () -> {} : autosave.rest();
    }

    /** Tells where the person is, to bring her back there. */
    void follow(Supplier<@Nullable Caret> place) {
        where = place;
    }

    /** Where the person was when what was typed was kept; asked once. */
    @Nullable
    Caret comeBackTo() {
        Caret place = caret;
        caret = null;
        return place;
    }
}
