package org.jailoo.ui.safety;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.ChangePassphrase;
import org.jailoo.app.Lead;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.RecoveryKits.Making;
import org.jailoo.identity.Card;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.SealedKit;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Passphrases;
import org.jailoo.notebook.Rotation;
import org.jailoo.notebook.WrongTries;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.PassphraseWorth;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** What the place for protection shows and does; whatever changes keys begins with the passphrase. */
public final class SafetyModel {
    /** The most that is read of a file that should be a kit. */
    private static final int MAX_KIT = 64 * 1024;

    /**
     * What the place works with.
     *
     * @param move encrypts the notebook anew: closes it, and opens it again
     * @param erase begins the end of the notebook; it asks before
     */
    public record Uses(
            RecoveryKits kits,
            ChangePassphrase change,
            Lead lead,
            Path file,
            Consumer<Rotation.Secrets> move,
            Runnable erase) {}

    /**
     * How the notebook is protected.
     *
     * @param lead the card of the lead's device; null while nobody was named
     * @param apart whether the identities have a passphrase of their own
     */
    public record State(RecoveryKits.State kit, @Nullable Card lead, boolean apart) {}

    /** What is open for typing. */
    public enum Open {
        NOTHING,
        /** The passphrase, for a kit on paper. */
        KIT_ASK,
        /** The page. */
        KIT_PAGE,
        /** Two lines of it, typed back. */
        KIT_BACK,
        /** The passphrase, for a kit for the lead. */
        LEAD_ASK,
        CHANGE,
        MOVE_ASK
    }

    private final Tasks tasks;
    private final Uses uses;
    private final PassphraseWorth worth;
    private final ObjectProperty<@Nullable State> state = new SimpleObjectProperty<>();
    private final ObjectProperty<Open> open = new SimpleObjectProperty<>(Open.NOTHING);
    private final ObjectProperty<@Nullable Sentence> failure = new SimpleObjectProperty<>();
    private final ObjectProperty<SealedKit.@Nullable Opened> sent = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Sentence> sentFailure = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private @Nullable Making making;
    private List<Integer> back = List.of(1, 3);

    public SafetyModel(Tasks tasks, Uses uses) {
        this.tasks = tasks;
        this.uses = uses;
        this.worth = new PassphraseWorth(tasks);
    }

    /** Null until it was looked up. */
    public ReadOnlyObjectProperty<@Nullable State> stateProperty() {
        return state;
    }

    public ReadOnlyObjectProperty<Open> openProperty() {
        return open;
    }

    /** What went wrong with what is open. */
    public ReadOnlyObjectProperty<@Nullable Sentence> failureProperty() {
        return failure;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** A kit of somebody else, whose words are shown. */
    public ReadOnlyObjectProperty<SealedKit.@Nullable Opened> sentProperty() {
        return sent;
    }

    public ReadOnlyObjectProperty<@Nullable Sentence> sentFailureProperty() {
        return sentFailure;
    }

    public PassphraseWorth worth() {
        return worth;
    }

    /** Looks up how it is. */
    public void reload() {
        tasks.of(watch -> new State(
                        uses.kits().state(),
                        uses.lead().card().orElse(null),
                        Passphrases.hasIdentitiesApart(uses.file())))
                .onSuccess(state::set)
                .start();
    }

    /** Opens something for typing; what was open is closed. */
    public void turn(Open wanted) {
        failure.set(null);
        if (wanted != Open.KIT_PAGE && wanted != Open.KIT_BACK) {
            drop();
        }
        worth.weigh(new char[0]);
        worth.insistingProperty().set(false);
        open.set(wanted);
    }

    private void drop() {
        Making made = making;
        making = null;
        if (made != null) {
            made.close();
        }
    }

    /** The kit that is being made; null where none is. */
    public @Nullable RecoveryKit kit() {
        return making == null ? null : making.kit();
    }

    /** Which two lines are to be typed back. */
    public List<Integer> back() {
        return back;
    }

    /** Draws a kit; wipes the passphrases. */
    public void drawKit(Rotation.Secrets secrets) {
        run(secrets, () -> uses.kits().begin(secrets.passphrase(), secrets.identities()), drawn -> {
            drop();
            making = drawn;
            int first = new SecureRandom().nextInt(RecoveryKit.LINES);
            int second = (first + 1 + new SecureRandom().nextInt(RecoveryKit.LINES - 1)) % RecoveryKit.LINES;
            back = List.of(1 + Math.min(first, second), 1 + Math.max(first, second));
            open.set(Open.KIT_PAGE);
        });
    }

    /** Keeps the kit, if these are the two lines; {@code done} runs once it is kept. */
    public void keepKit(String one, String other, Runnable done) {
        Making made = making;
        if (made == null || busy.get()) {
            return;
        }
        List<String> typed = List.of(one, other);
        for (int i = 0; i < typed.size(); i++) {
            if (!made.kit().isLine(back.get(i), typed.get(i))) {
                failure.set(Sentence.of("safety.kit.line-wrong", back.get(i)));
                return;
            }
        }
        start(
                () -> {
                    made.keep();
                    return made;
                },
                kept -> finished(done));
    }

    private void finished(Runnable done) {
        turn(Open.NOTHING);
        reload();
        done.run();
    }

    /** Seals a kit for the lead into a new file; wipes the passphrases. */
    public void sealKit(Path out, Rotation.Secrets secrets, Runnable done) {
        State now = state.get();
        Card lead = now == null ? null : now.lead();
        if (lead == null) {
            return;
        }
        run(
                secrets,
                () -> {
                    uses.kits().seal(out, lead, secrets.passphrase(), secrets.identities());
                    return out;
                },
                written -> finished(done));
    }

    /** Opens a kit that somebody sent. */
    public void openSent(Path file) {
        sentFailure.set(null);
        tasks.of(watch -> uses.kits().open(read(file)))
                .onFailure(e -> sentFailure.set(Failures.reading(e, file)))
                .onSuccess(opening -> {
                    if (opening instanceof SealedKit.Opened opened) {
                        sent.set(opened);
                    } else if (opening instanceof SealedKit.Refused refused) {
                        sentFailure.set(Sentence.of(key(refused.reason())));
                    }
                })
                .start();
    }

    private static byte[] read(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return in.readNBytes(MAX_KIT);
        }
    }

