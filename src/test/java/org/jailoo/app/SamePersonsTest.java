package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.LinkPersons.Said;
import org.jailoo.app.SamePersons.Found;
import org.jailoo.consent.Audience;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.report.Table;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who is offered as the same person, and what becomes of the answer. */
@SuppressWarnings("NullAway.Init") // opened before each test
class SamePersonsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook notebook;
    private SamePersons same;
    private LinkPersons links;

    @BeforeEach
    void open() {
        notebook = TestDoor.create(folder.resolve("notebook"), "here");
        TestDoor.openIdentities(notebook);
        same = new SamePersons(notebook);
        links = new LinkPersons(notebook, CLOCK);
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private String save(String type, Map<String, ? extends Json> values) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        SaveRecord.Form form = save.open(type, null);
        assertThat(save.save(form, Json.object(values))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private void change(String type, String record, String path, Json value) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        assertThat(save.save(save.open(type, record), Json.object(Map.of(path, value))))
                .isInstanceOf(SaveRecord.Saved.class);
    }

    private static Map<String, Json> values(String code, long born, String settlement) {
        return new TreeMap<>(Map.of(
                "code", Json.of(code),
                "sex", Json.of("female"),
                "birthYear", Json.of(born),
                "languages/ky", Json.TRUE,
                "place", Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of(settlement)))));
    }

    private String person(String code, long born, String settlement, String name) {
        String person = save("participant", values(code, born, settlement));
        save("identity", Map.of("participant", Json.of(person), "fullName", Json.of(name)));
        return person;
    }

    private Found find() {
        return same.find(Steps.UNWATCHED);
    }

    private List<List<String>> offered() {
        return find().suggested().stream()
                .map(pair -> List.of(pair.one(), pair.other()))
                .toList();
    }

    private static List<String> both(String one, String other) {
        return one.compareTo(other) < 0 ? List.of(one, other) : List.of(other, one);
    }

    private List<String> counted() {
        List<Table> tables =
                new ShowTables(notebook, CLOCK, ZoneOffset.UTC).tables(Audience.TEAM, "en", Steps.UNWATCHED);
        return tables.stream()
                .filter(table -> table.key().equals("participants-sex"))
                .flatMap(table -> table.rows().stream())
                .map(row -> row.cells().toString())
                .toList();
    }

    @Test
    void followsTheNotebookAsItChanges() {
        String one = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        person("P2", 1960, "Барскоон", "Асанова Мээрим");
        assertThat(offered()).isEmpty();

        String other = person("P3", 1988, "тосор", "Gulnara Zheenbekova");
        assertThat(offered()).containsExactly(both(one, other));

        change("participant", other, "birthYear", Json.of(1950));
        assertThat(offered()).isEmpty();
        change("participant", other, "birthYear", Json.of(1987));
        assertThat(offered()).containsExactly(both(one, other));

        change("participant", other, "deleted", Json.TRUE);
        assertThat(offered()).isEmpty();
        change("participant", other, "deleted", Json.NULL);
        new PurgeRecord(notebook, CLOCK).purge(other);
        assertThat(offered()).isEmpty();
    }

    @Test
    void aNameThatIsMendedIsComparedAnew() {
        String one = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        String other = save("participant", values("P2", 1987, "Тосор"));
        String identity =
                save("identity", Map.of("participant", Json.of(other), "fullName", Json.of("Асанова Мээрим")));
        assertThat(offered()).isEmpty();
        change("identity", identity, "fullName", Json.of("Женбекова Гульнара"));
        assertThat(offered()).containsExactly(both(one, other));
    }

    @Test
    void closedIdentitiesLeaveCodesAloneAndNothingOfAName() {
        person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        person("P2", 1987, "Барскоон", "Жээнбекова Гүлнара");
        assertThat(find().named()).isTrue();
        assertThat(offered()).hasSize(1);

        notebook.identities().close();
        Found closed = find();
        assertThat(closed.named()).isFalse();
        assertThat(closed.suggested()).isEmpty();

        TestDoor.openIdentities(notebook);
        assertThat(offered()).hasSize(1);
        notebook.identities().close();

        Map<String, Json> much = values("P3", 1990, "Кичи-Жаргылчак");
        much.put(
                "journeys/7d444840-9dc0-11d1-b245-5ffdce74fad2",
                Json.object(Map.of(
                        "country",
                        Json.of("RU"),
                        "city",
                        Json.of("Казань"),
                        "sector",
                        Json.of("C14"),
                        "from",
                        Json.of("2015"))));
        save("participant", much);
        much.put("code", Json.of("P4"));
        save("participant", much);
        assertThat(find().suggested()).singleElement().matches(pair -> !pair.likely());
    }

    @Test
    void saidToBeOneTheyCountAsOneAndTakenBackAsTwo() {
        String one = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        String other = person("P2", 1987, "Тосор", "Жээнбекова Гүлнара");
        List<String> two = counted();

        assertThat(links.say(Said.SAME, one, other)).isTrue();
        assertThat(offered()).isEmpty();
        assertThat(find().linked()).containsExactly(both(one, other));
        assertThat(counted()).isNotEqualTo(two);
        notebook.identities().close();
        assertThat(find().linked()).containsExactly(both(one, other));
        TestDoor.openIdentities(notebook);

        assertThat(links.separate(both(one, other))).isTrue();
        assertThat(counted()).isEqualTo(two);
        assertThat(offered()).containsExactly(both(one, other));
    }

    @Test
    void saidToBeTwoTheyAreOfferedNoMore() {
        String one = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        String other = person("P2", 1987, "Тосор", "Жээнбекова Гүлнара");
        links.say(Said.NOT_SAME, one, other);
        assertThat(offered()).isEmpty();

        // Whoever is the same as one of the two is not the other either.
        String third = person("P3", 1987, "Тосор", "Жээнбекова Гүлнара");
        links.say(Said.SAME, one, third);
        assertThat(offered()).isEmpty();
        assertThat(find().undecided()).isEmpty();

        links.say(Said.NOTHING, one, other);
        assertThat(offered()).hasSize(1);
    }

    @Test
    void aChainThatContradictsItselfIsToldAndCountsNobodyAsOne() {
        String a = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        String b = person("P2", 1987, "Тосор", "Жээнбекова Гүлнара");
        String c = person("P3", 1987, "Тосор", "Жээнбекова Гүлнара");
        List<String> three = counted();
        String first = save("interview", Map.of("code", Json.of("A1"), "participants/" + a, Json.TRUE));
        save("interview", Map.of("code", Json.of("A2"), "participants/" + b, Json.TRUE));
        EarlierInterviews earlier = new EarlierInterviews(notebook);
        links.say(Said.SAME, a, b);
        assertThat(earlier.of(a, first)).hasSize(1);
        links.say(Said.SAME, b, c);
        links.say(Said.NOT_SAME, a, c);

        assertThat(find().undecided())
                .singleElement()
                .satisfies(torn -> assertThat(torn).containsExactlyInAnyOrder(a, b, c));
        assertThat(find().linked()).isEmpty();
        assertThat(offered()).isEmpty();
        assertThat(counted()).isEqualTo(three);
        assertThat(earlier.of(a, first)).isEmpty();

        links.separate(List.of(b, c));
        assertThat(find().undecided()).isEmpty();
        assertThat(find().linked()).containsExactly(both(a, b));
        assertThat(earlier.of(a, first)).hasSize(1);
    }

    @Test
    void aDraftOfAParticipantStaysWhenSheIsLinked() {
        String one = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        String other = person("P2", 1987, "Тосор", "Жээнбекова Гүлнара");
        KeepDrafts drafts = new KeepDrafts(notebook, CLOCK);
        for (String each : List.of(one, other)) {
            drafts.keep(
                    each, "participant", Json.object(Map.of("changes", Json.object(Map.of("children", Json.of(2))))));
        }
        links.say(Said.SAME, one, other);
        assertThat(drafts.find(one)).isNotNull();
        assertThat(drafts.find(other)).isNotNull();
    }

    @Test
    void whoComesIsHeldAgainstThoseHereAndAgainstOneAnother() {
        String one = person("P1", 1987, "Тосор", "Жээнбекова Гүлнара");
        Map<String, Json> much = values("P2", 1990, "Кичи-Жаргылчак");
        much.put(
                "journeys/7d444840-9dc0-11d1-b245-5ffdce74fad2",
                Json.object(Map.of(
                        "country",
                        Json.of("RU"),
                        "city",
                        Json.of("Казань"),
                        "sector",
                        Json.of("C14"),
                        "from",
                        Json.of("2015"))));
        save("participant", much);
        RecordState comer = state("11111111-1111-4111-8111-111111111111", much);
        RecordState twin = state("22222222-2222-4222-8222-222222222222", much);
        RecordState stranger = state("33333333-3333-4333-8333-333333333333", values("P9", 1950, "Балыкчы"));
        RecordState known = notebook.revisions().visible(one).orElseThrow();

        assertThat(same.among(List.of(comer, stranger, known))).isEqualTo(1);
        assertThat(same.among(List.of(comer, twin))).isEqualTo(2);
        assertThat(same.among(List.of())).isZero();
    }

    private static RecordState state(String record, Map<String, Json> values) {
        return new RecordState(
                record, "participant", new TreeMap<>(values), new TreeMap<>(), false, false, false, false, List.of());
    }
}
