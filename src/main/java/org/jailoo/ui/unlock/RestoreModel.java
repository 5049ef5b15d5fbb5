package org.jailoo.ui.unlock;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.ImportResult;
import org.jailoo.app.RestoreBackup;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Reason;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.unlock.UnlockModel.Told;
import org.jspecify.annotations.Nullable;

/**
 * What makes a notebook out of a backup: which backup, where to, and what is said when it cannot be. Erasures in it wait on
 * the first page; nothing is erased or brought back unasked.
 */
final class RestoreModel {
    private final UnlockModel unlock;
    private final Doors doors;
    private final ObjectProperty<@Nullable Path> backup = new SimpleObjectProperty<>();

    RestoreModel(UnlockModel unlock, Doors doors) {
        this.unlock = unlock;
        this.doors = doors;
    }

    ObjectProperty<@Nullable Path> backupProperty() {
        return backup;
    }

    /** Makes the notebook at the place that was chosen, and asks for its passphrase; wipes this one. */
    void restore(char[] passphrase) {
        Path from = backup.get();
        Path into = unlock.fileProperty().get();
        Sentence wrong = wrong(from, into, passphrase);
        if (from == null
                || into == null
                || wrong != null
                || unlock.busyProperty().get()) {
            Arrays.fill(passphrase, '\0');
            unlock.say(wrong);
            return;
        }
        unlock.start(
                into,
                watch -> {
                    try {
                        return restored(from, into, passphrase, watch);
                    } finally {
                        Arrays.fill(passphrase, '\0');
                    }
                },
                result -> unlock.restored(
                        into,
                        result.heldPurges() == 0
                                ? Sentence.of("unlock.restore.done", result.fresh())
                                : Sentence.of("unlock.restore.held", result.fresh(), result.heldPurges())));
    }

    private ImportResult restored(Path from, Path into, char[] passphrase, Watch watch) throws IOException, Told {
        try {
            return doors.restore(from, into, passphrase, watch);
        } catch (BundleRefused e) {
            if (e.reason() != Reason.WRONG_RECIPIENT) {
                throw new Told(Sentence.of("bundle.reason." + e.reason().code()));
            }
            throw new Told(Sentence.of(
                    RestoreBackup.isUnderPassphrase(from)
                            ? "unlock.restore.wrong-passphrase"
                            : "unlock.restore.no-backup-file"));
        } catch (FileAlreadyExistsException e) {
            throw e;
        } catch (IOException e) {
            if (!Files.isReadable(from)) {
                throw new Told(Sentence.of("failure.file.cannot-read", from.toString()));
            }
            throw e;
        }
    }

    private static @Nullable Sentence wrong(@Nullable Path from, @Nullable Path into, char[] passphrase) {
        if (from == null) {
            return Sentence.of("unlock.restore.no-file");
        }
        if (into == null) {
            return Sentence.of("unlock.restore.no-place");
        }
        return passphrase.length == 0 ? Sentence.of("unlock.failure.no-passphrase") : null;
    }
}
