package org.jailoo.ui.form;

import java.time.Duration;
import java.util.function.Supplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jailoo.app.KeepDrafts;
import org.jailoo.json.Json;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * Keeps what is typed in a form as a draft in the notebook, at most {@link #WAIT} after it was typed and as long as the
 * disk takes. What was set back to what it was leaves no draft.
 */
public final class Autosave {
    /** How long typing waits to be kept: far below what a person could type again. */
    static final Duration WAIT = Duration.ofMillis(1500);

    private static final Duration AGAIN = Duration.ofSeconds(4);

    /** Whether what is in the form is on the disk. */
    public enum State {
        /** Nothing is typed that needs keeping. */
        NOTHING,
        /** It will be kept in a moment. */
        WAITING,
        KEPT,
        /** The disk did not take it; it is tried again and again. */
        FAILED
    }

    private final RecordForm form;
    private final KeepDrafts drafts;
    private final Tasks tasks;
    private final ChangeListener<Number> typed = (p, was, is) -> changed();
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.NOTHING);
    private final Object turn = new Object();
    private Supplier<@Nullable Caret> where = () -> null;
    private boolean waiting;
    private boolean writing;
    private boolean kept;
    private boolean closed;
    /** The number of the last content that was handed to the disk; guarded by {@link #turn}. */
    private long written;

    private long drawn;

    public Autosave(RecordForm form, KeepDrafts drafts, Tasks tasks, boolean kept) {
        this.form = form;
        this.drafts = drafts;
        this.tasks = tasks;
        this.kept = kept;
        form.turns().addListener(typed);
        if (form.dirty().get()) {
            state.set(kept ? State.KEPT : State.WAITING);
        }
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** Tells where the person is, to bring her back there. */
    public void follow(Supplier<@Nullable Caret> where) {
        this.where = where;
    }

    private void changed() {
        if (!form.dirty().get() && !kept) {
            state.set(State.NOTHING);
            return;
        }
        state.set(form.dirty().get() ? State.WAITING : State.NOTHING);
        wait(WAIT);
    }

    private void wait(Duration time) {
        if (!waiting && !closed) {
            waiting = true;
            tasks.after(time, () -> {
                waiting = false;
                if (writing) {
                    wait(WAIT);
                } else if (!closed && (form.dirty().get() || kept)) {
                    start();
                }
            });
        }
    }

    private void start() {
        int turnOfForm = form.turns().get();
        Write write = write();
        writing = true;
        tasks.of(watch -> write.run())
                .onEnd(() -> writing = false)
                .onFailure(e -> {
                    state.set(State.FAILED);
                    wait(AGAIN);
                })
                .onSuccess(done -> {
                    kept = write.content() != null;
                    if (form.turns().get() != turnOfForm) {
                        wait(WAIT);
                    } else if (form.dirty().get()) {
                        state.set(State.KEPT);
                    }
                })
                .start();
    }

    /** What stood in the form at one moment, on its way to the disk; nothing where the draft is to go. */
    private final class Write {
        private final long number;
        private final String record;
        private final String type;
        private final Json.@Nullable Obj content;

        Write(Json.@Nullable Obj content) {
            this.number = ++drawn;
            this.record = form.opened().form().record();
            this.type = form.typeName();
            this.content = content;
        }

        Json.@Nullable Obj content() {
            return content;
        }

        /** On whichever thread: an older content never takes the place of a newer one. */
        boolean run() {
            synchronized (turn) {
                if (number <= written) {
                    return false;
                }
                written = number;
                if (content == null) {
                    drafts.discard(record);
                    return false;
                }
                return drafts.keep(record, type, content);
            }
        }
    }

    private Write write() {
        Caret caret = where.get();
        return new Write(form.dirty().get() ? FormDraft.of(form, caret == null ? null : caret.json()) : null);
    }

    /** What is still to be done so that nothing is lost, taken now and done on any thread, once; nothing where all is. */
    public Runnable rest() {
        if (!form.dirty().get() && !kept) {
            return () -> {};
        }
        Write write = write();
        return write::run;
    }

    /** Does a save, on a thread of its choice, so that nothing typed before it is kept as a draft after it. */
    public <T> T saving(Tasks.Work<T> save, org.jailoo.ui.common.Watch watch) throws Exception {
        synchronized (turn) {
            long before = drawn;
            T saved = save.call(watch);
            written = Math.max(written, before);
            return saved;
        }
    }

    /** The save has ended the draft; what was under way to the disk meanwhile is of before it, and has to go. */
    public void ended() {
        kept = writing;
        changed();
    }

    /** Throws the draft away. */
    public void discard() {
        kept = false;
        Write nothing = new Write(null);
        tasks.of(watch -> nothing.run()).start();
        state.set(State.NOTHING);
    }

    /** Keeps nothing more; what was not kept yet must have been asked for by {@link #rest}. */
    public void close() {
        closed = true;
        form.turns().removeListener(typed);
    }
}
