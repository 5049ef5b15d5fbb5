package org.jailoo.faults;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jailoo.app.BackUp;
import org.jailoo.app.ChangePassphrase;
import org.jailoo.app.RecoveryKits;
import org.jailoo.app.RestoreBackup;
import org.jailoo.app.RotateKeys;
import org.jailoo.app.Steps;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.Passphrases;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;

/** What makes notebooks, opens them and changes their keys. */
final class KeyCases {
    /** The passphrase of the stored notebooks. */
    static final String STORED = "эски дептер 1";

    private static final String TIME = "2026-05-06T07:08:09Z";
    private static final String CHANGED = "another passphrase of the tests";

    private KeyCases() {}

    static List<UseCase> all() {
        return List.of(
                new Create(),
                new Restore(),
                new Open(),
                new AfterKill(),
                new Migrate(1),
                new Migrate(4),
                new Passphrase(),
                new Kit(),
                new Rotate());
    }

    /** A use case on a notebook that is closed. */
    private abstract static class Closed extends UseCase {
        Closed(String name) {
            super(name);
        }

        @Override
        boolean inSession() {
            return false;
        }
    }

    /** Something that makes a second notebook on the disk. */
    private abstract static class Making extends Closed {
        private final String made;

        Making(String name, String made) {
            super(name);
            this.made = made;
        }

        Path made(Place place) {
            return place.disk().resolve(made);
        }

        @Override
        List<String> onDisk() {
            return List.of(made, made + ".keys", made + ".lock");
        }

        /** The lock may be left: it holds nothing, and whoever makes one there takes it. */
        @Override
        void requireNothing(Place place, boolean removable) throws Exception {
            if (!removable && Files.exists(made(place))) {
                // It could be neither opened nor removed again; then it is whole, and whoever tries again moves it.
                requireDone(place, null);
                Files.delete(made(place));
            } else {
                require(!Files.exists(made(place)), "a notebook is there");
            }
            if (removable) {
                require(!Files.exists(Path.of(made(place) + ".keys")), "a key file is there");
            }
            Files.deleteIfExists(Path.of(made(place) + ".keys"));
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            try (Notebook notebook = Notebook.openWithIdentities(made(place), PASSPHRASE.toCharArray(), TIME)) {
                requireMade(notebook);
            }
        }

        @Override
        void requireSound(Place place, boolean acknowledged, Map<String, String> before) throws Exception {
            try (Notebook notebook = open(place)) {
                Runs.requireWhole(notebook);
            }
            if (acknowledged || Files.exists(made(place))) {
                requireDone(place, null);
            } else {
                // A key file without its notebook opens nothing, and keeps nobody from trying again elsewhere.
                Files.deleteIfExists(Path.of(made(place) + ".keys"));
                act(place, null);
                requireDone(place, null);
            }
        }

        abstract void requireMade(Notebook notebook);
    }

    /** A new notebook. */
    private static final class Create extends Making {
        Create() {
            super("create", "new");
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            TestDoor.createWithKeys(made(place), "N1", PASSPHRASE, Kdf.FLOOR).close();
        }

        @Override
        void requireMade(Notebook notebook) {
            require(notebook.card().name().equals("N1"), "another card");
        }
    }

    /** A notebook out of a backup. */
    private static final class Restore extends Making {
        Restore() {
            super("restore", "restored");
        }

        @Override
        void prepare(Place place) throws Exception {
            try (Notebook notebook = open(place)) {
                new BackUp(notebook, Notebooks.CLOCK, BundleCases.SCRYPT)
                        .write(place.in().resolve("backup.jailoo"), PASSPHRASE.toCharArray());
            }
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            new RestoreBackup(Kdf.FLOOR, Notebooks.CLOCK, Notebooks.WORKERS)
                    .restore(
                            place.in().resolve("backup.jailoo"),
                            made(place),
                            PASSPHRASE.toCharArray(),
                            true,
                            Progress.NONE);
        }

        @Override
        void requireMade(Notebook notebook) {
            require(Notebooks.records(notebook, "interview").size() == 4, "interviews are missing");
            require(Notebooks.records(notebook, "identity").size() == 1, "the person is missing");
            require(notebook.attachments().all().size() == 1, "the file is missing");
        }
    }

    /** The notebook is opened by its passphrase, and closed. */
    private static final class Open extends Closed {
        Open() {
            super("open and close");
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            Notebook.openWithIdentities(place.notebook(), PASSPHRASE.toCharArray(), TIME)
                    .close();
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            // There is nothing to be seen of it.
        }
    }

    /** The notebook of a process that was killed is opened: what it saved last stands in the log alone. */
    private static final class AfterKill extends Closed {
        private String revision = "";

        AfterKill() {
            super("open after a kill");
        }

        @Override
        void prepare(Place place) throws Exception {
            Path aside = Files.createDirectories(place.in().resolve("aside"));
            try (Notebook notebook = open(place)) {
                revision = Notebooks.save(notebook, "interview", Map.of("narrative", Json.of(SECRET + "акыркы")))
                        .revision();
                for (String ending : List.of("", "-wal", ".lock")) {
                    Files.copy(Path.of(place.notebook() + ending), aside.resolve("notebook" + ending));
                }
            }
            for (String ending : List.of("", "-wal", ".lock")) {
                Files.move(
                        aside.resolve("notebook" + ending),
                        Path.of(place.notebook() + ending),
                        StandardCopyOption.REPLACE_EXISTING);
            }
            Files.delete(aside);
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            open(place).close();
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            if (open == null) {
                try (Notebook notebook = open(place)) {
                    requireDone(place, notebook);
                }
            } else {
                require(open.revisions().holdsRevision(revision), "what was saved last is missing");
            }
        }
    }

