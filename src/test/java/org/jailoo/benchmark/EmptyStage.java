package org.jailoo.benchmark;

import javafx.application.Platform;
import javafx.scene.Scene;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;

/** A process that shows a window with nothing in it, and says when its first frame was painted: the floor of a start. */
final class EmptyStage {
    private final Scene scene = new Scene(new StackPane(), 1200, 740);
    private final Runnable pulse = this::pulse;
    private int pulses;

    public static void main(String[] args) {
        Platform.startup(() -> new EmptyStage().show());
    }

    private void show() {
        Stage stage = new Stage();
        stage.setScene(scene);
        stage.show();
        scene.addPostLayoutPulseListener(pulse);
        Platform.requestNextPulse();
    }

    /** Just as the program itself does it. */
    private void pulse() {
        pulses++;
        if (pulses == 1) {
            Platform.runLater(Platform::requestNextPulse);
            return;
        }
        scene.removePostLayoutPulseListener(pulse);
        System.out.println("usable");
    }
}
