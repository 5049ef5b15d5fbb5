package org.jailoo.app;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jailoo.history.Content;
import org.jailoo.history.RecordState;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.Codebook;
import org.jailoo.record.Progress;
import org.jailoo.record.RecordId;
import org.jailoo.record.Schema;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/** The quarterly round: what is still open of a campaign, and what has come of it this quarter. */
public final class ProgressRound {
    private static final int MOST = 100_000;
    private static final int CAMPAIGNS = 500;
    private static final String STATUS = "status";

    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;
    private final SaveRecord save;

    public ProgressRound(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
        this.save = new SaveRecord(notebook, clock);
    }

    /** A campaign with the number of its open recommendations; of none the id is empty. */
    public record Campaign(String id, String title, int open) {}

    /**
     * A round.
     *
     * @param campaign the id of the one that is read; empty for what belongs to none
     * @param rows overdue first, then due this quarter, then the rest; in each by day and plan
     */
    public record Round(List<Campaign> campaigns, String campaign, Quarter quarter, List<RoundRow> rows) {
        public Round {
            campaigns = List.copyOf(campaigns);
            rows = List.copyOf(rows);
        }
    }

    /** What became of an entry. */
    public sealed interface Outcome {}

    /** It is on the disk; the row as it stands now. */
    public record Saved(RoundRow now) implements Outcome {}

    /** There was nothing to write. */
    public record Nothing() implements Outcome {}

    /** Somebody has changed the recommendation since it was shown: nothing was written, and this is how it stands now. */
    public record Changed(RoundRow now) implements Outcome {}

    /** It is not there any more, or is of another kind; nothing was written. */
    public record Gone() implements Outcome {}

    /** It is more than a record takes; nothing was written. */
    public record NotTaken() implements Outcome {}

    /** The quarter of today. */
    public Quarter current() {
        return Quarter.of(today());
    }

    /** The statuses there are, in their order. */
    public static List<String> statuses(Schema schema) {
        Codebook codebook = schema.codebook("actionStatus");
        return codebook == null ? List.of() : List.copyOf(codebook.codes());
    }

    private LocalDate today() {
        return LocalDate.now(clock.withZone(zone));
    }

    /**
     * Reads a round.
     *
     * @param campaign null for the one with the most open recommendations
     */
    public Round read(@Nullable String campaign, Quarter quarter, String language, Steps steps) {
        Labels labels = Labels.of(language);
        return notebook.reading(at -> {
            Map<String, Draft> drafts = drafts(at);
            Map<String, List<RoundRow>> byCampaign = new TreeMap<>();
            List<Lists.Row> all =
                    at.lists().page(new Lists.Choice(Action.TYPE, Lists.Show.ALL, null, Lists.Order.CODE), 0, MOST);
            Map<String, String> titles = new TreeMap<>();
            at.lists().named("campaign", "", CAMPAIGNS).forEach(c -> titles.put(c.record(), c.code()));
            int done = 0;
            for (Lists.Row one : all) {
                at.revisions()
                        .visible(one.record())
                        .filter(ProgressRound::isOpen)
                        .ifPresent(state -> {
                            String of = Action.text(state.values(), "campaign");
                            byCampaign
                                    .computeIfAbsent(titles.containsKey(of) ? of : "", c -> new ArrayList<>())
                                    .add(row(state, quarter, labels, drafts.get(state.record())));
                        });
                done++;
                steps.done(done, all.size());
            }
            List<Campaign> campaigns = new ArrayList<>();
            titles.forEach((id, title) -> campaigns.add(new Campaign(
                    id, title, byCampaign.getOrDefault(id, List.of()).size())));
            campaigns.sort(Comparator.comparing(Campaign::title, labels.order()));
            if (byCampaign.containsKey("")) {
                campaigns.add(new Campaign(
                        "", "", byCampaign.getOrDefault("", List.of()).size()));
            }
            String chosen = campaign != null ? campaign : mostOpen(campaigns);
            List<RoundRow> rows = new ArrayList<>(byCampaign.getOrDefault(chosen, List.of()));
            rows.sort(ORDER);
            return new Round(campaigns, chosen, quarter, rows);
        });
    }

    private static final Comparator<RoundRow> ORDER = Comparator.comparing(
                    (RoundRow r) -> r.due().standing())
            .thenComparing(r -> r.due().day(), Comparator.nullsLast(Comparator.naturalOrder()))
            .thenComparing(RoundRow::action, Action.IN_PLAN)
            .thenComparing(RoundRow::record);

    private static String mostOpen(List<Campaign> campaigns) {
        return campaigns.stream()
                .max(Comparator.comparingInt(Campaign::open))
                .map(Campaign::id)
                .orElse("");
    }

    private static Map<String, Draft> drafts(Snapshot at) {
        Map<String, Draft> drafts = new TreeMap<>();
        at.drafts().all().forEach(draft -> drafts.put(draft.record(), draft));
        return drafts;
    }

    /** Open is what is neither done nor dropped; of a status in conflict, what somebody holds to be open. */
    static boolean isOpen(RecordState state) {
        if (state.deleted() || state.purged() || !state.type().equals(Action.TYPE)) {
            return false;
        }
        List<Json> conflict = state.conflicts().getOrDefault(STATUS, List.of());
        return Progress.isOpen(Action.text(state.values(), STATUS))
                || conflict.stream().anyMatch(v -> !(v instanceof Json.Text t) || Progress.isOpen(t.value()));
    }

