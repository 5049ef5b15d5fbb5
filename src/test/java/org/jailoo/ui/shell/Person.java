package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.BooleanSupplier;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.stage.Stage;
import org.jailoo.app.NewNotebook;
import org.jailoo.identity.Fingerprint;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.lock.Heartbeat;
import org.jailoo.ui.unlock.Doors;
import org.jspecify.annotations.Nullable;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the window: finds things by their ids, presses, types, and waits for what comes of it. */
final class Person implements AutoCloseable {
    /** What opens a notebook that has no key file. */
    static final String PASSPHRASE = "ak kalpak";

    static final Clock CLOCK = Clock.fixed(Instant.parse("2026-05-06T07:08:09Z"), ZoneOffset.UTC);

    /** What the person will choose when the system asks for a file. */
    final Deque<Path> chooses = new ArrayDeque<>();

    final Look look = new Look(null, "en", Theme.LIGHT);
    private final FxRobot robot = new FxRobot();
    private final ExecutorService workers = Executors.newFixedThreadPool(2);
    private final Shell shell;

    /** The names that the program has suggested for files. */
    final List<String> suggested = new ArrayList<>();

    /** At a window that asks for a notebook, and never locks by itself. */
    Person(@Nullable Path notebook) throws TimeoutException {
        this(notebook, null);
    }

    /** At a window that asks for a notebook, and locks by itself as these clocks say. */
    Person(@Nullable Path notebook, @Nullable Heartbeat heartbeat) throws TimeoutException {
        FxToolkit.registerPrimaryStage();
        Stage stage = FxToolkit.setupStage(made -> {});
        shell = onWindow(() -> {
            Theme.loadFonts();
            Shell made = new Shell(
                    new Shell.Machine(CLOCK, workers, new HouseDoors(), new Chosen(), heartbeat),
                    look,
                    1366,
                    768,
                    notebook);
            stage.setScene(made.scene());
            stage.show();
            return made;
        });
        rest();
    }

    /** What is asked on the window's thread. */
    interface Asking<T> {
        T ask();
    }

    <T> T onWindow(Asking<T> asking) {
        return WaitForAsyncUtils.waitForAsyncFx(20_000, asking::ask);
    }

    /** Waits until everything that was started has been answered. */
    void rest() {
        until(() -> onWindow(shell::isIdle));
        WaitForAsyncUtils.waitForFxEvents();
        until(() -> onWindow(shell::isIdle));
    }

    void until(BooleanSupplier there) {
        try {
            WaitForAsyncUtils.waitFor(30, TimeUnit.SECONDS, there::getAsBoolean);
        } catch (TimeoutException e) {
            throw new AssertionError("it did not come", e);
        }
        WaitForAsyncUtils.waitForFxEvents();
    }

    boolean sees(String id) {
        return onWindow(() -> shell.scene().lookup("#" + id) != null);
    }

    <T extends Node> T find(String id, Class<T> type) {
        until(() -> sees(id));
        Node node = onWindow(() -> Objects.requireNonNull(shell.scene().lookup("#" + id)));
        assertThat(node).as(id).isInstanceOf(type);
        return type.cast(node);
    }

    Set<Node> all(String styleClass) {
        return onWindow(() -> shell.scene().getRoot().lookupAll("." + styleClass));
    }

    String reads(String id) {
        Label label = find(id, Label.class);
        return onWindow(() -> String.valueOf(label.getText()));
    }

    void press(String id) {
        ButtonBase button = find(id, ButtonBase.class);
        press(button);
    }

    void press(ButtonBase button) {
        robot.interact(() -> {
            assertThat(button.isDisabled()).as("disabled " + button.getId()).isFalse();
            button.fire();
        });
        rest();
    }

    /** Puts the keyboard into a field and types. */
    void types(String id, String text) {
        TextInputControl field = find(id, TextInputControl.class);
        robot.interact(field::requestFocus);
        robot.write(text);
        rest();
    }

    /** Puts a text into a field in the place of what stands there. */
    void fills(String id, String text) {
        TextInputControl field = find(id, TextInputControl.class);
        robot.interact(field::requestFocus);
        robot.interact(() -> field.setText(text));
        rest();
    }

    /** The same, and takes what is offered. */
    void enters(String id, String typed) {
        fills(id, typed);
        robot.type(KeyCode.ENTER);
        rest();
    }

    /** Finds a record in a field that points to others, and takes the first. */
    void picks(String id, String typed) {
        until(() -> sees(id));
        TextInputControl finder = onWindow(() ->
                (TextInputControl) Objects.requireNonNull(find(id, Node.class).lookup(".pick-field")));
        robot.interact(finder::requestFocus);
        robot.interact(() -> finder.setText(typed));
        rest();
        robot.type(KeyCode.ENTER);
        rest();
    }

    /** Types the group of digits that the page leaves out, as heard from somebody who holds them. */
    void hears(Fingerprint said) {
        until(() -> sees("heard-group"));
        List<String> shown = onWindow(() -> shell.scene().getRoot().lookupAll(".heard-box .digit-group").stream()
                .map(node -> ((Label) node).getText())
                .toList());
        types(
                "heard-group",
                said.groups().stream()
                        .filter(group -> !shown.contains(group))
                        .findFirst()
                        .orElseThrow());
    }

    String written(String id) {
        TextInputControl field = find(id, TextInputControl.class);
        return onWindow(() -> String.valueOf(field.getText()));
    }

    FxRobot robot() {
        return robot;
    }

    /** The notebook that is open. */
    Notebook notebook() {
        return onWindow(() -> Objects.requireNonNull(shell.desk()).notebook());
    }

    boolean isLocked() {
        return onWindow(() -> shell.desk() == null);
    }

    Shell shell() {
        return shell;
    }

    @Override
    public void close() throws TimeoutException {
        onWindow(() -> {
            shell.close();
            return shell;
        });
        FxToolkit.cleanupStages();
        workers.shutdownNow();
    }

    /** The doors of the program, with the cheapest lock that is allowed. */
    private static final class HouseDoors implements Doors {
        @Override
        public Opened unlock(Path file, char[] passphrase) {
            // A notebook without a key file was made through the tests' own door, which costs no derivation.
            boolean throughTheDoor =
                    Files.notExists(Path.of(file + ".keys")) && PASSPHRASE.equals(new String(passphrase));
            return new Opened(
                    throughTheDoor ? TestDoor.openClosed(file) : Notebook.open(file, passphrase), file, false);
        }

        @Override
        public Opened create(Path file, char[] passphrase, String name) {
            return new Opened(new NewNotebook(Kdf.FLOOR).create(file, passphrase, name), file, false);
        }

        @Override
        public Kdf kdf() {
            return Kdf.FLOOR;
        }

        @Override
        public Opened sample(Watch watch) {
            throw new UnsupportedOperationException();
        }
    }

    private final class Chosen implements FileDialogs {
        @Override
        public @Nullable Path open(String title) {
            return chooses.poll();
        }

        @Override
        public List<Path> openMany(String title) {
            Path one = chooses.poll();
            return one == null ? List.of() : List.of(one);
        }

        @Override
        public @Nullable Path folder(String title) {
            return chooses.poll();
        }

        @Override
        public @Nullable Path save(String title, String suggestedName) {
            suggested.add(suggestedName);
            return chooses.poll();
        }
    }
}
