package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyLongWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.AfterImport;
import org.jailoo.app.BundlesIn;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.app.LikelySame;
import org.jailoo.bundle.Manifest;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jspecify.annotations.Nullable;

/**
 * The files that wait to be imported: each verified and looked at first, then written if the person says so.
 *
 * <p>One after the other; one that is refused stops only itself. What was looked at before something else was written is
 * looked at again, and no erasure is taken in that the person was not shown before.
 */
public final class ImportModel {
    /** What is being done. */
    enum Doing {
        NOTHING,
        SEARCHING,
        READING,
        WRITING,
        /** Looking again at what waits. */
        RENEWING
    }

    /**
     * How far it has come.
     *
     * @param done how many files are done of this kind
     * @param of how many there are
     * @param part how much of the present one is done, 0 to 1
     */
    record Work(Doing doing, int done, int of, double part) {
        static final Work NONE = new Work(Doing.NOTHING, 0, 0, 0);
    }

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
    private final ObservableList<Arrival> arrivals = FXCollections.observableArrayList();
    private final ReadOnlyObjectWrapper<Work> work = new ReadOnlyObjectWrapper<>(Work.NONE);
    private final ReadOnlyLongWrapper skipped = new ReadOnlyLongWrapper();
    private final ReadOnlyObjectWrapper<AfterImport> after = new ReadOnlyObjectWrapper<>(AfterImport.NONE);
    private final ReadOnlyObjectWrapper<@Nullable Sentence> stopped = new ReadOnlyObjectWrapper<>();
    private final Deque<Integer> chosen = new ArrayDeque<>();
    private @Nullable Watch running;
    /** What the present job works with; it must not be closed under its hands. */
    private @Nullable Waiting inHand;

    private boolean busy;
    private volatile boolean closed;
    private int numbers;
    private int doneOfKind;

    public ImportModel(Tasks tasks, Uses uses) {
        this.tasks = tasks;
        this.uses = uses;
        this.reader = new ReadBundle(uses.imports(), uses.notebook(), uses.likely());
    }

    ObservableList<Arrival> arrivals() {
        return arrivals;
    }

    ReadOnlyObjectProperty<Work> workProperty() {
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
        if (!busy) {
            work.set(new Work(Doing.SEARCHING, 0, 0, -1));
        }
        tasks.of(watch -> BundlesIn.search(dropped, watch::at))
                .onEnd(this::settle)
                .onSuccess(found -> {
                    skipped.set(skipped.get() + found.skipped());
                    // A file that waits already waits once.
                    arrivals.addAll(found.files().stream()
                            .distinct()
                            .filter(file -> !waits(file))
                            .map(file -> Arrival.of(++numbers, file))
                            .toList());
                    next();
                })
                .start();
    }

