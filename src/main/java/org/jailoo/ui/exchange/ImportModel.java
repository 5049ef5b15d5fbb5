package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.ObservableList;
import org.jailoo.app.AfterImport;
import org.jailoo.app.BundlesIn;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.LikelySame;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jailoo.ui.exchange.ImportWork.Doing;
import org.jspecify.annotations.Nullable;

/**
 * The files that wait to be imported: each verified and looked at first, then written if the person says so.
 *
 * <p>One after the other; one that is refused stops only itself. What was looked at before something else was written is
 * looked at again, and no erasure is taken in that the person was not shown before.
 */
public final class ImportModel {
    /**
     * What the model works with.
     *
     * @param likely finds people who are here already; null where nobody does
     * @param names the door to names and contacts; null where there is none
     * @param changed runs after something was written
     */
    public record Uses(
            ImportBundle imports,
            Notebook notebook,
            @Nullable LikelySame likely,
            @Nullable NamesModel names,
            Runnable changed) {}

    private final Tasks tasks;
    private final Uses uses;
    private final ReadBundle reader;
    private final WriteBundle writer;
    private final ImportList list = new ImportList();
    private final ObservableList<Arrival> arrivals = list.all();
    private final ReadOnlyObjectWrapper<ImportWork> work = new ReadOnlyObjectWrapper<>(ImportWork.NONE);
    private final ReadOnlyLongWrapper skipped = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<AfterImport> after = new ReadOnlyObjectWrapper<>(AfterImport.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Sentence> stopped = new ReadOnlyObjectWrapper<>();
    private final Deque<Integer> chosen = new ArrayDeque<>();
    private final Lane lane;
    private int doneOfKind;
    private boolean wroteSome;

    public ImportModel(Tasks tasks, Uses uses) {
        this.tasks = tasks;
        this.uses = uses;
        this.reader = new ReadBundle(uses.imports(), uses.notebook(), uses.likely());
        this.writer = new WriteBundle(reader);
        this.lane = new Lane(tasks, () -> doneOfKind++, this::next);
    }

    ObservableList<Arrival> arrivals() {
        return arrivals;
    }

    ReadOnlyObjectProperty<ImportWork> workProperty() {
        return work.getReadOnlyProperty();
    }

    /** How many files in the folders that were dropped are no bundles. */
    ReadOnlyLongProperty skippedProperty() {
        return skipped.getReadOnlyProperty();
    }

    /** How the notebook stood after the last writing. */
    ReadOnlyObjectProperty<AfterImport> afterProperty() {
        return after.getReadOnlyProperty();
    }

    /** What was done when the person stopped the work; null where nobody did. */
    ReadOnlyObjectProperty<@Nullable Sentence> stoppedProperty() {
        return stopped.getReadOnlyProperty();
    }

    /** The counts over all files. */
    public ImportTotals totals() {
        return ImportTotals.of(arrivals);
    }

    /** A look at the records of a bundle that waits. */
    @Nullable
    ComingModel look(Arrival arrival) {
        Seen seen = arrival.seen();
        return seen == null || (arrival.stage() != Stage.READY && arrival.stage() != Stage.CHOSEN)
                ? null
                : new ComingModel(tasks, seen.waiting().records(), uses.notebook(), uses.names());
    }

    // ---- what the person asks for

    /** Puts files into the queue, and the bundles of folders, and reads them. */
    public void add(List<Path> dropped) {
        stopped.set(null);
        if (!lane.isBusy()) {
            work.set(new ImportWork(Doing.SEARCHING, 0, 0, -1));
        }
        tasks.of(watch -> BundlesIn.search(dropped, watch::at))
                .onEnd(this::settle)
                .onSuccess(found -> {
                    skipped.set(skipped.get() + found.skipped());
                    list.add(found.files());
                    next();
                })
                .start();
    }

    /** Writes a verified bundle; a person who writes one of an unknown sender says by that that she trusts it. */
    void write(Arrival arrival) {
        choose(List.of(arrival));
    }

    /** Writes every bundle of a trusted sender that waits. */
    void takeAll() {
        choose(arrivals.stream().filter(ImportTotals::isFree).toList());
    }

    private void choose(List<Arrival> wanted) {
        stopped.set(null);
        for (Arrival arrival : wanted) {
            if (list.update(arrival.number(), a -> a.stage() == Stage.READY, a -> a.to(Stage.CHOSEN))) {
                chosen.add(arrival.number());
            }
        }
        next();
    }

    /** Reads again what was stopped. */
    void readAgain(Arrival arrival) {
        list.update(arrival.number(), a -> a.stage() == Stage.STOPPED, Arrival::queued);
        next();
    }

    /** Stops: a reading at once, a writing after the present bundle. */
    void cancel() {
        if (work.get().doing() == Doing.WRITING || !chosen.isEmpty()) {
            int in = doneOfKind + (work.get().doing() == Doing.WRITING ? 1 : 0);
            stopped.set(Sentence.of("exchange.import.stopped", in, chosen.size()));
            for (int number : chosen) {
                list.update(number, a -> a.stage() == Stage.CHOSEN, a -> a.to(Stage.READY));
            }
            chosen.clear();
        } else {
            list.updateAll(a -> a.stage() == Stage.READING || a.stage() == Stage.QUEUED, Arrival::stopped);
            if (work.get().doing() == Doing.READING) {
                lane.cancel();
            }
        }
    }

    /** Takes a file off the list; what was written stays. */
    void dismiss(Arrival arrival) {
        Arrival now = list.of(arrival.number());
        if (now == null || now.stage() == Stage.WRITING) {
            return;
        }
        if (now.stage() == Stage.READING) {
            lane.cancel();
        }
        chosen.remove(now.number());
        arrivals.remove(now);
        letGo(now);
    }

    /** Takes everything off the list that has come to its end. */
    void clearEnded() {
        arrivals.removeIf(arrival -> arrival.stage().isEnd());
        skipped.set(0);
        stopped.set(null);
    }

    // ---- one thing after the other

    private void next() {
        if (lane.isBusy() || lane.isClosed()) {
            return;
        }
        if (chosen.isEmpty() && wroteSome) {
            wroteSome = false;
            count();
            uses.changed().run();
        }
        Integer write = chosen.peek();
        Arrival read = list.first(a -> a.stage() == Stage.QUEUED);
        Arrival old = list.first(Arrival::stale);
        if (write != null) {
            begin(Doing.WRITING, chosen.size());
            chosen.remove();
            write(write);
        } else if (read != null) {
            begin(Doing.READING, list.count(a -> a.stage() == Stage.QUEUED));
            read(read);
        } else if (old != null) {
            begin(Doing.RENEWING, list.count(Arrival::stale));
            renew(old);
        } else {
            settle();
        }
    }

    private void settle() {
        if (!lane.isBusy()) {
            doneOfKind = 0;
            work.set(ImportWork.NONE);
        }
    }

    private void begin(Doing doing, int left) {
        doneOfKind = work.get().doing() == doing ? doneOfKind : 0;
        work.set(new ImportWork(doing, doneOfKind, doneOfKind + left, 0));
    }

    private void step(double done) {
        ImportWork now = work.get();
        Arrival read = list.first(ImportModel::isRead);
        if (now.doing() == Doing.READING && read != null) {
            list.update(read.number(), a -> a.reading(done));
            work.set(new ImportWork(now.doing(), now.done(), now.of(), Math.max(0, done)));
        }
    }

    private void read(Arrival arrival) {
        int number = arrival.number();
        list.update(number, a -> a.reading(0));
        lane.start(
                null,
                watch -> reader.read(arrival.file(), watch),
                this::step,
                outcome -> took(number, outcome),
                e -> list.update(number, ImportModel::isRead, a -> a.refused(null, Failures.reading(e, a.file()))));
    }

    private static boolean isRead(Arrival arrival) {
        return arrival.stage() == Stage.READING;
    }

    private void took(int number, ReadBundle.Outcome outcome) {
        if (outcome instanceof ReadBundle.Refused refused) {
            list.update(number, ImportModel::isRead, a -> a.refused(refused.claim(), refused.why()));
            return;
        }
        ReadBundle.CanBeRead readable = (ReadBundle.CanBeRead) outcome;
        Arrival twin = lane.isClosed() ? null : list.twin(readable.seen());
        if (twin != null) {
            Sentence same = Sentence.of(
                    "exchange.import.twin", String.valueOf(twin.file().getFileName()));
            list.update(number, ImportModel::isRead, a -> a.twin(readable.seen(), same));
            letGo(readable.seen());
        } else if (lane.isClosed()
                || !list.update(number, ImportModel::isRead, a -> a.ready(readable.seen(), readable.preview()))) {
            // It was taken off the list, or stopped, meanwhile.
            letGo(readable.seen());
        }
    }

    private void write(int number) {
        Arrival arrival = list.of(number);
        Seen seen = arrival == null ? null : arrival.seen();
        if (seen == null) {
            next();
            return;
        }
        list.update(number, a -> a.to(Stage.WRITING));
        lane.start(
                seen.waiting(),
                watch -> writer.write(seen),
                part -> {},
                wrote -> wrote(number, wrote),
                e -> list.update(number, a -> a.saying(WriteBundle.failed(e, a.file()))));
    }

    private void wrote(int number, WriteBundle.Outcome wrote) {
        if (wrote instanceof WriteBundle.In in) {
            list.update(number, a -> a.written(in.result()));
            list.updateAll(
                    a -> !a.stale() && (a.stage() == Stage.READY || a.stage() == Stage.CHOSEN), Arrival::outdated);
            wroteSome = true;
        } else if (wrote instanceof WriteBundle.Left left) {
            if (!list.update(
                    number,
                    a -> a.ready(left.now().seen(), left.now().preview()).saying(left.why()))) {
                letGo(left.now().seen());
            }
        } else {
            Arrival arrival = list.of(number);
            list.update(number, a -> a.refusedAfterAll(Sentence.of("exchange.import.refused.blocked")));
            if (arrival != null) {
                letGo(arrival);
            }
        }
    }

    private void count() {
        Set<String> senders = list.sendersOfWritten();
        tasks.of(watch -> AfterImport.look(uses.notebook(), senders))
                .onSuccess(after::set)
                .start();
    }

    private void renew(Arrival arrival) {
        Seen seen = arrival.seen();
        if (seen == null) {
            return;
        }
        int number = arrival.number();
        lane.start(
                seen.waiting(),
                watch -> reader.look(seen.waiting()),
                part -> {},
                now -> list.update(number, Arrival::stale, now::renew),
                e -> list.update(number, a -> a.refusedAfterAll(Failures.of(e, a.file()))));
    }

    private void letGo(Arrival arrival) {
        if (arrival.seen() != null) {
            letGo(arrival.seen());
        }
    }

    /** Off the window's thread: somebody may still be reading in it. */
    private void letGo(Seen seen) {
        tasks.of(watch -> {
                    seen.waiting().close();
                    return seen;
                })
                .start();
    }

    /** Lets go of everything that waits: the notebook is closing. What is being written is written first. */
    public void close() {
        lane.close();
        clear();
    }

    /** Lets go of everything that waits, and begins anew. */
    public void clear() {
        lane.cancel();
        for (Arrival arrival : arrivals) {
            // What is in hand is closed when that ends.
            if (arrival.seen() != null && !lane.holds(arrival.seen().waiting())) {
                arrival.seen().waiting().close();
            }
        }
        chosen.clear();
        arrivals.clear();
        skipped.set(0);
        stopped.set(null);
        after.set(AfterImport.NONE);
    }
}
