package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Consumer;
import org.jailoo.app.RecordsBehind;
import org.jailoo.app.Steps;
import org.jailoo.bundle.Progress;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Guarded;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables of the sample for the team: its figures, and for each number the records that it comes from. */
class SampleTablesTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-12-15T09:00:00Z"), ZoneOffset.UTC);
    private static final Schema SCHEMA = Schema.standard();
    private static final Asked ASKED = new Asked(Audience.TEAM, LocalDate.of(2023, 12, 15), Words.of("en"));
    private static final Sample SAMPLE = new Sample();
    private static List<Table> tables = List.of();

    /** The records of the sample by type, in memory. */
    private static final class Sample implements RecordSource {
        private final Map<String, Map<String, RecordState>> types = new TreeMap<>();

        @Override
        public Set<String> types() {
            return new HashSet<>(types.keySet());
        }

        @Override
        public long count(String type) {
            return types.getOrDefault(type, Map.of()).size();
        }

        @Override
        public void each(String type, Consumer<Guarded> take) {
            types.getOrDefault(type, Map.of()).values().forEach(state -> take.accept(new Guarded(state)));
        }
    }

    @BeforeAll
    static void merge(@TempDir Path folder) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try (Notebook notebook = TestDoor.create(folder.resolve("sample"), "sample")) {
            Inside.hurry(notebook);
            SampleNotebook.fill(notebook, CLOCK, workers, Progress.NONE);
            notebook.revisions().eachRecord(id -> {
                RecordState state = notebook.revisions().state(id).orElseThrow();
                SAMPLE.types.computeIfAbsent(state.type(), t -> new TreeMap<>()).put(id, state);
            });
            tables = Facts.of(SAMPLE, SCHEMA, ASKED).tables();
            // As the window asks, out of the notebook itself.
            assertThat(new RecordsBehind(notebook, CLOCK, ZoneOffset.UTC)
                            .records(Quantity.all("participants"), Audience.TEAM, "en", Steps.UNWATCHED))
                    .hasSize((int) SAMPLE.count("participant"))
                    .isSorted();
        } finally {
            workers.shutdownNow();
        }
    }

    private static List<String> lines(String key, String campaign) {
        List<Table> of =
                tables.stream().filter(t -> t.campaign().contains(campaign)).toList();
        return Lines.of(Lines.table(of, key));
    }

    @Test
    void theRecordsBehindEveryNumberMakeItUp() {
        assertThat(RecordsBehindTest.check(SAMPLE, ASKED)).isGreaterThan(1_000);
        assertThat(Relations.check(tables)).isGreaterThan(1_000);
    }

    @Test
    void everyTableSaysWhatItCountsAndItsBase() {
        assertThat(tables).allSatisfy(table -> {
            assertThat(table.notes()).hasSizeGreaterThanOrEqualTo(2);
            assertThat(table.notes().get(0)).startsWith(table.counted() == Counted.QUOTATIONS ? "Each row" : "Counts:");
        });
    }

    @Test
    void theMeetingsOfEverySettlementSexRoleAndAgeAddUpToOneHundredAndTwo() {
        List<String> rows = lines("attendance-all", "Working meetings");
        assertThat(rows).last().isEqualTo("Total | · | · | · | 102");
        assertThat(sum(rows, "Female")).isEqualTo(80);
        assertThat(sum(rows, "Male")).isEqualTo(22);
    }

    private static long sum(List<String> rows, String sex) {
        return rows.stream()
                .map(row -> row.split(" \\| ", -1))
                .filter(row -> row[1].equals(sex))
                .mapToLong(row -> Long.parseLong(row[4]))
                .sum();
    }

    @Test
    void theSurveyStandsBySectorAsItWasPublished() {
        List<String> rows = lines("violations-by-sector", "Survey");
        assertThat(total(rows, "  Rape")).isEqualTo(42);
        assertThat(total(rows, "    Gang rape")).isEqualTo(2);
        assertThat(total(rows, "Discrimination")).isEqualTo(210);
        assertThat(total(rows, "  Wage delay")).isEqualTo(75);
        assertThat(rows).last().asString().startsWith("Total |").endsWith("| 280");
        assertThat(rows.get(0).split(" \\| ", -1)).as("six sectors").hasSize(8);
        assertThat(lines("acts-by-country", "Survey")).last().isEqualTo("Total | " + acts() + " | " + acts());
    }

    private static long total(List<String> rows, String label) {
        String row = rows.stream()
                .filter(r -> r.startsWith(label + " |"))
                .findFirst()
                .orElseThrow();
        return Long.parseLong(row.substring(row.lastIndexOf(' ') + 1));
    }

    /** Counted out of the records without the tables. */
    private static long acts() {
        return SAMPLE.types.getOrDefault("interview", Map.of()).values().stream()
                .mapToLong(state -> state.values().keySet().stream()
                        .filter(path -> path.startsWith("violations/"))
                        .count())
                .sum();
    }

    @Test
    void theWomenWentTo19CitiesOfRussiaAndSixSectors() {
        assertThat(lines("destinations-city", "")).hasSize(19 + 1).last().isEqualTo("Total | 300 | ·");
        assertThat(lines("destinations-sector", ""))
                .containsExactly(
                        "Russia | 50 | 50 | 50 | 50 | 50 | 50 | 300", "Total | 50 | 50 | 50 | 50 | 50 | 50 | 300");
    }

    @Test
    void theSignsOfForcedLabourAreThoseOfTheRecords() {
        Map<Integer, Long> shown = new TreeMap<>();
        SAMPLE.types.getOrDefault("interview", Map.of()).values().forEach(state -> {
            Set<Json> signs = new HashSet<>();
            boolean any = false;
            for (Map.Entry<String, Json> each : state.values().entrySet()) {
                if (each.getKey().startsWith("violations/") && each.getValue() instanceof Json.Obj violation) {
                    any = true;
                    if (violation.get("indicators") instanceof Json.Array array) {
                        signs.addAll(array.items());
                    }
                }
            }
            if (any) {
                shown.merge(signs.size(), 1L, Long::sum);
            }
        });
        List<String> rows = lines("indicators-shown", "Survey");
        assertThat(rows).hasSize(shown.size() + 1);
        shown.forEach((signs, n) -> assertThat(rows).anyMatch(row -> row.startsWith(signs + " | " + n + " | ")));
    }

    @Test
    void inDecemberTwelveActionsAreOverdueAndSixAreDue() {
        List<String> overdue = lines("overdue", "Working meetings");
        assertThat(overdue).hasSize(12).anyMatch(row -> row.contains("October 2023 ≠ November 2023"));
        assertThat(lines("due", "Working meetings"))
                .hasSize(6)
                .anyMatch(row -> row.contains("| Quarterly | 2023-12-31 |"))
                .filteredOn(row -> row.contains("Throughout the year"))
                .hasSize(2);
        assertThat(overdue.stream().filter(row -> row.contains("Throughout the year")))
                .isEmpty();
    }

    @Test
    void everyRecommendationStandsInTheRegister() {
        assertThat(lines("register", "Working meetings")).hasSize(41);
        assertThat(lines("register", "Platform")).hasSize(30);
        // 16 demands to heads of state, 15 of them also to governments, one to a parliament; nine others.
        assertThat(lines("register", "mission")).hasSize(16 + 15 + 1 + 9);
        List<String> byMechanism = lines("register-mechanism", "Platform");
        assertThat(byMechanism.stream().filter(r -> r.startsWith("CMW – Committee on Migrant Workers | Kyrgyzstan")))
                .hasSize(10);
        assertThat(byMechanism.stream().filter(r -> r.startsWith("CESCR") && r.contains("| Kyrgyzstan |")))
                .hasSize(5);
        assertThat(byMechanism.stream().filter(r -> r.contains("| Kazakhstan |")))
                .hasSize(20);
        assertThat(lines("uptake", "Platform"))
                .containsExactly("Sent | 45 | 75%", "Adopted | 15 | 25%", "Total | 60 | ·");
    }

    @Test
    void theWordsOfThoseWhoAgreedStandByTheme() {
        assertThat(lines("quotations", "Working meetings")).hasSize(4).allMatch(row -> row.endsWith("| Worker"));
    }
}
