package org.jailoo.ui;

import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.lock.TextMemory;

/** The display of this machine, or a drawing board in memory where a picture is wanted and none is there. */
final class Display {
    private Display() {}

    /** Whether it is worth starting a toolkit: on Linux it would end the process where there is no display. */
    static boolean isThere() {
        boolean linux =
                System.getProperty("os.name", "").toLowerCase(Locale.ROOT).contains("linux");
        boolean headless = "Monocle".equals(System.getProperty("glass.platform"));
        String display = System.getenv("DISPLAY");
        return !linux || headless || (display != null && !display.isEmpty());
    }

    /** Has the next start draw in memory. Before the toolkit was started. */
    static void withoutOne(int width, int height) {
        System.setProperty("glass.platform", "Monocle");
        System.setProperty("monocle.platform", "Headless");
        System.setProperty("headless.geometry", width + "x" + height + "-32");
        System.setProperty("prism.order", "sw");
        System.setProperty("java.awt.headless", "true");
    }

    /** Starts the toolkit and does something on its thread; false where a library of the system or a display is missing. */
    static boolean start(Runnable then) throws InterruptedException {
        CountDownLatch done = new CountDownLatch(1);
        AtomicReference<RuntimeException> failed = new AtomicReference<>();
        Runnable first = () -> {
            try {
                Theme.loadFonts();
                then.run();
            } catch (RuntimeException e) {
                failed.set(e);
            } finally {
                done.countDown();
            }
        };
        TextMemory.none();
        try {
            Platform.startup(first);
        } catch (IllegalStateException e) {
            // It runs already.
            Platform.runLater(first);
        } catch (UnsupportedOperationException | LinkageError e) {
            return false;
        } catch (RuntimeException e) {
            // What the toolkit's own thread met comes wrapped: a library of the system that its library needs.
            if (e.getCause() instanceof LinkageError) {
                return false;
            }
            throw e;
        }
        done.await();
        RuntimeException wrong = failed.get();
        if (wrong != null) {
            throw wrong;
        }
        return true;
    }
}
