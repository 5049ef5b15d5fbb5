package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import javafx.application.Platform;
import javafx.stage.Window;
import org.jailoo.app.ListRecords;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.identity.Kdf;
import org.jailoo.ui.unlock.UnlockModel;

/**
 * A short walk through the window that nobody sees: the first screens, a passphrase, the first page, a list, a record,
 * a form, the tables. What the virtual machine writes down of it makes every later start faster.
 */
public final class Rehearsal {
    private static final String PASSPHRASE = "rehearsal of nobody";

    private final Path file;
    private final CompletableFuture<Void> played = new CompletableFuture<>();

    private Rehearsal(Path file) {
        this.file = file;
    }

    /** One on the sample, in a new notebook in this folder. */
    public static Rehearsal in(Path folder, Clock clock, ExecutorService workers) throws IOException {
        Path file = folder.resolve("rehearsal.jailoo-notebook");
        SampleNotebook.create(file, PASSPHRASE.toCharArray(), Kdf.FLOOR, clock, workers, bytes -> {})
                .close();
        return new Rehearsal(file);
    }

    /** The notebook that the window is to begin with. */
    public Path file() {
        return file;
    }

    /** Walks through the window on a thread of its own, and then closes it. */
    public void begin(Shell shell) {
        Thread walk = new Thread(
                () -> {
                    try {
                        play(shell);
                        played.complete(null);
                    } catch (RuntimeException e) {
                        played.completeExceptionally(e);
                    } finally {
                        Window window = shell.scene().getWindow();
                        Platform.runLater(window::hide);
                    }
                },
                "jailoo-rehearsal");
        walk.setDaemon(true);
        walk.start();
    }

    /** Throws what went wrong on the way. */
    public void end() {
        played.getNow(null);
    }

    private void play(Shell shell) {
        for (Runnable step : steps(shell)) {
            Toolkit.settle(shell);
            Toolkit.run(step);
        }
        Toolkit.settle(shell);
    }

    private List<Runnable> steps(Shell shell) {
        return List.of(
                () -> shell.unlock().unlock(PASSPHRASE.toCharArray()),
                () -> desk(shell).openList("interview", null),
                () -> desk(shell).openRecord("interview", anInterview(shell)),
                () -> desk(shell).newRecord("interview"),
                () -> desk(shell).back(),
                () -> desk(shell).openTables(),
                () -> desk(shell).openExchange(),
                () -> desk(shell).go(new Place.Home()),
                shell::lock,
                () -> shell.unlock().turn(UnlockModel.Mode.WELCOME),
                () -> shell.unlock().turn(UnlockModel.Mode.CREATE),
                () -> shell.unlock().turn(UnlockModel.Mode.OPEN));
    }

    private static Desk desk(Shell shell) {
        return Objects.requireNonNull(shell.desk(), "an open notebook");
    }

    private static String anInterview(Shell shell) {
        return new ListRecords(desk(shell).notebook())
                .page(ListRecords.Query.of("interview"))
                .rows()
                .get(0)
                .record();
    }
}
