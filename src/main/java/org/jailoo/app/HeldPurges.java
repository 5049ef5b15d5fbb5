package org.jailoo.app;

import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.app.WithdrawalPlan.Here;
import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.PurgeRule;
import org.jailoo.notebook.CustodyLog.Note;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Purges.HeldPurge;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/** The erasures that others ask for and that wait here for a person: why each waits, and what saying yes would erase. */
public final class HeldPurges {
    private final Notebook notebook;
    private final Clock clock;

    public HeldPurges(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** Why an erasure waits for a person. */
    public enum Why {
        /** The device that asks is not trusted. */
        UNKNOWN,
        /** It is blocked: while it is, nobody can say yes. */
        BLOCKED,
        /** Another device began the record. */
        BEGUN_BY_ANOTHER,
        /** A part of the history is missing here. */
        PARENT_MISSING,
        /** Nothing of the record is here. */
        NOTHING_HELD,
        /** Many came from this device without a person looking at one. */
        TOO_MANY,
        /** Nothing of that holds now; it did when the erasure came, or it came with a backup. */
        CAME_EARLIER
    }

    /**
     * An erasure that waits.
     *
     * @param from the device that asks
     * @param here what saying yes would erase; null where nothing of the record is here
     */
    public record Waiting(
            String record,
            String revision,
            Who from,
            Set<Why> why,
            @Nullable Here here) {
        /** Whether a person may say yes. */
        public boolean canBeAccepted() {
            return !why.contains(Why.BLOCKED);
        }
    }

    /** All that wait. */
    public List<Waiting> all() {
        PlanWithdrawal plan = new PlanWithdrawal(notebook, KnownNames.NONE);
        String self = notebook.device().deviceId();
        List<Waiting> all = new ArrayList<>();
        for (HeldPurge purge : notebook.reading(at -> at.purges().held())) {
            Here here = plan.here(purge.record()).orElse(null);
            notebook.reading(at -> all.add(new Waiting(
                    purge.record(), purge.revision(), Who.of(at, self, purge.device()), why(at, purge), here)));
        }
        return List.copyOf(all);
    }

    private static Set<Why> why(Snapshot at, HeldPurge purge) {
        Trust trust = at.devices().trust(purge.device());
        List<Held> held = at.revisions().headersOf(purge.record());
        Set<Why> why = EnumSet.noneOf(Why.class);
        Optional<Header> header = held.stream()
                .map(Held::header)
                .filter(h -> h.id().equals(purge.revision()))
                .findFirst();
        header.ifPresent(h -> PurgeRule.doubts(
                        h, held, trust == Trust.TRUSTED, at.purges().takenUnasked(purge.device()))
                .forEach(doubt -> why.add(
                        switch (doubt) {
                            case NOT_TRUSTED -> trust == Trust.BLOCKED ? Why.BLOCKED : Why.UNKNOWN;
                            case TOO_MANY -> Why.TOO_MANY;
                            case NOTHING_HELD -> Why.NOTHING_HELD;
                            case PARENT_MISSING -> Why.PARENT_MISSING;
                            case BEGUN_BY_ANOTHER -> Why.BEGUN_BY_ANOTHER;
                        })));
        return why.isEmpty() ? EnumSet.of(Why.CAME_EARLIER) : why;
    }

    /** Says yes to one, as a person who asked and was told that consent was withdrawn; false where it waits no more. */
    public boolean accept(Waiting waiting) {
        boolean accepted = notebook.inTransaction(() -> {
            boolean waits = notebook.purges().held().stream()
                    .anyMatch(held -> held.revision().equals(waiting.revision()));
            String device = waiting.from().device();
            if (!waits || notebook.devices().trust(device) == Trust.BLOCKED) {
                return false;
            }
            // A person looked: the count of those taken unasked starts anew.
            notebook.purges().confirmed(device);
            ForgetFilters filters = new ForgetFilters(notebook);
            filters.look();
            notebook.changing(waiting.record(), () -> notebook.purges().accept(waiting.revision()));
            filters.forget();
            notebook.custody()
                    .note(
                            Content.timeText(clock.instant()),
                            Note.ofRecord(What.PURGE_ACCEPTED, waiting.record(), waiting.revision()));
            return true;
        });
        if (accepted) {
            notebook.scrub();
        }
        return accepted;
    }
}
