package org.jailoo.app;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.jailoo.app.TablePlan.Fate;
import org.jailoo.app.TablePlan.Fault;
import org.jailoo.app.TablePlan.Line;
import org.jailoo.app.TablePlan.Order;
import org.jailoo.history.RecordState;
import org.jailoo.intake.CellMeaning;
import org.jailoo.intake.CellMeaning.Trouble;
import org.jailoo.intake.CellReader;
import org.jailoo.intake.Row;
import org.jailoo.intake.Target;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.jailoo.search.Folding;

/** Decides what becomes of each row of a table, at one moment of a notebook. */
final class PlanRows {
    static final String CAMPAIGN = "campaign";
    /** The longest text that a cell gives to a field, in letters. */
    private static final int LONGEST = 1_000_000;

    private final Snapshot at;
    private final Schema schema;
    private final Order order;
    private final KnownRows known;
    private final CellReader reader;
    private final Map<String, CellMeaning> named = new HashMap<>();
    private final Map<String, Integer> codes = new HashMap<>();
    private final Map<String, Integer> created = new HashMap<>();

    PlanRows(Snapshot at, Schema schema, Order order, Steps steps) {
        this.at = at;
        this.schema = schema;
        this.order = order;
        this.known = new KnownRows(at, schema, order, steps);
        this.reader = new CellReader(schema);
    }

    List<Line> lines(Steps steps) {
        List<Row> rows = order.grid().below(order.heading());
        List<Line> lines = new ArrayList<>(rows.size());
        for (Row row : rows) {
            lines.add(new Line(row.number(), fate(row)));
            steps.done(lines.size(), rows.size());
        }
        return lines;
    }

    private Fate fate(Row row) {
        List<Fault> faults = new ArrayList<>();
        RowValues own = values(row, order.type(), faults);
        RowValues identity = values(row, "identity", faults);
        if (!faults.isEmpty()) {
            return new TablePlan.Refused(faults);
        }
        if (own.isEmpty() && identity.isEmpty()) {
            return new TablePlan.Empty();
        }
        RowValues whole = inCampaign(own);
        if (whole.fields().get(KnownRows.CODE) instanceof Json.Text code
                && !code.value().isEmpty()) {
            return coded(row, code.value(), whole, identity);
        }
        String record = known.alike(whole, identity);
        return record != null
                ? new TablePlan.Same(record, null, false, List.of(), whole, identity)
                : create(row, whole, identity);
    }

    private Fate create(Row row, RowValues own, RowValues identity) {
        Integer twin = created.putIfAbsent(own.text() + identity.text(), row.number());
        return new TablePlan.Create(own, identity, twin == null ? 0 : twin);
    }

    private Fate coded(Row row, String code, RowValues own, RowValues identity) {
        Integer above = codes.putIfAbsent(code.toUpperCase(Locale.ROOT), row.number());
        int column = column(KnownRows.CODE);
        if (above != null) {
            return new TablePlan.Refused(List.of(new Fault(column, Trouble.CODE_TWICE, code, above)));
        }
        String record = known.ofCode(code);
        if (record == null) {
            return known.isDeleted(code)
                    ? new TablePlan.Refused(List.of(new Fault(column, Trouble.DELETED, code, 0)))
                    : create(row, own, identity);
        }
        List<TableDifference> differences = new ArrayList<>(differences(record, order.type(), own));
        String identityRecord = known.identityOf(record);
        if (identityRecord != null) {
            differences.addAll(differences(identityRecord, "identity", identity));
        } else {
            identity.fields()
                    .forEach((field, there) ->
                            differences.add(new TableDifference("identity", field, Json.NULL, there, false)));
        }
        List<Fault> conflicts = differences.stream()
                .filter(TableDifference::inConflict)
                .map(d -> new Fault(column(d.field()), Trouble.CONFLICT, row.cell(Math.max(0, column(d.field()))), 0))
                .toList();
        return conflicts.isEmpty()
                ? new TablePlan.Same(record, identityRecord, true, differences, own, identity)
                : new TablePlan.Refused(conflicts);
    }

    private List<TableDifference> differences(String record, String type, RowValues values) {
        Optional<RecordState> state = at.revisions().state(record);
        return state.isEmpty()
                ? List.of()
                // The code is how the record was found; it is not written again in other capitals.
                : TableDifference.between(values.without(KnownRows.CODE), state.get(), KnownRows.type(schema, type));
    }

    private int column(String field) {
        for (int i = 0; i < order.columns().size(); i++) {
            Target target = order.columns().get(i);
            if (target != null && target.top().equals(field)) {
                return i;
            }
        }
        return -1;
    }

    private RowValues inCampaign(RowValues own) {
        if (order.campaign() == null || own.fields().containsKey(CAMPAIGN)) {
            return own;
        }
        TreeMap<String, Json> fields = new TreeMap<>(own.fields());
        fields.put(CAMPAIGN, Json.of(order.campaign()));
        return new RowValues(fields);
    }

    private RowValues values(Row row, String type, List<Fault> faults) {
        TreeMap<String, Json> fields = new TreeMap<>();
        TreeMap<String, TreeMap<String, Json>> objects = new TreeMap<>();
        for (int i = 0; i < order.columns().size(); i++) {
            Target target = order.columns().get(i);
            String cell = row.cell(i);
            if (target == null || !target.type().equals(type) || cell.isEmpty()) {
                continue;
            }
            CellMeaning meaning = cell.length() > LONGEST
                    ? new CellMeaning.NotUnderstood(Trouble.TOO_LONG, cell.substring(0, 40))
                    : found(reader.read(target, cell));
            if (meaning instanceof CellMeaning.NotUnderstood not) {
                faults.add(new Fault(i, not.trouble(), not.said(), 0));
                continue;
            }
            Json value = meaning instanceof CellMeaning.Codes some
                    ? new Json.Array(
                            some.codes().stream().sorted().map(c -> Json.of(c)).toList())
                    : ((CellMeaning.Value) meaning).json();
            if (target.path().size() == 1) {
                fields.put(target.top(), value);
            } else {
                objects.computeIfAbsent(target.top(), t -> new TreeMap<>())
                        .put(target.path().get(1), value);
            }
        }
        objects.forEach((name, members) -> {
            boolean items =
                    Objects.requireNonNull(schema.field(type, name), name).kind() instanceof FieldKind.Items;
            Json.Obj object = new Json.Obj(members);
            fields.put(name, items ? new Json.Array(List.of(object)) : object);
        });
        return new RowValues(fields);
    }

    /** The record that a name means; the name of none, or of more than one, is not understood. */
    private CellMeaning found(CellMeaning meaning) {
        if (!(meaning instanceof CellMeaning.Named name)) {
            return meaning;
        }
        return named.computeIfAbsent(name.type() + ':' + name.name(), k -> {
            String wanted = Folding.fold(name.name()).strip();
            Stream<Lists.Row> all = at.lists().named(name.type(), name.name(), 200).stream();
            List<Lists.Row> exact = all.filter(
                            r -> Folding.fold(r.code()).strip().equals(wanted))
                    .toList();
            if (exact.size() == 1) {
                return new CellMeaning.Value(Json.of(exact.get(0).record()));
            }
            return new CellMeaning.NotUnderstood(
                    exact.isEmpty() ? Trouble.NO_RECORD : Trouble.MANY_RECORDS, name.name());
        });
    }
}
