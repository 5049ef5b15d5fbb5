package org.jailoo.ui.lock;

import java.time.Duration;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jailoo.app.IdleTime;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.WindowTitle;

/** What a person chooses about locking and about what others may see: idle time, the window's title, names of files. */
public final class PrivacyModel {
    private final Look look;
    private final Tasks tasks;
    private final IdleTime idle;
    private final Consumer<Duration> then;
    private final ReadOnlyObjectWrapper<Integer> minutes =
            new ReadOnlyObjectWrapper<>((int) IdleTime.USUAL.toMinutes());

    /**
     * The choices of an open notebook.
     *
     * @param then takes an idle time that was chosen, once it is kept
     */
    public PrivacyModel(Look look, Tasks tasks, IdleTime idle, Consumer<Duration> then) {
        this.look = look;
        this.tasks = tasks;
        this.idle = idle;
        this.then = then;
        tasks.of(watch -> idle.chosen())
                .onSuccess(chosen -> minutes.set((int) chosen.toMinutes()))
                .start();
    }

    /** After how many minutes it locks. */
    public ReadOnlyObjectProperty<Integer> minutesProperty() {
        return minutes.getReadOnlyProperty();
    }

    /** Chooses one of {@link IdleTime#CHOICES}. */
    public void lockAfter(int chosen) {
        if (chosen == minutes.get()) {
            return;
        }
        minutes.set(chosen);
        tasks.of(watch -> {
                    idle.choose(chosen);
                    return chosen;
                })
                .onSuccess(kept -> then.accept(Duration.ofMinutes(kept)))
                .start();
    }

    public ReadOnlyObjectProperty<WindowTitle> titleProperty() {
        return look.titleProperty();
    }

    public void call(WindowTitle title) {
        look.call(title);
    }

    public ReadOnlyBooleanProperty neutralNamesProperty() {
        return look.neutralNamesProperty();
    }

    public void useNeutralNames(boolean neutral) {
        look.useNeutralNames(neutral);
    }
}
