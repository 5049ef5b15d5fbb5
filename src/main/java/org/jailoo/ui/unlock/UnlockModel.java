package org.jailoo.ui.unlock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jailoo.identity.Card;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** What the first screen decides: which notebook, made or opened how, and what is said when it cannot be. */
public final class UnlockModel {
    /** What the person is about to do. */
    public enum Mode {
        OPEN,
        CREATE
    }

    private final Tasks tasks;
    private final Doors doors;
    private final Consumer<Opened> opened;
    private final ObjectProperty<Mode> mode;
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final ObjectProperty<@Nullable Sentence> failure = new SimpleObjectProperty<>();

    public UnlockModel(Tasks tasks, Doors doors, @Nullable Path file, Consumer<Opened> opened) {
        this.tasks = tasks;
        this.doors = doors;
        this.opened = opened;
        this.file.set(file);
        this.mode = new SimpleObjectProperty<>(Mode.OPEN);
    }

    public ObjectProperty<Mode> modeProperty() {
        return mode;
    }

    public ObjectProperty<@Nullable Path> fileProperty() {
        return file;
    }

    /** The new device's name: a code. */
    public StringProperty nameProperty() {
        return name;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** From 0 to 1, below 0 where it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** What went wrong last; null if nothing did. */
    public ReadOnlyObjectProperty<@Nullable Sentence> failureProperty() {
        return failure;
    }

    /** Chooses where a new notebook shall be; a file that is there is opened instead. */
    public void choose(Path chosen) {
        failure.set(null);
        if (mode.get() == Mode.CREATE && Files.exists(chosen)) {
            failure.set(Sentence.of("failure.file.exists", chosen.toString()));
            return;
        }
        file.set(chosen);
    }

    /** Changes what is to be done. */
    public void turn(Mode chosen) {
        if (mode.get() != chosen) {
            failure.set(null);
            file.set(null);
            mode.set(chosen);
        }
    }

    /** Opens the notebook that was chosen; wipes the passphrase. */
    public void unlock(char[] passphrase) {
        Path chosen = file.get();
        if (busy.get()) {
            Arrays.fill(passphrase, '\0');
            return;
        }
        if (chosen == null || passphrase.length == 0) {
            Arrays.fill(passphrase, '\0');
            failure.set(Sentence.of(chosen == null ? "unlock.failure.no-file" : "unlock.failure.no-passphrase"));
            return;
        }
        run(chosen, watch -> {
            try {
                return doors.unlock(chosen, passphrase);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        });
    }

    /** Makes the notebook that was described; wipes both passphrases. */
    public void create(char[] passphrase, char[] again) {
        Path chosen = file.get();
        String code = name.get().strip();
        Sentence wrong = wrong(chosen, code, passphrase, again);
        Arrays.fill(again, '\0');
        if (chosen == null || wrong != null || busy.get()) {
            Arrays.fill(passphrase, '\0');
            failure.set(wrong);
            return;
        }
        run(chosen, watch -> {
            try {
                return doors.create(chosen, passphrase, code);
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        });
    }

    private static @Nullable Sentence wrong(@Nullable Path file, String code, char[] passphrase, char[] again) {
        if (code.isEmpty() || code.codePointCount(0, code.length()) > Card.MAX_NAME) {
            return Sentence.of("unlock.failure.name", Card.MAX_NAME);
        }
        if (file == null) {
            return Sentence.of("unlock.failure.no-file");
        }
        if (passphrase.length == 0) {
            return Sentence.of("unlock.failure.no-passphrase");
        }
        return Arrays.equals(passphrase, again) ? null : Sentence.of("unlock.failure.differ");
    }

    /** Opens the sample data. */
    public void lookAround() {
        if (!busy.get()) {
            run(Path.of(""), doors::sample);
        }
    }

    private void run(Path about, Tasks.Work<Opened> work) {
        failure.set(null);
        progress.set(-1);
        busy.set(true);
        tasks.of(work)
                .onProgress(progress::set)
                .onEnd(() -> busy.set(false))
                .onFailure(e -> failure.set(Failures.of(e, about)))
                .onSuccess(opened)
                .start();
    }
}
