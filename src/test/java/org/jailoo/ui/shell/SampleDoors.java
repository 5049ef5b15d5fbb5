package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.app.NewNotebook;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.identity.Kdf;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.unlock.Doors;

/** Doors to the sample and to new notebooks, as the program's own; with the cheapest lock. */
record SampleDoors(Path folder, Clock clock) implements Doors {
    SampleDoors(Path folder) {
        this(folder, Clock.systemUTC());
    }

    @Override
    public Opened unlock(Path file, char[] passphrase) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Opened create(Path file, char[] passphrase, String name) {
        return new Opened(new NewNotebook(Kdf.FLOOR).create(file, passphrase, name), file, false);
    }

    @Override
    public Opened sample(Watch watch) throws IOException {
        Path file = Files.createTempDirectory(folder, "sample").resolve("sample");
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            return new Opened(
                    SampleNotebook.create(file, "a passphrase".toCharArray(), Kdf.FLOOR, clock, workers, bytes -> {}),
                    file,
                    true);
        } finally {
            workers.shutdownNow();
        }
    }
}
