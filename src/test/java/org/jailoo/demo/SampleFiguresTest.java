package org.jailoo.demo;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.summingLong;
import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jailoo.bundle.Progress;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every figure of the five documents, counted out of the merged notebook by code that knows nothing of the reports. */
class SampleFiguresTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-08-01T09:00:00Z"), ZoneOffset.UTC);
    private static final Schema SCHEMA = Schema.standard();
    private static final Map<String, RecordState> STATES = new TreeMap<>();

    @BeforeAll
    static void merge(@TempDir Path folder) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try (Notebook notebook = TestDoor.create(folder.resolve("sample"), "sample")) {
            Inside.hurry(notebook);
            SampleNotebook.fill(notebook, CLOCK, workers, Progress.NONE);
            notebook.revisions()
                    .eachRecord(
                            id -> STATES.put(id, notebook.revisions().state(id).orElseThrow()));
        } finally {
            workers.shutdownNow();
        }
    }

    // ---- working meetings

    @Test
    void theFourMeetingsHad102ParticipantsOf80WomenAnd22Men() {
        List<RecordState> meetings = of("focusGroup").toList();
        assertThat(meetings.stream().map(m -> text(m, "place", "settlement")))
                .containsExactlyInAnyOrder("Barskoon", "Tosor", "Kichi-Jargylchak", "Chon-Jargylchak");
        Map<String, Long> bySex = meetings.stream()
                .flatMap(m -> items(m, "attendance"))
                .collect(groupingBy(row -> text(row, "sex"), summingLong(row -> number(row, "count"))));
        assertThat(bySex).isEqualTo(Map.of("female", 80L, "male", 22L));
        assertThat(meetings)
                .allSatisfy(m -> assertThat(members(m, "participants")).isEmpty());
        assertThat(meetings.stream().map(m -> text(m, "date")))
                .allMatch(d -> d.compareTo("2023-07-04") >= 0 && d.compareTo("2023-07-06") <= 0);
    }

    @Test
    void theExpertsAreTenDistinctPeopleOfWhomSevenCameFromBishkek() {
        Set<String> experts = of("focusGroup")
                .flatMap(m -> members(m, "experts").stream())
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(experts).hasSize(10);
        assertThat(experts.stream()
                        .map(id -> text(Objects.requireNonNull(STATES.get(id)), "place", "adm1"))
                        .collect(groupingBy(Function.identity(), counting())))
                .isEqualTo(Map.of("KG11000000000", 7L, "KG02000000000", 3L));
        assertThat(of("focusGroup")
                        .allMatch(m -> number(m, "expertCount")
                                == members(m, "experts").size()))
                .isTrue();
    }

    @Test
    void theFindingsNameTheWorkersOfTheMine() {
        String findings =
                of("focusGroup").map(m -> text(m, "findings").replace(",", "")).collect(Collectors.joining(" "));
        assertThat(findings).contains(" 94 women").contains(" 4439 people").contains(" 1082 ");
    }

    @Test
    void thePlansMatrixDirectionsAndUnionMake41Recommendations() {
        List<RecordState> all = meetings();
        assertThat(all).hasSize(41);
        assertThat(count(all, r -> or(text(r, "plan")))).isEqualTo(Map.of("1", 4L, "2", 7L, "3", 8L, "-", 22L));
        assertThat(count(all, r -> or(text(r, "direction"))))
                .isEqualTo(Map.of(
                        "Labour relations in the contractor that cleans and caters",
                        8L,
                        "Other ways to earn a living",
                        4L,
                        "Women harmed in 1998",
                        3L,
                        "Social, labour and economic relations",
                        3L,
                        "Glacier campaign",
                        9L,
                        "Union of the self-employed",
                        2L,
                        "-",
                        12L));
        assertThat(all.stream()
                        .filter(r -> text(r, "direction").startsWith("Labour relations in"))
                        .filter(r -> text(r, "plan").equals("1")))
                .hasSize(3);
        assertThat(plan("1", 2).values().get("text"))
                .isEqualTo(plan("1", 3).values().get("text"));
    }

    @Test
    void theMatrixHasThreeLegalFourInformationAndTwoCollectiveCellsOfWhichFourArePlan2() {
        List<RecordState> cells = meetings().stream()
                .filter(r -> items(r, "source").anyMatch(s -> text(s, "section").equals("Campaign matrix")))
                .toList();
        assertThat(count(cells, r -> text(r, "action")))
                .isEqualTo(Map.of("legal-expert", 3L, "information", 4L, "collective", 2L));
        assertThat(cells.stream()
                        .filter(r -> text(r, "plan").equals("2"))
                        .map(r -> number(r, "number"))
                        .sorted())
                .containsExactly(3L, 5L, 6L, 7L);
        assertThat(number(plan("2", 7), "target")).isEqualTo(10_000);
    }

    @Test
    void theHearingsAreTheOneContradictionOctoberAgainstNovember() {
        assertThat(STATES.values().stream().filter(s -> !s.conflicts().isEmpty()))
                .singleElement()
                .isEqualTo(plan("2", 5));
        assertThat(plan("2", 5).conflicts())
                .containsOnlyKeys("timeline")
                .containsEntry(
                        "timeline",
                        List.of(
                                timeline("October 2023", "2023-10", "2023-10"),
                                timeline("November 2023", "2023-11", "2023-11")));
        assertThat(STATES.values()).noneMatch(s -> s.incomplete() || s.deleted() || s.purged());
    }

    @Test
    void everyIntervalIsTheOneThatTheWordsMean() {
        assertThat(plan("1", 1).values()).containsEntry("timeline", timeline("August 2023", "2023-08", "2023-08"));
        Json september = timeline("Starting from September 2023", "2023-09", null);
        assertThat(plan("1", 2).values()).containsEntry("timeline", september);
        assertThat(plan("1", 3).values()).containsEntry("timeline", september);
        assertThat(plan("1", 4).values()).containsEntry("timeline", timeline("By the end of the year", null, "2023"));
        assertThat(plan("2", 1).values())
                .containsEntry("timeline", timeline("September – November 2023", "2023-09", "2023-11"));
        assertThat(plan("2", 6).values())
                .containsEntry("timeline", timeline("November – December 2023", "2023-11", "2023-12"));
        assertThat(plan("3", 6).values()).containsEntry("timeline", timeline("Throughout the year", "2023", "2023"));
        assertThat(plan("3", 7).values())
                .containsEntry(
                        "timeline", Json.object(Map.of("text", Json.of("Quarterly"), "every", Json.of("quarterly"))));
        assertThat(plan("3", 8).values()).containsEntry("timeline", timeline("Throughout the year", "2023", "2023"));
    }

    // ---- GSP+

    @Test
    void theQuotasAre54CellsOf1600AndEveryCellIsFull() {
        RecordState campaign = campaign("GSP+");
        Map<List<Object>, Long> cells = items(campaign, "quotas")
                .collect(Collectors.toMap(
                        q -> List.<Object>of(text(q, "sex"), text(q, "adm1"), number(q, "ageFrom")),
                        q -> number(q, "target")));
        assertThat(cells).hasSize(54);
        assertThat(cells.values().stream().mapToLong(n -> n).sum()).isEqualTo(1600);
        Map<List<Object>, Long> reached = in(campaign, "interview")
                .collect(groupingBy(
                        i -> {
                            RecordState person = person(i);
                            long age = 2019 - number(person, "birthYear");
                            return List.<Object>of(
                                    text(person, "sex"),
                                    text(person, "place", "adm1"),
                                    age < 35 ? 18L : age < 55 ? 35L : 55L);
                        },
                        counting()));
        assertThat(reached).isEqualTo(cells);
        assertThat(in(campaign, "interview"))
                .hasSize(1600)
                .allMatch(i -> text(i, "mode").equals("phone"))
                .allMatch(i -> !i.values().containsKey("narrative") && isSynthetic(i));
        assertThat(in(campaign, "interview")
                        .map(i -> text(i, "date"))
                        .distinct()
                        .sorted())
                .hasSize(9)
                .startsWith("2019-05-03")
                .endsWith("2019-05-11");
    }

    @Test
    void theProjectLeftThirteenOutputsAndThreeRecommendations() {
        RecordState campaign = campaign("GSP+");
        assertThat(count(items(campaign, "outputs").toList(), o -> text(o, "kind")))
                .isEqualTo(Map.of(
                        "video", 3L,
                        "infographic", 5L,
                        "booklet", 1L,
                        "guidebook", 1L,
                        "alternative-report", 2L,
                        "resolution", 1L));
        assertThat(items(campaign, "outputs").filter(o -> text(o, "title").startsWith("Videographic")))
                .hasSize(2);
        assertThat(in(campaign, "recommendation")).hasSize(3);
        assertThat(in(campaign, "recommendation")
                        .filter(r -> members(r, "mechanisms").contains("upr")))
                .hasSize(2);
    }

    // ---- mission

    @Test
    void theMissionMade16DemandsFiveCallsAndFourCommitments() {
        List<RecordState> all =
                in(campaign("monitoring mission"), "recommendation").toList();
        assertThat(count(all, r -> text(r, "kind")))
                .isEqualTo(Map.of("demand", 16L, "recommendation", 5L, "commitment", 4L));
        List<RecordState> demands =
                all.stream().filter(r -> text(r, "kind").equals("demand")).toList();
        assertThat(count(demands, r -> text(items(r, "addressees").findFirst().orElseThrow(), "country")))
                .isEqualTo(Map.of("KZ", 7L, "KG", 1L, "TJ", 3L, "TM", 1L, "UZ", 4L));
        assertThat(count(demands.stream().flatMap(r -> items(r, "addressees")).toList(), a -> text(a, "kind")))
                .isEqualTo(Map.of("head-of-state", 16L, "government", 15L, "parliament", 1L));
        assertThat(all.stream().filter(r -> !demands.contains(r)).flatMap(r -> items(r, "addressees")))
                .hasSize(9)
                .allMatch(a -> text(a, "country").isEmpty());
        assertThat(all)
                .allMatch(r -> items(r, "source")
                        .allMatch(s -> !text(s, "section").isEmpty()
                                && !text(s, "number").isEmpty()));
    }

    // ---- survey

    @Test
    void theSurveyComesOutAsPublished() {
        RecordState campaign = campaign("Survey");
        List<RecordState> all = in(campaign, "interview").toList();
        assertThat(all).hasSize(300).allMatch(SampleFiguresTest::isSynthetic);
        Set<String> everything =
                Objects.requireNonNull(SCHEMA.codebook("violation")).codes();
        assertThat(all).allMatch(i -> members(i, "asked").containsAll(everything));
        Map<String, Long> n = new HashMap<>();
        all.forEach(i -> codes(i).forEach(code -> n.merge(code, 1L, Long::sum)));
        assertThat(n)
                .containsEntry("rape", 42L)
                .containsEntry("gang-rape", 2L)
                .containsEntry("sexual-harassment-non-contact", 120L)
                .containsEntry("sexual-harassment-contact", 60L)
                .containsEntry("no-written-contract", 165L)
                .containsEntry("discrimination", 210L)
                .containsEntry("discrimination-migrant-status", 140L)
                .containsEntry("discrimination-gender", 105L)
                .containsEntry("wage-delay", 75L)
                .containsEntry("unpaid-overtime", 150L);
        assertThat(all.stream().filter(i -> codes(i).containsAll(Set.of("no-sick-leave", "no-paid-leave"))))
                .hasSize(240);
        List<RecordState> with = all.stream().filter(i -> !codes(i).isEmpty()).toList();
        assertThat(with).hasSize(280);
        assertThat(with.stream()
                        .filter(i -> members(i, "helpBarriers").stream()
                                .anyMatch(b -> b.equals("did-not-know-where") || b.startsWith("afraid-"))))
                .hasSize(140);
        assertThat(with)
                .filteredOn(i -> members(i, "refusedToAnswer").isEmpty())
                .hasSize(280);
    }

    @Test
    void theWomenWorkedIn19CitiesAndSixSectors() {
        List<Json.Obj> journeys = in(campaign("Survey"), "interview")
                .flatMap(i -> items(person(i), "journeys"))
                .toList();
        assertThat(count(journeys, j -> text(j, "city")))
                .hasSize(19)
                .containsKeys("Moscow", "Novosibirsk", "Yekaterinburg");
        assertThat(count(journeys, j -> text(j, "sector"))).containsOnlyKeys("Q88", "I56", "T97", "N81", "C14", "G47");
    }

    @Test
    void theSurveyLedToThreeRecommendationsToEachOfTwoGovernmentsAndTwoMore() {
        List<RecordState> all = in(campaign("Survey"), "recommendation").toList();
        assertThat(all).hasSize(8);
        assertThat(count(
                        all.stream().flatMap(r -> items(r, "addressees")).toList(),
                        a -> text(a, "kind") + ' ' + or(text(a, "country"))))
                .isEqualTo(Map.of(
                        "government KG", 3L,
                        "government RU", 3L,
                        "government -", 1L,
                        "local-self-government KG", 1L));
        assertThat(all.stream().filter(r -> text(r, "text").contains("190"))).hasSize(1);
    }

    // ---- platform

    @Test
    void thePlatformInterviewed34WomenAndWroteToTwoCommittees() {
        RecordState campaign = campaign("Platform");
        Map<String, Long> interviews = count(in(campaign, "interview").toList(), i -> text(i, "category"));
        assertThat(interviews).containsEntry("migrant", 34L).containsKeys("family", "ngo", "crime-victim", "expert");
        List<RecordState> all = in(campaign, "recommendation").toList();
        assertThat(count(
                        all,
                        r -> String.join("+", new TreeSet<>(members(r, "mechanisms")))
                                + ' '
                                + or(text(items(r, "addressees").findFirst().orElseThrow(), "country"))))
                .isEqualTo(Map.of("cmw KG", 10L, "cescr KG", 5L, "cescr+cmw KZ", 10L, " -", 5L));
        assertThat(all.stream()
                        .flatMap(r -> items(r, "submissions"))
                        .map(s -> text(s, "mechanism") + ' ' + text(s, "date").substring(0, 4))
                        .distinct()
                        .sorted())
                .containsExactly("cescr 2015", "cmw 2015", "osce 2016", "osce 2017", "upr 2015");
    }

    // ---- the whole

    @Test
    void whatIsToBeReadInThreeLanguagesIs() {
        assertThat(of("recommendation")).hasSize(41 + 3 + 25 + 8 + 30).allSatisfy(r -> {
            List<String> languages = items(r, "translations")
                    .filter(t -> text(t, "field").equals("text"))
                    .map(t -> text(t, "language"))
                    .sorted()
                    .toList();
            assertThat(languages).containsExactly("ky", "ru");
        });
        assertThat(of("recommendation")
                        .flatMap(r -> items(r, "translations"))
                        .filter(t -> text(t, "language").equals("ky"))
                        .map(t -> text(t, "text"))
                        .collect(Collectors.joining()))
                .contains("ң", "ө", "ү");
        assertThat(of("interview").filter(i -> !text(i, "narrative").isEmpty())).hasSize(14 + 8);
    }

    @Test
    void noInterviewIsRealAndEachHasAConsent() {
        assertThat(of("interview"))
                .allMatch(SampleFiguresTest::isSynthetic)
                .allMatch(i ->
                        i.values().get("consent") instanceof Json.Obj consent && "yes".equals(consent.text("given")));
        assertThat(of("identity")).isEmpty();
    }

    // ---- counting

    private static Stream<RecordState> of(String type) {
        return STATES.values().stream().filter(s -> s.type().equals(type));
    }

    private static RecordState campaign(String inTitle) {
        List<RecordState> found =
                of("campaign").filter(c -> text(c, "title").contains(inTitle)).toList();
        assertThat(found).as(inTitle).hasSize(1);
        return found.get(0);
    }

    private static Stream<RecordState> in(RecordState campaign, String type) {
        return of(type).filter(r -> text(r, "campaign").equals(campaign.record()));
    }

    private static List<RecordState> meetings() {
        return in(campaign("Working meetings"), "recommendation").toList();
    }

    private static RecordState plan(String plan, long number) {
        return meetings().stream()
                .filter(r -> text(r, "plan").equals(plan) && number(r, "number") == number)
                .findFirst()
                .orElseThrow();
    }

    private static RecordState person(RecordState interview) {
        return Objects.requireNonNull(
                STATES.get(members(interview, "participants").get(0)));
    }

    /** The violations of an interview and all that they count under. */
    private static Set<String> codes(RecordState interview) {
        Set<String> codes = new TreeSet<>();
        items(interview, "violations").forEach(v -> {
            for (String code = text(v, "code"); code != null; code = SCHEMA.parentOf("violation", code)) {
                codes.add(code);
            }
        });
        return codes;
    }

    private static boolean isSynthetic(RecordState state) {
        return Json.TRUE.equals(state.values().get("synthetic"));
    }

    private static Stream<Json.Obj> items(RecordState state, String field) {
        return state.values().tailMap(field + '/').entrySet().stream()
                .takeWhile(e -> e.getKey().startsWith(field + '/'))
                .map(e -> (Json.Obj) e.getValue());
    }

    private static List<String> members(RecordState state, String field) {
        List<String> members = new ArrayList<>();
        state.values().tailMap(field + '/').keySet().stream()
                .takeWhile(p -> p.startsWith(field + '/'))
                .forEach(p -> members.add(p.substring(field.length() + 1)));
        return members;
    }

    private static <T> Map<String, Long> count(List<T> all, Function<T, String> by) {
        return all.stream().collect(groupingBy(by, counting()));
    }

    private static String or(String text) {
        return text.isEmpty() ? "-" : text;
    }

    private static String text(RecordState state, String field) {
        return state.values().get(field) instanceof Json.Text text ? text.value() : "";
    }

    private static String text(RecordState state, String group, String member) {
        return state.values().get(group) instanceof Json.Obj object ? text(object, member) : "";
    }

    private static String text(Json.Obj object, String member) {
        String text = object.text(member);
        return text == null ? "" : text;
    }

    private static long number(RecordState state, String field) {
        return state.values().get(field) instanceof Json.Int number ? number.value() : 0;
    }

    private static long number(Json.Obj object, String member) {
        Long number = object.integer(member);
        return number == null ? 0 : number;
    }

    private static Json timeline(String text, @Nullable String from, @Nullable String to) {
        Map<String, Json> timeline = new TreeMap<>(Map.of("text", Json.of(text)));
        if (from != null) {
            timeline.put("from", Json.of(from));
        }
        if (to != null) {
            timeline.put("to", Json.of(to));
        }
        return Json.object(timeline);
    }
}
