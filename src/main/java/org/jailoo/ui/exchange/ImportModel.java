package org.jailoo.ui.exchange;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The files that wait to be imported: each verified and looked at first, then written if the person says so.
 *
 * <p>One after the other; one that is refused stops only itself. A sender of whom nothing is known is read as if trusted,
 * because reading writes nothing; writing demands the person's word.
 */
public final class ImportModel {
    private final Tasks tasks;
    private final ImportBundle imports;
    private final Notebook notebook;
    private final Runnable changed;
    private final ObservableList<Arrival> arrivals = FXCollections.observableArrayList();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable Watch running;

    /**
     * With a word for whoever shows the notebook.
     *
     * @param changed runs after something was written
     */
    public ImportModel(Tasks tasks, ImportBundle imports, Notebook notebook, Runnable changed) {
        this.tasks = tasks;
        this.imports = imports;
        this.notebook = notebook;
        this.changed = changed;
    }

    ObservableList<Arrival> arrivals() {
        return arrivals;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Puts files into the queue and reads them. */
    public void add(List<Path> files) {
        // A file that waits already waits once.
        files.stream().filter(file -> place(file) < 0).map(Arrival::of).forEach(arrivals::add);
        readNext();
    }

    private void readNext() {
        int place = place(Stage.QUEUED);
        if (busy.get() || place < 0) {
            return;
        }
        Path file = arrivals.get(place).file();
        busy.set(true);
        arrivals.set(place, arrivals.get(place).reading(0));
        running = tasks.of(watch -> read(file, watch))
                .onProgress(done -> update(file, a -> a.stage() == Stage.READING ? a.reading(done) : a))
                .onEnd(this::ended)
                .onFailure(e -> update(file, a -> a.refused(Failures.reading(e, file))))
                .onSuccess(read -> {
                    if (!update(file, a -> a.ready(read.seen(), read.preview()))) {
                        // It was taken off the list meanwhile.
                        read.seen().waiting().close();
                    }
                })
                .start();
    }

    private record Read(Seen seen, ImportResult preview) {}

    private Read read(Path file, Watch watch) throws IOException, BundleRefused {
        long size = Files.size(file);
        Waiting waiting = imports.stage(file, null, new Allowed(true, false), bytes -> watch.at(bytes, size));
        boolean done = false;
        try {
            String device = waiting.bundle().manifest().from();
            Card sender = waiting.bundle().cards().get(device);
            if (sender == null) {
                throw new IllegalStateException("a bundle without the card of its sender");
            }
            boolean trusted = notebook.devices().trust(device) == Trust.TRUSTED;
            Seen seen = new Seen(
                    waiting, sender, trusted, waiting.bundle().manifest().created());
            Read read = new Read(seen, waiting.preview());
            done = true;
            return read;
        } finally {
            if (!done) {
                waiting.close();
            }
        }
    }

    /** Writes a verified bundle; a person who writes one of an unknown sender says by that that she trusts it. */
    void write(Arrival arrival) {
        Seen seen = arrival.seen();
        if (seen == null || arrival.stage() != Stage.READY || busy.get()) {
            return;
        }
        Path file = arrival.file();
        busy.set(true);
        update(file, Arrival::writing);
        tasks.of(watch -> {
                    try (Waiting waiting = seen.waiting()) {
                        return waiting.write();
                    }
                })
                .onEnd(this::ended)
                .onFailure(e -> update(file, a -> a.refused(Failures.of(e, file))))
                .onSuccess(result -> {
                    update(file, a -> a.written(result));
                    changed.run();
                })
                .start();
    }

    /** Takes a file off the list; what was written stays. */
    void dismiss(Arrival arrival) {
        if (arrival.stage() == Stage.READING && running != null) {
            running.cancel();
        }
        if (arrival.stage() == Stage.WRITING) {
            return;
        }
        if (arrival.seen() != null) {
            arrival.seen().waiting().close();
        }
        arrivals.remove(arrival);
    }

    private void ended() {
        busy.set(false);
        running = null;
        // After what ended has been told.
        tasks.of(watch -> watch).onSuccess(done -> readNext()).start();
    }

    private int place(Stage stage) {
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).stage() == stage) {
                return i;
            }
        }
        return -1;
    }

    /** A step of an arrival to its next state. */
    private interface Step {
        Arrival of(Arrival was);
    }

    /** Where a file stands that has not come to its end; -1 if it does not. */
    private int place(Path file) {
        for (int i = 0; i < arrivals.size(); i++) {
            Stage stage = arrivals.get(i).stage();
            boolean ended = stage == Stage.WRITTEN || stage == Stage.REFUSED;
            if (!ended && arrivals.get(i).file().equals(file)) {
                return i;
            }
        }
        return -1;
    }

    private boolean update(Path file, Step step) {
        int place = place(file);
        if (place >= 0) {
            arrivals.set(place, step.of(arrivals.get(place)));
        }
        return place >= 0;
    }

    /** Lets go of everything that waits: the notebook is closing. */
    public void close() {
        if (running != null) {
            running.cancel();
        }
        for (Arrival arrival : arrivals) {
            if (arrival.seen() != null) {
                arrival.seen().waiting().close();
            }
        }
        arrivals.clear();
    }
}
