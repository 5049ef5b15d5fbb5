package org.jailoo.ui.meeting;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BinaryOperator;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.NotebookException;
import org.jailoo.pasted.PlanColumns;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;

/**
 * The action plans of a meeting in the hands of a person: rows of several plans, each a recommendation with the parents
 * that it had when it was opened, so that a save never settles what came in between. What was not saved stays.
 */
final class PlanModel {
    private final Desk desk;
    private final String meeting;
    private final ObservableList<PlanRow> rows = FXCollections.observableArrayList();
    private final List<String> ownPlans = new ArrayList<>();
    private final List<PlanRow> pasted = new ArrayList<>();
    private final StringProperty plan = new SimpleStringProperty("");
    private final ReadOnlyObjectWrapper<MeetingPlan.@Nullable Meeting> about = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Notice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();

    /** What the screen works with. */
    record Desk(Schema schema, MeetingPlan plan, OpenRecord open, SaveRecord save, Tasks tasks) {}

    /**
     * What became of a save.
     *
     * @param saved how many rows are on the disk
     * @param failed the numbers of those that are not, as they stand in their plan
     */
    record Notice(int saved, List<Integer> failed) {
        Notice {
            failed = List.copyOf(failed);
        }
    }

    private record Order(PlanRow row, SaveRecord.Form form, Json.Obj body) {}

    private record Ended(Order order, SaveRecord.@Nullable Outcome outcome, Optional<Opened> after) {}

    PlanModel(Desk desk, String meeting) {
        this.desk = desk;
        this.meeting = meeting;
    }

    String meeting() {
        return meeting;
    }

    Schema schema() {
        return desk.schema();
    }

    /** Every row of every plan, in its order. */
    ObservableList<PlanRow> rows() {
        return FXCollections.unmodifiableObservableList(rows);
    }

    /** The meeting; null until it is read. */
    ReadOnlyObjectProperty<MeetingPlan.@Nullable Meeting> about() {
        return about.getReadOnlyProperty();
    }

    /** The plan that is looked at. */
    StringProperty plan() {
        return plan;
    }

