package org.jailoo.ui.meeting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
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
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.MeetingPlan;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.pasted.PlanColumns;
import org.jailoo.pasted.PlanColumns.Kind;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.form.Autosave;
import org.jailoo.ui.form.FormDraft;
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
    private final ReadOnlyObjectWrapper<@Nullable PlanNotice> notice = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper dirty = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyIntegerWrapper turns = new ReadOnlyIntegerWrapper();

    /** What the screen works with. */
    record Desk(Schema schema, Uses uses, Tasks tasks) {}

    /** What is done for it in the notebook. */
    record Uses(MeetingPlan plan, OpenRecord open, SaveRecord save, KeepDrafts drafts) {}

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

    ReadOnlyObjectProperty<@Nullable PlanNotice> notice() {
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
        return PlanRow.plans(rows, ownPlans);
    }

    List<PlanRow> rowsOf(String name) {
        return rows.stream().filter(row -> row.plan().equals(name)).toList();
    }

    // ---- reading

    /** Reads the plans; rows that were changed here stay as they are, with the parents they were opened with. */
    void look() {
        desk.tasks()
                .of(watch -> desk.uses().plan().open(meeting))
                .onSuccess(read -> read.ifPresent(this::take))
                .start();
    }

    private void take(MeetingPlan.Meeting read) {
        boolean first = about.get() == null;
        about.set(read);
        Map<String, PlanRow> known = new LinkedHashMap<>();
        rows.forEach(row -> known.put(row.record(), row));
        Map<String, Draft> drafts = new LinkedHashMap<>();
        read.drafts().forEach(draft -> drafts.put(draft.record(), draft));
        List<PlanRow> now = new ArrayList<>();
        for (Opened opened : read.rows()) {
            PlanRow row = known.remove(opened.form().record());
            Draft draft = drafts.remove(opened.form().record());
            if (row == null) {
                now.add(draft == null ? row(new RecordForm(desk.schema(), opened), false) : resumed(opened, draft));
            } else {
                if (!row.form().dirty().get() && !row.form().opened().equals(opened)) {
                    row.form().reopen(opened);
                }
                now.add(row);
            }
        }
        List<PlanRow> typed = new ArrayList<>();
        for (Draft draft : drafts.values()) {
            if (!known.containsKey(draft.record())) {
                SaveRecord.Form form = new SaveRecord.Form(draft.record(), draft.type(), List.of());
                typed.add(resumed(new Opened(form, null, false), draft));
            }
        }
        typed.sort(Comparator.comparing(PlanRow::plan).thenComparingLong(PlanRow::number));
        now.addAll(typed);
        // What was typed here is never dropped: new rows, and changed ones that name another meeting by now.
        known.values().stream().filter(row -> row.isFresh() || row.isDirty()).forEach(now::add);
        if (!now.equals(rows)) {
            rows.setAll(now);
        }
        if (first || !plans().contains(plan.get())) {
            plan.set(plans().get(0));
        }
        rows.forEach(row -> row.when().year(year()));
        turned();
    }

    /** A row as its draft left it, with the parents that the person knew when she began. */
    private PlanRow resumed(Opened opened, Draft draft) {
        SaveRecord.Form form = new SaveRecord.Form(draft.record(), draft.type(), FormDraft.parents(draft.content()));
        RecordForm made = new RecordForm(desk.schema(), new Opened(form, opened.state(), opened.heldPurge()));
        FormDraft.restore(draft.content(), made);
        PlanRow row = row(made, opened.state() == null);
        row.keep(new Autosave(made, desk.uses().drafts(), desk.tasks(), true));
        return row;
    }

    private PlanRow row(RecordForm form, boolean fresh) {
        PlanRow row = new PlanRow(form, fresh, year());
        form.turns().addListener((p, before, now) -> {
            keep(row);
            turned();
        });
        return row;
    }

    /** From the first word on a draft is kept of it. */
    private void keep(PlanRow row) {
        if (row.autosave() == null && row.isDirty()) {
            row.keep(new Autosave(row.form(), desk.uses().drafts(), desk.tasks(), false));
        }
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
        while (plans().contains(Integer.toString(number))
                && !rowsOf(Integer.toString(number)).isEmpty()) {
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
            last = Math.max(last, row.number());
        }
        PlanRow row = fresh();
        row.entry("number").set(Json.of(last + 1));
        rows.add(row);
        turned();
        return row;
    }

    private PlanRow fresh() {
        PlanRow row = row(new RecordForm(desk.schema(), desk.uses().open().anew("recommendation")), true);
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
            row.dropped();
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

    /** The first of the pasted rows; null once they are saved or taken back. */
    @Nullable
    PlanRow firstPasted() {
        return pasted.stream().filter(rows::contains).findFirst().orElse(null);
    }

    /** How many pasted rows can be taken back: none of them was saved. */
    int pastedRows() {
        return (int) pasted.stream()
                .filter(row -> row.isFresh() && rows.contains(row))
                .count();
    }

    void undoPaste() {
        List<PlanRow> gone = pasted.stream().filter(PlanRow::isFresh).toList();
        gone.forEach(PlanRow::dropped);
        rows.removeAll(gone);
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
        List<PlanSaving> orders = new ArrayList<>();
        for (PlanRow row : rows) {
            if (!row.isDirty()) {
                continue;
            }
            if (row.form().problems() > 0) {
                failed.add(place(row));
            } else {
                orders.add(PlanSaving.of(row));
            }
        }
        saving.set(true);
        desk.tasks()
                .of(watch -> write(orders, watch))
                .onEnd(() -> saving.set(false))
                .onSuccess(all -> ended(all, failed, then))
                .start();
    }

    private List<PlanSaving.Ended> write(List<PlanSaving> orders, Watch watch) throws Exception {
        List<PlanSaving.Ended> all = new ArrayList<>();
        for (PlanSaving order : orders) {
            all.add(order.save(desk.uses(), watch));
        }
        return all;
    }

    private void ended(List<PlanSaving.Ended> all, List<Integer> failed, Runnable then) {
        int done = 0;
        for (PlanSaving.Ended ended : all) {
            if (ended.take()) {
                done++;
            } else {
                failed.add(place(ended.asked().row()));
            }
        }
        turned();
        notice.set(new PlanNotice(done, failed));
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
        rows.forEach(PlanRow::dropped);
        rows.removeIf(PlanRow::isFresh);
        rows.forEach(row -> row.form().discard());
        pasted.clear();
        turned();
    }

    /** Keeps what was typed as drafts and lets go of the rows; {@code go} runs once it is on the disk. */
    void keepAndLeave(Runnable go) {
        Runnable rest = rest();
        desk.tasks()
                .of(watch -> {
                    rest.run();
                    return rest;
                })
                .onSuccess(done -> {
                    forget();
                    go.run();
                })
                .start();
    }

    /** Lets go of the rows; they are read again, their drafts with them, when the screen is shown again. */
    void forget() {
        rows.forEach(PlanRow::close);
        rows.clear();
        pasted.clear();
        turned();
    }

    /** What is still to be done so that nothing typed is lost, taken now and done on any thread. */
    Runnable rest() {
        List<Runnable> all = rows.stream().map(PlanRow::rest).toList();
        return () -> all.forEach(Runnable::run);
    }

    /** The notebook closes. */
    void end() {
        rows.forEach(PlanRow::close);
    }
}
