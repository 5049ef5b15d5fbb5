package org.jailoo.app;

import java.time.Clock;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.Progress;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.Column;
import org.jailoo.sheet.Reason;
import org.jailoo.sheet.Refusal;
import org.jailoo.sheet.ReturnedSheet;
import org.jailoo.sheet.SheetRow;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/**
 * Takes a sheet back that the office has edited: first a plan, which a person reads, then all of it or nothing.
 *
 * <p>A revision names as its parents the heads of the record when the sheet was written, for that is what the office knew:
 * what somebody else wrote meanwhile stands beside it until a person settles it.
 */
public final class TakeSheetBack {
    private final Notebook notebook;
    private final SaveRecord save;
    private final ProgressRound round;

    public TakeSheetBack(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.save = new SaveRecord(notebook, clock);
        this.round = new ProgressRound(notebook, clock, zone);
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** It is on the disk: so many records gained a revision. */
    public record Taken(int records) implements Outcome {}

    /** Something is refused, or the notebook has changed since the plan was made; nothing was written. */
    public record NotTaken(SheetPlan now) implements Outcome {}

    /** What taking it back would do, as the notebook stands now. */
    public SheetPlan plan(ReturnedSheet sheet, Steps steps) {
        Quarter quarter = Quarter.parse(sheet.head().quarter());
        if (!sheet.head().notebook().equals(SheetMark.of(notebook)) || quarter == null) {
            return new SheetPlan(
                    sheet,
                    List.of(),
                    sheet.unchanged(),
                    0,
                    List.of(new Refusal(Reason.OTHER_NOTEBOOK, sheet.name(), "", "")));
        }
        return notebook.reading(at -> {
            Planning planning = new Planning(at, sheet, quarter);
            int done = 0;
            for (ReturnedSheet.Edited row : sheet.rows()) {
                planning.row(row);
                done++;
                steps.done(done, sheet.rows().size());
            }
            planning.refusals.sort(Comparator.comparing(TakeSheetBack::rowOf).thenComparing(Refusal::cell));
            return new SheetPlan(sheet, planning.changes, sheet.unchanged(), planning.already, planning.refusals);
        });
    }

    private static SaveRecord.Form form(SheetRow given) {
        return new SaveRecord.Form(given.record(), Action.TYPE, given.parents());
    }

    private static int rowOf(Refusal refusal) {
        String digits = refusal.cell().replaceAll("[^0-9]", "");
        return digits.isEmpty() ? 0 : Integer.parseInt(digits);
    }

    /** Does what a plan says, in one transaction. */
    public Outcome apply(SheetPlan plan, Steps steps) {
        return notebook.inTransaction(() -> {
            SheetPlan now = plan(plan.sheet(), steps);
            if (!now.refusals().isEmpty() || !now.equals(plan)) {
                return new NotTaken(now);
            }
            int done = 0;
            for (SheetPlan.Change change : plan.changes()) {
                SaveRecord.Outcome outcome = save.saveBeside(form(change.row().given()), change.body());
                if (!(outcome instanceof SaveRecord.Saved)) {
                    // The plan lets nothing through that a record does not take; the transaction takes back what was
                    // written.
                    throw new IllegalStateException(
                            "a planned row was not taken: " + outcome.getClass().getSimpleName());
                }
                done++;
                steps.done(done, plan.changes().size());
            }
            return new Taken(plan.changes().size());
        });
    }

    /** Goes through the rows as the notebook stands at one moment. */
    private final class Planning {
        private final Snapshot at;
        private final ReturnedSheet sheet;
        private final Quarter quarter;
        private final Labels labels;
        private final List<SheetPlan.Change> changes = new ArrayList<>();
        private final List<Refusal> refusals;
        private int already;

        Planning(Snapshot at, ReturnedSheet sheet, Quarter quarter) {
            this.at = at;
            this.sheet = sheet;
            this.quarter = quarter;
            this.labels = Labels.of(sheet.head().language());
            this.refusals = new ArrayList<>(sheet.refusals());
        }

        void row(ReturnedSheet.Edited row) {
            SheetRow given = row.given();
            Optional<RecordState> found =
                    RecordId.isValid(given.record()) ? at.revisions().visible(given.record()) : Optional.empty();
            Reason not = found.map(state -> refusal(state, given)).orElse(null);
            if (found.isEmpty() || not != null) {
                refusals.add(new Refusal(
                        not == null ? Reason.UNKNOWN_RECORD : not,
                        sheet.name(),
                        row.cell(Column.RECORD),
                        given.given().text()));
                return;
            }
            RowChange change = new RowChange(found.get(), row);
            if (change.body.isEmpty()) {
                already++;
            } else if (!save.takes(form(given), new Json.Obj(change.body))) {
                refusals.add(
                        new Refusal(Reason.TECHNICAL_CHANGED, sheet.name(), row.cell(Column.RECORD), given.record()));
            } else {
                changes.add(new SheetPlan.Change(
                        row, Action.of(found.get().values(), labels), change.differences, new Json.Obj(change.body)));
            }
        }

        /** Why a record takes nothing from a sheet; null where it does. */
        private @Nullable Reason refusal(RecordState state, SheetRow given) {
            if (state.purged()) {
                return Reason.ERASED;
            }
            if (!state.type().equals(Action.TYPE)) {
                return Reason.OTHER_TYPE;
            }
            if (state.deleted()) {
                return Reason.DELETED;
            }
            Set<String> held = new HashSet<>();
            for (Held each : at.revisions().headersOf(given.record())) {
                if (each.header().isEdit()) {
                    held.add(each.header().id());
                }
            }
            return given.parents().isEmpty() || !held.containsAll(given.parents()) ? Reason.UNKNOWN_HISTORY : null;
        }

        /** What the row would write into its record. */
        private final class RowChange {
            private final RecordState state;
            private final ReturnedSheet.Edited row;
            private final TreeMap<String, Json> body = new TreeMap<>();
            private final List<SheetPlan.Difference> differences = new ArrayList<>();

            RowChange(RecordState state, ReturnedSheet.Edited row) {
                this.state = state;
                this.row = row;
                status();
                responsible();
                progress();
            }

            private void status() {
                String to = row.status();
                String now = Action.text(state.values(), "status");
                if (to != null
                        && !stands(
                                "status",
                                v -> v instanceof Json.Text t && t.value().equals(to))) {
                    body.put("status", Json.of(to));
                    difference(Column.STATUS, row.given().status(), to, now);
                }
            }

            private void responsible() {
                String to = row.responsible();
                String path = "responsible/" + row.given().role();
                if (to == null || stands(path, v -> to.equals(member(v, "role")))) {
                    return;
                }
                Json.Obj now = state.values().get(path) instanceof Json.Obj item ? item : Json.object();
                body.put(path, now.with("role", Json.of(to)));
                difference(Column.RESPONSIBLE, row.given().responsible(), to, Action.text(now, "role"));
            }

            /** The entry of the quarter; a new status is told in it too. */
            private void progress() {
                if (row.progress() == null && row.status() == null) {
                    return;
                }
                List<Progress> all = Progress.of(state.values());
                String ours = Progress.FIELD + '/' + row.given().item();
                Progress entry = all.stream()
                        .filter(p -> p.path().equals(ours))
                        .findFirst()
                        .orElse(Progress.in(quarter, all));
                String path = entry == null ? ours : entry.path();
                String text =
                        row.progress() != null ? row.progress() : row.given().progress();
                String status = row.status() != null ? row.status() : Action.text(state.values(), "status");
                boolean stands = stands(
                        path,
                        v -> (row.progress() == null || member(v, "text").equals(text))
                                && (row.status() == null || member(v, "status").equals(status)));
                if (stands) {
                    return;
                }
                body.put(path, round.item(entry, quarter, new RoundRow.Typed(status, text)));
                String now = entry == null ? "" : entry.text();
                if (row.progress() != null) {
                    difference(Column.PROGRESS, row.given().progress(), text, now);
                } else if (!now.strip().equals(row.given().progress().strip())) {
                    differences.add(new SheetPlan.Difference(
                            Column.PROGRESS, row.given().progress(), text, now));
                }
            }

            private void difference(Column column, String from, String to, String now) {
                boolean moved = !now.strip().equals(from.strip());
                differences.add(new SheetPlan.Difference(column, from, to, moved ? now : null));
            }

            /** Whether a path says so already, alone or beside something else. */
            private boolean stands(String path, java.util.function.Predicate<Json> says) {
                Json now = state.values().get(path);
                return (now != null && says.test(now))
                        || state.conflicts().getOrDefault(path, List.of()).stream()
                                .anyMatch(says);
            }
        }
    }

    private static String member(Json value, String name) {
        return value instanceof Json.Obj item ? Action.text(item, name).strip() : "";
    }
}
