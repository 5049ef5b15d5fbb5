package org.jailoo.app;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Children;
import org.jailoo.consent.Disclosed;
import org.jailoo.consent.Disclosure;
import org.jailoo.consent.Guarded;
import org.jailoo.consent.Reading;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.Progress;
import org.jailoo.timeline.Due;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/** The recommendations of a campaign in a quarter, as an audience may read them. */
final class QuarterRecords {
    private static final int MOST = 100_000;

    private final Reading reading;
    private final Labels labels;
    private final Quarter quarter;

    QuarterRecords(Disclosure disclosure, Audience audience, LocalDate day, Quarter quarter, Labels labels) {
        this.reading = new Reading(disclosure, audience, day, Children.UNKNOWN);
        this.quarter = quarter;
        this.labels = labels;
    }

    /**
     * A recommendation.
     *
     * @param heads of its record at that moment
     */
    record One(Disclosed disclosed, Action action, Due due, List<String> heads) {
        String record() {
            return disclosed.record();
        }

        @Nullable
        Progress entry(Quarter quarter) {
            return Progress.in(quarter, action.progress());
        }

        boolean isOpen() {
            return Progress.isOpen(action.status())
                    || disclosed.conflicts().getOrDefault("status", List.of()).stream()
                            .anyMatch(v -> !(v instanceof Json.Text text) || Progress.isOpen(text.value()));
        }

        /** The items of a list, by path. */
        SortedMap<String, Json> under(String field) {
            // '0' follows '/' among the characters.
            return disclosed.values().subMap(field + '/', field + '0');
        }
    }

    /** Those of a campaign, in the order of the round; an empty id: those of no campaign. */
    List<One> of(Snapshot at, String campaign, Steps steps) {
        List<Lists.Row> rows = at.lists()
                .page(
                        new Lists.Choice(
                                Action.TYPE, Lists.Show.ALL, campaign.isEmpty() ? null : campaign, Lists.Order.CODE),
                        0,
                        MOST);
        List<One> all = new ArrayList<>();
        int done = 0;
        for (Lists.Row row : rows) {
            at.revisions().visible(row.record()).ifPresent(state -> {
                Disclosed disclosed = reading.shown(new Guarded(state));
                if (disclosed.answer().isYes() && inCampaign(at, disclosed, campaign)) {
                    Action action = Action.of(disclosed.values(), labels);
                    all.add(new One(
                            disclosed, action, action.due(quarter.nearest(reading.day())), state.parentsOfNextEdit()));
                }
            });
            done++;
            steps.done(done, rows.size());
        }
        all.sort(Comparator.comparing((One one) -> one.due().standing())
                .thenComparing(one -> one.due().day(), Comparator.nullsLast(Comparator.naturalOrder()))
                .thenComparing(One::action, Action.IN_PLAN)
                .thenComparing(One::record));
        return all;
    }

    private static boolean inCampaign(Snapshot at, Disclosed disclosed, String campaign) {
        if (!campaign.isEmpty()) {
            return true;
        }
        String of = Action.text(disclosed.values(), "campaign");
        Lists.Row row = of.isEmpty() ? null : at.lists().find(of);
        return row == null || row.deleted() || row.purged();
    }
}
