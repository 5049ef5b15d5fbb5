package org.jailoo.ui.identity;

import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.HandOverIdentities.Standing;
import org.jailoo.app.NamesTime;
import org.jailoo.history.Content;
import org.jailoo.identity.Guesses;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.Withstands;
import org.jailoo.notebook.Identities;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** What protects names in this notebook: how long they stay open, their passphrase, and whether they are kept here. */
public final class IdentitiesModel {
    /** What can be done. */
    public record Uses(HandOverIdentities handingOver, NamesTime time, Identities identities, Clock clock) {}

    /** What became of the last thing that was done. */
    public record Said(boolean done, Sentence words) {}

    /** A passphrase that somebody could guess, or two that differ. */
    private static final class Refused extends Exception {
        private static final long serialVersionUID = 1;

        Refused(String key) {
            super(key);
        }
    }

    private final Tasks tasks;
    private final Uses uses;
    private final NamesModel names;
    private final ReadOnlyObjectWrapper<@Nullable Standing> standing = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper apart = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper busy = new ReadOnlyBooleanWrapper();
    private final ReadOnlyObjectWrapper<@Nullable Said> said = new ReadOnlyObjectWrapper<>();

    public IdentitiesModel(Tasks tasks, Uses uses, NamesModel names) {
        this.tasks = tasks;
        this.uses = uses;
        this.names = names;
    }

    /** The door itself. */
    public NamesModel names() {
        return names;
    }

    /** How far handing them over is; null until it is read. */
    public ReadOnlyObjectProperty<@Nullable Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    /** Whether they have a passphrase of their own. */
    public ReadOnlyBooleanProperty apart() {
        return apart.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty busy() {
        return busy.getReadOnlyProperty();
    }

    /** What became of the last thing that was done; null before. */
    public ReadOnlyObjectProperty<@Nullable Said> said() {
        return said.getReadOnlyProperty();
    }

    private record Read(Standing standing, boolean apart) {}

    /** Reads all of it again. */
    public void look() {
        tasks.of(watch -> new Read(
                        uses.handingOver().look(),
                        !names.isSample() && uses.identities().isApart()))
                .onSuccess(read -> {
                    apart.set(read.apart());
                    standing.set(read.standing());
                })
                .start();
    }

    /** Chooses after how many minutes without use they close. */
    public void choose(int minutes) {
        names.minutes().set(minutes);
        names.used();
        tasks.of(watch -> {
                    uses.time().choose(minutes);
                    return watch;
                })
                .start();
    }

    /** Gives them a passphrase of their own; all three are wiped. */
    public void setOwn(char[] now, char[] own, char[] again) {
        change(
                "identity.own.done",
                () -> {
                    if (!Arrays.equals(own, again)) {
                        throw new Refused("identity.own.differ");
                    }
                    Withstands worth = new Withstands(new Guesses().before(own), Kdf.FLOOR);
                    if (worth.verdict() == Withstands.Verdict.REFUSED) {
                        throw new Refused("identity.own.weak");
                    }
                    uses.identities().setOwnPassphrase(now, own, time());
                },
                now,
                own,
                again);
    }

    /** Lets the notebook's passphrase open them again; both are wiped. */
    public void setCommon(char[] own, char[] notebook) {
        change(
                "identity.own.common",
                () -> uses.identities().setCommonPassphrase(own, notebook, time()),
                own,
                notebook);
    }

    private String time() {
        return Content.timeText(uses.clock().instant());
    }

    private interface Step {
        void run() throws Exception;
    }

    private void change(String done, Step step, char[]... secrets) {
        start(
                () -> {
                    try {
                        step.run();
                        return Sentence.of(done);
                    } finally {
                        for (char[] secret : secrets) {
                            Arrays.fill(secret, ' ');
                        }
                    }
                },
                Path.of(""));
    }

    /** Writes everything, names too, for the lead alone; they must be open. */
    public void write(Path file) {
        start(
                () -> {
                    uses.handingOver().write(file);
                    return Sentence.of("identity.handover.written", file.toString());
                },
                file);
    }

    /** Removes here what the lead has confirmed. */
    public void giveUp() {
        start(() -> Sentence.of("identity.handover.removed", uses.handingOver().giveUp()), Path.of(""));
    }

    private interface Work {
        Sentence run() throws Exception;
    }

    private void start(Work work, Path file) {
        if (busy.get()) {
            return;
        }
        busy.set(true);
        said.set(null);
        Runnable let = names.hold();
        tasks.of(watch -> work.run())
                .onEnd(() -> {
                    busy.set(false);
                    let.run();
                })
                .onSuccess(words -> {
                    said.set(new Said(true, words));
                    look();
                })
                .onFailure(e -> said.set(new Said(false, sentence(e, file))))
                .start();
    }

    private static Sentence sentence(Exception e, Path file) {
        if (e instanceof Refused refused) {
            return Sentence.of(String.valueOf(refused.getMessage()));
        }
        if (e instanceof ReceiverRefused) {
            return Sentence.of("identity.handover.refused");
        }
        return e instanceof NotebookException known && known.fault() == NotebookException.Fault.WRONG_PASSPHRASE
                ? Sentence.of("identity.own.wrong")
                : Failures.of(e, file);
    }
}
