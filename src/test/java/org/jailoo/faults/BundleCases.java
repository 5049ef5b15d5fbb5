package org.jailoo.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jailoo.app.BackUp;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.FolderPlan;
import org.jailoo.app.FolderView;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SharedFolder;
import org.jailoo.app.Steps;
import org.jailoo.app.TrustDevice;
import org.jailoo.app.UndoImport;
import org.jailoo.app.UndoPlan;
import org.jailoo.bundle.Bundle;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.BundleLog;
import org.jailoo.notebook.Contents;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/** What comes in bundles, and goes out in them. */
final class BundleCases {
    static final int SCRYPT = 8;

    private BundleCases() {}

    static List<UseCase> all() {
        return List.of(
                new Import("import", 8, 0),
                new Import("import (spilling)", 30, 10),
                new FromStick(),
                new Undo("undo import", false),
                new Undo("revert import", true),
                new Export("export", "", false),
                new Export("export (stick)", "out", false),
                new Export("export in clear", "", true),
                new Backup("backup", ""),
                new Backup("backup (stick)", "out"),
                new Folder("shared folder", ""),
                new Folder("shared folder (stick)", "out"));
    }

    /** A bundle of new records with a file, looked at and taken in. */
    private static class Import extends UseCase {
        private final int count;
        private final int cache;
        private List<String> records = List.of();

        Import(String name, int count, int cache) {
            super(name);
            this.count = count;
            this.cache = cache;
        }

        static Path bundle(Place place) {
            return place.in().resolve("bundle.jailoo");
        }

        @Override
        void prepare(Place place) throws Exception {
            records = Notebooks.bundle(bundle(place), count);
        }

        @Override
        void begin(Place place, @Nullable Notebook notebook) {
            if (cache > 0) {
                Contents.smallCache(Objects.requireNonNull(notebook), cache);
            }
        }

        @Override
        void act(Place place, @Nullable Notebook notebook) throws Exception {
            takeIn(place, Objects.requireNonNull(notebook));
        }

        static void takeIn(Place place, Notebook notebook) throws Exception {
            ImportBundle imports = new ImportBundle(notebook, Notebooks.CLOCK, Notebooks.WORKERS);
            try (ImportBundle.Waiting waiting =
                    imports.stage(bundle(place), null, new ImportBundle.Allowed(true, false), Progress.NONE)) {
                waiting.preview();
                waiting.write();
            }
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            Notebook notebook = Objects.requireNonNull(open);
            records.forEach(record -> require(notebook.revisions().holds(record), "a record is missing"));
            require(notebook.attachments().all().size() == 2, "the file is missing");
        }

        @Override
        Sentence told(Exception failure, Place place) {
            return Failures.reading(failure, bundle(place));
        }

        @Override
        Set<String> mayBeTold() {
            return Set.of("failure.file.cannot-write", "failure.file.cannot-read");
        }
    }

    /** The stick with the bundle goes while it is read. */
    private static final class FromStick extends Import {
        FromStick() {
            super("import from a stick", 8, 0);
        }

        @Override
        String armed() {
            return "in";
        }

        @Override
        boolean reads() {
            return true;
        }

        @Override
        Set<String> mayBeTold() {
            return Set.of("failure.file.cannot-read", "failure.file.missing");
        }
    }

    /** An import is undone: its revisions go out again, or the values of before are written over it. */
    private static final class Undo extends UseCase {
        private final boolean revert;
        private List<String> records = List.of();

        Undo(String name, boolean revert) {
            super(name);
            this.revert = revert;
        }

        @Override
        void prepare(Place place) throws Exception {
            records = Notebooks.bundle(Import.bundle(place), 4);
            try (Notebook notebook = open(place)) {
                Import.takeIn(place, notebook);
                if (revert) {
                    SaveRecord save = new SaveRecord(notebook, Notebooks.CLOCK);
                    Notebooks.save(
                            save, save.open("interview", records.get(0)), Map.of("summary", Json.of("улантылды")));
                }
            }
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            UndoImport undo = new UndoImport(Objects.requireNonNull(open), Notebooks.CLOCK);
            UndoPlan plan = undo.look(undo.came(1).get(0).key(), Steps.UNWATCHED);
            require(undo.undo(plan, Steps.UNWATCHED) instanceof UndoImport.Done, "it was not done");
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            Notebook notebook = Objects.requireNonNull(open);
            BundleLog.Came came =
                    new UndoImport(notebook, Notebooks.CLOCK).came(1).get(0);
            require((revert ? came.reverted() : came.undone()) != null, "it is not noted as undone");
            long left = records.stream().filter(notebook.revisions()::holds).count();
            require(left == (revert ? records.size() : 0), "there are " + left + " records");
        }
    }

