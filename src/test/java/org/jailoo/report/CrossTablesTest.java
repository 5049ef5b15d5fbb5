package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.jailoo.report.Cell.Count;
import org.jailoo.report.Cell.Share;
import org.jailoo.report.CrossQuery.Filter;
import org.jailoo.report.CrossQuery.Numbers;
import org.jailoo.report.Table.Row;
import org.junit.jupiter.api.Test;

/** Every cross-tab of random notebooks against a second, naive counting; and what an audience may tell apart by. */
class CrossTablesTest {
    private static final Schema SCHEMA = Schema.standard();
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));

    private static CrossTables tables(Audience audience) {
        return new CrossTables(SCHEMA, new Asked(audience, TODAY, Words.of("en")));
    }

    private static List<String> ids(CrossTables tables, CrossUnit unit) {
        return tables.fields(unit).stream().map(CrossField::id).toList();
    }

    /** The numbers of a table under the names that the naive counting gives them. */
    private static Map<List<String>, Long> numbers(Table table, CrossQuery query) {
        Map<List<String>, Long> numbers = new TreeMap<>(java.util.Comparator.comparing(List::toString));
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (cell instanceof Count count && count.value() > 0) {
                    String r = count.quantity().keys().get(query.rows());
                    String c = count.quantity().keys().get(query.columns());
                    List<String> name = r != null && c != null
                            ? List.of("rc", r, c)
                            : r != null ? List.of("r", r) : c != null ? List.of("c", c) : List.of("all");
                    numbers.put(name, count.value());
                }
            }
        }
        return numbers;
    }

    private static boolean kept(CrossTables tables, CrossQuery query) {
        Set<String> used = new HashSet<>(List.of(query.rows(), query.columns()));
        query.filters().forEach(filter -> used.add(filter.field()));
        return tables.fields(query.unit()).stream()
                .anyMatch(field -> used.contains(field.id())
                        && field.kept()
                        && !field.list().equals("participants"));
    }

    @Test
    void everyPairOfFieldsCountsAsANaiveCountingDoes() {
        CrossTables tables = tables(Audience.TEAM);
        Random random = new Random(11);
        int asked = 0;
        for (int seed = 0; seed < (LONG ? 4 : 1); seed++) {
            RandomAnswers notebook = new RandomAnswers(seed, SCHEMA);
            for (CrossUnit unit : CrossUnit.values()) {
                List<String> ids = ids(tables, unit);
                assertThat(ids).doesNotHaveDuplicates().hasSizeGreaterThan(8);
                for (int i = 0; i < ids.size(); i++) {
                    for (int j = 0; j < ids.size(); j++) {
                        if (i == j || (!LONG && random.nextInt(ids.size()) > 1)) {
                            continue;
                        }
                        List<Filter> filters = new ArrayList<>();
                        if (random.nextBoolean()) {
                            String by = ids.get(random.nextInt(ids.size()));
                            List<CrossTables.Value> values = tables.values(notebook.states, unit, by);
                            if (!values.isEmpty()) {
                                filters.add(new Filter(
                                        by,
                                        new HashSet<>(List.of(
                                                values.get(random.nextInt(values.size()))
                                                        .key(),
                                                values.get(0).key()))));
                            }
                        }
                        CrossQuery query = new CrossQuery(unit, ids.get(i), ids.get(j), Numbers.COUNTS, filters);
                        assertThat(numbers(tables.table(notebook.states, query), query))
                                .as("seed " + seed + " " + query)
                                .isEqualTo(notebook.count(query, kept(tables, query)));
                        asked++;
                    }
                }
            }
        }
        assertThat(asked).isGreaterThan(200);
    }

    @Test
    void sharesAreTheCountsOverTheirRowTheirColumnOrAll() {
        CrossTables tables = tables(Audience.TEAM);
        RandomAnswers notebook = new RandomAnswers(3, SCHEMA);
        CrossQuery counts = new CrossQuery(CrossUnit.INTERVIEWS, "mode", "language", Numbers.COUNTS, List.of());
        Table plain = tables.table(notebook.states, counts);
        for (Numbers numbers : Numbers.values()) {
            Table shares = tables.table(
                    notebook.states, new CrossQuery(counts.unit(), "mode", "language", numbers, List.of()));
            int last = plain.rows().size() - 1;
            int end = plain.columns().size() - 1;
            for (int r = 0; r <= last; r++) {
                long sum = 0;
                for (int c = 1; c <= end; c++) {
                    Cell cell = shares.rows().get(r).cells().get(c);
                    Count count = (Count) plain.rows().get(r).cells().get(c);
                    if (cell instanceof Share share) {
                        assertThat(share.part()).isEqualTo(count);
                        int row = numbers == Numbers.SHARES_OF_ROW ? r : last;
                        int column = numbers == Numbers.SHARES_OF_COLUMN ? c : end;
                        assertThat(share.base())
                                .isEqualTo(plain.rows().get(row).cells().get(column));
                        sum += c < end ? share.part().value() : 0;
                    } else {
                        assertThat(cell).isEqualTo(count);
                    }
                }
                if (numbers == Numbers.SHARES_OF_ROW) {
                    assertThat(sum)
                            .isEqualTo(((Count) plain.rows().get(r).cells().get(end)).value());
                }
            }
        }
        assertThat(Picture.of(plain)).isPresent();
    }

    @Test
    void othersTellPeopleApartOnlyByWhatCountingLooksAt() {
        Set<String> people = Set.of(
                "campaign",
                "category",
                "date",
                "place",
                "mode",
                "language",
                "asked",
                "refusedToAnswer",
                "violations",
                "helpSought",
                "helpBarriers");
        for (Audience audience : List.of(Audience.PUBLIC, Audience.PARTNERS)) {
            for (CrossField field : tables(audience).fields(CrossUnit.INTERVIEWS)) {
                String id = field.id();
                assertThat(id)
                        .matches(i -> i.startsWith("participants.")
                                ? Set.of("sex", "ageBand", "place", "roles", "journeys")
                                        .contains(i.substring(13).split("[.@]", 2)[0])
                                : people.contains(i.split("[.@]", 2)[0]));
            }
            assertThat(ids(tables(audience), CrossUnit.ACTS))
                    .contains("violations.code", "violations.sector", "violations.perpetrator")
                    .doesNotContain("setting", "risk");
            CrossQuery query = new CrossQuery(CrossUnit.ACTS, "risk", "mode", Numbers.COUNTS, List.of());
            assertThatThrownBy(() -> tables(audience).table(new States(), query))
                    .isInstanceOf(IllegalArgumentException.class);
        }
        assertThat(ids(tables(Audience.TEAM), CrossUnit.ACTS)).contains("violations.perpetrator", "risk");
        for (CrossUnit unit : CrossUnit.values()) {
            assertThat(ids(tables(Audience.TEAM), unit)).noneMatch(id -> id.contains("consent"));
        }
    }

    @Test
    void noFewPeopleAreShownToThePublic() {
        RandomAnswers notebook = new RandomAnswers(5, SCHEMA);
        for (CrossUnit unit : CrossUnit.values()) {
            CrossTables tables = tables(Audience.PUBLIC);
            List<String> ids = ids(tables, unit);
            for (Numbers numbers : Numbers.values()) {
                CrossQuery query = new CrossQuery(
                        unit,
                        ids.get(0),
                        ids.get(ids.size() / 2),
                        numbers,
                        List.of(new Filter(ids.get(1), Set.of("", "KG", "2023", "ky", "KG-C", "female"))));
                Table table = tables.table(notebook.states, query);
                noFew(table, unit);
                if (unit.counted().ofPeople()) {
                    assertThat(table.notes()).noneMatch(note -> note.matches(".*: ([1-9]|10)(;.*)?"));
                }
            }
        }
    }

    private static void noFew(Table table, CrossUnit unit) {
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                long value = cell instanceof Count count
                        ? count.value()
                        : cell instanceof Share share ? share.part().value() : 0;
                assertThat(value == 0 || value >= 11 || !unit.counted().ofPeople())
                        .isTrue();
            }
        }
    }

    @Test
    void nothingIsToldThatConsentDoesNotGrant() {
        for (int seed = 0; seed < (LONG ? 60 : 2); seed++) {
            RandomNotebook notebook = new RandomNotebook(seed, true);
            WhoMayRead rules = new WhoMayRead(notebook);
            Random random = new Random(seed);
            for (Audience audience : Audience.values()) {
                CrossTables tables = tables(audience);
                for (CrossUnit unit : CrossUnit.values()) {
                    List<String> ids = ids(tables, unit);
                    for (int i = 0; i < ids.size(); i++) {
                        String other = ids.get(random.nextInt(ids.size()));
                        if (other.equals(ids.get(i))) {
                            continue;
                        }
                        CrossQuery query = new CrossQuery(unit, ids.get(i), other, Numbers.COUNTS, List.of());
                        String told = tables.table(notebook, query).toString();
                        for (String word : RandomNotebook.wordsIn(told)) {
                            RandomNotebook.Leaf leaf = notebook.leaves().get(word);
                            assertThat(leaf == null || allowed(rules, leaf, audience))
                                    .as("seed " + seed + " " + audience + " " + query + " " + leaf)
                                    .isTrue();
                        }
                    }
                }
            }
        }
    }

    private static boolean allowed(WhoMayRead rules, RandomNotebook.Leaf leaf, Audience audience) {
        boolean counted = !leaf.record().type().equals("interview") || rules.agreed(leaf.record(), "statistics");
        return counted && rules.mayRead(leaf, audience);
    }

    @Test
    void behindANumberStandAsManyInterviewsAsItSays() {
        CrossTables tables = tables(Audience.TEAM);
        RandomAnswers notebook = new RandomAnswers(9, SCHEMA);
        CrossQuery query = new CrossQuery(
                CrossUnit.INTERVIEWS,
                "violations.code",
                "mode",
                Numbers.COUNTS,
                List.of(new Filter("language", Set.of("ky", "ru", ""))));
        Table table = tables.table(notebook.states, query);
        int followed = 0;
        for (Row row : table.rows()) {
            for (Cell cell : row.cells()) {
                if (cell instanceof Count count) {
                    assertThat(tables.behind(notebook.states, query, count.quantity()))
                            .hasSize((int) count.value());
                    followed++;
                }
            }
        }
        assertThat(followed).isGreaterThan(6);
    }
}
