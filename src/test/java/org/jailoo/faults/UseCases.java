package org.jailoo.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/** Every use case that writes. */
final class UseCases {
    private UseCases() {}

    static List<UseCase> all() {
        return List.of(new Save(), new Import());
    }

    private static void require(boolean is, String what) {
        if (!is) {
            throw new AssertionError(what);
        }
    }

    /** A form that was opened before, over a draft of it. */
    private static final class Save extends UseCase {
        private List<SaveRecord.Form> forms = List.of();
        private final List<String> told = new ArrayList<>();

        Save() {
            super("save");
        }

        @Override
        void begin(Place place, @Nullable Notebook open) {
            Notebook notebook = Objects.requireNonNull(open);
            SaveRecord save = new SaveRecord(notebook, Notebooks.CLOCK);
            forms = List.of(save.open(
                    "interview", Notebooks.records(notebook, "interview").get(0)));
            told.clear();
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            SaveRecord save = new SaveRecord(Objects.requireNonNull(open), Notebooks.CLOCK);
            told.add(Notebooks.save(
                            save, forms.get(0), Map.of("narrative", Json.of(SECRET + " " + "тил ".repeat(3000))))
                    .revision());
        }

        @Override
        void requireDone(Place place, @Nullable Notebook notebook) {
            for (String revision : told) {
                require(Objects.requireNonNull(notebook).revisions().holdsRevision(revision), "a revision is missing");
            }
        }
    }

    /** A bundle of new records with a file, looked at and taken in. */
    private static final class Import extends UseCase {
        private List<String> records = List.of();

        Import() {
            super("import");
        }

        @Override
        void prepare(Place place) throws Exception {
            records = Notebooks.bundle(place.in().resolve("bundle.jailoo"), 8);
        }

        @Override
        void act(Place place, @Nullable Notebook notebook) throws Exception {
            ImportBundle imports =
                    new ImportBundle(Objects.requireNonNull(notebook), Notebooks.CLOCK, Notebooks.WORKERS);
            try (ImportBundle.Waiting waiting = imports.stage(
                    place.in().resolve("bundle.jailoo"), null, new ImportBundle.Allowed(true, false), Progress.NONE)) {
                waiting.preview();
                waiting.write();
            }
        }

        @Override
        void requireDone(Place place, @Nullable Notebook notebook) {
            for (String record : records) {
                require(Objects.requireNonNull(notebook).revisions().holds(record), "a record is missing");
            }
        }

        @Override
        Sentence told(Exception failure, Place place) {
            return Failures.reading(failure, place.in().resolve("bundle.jailoo"));
        }

        @Override
        Set<String> mayBeTold() {
            return Set.of("failure.file.cannot-write", "failure.file.cannot-read");
        }
    }
}
