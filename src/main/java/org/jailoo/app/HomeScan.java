package org.jailoo.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import org.jailoo.app.HandoverChecks.Check;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Guarded;
import org.jailoo.history.RecordState;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Settings;
import org.jailoo.notebook.Snapshot;
import org.jailoo.report.Asked;
import org.jailoo.report.FilledQuotas;
import org.jailoo.report.QuotaCount;
import org.jailoo.report.RecordSource;
import org.jailoo.report.Words;

/**
 * One walk over campaigns, participants, interviews and meetings, for what the first page can say only of whole records:
 * how far the quotas are filled, and what is lacking before a hand-over. Takes long on a large notebook.
 */
public final class HomeScan {
    /** As many records of each kind as are named; of the others there is the number. */
    public static final int NAMED = 20;

    private static final Set<String> WALKED = Set.of("campaign", "participant", "interview", "focusGroup");

    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public HomeScan(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * Records that lack something.
     *
     * @param count how many
     * @param first some of them
     */
    public record Lacking(long count, List<Lists.Row> first) {
        public Lacking {
            first = List.copyOf(first);
        }
    }

    /**
     * What was found.
     *
     * @param stamp of the notebook as it was walked; see {@link #stamp}
     * @param time when, by this laptop's clock
     * @param today the day for which it was counted, ISO 8601
     * @param lacking of records not yet received by the lead alone; without a lead, of those written here
     */
    public record Found(
            String stamp, String time, String today, List<QuotaCount.OfCampaign> quotas, Map<Check, Lacking> lacking) {
        public Found {
            quotas = List.copyOf(quotas);
        }
    }

    /** A text that is another one whenever another walk may find something else. */
    public String stamp() {
        String lead = lead();
        return notebook.reading(at -> at.arrivals().stamp()) + "/" + today() + "/" + lead;
    }

    private String lead() {
        return new Lead(notebook).card().map(Card::deviceId).orElse("");
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * Walks.
     *
     * @throws java.util.concurrent.CancellationException as the steps threw it
     */
    public Found scan(Steps steps) {
        String lead = lead();
        String stamp = stamp();
        LocalDate today = today();
        return notebook.reading(at -> {
            BitSet mine = NotReceived.records(
                    at, lead.isEmpty() ? null : lead, notebook.device().deviceId());
            Collected collected = new Collected(at, mine);
            RecordSource source = new Walked(new NotebookRecords(
                            at, steps, type -> 1, NotebookRecords.Order.AS_THEY_CAME), collected);
            List<QuotaCount.OfCampaign> quotas =
                    FilledQuotas.of(source, at.schema(), new Asked(Audience.TEAM, today, Words.of("en")));
            return new Found(stamp, clock.instant().toString(), today.toString(), quotas, collected.lacking());
        });
    }

    /** Keeps what a long walk found, for the next unlocking. */
    public void keep(Found found) {
        new KeptScan(notebook).keep(found);
    }

    /** Keeps nothing any more: walks are short. */
    public void keepNone() {
        if (kept().isPresent()) {
            notebook.settings().remove(Settings.WALK);
        }
    }

    /** What was kept last, however old; its stamp tells whether another walk may find something else. */
    public Optional<Found> kept() {
        return new KeptScan(notebook).last();
    }

    /** Gathers what lacks something, on the way. */
    private static final class Collected implements Consumer<RecordState> {
        private final Snapshot at;
        private final BitSet mine;
        private final Map<Check, Long> counts = new EnumMap<>(Check.class);
        private final Map<Check, List<Lists.Row>> first = new EnumMap<>(Check.class);

        Collected(Snapshot at, BitSet mine) {
            this.at = at;
            this.mine = mine;
        }

        @Override
        public void accept(RecordState state) {
            Set<Check> lacking = HandoverChecks.of(state);
            Long key = lacking.isEmpty() ? null : at.revisions().keyOf(state.record());
            if (key == null || !mine.get(key.intValue())) {
                return;
            }
            for (Check check : lacking) {
                counts.merge(check, 1L, Long::sum);
                List<Lists.Row> named = first.computeIfAbsent(check, c -> new ArrayList<>());
                Lists.Row row = named.size() < NAMED ? at.lists().find(state.record()) : null;
                if (row != null) {
                    named.add(row);
                }
            }
        }

        Map<Check, Lacking> lacking() {
            Map<Check, Lacking> lacking = new EnumMap<>(Check.class);
            counts.forEach((check, count) ->
                    lacking.put(check, new Lacking(count, first.getOrDefault(check, List.of()))));
            return lacking;
        }
    }

    /** The records of the types that matter here, each shown to another on its way. */
    private record Walked(NotebookRecords all, Consumer<RecordState> also) implements RecordSource {
        @Override
        public Set<String> types() {
            Set<String> types = new java.util.HashSet<>(all.types());
            types.retainAll(WALKED);
            return types;
        }

        @Override
        public long count(String type) {
            return all.count(type);
        }

        @Override
        public void each(String type, Consumer<Guarded> take) {
            all.eachState(type, state -> {
                also.accept(state);
                take.accept(new Guarded(state));
            });
        }
    }
}
