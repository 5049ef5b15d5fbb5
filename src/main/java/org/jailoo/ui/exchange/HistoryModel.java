package org.jailoo.ui.exchange;

import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.UndoImport;
import org.jailoo.app.UndoPlan;
import org.jailoo.app.UndoPlan.Way;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** The bundles that came in, and the taking back of one: looked at first, then done as it was seen. */
public final class HistoryModel {
    /** As many as a person looks through. */
    static final int SHOWN = 200;

    private final Tasks tasks;
    private final Notebook notebook;
    private final UndoImport undo;
    private final Runnable changed;
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable Looking> looking = new SimpleObjectProperty<>();
    private @Nullable Watch running;

    /**
     * With a word for whoever shows the notebook.
     *
     * @param changed runs after an import was undone: what is still in memory of it goes
     */
    public HistoryModel(Tasks tasks, Notebook notebook, UndoImport undo, Runnable changed) {
        this.tasks = tasks;
        this.notebook = notebook;
        this.undo = undo;
        this.changed = changed;
    }

    /** A bundle, with its sender as people know it. */
    record Row(Came came, String sender) {}

    /**
     * One that a person thinks of taking back.
     *
     * @param bundle its key
     * @param plan what would happen; null while that is being looked at
     * @param working whether it is being done
     * @param said something else to say
     */
    record Looking(
            long bundle,
            @Nullable UndoPlan plan,
            boolean working,
            @Nullable Sentence said) {}

    ObservableList<Row> rows() {
        return rows;
    }

    ReadOnlyObjectProperty<@Nullable Looking> lookingProperty() {
        return looking;
    }

    /** Reads them again. */
    public void reload() {
        tasks.of(watch -> undo.came(SHOWN).stream()
                        .map(came -> new Row(came, sender(came.device())))
                        .toList())
                .onSuccess(rows::setAll)
                .start();
    }

    private String sender(String device) {
        Device known = notebook.devices().find(device);
        return known == null ? device.substring(0, 8) : known.card().shownName();
    }

    /** Looks what taking one back would do; nothing is written. */
    void look(long bundle) {
        leave();
        looking.set(new Looking(bundle, null, false, null));
        running = tasks.of(watch -> undo.look(bundle, watch::at))
                .onSuccess(plan -> show(bundle, plan, null))
                .onFailure(e -> show(bundle, null, Failures.of(e, Path.of(""))))
                .start();
    }

    private void show(long bundle, @Nullable UndoPlan plan, @Nullable Sentence said) {
        Looking now = looking.get();
        if (now != null && now.bundle() == bundle) {
            looking.set(new Looking(bundle, plan, false, said));
        }
    }

    /** Does what is shown, and nothing else. */
    void undo() {
        Looking now = looking.get();
        if (now == null || now.plan() == null || now.working() || now.plan().way() == Way.NONE) {
            return;
        }
        UndoPlan plan = now.plan();
        looking.set(new Looking(now.bundle(), plan, true, null));
        running = tasks.of(watch -> undo.undo(plan, watch::at))
                .onEnd(() -> {
                    if (looking.get() != null && looking.get().working()) {
                        // Of one that was stopped nothing was written, and what was seen still stands.
                        looking.set(new Looking(now.bundle(), plan, false, null));
                    }
                })
                .onSuccess(outcome -> ended(now.bundle(), outcome))
                .onFailure(e -> show(now.bundle(), plan, Failures.of(e, Path.of(""))))
                .start();
    }

    private void ended(long bundle, UndoImport.Outcome outcome) {
        if (outcome instanceof UndoImport.Changed other) {
            show(bundle, other.now(), Sentence.of("exchange.history.meanwhile"));
        } else {
            looking.set(null);
            changed.run();
        }
        reload();
    }

    /** Stops what is being done: of it nothing is written. */
    void stop() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Leaves it as it is. */
    void leave() {
        if (looking.get() == null || !looking.get().working()) {
            stop();
            looking.set(null);
        }
    }
}
