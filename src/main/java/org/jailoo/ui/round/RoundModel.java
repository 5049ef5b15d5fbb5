package org.jailoo.ui.round;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.ObservableList;
import org.jailoo.app.ProgressRound;
import org.jailoo.app.ProgressRound.Round;
import org.jailoo.app.RoundRow;
import org.jailoo.timeline.Quarter;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** Goes through the open recommendations of a campaign. Whatever goes wrong, what was typed stays and is kept. */
public final class RoundModel {
    private static final Duration WAIT = Duration.ofMillis(1500);

    private final ProgressRound rounds;
    private final Tasks tasks;
    private final Runnable changed;
    private final Latest latest;
    private final RoundKeeping keeping;
    private final RoundList list = new RoundList();
    private final ReadOnlyObjectWrapper<@Nullable RoundRow> shown = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyIntegerWrapper at = new ReadOnlyIntegerWrapper(-1);
    private final ReadOnlyBooleanWrapper saving = new ReadOnlyBooleanWrapper();
    private final ReadOnlyBooleanWrapper kept = new ReadOnlyBooleanWrapper();
    private final ObjectProperty<Said> said = new SimpleObjectProperty<>(Said.NOTHING);
    private final StringProperty text = new SimpleStringProperty("");
    private final StringProperty status = new SimpleStringProperty("");
    private final StringProperty filter = new SimpleStringProperty("");
    private @Nullable String campaign;
    private Quarter quarter;
    private String language = "en";
    private boolean filling;
    private boolean waiting;
    private boolean closed;

    /**
     * A round of the quarter of today.
     *
     * @param changed runs after something was saved
     */
    public RoundModel(ProgressRound rounds, Tasks tasks, Runnable changed) {
        this.rounds = rounds;
        this.tasks = tasks;
        this.changed = changed;
        this.latest = new Latest(tasks);
        this.keeping = new RoundKeeping(rounds);
        this.quarter = rounds.current();
        text.addListener((p, was, is) -> typed());
        status.addListener((p, was, is) -> typed());
        filter.addListener((p, was, is) -> sift());
    }

    // ---- what is shown

    /** What was read; null before. */
    public ReadOnlyObjectProperty<@Nullable Round> round() {
        return list.round();
    }

    /** The rows that fit the filter. */
    public ObservableList<RoundRow> rows() {
        return list.rows();
    }

    /** The row that is looked at; null where there is none. */
    public ReadOnlyObjectProperty<@Nullable RoundRow> shown() {
        return shown.getReadOnlyProperty();
    }

    /** Its place among the rows; -1 where there is none. */
    public ReadOnlyIntegerProperty at() {
        return at.getReadOnlyProperty();
    }

    /** How many of all rows have no entry yet. */
    public ReadOnlyIntegerProperty left() {
        return list.left();
    }

    public ReadOnlyBooleanProperty saving() {
        return saving.getReadOnlyProperty();
    }

    /** Whether what is typed in the row is on the disk, though not saved. */
    public ReadOnlyBooleanProperty kept() {
        return kept.getReadOnlyProperty();
    }

    public ObjectProperty<Said> said() {
        return said;
    }

    /** What is typed for the quarter. */
    public StringProperty text() {
        return text;
    }

    /** The status that is chosen; a code, or empty. */
    public StringProperty status() {
        return status;
    }

    public StringProperty filter() {
        return filter;
    }

    public Quarter quarter() {
        return quarter;
    }

    /** The quarter of today. */
    public Quarter current() {
        return rounds.current();
    }

    // ---- what a person does

    /** Reads the round as it stands now, in a language. */
    public void reload(String language) {
        this.language = language;
        String asked = campaign;
        Quarter of = quarter;
        latest.start(watch -> rounds.read(asked, of, language, watch::at), this::take);
    }

    /** Goes to another campaign. */
    public void choose(String id) {
        if (!id.equals(campaign)) {
            leave();
            campaign = id;
            begin();
        }
    }

    /** Goes to another quarter. */
    public void choose(Quarter other) {
        if (!other.equals(quarter)) {
            leave();
            quarter = other;
            begin();
        }
    }

    private void begin() {
        said.set(Said.NOTHING);
        show(null);
        reload(language);
    }

    private void take(Round read) {
        RoundRow before = shown.get();
        boolean dirty = isDirty();
        campaign = read.campaign();
        list.take(read);
        sift();
        RoundRow same = before == null ? null : list.find(before.record());
        if (before != null && same != null && dirty) {
            // The words stay as they are in the box; the row beside them is the one of now.
            boolean moved = !same.heads().equals(before.heads());
            replace(same);
            if (moved) {
                said.set(Said.CHANGED);
            }
        } else {
            show(same != null ? same : list.first());
        }
    }

    private void sift() {
        RoundRow now = shown.get();
        list.sift(filter.get(), now != null && isDirty() ? now.record() : null);
        at.set(now == null ? -1 : list.place(now.record()));
        if (now == null || at.get() < 0) {
            show(list.first());
        }
    }

    /** Looks at the row at a place. */
    public void select(int place) {
        if (place >= 0 && place < list.rows().size() && place != at.get()) {
            leave();
            said.set(Said.NOTHING);
            show(list.rows().get(place));
        }
    }

    /** Goes so many rows on; false where there is none. */
    public boolean step(int by) {
        int to = at.get() + by;
        if (to < 0 || to >= list.rows().size()) {
            return false;
        }
        select(to);
        return true;
    }

