package org.jailoo.ui;

import javafx.application.Platform;
import javafx.scene.Scene;

/** The moment from which a window can be used: its first frame is on the screen. */
final class FirstFrame {
    private final Scene scene;
    private final Runnable then;
    private final Runnable pulse = this::pulse;
    private int pulses;

    private FirstFrame(Scene scene, Runnable then) {
        this.scene = scene;
        this.then = then;
    }

    /** Does something once, on the toolkit's thread, when what the scene shows now was painted. */
    static void then(Scene scene, Runnable then) {
        FirstFrame first = new FirstFrame(scene, then);
        scene.addPostLayoutPulseListener(first.pulse);
        Platform.requestNextPulse();
    }

    /** A frame is painted after its layout, and before the next one's. */
    private void pulse() {
        pulses++;
        if (pulses == 1) {
            // Not from within a pulse: it would be taken for a part of this one.
            Platform.runLater(Platform::requestNextPulse);
            return;
        }
        scene.removePostLayoutPulseListener(pulse);
        then.run();
    }
}
