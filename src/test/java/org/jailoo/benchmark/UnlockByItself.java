package org.jailoo.benchmark;

import atlantafx.base.controls.PasswordTextField;
import java.util.List;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.stage.Window;
import org.jailoo.Main;

/**
 * A process that is the program itself, with somebody who types the passphrase as soon as it can be typed; says how many
 * milliseconds after that the first page could be used: {@code NOTEBOOK PASSPHRASE MILLISECONDS}, the last is how long the
 * typing takes.
 */
final class UnlockByItself {
    private static final String FIRST = "#add-interview";

    private UnlockByItself() {}

    public static void main(String[] args) {
        Thread hand = new Thread(() -> type(args[1], Long.parseLong(args[2])), "hand");
        hand.setDaemon(true);
        hand.start();
        Main.main(new String[] {"open", args[0]});
    }

    private static void type(String passphrase, long pause) {
        try {
            Scene scene = shown();
            Thread.sleep(pause);
            Platform.runLater(() -> {
                ((PasswordTextField) scene.lookup("#passphrase")).setText(passphrase);
                long start = System.nanoTime();
                await(scene, start);
                ((Button) scene.lookup("#unlock")).fire();
            });
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** The scene, once its first frame was painted. */
    private static Scene shown() throws InterruptedException {
        while (true) {
            Thread.sleep(20);
            for (Window window : List.copyOf(Window.getWindows())) {
                Scene scene = window.getScene();
                Node waits = scene == null ? null : scene.getFocusOwner();
                if (window.isShowing() && waits != null && "passphrase".equals(waits.getId())) {
                    return scene;
                }
            }
        }
    }

    /** The frame after the one in which the first page was laid out is the first that shows it. */
    private static void await(Scene scene, long start) {
        int[] frames = {0};
        scene.addPostLayoutPulseListener(() -> {
            if (frames[0] > 1 || scene.lookup(FIRST) == null) {
                return;
            }
            frames[0]++;
            if (frames[0] == 1) {
                Platform.runLater(Platform::requestNextPulse);
            } else {
                System.out.println("home " + (System.nanoTime() - start) / 1_000_000.0);
            }
        });
    }
}