    private void show(@Nullable RoundRow row) {
        filling = true;
        shown.set(row);
        at.set(row == null ? -1 : list.place(row.record()));
        RoundRow.Typed typed = row == null ? new RoundRow.Typed("", "") : row.typed();
        text.set(typed.text());
        status.set(typed.status());
        kept.set(row != null && row.draft() != null && isDirty());
        if (row != null && row.hasMoved()) {
            said.set(Said.CHANGED);
        }
        filling = false;
    }

    private RoundRow.Typed now() {
        return new RoundRow.Typed(status.get(), text.get());
    }

    /** Whether something is typed in the row that no save has taken. */
    boolean isDirty() {
        RoundRow row = shown.get();
        if (row == null) {
            return false;
        }
        String noted = row.entry() == null ? "" : row.entry().text();
        return !text.get().strip().equals(noted.strip())
                || !status.get().equals(row.action().status());
    }

    /** Saves what is typed and goes on; where nothing is typed it only goes on. */
    public void save() {
        if (isDirty()) {
            save(now(), Said.SAVED);
        } else {
            step(1);
        }
    }

    /** Notes that nothing has changed, and goes on; where something is typed or chosen, that is saved. */
    public void same() {
        RoundRow row = shown.get();
        if (row != null && !isDirty() && row.entry() == null) {
            save(now(), Said.SAME);
        } else {
            save();
        }
    }

    private void save(RoundRow.Typed typed, Said good) {
        RoundRow row = shown.get();
        if (row == null || saving.get()) {
            return;
        }
        Quarter of = quarter;
        String in = language;
        saving.set(true);
        var save = keeping.save(row.record(), () -> rounds.save(row, of, typed, in));
        tasks.of(watch -> save.get())
                .onEnd(() -> saving.set(false))
                .onSuccess(outcome -> ended(row, typed, outcome, good))
                .onFailure(e -> said.set(Said.FAILED))
                .start();
    }

    private void ended(RoundRow row, RoundRow.Typed typed, ProgressRound.Outcome outcome, Said good) {
        boolean here = isShown(row);
        if (outcome instanceof ProgressRound.Saved saved) {
            changed.run();
            // What was typed while it was being saved is typed over what was saved.
            boolean more = here && !now().equals(typed);
            replace(saved.now());
            if (!more && here) {
                show(Objects.requireNonNull(list.find(row.record())));
                said.set(good);
                if (step(1)) {
                    said.set(good);
                }
            }
        } else if (outcome instanceof ProgressRound.Changed moved) {
            replace(moved.now());
            said.set(Said.CHANGED);
            keepNow();
        } else if (outcome instanceof ProgressRound.Gone) {
            said.set(Said.GONE);
        } else if (outcome instanceof ProgressRound.NotTaken) {
            said.set(Said.NOT_TAKEN);
        } else {
            step(1);
        }
    }

    private boolean isShown(RoundRow row) {
        RoundRow now = shown.get();
        return now != null && now.record().equals(row.record());
    }

    /** Puts the row of now in the place of the one before; what is typed in the box stays. */
    private void replace(RoundRow row) {
        list.replace(row);
        if (isShown(row)) {
            shown.set(row);
            at.set(list.place(row.record()));
        }
    }

    // ---- what is typed and not saved

    private void typed() {
        if (filling || shown.get() == null) {
            return;
        }
        kept.set(false);
        if (said.get().isGood()) {
            said.set(Said.NOTHING);
        }
        if (!waiting && !closed) {
            waiting = true;
            tasks.after(WAIT, () -> {
                waiting = false;
                if (!closed) {
                    keepNow();
                }
            });
        }
    }

    private void keepNow() {
        RoundRow row = shown.get();
        if (row == null || saving.get()) {
            return;
        }
        RoundRow.Typed typed = now();
        Optional<RoundKeeping.Write> write = pending();
        write.ifPresent(w -> tasks.of(watch -> w.run())
                .onFailure(e -> said.set(Said.NOT_KEPT))
                .onSuccess(done -> {
                    if (!done) {
                        said.set(Said.GONE);
                    } else if (isShown(row) && now().equals(typed)) {
                        kept.set(isDirty());
                    }
                })
                .start());
    }

    /** What is still to be written of the row, and the row in the list as it will be; empty where nothing is. */
    private Optional<RoundKeeping.Write> pending() {
        RoundRow row = shown.get();
        if (row == null || (!isDirty() && row.draft() == null)) {
            return Optional.empty();
        }
        RoundRow.Typed typed = isDirty() ? now() : null;
        if (Objects.equals(typed, row.draft())) {
            return Optional.empty();
        }
        RoundKeeping.Write write = keeping.write(row, quarter, typed);
        replace(row.with(typed));
        return Optional.of(write);
    }

    /** The row, or the screen, is left: what was typed is kept at once. */
    public void leave() {
        pending()
                .ifPresent(w -> tasks.of(watch -> w.run())
                        .onFailure(e -> said.set(Said.NOT_KEPT))
                        .start());
    }

    /** What is still to be done so that nothing typed is lost, taken now and done on any thread. */
    public Runnable rest() {
        Optional<RoundKeeping.Write> write = pending();
        return () -> write.ifPresent(RoundKeeping.Write::run);
    }

    /** The notebook closes. */
    public void end() {
        closed = true;
    }
}
