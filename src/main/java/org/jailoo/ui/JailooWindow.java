package org.jailoo.ui;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Locale;
import java.util.concurrent.CountDownLatch;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.application.Platform;
import javafx.beans.binding.Bindings;
import javafx.geometry.Rectangle2D;
import javafx.scene.Node;
import javafx.stage.Screen;
import javafx.stage.Stage;
import org.jailoo.app.FileKind;
import org.jailoo.app.OwnJars;
import org.jailoo.app.Workers;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.Kdf;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.lock.Heartbeat;
import org.jailoo.ui.lock.SystemSigns;
import org.jailoo.ui.shell.Gallery;
import org.jailoo.ui.shell.Rehearsal;
import org.jailoo.ui.shell.Shell;
import org.jspecify.annotations.Nullable;

/** The window of the program: starts the toolkit, and returns when the person has closed it. */
public final class JailooWindow {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 740;
    private static final double MIN_WIDTH = 900;
    private static final double MIN_HEIGHT = 560;

    /** On a screen less wide, a window of its own size would only leave a useless margin. */
    private static final double ROOMY = 1400;

    private final Clock clock;
    private final Supplier<Kdf> kdf;
    private final @Nullable Path settings;
    private final Consumer<String> seen;

    /**
     * A window for this machine.
     *
     * @param kdf asked when a notebook is made
     * @param settings where language and theme are remembered; null for nowhere
     * @param seen told at the first frame what waits for the first key
     */
    public JailooWindow(Clock clock, Supplier<Kdf> kdf, @Nullable Path settings, Consumer<String> seen) {
        this.clock = clock;
        this.kdf = kdf;
        this.settings = settings;
        this.seen = seen;
    }

    /**
     * Shows the window until it is closed.
     *
     * @param file the notebook to unlock, or a bundle that is looked at once one is; null to let the person choose
     * @param sample opens the sample data at once
     * @param language the language that was asked for by name; null for the one that was on last
     * @return false where there is no display, or what a window needs is not installed
     */
    public boolean open(@Nullable Path file, boolean sample, @Nullable String language) {
        if (!Display.isThere()) {
            return false;
        }
        Look look =
                new Look(settings, Locale.getDefault(Locale.Category.DISPLAY).getLanguage(), Theme.LIGHT);
        if (language != null) {
            look.speak(language);
        }
        try (Workers workers = new Workers();
                MachineDoors doors = new MachineDoors(clock, kdf, workers.executor())) {
            boolean isNotebook = file != null && FileKind.of(file) == FileKind.NOTEBOOK;
            return show(workers, doors, look, isNotebook ? file : null, shell -> {
                if (sample) {
                    shell.lookAround();
                } else if (file != null && !isNotebook) {
                    shell.receive(file);
                }
            });
        }
    }

    /** Goes once through the window by itself, on a notebook that is then removed; false where there is no display. */
    public boolean train() throws IOException {
        if (!Display.isThere()) {
            return false;
        }
        try (Workers workers = new Workers();
                MachineDoors doors = new MachineDoors(clock, kdf, workers.executor())) {
            Rehearsal rehearsal = Rehearsal.in(doors.aside(), clock, workers.executor());
            boolean shown = show(workers, doors, new Look(null, "ru", Theme.LIGHT), rehearsal.file(), rehearsal::begin);
            rehearsal.end();
            return shown;
        }
    }

    /** Shows the window until it is closed; tells when it can be used. */
    private boolean show(
            Workers workers, MachineDoors doors, Look look, @Nullable Path notebook, Consumer<Shell> usable) {
        CountDownLatch closed = new CountDownLatch(1);
        try {
            boolean started = Display.start(() -> {
                Stage stage = new Stage();
                Shell.Machine machine =
                        new Shell.Machine(clock, workers.executor(), doors, Shell.dialogs(stage), Heartbeat.of(clock));
                Shell shell = new Shell(machine, look, WIDTH, HEIGHT, notebook);
                stage.setScene(shell.scene());
                stage.titleProperty()
                        .bind(Bindings.createStringBinding(
                                () -> Messages.of(look.language())
                                        .text(look.titleProperty().get().key()),
                                look.languageProperty(),
                                look.titleProperty()));
                size(stage, Screen.getPrimary().getVisualBounds());
                stage.setOnCloseRequest(e -> {
                    e.consume();
                    shell.leave(stage::close);
                });
                SystemSigns signs = new SystemSigns(() -> Platform.runLater(shell::lock));
                stage.setOnHidden(e -> {
                    signs.close();
                    shell.close();
                    closed.countDown();
                });
                stage.show();
                FirstFrame.then(shell.scene(), () -> {
                    Node waits = shell.scene().getFocusOwner();
                    seen.accept(waits == null ? "" : String.valueOf(waits.getId()));
                    signs.listen();
                    Mark.on(stage, look.titleProperty());
                    workers.executor()
                            .execute(() -> OwnJars.settle(
                                    System.getProperty(OwnJars.TIME), System.getProperty("java.class.path", "")));
                    doors.warm();
                    usable.accept(shell);
                });
            });
            if (!started) {
                return false;
            }
            closed.await();
            return true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    /** As large as it is comfortable; on a small laptop, all of the screen. */
    private static void size(Stage stage, Rectangle2D screen) {
        stage.setMinWidth(Math.min(MIN_WIDTH, screen.getWidth()));
        stage.setMinHeight(Math.min(MIN_HEIGHT, screen.getHeight()));
        stage.setWidth(Math.min(WIDTH, screen.getWidth()));
        stage.setHeight(Math.min(HEIGHT, screen.getHeight()));
        stage.setMaximized(screen.getWidth() < ROOMY);
    }

    /** Draws every screen on the sample data to PNG files, with no display. */
    public void draw(Gallery.Order order, Consumer<Path> drawn) throws IOException {
        Display.withoutOne(order.paper().width(), order.paper().height());
        try (Workers workers = new Workers();
                MachineDoors doors = new MachineDoors(clock, kdf, workers.executor())) {
            if (!Display.start(() -> {})) {
                throw new IllegalStateException("no toolkit");
            }
            new Gallery(clock, workers.executor(), doors).draw(order, drawn);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
