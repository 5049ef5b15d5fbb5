package org.jailoo.ui;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jailoo.app.NewNotebook;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.unlock.Doors;
import org.jspecify.annotations.Nullable;

/** The ways into a notebook on this machine; the folders of samples are removed when it closes. */
final class MachineDoors implements Doors, AutoCloseable {
    private static final int PASSPHRASE_LETTERS = 32;
    private static final int USUAL_NAMES = 99;
    /** Bytes of all bundles of the sample, about; for the bar alone. */
    private static final long SAMPLE_BYTES = 1_000_000;

    private final Clock clock;
    private final Supplier<Kdf> kdf;
    private final ExecutorService workers;
    private final List<Path> samples = new ArrayList<>();

    MachineDoors(Clock clock, Supplier<Kdf> kdf, ExecutorService workers) {
        this.clock = clock;
        this.kdf = kdf;
        this.workers = workers;
    }

    /** Loads in the background what opening a notebook needs, while the passphrase is typed. */
    void warm() {
        Thread thread = new Thread(
                () -> {
                    try {
                        Notebook.warm();
                    } catch (RuntimeException | LinkageError e) {
                        // Who opens a notebook is told.
                    }
                },
                "jailoo-warm");
        thread.setDaemon(true);
        thread.setPriority(Thread.MIN_PRIORITY);
        thread.start();
    }

    @Override
    public Opened unlock(Path file, char[] passphrase) {
        return new Opened(Notebook.open(file, passphrase), file, false);
    }

    @Override
    public Kdf kdf() {
        return kdf.get();
    }

    /** In a folder of its own in the person's home, under a name that tells nothing. */
    @Override
    public @Nullable Path usual() {
        Path folder = Path.of(System.getProperty("user.home", "."), "Jailoo");
        for (int i = 1; i <= USUAL_NAMES; i++) {
            Path file = folder.resolve(i == 1 ? "notebook.jailoo-notebook" : "notebook-" + i + ".jailoo-notebook");
            if (!Files.exists(file)) {
                return file;
            }
        }
        return null;
    }

    @Override
    public Opened create(Path file, char[] passphrase, String name) throws IOException {
        Path folder = file.getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        return new Opened(new NewNotebook(kdf.get()).create(file, passphrase, name), file, false);
    }

    /** A new folder that is removed when this closes. */
    Path aside() throws IOException {
        Path folder = Files.createTempDirectory("jailoo-sample");
        synchronized (samples) {
            samples.add(folder);
        }
        return folder;
    }

    /** Encrypted under a passphrase that nobody ever learns. */
    @Override
    public Opened sample(Watch watch) throws IOException {
        Path folder = aside();
        SecureRandom random = new SecureRandom();
        char[] passphrase = new char[PASSPHRASE_LETTERS];
        for (int i = 0; i < passphrase.length; i++) {
            passphrase[i] = (char) ('a' + random.nextInt(26));
        }
        Path file = folder.resolve("sample.jailoo-notebook");
        Notebook notebook = SampleNotebook.create(
                file, passphrase, Kdf.FLOOR, clock, workers, bytes -> watch.at(bytes, SAMPLE_BYTES));
        return new Opened(notebook, file, true);
    }

    @Override
    public void close() {
        synchronized (samples) {
            samples.forEach(MachineDoors::remove);
            samples.clear();
        }
    }

    private static void remove(Path folder) {
        try (Stream<Path> found = Files.walk(folder)) {
            for (Path file : found.sorted(Comparator.reverseOrder()).toList()) {
                Files.deleteIfExists(file);
            }
        } catch (IOException | UncheckedIOException e) {
            // Encrypted, and of public facts: what stays is a few megabytes of noise in the temporary folder.
            folder.toFile().deleteOnExit();
        }
    }
}
