package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Derived tables are what the revisions give, however they came, and can be dropped and made again. */
class DerivedTest {
    private static final long SEED = 20_230_704;
    private static final int HISTORIES = "long".equals(System.getProperty("jailoo.size")) ? 3_000 : 300;
    private static final List<String> TYPES = List.of("interview", "interview", "participant", "identity", "unheardOf");
    private static final String[] WORDS = {
        "айлык", "төлөнбөй", "жумуш", "паспорт", "ЭМГЕК", "contract", "Ёлка", "күтүү", "үй", "акча"
    };

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void place() {
        file = folder.resolve("n");
    }

    /** A record's revisions by a few devices, some of them purges, some without body, in any order. */
    private static List<Revision> history(Random random) {
        String record = RecordId.random();
        List<Pen> pens = List.of(Pen.stranger(), Pen.stranger(), Pen.stranger());
        List<Revision> revisions = new ArrayList<>();
        List<String> ids = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(7); i++) {
            Pen pen = pens.get(random.nextInt(3));
            String type = TYPES.get(random.nextInt(random.nextInt(4) == 0 ? 5 : 3));
            if (random.nextInt(14) == 0) {
                revisions.add(pen.purge(record, type));
                continue;
            }
            List<String> parents = ids.isEmpty() || random.nextInt(6) == 0
                    ? List.of()
                    : List.of(ids.get(random.nextInt(2) == 0 ? ids.size() - 1 : random.nextInt(ids.size())));
            Revision edit = pen.edit(record, type, parents, body(random));
            ids.add(edit.id());
            revisions.add(random.nextInt(25) == 0 ? new Revision(edit.header(), edit.signature(), null) : edit);
        }
        java.util.Collections.shuffle(revisions, random);
        return revisions;
    }

    private static Map<String, Json> body(Random random) {
        Map<String, Json> body = new TreeMap<>();
        for (int i = 0; i < 1 + random.nextInt(3); i++) {
            switch (random.nextInt(6)) {
                case 0 -> body.put("deleted", random.nextInt(4) == 0 ? Json.NULL : Json.TRUE);
                case 1 -> body.put("narrative", Json.NULL);
                case 2 ->
                    body.put(
                            "attachments/00000000-0000-4000-8000-00000000000" + random.nextInt(3),
                            Json.object(Map.of(
                                    "sha256", Json.of(("" + random.nextInt(10)).repeat(64)),
                                    "caption", Json.of(words(random)))));
                default -> body.put(random.nextBoolean() ? "narrative" : "title", Json.of(words(random)));
            }
        }
        return body;
    }

    private static String words(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(8); i++) {
            text.append(WORDS[random.nextInt(WORDS.length)]).append(' ');
        }
        return text.toString();
    }

    private static void play(Notebook notebook, Random random) {
        for (int i = 0; i < HISTORIES; i += 20) {
            notebook.inTransaction(() -> {
                playSome(notebook, random);
                return random;
            });
        }
    }

    private static void playSome(Notebook notebook, Random random) {
        for (int i = 0; i < 20; i++) {
            List<Revision> revisions = history(random);
            if (random.nextBoolean()) {
                revisions.forEach(r -> Pen.add(notebook, r));
            } else {
                notebook.changing(
                        revisions.get(0).header().record(),
                        () -> revisions.forEach(r -> notebook.revisions().add(r, null)));
            }
            for (Revision revision : revisions) {
                if (!revision.header().isEdit() && random.nextBoolean()) {
                    notebook.changing(
                            revision.header().record(), () -> notebook.purges().accept(revision.id()));
                }
                if (random.nextInt(10) == 0) {
                    Pen.add(notebook, revision);
                }
            }
        }
    }

    @Test
    void droppedAndRebuiltTablesHoldTheSame() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            play(notebook, new Random(SEED));
            List<String> grown = Traces.derived(notebook.sql);
            assertThat(grown).as("seed %d", SEED).hasSizeGreaterThan(HISTORIES * 3);
            assertThat(grown).anyMatch(l -> l.startsWith("naming ")).anyMatch(l -> l.startsWith("word "));
            assertThat(notebook.sql.number("SELECT count(*) FROM state WHERE purged = 1"))
                    .isPositive();
            assertThat(notebook.sql.number("SELECT count(*) FROM state WHERE deleted = 1"))
                    .isPositive();
            assertThat(notebook.sql.number("SELECT count(*) FROM state WHERE conflicts > 0"))
                    .isPositive();
            assertThat(notebook.sql.number("SELECT count(*) FROM state WHERE incomplete = 1"))
                    .isPositive();

            notebook.rebuildDerived();
            assertThat(Traces.derived(notebook.sql)).as("seed %d", SEED).isEqualTo(grown);
            assertThat(mended(notebook)).isEmpty();
        }
    }

    private static List<String> mended(Notebook notebook) {
        List<String> mended = new ArrayList<>();
        notebook.integrity().check(f -> {
            if (f.kind() == Integrity.Kind.DERIVED_DIFFERS) {
                mended.add(f.what());
            }
        });
        return mended;
    }

    @Test
    void aWrongDerivedRowIsFoundAndMended() {
        List<String> changes = List.of(
                "UPDATE state SET type = 'campaign' WHERE record = 1",
                "UPDATE state SET deleted = 1 WHERE record = 1",
                "UPDATE state SET purged = 1 WHERE record = 1",
                "UPDATE state SET incomplete = 1 WHERE record = 1",
                "UPDATE state SET conflicts = 3 WHERE record = 1",
                "UPDATE state SET digest = x'00' WHERE record = 1",
                "DELETE FROM state WHERE record = 1",
                "UPDATE listed SET type = 'campaign' WHERE record = 1",
                "UPDATE listed SET gone = 1 WHERE record = 1",
                "UPDATE listed SET day = '2023' WHERE record = 1",
                "UPDATE listed SET code = 'x' WHERE record = 1",
                "UPDATE listed SET place = 'x' WHERE record = 1",
                "UPDATE listed SET words = 'x' WHERE record = 1",
                "UPDATE listed SET campaign = 'x' WHERE record = 1",
                "UPDATE listed SET conflicts = 3 WHERE record = 1",
                "UPDATE listed SET incomplete = 1 WHERE record = 1",
                "DELETE FROM listed WHERE record = 1",
                "UPDATE tally SET records = 7",
                "UPDATE tally SET conflicts = 1",
                "UPDATE tally SET incomplete = 1",
                "DELETE FROM tally",
                "INSERT INTO tally VALUES ('interview', 1, '', 1, 0, 0)",
                "INSERT INTO fork (writer, seq) VALUES (1, 1)",
                "INSERT INTO held VALUES (1, 1, '1-2', 1, x'02')",
                "PRAGMA foreign_keys = OFF",
                "INSERT INTO held VALUES (99, 1, '1', 1, x'02')",
                "INSERT INTO hashed VALUES (99, 1, x'00', x'00')",
                "INSERT INTO fork (writer, seq) VALUES (99, 1)",
                "INSERT INTO state SELECT 99, type, deleted, purged, incomplete, conflicts, digest, sealed FROM state WHERE record = 1",
                "INSERT INTO listed SELECT 99, type, gone, day, code, place, words, campaign, conflicts, incomplete"
                        + " FROM listed WHERE record = 1",
                "INSERT INTO naming (sha256, revision) VALUES ('aa', 99)",
                "DELETE FROM naming",
                "INSERT INTO naming (sha256, revision) VALUES ('aa', 1)",
                "INSERT INTO search (search) VALUES ('delete-all')",
                "INSERT INTO search (search, rowid, text) VALUES ('delete', 1, 'айлык акча')",
                "INSERT INTO search (rowid, text) VALUES (77, 'жок')",
                "DELETE FROM search_data WHERE id > 10");
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            String hash = "a".repeat(64);
            String record = RecordId.random();
            Pen.save(
                    notebook,
                    record,
                    "interview",
                    Map.of(
                            "narrative",
                            Json.of("айлык акча"),
                            "attachments/" + RecordId.random(),
                            Json.object(Map.of("sha256", Json.of(hash)))));
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "айлык жок");
            List<String> right = Traces.derived(notebook.sql);
            assertThat(mended(notebook)).isEmpty();
            for (String change : changes) {
                notebook.sql.script(change);
                if (change.startsWith("PRAGMA")) {
                    continue;
                }
                assertThat(mended(notebook)).as(change).isNotEmpty();
                assertThat(Traces.derived(notebook.sql)).as(change).isEqualTo(right);
                assertThat(mended(notebook)).as(change).isEmpty();
            }
        }
    }

    @Test
    void anotherVersionOfTheIndexIsRebuiltAtOpening() {
        List<String> right;
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "айлык акча");
            right = Traces.derived(notebook.sql);
            notebook.sql.update("INSERT INTO search (search) VALUES ('delete-all')");
            notebook.sql.update("INSERT INTO search (rowid, text) VALUES (1, 'башка')");
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(Traces.derived(notebook.sql)).isNotEqualTo(right);
            notebook.sql.update("UPDATE meta SET value = x'00' WHERE name = 'index'");
        }
        try (Notebook notebook = TestDoor.open(file)) {
            assertThat(Traces.derived(notebook.sql)).isEqualTo(right);
        }
    }

    @Test
    void aChangeWithinAChangeOfTheSameRecordIndexesItOnce() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            String record = RecordId.random();
            Revision one = Pen.save(notebook, record, "interview", "narrative", "бир");
            notebook.changing(record, () -> Pen.save(notebook, record, "interview", "title", "эки"));
            List<String> grown = Traces.derived(notebook.sql);
            notebook.rebuildDerived();
            assertThat(Traces.derived(notebook.sql)).isEqualTo(grown);
            assertThat(one.header().seq()).isEqualTo(1);
        }
    }

    @Test
    void whatWasAddedPastTheDerivedTablesIsMadeGoodByTheNextChange() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            String record = RecordId.random();
            Revision one = Pen.save(notebook, record, "interview", "narrative", "бир");
            Revision past =
                    Pen.of(notebook).edit(record, "interview", List.of(one.id()), Map.of("narrative", Json.of("эки")));
            notebook.revisions().add(past, null);
            Pen.save(notebook, record, "interview", "narrative", "үч");
            assertThat(notebook.search().find("бир", 9)).isEmpty();
            assertThat(notebook.search().find("эки", 9)).isEmpty();
            assertThat(notebook.search().find("үч", 9)).hasSize(1);
            assertThat(mended(notebook)).isEmpty();
        }
    }

    @Test
    void aFailedChangeLeavesEverythingAsItWas() {
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            String record = RecordId.random();
            Pen.save(notebook, record, "interview", "narrative", "бир");
            List<String> before = Traces.derived(notebook.sql);
            org.assertj.core.api.Assertions.assertThatThrownBy(() -> notebook.inTransaction(() -> {
                        try {
                            notebook.changing(record, () -> {
                                throw new IllegalStateException("half way");
                            });
                        } catch (IllegalStateException e) {
                            // Even where somebody catches it, the transaction must not last.
                        }
                        return record;
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThat(Traces.derived(notebook.sql)).isEqualTo(before);
        }
    }
}
