package org.jailoo.ui.shell;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jailoo.ui.lock.TextMemory;
import org.testfx.api.FxToolkit;
import org.testfx.api.FxToolkitContext;
import org.testfx.service.support.FiredEvents;

/**
 * A process with the window on a notebook: it opens a record, types, copies, and locks, and waits in between until the
 * one who looks says to go on. {@code NOTEBOOK PASSPHRASE RECORD WORDS FOLDER}
 */
public final class WindowVictim {
    private WindowVictim() {}

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[2]);
        // As the program starts its toolkit.
        TextMemory.none();
        try (Person person = new Person(Path.of(args[0]), new HandHeart())) {
            begin(person, args[1], folder.resolve("words"));
            Thread.sleep(2500);
            dump(folder.resolve("open.hprof"));
            stop(folder, "open");
            person.robot().type(KeyCode.ESCAPE, KeyCode.ESCAPE);
            if (!person.isLocked()) {
                throw new AssertionError("not locked");
            }
            person.rest();
            dump(folder.resolve("locked.hprof"));
            stop(folder, "locked");
        }
        Runtime.getRuntime().halt(0);
    }

    /** In a method of its own, so that nothing here holds what was on the screen. */
    private static void begin(Person person, String record, Path file) throws IOException {
        List<String> words = Files.readAllLines(file);
        TextInputControl passphrase = person.find("passphrase", TextInputControl.class);
        person.robot().interact(() -> passphrase.setText(words.get(0)));
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.press("nav-interview");
        person.types("search", words.get(1).substring(0, 4));
        person.robot()
                .interact(() -> Objects.requireNonNull(person.shell().desk()).openRecord("interview", record));
        person.until(() -> person.sees("field-summary"));
        TextInputControl summary = person.find("field-summary", TextInputControl.class);
        person.robot().interact(() -> {
            summary.requestFocus();
            summary.setText(words.get(1));
            summary.selectAll();
        });
        person.robot().push(KeyCode.CONTROL, KeyCode.C);
        person.rest();
    }

    /** What is reachable in memory. */
    private static void dump(Path file) throws Exception {
        // The robot remembers every event that it has fired, and thereby every field.
        var events = FxToolkitContext.class.getDeclaredField("firedEvents");
        events.setAccessible(true);
        ((FiredEvents) events.get(FxToolkit.toolkitContext())).clearEvents();
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class).dumpHeap(file.toString(), true);
    }

    private static void stop(Path folder, String name) throws Exception {
        System.out.println(name);
        System.out.flush();
        while (!Files.exists(folder.resolve("go-" + name))) {
            Thread.sleep(20);
        }
    }
}
