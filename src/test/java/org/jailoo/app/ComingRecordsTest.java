package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jailoo.app.ComingRecords.Coming;
import org.jailoo.app.ComingRecords.Line;
import org.jailoo.app.ComingRecords.Mark;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Fates.Fate;
import org.jailoo.notebook.Fates.Show;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of a bundle that waits is what then happens, byte for byte, and showing it writes nothing. */
class ComingRecordsTest {
    private static final int SEEDS = "long".equals(System.getProperty("jailoo.size")) ? 60 : 6;

    @TempDir
    Path folder;

    @Test
    void everyRecordIsShownAsItThenBecomes() throws Exception {
        for (int seed = 0; seed < SEEDS; seed++) {
            Path own = java.nio.file.Files.createDirectory(folder.resolve("seed-" + seed));
            List<Laptop> all = Laptop.friends(own, "A", "B", "lead");
            try {
                new Story(seed, all).tell();
            } finally {
                all.forEach(Laptop::close);
            }
        }
    }

    /** Random work of two field laptops and a lead, and a look at every bundle before it is taken in. */
    private static final class Story {
        private final int seed;
        private final Random random;
        private final List<Laptop> field;
        private final Laptop lead;
        private final List<String> records = new ArrayList<>();

        Story(int seed, List<Laptop> all) {
            this.seed = seed;
            this.random = new Random(seed);
            this.field = all.subList(0, 2);
            this.lead = all.get(2);
        }

        void tell() throws Exception {
            for (int round = 0; round < 4; round++) {
                for (Laptop one : List.of(field.get(0), field.get(1), lead)) {
                    for (int i = random.nextInt(6); i >= 0; i--) {
                        does(one);
                    }
                }
                Laptop from = field.get(random.nextInt(2));
                looksAndTakes(from.export(Choice.ALL, lead));
                if (random.nextBoolean()) {
                    from.takes(lead.export(Choice.ALL, from));
                }
            }
        }

        private void does(Laptop one) throws Exception {
            List<String> known = records.stream()
                    .filter(r -> one.knows(r) && !one.state(r).purged())
                    .toList();
            String record = known.isEmpty() ? null : known.get(random.nextInt(known.size()));
            int what = record == null ? 0 : random.nextInt(12);
            if (what < 4 || record == null) {
                records.add(
                        what == 3 ? one.unknownType("x" + random.nextInt(9)) : one.interview("n" + random.nextInt()));
            } else if (what < 5) {
                String participant = one.writes("participant", "code", "P-" + random.nextInt(50));
                records.add(participant);
                records.add(one.writes("identity", "participant", participant));
            } else if (what < 6 && !one.state(record).type().equals("dream")) {
                one.save(one.form(one.state(record).type(), record), Map.of("deleted", Json.TRUE));
            } else if (what < 7) {
                one.purges(record);
            } else if (one.state(record).type().equals("interview")) {
                one.edits(record, random.nextBoolean() ? "narrative" : "code", "v" + random.nextInt(3));
            }
        }

        private void looksAndTakes(Path bundle) throws Exception {
            if (random.nextBoolean()) {
                lead.notebook.identities().close();
            }
            Map<String, String> shown = new TreeMap<>();
            Map<String, Boolean> told = new TreeMap<>();
            try (ImportBundle.Waiting waiting = lead.stage(bundle, Laptop.NOTHING)) {
                String before = lead.dump();
                ImportResult preview = waiting.preview();
                ComingRecords coming = waiting.records();
                assertThat(coming.count(Show.NEW)).isEqualTo(freshBut(preview, coming));
                assertThat(coming.count(Show.CONFLICT)).isEqualTo(preview.conflicts());
                assertThat(coming.erased()).hasSize((int) preview.erased());
                for (ComingRecords.Row row : coming.page(Show.ALL, 0, 10_000)) {
                    Coming look = coming.look(row.told().record()).orElseThrow();
                    told.put(row.told().record(), look.closed());
                    if (look.after() != null) {
                        shown.put(row.told().record(), look.after().line());
                        marksAgree(look);
                    }
                    if (look.closed()) {
                        assertThat(row.shown()).isNull();
                    }
                }
                assertThat(told).hasSize((int) coming.count(Show.ALL));
                assertThat(lead.dump()).as("seed " + seed).isEqualTo(before);
                assertThat(waiting.write()).isEqualTo(preview);
            }
            TestDoor.openIdentities(lead.notebook);
            told.forEach((record, closed) -> {
                if (!closed) {
                    assertThat(shown.get(record))
                            .as("seed %d, record %s", seed, record)
                            .isEqualTo(lead.notebook
                                    .revisions()
                                    .state(record)
                                    .map(RecordState::line)
                                    .orElse(null));
                }
            });
            lead.isSound();
        }