    private static String key(SealedKit.Reason reason) {
        return switch (reason) {
            case DAMAGED -> "safety.sent.damaged";
            case NOT_FOR_ME -> "safety.sent.not-for-me";
            case FORGED -> "safety.sent.forged";
            case UNKNOWN_SENDER -> "safety.sent.unknown-sender";
            case NEWER -> "safety.sent.newer";
        };
    }

    /** The name of the device whose kit is shown. */
    public String sender(SealedKit.Opened kit) {
        return uses.kits().name(kit.device());
    }

    /** Puts the words of somebody else's kit away. */
    public void closeSent() {
        SealedKit.Opened shown = sent.get();
        sent.set(null);
        sentFailure.set(null);
        if (shown != null) {
            shown.kit().close();
        }
    }

    /** Changes the passphrase; wipes all three. */
    public void change(char[] old, char[] fresh, char[] again, Runnable done) {
        boolean same = Arrays.equals(fresh, again);
        Arrays.fill(again, '\0');
        if (fresh.length == 0 || !same || busy.get()) {
            Arrays.fill(old, '\0');
            Arrays.fill(fresh, '\0');
            failure.set(Sentence.of(same ? "safety.change.empty" : "safety.change.differ"));
            return;
        }
        boolean insists = worth.insistingProperty().get();
        start(
                () -> {
                    try {
                        worth.require(fresh, insists);
                        WrongTries.on(uses.file()).await();
                        uses.change().change(old, fresh);
                        return old;
                    } finally {
                        Arrays.fill(old, '\0');
                        Arrays.fill(fresh, '\0');
                    }
                },
                changed -> finished(done));
    }

    /** Encrypts anew, once the passphrase proved right; whoever does it wipes the secrets. */
    public void move(Rotation.Secrets secrets) {
        Rotation.Secrets kept = new Rotation.Secrets(
                secrets.passphrase().clone(),
                secrets.identities() == null ? null : secrets.identities().clone());
        run(
                secrets,
                () -> {
                    Passphrases.requireAll(uses.file(), secrets);
                    return secrets;
                },
                right -> uses.move().accept(kept));
    }

    /** Begins the end. */
    public void erase() {
        uses.erase().run();
    }

    private interface Work<T> {
        T call() throws Exception;
    }

    private <T> void run(Rotation.Secrets secrets, Work<T> work, Consumer<T> then) {
        start(
                () -> {
                    try {
                        WrongTries.on(uses.file()).await();
                        return work.call();
                    } finally {
                        wipe(secrets);
                    }
                },
                then);
    }

    private static void wipe(Rotation.Secrets secrets) {
        Arrays.fill(secrets.passphrase(), '\0');
        char[] identities = secrets.identities();
        if (identities != null) {
            Arrays.fill(identities, '\0');
        }
    }

    private <T> void start(Work<T> work, Consumer<T> then) {
        failure.set(null);
        busy.set(true);
        tasks.of(watch -> work.call())
                .onEnd(() -> busy.set(false))
                .onFailure(e -> failure.set(sentence(e)))
                .onSuccess(then)
                .start();
    }

    private Sentence sentence(Exception e) {
        if (e instanceof PassphraseWorth.TooWeak weak) {
            return Sentence.of(weak.refused() ? "safety.change.too-weak" : "safety.change.weak");
        }
        boolean wrong =
                e instanceof NotebookException notebook && notebook.fault() == NotebookException.Fault.WRONG_PASSPHRASE;
        return wrong ? Sentence.of("safety.ask.wrong") : Failures.of(e, uses.file());
    }

    /** Puts away every word that is shown: the place is left, or the notebook locked. */
    public void close() {
        turn(Open.NOTHING);
        closeSent();
    }
}
