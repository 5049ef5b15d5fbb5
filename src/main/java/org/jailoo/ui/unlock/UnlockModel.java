package org.jailoo.ui.unlock;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
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
import org.jailoo.identity.Guesses;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.Withstands;
import org.jailoo.identity.Withstands.Verdict;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
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
        LEAD
    }

    /** Whoever types on is not asked at every letter. */
    private static final long PAUSE_MILLIS = 120;

    private final Tasks tasks;
    private final Doors doors;
    private final Consumer<Opened> opened;
    private final ObjectProperty<Mode> mode;
    private final ObjectProperty<@Nullable Path> file = new SimpleObjectProperty<>();
    private final StringProperty name = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final ObjectProperty<@Nullable Sentence> failure = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Withstands> strength = new SimpleObjectProperty<>();
    private final BooleanProperty insisting = new SimpleBooleanProperty();
    private final Latest weighing;
    private final AtomicReference<@Nullable Guesses> guesses = new AtomicReference<>();
    private @Nullable Opened made;
    private @Nullable LeadCardModel lead;

    public UnlockModel(Tasks tasks, Doors doors, @Nullable Path file, Consumer<Opened> opened) {
        this.tasks = tasks;
        this.doors = doors;
        this.opened = opened;
        this.file.set(file);
        this.weighing = new Latest(tasks);
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

    /** What the passphrase that is being typed is worth; null while nothing is, or while it is not known yet. */
    public ReadOnlyObjectProperty<@Nullable Withstands> strengthProperty() {
        return strength;
    }

    /** Whether the person takes a weak passphrase all the same. */
    public BooleanProperty insistingProperty() {
        return insisting;
    }

    /** Estimates what a passphrase is worth, in the background; wipes it. */
    public void weigh(char[] passphrase) {
        if (passphrase.length == 0) {
            weighing.start(watch -> Optional.<Withstands>empty(), worth -> strength.set(worth.orElse(null)));
            return;
        }
        weighing.start(
                watch -> {
                    try {
                        Thread.sleep(PAUSE_MILLIS);
                        watch.at(0, 1);
                        return Optional.of(worth(passphrase));
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                worth -> strength.set(worth.orElse(null)));
    }

    /** From below: this machine may make each guess dearer than the least that is used. */
    private Withstands worth(char[] passphrase) {
        Guesses known = guesses.updateAndGet(there -> there == null ? new Guesses() : there);
        return new Withstands(known.before(passphrase), Kdf.FLOOR);
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
        boolean insists = insisting.get();
        start(
                chosen,
                watch -> {
                    try {
                        Withstands worth = worth(passphrase);
                        if (worth.verdict() == Verdict.REFUSED || (worth.verdict() == Verdict.WEAK && !insists)) {
                            throw new TooWeak(worth.verdict());
                        }
                        return doors.create(chosen, passphrase, code);
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                this::askForLead);
    }

    /** A passphrase that protects nobody. */
    private static final class TooWeak extends Exception {
        private static final long serialVersionUID = 1;
        private final Verdict verdict;

        TooWeak(Verdict verdict) {
            super("too weak");
            this.verdict = verdict;
        }
    }

    private void askForLead(Opened notebook) {
        name.set("");
        insisting.set(false);
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

    private void run(Path about, Tasks.Work<Opened> work) {
        start(about, work, opened);
    }

    private void start(Path about, Tasks.Work<Opened> work, Consumer<Opened> then) {
        failure.set(null);
        progress.set(-1);
        busy.set(true);
        tasks.of(work)
                .onProgress(progress::set)
                .onEnd(() -> busy.set(false))
                .onFailure(e -> failure.set(
                        e instanceof TooWeak weak
                                ? Sentence.of(
                                        weak.verdict == Verdict.REFUSED
                                                ? "unlock.failure.too-weak"
                                                : "unlock.failure.weak")
                                : Failures.of(e, about)))
                .onSuccess(then)
                .start();
    }
}
