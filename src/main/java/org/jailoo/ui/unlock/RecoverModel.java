package org.jailoo.ui.unlock;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.unlock.UnlockModel.Told;
import org.jspecify.annotations.Nullable;

/** What opens a notebook by the words of its kit, and puts it under a new passphrase. */
final class RecoverModel {
    private final UnlockModel unlock;
    private final Doors doors;

    RecoverModel(UnlockModel unlock, Doors doors) {
        this.unlock = unlock;
        this.doors = doors;
    }

    /** Opens the notebook that was chosen; wipes both passphrases. */
    void recover(List<String> lines, char[] passphrase, char[] again) {
        Path chosen = unlock.fileProperty().get();
        RecoveryKit.Reading reading = RecoveryKit.read(lines);
        Sentence wrong = wrong(reading, chosen, passphrase, again);
        Arrays.fill(again, '\0');
        if (chosen == null
                || wrong != null
                || unlock.busyProperty().get()
                || !(reading instanceof RecoveryKit.Read read)) {
            Arrays.fill(passphrase, '\0');
            unlock.say(wrong);
            return;
        }
        boolean insists = unlock.worth().insistingProperty().get();
        unlock.run(chosen, watch -> {
            try (RecoveryKit kit = read.kit()) {
                unlock.worth().require(passphrase, insists);
                return doors.recover(chosen, kit, passphrase)
                        .orElseThrow(() -> new Told(Sentence.of("unlock.recover.refused")));
            } finally {
                Arrays.fill(passphrase, '\0');
            }
        });
    }

    private static @Nullable Sentence wrong(
            RecoveryKit.Reading reading, @Nullable Path file, char[] passphrase, char[] again) {
        if (file == null) {
            return Sentence.of("unlock.failure.no-file");
        }
        if (reading instanceof RecoveryKit.Mistyped mistyped) {
            return Sentence.of(
                    "unlock.recover.mistyped",
                    mistyped.lines().stream().map(String::valueOf).collect(Collectors.joining(", ")));
        }
        if (passphrase.length == 0) {
            return Sentence.of("unlock.failure.no-passphrase");
        }
        return Arrays.equals(passphrase, again) ? null : Sentence.of("unlock.recover.differ");
    }
}
