package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists.Choice;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Row;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.record.RecordId;
import org.jailoo.search.Folding;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Lists show what the states say, in order, page by page, and nothing that may name a person. */
class ListsTest {
    private static final int MANY = 100_000;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    @BeforeEach
    void create() {
        notebook = TestDoor.create(folder.resolve("n"), "A1");
        Inside.hurry(notebook);
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private Lists lists() {
        return new Lists(notebook.sql);
    }

    private static Choice all(String type, Order order) {
        return new Choice(type, Show.ALL, null, order);
    }

    private List<String> codes(Choice choice) {
        List<Row> rows = lists().page(choice, 0, 100);
        assertThat(lists().count(choice)).isEqualTo(rows.size());
        return rows.stream().map(Row::code).toList();
    }

    private String write(String type, Object... fields) {
        Map<String, Json> body = new TreeMap<>();
        for (int i = 0; i < fields.length; i += 2) {
            Object value = fields[i + 1];
            body.put(
                    String.valueOf(fields[i]),
                    value instanceof Json json
                            ? json
                            : value instanceof Integer number
                                    ? Json.of(number.longValue())
                                    : Json.of(String.valueOf(value)));
        }
        String record = RecordId.random();
        Pen.save(notebook, record, type, body);
        return record;
    }

    @Test
    void theLatestStandFirstAndTheUndatedLast() {
        write("interview", "code", "B-2", "date", "2023-07-05");
        write("interview", "code", "B-1", "date", "2023-07-05");
        write("interview", "code", "C", "date", "2023");
        write("interview", "code", "D", "date", "1969-12-31");
        write("interview", "code", "E");
        write("interview", "code", "F", "date", "soon".repeat(3));
        write("participant", "code", "P-1");
        assertThat(codes(all("interview", Order.LATEST))).containsExactly("B-1", "B-2", "C", "D", "E", "F");
    }

    @Test
    void eachOrderHasItsExactReverse() {
        for (int i = 0; i < 30; i++) {
            write("interview", "code", "K-" + i * 7 % 11, "date", "2023-07-0" + (1 + i % 4));
        }
        write("interview", "narrative", "without a code and a day");
        assertThat(ids(Order.EARLIEST)).isEqualTo(reversed(ids(Order.LATEST)));
        assertThat(ids(Order.CODE_BACKWARDS)).isEqualTo(reversed(ids(Order.CODE)));
    }

    private List<String> ids(Order order) {
        return lists().page(all("interview", order), 0, 100).stream()
                .map(Row::record)
                .toList();
    }

    private static List<String> reversed(List<String> ids) {
        List<String> reversed = new ArrayList<>(ids);
        java.util.Collections.reverse(reversed);
        return reversed;
    }

    @Test
    void codesStandByTheValueOfTheirNumbersAndOfFoldedLetters() {
        for (String code : List.of("B-10", "b-9", "B-9а", "B-0001", "Өр-1", "Ор-2", "00071234567890", "71234567890")) {
            write("participant", "code", code);
        }
        write("participant", "sex", "female");
        assertThat(codes(all("participant", Order.CODE)))
                .containsExactly("00071234567890", "71234567890", "B-0001", "b-9", "B-9а", "B-10", "Өр-1", "Ор-2", "");
    }

    @Test
    void eachTypeHasItsDayAndItsCode() {
        String campaign = write("campaign", "title", " Ысык-Көл ", "start", "2023-07-04", "end", "2023-07-06");
        write("focusGroup", "title", "Жыйын", "date", "2023-07-04", "campaign", campaign);
        write(
                "recommendation",
                "plan",
                "2",
                "number",
                5,
                "campaign",
                campaign,
                "timeline",
                Json.object(Map.of("text", Json.of("до конца года"), "to", Json.of("2023"))));
        List<Row> recommendations = lists().page(all("recommendation", Order.LATEST), 0, 9);
        assertThat(recommendations).singleElement().satisfies(row -> {
            assertThat(row.code()).isEqualTo("2 · 5");
            assertThat(row.day()).isEqualTo("2023");
        });
        Row row = lists().find(campaign);
        assertThat(row).isEqualTo(new Row(campaign, "campaign", "2023-07-04", "Ысык-Көл", 0, false, false, false));
        assertThat(codes(new Choice("focusGroup", Show.ALL, campaign, Order.LATEST)))
                .containsExactly("Жыйын");
        assertThat(codes(new Choice("focusGroup", Show.ALL, campaign, Order.CODE)))
                .containsExactly("Жыйын");
        assertThat(codes(new Choice("focusGroup", Show.ALL, RecordId.random(), Order.CODE)))
                .isEmpty();
    }

    @Test
    void conflictsMissingPartsAndDeletedOnesHaveListsOfTheirOwn() {
        String record = write("interview", "code", "A");
        String first = notebook.revisions().state(record).orElseThrow().heads().get(0);
        Pen.save(notebook, record, "interview", "date", "2023-07-04");
        Pen.add(notebook, Pen.stranger().edit(record, "interview", List.of(first), Map.of("date", Json.of("2024"))));
        String part = RecordId.random();
        Pen.add(
                notebook,
                Pen.stranger().edit(part, "interview", List.of("ab".repeat(32)), Map.of("code", Json.of("B"))));
        String deleted = write("interview", "code", "C");
        Pen.save(notebook, deleted, "interview", Map.of("deleted", Json.TRUE));
        String purged = write("interview", "code", "D", "date", "2023");
        Pen.purge(notebook, purged, "interview");
        for (Order order : Order.values()) {
            assertThat(codes(new Choice("interview", Show.ALL, null, order))).containsExactlyInAnyOrder("A", "B");
            assertThat(codes(new Choice("interview", Show.IN_CONFLICT, null, order)))
                    .containsExactly("A");
            assertThat(codes(new Choice("interview", Show.INCOMPLETE, null, order)))
                    .containsExactly("B");
            assertThat(codes(new Choice("interview", Show.GONE, null, order))).containsExactlyInAnyOrder("C", "");
        }
        assertThat(lists().counts()).isEqualTo(Map.of("interview", new Lists.Count(2, 1, 1)));
    }

    @Test
    void noSensitiveWordAndNothingOfAnIdentityIsListed() {
        write("identity", "fullName", "КУПУЯ", "notes", "КУПУЯ", "code", "КУПУЯ", "title", "КУПУЯ", "date", "2023");
        write("interview", "code", "A", "narrative", "КУПУЯ", "interviewer", "КУПУЯ", "notes", "КУПУЯ");
        // Once of a type that may name a person, never listed with a word again.
        String turned = write("identity", "code", "КУПУЯ");
        Pen.add(
                notebook,
                Pen.stranger()
                        .edit(
                                turned,
                                "interview",
                                List.of(),
                                Map.of("code", Json.of("КУПУЯ"), "date", Json.of("2023"))));
        // Unknown to this version, and so perhaps the name of somebody.
        write("dream", "code", "КУПУЯ", "title", "КУПУЯ");
        assertThat(notebook.sql.number("SELECT count(*) FROM listed")).isEqualTo(4);
        assertThat(Inside.table(notebook, "listed")).doesNotContain("КУПУЯ", "купуя");
        assertThat(Traces.cellsHolding(notebook.sql, "КУПУЯ")).containsExactly("content.body");
        assertThat(Traces.cellsHolding(notebook.sql, "купуя")).allMatch(c -> c.startsWith("search_"));
    }

    @Test
    void aLongTitleIsCutAndASearchStaysInItsList() {
        write("campaign", "title", "ж".repeat(199) + "😀😀", "purpose", "үчүн");
        write("interview", "code", "A", "narrative", "үчүн үчүн");
        write("interview", "code", "B", "narrative", "үчүн да бир нече сөз");
        assertThat(codes(all("campaign", Order.CODE))).containsExactly("ж".repeat(199));
        Choice choice = all("interview", Order.CODE);
        assertThat(lists().found(choice, "учун", 0, 9)).extracting(Row::code).containsExactly("A", "B");
        assertThat(lists().found(choice, "учун", 1, 9)).extracting(Row::code).containsExactly("B");
        assertThat(lists().countFound(choice, "учун")).isEqualTo(2);
        assertThat(lists().found(choice, "— !", 0, 9)).isEmpty();
        assertThat(lists().countFound(choice, "— !")).isZero();
    }

    @Test
    void suggestionsBeginWithWhatWasTypedOrHoldIt() {
        write("participant", "code", "АБ-1");
        write("participant", "code", "Б-10");
        write("participant", "code", "Б-2");
        write("focusGroup", "code", "ФГ-1", "title", "Барскоон,  мечит");
        assertThat(suggested("participant", " б-")).containsExactly("Б-2", "Б-10", "АБ-1");
        assertThat(suggested("participant", "")).containsExactly("АБ-1", "Б-2", "Б-10");
        assertThat(suggested("participant", "жок")).isEmpty();
        assertThat(suggested("focusGroup", "барскоон")).containsExactly("ФГ-1");
        assertThat(suggested("focusGroup", "ФГ-1 Барс")).containsExactly("ФГ-1");
        assertThat(suggested("focusGroup", "Мечит")).containsExactly("ФГ-1");
    }

    @Test
    void thoseThatBeginSoAreFoundByEitherWayInTheSameOrder() {
        Random random = new Random(7);
        notebook.inTransaction(() -> {
            for (int i = 0; i < 300; i++) {
                String letters = List.of("А", "Б-", "б-1", "Ө", "\uD7FF", "\uD83D\uDE00", "\uDBFF\uDFFF").get(random.nextInt(7));
                write("participant", "code", letters + random.nextInt(40) + (random.nextInt(3) == 0 ? " б" : ""));
            }
            return notebook;
        });
        List<String> typed = new ArrayList<>(List.of("", "б", "б-", "б-1", "Б-12", "ө3", "о3", "\uD83D\uDE00", "\uD7FF", "жок"));
        typed.addAll(List.of("\uDBFF\uDFFF", "\uDBFF\uDFFF1", "а1", "А 1", "б-1 б"));
        for (String each : typed) {
            String wanted = Folding.fold(each).strip();
            List<String> expected = notebook.sql.list(
                    "SELECT code FROM listed WHERE type = 'participant' AND gone = 0 AND instr(words, ?) = 1"
                            + " ORDER BY place, words, record LIMIT 20",
                    r -> r.getString(1),
                    wanted);
            for (int few : new int[] {0, 5, 1_000}) {
                assertThat(lists().beginning("participant", each, 20, few))
                        .as("%s, %s", each, few)
                        .extracting(Row::code)
                        .isEqualTo(expected);
            }
        }
    }

    private List<String> suggested(String type, String typed) {
        return lists().named(type, typed, 3).stream().map(Row::code).toList();
    }

    /** Rows as a notebook of this many records would have them, past everything that takes time. */
    private void fill() {
        Sql sql = notebook.sql;
        sql.inTransaction(() -> {
            String numbers = "WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < " + MANY + ") ";
            sql.update(numbers + "INSERT INTO record SELECT i, printf('%08d', i * 7919 % 99991) || i FROM n");
            sql.update(numbers + "INSERT INTO state SELECT i, 'interview', 0, 0, 0, i % 50 = 0, x'00', 0 FROM n");
            sql.update(numbers + "INSERT INTO listed SELECT i, 'interview', 0,"
                    + " date('2020-01-01', (i * 7919 % 1500) || ' days'), printf('B-%06d', i * 7919 % 99991),"
                    + " printf('b-%018d', i * 7919 % 99991), printf('b-%06d', i * 7919 % 99991), 'c' || (i % 5),"
                    + " i % 50 = 0, i % 100 = 0 FROM n");
            sql.update("INSERT INTO tally SELECT type, gone, campaign, count(*), sum(conflicts > 0),"
                    + " sum(incomplete > 0) FROM listed GROUP BY type, gone, campaign");
            return sql;
        });
    }

    @Test
    void noListOfManyRecordsIsSortedOrReadsContent() {
        fill();
        List<String> slow = new ArrayList<>();
        for (Show show : Show.values()) {
            for (Order order : Order.values()) {
                for (String campaign : new String[] {null, "c1"}) {
                    Choice choice = new Choice("interview", show, campaign, order);
                    Object[] values = campaign == null
                            ? new Object[] {"interview", 50, 99_900}
                            : new Object[] {"interview", campaign, 50, 99_900};
                    List<String> plan = notebook.sql.list(
                            "EXPLAIN QUERY PLAN " + Lists.keysQuery(choice), r -> r.getString(4), values);
                    // The few in conflict or incomplete may be sorted by code; nothing else is sorted.
                    boolean byCode = order == Order.CODE || order == Order.CODE_BACKWARDS;
                    boolean few = byCode && (show == Show.IN_CONFLICT || show == Show.INCOMPLETE);
                    assertThat(plan.get(0))
                            .as("%s", choice)
                            .startsWith("SEARCH l USING ")
                            .contains("INDEX listed_");
                    assertThat(plan).as("%s", choice).hasSize(few ? 2 : 1);
                    if (show == Show.ALL) {
                        assertThat(plan.get(0)).contains("COVERING");
                    }
                    long start = System.nanoTime();
                    lists().page(choice, 99_900, 50);
                    lists().count(choice);
                    slow.add((System.nanoTime() - start) / 1_000 + " µs " + choice);
                }
            }
        }
        long start = System.nanoTime();
        assertThat(suggested("interview", "жок")).isEmpty();
        slow.add((System.nanoTime() - start) / 1_000 + " µs suggestions, none");
        start = System.nanoTime();
        assertThat(lists().counts().get("interview")).isEqualTo(new Lists.Count(MANY, MANY / 50, MANY / 100));
        slow.add((System.nanoTime() - start) / 1_000 + " µs counts");
        System.out.println(MANY + " records: " + String.join("\n  ", slow));
        assertThat(lists().page(all("interview", Order.LATEST), 99_990, 50)).hasSize(10);
    }
}