    ReadOnlyObjectProperty<@Nullable Notice> notice() {
        return notice.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty dirty() {
        return dirty.getReadOnlyProperty();
    }

    ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Counts up whenever something in a row changed. */
    ReadOnlyIntegerProperty turns() {
        return turns.getReadOnlyProperty();
    }

    int year() {
        MeetingPlan.Meeting known = about.get();
        return known == null ? 0 : known.year();
    }

    /** The names of the plans: those of the rows, and those that were begun here. */
    List<String> plans() {
        Set<String> names = new LinkedHashSet<>();
        rows.forEach(row -> names.add(row.plan()));
        names.addAll(ownPlans);
        if (names.isEmpty()) {
            names.add("1");
        }
        return List.copyOf(names);
    }

    List<PlanRow> rowsOf(String name) {
        return rows.stream().filter(row -> row.plan().equals(name)).toList();
    }

    // ---- reading

    /** Reads the plans; rows that were changed here stay as they are, with the parents they were opened with. */
    void look() {
        desk.tasks()
                .of(watch -> desk.plan().open(meeting))
                .onSuccess(read -> read.ifPresent(this::take))
                .start();
    }

    private void take(MeetingPlan.Meeting read) {
        about.set(read);
        Map<String, PlanRow> known = new LinkedHashMap<>();
        rows.forEach(row -> known.put(row.record(), row));
        List<PlanRow> now = new ArrayList<>();
        for (Opened opened : read.rows()) {
            PlanRow row = known.remove(opened.form().record());
            if (row == null) {
                now.add(row(new RecordForm(desk.schema(), opened), false));
            } else {
                if (!row.form().dirty().get() && !row.form().opened().equals(opened)) {
                    row.form().reopen(opened);
                }
                now.add(row);
            }
        }
        // What was typed here is never dropped: new rows, and changed ones that name another meeting by now.
        known.values().stream().filter(row -> row.isFresh() || row.isDirty()).forEach(now::add);
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        if (!plans().contains(plan.get())) {
            plan.set(plans().get(0));
        }
        turned();
    }

    private PlanRow row(RecordForm form, boolean fresh) {
        PlanRow row = new PlanRow(form, fresh, year());
        form.turns().addListener((p, before, now) -> turned());
        return row;
    }

    private void turned() {
        dirty.set(rows.stream().anyMatch(PlanRow::isDirty));
        if (dirty.get()) {
            notice.set(null);
        }
        turns.set(turns.get() + 1);
    }

    // ---- what a person does

    /** Begins another plan, under the next number that is free. */
    void addPlan() {
        int number = 1;
        while (plans().contains(Integer.toString(number)) && !rowsOf(Integer.toString(number)).isEmpty()) {
            number++;
        }
        ownPlans.add(Integer.toString(number));
        plan.set(Integer.toString(number));
        turned();
    }

    /** Adds an empty row to the plan that is looked at, numbered on. */
    PlanRow addRow() {
        List<PlanRow> there = rowsOf(plan.get());
        long last = 0;
        for (PlanRow row : there) {
            last = Math.max(last, row.entry("number").value().get() instanceof Json.Int n ? n.value() : 0);
        }
        PlanRow row = fresh();
        row.entry("number").set(Json.of(last + 1));
        rows.add(row);
        turned();
        return row;
    }

    private PlanRow fresh() {
        PlanRow row = row(new RecordForm(desk.schema(), desk.open().anew("recommendation")), true);
        row.entry("focusGroup").set(Json.of(meeting));
        MeetingPlan.Meeting known = about.get();
        if (known != null && known.campaign() != null) {
            row.entry("campaign").set(Json.of(known.campaign()));
        }
        if (!plan.get().isEmpty()) {
            row.entry("plan").set(Json.of(plan.get()));
        }
        row.entry("kind").set(Json.of("action"));
        return row;
    }

    /** Takes a row away that was never saved. */
    void remove(PlanRow row) {
        if (row.isFresh()) {
            rows.remove(row);
            pasted.remove(row);
            turned();
        }
    }

    /**
     * Makes rows of what was pasted, each of its own, equal ones too.
     *
     * @param code the code that a label of a codebook means; empty where it means none
     */
    void paste(PlanColumns columns, List<List<String>> cells, BinaryOperator<String> code) {
        pasted.clear();
        rows.removeAll(rows.stream()
                .filter(row -> row.isFresh() && row.isBlank() && row.plan().equals(plan.get()))
                .toList());
        boolean numbered = columns.columns().contains(Kind.NUMBER);
        for (List<String> line : cells) {
            PlanRow row = numbered ? fresh() : addRow();
            row.fill(columns, line, code);
            if (numbered) {
                rows.add(row);
            }
            pasted.add(row);
        }
        turned();
    }

    /** How many pasted rows can be taken back: none of them was saved. */
    int pastedRows() {
        return (int) pasted.stream().filter(row -> row.isFresh() && rows.contains(row)).count();
    }

    void undoPaste() {
        rows.removeAll(pasted.stream().filter(PlanRow::isFresh).toList());
        pasted.clear();
        turned();
    }

    void save() {
        save(() -> {});
    }

    /** Saves every changed row, and goes on if all of them are on the disk. */
    void save(Runnable then) {
        if (saving.get()) {
            return;
        }
        List<Integer> failed = new ArrayList<>();
        List<Order> orders = new ArrayList<>();
        for (PlanRow row : rows) {
            if (!row.isDirty()) {
                continue;
            }
            if (row.form().problems() > 0) {
                failed.add(place(row));
            } else {
                orders.add(new Order(row, row.form().opened().form(), row.form().body()));
            }
        }
        saving.set(true);
        desk.tasks()
                .of(watch -> orders.stream().map(this::write).toList())
                .onEnd(() -> saving.set(false))
                .onSuccess(all -> ended(all, failed, then))
                .start();
    }

    /** On a worker: what fails for one row keeps the others from nothing. */
    private Ended write(Order order) {
        try {
            SaveRecord.Outcome outcome = desk.save().save(order.form(), order.body());
            Optional<Opened> after = outcome instanceof SaveRecord.Saved saved
                    ? desk.open().open(saved.form().record())
                    : Optional.empty();
            return new Ended(order, outcome, after);
        } catch (NotebookException e) {
            return new Ended(order, null, Optional.empty());
        }
    }

    private void ended(List<Ended> all, List<Integer> failed, Runnable then) {
        int done = 0;
        for (Ended ended : all) {
            PlanRow row = ended.order().row();
            RecordForm form = row.form();
            if (ended.outcome() instanceof SaveRecord.Saved saved) {
                done++;
                Opened after = ended.after().orElse(null);
                form.saved(
                        new Opened(saved.form(), after == null ? form.state() : after.state(), false),
                        ended.order().body());
                row.saved();
                if (!form.dirty().get() && after != null) {
                    form.reopen(after);
                }
            } else {
                if (ended.outcome() instanceof SaveRecord.Refused refused) {
                    form.mark(refused.problems());
                }
                failed.add(place(row));
            }
        }
        turned();
        notice.set(new Notice(done, failed));
        turns.set(turns.get() + 1);
        if (failed.isEmpty() && !dirty.get()) {
            then.run();
        }
    }

    private int place(PlanRow row) {
        return rowsOf(row.plan()).indexOf(row) + 1;
    }

    /** Takes back what was typed since the rows were opened or saved; new rows go. */
    void discard() {
        rows.removeIf(PlanRow::isFresh);
        rows.forEach(row -> row.form().discard());
        pasted.clear();
        turned();
    }
}
