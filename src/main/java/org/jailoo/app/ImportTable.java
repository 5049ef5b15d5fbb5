package org.jailoo.app;

import java.time.Clock;
import java.util.Set;
import java.util.SortedMap;
import java.util.function.Supplier;
import org.jailoo.app.TablePlan.Line;
import org.jailoo.app.TablePlan.Order;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordType;

/**
 * Imports a table that exists already: first a plan, which a person reads, then all of it or nothing.
 *
 * <p>A record that exists is never changed unless its row was chosen, and then by an ordinary revision.
 */
public final class ImportTable {
    private static final String IDENTITY = "identity";

    private final Notebook notebook;
    private final SaveRecord save;
    private final Supplier<String> codes;

    /**
     * With the source of codes for records that come without one.
     *
     * @param codes asked inside the transaction that saves, after the record before was saved
     */
    public ImportTable(Notebook notebook, Clock clock, Supplier<String> codes) {
        this.notebook = notebook;
        this.save = new SaveRecord(notebook, clock);
        this.codes = codes;
    }

    /** What became of an import. */
    public sealed interface Outcome {}

    /** It is on the disk: so many new records, so many that gained a revision; what belongs to a person counts with it. */
    public record Imported(int created, int revised) implements Outcome {}

    /** The notebook has changed since the plan was made, so that it would do something else now; nothing was written. */
    public record Changed(TablePlan now) implements Outcome {}

    /** What importing would do, as the notebook stands now. */
    public TablePlan plan(Order order, Steps steps) {
        return new TablePlan(
                order, notebook.reading(at -> new PlanRows(at, notebook.schema(), order, steps).lines(steps)));
    }

    /**
     * Does what a plan says, in one transaction.
     *
     * @param chosen the numbers of rows that are written though a record says the same or has their code
     * @throws java.util.concurrent.CancellationException as the steps threw it; then nothing was written
     */
    public Outcome apply(TablePlan plan, Set<Integer> chosen, Steps steps) {
        return notebook.inTransaction(() -> {
            TablePlan now = plan(plan.order(), steps);
            if (!now.lines().equals(plan.lines())) {
                return new Changed(now);
            }
            int created = 0;
            int revised = 0;
            int done = 0;
            for (Line line : plan.lines()) {
                if (TablePlan.writes(line, chosen)) {
                    if (line.fate() instanceof TablePlan.Same same && same.byCode()) {
                        revise(plan.order().type(), same);
                        revised++;
                    } else {
                        create(plan.order().type(), line.fate());
                        created++;
                    }
                }
                done++;
                steps.done(done, plan.lines().size());
            }
            return new Imported(created, revised);
        });
    }

    private void create(String type, TablePlan.Fate fate) {
        RowValues values = fate instanceof TablePlan.Create create ? create.values() : ((TablePlan.Same) fate).values();
        RowValues identity =
                fate instanceof TablePlan.Create create ? create.identity() : ((TablePlan.Same) fate).identity();
        RecordType known = KnownRows.type(notebook.schema(), type);
        SortedMap<String, Json> body = values.body(known);
        if (known.field(KnownRows.CODE) != null && !body.containsKey(KnownRows.CODE)) {
            body.put(KnownRows.CODE, Json.of(codes.get()));
        }
        String record = saved(save.open(type, null), body).record();
        if (!identity.isEmpty()) {
            createIdentity(record, identity);
        }
    }

    private void createIdentity(String participant, RowValues identity) {
        SortedMap<String, Json> body = identity.body(KnownRows.type(notebook.schema(), IDENTITY));
        body.put("participant", Json.of(participant));
        saved(save.open(IDENTITY, null), body);
    }

    private void revise(String type, TablePlan.Same same) {
        revise(type, same.record(), same.values().without(KnownRows.CODE));
        if (same.differences().stream().anyMatch(d -> d.type().equals(IDENTITY))) {
            String identity = same.identityRecord();
            if (identity == null) {
                createIdentity(same.record(), same.identity());
            } else {
                revise(IDENTITY, identity, same.identity());
            }
        }
    }

    private void revise(String type, String record, RowValues values) {
        RecordState state = notebook.revisions().state(record).orElseThrow();
        SortedMap<String, Json> body = values.revision(state, KnownRows.type(notebook.schema(), type));
        if (!body.isEmpty()) {
            saved(new SaveRecord.Form(record, type, state.parentsOfNextEdit()), body);
        }
    }

    private SaveRecord.Form saved(SaveRecord.Form form, SortedMap<String, Json> body) {
        SaveRecord.Outcome outcome = save.save(form, new Json.Obj(body));
        if (outcome instanceof SaveRecord.Saved saved) {
            return saved.form();
        }
        // The plan lets nothing through that a record does not take; the transaction takes back what was written.
        throw new IllegalStateException(
                "a planned row was not taken: " + outcome.getClass().getSimpleName());
    }
}
