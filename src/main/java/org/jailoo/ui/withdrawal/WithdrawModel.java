package org.jailoo.ui.withdrawal;

import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Consumer;
import javafx.beans.binding.Bindings;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jailoo.app.PlanWithdrawal;
import org.jailoo.app.Receivers.Receiver;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.app.Withdraw;
import org.jailoo.app.WithdrawalPlan;
import org.jailoo.app.WithdrawalPlan.Here;
import org.jailoo.record.DateText;
import org.jailoo.search.Folding;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.controls.DateInput;
import org.jspecify.annotations.Nullable;

/**
 * A withdrawal before it is done: its plan, which of the three ways the person chose, and the word that must be typed
 * before anything is erased.
 */
public final class WithdrawModel {
    /** What the person who withdraws wants. */
    public enum Way {
        /** The record stays here, and nothing of it is given out. */
        STOP,
        /** It is erased here and wherever it was sent. */
        ERASE
    }

    /** What a withdrawal works with. */
    public record Uses(PlanWithdrawal plan, Withdraw withdraw, Clock clock, NamesModel names) {}

    /** What was done, and how. */
    public record Done(Way way, int records, int mentions) {}

    /**
     * A device that has a part of what goes.
     *
     * @param days when bundles were written for it
     * @param surely whether it is sure that it had one of these records
     * @param asks whether its notebook asks a person before it erases; else it does so by itself
     */
    public record Told(Who who, Set<String> days, boolean surely, boolean asks) {}

    private final Tasks tasks;
    private final Uses uses;
    private final String record;
    private final Consumer<Way> changed;
    private final ObjectProperty<@Nullable WithdrawalPlan> plan = new SimpleObjectProperty<>();
    private final BooleanProperty missing = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private final ObjectProperty<@Nullable Way> way = new SimpleObjectProperty<>();
    private final ObservableSet<String> more = FXCollections.observableSet(new TreeSet<>());
    private final StringProperty typed = new SimpleStringProperty("");
    private final StringProperty day = new SimpleStringProperty("");
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Done> done = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Sentence> refused = new SimpleObjectProperty<>();
    private @Nullable Watch planning;

    /** Of a record; {@code changed} runs after something was erased or written. */
    public WithdrawModel(Tasks tasks, Uses uses, String record, Consumer<Way> changed) {
        this.tasks = tasks;
        this.uses = uses;
        this.record = record;
        this.changed = changed;
    }

    /** Looks at the whole notebook, once. */
    public void plan() {
        if (plan.get() != null || done.get() != null || planning != null) {
            return;
        }
        // What is read of names must not be closed in the middle.
        Runnable let = uses.names().hold();
        planning = tasks.of(watch -> uses.plan().plan(record, watch::at))
                .onProgress(progress::set)
                .onEnd(() -> {
                    planning = null;
                    let.run();
                })
                .onSuccess(found -> {
                    missing.set(found.isEmpty());
                    plan.set(found.orElse(null));
                })
                .start();
    }

    /** Looks again where the names were closed and are open now: they belong into the plan. */
    public void namesTurned() {
        WithdrawalPlan now = plan.get();
        if (now != null && !now.identitiesRead() && uses.names().isOpen()) {
            plan.set(null);
            plan();
        }
    }

    /** The door to names. */
    public NamesModel names() {
        return uses.names();
    }

    /** Stops looking. */
    public void stop() {
        if (planning != null) {
            planning.cancel();
            planning = null;
        }
    }

    public ReadOnlyObjectProperty<@Nullable WithdrawalPlan> planProperty() {
        return plan;
    }

    /** Whether nothing is known of the record, or it is erased already. */
    public ReadOnlyBooleanProperty missingProperty() {
        return missing;
    }

    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** Null until the person has chosen. */
    public ObjectProperty<@Nullable Way> wayProperty() {
        return way;
    }

