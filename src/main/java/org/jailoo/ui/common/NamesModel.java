package org.jailoo.ui.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.history.Content;
import org.jailoo.notebook.Identities;
import org.jailoo.notebook.NotebookException;
import org.jspecify.annotations.Nullable;

/**
 * The door to names and contacts in the window: closed, until a person opens it with a passphrase, and closed again when
 * nobody has used it for a while, or when the notebook is locked.
 */
public final class NamesModel {
    /** Whether they can be read. */
    public enum State {
        CLOSED,
        OPENING,
        OPEN
    }

    /**
     * What the door needs.
     *
     * @param minutes after how many without use it closes
     */
    public record Room(Identities identities, Tasks tasks, Clock clock, IntegerProperty minutes) {}

    /** So much a clock that is kept right may step back. */
    private static final Duration SLIP = Duration.ofMillis(500);

    private final Room room;
    /** Public facts, under a passphrase that nobody knows: nothing to close. */
    private final boolean sample;

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.CLOSED);
    private final ReadOnlyObjectWrapper<@Nullable Sentence> failure = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper left = new ReadOnlyIntegerWrapper();
    private final List<Supplier<Runnable>> typing = new ArrayList<>();
    private Instant used;
    private Instant looked;
    private int held;
    private int opening;

    public NamesModel(Room room, boolean sample) {
        this.room = room;
        this.sample = sample;
        this.used = room.clock().instant();
        this.looked = used;
        if (room.identities().isOpen()) {
            opened();
        }
    }

    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    public boolean isOpen() {
        return state.get() == State.OPEN;
    }

    /** Whether it stays open, because everybody knows what is behind it. */
    public boolean isSample() {
        return sample;
    }

    /** Why it was not opened the last time; null where it was. */
    public ReadOnlyObjectProperty<@Nullable Sentence> failure() {
        return failure.getReadOnlyProperty();
    }

    /** In how many seconds it closes, unless it is used. */
    public ReadOnlyIntegerProperty left() {
        return left.getReadOnlyProperty();
    }

    /** After how many minutes without use it closes. */
    public IntegerProperty minutes() {
        return room.minutes();
    }

    /** Whether they have a passphrase of their own. */
    public boolean isApart() {
        return !sample && room.identities().isApart();
    }

    /**
     * Opens it, and wipes the passphrase.
     *
     * @param record for which record; null where it is not for one
     */
    public void open(char[] passphrase, @Nullable String record) {
        if (state.get() != State.CLOSED) {
            Arrays.fill(passphrase, ' ');
            return;
        }
        state.set(State.OPENING);
        failure.set(null);
        int turn = ++opening;
        room.tasks()
                .of(watch -> {
                    try {
                        String time = Content.timeText(room.clock().instant());
                        room.identities().open(passphrase, time, record);
                        return time;
                    } finally {
                        Arrays.fill(passphrase, ' ');
                    }
                })
                .onSuccess(done -> {
                    if (turn == opening) {
                        opened();
                    } else {
                        // Closed while it was being opened.
                        room.identities().close();
                    }
                })
                .onFailure(e -> {
                    if (turn == opening) {
                        state.set(State.CLOSED);
                        failure.set(sentence(e));
                    }
                })
                .start();
    }

    private static Sentence sentence(Exception e) {
        return e instanceof NotebookException known && known.fault() == NotebookException.Fault.WRONG_PASSPHRASE
                ? Sentence.of("identity.open.wrong")
                : Failures.of(e, java.nio.file.Path.of(""));
    }

    private void opened() {
        used = room.clock().instant();
        looked = used;
        state.set(State.OPEN);
        if (!sample) {
            tick();
        }
    }

    /** Somebody reads or types names: the time begins anew. */
    public void used() {
        if (isOpen()) {
            used = room.clock().instant();
            tick();
        }
    }

    /**
     * Looks at the clock, and closes the door when the time is up; a clock that was set back closes it too. The window asks
     * for it every second.
     */
    public void tick() {
        if (!isOpen() || sample) {
            return;
        }
        Instant now = room.clock().instant();
        if (held > 0) {
            used = now;
        }
        Duration idle = Duration.between(used, now);
        Duration rest = Duration.ofMinutes(room.minutes().get()).minus(idle);
        // Set back a little again and again, it would never come to its end.
        boolean setBack = now.isBefore(looked.minus(SLIP));
        looked = now;
        if (setBack || idle.isNegative() || rest.isNegative() || rest.isZero()) {
            close();
        } else {
            left.set((int) rest.toSeconds());
        }
    }

    /** Keeps it open while something is under way that needs it, until what is returned is run. */
    public Runnable hold() {
        held++;
        boolean[] let = {false};
        return () -> {
            if (!let[0]) {
                let[0] = true;
                held--;
                used();
            }
        };
    }

    /** Closes it; what is typed behind it is taken at once and kept as a draft. */
    public void close() {
        if (sample) {
            return;
        }
        Runnable rest = shut();
        room.tasks()
                .of(watch -> {
                    rest.run();
                    return watch;
                })
                .start();
    }

    /** Closes it; what is returned keeps what was typed behind it, on any thread. Whoever shows names follows the state. */
    public Runnable shut() {
        opening++;
        Runnable rest = rest();
        state.set(State.CLOSED);
        room.identities().close();
        return rest;
    }

    /** Lets what is typed behind it be kept before it closes; what is returned ends that. */
    public Runnable keeping(Supplier<Runnable> what) {
        typing.add(what);
        return () -> typing.remove(what);
    }

    /** What is still to be done so that nothing typed is lost, taken now and done on any thread. */
    public Runnable rest() {
        List<Runnable> rests = typing.stream().map(Supplier::get).toList();
        return () -> rests.forEach(Runnable::run);
    }
}
