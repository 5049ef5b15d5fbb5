package org.jailoo.ui.withdrawal;

import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.CustodyStory.Line;
import org.jailoo.app.CustodyStory.Sealed;
import org.jailoo.app.HeldPurges;
import org.jailoo.app.HeldPurges.Waiting;
import org.jailoo.app.LeftMentions;
import org.jailoo.app.LeftMentions.Left;
import org.jailoo.app.SaveText;
import org.jailoo.app.WithdrawalReport;
import org.jailoo.app.WithdrawalReport.Withdrawn;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** The withdrawals of a notebook: erasures that wait, how far each has come, what is left to look at, and the log. */
public final class WithdrawalsModel {
    /** Which part is in sight. */
    public enum Part {
        HELD,
        REPORTS,
        MENTIONS,
        LOG
    }

    /** What it reads from and works with. */
    public record Uses(
            HeldPurges held, WithdrawalReport reports, LeftMentions mentions, CustodyStory custody, SaveText save) {}

    /**
     * A page of the log.
     *
     * @param from the number of its first, and latest, entry
     * @param seal the code over the whole log
     */
    public record LogPage(List<Line> lines, long from, Sealed seal) {
        public LogPage {
            lines = List.copyOf(lines);
        }
    }

    /** Everything that is shown, of one moment. */
    public record Seen(List<Waiting> held, List<Withdrawn> reports, List<Left> mentions) {
        public Seen {
            held = List.copyOf(held);
            reports = List.copyOf(reports);
            mentions = List.copyOf(mentions);
        }
    }

    /** As many entries of the log as are in memory. */
    static final int PAGE = 100;

    private final Tasks tasks;
    private final Latest latest;
    private final Uses uses;
    private final Runnable changed;
    private final ObjectProperty<@Nullable Part> part = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Seen> seen = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable LogPage> log = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable OptionalLong> checked = new SimpleObjectProperty<>();
    private final BooleanProperty busy = new SimpleBooleanProperty();

    /** With {@code changed}, which runs after something was erased. */
    public WithdrawalsModel(Tasks tasks, Uses uses, Runnable changed) {
        this.tasks = tasks;
        this.latest = new Latest(tasks);
        this.uses = uses;
        this.changed = changed;
    }

    /** The part that was chosen; null while nobody has: then the first that has something. */
    public ObjectProperty<@Nullable Part> partProperty() {
        return part;
    }

    /** The part to show. */
    public Part part() {
        Part chosen = part.get();
        Seen now = seen.get();
        if (chosen != null) {
            return chosen;
        }
        return now == null || !now.held().isEmpty() ? Part.HELD : Part.REPORTS;
    }

    /** Null until it was read once. */
    public ReadOnlyObjectProperty<@Nullable Seen> seenProperty() {
        return seen;
    }

    /** Null until it was read once. */
    public ReadOnlyObjectProperty<@Nullable LogPage> logProperty() {
        return log;
    }

    /** The number of the first entry that was changed; empty where none was, null until it was checked. */
    public ReadOnlyObjectProperty<@Nullable OptionalLong> checkedProperty() {
        return checked;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Reads everything again. */
    public void reload() {
        latest.start(
                watch -> new Seen(
                        uses.held().all(), uses.reports().all(), uses.mentions().open()),
                seen::set);
        later(0);
    }

    /** Says yes to an erasure that waits. */
    public void accept(Waiting waiting) {
        if (busy.get() || !waiting.canBeAccepted()) {
            return;
        }
        busy.set(true);
        tasks.of(watch -> uses.held().accept(waiting))
                .onEnd(() -> busy.set(false))
                .onSuccess(done -> {
                    reload();
                    changed.run();
                })
                .start();
    }

    /** Ticks off a place that was looked at. */
    public void done(Left left) {
        tasks.of(watch -> {
                    uses.mentions().done(left.mention());
                    return left;
                })
                .onSuccess(done -> reload())
                .start();
    }

    /** Turns the log to the entries before a number; 0 for the latest. */
    public void later(long before) {
        tasks.of(watch -> {
                    Sealed seal = uses.custody().sealed();
                    long from = before <= 0 ? seal.entries() + 1 : before;
                    return new LogPage(uses.custody().before(from, PAGE), from - 1, seal);
                })
                .onSuccess(log::set)
                .start();
    }

    /** The code as it was when so many entries stood; empty where there never were so many. */
    public void sealed(String number, Consumer<String> then) {
        if (number.strip().matches("[0-9]{1,9}")) {
            long entry = Long.parseLong(number.strip());
            tasks.of(watch -> {
                        String seal = uses.custody().seal(entry);
                        return seal == null ? "" : seal;
                    })
                    .onSuccess(then)
                    .start();
        } else {
            then.accept("");
        }
    }

    /** Checks the whole log. */
    public void check() {
        checked.set(null);
        tasks.of(watch -> uses.custody().check()).onSuccess(checked::set).start();
    }

    /** Writes a report as a text that anybody can read; it names no person. */
    public void save(Path file, String text, Consumer<Path> done, Consumer<Sentence> refused) {
        tasks.of(watch -> uses.save().save(file, text))
                .onSuccess(done)
                .onFailure(e -> refused.accept(Failures.of(e, file)))
                .start();
    }
}
