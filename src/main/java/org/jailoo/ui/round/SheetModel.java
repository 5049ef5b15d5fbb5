package org.jailoo.ui.round;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.IntConsumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.app.QuarterRegister;
import org.jailoo.app.RoundSheet;
import org.jailoo.app.SheetPlan;
import org.jailoo.app.TakeSheetBack;
import org.jailoo.sheet.Reason;
import org.jailoo.sheet.Refusal;
import org.jailoo.sheet.ReturnedSheet;
import org.jailoo.sheet.SheetReader;
import org.jailoo.sheet.SheetRefused;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** Writes the sheets and registers of a round, and takes a sheet back. */
public final class SheetModel {
    private static final int MOST = 16 * 1024 * 1024 + 1;

    private final Uses uses;
    private final Tasks tasks;
    private final ReadOnlyObjectWrapper<@Nullable View> view = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyBooleanWrapper working = new ReadOnlyBooleanWrapper();
    private @Nullable Watch running;

    /** What can be done with sheets. */
    public record Uses(RoundSheet sheet, QuarterRegister register, TakeSheetBack back) {}

    /** What is seen of a sheet that came back. */
    public sealed interface View {}

    /** The file is no sheet that can be taken. */
    public record NotASheet(Path file, Refusal refusal) implements View {}

    /**
     * What taking it back would do.
     *
     * @param moved whether the notebook has changed since it was shown first
     */
    public record Planned(SheetPlan plan, boolean moved) implements View {}

    /** It was taken back; so many recommendations were changed. */
    public record Taken(int records) implements View {}

    public SheetModel(Uses uses, Tasks tasks) {
        this.uses = uses;
        this.tasks = tasks;
    }

    /** What is seen of a sheet; null where the round is seen. */
    public ReadOnlyObjectProperty<@Nullable View> view() {
        return view.getReadOnlyProperty();
    }

    public ReadOnlyBooleanProperty working() {
        return working.getReadOnlyProperty();
    }

    /** Goes back to the round. */
    public void close() {
        view.set(null);
    }

    /** Stops what is being done; nothing of it stays. */
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }

    /** Writes the sheet for the office; the password is wiped. */
    public void write(RoundSheet.Order order, char[] password, IntConsumer done, Consumer<Sentence> failed) {
        run(order.out(), password, watch -> uses.sheet().export(order, password, watch::at), done, failed);
    }

    /** Writes the register of the quarter; the password is wiped. */
    public void write(QuarterRegister.Order order, char[] password, IntConsumer done, Consumer<Sentence> failed) {
        run(order.out(), password, watch -> uses.register().export(order, password, watch::at), done, failed);
    }

    private void run(
            Path file, char[] password, Tasks.Work<Integer> work, IntConsumer done, Consumer<Sentence> failed) {
        if (working.get()) {
            return;
        }
        working.set(true);
        running = tasks.of(work)
                .onEnd(() -> {
                    working.set(false);
                    Arrays.fill(password, ' ');
                })
                .onSuccess(done::accept)
                .onFailure(e -> failed.accept(Failures.of(e, file)))
                .start();
    }

    /** Reads a file and shows what taking it back would do; the password is wiped. */
    public void read(Path file, char[] password, Consumer<Sentence> failed) {
        if (working.get()) {
            return;
        }
        working.set(true);
        running = tasks.<View>of(watch -> view(file, password, watch))
                .onEnd(() -> {
                    working.set(false);
                    Arrays.fill(password, ' ');
                })
                .onSuccess(view::set)
                .onFailure(e -> failed.accept(Failures.reading(e, file)))
                .start();
    }

    /** Shows what taking a sheet back would do that was read already. */
    public void show(ReturnedSheet sheet) {
        tasks.of(watch -> uses.back().plan(sheet, watch::at))
                .onSuccess(plan -> view.set(new Planned(plan, false)))
                .start();
    }

    private View view(Path file, char[] password, Watch watch) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            ReturnedSheet sheet = SheetReader.read(in.readNBytes(MOST), password);
            return new Planned(uses.back().plan(sheet, watch::at), false);
        } catch (SheetRefused refused) {
            return new NotASheet(file, refused.refusal());
        }
    }

    /** Whether the file asks for a password, or the one given was wrong. */
    static boolean asksForPassword(Refusal refusal) {
        return List.of(Reason.PASSWORD, Reason.WRONG_PASSWORD).contains(refusal.reason());
    }

    /** Takes back what is shown. */
    public void take(Runnable changed, Consumer<Sentence> failed) {
        if (working.get() || !(view.get() instanceof Planned planned)) {
            return;
        }
        working.set(true);
        running = tasks.of(watch -> uses.back().apply(planned.plan(), watch::at))
                .onEnd(() -> working.set(false))
                .onSuccess(outcome -> {
                    if (outcome instanceof TakeSheetBack.Taken taken) {
                        view.set(new Taken(taken.records()));
                        changed.run();
                    } else {
                        view.set(new Planned(((TakeSheetBack.NotTaken) outcome).now(), true));
                    }
                })
                .onFailure(e -> failed.accept(Failures.of(e, Path.of(""))))
                .start();
    }
}
