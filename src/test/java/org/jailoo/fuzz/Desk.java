package org.jailoo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.function.Consumer;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportBundle.Allowed;
import org.jailoo.app.ImportResult;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.notebook.Fates;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;

/** A real notebook that is put back to its beginning after each input that wrote into it. */
final class Desk {
    static final Clock CLOCK = Clock.fixed(Instant.parse("2024-06-01T07:08:09Z"), ZoneOffset.UTC);

    private final Path file;
    private final Path beginning;
    private @Nullable Notebook open;

    /** With what is in it from the beginning. */
    Desk(String name, DeviceKeys keys, Consumer<Notebook> filled) {
        file = Scene.path(name);
        beginning = Scene.path(name + "-beginning");
        try (Notebook notebook = TestDoor.create(file, keys, name)) {
            Inside.hurry(notebook);
            filled.accept(notebook);
        }
        try {
            Files.copy(file, beginning);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    Notebook notebook() {
        Notebook notebook = open;
        if (notebook == null) {
            notebook = TestDoor.open(file);
            Inside.hurry(notebook);
            open = notebook;
        }
        return notebook;
    }

    /** Puts the notebook back. */
    void clear() throws IOException {
        Notebook notebook = open;
        if (notebook != null) {
            open = null;
            notebook.close();
        }
        // A copy would be noticed to be one, and go on as another instance.
        try (var from = Files.newInputStream(beginning);
                var to = Files.newOutputStream(file)) {
            from.transferTo(to);
        }
        Files.deleteIfExists(Scene.path(file.getFileName() + "-wal"));
        Files.deleteIfExists(Scene.path(file.getFileName() + "-shm"));
    }

    /** Takes a bundle in; null where it is refused. */
    @Nullable
    ImportResult takes(Path bundle, Allowed allowed, boolean previewed) throws IOException {
        try (ImportBundle.Waiting waiting =
                new ImportBundle(notebook(), CLOCK, new HereExecutor()).stage(bundle, null, allowed, Progress.NONE)) {
            ImportResult preview = previewed ? waiting.preview() : null;
            String before = previewed ? lines() : "";
            if (previewed) {
                waiting.records().page(Fates.Show.ALL, 0, 50);
                Promise.equal(before, lines(), "a preview writes nothing");
            }
            ImportResult result = waiting.write();
            if (preview != null) {
                Promise.equal(preview, result, "what the preview said happens");
            }
            return result;
        } catch (BundleRefused refused) {
            return null;
        }
    }

    /** Fills a notebook that is being made with a bundle of somebody whom it trusts from now on. */
    static void fill(Notebook notebook, byte[] bundle) {
        try (ImportBundle.Waiting waiting = new ImportBundle(notebook, CLOCK, new HereExecutor())
                .stage(Scene.file("first", bundle), null, new Allowed(true, false), Progress.NONE)) {
            waiting.write();
        } catch (IOException | BundleRefused e) {
            throw new IllegalStateException(e);
        }
    }

    /** The state lines of all records. */
    String lines() {
        StringBuilder lines = new StringBuilder();
        notebook()
                .revisions()
                .eachRecord(id -> notebook()
                        .revisions()
                        .state(id)
                        .ifPresent(s -> lines.append(s.line()).append('\n')));
        return lines.toString();
    }
}
