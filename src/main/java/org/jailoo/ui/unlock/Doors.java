package org.jailoo.ui.unlock;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Optional;
import org.jailoo.app.ImportResult;
import org.jailoo.app.Recover;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.RotateKeys;
import org.jailoo.app.Workers;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.notebook.Rotation;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** The ways into a notebook. None of them keeps the passphrase. */
public interface Doors {
    /** Opens a notebook that is there. */
    Opened unlock(Path file, char[] passphrase);

    /** Where a new notebook is best kept, a file that is not there yet; null where only the person can say. */
    default @Nullable Path usual() {
        return null;
    }

    /** Makes a new one. */
    Opened create(Path file, char[] passphrase, String name) throws IOException;

    /** How dear a new passphrase makes each guess. */
    default Kdf kdf() {
        return Kdf.calibrated();
    }

    /** Opens a notebook by its kit, and puts it under a new passphrase; empty where the kit is not its own. */
    default Optional<Opened> recover(Path file, RecoveryKit kit, char[] passphrase) {
        return new Recover(Clock.systemUTC(), this::kdf)
                .open(file, kit, passphrase)
                .map(notebook -> new Opened(notebook, file, false));
    }

    /** Makes a closed notebook out of a backup, under the passphrase of both; erasures in it wait for a person. */
    default ImportResult restore(Path backup, Path into, char[] passphrase, Watch watch)
            throws IOException, BundleRefused {
        Path folder = into.toAbsolutePath().getParent();
        if (folder != null) {
            Files.createDirectories(folder);
        }
        long size = Files.size(backup);
        try (Workers workers = new Workers()) {
            return new RestoreBackup(kdf(), Clock.systemUTC(), workers.executor())
                    .restore(backup, into, passphrase, false, read -> watch.at(read, size));
        }
    }

    /** Encrypts a closed notebook anew. */
    default RotateKeys.Outcome rotate(Path file, Rotation.Secrets secrets, Watch watch) {
        return new RotateKeys(Clock.systemUTC(), this::kdf)
                .rotate(file, secrets.passphrase(), secrets.identities(), watch::at);
    }

    /** Makes a notebook of the sample data in a folder of its own, gone when it is closed. */
    Opened sample(Watch watch) throws IOException;
}