    /** A notebook of an earlier form is opened. */
    private static final class Migrate extends Closed {
        private final int form;

        Migrate(int form) {
            super("migrate form " + form);
            this.form = form;
        }

        @Override
        void prepare(Place place) throws Exception {
            for (Path file : place.files()) {
                Files.delete(file);
            }
            for (String ending : List.of("", ".keys")) {
                try (InputStream in = KeyCases.class.getResourceAsStream("/notebooks/" + form + "/notebook" + ending)) {
                    Files.copy(Objects.requireNonNull(in), Path.of(place.notebook() + ending));
                }
            }
        }

        @Override
        Notebook open(Place place) {
            return Notebook.openWithIdentities(place.notebook(), STORED.toCharArray(), TIME);
        }

        @Override
        void requireSound(Place place, boolean acknowledged, Map<String, String> before) throws Exception {
            try (Notebook notebook = open(place)) {
                Runs.requireWhole(notebook);
                requireDone(place, notebook);
            }
        }

        /** It is migrated by being looked at. */
        @Override
        boolean isCompared() {
            return false;
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            open(place).close();
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            if (open == null) {
                try (Notebook notebook = open(place)) {
                    requireDone(place, notebook);
                }
            } else {
                require(open.revisions().count() == 7, "revisions are missing");
                require(open.attachments().all().size() == 1, "the file is missing");
            }
        }
    }

    /** Another passphrase. */
    private static final class Passphrase extends UseCase {
        Passphrase() {
            super("passphrase");
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            new ChangePassphrase(Objects.requireNonNull(open), place.notebook(), Notebooks.CLOCK, () -> Kdf.FLOOR)
                    .change(PASSPHRASE.toCharArray(), CHANGED.toCharArray());
        }

        @Override
        void requireNothing(Place place, boolean removable) throws Exception {
            super.requireNothing(place, removable);
            Passphrases.require(place.notebook(), PASSPHRASE.toCharArray());
        }

        @Override
        void requireSound(Place place, boolean acknowledged, Map<String, String> before) throws Exception {
            try (Notebook notebook = open(place)) {
                Runs.requireWhole(notebook);
            }
            try {
                Passphrases.require(place.notebook(), CHANGED.toCharArray());
            } catch (NotebookException e) {
                require(!acknowledged, "the new passphrase does not open it");
                Passphrases.require(place.notebook(), PASSPHRASE.toCharArray());
            }
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            Passphrases.require(place.notebook(), CHANGED.toCharArray());
        }
    }

    /** A recovery kit that was written down. */
    private static final class Kit extends UseCase {
        Kit() {
            super("recovery kit");
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            RecoveryKits kits = new RecoveryKits(Objects.requireNonNull(open), place.notebook(), Notebooks.CLOCK);
            try (RecoveryKits.Making making = kits.begin(PASSPHRASE.toCharArray(), null)) {
                making.keep();
            }
        }

        @Override
        void requireNothing(Place place, boolean removable) throws Exception {
            super.requireNothing(place, removable);
            require(!Passphrases.hasKit(place.notebook()), "a kit opens it");
        }

        @Override
        Set<String> notedBefore() {
            return Set.of("setting");
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            require(Passphrases.hasKit(place.notebook()), "no kit opens it");
            require(
                    new RecoveryKits(Objects.requireNonNull(open), place.notebook(), Notebooks.CLOCK)
                                    .state()
                                    .printed()
                            != null,
                    "it is not known that it was written down");
        }
    }

    /** Everything under new keys. */
    private static final class Rotate extends Closed {
        private byte[] salt = new byte[0];

        Rotate() {
            super("rotate keys");
        }

        @Override
        Notebook open(Place place) {
            return Notebook.openWithIdentities(place.notebook(), PASSPHRASE.toCharArray(), TIME);
        }

        @Override
        void begin(Place place, @Nullable Notebook open) throws Exception {
            salt = salt(place);
        }

        /** Sealed anew, a table differs from what it was; what the records come to does not. */
        @Override
        void requireSound(Place place, boolean acknowledged, Map<String, String> before) throws Exception {
            try (Notebook notebook = open(place)) {
                Runs.requireWhole(notebook);
                require(
                        Objects.equals(Runs.contents(notebook).get("lines of states"), before.get("lines of states")),
                        "other states");
            }
            require(!acknowledged || !java.util.Arrays.equals(salt, salt(place)), "the old file has the name");
        }

        private static byte[] salt(Place place) throws Exception {
            try (InputStream in = Files.newInputStream(place.notebook())) {
                return in.readNBytes(16);
            }
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            RotateKeys.Outcome outcome = new RotateKeys(Notebooks.CLOCK, () -> Kdf.FLOOR)
                    .rotate(place.notebook(), PASSPHRASE.toCharArray(), null, Steps.UNWATCHED);
            require(outcome instanceof RotateKeys.Rotated, "not done: " + outcome);
        }

        @Override
        void requireNothing(Place place, boolean removable) throws Exception {
            super.requireNothing(place, removable);
            require(java.util.Arrays.equals(salt, salt(place)), "another file has the name");
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            require(!java.util.Arrays.equals(salt, salt(place)), "the old file has the name");
            Passphrases.require(place.notebook(), PASSPHRASE.toCharArray());
        }

        /** Sealed anew, row by row. */
        @Override
        Set<String> notedBefore() {
            return Set.of();
        }
    }
}
