package org.jailoo.ui.unlock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jailoo.app.RotateKeys;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Rotation;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.PassphraseWorth;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** What the first screens decide: which notebook, made or opened how, and what is said when it cannot be. */
public final class UnlockModel implements AutoCloseable {
    /** What the person is about to do. */
    public enum Mode {
        /** The first time on this machine: in which language, and what. */
        WELCOME,
        OPEN,
        CREATE,
        /** The notebook is made; the lead's card is still missing. */
        LEAD,
        /** The passphrase is forgotten; the words of the kit are typed. */
        RECOVER,
        /** The notebook is lost; a backup is there. */
        RESTORE,
        /** All is encrypted anew; nothing to do but to wait, or to stop it. */
        MOVE
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
    private final ObjectProperty<@Nullable Sentence> notice = new SimpleObjectProperty<>();
    private final PassphraseWorth worth;
    private final TryPause pause;
    private final RecoverModel recover;
    private final RestoreModel restore;
    private @Nullable Watch running;
    private @Nullable Opened made;
    private @Nullable LeadCardModel lead;

    public UnlockModel(Tasks tasks, Doors doors, @Nullable Path file, Consumer<Opened> opened) {
        this.tasks = tasks;
        this.doors = doors;
        this.opened = opened;
        this.worth = new PassphraseWorth(tasks);
        this.pause = new TryPause(tasks);
        this.recover = new RecoverModel(this, doors);
        this.restore = new RestoreModel(this, doors);
        this.file.addListener((p, was, is) -> pause.before(is));
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

    /** What waits for a notebook to be opened; null if nothing does. */
    public ObjectProperty<@Nullable Sentence> noticeProperty() {
        return notice;
    }

    /** Says that a file from outside could not be used; it is forgotten as soon as the person does something else. */
    public void refuse(Sentence why) {
        say(why);
    }

    /** Says what keeps something from being begun; null if nothing does. */
    void say(@Nullable Sentence why) {
        failure.set(why);
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

    /** Seconds until the next passphrase may be tried; 0 where it may be now. */
    public ReadOnlyLongProperty waitingProperty() {
        return pause.secondsProperty();
    }

    /** Goes to another way into the notebook that was chosen, or to one that shall be restored; or back. */
    public void aside(Mode way) {
        failure.set(null);
        notice.set(null);
        weigh(new char[0]);
        worth.insistingProperty().set(false);
        if (way == Mode.RESTORE) {
            file.set(doors.usual());
        } else if (mode.get() == Mode.RESTORE) {
            file.set(null);
        }
        mode.set(way);
    }

    /** The opening by the words of a kit. */
    RecoverModel recover() {
        return recover;
    }

    /** The making of a notebook out of a backup. */
    RestoreModel restore() {
        return restore;
    }

    /** Asks for the passphrase of a notebook that was restored. */
    void restored(Path made, Sentence told) {
        file.set(made);
        mode.set(Mode.OPEN);
        notice.set(told);
    }

    /** Changes what is to be done. */
    public void turn(Mode chosen) {
        if (mode.get() != chosen) {
            close();
            failure.set(null);
            weigh(new char[0]);
            file.set(chosen == Mode.CREATE ? doors.usual() : null);
            mode.set(chosen);
        }
    }

    /** Opens the notebook that was chosen; wipes the passphrase. */
    public void unlock(char[] passphrase) {
        Path chosen = file.get();
        if (busy.get() || pause.secondsProperty().get() > 0) {
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

    /** What the new passphrase that is being typed is worth. */
    public PassphraseWorth worth() {
        return worth;
    }

    /** Estimates what a passphrase is worth, in the background; wipes it. */
    public void weigh(char[] passphrase) {
        worth.weigh(passphrase);
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
        boolean insists = worth.insistingProperty().get();
        start(
                chosen,
                watch -> {
                    try {
                        worth.require(passphrase, insists);
                        return doors.create(chosen, passphrase, code);
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                this::askForLead);
    }

    private void askForLead(Opened notebook) {
        name.set("");
        worth.insistingProperty().set(false);
        made = notebook;
        lead = new LeadCardModel(tasks, notebook.notebook(), this::handOver);
        mode.set(Mode.LEAD);
    }

    private void handOver() {
        Opened notebook = made;
        made = null;
        lead = null;
        if (notebook != null) {
            opened.accept(notebook);
        }
    }

    /** The lead's card that is asked for; null where it is not. */
    @Nullable
    LeadCardModel lead() {
        return lead;
    }

    /** Closes a notebook that was made and not yet handed over. */
    @Override
    public void close() {
        Opened notebook = made;
        made = null;
        lead = null;
        if (notebook != null) {
            notebook.notebook().close();
        }
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
            close();
            run(Path.of(""), doors::sample);
        }
    }

    void run(Path about, Tasks.Work<Opened> work) {
        start(about, work, opened);
    }

    /** Does something in the background, while nothing else can be begun. */
    <T> void start(Path about, Tasks.Work<T> work, Consumer<T> then) {
        failure.set(null);
        progress.set(-1);
        busy.set(true);
        running = tasks.of(work)
                .onProgress(progress::set)
                .onEnd(() -> busy.set(false))
                .onFailure(e -> {
                    failure.set(failed(e, about));
                    pause.before(file.get());
                })
                .onSuccess(then)
                .start();
    }

    private Sentence failed(Exception e, Path about) {
        boolean recovers = mode.get() == Mode.RECOVER;
        if (e instanceof PassphraseWorth.TooWeak weak) {
            return weak.refused()
                    ? Sentence.of(recovers ? "unlock.recover.too-weak" : "unlock.failure.too-weak")
                    : Sentence.of(recovers ? "unlock.recover.weak" : "unlock.failure.weak");
        }
        return e instanceof Told told ? told.sentence : Failures.of(e, about);
    }

    /** What went wrong, in the words for the person. */
    static final class Told extends Exception {
        private static final long serialVersionUID = 1;

        private final transient Sentence sentence;

        Told(Sentence sentence) {
            this.sentence = sentence;
        }
    }

    /**
     * Encrypts the notebook that was open until now anew, and opens it again; wipes the passphrases.
     *
     * @param before what still keeps the notebook open
     */
    public void move(Path moved, Rotation.Secrets secrets, Runnable before, Consumer<Moved> then) {
        mode.set(Mode.MOVE);
        failure.set(null);
        progress.set(-1);
        busy.set(true);
        running = tasks.of(watch -> {
                    try {
                        before.run();
                        return moved(moved, secrets, watch);
                    } finally {
                        Arrays.fill(secrets.passphrase(), '\0');
                        if (secrets.identities() != null) {
                            Arrays.fill(secrets.identities(), '\0');
                        }
                    }
                })
                .onProgress(progress::set)
                .onEnd(() -> {
                    busy.set(false);
                    mode.set(Mode.OPEN);
                })
                .onFailure(e -> failure.set(Failures.of(e, moved)))
                .onSuccess(then)
                .start();
    }

    /**
     * The notebook, open again.
     *
     * @param outcome null where it was stopped
     */
    public record Moved(Opened opened, RotateKeys.@Nullable Outcome outcome) {}

    private Moved moved(Path moved, Rotation.Secrets secrets, Watch watch) {
        RotateKeys.Outcome outcome = null;
        try {
            outcome = doors.rotate(moved, secrets, watch);
        } catch (CancellationException e) {
            // It is as it was.
        }
        return new Moved(doors.unlock(moved, secrets.passphrase()), outcome);
    }

    /** Stops what is running, and leaves everything as it was. */
    public void stop() {
        if (running != null) {
            running.cancel();
        }
    }
}
