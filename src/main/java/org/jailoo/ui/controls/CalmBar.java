package org.jailoo.ui.controls;

import javafx.animation.Animation;
import javafx.animation.KeyFrame;
import javafx.animation.Timeline;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.scene.control.ProgressBar;
import javafx.util.Duration;

/**
 * A progress bar that, while nobody knows how much is left, moves some times a second and not sixty. Where there is no
 * graphics card, every frame is painted by the processor, which has something better to do: that is what is waited for.
 */
public final class CalmBar extends ProgressBar {
    private static final int STEPS = 10;
    private static final Duration STEP = Duration.millis(300);

    private final DoubleProperty share = new SimpleDoubleProperty(-1);
    private final Timeline moving = new Timeline(new KeyFrame(STEP, tick -> move()));
    private int step;

    public CalmBar() {
        super(0);
        moving.setCycleCount(Animation.INDEFINITE);
        share.addListener((p, was, is) -> settle());
        visibleProperty().addListener((p, was, is) -> settle());
        sceneProperty().addListener((p, was, is) -> settle());
    }

    /** From 0 to 1, below 0 where it is not known. */
    public DoubleProperty shareProperty() {
        return share;
    }

    private void settle() {
        boolean unknown = share.get() < 0;
        setProgress(unknown ? (double) step / STEPS : share.get());
        if (unknown && isVisible() && getScene() != null) {
            moving.play();
        } else {
            moving.stop();
        }
    }

    private void move() {
        step = (step + 1) % (STEPS + 1);
        setProgress((double) step / STEPS);
    }
}
