package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import javafx.stage.Stage;
import org.jailoo.app.ListRecords;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.identity.Kdf;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.unlock.Doors;
import org.jailoo.ui.unlock.UnlockModel;

/**
 * A short walk through the window that nobody sees: the first screens, a passphrase, the first page, a list, a record,
 * a form, the tables. What the virtual machine writes down of it makes every later start faster.
 */
public final class Rehearsal {
    private static final double WIDTH = 1200;
    private static final double HEIGHT = 740;
    private static final String PASSPHRASE = "rehearsal of nobody";

    private final Clock clock;
    private final ExecutorService workers;
    private final Doors doors;

    /** On a machine whose toolkit runs. */
    public Rehearsal(Clock clock, ExecutorService workers, Doors doors) {
        this.clock = clock;
        this.workers = workers;
        this.doors = doors;
    }

    /** Goes through it once, in a folder that is empty and stays the caller's; from another thread than the toolkit's. */
    public void play(Path folder) throws IOException {
        Path file = folder.resolve("rehearsal.jailoo-notebook");
        SampleNotebook.create(file, PASSPHRASE.toCharArray(), Kdf.FLOOR, clock, workers, bytes -> {})
                .close();
        Shell shell = Toolkit.ask(() -> {
            Look look = new Look(null, "ru", Theme.LIGHT);
            Shell made = new Shell(
                    new Shell.Machine(clock, workers, doors, Gallery.NOBODY), look, WIDTH, HEIGHT, file);
            Stage stage = new Stage();
            stage.setScene(made.scene());
            stage.show();
            return made;
        });
        try {
            for (Runnable step : steps(shell, file)) {
                Toolkit.settle(shell);
                Toolkit.run(step);
            }
            Toolkit.settle(shell);
        } finally {
            Toolkit.run(() -> {
                shell.scene().getWindow().hide();
                shell.close();
            });
        }
    }

    private static List<Runnable> steps(Shell shell, Path file) {
        return List.of(
                () -> shell.unlock().turn(UnlockModel.Mode.WELCOME),
                () -> shell.unlock().turn(UnlockModel.Mode.CREATE),
                () -> shell.unlock().turn(UnlockModel.Mode.OPEN),
                () -> shell.unlock().choose(file),
                () -> shell.unlock().unlock(PASSPHRASE.toCharArray()),
                () -> desk(shell).openList("interview", null),
                () -> desk(shell).openRecord("interview", anInterview(shell)),
                () -> desk(shell).newRecord("interview"),
                () -> desk(shell).back(),
                () -> desk(shell).openTables(),
                () -> desk(shell).openExchange(),
                () -> desk(shell).go(new Place.Home()),
                shell::lock);
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