    /** Which of the records with others in them go too. */
    public ObservableSet<String> more() {
        return more;
    }

    /** What was typed to say that it is meant. */
    public StringProperty typedProperty() {
        return typed;
    }

    /** The day on which consent was taken back, as it is typed. */
    public StringProperty dayProperty() {
        return day;
    }

    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** What was done; null before. */
    public ReadOnlyObjectProperty<@Nullable Done> doneProperty() {
        return done;
    }

    /** Why it was not done; null where it was, or nothing was tried. */
    public ReadOnlyObjectProperty<@Nullable Sentence> refusedProperty() {
        return refused;
    }

    /** Today, by this laptop's clock. */
    public String today() {
        return LocalDate.now(uses.clock().withZone(ZoneId.systemDefault())).toString();
    }

    /** What must be typed before anything is erased: the record's code, or the beginning of its id where it has none. */
    public String word() {
        WithdrawalPlan now = plan.get();
        String code = now == null ? "" : now.erased().get(0).item().code();
        return code.isBlank() ? record.substring(0, 8) : code;
    }

    /** Whether the word was typed; letters that people type for one another count as the same. */
    public BooleanBinding meantProperty() {
        return Bindings.createBooleanBinding(
                () -> plan.get() != null
                        && !typed.get().isBlank()
                        && Folding.fold(typed.get().strip()).equals(Folding.fold(word().strip())),
                plan,
                typed);
    }

    /** The day that was typed; null while it is none, or lies in the future. */
    public @Nullable LocalDate dayTyped() {
        String text = DateInput.date(day.get());
        LocalDate one = text == null ? null : DateText.firstDay(text);
        if (text == null || one == null || !one.equals(DateText.lastDay(text))) {
            return null;
        }
        return one.isAfter(LocalDate.parse(today())) ? null : one;
    }

    /** What goes, with what was added. */
    public List<Here> going() {
        WithdrawalPlan now = plan.get();
        return now == null ? List.of() : now.with(more);
    }

    /** Whether any of it has a consent that can be written as withdrawn. */
    public boolean canStop() {
        return going().stream().anyMatch(Here::consent);
    }

    /** The devices that have a part of what goes. */
    public List<Told> told() {
        Map<String, Told> told = new TreeMap<>();
        for (Here here : going()) {
            for (Receiver receiver : here.spread().receivers()) {
                Set<String> days = new TreeSet<>();
                receiver.sent().forEach(sent -> days.add(sent.created()));
                Told one = new Told(receiver.who(), days, receiver.surely(), here.asks());
                told.merge(receiver.who().device(), one, (a, b) -> {
                    Set<String> all = new TreeSet<>(a.days());
                    all.addAll(b.days());
                    return new Told(a.who(), all, a.surely() || b.surely(), a.asks() || b.asks());
                });
            }
        }
        return List.copyOf(told.values());
    }

    /** Does what was chosen, where everything that it needs was said. */
    public void go() {
        WithdrawalPlan now = plan.get();
        Way chosen = way.get();
        LocalDate on = dayTyped();
        boolean ready = chosen == Way.STOP
                ? on != null
                : chosen == Way.ERASE && meantProperty().get();
        if (now == null || chosen == null || !ready || busy.get() || done.get() != null) {
            return;
        }
        Set<String> also = Set.copyOf(more);
        busy.set(true);
        refused.set(null);
        tasks.of(watch -> chosen == Way.STOP && on != null
                        ? uses.withdraw().stopUsing(now, also, on)
                        : uses.withdraw().erase(now, also))
                .onEnd(() -> busy.set(false))
                .onFailure(e -> refused.set(Sentence.of("withdrawal.choice.failed")))
                .onSuccess(result -> {
                    // The plan names what is gone: it is not kept.
                    plan.set(null);
                    typed.set("");
                    done.set(new Done(chosen, result.records(), result.mentions()));
                    changed.accept(chosen);
                })
                .start();
    }
}
