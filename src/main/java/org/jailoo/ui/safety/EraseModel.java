package org.jailoo.ui.safety;

import java.time.Duration;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.EmergencyErase;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** The end of a notebook: what would be lost, a question, some seconds in which it can be stopped. */
public final class EraseModel {
    /** How far it is. */
    public enum Stage {
        ASKING,
        COUNTING,
        /** Stopped, or done: nothing more is shown. */
        OVER
    }

    /** In seconds. */
    static final int COUNT = 5;

    private final Tasks tasks;
    private final Runnable erase;
    private final ObjectProperty<EmergencyErase.@Nullable Loss> loss = new SimpleObjectProperty<>();
    private final ObjectProperty<Stage> stage = new SimpleObjectProperty<>(Stage.ASKING);
    private final IntegerProperty seconds = new SimpleIntegerProperty(COUNT);
    private boolean unknown;

    /**
     * Asks what would be lost.
     *
     * @param erase what destroys the notebook, once nobody has stopped it
     */
    public EraseModel(Tasks tasks, EmergencyErase use, Runnable erase) {
        this.tasks = tasks;
        this.erase = erase;
        tasks.of(watch -> use.look())
                .onSuccess(loss::set)
                .onFailure(e -> {
                    // Nobody waits for a count when somebody is at the door.
                    unknown = true;
                    loss.set(null);
                })
                .start();
    }

    /** Null until it was counted, or where it cannot be. */
    public ReadOnlyObjectProperty<EmergencyErase.@Nullable Loss> lossProperty() {
        return loss;
    }

    /** Whether what would be lost cannot be told. */
    public boolean isUnknown() {
        return unknown;
    }

    public ReadOnlyObjectProperty<Stage> stageProperty() {
        return stage;
    }

    /** How many are left. */
    public ReadOnlyIntegerProperty secondsProperty() {
        return seconds;
    }

    /** The person wants it; it begins in some seconds. */
    public void begin() {
        if (stage.get() == Stage.ASKING) {
            stage.set(Stage.COUNTING);
            tick();
        }
    }

    private void tick() {
        tasks.after(Duration.ofSeconds(1), () -> {
            if (stage.get() != Stage.COUNTING) {
                return;
            }
            seconds.set(seconds.get() - 1);
            if (seconds.get() > 0) {
                tick();
            } else {
                stage.set(Stage.OVER);
                erase.run();
            }
        });
    }

    /** Stops it: everything is as it was. */
    public void stop() {
        stage.set(Stage.OVER);
    }
}
