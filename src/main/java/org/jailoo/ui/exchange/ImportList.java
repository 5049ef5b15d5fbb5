package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.bundle.Manifest;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jspecify.annotations.Nullable;

/** The files of the import desk in the order in which they came, each found by its number. */
final class ImportList {
    private final ObservableList<Arrival> arrivals = FXCollections.observableArrayList();
    private int numbers;

    ObservableList<Arrival> all() {
        return arrivals;
    }

    /** Adds files; one that waits already waits once. */
    void add(List<Path> files) {
        arrivals.addAll(files.stream()
                .distinct()
                .filter(file -> arrivals.stream()
                        .noneMatch(a -> !a.stage().isEnd() && a.file().equals(file)))
                .map(file -> Arrival.of(++numbers, file))
                .toList());
    }

    /** The one of a number; null where it was taken off. */
    @Nullable
    Arrival of(int number) {
        return first(arrival -> arrival.number() == number);
    }

    /** The first for which something holds; null where there is none. */
    @Nullable
    Arrival first(Predicate<Arrival> where) {
        return arrivals.stream().filter(where).findFirst().orElse(null);
    }

    int count(Predicate<Arrival> where) {
        return (int) arrivals.stream().filter(where).count();
    }

    /** Moves one a step on; false where it is not there, or not where it would have to be. */
    boolean update(int number, Predicate<Arrival> where, UnaryOperator<Arrival> step) {
        for (int i = 0; i < arrivals.size(); i++) {
            if (arrivals.get(i).number() == number && where.test(arrivals.get(i))) {
                arrivals.set(i, step.apply(arrivals.get(i)));
                return true;
            }
        }
        return false;
    }

    boolean update(int number, UnaryOperator<Arrival> step) {
        return update(number, arrival -> true, step);
    }

    /** Moves all for which something holds. */
    void updateAll(Predicate<Arrival> where, UnaryOperator<Arrival> step) {
        for (Arrival arrival : List.copyOf(arrivals)) {
            update(arrival.number(), where, step);
        }
    }

    /** The devices whose bundles were written. */
    Set<String> sendersOfWritten() {
        Set<String> senders = new TreeSet<>();
        arrivals.forEach(arrival -> {
            if (arrival.stage() == Stage.WRITTEN && arrival.seen() != null) {
                senders.add(arrival.seen().sender().deviceId());
            }
        });
        return senders;
    }

    /** One that waits and holds the very same bundle; null where none does. */
    @Nullable
    Arrival twin(Seen seen) {
        Manifest mine = seen.waiting().bundle().manifest();
        return first(arrival -> {
            Seen other = arrival.seen();
            if (other == null || arrival.stage().isEnd() || arrival.stage() == Stage.READING) {
                return false;
            }
            Manifest its = other.waiting().bundle().manifest();
            return its.bundle().equals(mine.bundle())
                    && its.from().equals(mine.from())
                    && its.digest().equals(mine.digest());
        });
    }
}
