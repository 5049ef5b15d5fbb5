package org.jailoo.ui.identity;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.NamesOf;
import org.jailoo.app.NamesOf.Known;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.Autosave;
import org.jailoo.ui.form.FormDraft;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * Who one participant is, while the door is open: read when it opens, forgotten when it closes. What was typed and not
 * saved is kept as a draft by then.
 */
final class NamesCardModel {
    /** What can be done with names. */
    record Uses(
            NamesOf look, SaveRecord save, KeepDrafts drafts, RecordHistory history, HandOverIdentities handingOver) {}

    /** What the card works with. */
    record Desk(Schema schema, Uses uses, Tasks tasks, NamesModel names) {}

    /**
     * A record that says who she is.
     *
     * @param story who wrote what; null until it is read, and of one that was never saved
     */
    record Shown(RecordForm form, Autosave autosave, ReadOnlyObjectWrapper<RecordHistory.@Nullable Story> story) {}

    private final Desk desk;
    private final String participant;
    private final ReadOnlyObjectWrapper<List<Shown>> shown = new ReadOnlyObjectWrapper<>(List.of());
    private final ReadOnlyObjectWrapper<@Nullable Sentence> said = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<HandOverIdentities.@Nullable Standing> elsewhere =
            new ReadOnlyObjectWrapper<>();
    private final ChangeListener<NamesModel.State> turned = (p, was, is) -> turn(is);
    private Runnable kept = () -> {};
    private boolean listening;
    private int watched;

    NamesCardModel(Desk desk, String participant) {
        this.desk = desk;
        this.participant = participant;
    }

    /** Somebody looks at the card. */
    void attach() {
        watched++;
        if (!listening) {
            listening = true;
            kept = desk.names().keeping(this::rest);
            desk.names().state().addListener(turned);
        }
        if (desk.names().isOpen()) {
            if (shown.get().isEmpty()) {
                look();
            } else {
                again();
            }
        }
    }

    /** Nobody looks at it any more: what is typed is kept at once, and stays here until the door closes. */
    void detach() {
        watched--;
        Runnable rest = rest();
        desk.tasks()
                .of(watch -> {
                    rest.run();
                    return watch;
                })
                .start();
        if (!desk.names().isOpen()) {
            silence();
        }
    }

    private void silence() {
        listening = false;
        desk.names().state().removeListener(turned);
        kept.run();
    }

    String participant() {
        return participant;
    }

    NamesModel names() {
        return desk.names();
    }

    /** The records that say who she is; empty while the door is closed, or until they are read. */
    ReadOnlyObjectProperty<List<Shown>> shown() {
        return shown.getReadOnlyProperty();
    }

    /** What became of the last save or reading; null where there is nothing to say. */
    ReadOnlyObjectProperty<@Nullable Sentence> said() {
        return said.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Who else holds names that were given up here; null while nothing was. */
    ReadOnlyObjectProperty<HandOverIdentities.@Nullable Standing> elsewhere() {
        return elsewhere.getReadOnlyProperty();
    }

    private void turn(NamesModel.State state) {
        if (state != NamesModel.State.OPEN) {
            forget();
            if (watched == 0) {
                silence();
            }
        } else if (watched > 0) {
            look();
        }
    }

    private void forget() {
        shown.get().forEach(one -> one.autosave().close());
        shown.set(List.of());
        said.set(null);
    }

    private record Read(List<Known> known, HandOverIdentities.Standing standing) {}

    private void look() {
        desk.tasks()
                .of(watch -> new Read(
                        desk.uses().look().look(participant),
                        desk.uses().handingOver().look()))
                .onSuccess(read -> {
                    if (desk.names().isOpen()) {
                        forget();
                        elsewhere.set(read.standing().elsewhere() > 0 ? read.standing() : null);
                        shown.set(read.known().stream().map(this::open).toList());
                    }
                })
                .onFailure(e -> said.set(Failures.of(e, java.nio.file.Path.of(""))))
                .start();
    }

    private Shown open(Known known) {
        RecordForm form = new RecordForm(desk.schema(), known.opened(), known.given());
        if (known.draft() != null) {
            FormDraft.restore(known.draft().content(), form);
        }
        Shown made = new Shown(
                form,
                new Autosave(form, desk.uses().drafts(), desk.tasks(), known.draft() != null),
                new ReadOnlyObjectWrapper<>());
        if (form.state() != null) {
            tell(made);
        }
        return made;
    }

    private void tell(Shown one) {
        String record = one.form().opened().form().record();
        desk.tasks()
                .of(watch -> desk.uses().history().tell(record, 1))
                .onSuccess(story -> {
                    if (desk.names().isOpen()) {
                        one.story().set(story);
                    }
                })
                .onFailure(e -> one.story().set(null))
                .start();
    }

    /** Saves what was typed in one of the records. */
    void save(Shown one) {
        RecordForm form = one.form();
        if (saving.get() || !desk.names().isOpen()) {
            return;
        }
        if (form.problems() > 0) {
            said.set(Sentence.of("identity.save.refused"));
            return;
        }
        Json.Obj body = form.body();
        if (!form.dirty().get() || body.members().isEmpty()) {
            return;
        }
        saving.set(true);
        Runnable let = desk.names().hold();
        SaveRecord.Form parents = form.opened().form();
        desk.tasks()
                .of(watch -> one.autosave().saving(w -> desk.uses().save().save(parents, body), watch))
                .onEnd(() -> {
                    saving.set(false);
                    let.run();
                })
                .onSuccess(outcome -> saved(one, body, outcome))
                .onFailure(e -> said.set(Failures.of(e, java.nio.file.Path.of(""))))
                .start();
    }

    private void saved(Shown one, Json.Obj body, SaveRecord.Outcome outcome) {
        if (outcome instanceof SaveRecord.Saved saved) {
            one.form().saved(new OpenRecord.Opened(saved.form(), one.form().state(), false), body);
            one.autosave().ended();
            if (!one.form().dirty().get() && desk.names().isOpen()) {
                said.set(Sentence.of("identity.save.saved"));
                again();
            }
        } else if (outcome instanceof SaveRecord.Refused refused) {
            one.form().mark(refused.problems());
            said.set(Sentence.of("identity.save.refused"));
        } else if (outcome instanceof SaveRecord.Purged) {
            said.set(Sentence.of("record.notice.purged"));
        } else {
            said.set(Sentence.of("record.notice.too-large"));
        }
    }

    /** Reads those again in which nothing is being typed. */
    private void again() {
        desk.tasks()
                .of(watch -> desk.uses().look().look(participant))
                .onSuccess(known -> {
                    if (!desk.names().isOpen()) {
                        return;
                    }
                    List<Shown> next = new ArrayList<>();
                    for (Known one : known) {
                        String record = one.opened().form().record();
                        Optional<Shown> typed = shown.get().stream()
                                .filter(s -> s.form().opened().form().record().equals(record)
                                        && s.form().dirty().get())
                                .findFirst();
                        next.add(typed.orElseGet(() -> open(one)));
                    }
                    shown.get().stream()
                            .filter(s -> !next.contains(s))
                            .forEach(s -> s.autosave().close());
                    shown.set(List.copyOf(next));
                })
                .onFailure(e -> said.set(Failures.of(e, java.nio.file.Path.of(""))))
                .start();
    }

    /** What is still to be done so that nothing typed is lost, taken now. */
    Runnable rest() {
        List<Runnable> rests =
                shown.get().stream().map(one -> one.autosave().rest()).toList();
        return () -> rests.forEach(Runnable::run);
    }
}
