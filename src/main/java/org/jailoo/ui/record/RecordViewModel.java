package org.jailoo.ui.record;

import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.NotebookException;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Tasks;
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

    /** What the screen works with. */
    public record Desk(Schema schema, OpenRecord open, SaveRecord save, RecordHistory history, Tasks tasks) {}

    public RecordViewModel(Desk desk) {
        this.desk = desk;
    }

    /** What a save did, with the record as it stood right after it. */
    private record Saving(SaveRecord.Outcome outcome, Optional<Opened> after) {}

    /** What a person answers who leaves with changes. */
    public enum Leaving {
        SAVE,
        DISCARD,
        STAY
    }

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
                .of(watch -> desk.history().tell(record, LATEST))
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
        take(desk.open().anew(type));
    }

    /** Opens a record. */
    public void open(String record) {
        desk.tasks()
                .of(watch -> desk.open().open(record))
                .onSuccess(opened -> {
                    missing.set(opened.isEmpty());
                    opened.ifPresent(this::take);
                })
                .start();
    }

    private void take(Opened opened) {
        RecordForm made = new RecordForm(desk.schema(), opened);
        form.set(made);
        dirty.bind(made.dirty());
        notice.set(null);
        changedUnderneath.set(false);
        story.set(null);
        tell();
        made.turns().addListener((p, before, now) -> {
            Notice shown = notice.get();
            if (shown != null && isOver(shown.kind(), made)) {
                notice.set(null);
            }
        });
    }

    /** Whether what was said holds no more, now that the person typed on. */
    private static boolean isOver(Notice.Kind said, RecordForm form) {
        return said.isSaved()
                ? form.dirty().get()
                : (said == Notice.Kind.NOT_UNDERSTOOD || said == Notice.Kind.REFUSED) && form.problems() == 0;
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
        if (body.members().isEmpty()) {
            then.run();
            return;
        }
        SaveRecord.Form parents = current.opened().form();
        saving.set(true);
        desk.tasks()
                .of(watch -> {
                    SaveRecord.Outcome outcome = desk.save().save(parents, body);
                    return new Saving(outcome, after(outcome));
                })
                .onEnd(() -> saving.set(false))
                .onSuccess(saved -> ended(current, body, saved, then))
                .onFailure(e -> notice.set(new Notice(failure(e), 0)))
                .start();
    }

    /** The record after a save; where it cannot be read the save is on the disk all the same. */
    private Optional<Opened> after(SaveRecord.Outcome outcome) {
        if (!(outcome instanceof SaveRecord.Saved saved)) {
            return Optional.empty();
        }
        try {
            return desk.open().open(saved.form().record());
        } catch (NotebookException e) {
            return Optional.empty();
        }
    }

    private static Notice.Kind failure(Exception e) {
        boolean full = e instanceof NotebookException known && known.fault() == NotebookException.Fault.NOT_WRITABLE;
        return full ? Notice.Kind.NOT_WRITABLE : Notice.Kind.FAILED;
    }

    private void ended(RecordForm current, Json.Obj body, Saving saving, Runnable then) {
        SaveRecord.Outcome outcome = saving.outcome();
        if (outcome instanceof SaveRecord.Saved saved) {
            Opened after = saving.after().orElse(null);
            RecordState state = after == null ? current.state() : after.state();
            boolean heldPurge = after == null ? current.opened().heldPurge() : after.heldPurge();
            // Its parents are this save alone while changes are open: they were made without knowing of anything else.
            current.saved(new Opened(saved.form(), state, heldPurge), body);
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

    /** Takes back what was typed since the form was opened or saved. */
    public void discard() {
        RecordForm current = form.get();
        if (current != null) {
            current.discard();
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
        Opened shown = current.opened();
        desk.tasks()
                .of(watch -> desk.open().open(shown.form().record()))
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
        } else if (answer == Leaving.DISCARD) {
            RecordForm current = form.get();
            if (current != null) {
                current.discard();
            }
            go.run();
        }
    }
}