    /** Another device, to encrypt to. */
    private static Card other() {
        return Card.sign(DeviceKeys.generate(new java.security.SecureRandom()), 1, "C3");
    }

    /** A bundle for others on a stick. */
    private static final class Export extends UseCase {
        private final String armed;
        private final boolean clear;
        private final Card to = other();

        Export(String name, String armed, boolean clear) {
            super(name);
            this.armed = armed;
            this.clear = clear;
        }

        @Override
        String armed() {
            return armed;
        }

        private Path file(Place place) {
            return place.out().resolve(clear ? "bundle.json" : "bundle.jailoo");
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            new ExportBundle(Objects.requireNonNull(open), Notebooks.CLOCK)
                    .export(new ExportBundle.Order(
                            file(place), clear ? List.of() : List.of(to), ExportBundle.Choice.ALL));
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            require(Files.size(file(place)) > 3000, "the file is short");
            if (clear && open != null) {
                requireWhole(file(place), open);
            }
        }

        @Override
        Set<String> notedBefore() {
            return Set.of("handover", "device", "setting");
        }

        @Override
        List<String> written() {
            return List.of(clear ? "bundle.json" : "bundle.jailoo");
        }

        @Override
        boolean writesInClear() {
            return clear;
        }
    }

    private static void requireWhole(Path file, Notebook notebook) throws Exception {
        ImportBundle imports = new ImportBundle(notebook, Notebooks.CLOCK, Notebooks.WORKERS);
        try (ImportBundle.Waiting waiting = imports.stage(
                file, UseCase.PASSPHRASE.toCharArray(), new ImportBundle.Allowed(true, false), Progress.NONE)) {
            Bundle bundle = waiting.bundle();
            UseCase.require(bundle.manifest().revisions() >= 5, "the bundle is short");
        }
    }

    /** Everything under the passphrase on a stick. */
    private static final class Backup extends UseCase {
        private final String armed;

        Backup(String name, String armed) {
            super(name);
            this.armed = armed;
        }

        @Override
        String armed() {
            return armed;
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            new BackUp(Objects.requireNonNull(open), Notebooks.CLOCK, SCRYPT)
                    .write(place.out().resolve("backup.jailoo"), PASSPHRASE.toCharArray());
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            require(Files.size(place.out().resolve("backup.jailoo")) > 3000, "the file is short");
            if (open != null) {
                requireWhole(place.out().resolve("backup.jailoo"), open);
            }
        }

        @Override
        Set<String> notedBefore() {
            return Set.of("handover", "setting");
        }

        @Override
        List<String> written() {
            return List.of("backup.jailoo");
        }
    }

    /** A shared folder: what is new for others is laid there. */
    private static final class Folder extends UseCase {
        private final String armed;
        private final Card to = other();
        private int tries;
        private final List<String> names = new ArrayList<>();

        Folder(String name, String armed) {
            super(name);
            this.armed = armed;
        }

        @Override
        String armed() {
            return armed;
        }

        @Override
        void prepare(Place place) {
            try (Notebook notebook = open(place)) {
                new TrustDevice(notebook, Notebooks.CLOCK).trust(to);
            }
        }

        private SharedFolder folder(Notebook notebook) {
            return new SharedFolder(
                    notebook,
                    new ImportBundle(notebook, Notebooks.CLOCK, Notebooks.WORKERS),
                    Clock.offset(Notebooks.CLOCK, Duration.ofHours(2L * tries)));
        }

        @Override
        void begin(Place place, @Nullable Notebook open) {
            names.clear();
            // What cannot be removed is somebody else's, perhaps, for an hour.
            tries++;
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            SharedFolder folder = folder(Objects.requireNonNull(open));
            SharedFolder.Choice choice = new SharedFolder.Choice(place.out(), List.of(to.deviceId()), true, false);
            FolderView view = folder.look(choice, false, Steps.UNWATCHED);
            FolderPlan plan = folder.plan(choice, view);
            folder.write(choice, plan, view, false, Steps.UNWATCHED);
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            names.clear();
            names.addAll(Place.names(place.out()));
            require(names.size() == 1 && names.get(0).endsWith(".jailoo"), "there lies " + names);
        }

        @Override
        Set<String> notedBefore() {
            return Set.of("handover", "device", "setting", "offered");
        }

        @Override
        List<String> written() {
            return names;
        }
    }
}
