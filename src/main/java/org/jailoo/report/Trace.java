package org.jailoo.report;

import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Follows numbers back to the records that they count, in a walk made for that alone. Where nothing is followed it keeps
 * nothing.
 */
final class Trace {
    /** One number, as the first that counted it counted it; others that count it too do so by themselves. */
    private static final class Followed {
        private final SortedMap<String, Long> records = new TreeMap<>();
        private @Nullable Object counter;

        boolean hears(Object by) {
            counter = counter == null ? by : counter;
            return counter == by;
        }
    }

    private final @Nullable Quantity wanted;
    private final boolean everything;
    private final Map<Quantity, Followed> found = new HashMap<>();
    private String record = "";

    private Trace(@Nullable Quantity wanted, boolean everything) {
        this.wanted = wanted;
        this.everything = everything;
    }

    /** Follows nothing. */
    static Trace none() {
        return new Trace(null, false);
    }

    /** Follows one number. */
    static Trace of(Quantity wanted) {
        return new Trace(wanted.equals(Quantity.NONE) ? null : wanted, false);
    }

    /** Follows every number there is: it keeps as much as the notebook has records. */
    static Trace ofEverything() {
        return new Trace(null, true);
    }

    /** The record that is being counted from now on. */
    void at(String taken) {
        record = taken;
    }

    /** Whether a number of this subject is followed: only then anything needs to be noted. */
    boolean follows(String subject) {
        return everything || (wanted != null && wanted.subject().equals(subject));
    }

    private boolean follows(Quantity quantity) {
        return everything || quantity.equals(wanted);
    }

    /** The record that is being counted adds so much to a number. */
    void note(Object by, Quantity quantity, long n) {
        if (n != 0 && follows(quantity) && at(quantity).hears(by)) {
            at(quantity).records.merge(record, n, Long::sum);
        }
    }

    void note(Object by, Quantity quantity) {
        note(by, quantity, 1);
    }

    /** A record adds one to a number. */
    void note(Object by, Quantity quantity, String one) {
        if (follows(quantity) && at(quantity).hears(by)) {
            at(quantity).records.merge(one, 1L, Long::sum);
        }
    }

    /** A record is one of a number, however often it is noted. */
    void once(Quantity quantity, String one) {
        if (follows(quantity)) {
            at(quantity).records.put(one, 1L);
        }
    }

    private Followed at(Quantity quantity) {
        return found.computeIfAbsent(quantity, q -> new Followed());
    }

    /** How much each record adds to a number that was followed, ascending by id. */
    SortedMap<String, Long> found(Quantity quantity) {
        Followed followed = found.get(quantity);
        return followed == null ? Collections.emptySortedMap() : followed.records;
    }
}
