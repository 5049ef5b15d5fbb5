package org.jailoo.ui.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SharedFolder;
import org.jailoo.app.SharedFolder.Choice;
import org.jailoo.app.Steps;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** The scenes of a shared folder: none, one in which everything lies that can lie there, and one that was pulled out. */
final class FolderScenes {
    private static final String NAME = "7f3a9c20d1b84e6f9a0c5b7d2e81f4%02d.jailoo";

    private final Shell shell;
    private final Clock clock;
    private final Path folder;
    private @Nullable Card colleague;
    private @Nullable Path stick;

    FolderScenes(Shell shell, Clock clock, Path folder) {
        this.shell = shell;
        this.clock = clock;
        this.folder = folder;
    }

    /** A colleague writes three bundles. */
    void prepare() throws IOException {
        Notebook notebook = notebook();
        try (Notebook other =
                new NewNotebook(Kdf.FLOOR).create(folder.resolve("colleague"), "colleague".toCharArray(), "OSH-07")) {
            colleague = other.card();
            SaveRecord save = new SaveRecord(other, clock);
            for (int i = 1; i <= 3; i++) {
                save.save(save.open("interview", null), Json.object(Map.of("code", Json.of("OSH-007-" + i))));
                new ExportBundle(other, clock)
                        .export(new ExportBundle.Order(bundle(i), List.of(notebook.card()), ExportBundle.Choice.ALL));
            }
        } catch (ExportBundle.ReceiverRefused e) {
            throw new IOException(e);
        }
    }

    private Path bundle(int number) {
        return folder.resolve("osh-" + number);
    }

    void none() {
        shared(clock).leave();
    }

    /** Two days ago some files came, one of them not to its end; another one is on its way now. */
    void lay() {
        try {
            Card card = Objects.requireNonNull(colleague);
            notebook().devices().trust(card);
            Path made = Files.createDirectories(
                    folder.resolve("stick-" + System.nanoTime()).resolve("jailoo"));
            stick = made;
            Files.copy(bundle(1), made.resolve(String.format(NAME, 1)));
            Files.copy(bundle(2), made.resolve(String.format(NAME, 2)));
            byte[] whole = Files.readAllBytes(bundle(3));
            Files.write(made.resolve(String.format(NAME, 3)), Arrays.copyOf(whole, whole.length - 60));
            long[] ticks = {0};
            SharedFolder then = new SharedFolder(
                    notebook(),
                    new ImportBundle(notebook(), clock, ForkJoinPool.commonPool()),
                    Clock.offset(clock, Duration.ofDays(-2)),
                    () -> ticks[0]);
            Choice choice = new Choice(made, List.of(card.deviceId()), false, false);
            then.choose(choice);
            then.look(choice, false, Steps.UNWATCHED);
            ticks[0] = Duration.ofMinutes(1).toNanos();
            then.look(choice, false, Steps.UNWATCHED);
            Files.write(made.resolve(String.format(NAME, 4)), Arrays.copyOf(whole, whole.length / 2));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    void pull() {
        try {
            Path laid = Objects.requireNonNull(stick);
            Files.move(laid, laid.resolveSibling("pulled"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private SharedFolder shared(Clock at) {
        return new SharedFolder(notebook(), new ImportBundle(notebook(), at, ForkJoinPool.commonPool()), at);
    }

    private Notebook notebook() {
        return Objects.requireNonNull(shell.desk(), "an open notebook").notebook();
    }
}
