package org.jailoo.faults;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jailoo.app.AddFile;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.ListMemory;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.json.Json;
import org.jailoo.notebook.Contents;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** What is done to the notebook alone. */
final class RecordCases {
    private RecordCases() {}

    static List<UseCase> all() {
        return List.of(
                new Save("save", false),
                new Save("save (log brought in)", true),
                new Draft(),
                new Settings(),
                new Purge(),
                new Attachment());
    }

    /** A form that was opened before, with a long text. */
    private static final class Save extends UseCase {
        private List<SaveRecord.Form> forms = List.of();
        private List<String> told = List.of();

        private final boolean smallLog;

        Save(String name, boolean smallLog) {
            super(name);
            this.smallLog = smallLog;
        }

        @Override
        void begin(Place place, @Nullable Notebook open) {
            Notebook notebook = Objects.requireNonNull(open);
            SaveRecord save = new SaveRecord(notebook, Notebooks.CLOCK);
            forms = List.of(save.open(
                    "interview", Notebooks.records(notebook, "interview").get(0)));
            told = List.of();
            if (smallLog) {
                Contents.smallLog(notebook, 4);
            }
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            SaveRecord save = new SaveRecord(Objects.requireNonNull(open), Notebooks.CLOCK);
            Map<String, Json> body = Map.of("narrative", Json.of(SECRET + " " + "тил ".repeat(3000)));
            told = List.of(Notebooks.save(save, forms.get(0), body).revision());
        }

        @Override
        void requireDone(Place place, @Nullable Notebook notebook) {
            require(Objects.requireNonNull(notebook).revisions().holdsRevision(told.get(0)), "the revision is missing");
        }
    }

    /** What is typed in two forms, one of which says who a person is. */
    private static final class Draft extends UseCase {
        private static final Json.Obj TYPED =
                Json.object(Map.of("narrative", Json.of(SECRET + " " + "жазып жатам ".repeat(400))));
        private static final String RECORD = "00000000-0000-4000-8000-0000000000aa";

        Draft() {
            super("draft");
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            new KeepDrafts(Objects.requireNonNull(open), Notebooks.CLOCK).keep(RECORD, "identity", TYPED);
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            Drafts.Draft draft = new KeepDrafts(Objects.requireNonNull(open), Notebooks.CLOCK).find(RECORD);
            require(draft != null && draft.content().equals(TYPED), "the draft is missing");
        }
    }

    /** What a list remembers. */
    private static final class Settings extends UseCase {
        Settings() {
            super("settings");
        }

        private static ListMemory.Remembered remembered() {
            return new ListMemory.Remembered(List.of(), List.of(new ListMemory.Column("narrative", 120, true)), null);
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            new ListMemory(Objects.requireNonNull(open)).keep("interview", remembered());
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            require(
                    new ListMemory(Objects.requireNonNull(open)).of("interview").equals(remembered()),
                    "not remembered");
        }
    }

    /** A record with a file is erased. */
    private static final class Purge extends UseCase {
        private String record = "";

        Purge() {
            super("purge");
        }

        @Override
        void prepare(Place place) {
            try (Notebook notebook = open(place)) {
                record = Notebooks.records(notebook, "interview").stream()
                        .filter(id -> !notebook.attachments().namedIn(id).isEmpty())
                        .findFirst()
                        .orElseThrow();
            }
        }

        @Override
        void act(Place place, @Nullable Notebook open) {
            require(
                    new PurgeRecord(Objects.requireNonNull(open), Notebooks.CLOCK)
                            .purge(record)
                            .isPresent(),
                    "nothing was there");
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            Notebook notebook = Objects.requireNonNull(open);
            require(notebook.revisions().isPurged(record), "not erased");
            require(
                    notebook.revisions().heldOf(record).stream().allMatch(held -> held.body() == null),
                    "a body is left");
            require(notebook.attachments().all().isEmpty(), "the file is left");
        }
    }

    /** A recording of three slices comes from a stick. */
    private static final class Attachment extends UseCase {
        private static final int SIZE = 300_000;
        private String sha256 = "";

        Attachment() {
            super("attachment");
        }

        private static Path file(Place place) {
            return place.in().resolve("recording.bin");
        }

        @Override
        void prepare(Place place) throws Exception {
            Files.write(file(place), Notebooks.file(SIZE, 3));
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            AddFile.Outcome outcome = new AddFile(Objects.requireNonNull(open)).add(file(place), Steps.UNWATCHED);
            if (!(outcome instanceof AddFile.Added added)) {
                throw new java.io.IOException(outcome.toString());
            }
            sha256 = added.sha256();
            // What no record names is removed at the next opening.
            Notebooks.save(
                    Objects.requireNonNull(open),
                    "interview",
                    Map.of(
                            "attachments/00000000-0000-4000-8000-000000000003",
                            Json.object(Map.of("sha256", Json.of(sha256)))));
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) {
            require(Objects.requireNonNull(open).attachments().all().contains(sha256), "the file is missing");
        }

        /** Held and named by no record yet, a file waits for the form to be saved. */
        @Override
        Set<String> notedBefore() {
            return Set.of("attachment", "chunk");
        }

        /** The stick holds it in clear from the beginning. */
        @Override
        boolean readsClear() {
            return true;
        }
    }
}