        /** A record may come and be erased at once. */
        private static long freshBut(ImportResult preview, ComingRecords coming) {
            long erasedAtOnce = preview.fresh() - coming.count(Show.NEW);
            assertThat(erasedAtOnce).isBetween(0L, preview.erased());
            return preview.fresh() - erasedAtOnce;
        }

        private static void marksAgree(Coming look) {
            RecordState after = java.util.Objects.requireNonNull(look.after());
            assertThat(look.lines().stream()
                            .filter(line -> line.mark() == Mark.CONFLICT)
                            .map(Line::path)
                            .toList())
                    .containsExactlyElementsOf(after.conflicts().keySet());
            for (Line line : look.lines()) {
                assertThat(line.contending().stream()
                                .map(c -> c.value().toString())
                                .sorted()
                                .toList())
                        .isEqualTo(after.conflicts().getOrDefault(line.path(), List.of()).stream()
                                .map(Json::toString)
                                .sorted(Comparator.naturalOrder())
                                .toList());
                if (line.mark() == Mark.CONFLICT && look.told().fate() == Fate.NEW) {
                    assertThat(line.contending()).allMatch(ComingRecords.Contending::comes);
                }
            }
        }
    }

    @Test
    void whoWroteWhatOfAContradictionIsTold() throws Exception {
        List<Laptop> all = Laptop.friends(folder, "A", "lead");
        try (Laptop a = all.get(0);
                Laptop lead = all.get(1)) {
            String record = a.interview("first");
            lead.takes(a.export(Choice.ALL, lead));
            a.edits(record, "narrative", "as A heard it");
            lead.edits(record, "narrative", "as the lead heard it");
            try (ImportBundle.Waiting waiting = lead.stage(a.export(Choice.ALL, lead), Laptop.NOTHING)) {
                waiting.preview();
                Line line = waiting.records().look(record).orElseThrow().lines().stream()
                        .filter(l -> l.path().equals("narrative"))
                        .findFirst()
                        .orElseThrow();
                assertThat(line.mark()).isEqualTo(Mark.CONFLICT);
                assertThat(line.contending())
                        .containsExactlyInAnyOrder(
                                new ComingRecords.Contending(Json.of("as A heard it"), "A", true),
                                new ComingRecords.Contending(Json.of("as the lead heard it"), "lead", false));
            }
        }
    }

    /** B lost the body to a purge that waits at the lead's; C still has it. */
    @Test
    void aBodyThatWasMissingIsShownAsItComes() throws Exception {
        try (Laptop a = Laptop.create(folder, "A");
                Laptop b = Laptop.create(folder, "B");
                Laptop c = Laptop.create(folder, "C");
                Laptop lead = Laptop.create(folder, "lead")) {
            List.of(b, c).forEach(one -> {
                one.trusts(a);
                lead.trusts(one);
            });
            String record = a.interview("told");
            b.takes(a.export(Choice.ALL, b));
            c.takes(a.export(Choice.ALL, c));
            a.purges(record);
            b.takes(a.export(Choice.ALL, b));
            lead.takes(b.export(Choice.ALL, lead));
            assertThat(lead.state(record).bodyMissing()).isTrue();
            try (ImportBundle.Waiting waiting = lead.stage(c.export(Choice.ALL, lead), Laptop.NOTHING)) {
                waiting.preview();
                Coming look = waiting.records().look(record).orElseThrow();
                assertThat(java.util.Objects.requireNonNull(look.after()).values())
                        .containsKey("narrative");
                waiting.write();
                assertThat(look.after().line()).isEqualTo(lead.state(record).line());
            }
        }
    }

    @Test
    void whatAFileThatIsTooLargeNeedsIsSaid() throws Exception {
        NoRoom.check(1 << 20, 1L << 30);
        assertThat(org.assertj.core.api.Assertions.catchThrowableOfType(
                                NoRoom.class, () -> NoRoom.check(100L << 20, 300L << 20))
                        .needed())
                .isEqualTo(416L << 20);
    }
}
