package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.jailoo.app.ImportTable.Changed;
import org.jailoo.app.ImportTable.Imported;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.TablePlan.Counts;
import org.jailoo.app.TablePlan.Order;
import org.jailoo.app.TablePlan.Refused;
import org.jailoo.app.TablePlan.Same;
import org.jailoo.history.RecordState;
import org.jailoo.intake.CellMeaning.Trouble;
import org.jailoo.intake.Grid;
import org.jailoo.intake.Headings;
import org.jailoo.intake.Row;
import org.jailoo.intake.Targets;
import org.jailoo.json.Json;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Tables become records once, no row is lost, and nothing that exists is overwritten in silence. */
@SuppressWarnings("NullAway.Init") // opened before each test
class ImportTableTest {
    private static final Schema SCHEMA = Schema.standard();

    @TempDir
    private Path folder = Path.of("");

    private Laptop laptop;
    private ImportTable imports;
    private final AtomicInteger codes = new AtomicInteger();

    @BeforeEach
    void open() {
        laptop = Laptop.create(folder, "A7");
        imports =
                new ImportTable(laptop.notebook, Laptop.CLOCK, () -> String.format("A7-%04d", codes.incrementAndGet()));
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private static Order order(String type, String... lines) {
        List<Row> rows = new ArrayList<>();
        for (String line : lines) {
            rows.add(new Row(
                    rows.size() + 1,
                    Arrays.stream(line.split("\\|", -1)).map(String::strip).toList()));
        }
        Grid grid = new Grid(rows);
        Headings headings = new Headings(Targets.of(SCHEMA, type));
        int heading = headings.row(grid);
        return new Order(type, grid, heading, headings.columns(grid.rows().get(heading), grid.columns()), null);
    }

    private TablePlan plan(Order order) {
        return imports.plan(order, Steps.UNWATCHED);
    }

    private Imported applied(TablePlan plan, Integer... chosen) {
        return (Imported) imports.apply(plan, Set.of(chosen), Steps.UNWATCHED);
    }

    private List<RecordState> all(String type) {
        return new ListRecords(laptop.notebook)
                        .page(new Query(
                                type,
                                "",
                                org.jailoo.notebook.Lists.Show.ALL,
                                null,
                                org.jailoo.notebook.Lists.Order.CODE,
                                0,
                                5000))
                        .rows()
                        .stream()
                        // A row of a list never says who somebody is.
                        .map(row -> laptop.state(row.state().record()))
                        .toList();
    }

    @Test
    void namesGoIntoTheIdentityRecordAndNeverIntoTheParticipant() {
        TablePlan plan = plan(order(
                "participant",
                "Список участников",
                "ФИО|Пол|Год рождения|Область|Село|Роль|Телефон",
                "Асанова Гүлнара|ж|1985|Ысык-Көл облусу|Барскоон|учитель; активист|0555 123456",
                "|||||||",
                "Сыдыков Бакыт|м|1990-05-06|Иссык-Кульская|Тосор||"));
        assertThat(plan.counts()).isEqualTo(new Counts(2, 0, 0, 1, 0, 0, 0));
        assertThat(applied(plan)).isEqualTo(new Imported(2, 0));
        List<RecordState> people = all("participant");
        assertThat(people).hasSize(2);
        assertThat(people.get(0).values().toString()).doesNotContain("Асанова").doesNotContain("0555");
        assertThat(people.get(0).values())
                .containsEntry("code", Json.of("A7-0001"))
                .containsEntry("sex", Json.of("female"))
                .containsEntry("birthYear", Json.of(1985))
                .containsEntry("roles/teacher", Json.TRUE)
                .containsEntry("roles/activist", Json.TRUE)
                .containsEntry(
                        "place",
                        Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of("Барскоон"))));
        assertThat(people.get(1).values()).containsEntry("birthYear", Json.of(1990));
        List<RecordState> identities = all("identity");
        assertThat(identities).hasSize(2);
        assertThat(identities.stream().map(i -> i.values().get("participant")))
                .containsExactlyInAnyOrderElementsOf(
                        people.stream().map(p -> Json.of(p.record())).toList());
        assertThat(identities.stream().map(i -> i.values().get("fullName"))).contains(Json.of("Асанова Гүлнара"));
    }

    @Test
    void actionPlanBecomesRecommendationsAndEqualRowsAreBothKept() {
        Order order = order(
                "recommendation",
                "№|Мероприятие|Сроки|Ответственные",
                "1|Письмо в парламент|август 2023|Айыл кеңеш",
                "2|Провести слушания|с сентября 2023|Айыл кеңеш",
                "2|Провести слушания|с сентября 2023|Айыл кеңеш");
        TablePlan plan = plan(order);
        assertThat(plan.counts()).isEqualTo(new Counts(3, 0, 0, 0, 0, 0, 1));
        assertThat(((TablePlan.Create) plan.lines().get(2).fate()).twin()).isEqualTo(3);
        assertThat(applied(plan)).isEqualTo(new Imported(3, 0));
        assertThat(all("recommendation"))
                .hasSize(3)
                .allSatisfy(r -> assertThat(r.values().keySet().stream().anyMatch(k -> k.startsWith("responsible/")))
                        .isTrue())
                .anySatisfy(r -> assertThat(r.values())
                        .containsEntry("timeline", Json.object(Map.of("text", Json.of("август 2023")))));
        // The same file again: as many as there are, all are known.
        assertThat(plan(order).counts()).isEqualTo(new Counts(0, 3, 0, 0, 0, 3, 0));
        assertThat(applied(plan(order))).isEqualTo(new Imported(0, 0));
        // A third equal row is one more than there are.
        Order more = order(
                "recommendation",
                "№|Мероприятие|Сроки|Ответственные",
                "2|Провести слушания|с сентября 2023|Айыл кеңеш",
                "2|Провести слушания|с сентября 2023|Айыл кеңеш",
                "2|Провести слушания|с сентября 2023|Айыл кеңеш");
        assertThat(plan(more).counts()).isEqualTo(new Counts(1, 2, 0, 0, 0, 2, 0));
        assertThat(applied(plan(more), 2)).isEqualTo(new Imported(2, 0));
    }

    @Test
    void recordThatExistsIsChangedOnlyWhereItsRowWasChosen() {
        applied(plan(order("participant", "Код|Пол|Село|Роли|ФИО", "B-1|ж|Тосор|учитель|Асанова", "B-2|м|Тосор||")));
        Order again = order(
                "participant", "Код|Пол|Село|Роли|Дети|ФИО", "b-1|ж|Барскоон|активист|3|Асанова Г.", "B-2|м|Тосор|||");
        TablePlan plan = plan(again);
        assertThat(plan.counts()).isEqualTo(new Counts(0, 2, 0, 0, 1, 0, 0));
        Same same = (Same) plan.lines().get(0).fate();
        assertThat(same.differences().stream().map(TableDifference::field))
                .containsExactly("children", "place", "roles", "fullName");
        List<String> before = all("participant").stream().map(RecordState::line).toList();
        assertThat(applied(plan)).isEqualTo(new Imported(0, 0));
        assertThat(all("participant").stream().map(RecordState::line)).isEqualTo(before);
        assertThat(applied(plan(again), 2)).isEqualTo(new Imported(0, 1));
        RecordState changed = all("participant").get(0);
        assertThat(changed.conflicts()).isEmpty();
        assertThat(changed.values())
                .containsEntry("code", Json.of("B-1"))
                .containsEntry("children", Json.of(3))
                .containsEntry("roles/activist", Json.TRUE)
                .doesNotContainKey("roles/teacher")
                .containsEntry("place", Json.object(Map.of("settlement", Json.of("Барскоон"))));
        assertThat(all("identity"))
                .singleElement()
                .satisfies(i -> assertThat(i.values()).containsEntry("fullName", Json.of("Асанова Г.")));
        assertThat(plan(again).counts()).isEqualTo(new Counts(0, 2, 0, 0, 0, 0, 0));
    }

    @Test
    void cellsThatAreNotUnderstoodRefuseTheirRowAndSayWhich() {
        TablePlan plan = plan(order(
                "participant",
                "Код|Пол|Год рождения|Село",
                "B-1|женщин|85|Тосор",
                "B-2|ж|1985|Тосор",
                "B-2|м|1986|Тосор",
                "B-3|ж|#REF!|"));
        assertThat(plan.counts()).isEqualTo(new Counts(1, 0, 3, 0, 0, 0, 0));
        assertThat(((Refused) plan.lines().get(0).fate()).faults().stream().map(f -> f.column() + ":" + f.trouble()))
                .containsExactly("1:" + Trouble.CODE, "2:" + Trouble.DATE);
        assertThat(((Refused) plan.lines().get(2).fate()).faults().get(0).row()).isEqualTo(3);
        assertThat(((Refused) plan.lines().get(3).fate()).faults().get(0).trouble())
                .isEqualTo(Trouble.FORMULA);
    }

    @Test
    void deletedRecordIsNotBroughtBackByATable() {
        applied(plan(order("participant", "Код|Пол", "B-1|ж")));
        String record = all("participant").get(0).record();
        SaveRecord save = new SaveRecord(laptop.notebook, Laptop.CLOCK);
        save.save(save.open("participant", record), Json.object(Map.of("deleted", Json.TRUE)));
        TablePlan plan = plan(order("participant", "Код|Пол", "B-1|ж"));
        assertThat(((Refused) plan.lines().get(0).fate()).faults().get(0).trouble())
                .isEqualTo(Trouble.DELETED);
    }

    @Test
    void referenceIsFoundByItsNameAndRefusedWhereThereIsNone() {
        SaveRecord save = new SaveRecord(laptop.notebook, Laptop.CLOCK);
        save.save(save.open("campaign", null), Json.object(Map.of("title", Json.of("Иссык-Куль 2023"))));
        TablePlan plan =
                plan(order("recommendation", "Мероприятие|Кампания", "Письмо|иссык-куль 2023", "Письмо|Талас 2019"));
        assertThat(plan.counts()).isEqualTo(new Counts(1, 0, 1, 0, 0, 0, 0));
        assertThat(((Refused) plan.lines().get(1).fate()).faults().get(0).trouble())
                .isEqualTo(Trouble.NO_RECORD);
    }

    @Test
    void importThatIsStoppedLeavesNothing() {
        TablePlan plan = plan(order("participant", "Код|Пол", "B-1|ж", "B-2|ж", "B-3|ж"));
        AtomicInteger steps = new AtomicInteger();
        assertThatThrownBy(() -> imports.apply(plan, Set.of(), (done, of) -> {
                    if (steps.incrementAndGet() == 5) {
                        throw new CancellationException();
                    }
                }))
                .isInstanceOf(CancellationException.class);
        assertThat(all("participant")).isEmpty();
        assertThat(applied(plan)).isEqualTo(new Imported(3, 0));
    }

    @Test
    void planThatNoLongerHoldsIsMadeAgainAndNotApplied() {
        Order order = order("participant", "Код|Пол", "B-1|ж", "B-2|ж");
        TablePlan old = plan(order);
        SaveRecord save = new SaveRecord(laptop.notebook, Laptop.CLOCK);
        save.save(save.open("participant", null), Json.object(Map.of("code", Json.of("B-2"))));
        assertThat(imports.apply(old, Set.of(), Steps.UNWATCHED))
                .isInstanceOfSatisfying(
                        Changed.class,
                        changed -> assertThat(changed.now().counts()).isEqualTo(new Counts(1, 1, 0, 0, 1, 0, 0)));
        assertThat(all("participant")).hasSize(1);
    }

    /** Every row becomes exactly one thing; what is applied is what was planned; a second time nothing is new. */
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12})
    void noRowIsLostLaw(long seed) {
        Random random = new Random(seed);
        String type = random.nextInt(3) == 0 ? "recommendation" : "participant";
        Order order = RandomTables.order(SCHEMA, type, random);
        TablePlan plan = plan(order);
        List<Row> below = order.grid().below(order.heading());
        assertThat(plan.lines().stream().map(TablePlan.Line::row))
                .as("seed %d", seed)
                .isEqualTo(below.stream().map(Row::number).toList());
        Counts counts = plan.counts();
        assertThat(counts.rows()).as("seed %d", seed).isEqualTo(below.size());
        assertThat(counts.create()).isPositive();
        for (TablePlan.Line line : plan.lines()) {
            Row row = below.get(line.row() - below.get(0).number());
            boolean blank = true;
            for (int i = 0; i < order.columns().size(); i++) {
                blank &= order.columns().get(i) == null || row.cell(i).isEmpty();
            }
            assertThat(line.fate() instanceof TablePlan.Empty)
                    .as("seed %d row %s", seed, row)
                    .isEqualTo(blank);
        }
        assertThat(applied(plan)).as("seed %d", seed).isEqualTo(new Imported(counts.create(), 0));
        assertThat(all(type)).hasSize(counts.create());
        assertThat(new TreeSet<>(all(type).stream().map(RecordState::record).toList()))
                .hasSize(counts.create());
        Counts again = plan(order).counts();
        assertThat(again)
                .as("seed %d", seed)
                .isEqualTo(new Counts(
                        0, counts.create() + counts.same(), counts.refused(), counts.empty(), 0, again.alike(), 0));
        Map<String, Integer> lines = new HashMap<>();
        all(type).forEach(r -> lines.merge(r.line(), 1, Integer::sum));
        applied(plan(order));
        assertThat(all(type)).hasSize(counts.create()).allMatch(r -> lines.containsKey(r.line()));
    }
}