    private RoundRow row(RecordState state, Quarter quarter, Labels labels, @Nullable Draft draft) {
        Action action = Action.of(state.values(), labels);
        Progress entry = Progress.in(quarter, action.progress());
        RoundDraft typed = draft == null ? null : RoundDraft.of(draft.content(), quarter, action);
        String path = entry != null
                ? entry.path()
                : typed != null && typed.path() != null ? typed.path() : Progress.FIELD + '/' + RecordId.random();
        List<String> heads = state.parentsOfNextEdit();
        return new RoundRow(
                new SaveRecord.Form(state.record(), state.type(), typed == null ? heads : typed.parents()),
                heads,
                action,
                action.due(quarter.nearest(today())),
                Progress.wordsBefore(quarter, action.progress()),
                Progress.latestBefore(quarter, action.progress()),
                entry,
                path,
                typed == null ? null : typed.typed(),
                state.conflicts().containsKey(STATUS) || state.conflicts().containsKey(path));
    }

    /** A row as it stands now; empty where the record is gone. */
    public Optional<RoundRow> row(String record, Quarter quarter, String language) {
        return notebook.reading(at -> at.revisions()
                .visible(record)
                .filter(s -> !s.deleted() && !s.purged() && s.type().equals(Action.TYPE))
                .map(s -> row(s, quarter, Labels.of(language), at.drafts().find(record))));
    }

    /**
     * Saves what came of a recommendation in a quarter, as one revision: the entry, and the status where it changed.
     *
     * @param typed with no words: that nothing has changed, which an entry without words says
     */
    public Outcome save(RoundRow row, Quarter quarter, RoundRow.Typed typed, String language) {
        return notebook.inTransaction(() -> {
            RoundRow now = row(row.record(), quarter, language).orElse(null);
            if (now == null) {
                return new Gone();
            }
            if (!now.heads().equals(row.heads())) {
                return new Changed(now);
            }
            Json.Obj body = body(row, quarter, typed);
            if (body.members().isEmpty()) {
                forget(row);
                return new Nothing();
            }
            // The heads as they were shown; the person has seen what moved since the draft was begun.
            SaveRecord.Outcome outcome =
                    save.saveBeside(new SaveRecord.Form(row.record(), row.form().type(), row.heads()), body);
            if (outcome instanceof SaveRecord.Saved) {
                forget(row);
                return new Saved(row(row.record(), quarter, language).orElseThrow());
            }
            return outcome instanceof SaveRecord.Purged || outcome instanceof SaveRecord.OtherType
                    ? new Gone()
                    : new NotTaken();
        });
    }

    private Json.Obj body(RoundRow row, Quarter quarter, RoundRow.Typed typed) {
        TreeMap<String, Json> body = new TreeMap<>();
        Progress entry = row.entry();
        String text = typed.text().strip();
        boolean same = entry != null
                && entry.text().strip().equals(text)
                && entry.status().equals(typed.status());
        if (!same) {
            body.put(row.path(), item(entry, quarter, new RoundRow.Typed(typed.status(), text)));
        }
        if (!typed.status().equals(row.action().status())) {
            body.put(STATUS, typed.status().isEmpty() ? Json.NULL : Json.of(typed.status()));
        }
        return new Json.Obj(body);
    }

    /** The entry of a quarter; what another version noted in it besides stays. */
    Json.Obj item(@Nullable Progress entry, Quarter quarter, RoundRow.Typed typed) {
        TreeMap<String, Json> item =
                entry == null ? new TreeMap<>() : new TreeMap<>(entry.item().members());
        item.put("quarter", Json.of(quarter.text()));
        item.put("date", Json.of(today().toString()));
        item.put("by", Json.of(notebook.card().name()));
        item.remove(STATUS);
        item.remove("text");
        if (!typed.status().isEmpty()) {
            item.put(STATUS, Json.of(typed.status()));
        }
        if (!typed.text().isEmpty()) {
            item.put("text", Json.of(typed.text()));
        }
        return new Json.Obj(item);
    }

    /**
     * Keeps what was typed in a row, beside what the form of the record may hold; on the disk when this returns.
     *
     * @return false where the record was erased meanwhile: nothing of it is kept
     */
    public boolean keep(RoundRow row, Quarter quarter, RoundRow.Typed typed) {
        return notebook.inTransaction(() -> {
            if (notebook.revisions().isPurged(row.record())) {
                return false;
            }
            Draft old = notebook.drafts().find(row.record());
            TreeMap<String, Json> changes = new TreeMap<>();
            changes.put(row.path(), item(row.entry(), quarter, typed));
            if (!typed.status().equals(row.action().status())) {
                changes.put(STATUS, typed.status().isEmpty() ? Json.NULL : Json.of(typed.status()));
            }
            put(row, RoundDraft.with(old == null ? null : old.content(), row, changes));
            return true;
        });
    }

    /** Throws away what was typed in a row; what the form of the record holds besides stays. */
    public void discard(RoundRow row) {
        notebook.inTransaction(() -> {
            forget(row);
            return row;
        });
    }

    private void forget(RoundRow row) {
        Draft old = notebook.drafts().find(row.record());
        if (old != null) {
            put(row, RoundDraft.with(old.content(), row, new TreeMap<>()));
        }
    }

    private void put(RoundRow row, Json.@Nullable Obj content) {
        if (content == null) {
            notebook.drafts().remove(row.record());
        } else {
            notebook.drafts().put(new Draft(row.record(), Action.TYPE, Content.timeText(clock.instant()), content));
        }
    }
}
