package org.jailoo.app;

import java.io.IOException;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Optional;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.Envelope;
import org.jailoo.history.Content;
import org.jailoo.identity.Card;
import org.jailoo.identity.RecoveryKit;
import org.jailoo.identity.SealedKit;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.Note;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.KitKeeping;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Passphrases;
import org.jspecify.annotations.Nullable;

/** The recovery kit of a notebook: making one, a new one in its place, and one sealed to the lead's device. */
public final class RecoveryKits {
    /** The ending of a file that holds a kit for a lead. */
    public static final String ENDING = ".jailoo-kit";

    private static final String PRINTED = "kit.printed";
    private static final String SEALED = "kit.sealed";
    private static final String SEALED_TO = "kit.sealed-to";
    private static final String PAPER = "paper";

    private final Notebook notebook;
    private final Path file;
    private final Clock clock;

    public RecoveryKits(Notebook notebook, Path file, Clock clock) {
        this.notebook = notebook;
        this.file = file;
        this.clock = clock;
    }

    /**
     * Whether there is a kit, and where it is.
     *
     * @param there whether one opens this notebook
     * @param printed when it was last written down; null if never
     * @param sealed when it was last sealed to somebody's device; null if never
     * @param sealedTo the name of that device
     */
    public record State(
            boolean there,
            @Nullable String printed,
            @Nullable String sealed,
            @Nullable String sealedTo) {}

    /** How it is now. */
    public State state() {
        if (!Passphrases.hasKit(file)) {
            return new State(false, null, null, null);
        }
        return notebook.reading(at -> new State(
                true,
                at.settings().get(PRINTED).filter(s -> !s.isEmpty()).orElse(null),
                at.settings().get(SEALED).filter(s -> !s.isEmpty()).orElse(null),
                at.settings().get(SEALED_TO).orElse(null)));
    }

    /** A kit that is being made: until it is kept, the one before opens the notebook. Closing wipes it. */
    public final class Making implements AutoCloseable {
        private final KitKeeping keeping;
        private final RecoveryKit kit;

        private Making(KitKeeping keeping, RecoveryKit kit) {
            this.keeping = keeping;
            this.kit = kit;
        }

        public RecoveryKit kit() {
            return kit;
        }

        /** It was written down, and typed back: from now on it alone opens the notebook. */
        public void keep() {
            keeping.keep(kit, () -> note(PAPER, true, null));
        }

        @Override
        public void close() {
            kit.close();
            keeping.close();
        }
    }

    /**
     * Draws a kit.
     *
     * @param identities the passphrase of the identities, where they have one of their own
     * @throws org.jailoo.notebook.NotebookException if the passphrase is not the notebook's
     */
    public Making begin(char[] passphrase, char @Nullable [] identities) {
        return new Making(KitKeeping.begin(notebook, passphrase, identities), RecoveryKit.generate(new SecureRandom()));
    }

    /**
     * Seals the kit, a new one where there is none, to a device; the printed one opens as before.
     *
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public void seal(Path out, Card to, char[] passphrase, char @Nullable [] identities) throws IOException {
        try (KitKeeping keeping = KitKeeping.begin(notebook, passphrase, identities)) {
            Optional<RecoveryKit> kept = Passphrases.hasKit(file) ? keeping.kept() : Optional.empty();
            try (RecoveryKit kit = kept.orElseGet(() -> RecoveryKit.generate(new SecureRandom()))) {
                byte[] sealed = SealedKit.seal(kit, notebook.device(), keeping.databaseSalt(), to, now());
                try (BundleFile.Unnamed<Path> made = BundleFile.make(out, new Envelope.Plain(), stream -> {
                    stream.write(sealed);
                    return out;
                })) {
                    if (kept.isEmpty()) {
                        keeping.keep(kit, () -> note(to.deviceId(), true, to));
                    } else {
                        note(to.deviceId(), false, to);
                    }
                    // Last: one that is carried to the lead opens the notebook, and is known of.
                    made.name();
                }
            }
        }
    }

    private void note(String whom, boolean anew, @Nullable Card to) {
        String time = now();
        notebook.inTransaction(() -> {
            CustodyLog log = notebook.custody();
            log.note(time, new Note(What.KIT_MADE, null, whom, -1));
            if (anew) {
                // What was handed out before opens nothing any more.
                notebook.settings().put(PRINTED, "");
                notebook.settings().put(SEALED, "");
            }
            notebook.settings().put(to == null ? PRINTED : SEALED, time);
            if (to != null) {
                notebook.settings().put(SEALED_TO, to.shownName());
            }
            return time;
        });
    }

    private String now() {
        return Content.timeText(clock.instant());
    }

    /** Opens a kit that was sealed to this device by one that is trusted here. */
    public SealedKit.Opening open(byte[] sealed) {
        return SealedKit.open(sealed, notebook.device(), this::trusted);
    }

    /** The name of a device, as its card has it. */
    public String name(String device) {
        return trusted(device).map(Card::shownName).orElse("");
    }

    private Optional<Card> trusted(String device) {
        return notebook.reading(at -> Optional.ofNullable(at.devices().find(device))
                .filter(d -> d.trust() == Trust.TRUSTED && !d.disputed())
                .map(Device::card));
    }
}
