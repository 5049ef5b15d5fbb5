package org.jailoo.ui.files;

import java.io.IOException;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyDoubleWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javax.sound.sampled.LineUnavailableException;
import org.jailoo.app.HeldFile;
import org.jailoo.sound.NotPlayable;
import org.jailoo.sound.Sound;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** Plays one recording at a time, from the notebook through memory to the loudspeaker. */
final class Player implements AutoCloseable {
    /** What it is doing. */
    enum State {
        QUIET,
        OPENING,
        PLAYING,
        /** It cannot be decoded here. */
        NOT_PLAYABLE,
        /** There is nothing to hear it with. */
        NO_LOUDSPEAKER
    }

    private final Tasks tasks;
    private final Function<String, @Nullable HeldFile> find;
    private final Loudspeaker.Maker maker;
    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(State.QUIET);
    private final ReadOnlyObjectWrapper<@Nullable String> playing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyDoubleWrapper position = new ReadOnlyDoubleWrapper();
    private @Nullable Watch running;
    private volatile double wanted = -1;
    private volatile double length;
    private long turn;

    Player(Tasks tasks, Function<String, @Nullable HeldFile> find, Loudspeaker.Maker maker) {
        this.tasks = tasks;
        this.find = find;
        this.maker = maker;
    }

    ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /** The file that is or was played last. */
    ReadOnlyObjectProperty<@Nullable String> playing() {
        return playing.getReadOnlyProperty();
    }

    /** Where it is, in seconds. */
    ReadOnlyDoubleProperty position() {
        return position.getReadOnlyProperty();
    }

    /** Plays a recording from a place on; what was playing stops. */
    void play(String sha256, String type, double from) {
        pause();
        turn++;
        long mine = turn;
        playing.set(sha256);
        position.set(from);
        state.set(State.OPENING);
        wanted = from;
        running = tasks.of(watch -> run(sha256, type, watch))
                .onProgress(at -> {
                    if (mine == turn && state.get() != State.QUIET) {
                        state.set(State.PLAYING);
                        position.set(at * length);
                    }
                })
                .onSuccess(end -> {
                    if (mine == turn) {
                        state.set(end);
                        position.set(0);
                    }
                })
                .start();
    }

    /** Stops; the position stays. */
    void pause() {
        turn++;
        if (running != null) {
            running.cancel();
            running = null;
        }
        state.set(State.QUIET);
    }

    /** Goes on from another place. */
    void seek(double to) {
        wanted = to;
        position.set(to);
    }

    private State run(String sha256, String type, Watch watch) throws IOException {
        length = 0;
        HeldFile held = find.apply(sha256);
        if (held == null) {
            return State.NOT_PLAYABLE;
        }
        Sound sound;
        try {
            sound = Sound.open(held, type);
        } catch (NotPlayable e) {
            return State.NOT_PLAYABLE;
        }
        length = sound.seconds();
        try (Loudspeaker out = maker.open(sound.rate(), sound.channels())) {
            return pour(sound, out, watch);
        } catch (LineUnavailableException e) {
            return State.NO_LOUDSPEAKER;
        } catch (IOException e) {
            return State.NOT_PLAYABLE;
        }
    }

    private State pour(Sound sound, Loudspeaker out, Watch watch) throws IOException {
        double at = 0;
        while (true) {
            double to = wanted;
            if (to >= 0) {
                wanted = -1;
                out.drop();
                at = sound.seek(to);
            }
            short[] next = sound.next();
            if (next == null) {
                if (out.waiting() <= 0.01) {
                    return State.QUIET;
                }
                rest();
            } else {
                out.play(next);
                at += (double) next.length / sound.channels() / sound.rate();
            }
            watch.at(Math.round(1000 * Math.max(0, at - out.waiting())), Math.max(1, Math.round(1000 * length)));
        }
    }

    private static void rest() {
        try {
            Thread.sleep(20);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        pause();
        playing.set(null);
    }
}
