package org.jailoo.ui.home;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.Backups;
import org.jailoo.app.DeviceContacts;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.HomeCounts.Counts;
import org.jailoo.app.HomeScan;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.KeepDrafts.Kept;
import org.jailoo.app.Lead;
import org.jailoo.app.LeftMentions;
import org.jailoo.app.NotReceived;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.WithdrawalReport;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/**
 * What the first page says: counts, which the sidebar shows too, then what is quickly looked up, then what takes a walk
 * over the records. The walk is made again only when the notebook has changed, and on a large one only when asked.
 */
public final class HomeModel {
    /** A walk that took longer is not made again by itself, in milliseconds. */
    private static final long LONG_WALK = 3_000;

    private final Tasks tasks;
    private final Reading reading;
    private final Latest latest;
    private final Latest briefly;
    private final ObjectProperty<@Nullable Counts> counts = new SimpleObjectProperty<>();
    private final LongProperty conflicts = new SimpleLongProperty();
    private final ObjectProperty<@Nullable Brief> brief = new SimpleObjectProperty<>();
    private final ObjectProperty<HomeScan.@Nullable Found> found = new SimpleObjectProperty<>();
    private final BooleanProperty walking = new SimpleBooleanProperty();
    private final BooleanProperty outdated = new SimpleBooleanProperty();
    private final BooleanProperty backingUp = new SimpleBooleanProperty();
    private long took;
    private @Nullable Watch walk;

    public HomeModel(Tasks tasks, Reading reading) {
        this.tasks = tasks;
        this.reading = reading;
        this.latest = new Latest(tasks);
        this.briefly = new Latest(tasks);
    }

    /**
     * What the page reads from.
     *
     * @param backups null where there is nothing to back up, as of the sample
     * @param kits null where no kit is wanted, as of the sample
     */
    public record Reading(
            HomeCounts counts,
            NotReceived received,
            Lead lead,
            @Nullable Backups backups,
            HomeScan scan,
            KeepDrafts drafts,
            WithdrawalReport withdrawals,
            LeftMentions mentions,
            DeviceContacts devices,
            @Nullable RecoveryKits kits) {}

    /**
     * What is quickly looked up.
     *
     * @param backup null where there is nothing to back up
     * @param unreached withdrawals that have not reached everyone
     * @param mentions places that name people who withdrew
     * @param devices who is silent, and what is missing
     * @param kitLacking whether a forgotten passphrase would lose everything
     */
    public record Brief(
            List<Kept> drafts,
            NotReceived.Answer received,
            Backups.@Nullable Age backup,
            long unreached,
            long mentions,
            DeviceContacts.Brief devices,
            boolean kitLacking) {
        public Brief {
            drafts = List.copyOf(drafts);
        }
    }

    /** Null until they were counted once. */
    public ReadOnlyObjectProperty<@Nullable Counts> countsProperty() {
        return counts;
    }

    /** Records in conflict, of all types. */
    public ReadOnlyLongProperty conflictsProperty() {
        return conflicts;
    }

    /** Null until it was looked up once. */
    public ReadOnlyObjectProperty<@Nullable Brief> briefProperty() {
        return brief;
    }

    /** What the last walk found; null until there was one. */
    public ReadOnlyObjectProperty<HomeScan.@Nullable Found> foundProperty() {
        return found;
    }

    /** Whether records are being walked. */
    public ReadOnlyBooleanProperty walkingProperty() {
        return walking;
    }

    /** Whether the notebook has changed since the last walk. */
    public ReadOnlyBooleanProperty outdatedProperty() {
        return outdated;
    }

    /** Whether a backup is being written. */
    public ReadOnlyBooleanProperty backingUpProperty() {
        return backingUp;
    }

    /** Counts again. */
    public void reload() {
        latest.start(watch -> reading.counts().count(), counted -> {
            counts.set(counted);
            conflicts.set(counted.inConflict());
        });
    }

    private record Look(Brief brief, String stamp, HomeScan.@Nullable Found kept) {}

    /** The page comes into view. */
    public void shown() {
        reload();
        briefly.start(
                watch -> {
                    Backups backups = reading.backups();
                    RecoveryKits kits = reading.kits();
                    Brief looked = new Brief(
                            reading.drafts().all(),
                            reading.received().look(),
                            backups == null ? null : backups.age(),
                            reading.withdrawals().unreached(),
                            reading.mentions().count(),
                            reading.devices().brief(),
                            kits != null && !kits.state().there());
                    HomeScan scan = reading.scan();
                    return new Look(looked, scan.stamp(), scan.kept().orElse(null));
                },
                look -> {
                    brief.set(look.brief());
                    if (found.get() == null && look.kept() != null) {
                        // Of a walk that took long: it is made again when somebody asks for it.
                        found.set(look.kept());
                        took = Math.max(took, LONG_WALK);
                    }
                    HomeScan.Found last = found.get();
                    outdated.set(last != null && !last.stamp().equals(look.stamp()));
                    if (last == null || (outdated.get() && took < LONG_WALK)) {
                        walk();
                    }
                });
    }

    /** Walks the records, unless that is being done. */
    public void walk() {
        if (walking.get()) {
            return;
        }
        walking.set(true);
        long start = System.nanoTime();
        walk = tasks.of(watch -> {
                    HomeScan.Found walked = reading.scan().scan(watch::at);
                    if ((System.nanoTime() - start) / 1_000_000 >= LONG_WALK) {
                        reading.scan().keep(walked);
                    } else {
                        reading.scan().keepNone();
                    }
                    return walked;
                })
                .onSuccess(result -> {
                    took = (System.nanoTime() - start) / 1_000_000;
                    outdated.set(false);
                    found.set(result);
                })
                .onEnd(() -> walking.set(false))
                .start();
    }

    /** Lets go of what was found: some of it was erased. */
    public void forget() {
        found.set(null);
    }

    /** Names the lead's device. */
    public void nameLead(String device) {
        tasks.of(watch -> {
                    reading.lead().name(device);
                    return device;
                })
                .onSuccess(named -> shown())
                .start();
    }

    /** Writes a backup and wipes the passphrase; {@code done} and {@code refused} say how it went. */
    public void backUp(Path out, char[] passphrase, Consumer<Path> done, Consumer<Sentence> refused) {
        Backups backups = reading.backups();
        if (backups == null) {
            return;
        }
        backingUp.set(true);
        tasks.of(watch -> {
                    try {
                        backups.make(out, passphrase);
                        return out;
                    } finally {
                        java.util.Arrays.fill(passphrase, ' ');
                    }
                })
                .onEnd(() -> backingUp.set(false))
                .onSuccess(written -> {
                    done.accept(written);
                    shown();
                })
                .onFailure(e -> refused.accept(
                        e instanceof NotebookException wrong
                                        && wrong.fault() == NotebookException.Fault.WRONG_PASSPHRASE
                                ? Sentence.of("home.backup.wrong")
                                : Failures.of(e, out)))
                .start();
    }

    /** Stops what runs: the notebook is being locked. */
    public void close() {
        if (walk != null) {
            walk.cancel();
        }
    }
}
