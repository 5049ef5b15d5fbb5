package org.jailoo.ui.round;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.jailoo.app.ProgressRound;
import org.jailoo.app.RoundRow;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/** Brings what is typed in the rows to the disk in the order in which it was typed: nothing older over something newer. */
final class RoundKeeping {
    private final ProgressRound round;
    private final Map<String, Long> written = new HashMap<>();
    private long drawn;

    RoundKeeping(ProgressRound round) {
        this.round = round;
    }

    /** What stood in a row at one moment, on its way to the disk. */
    interface Write {
        /** On any thread; false where the record was erased meanwhile. */
        boolean run();
    }

    /** Keeps what is typed in a row; null where nothing is typed there any more. */
    Write write(RoundRow row, Quarter quarter, RoundRow.@Nullable Typed typed) {
        long number = draw();
        return () -> {
            synchronized (written) {
                if (number <= written.getOrDefault(row.record(), 0L)) {
                    return true;
                }
                written.put(row.record(), number);
                if (typed == null) {
                    round.discard(row);
                    return true;
                }
                return round.keep(row, quarter, typed);
            }
        };
    }

    /** A save, after which nothing that was typed before it is kept any more. */
    <T> Supplier<T> save(String record, Supplier<T> save) {
        long number = draw();
        return () -> {
            synchronized (written) {
                T saved = save.get();
                written.merge(record, number, Math::max);
                return saved;
            }
        };
    }

    private long draw() {
        synchronized (written) {
            drawn++;
            return drawn;
        }
    }
}