    private boolean waits(Path file) {
        return arrivals.stream().anyMatch(a -> !a.stage().isEnd() && a.file().equals(file));
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
            if (update(arrival.number(), a -> a.stage() == Stage.READY, a -> a.to(Stage.CHOSEN))) {
                chosen.add(arrival.number());
            }
        }
        next();
    }

    /** Reads again what was stopped. */
    void readAgain(Arrival arrival) {
        update(arrival.number(), a -> a.stage() == Stage.STOPPED, Arrival::queued);
        next();
    }

    /** Stops: a reading at once, a writing after the present bundle. */
    void cancel() {
        if (work.get().doing() == Doing.WRITING || !chosen.isEmpty()) {
            int in = doneOfKind + (work.get().doing() == Doing.WRITING ? 1 : 0);
            stopped.set(Sentence.of("exchange.import.stopped", in, chosen.size()));
            for (int number : chosen) {
                update(number, a -> a.stage() == Stage.CHOSEN, a -> a.to(Stage.READY));
            }
            chosen.clear();
        } else {
            for (Arrival arrival : List.copyOf(arrivals)) {
                update(
                        arrival.number(),
                        a -> a.stage() == Stage.READING || a.stage() == Stage.QUEUED,
                        Arrival::stopped);
            }
            if (running != null && work.get().doing() == Doing.READING) {
                running.cancel();
            }
        }
    }

    /** Takes a file off the list; what was written stays. */
    void dismiss(Arrival arrival) {
        Arrival now = of(arrival.number());
        if (now == null || now.stage() == Stage.WRITING) {
            return;
        }
        if (now.stage() == Stage.READING && running != null) {
            running.cancel();
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
        if (busy || closed) {
            return;
        }
        Integer write = chosen.peek();
        Arrival read = first(Stage.QUEUED);
        Arrival old = arrivals.stream().filter(Arrival::stale).findFirst().orElse(null);
        if (write != null) {
            begin(Doing.WRITING, chosen.size());
            chosen.remove();
            write(write);
        } else if (read != null) {
            begin(Doing.READING, count(Stage.QUEUED));
            read(read);
        } else if (old != null) {
            begin(
                    Doing.RENEWING,
                    (int) arrivals.stream().filter(Arrival::stale).count());
            renew(old);
        } else {
            settle();
        }
    }

    private void settle() {
        if (!busy) {
            doneOfKind = 0;
            work.set(Work.NONE);
        }
    }

    private void begin(Doing doing, int left) {
        doneOfKind = work.get().doing() == doing ? doneOfKind : 0;
        busy = true;
        work.set(new Work(doing, doneOfKind, doneOfKind + left, 0));
    }

    /** A job that is the only one; after it comes the next, be it done, failed or cancelled. */
    private <T> Tasks.Job<T> job(@Nullable Waiting with, Tasks.Work<T> doing) {
        inHand = with;
        return tasks.of(watch -> {
                    try {
                        return doing.call(watch);
                    } finally {
                        if (closed && with != null) {
                            with.close();
                        }
                    }
                })
                .onEnd(() -> {
            if (closed && with != null) {
                with.close();
            }
            inHand = null;
            busy = false;
            doneOfKind++;
            boolean cancelled = running != null && running.isCancelled();
            running = null;
            if (cancelled) {
                // Nobody is told of a cancelled job but here.
                tasks.of(watch -> watch).onSuccess(done -> next()).start();
            }
        });
    }

    private void read(Arrival arrival) {
        int number = arrival.number();
        update(number, a -> true, a -> a.reading(0));
        running = job(null, watch -> reader.read(arrival.file(), watch))
                .onProgress(done -> {
                    Work now = work.get();
                    if (now.doing() == Doing.READING && update(number, ImportModel::isRead, a -> a.reading(done))) {
                        work.set(new Work(now.doing(), now.done(), now.of(), Math.max(0, done)));
                    }
                })
                .onFailure(e -> {
                    update(number, ImportModel::isRead, a -> a.refused(null, Failures.reading(e, a.file())));
                    next();
                })
                .onSuccess(outcome -> {
                    took(number, outcome);
                    next();
                })
                .start();
    }

    private static boolean isRead(Arrival arrival) {
        return arrival.stage() == Stage.READING;
    }

    private void took(int number, ReadBundle.Outcome outcome) {
        if (outcome instanceof ReadBundle.Refused refused) {
            update(number, ImportModel::isRead, a -> a.refused(refused.claim(), refused.why()));
            return;
        }
        ReadBundle.Readable readable = (ReadBundle.Readable) outcome;
        Arrival twin = closed ? null : twin(readable.seen());
        if (twin != null) {
            Sentence same = Sentence.of("exchange.import.twin", String.valueOf(twin.file().getFileName()));
            update(number, ImportModel::isRead, a -> a.twin(readable.seen(), same));
            letGo(readable.seen());
        } else if (closed
                || !update(number, ImportModel::isRead, a -> a.ready(readable.seen(), readable.preview()))) {
            // It was taken off the list, or stopped, meanwhile.
            letGo(readable.seen());
        }
    }

    /** A file of the list that holds the very same bundle, and still waits or was written. */
    private @Nullable Arrival twin(Seen seen) {
        Manifest mine = seen.waiting().bundle().manifest();
        for (Arrival arrival : arrivals) {
            Seen other = arrival.stage() == Stage.TWIN ? null : arrival.seen();
            if (other != null) {
                Manifest its = other.waiting().bundle().manifest();
                boolean waits = arrival.stage() != Stage.WRITTEN && arrival.stage() != Stage.REFUSED;
                if (waits
                        && its.bundle().equals(mine.bundle())
                        && its.from().equals(mine.from())
                        && its.digest().equals(mine.digest())) {
                    return arrival;
                }
            }
        }
        return null;
    }

    /** What became of a bundle that was to be written. */
    private sealed interface Wrote {}

    private record In(ImportResult result) implements Wrote {}

    /** It was left alone, because something is not as the person has seen it. */
    private record Left(ReadBundle.Readable now, Sentence why) implements Wrote {}

    private record Blocked() implements Wrote {}

    private void write(int number) {
        Arrival arrival = of(number);
        Seen seen = arrival == null ? null : arrival.seen();
        if (seen == null) {
            busy = false;
            next();
            return;
        }
        update(number, a -> true, a -> a.to(Stage.WRITING));
        running = job(seen.waiting(), watch -> writing(seen))
                .onFailure(e -> {
                    update(number, a -> true, a -> a.saying(failed(e, a.file())));
                    next();
                })
                .onSuccess(wrote -> {
                    wrote(number, wrote);
                    next();
                })
                .start();
    }

    private Wrote writing(Seen seen) {
        Trust now = reader.trust(seen.sender().deviceId());
        if (now == Trust.BLOCKED) {
            return new Blocked();
        }
        if (seen.trusted() && now != Trust.TRUSTED) {
            return new Left(reader.look(seen.waiting()), Sentence.of("exchange.import.left.trust"));
        }
        if (seen.erases()) {
            ReadBundle.Readable again = reader.look(seen.waiting());
            if (!seen.erased().containsAll(again.seen().erased())) {
                return new Left(again, Sentence.of("exchange.import.left.erases"));
            }
        }
        ImportResult result = seen.waiting().write();
        seen.waiting().close();
        return new In(result);
    }

    private static Sentence failed(Exception e, Path file) {
        return e instanceof NotebookException full && full.fault() == NotebookException.Fault.NOT_WRITABLE
                ? Sentence.of("exchange.import.disk")
                : Failures.of(e, file);
    }

    private void wrote(int number, Wrote wrote) {
        if (wrote instanceof In in) {
            update(number, a -> true, a -> a.written(in.result()));
            for (Arrival arrival : List.copyOf(arrivals)) {
                update(
                        arrival.number(),
                        a -> a.stage() == Stage.READY || a.stage() == Stage.CHOSEN,
                        Arrival::outdated);
            }
            if (chosen.isEmpty()) {
                count();
                uses.changed().run();
            }
        } else if (wrote instanceof Left left) {
            update(
                    number,
                    a -> true,
                    a -> a.ready(left.now().seen(), left.now().preview()).saying(left.why()));
        } else {
            Arrival arrival = of(number);
            update(
                    number,
                    a -> true,
                    a -> a.refusedAfterAll(Sentence.of("exchange.import.refused.blocked")));
            if (arrival != null) {
                letGo(arrival);
            }
        }
    }

    private void count() {
        Set<String> senders = new TreeSet<>();
        arrivals.forEach(arrival -> {
            if (arrival.stage() == Stage.WRITTEN && arrival.seen() != null) {
                senders.add(arrival.seen().sender().deviceId());
            }
        });
        tasks.of(watch -> AfterImport.look(uses.notebook(), senders))
                .onSuccess(after::set)
                .start();
    }

    private void renew(Arrival arrival) {
        Seen seen = arrival.seen();
        if (seen == null) {
            busy = false;
            return;
        }
        int number = arrival.number();
        running = job(seen.waiting(), watch -> reader.look(seen.waiting()))
                .onFailure(e -> {
                    update(number, a -> true, a -> a.refusedAfterAll(Failures.of(e, a.file())));
                    next();
                })
                .onSuccess(now -> {
                    update(number, Arrival::stale, a -> renewed(a, now));
                    next();
                })
                .start();
    }

    private static Arrival renewed(Arrival was, ReadBundle.Readable now) {
        if (now.seen().trust() == Trust.BLOCKED) {
            return was.refusedAfterAll(Sentence.of("exchange.import.refused.blocked"));
        }
        Arrival ready = was.said() == null
                ? was.ready(now.seen(), now.preview())
                : was.ready(now.seen(), now.preview()).saying(was.said());
        return was.stage() == Stage.CHOSEN ? ready.to(Stage.CHOSEN) : ready;
    }

    // ---- the list

    private @Nullable Arrival of(int number) {
        return arrivals.stream().filter(a -> a.number() == number).findFirst().orElse(null);
    }

    private @Nullable Arrival first(Stage stage) {
        return arrivals.stream().filter(a -> a.stage() == stage).findFirst().orElse(null);
    }

    private int count(Stage stage) {
        return (int) arrivals.stream().filter(a -> a.stage() == stage).count();
    }

    private boolean update(int number, Predicate<Arrival> where, UnaryOperator<Arrival> step) {
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).number() == number && where.test(arrivals.get(i))) {
                arrivals.set(i, step.apply(arrivals.get(i)));
                return true;
            }
        }
        return false;
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
        closed = true;
        clear();
    }

    /** Lets go of everything that waits, and begins anew. */
    public void clear() {
        if (running != null) {
            running.cancel();
        }
        for (Arrival arrival : arrivals) {
            // What is in hand is closed when that ends.
            if (arrival.seen() != null && arrival.seen().waiting() != inHand) {
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
