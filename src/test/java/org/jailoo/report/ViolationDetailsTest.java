package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.report.States.COUNTED;
import static org.jailoo.report.States.item;

import java.time.LocalDate;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** Violations by sector, country and perpetrator, signs of forced labour, and destinations, on records made by hand. */
class ViolationDetailsTest {
    private static final Schema SCHEMA = Schema.standard();
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);
    private static final Asked ASKED = new Asked(Audience.TEAM, TODAY, Words.of("en"));

    private final States states = new States();

    private List<Table> tables() {
        List<Table> tables = Facts.of(states, SCHEMA, ASKED).tables();
        assertThat(Relations.check(tables)).isPositive();
        RecordsBehindTest.check(states, ASKED);
        return tables;
    }

    private List<String> lines(String key) {
        return Lines.of(Lines.table(tables(), key));
    }

    private String interview(String body) {
        return states.add("interview", "{" + COUNTED + "," + body + "}");
    }

    private static String violation(String code, String more) {
        return item("violations") + "{'code':'" + code + "'" + more + "}";
    }

    @Test
    void actsAreCountedEachAndATestimonyOnce() {
        interview(violation("rape", ",'sector':'T97'") + "," + violation("rape", ",'sector':'T97'") + ","
                + violation("gang-rape", ",'sector':'N81'"));
        interview(violation("wage-delay", ",'sector':'N81'"));
        assertThat(lines("violations-by-sector"))
                .containsExactly(
                        "Wage violations | 1 | 0 | 1",
                        "  Wage delay | 1 | 0 | 1",
                        "Sexual violence | 1 | 1 | 1",
                        "  Rape | 1 | 1 | 1",
                        "    Gang rape | 1 | 0 | 1",
                        "Total | 2 | 1 | 2");
        assertThat(lines("acts-by-sector"))
                .containsExactly(
                        "Wage violations | 1 | 0 | 1",
                        "  Wage delay | 1 | 0 | 1",
                        "Sexual violence | 1 | 2 | 3",
                        "  Rape | 1 | 2 | 3",
                        "    Gang rape | 1 | 0 | 1",
                        "Total | 2 | 2 | 4");
    }

    @Test
    void whatSomebodyStatedOnceOfAViolationIsNotUnstated() {
        interview(violation("threats", ",'perpetrator':'police'") + "," + violation("threats", ""));
        interview(violation("threats", "") + "," + violation("isolation", ",'perpetrator':'employer'"));
        assertThat(lines("violations-by-perpetrator"))
                .containsExactly(
                        "Coercion and exploitation | 1 | 1 | 0 | 2",
                        "  Isolation | 1 | 0 | 0 | 1",
                        "  Threats | 0 | 1 | 1 | 2",
                        "Total | 1 | 1 | 0 | 2");
        Table acts = Lines.table(tables(), "acts-by-perpetrator");
        assertThat(Lines.of(acts)).last().isEqualTo("Total | 1 | 1 | 2 | 4");
        assertThat(Lines.notes(acts))
                .contains("Not stated (Perpetrator): 2")
                .first()
                .asString()
                .startsWith("Counts: acts");
    }

    @Test
    void anActWithoutACodeThatIsKnownStandsApart() {
        interview(violation("of-the-future", ",'country':'RU'") + "," + violation("threats", ",'country':'KZ'"));
        assertThat(lines("acts-by-country"))
                .containsExactly(
                        "Coercion and exploitation | 0 | 1 | 1",
                        "  Threats | 0 | 1 | 1",
                        "Not stated | 1 | 0 | 1",
                        "Total | 1 | 1 | 2");
    }

    @Test
    void anIndicatorCountsATestimonyOnceAndNoneIsSaid() {
        interview(violation("threats", ",'indicators':['violence','deception']") + ","
                + violation("isolation", ",'indicators':['violence']"));
        interview(violation("threats", ",'indicators':['violence']"));
        interview(violation("threats", ""));
        interview("'category':'migrant'");
        assertThat(lines("indicators"))
                .containsExactly(
                        "Deception | 1 | 33%",
                        "Physical and sexual violence | 2 | 67%", "None marked | 1 | 33%", "Total | 3 | ·");
        assertThat(lines("indicators-shown"))
                .containsExactly("0 | 1 | 33%", "1 | 1 | 33%", "2 | 1 | 33%", "Total | 3 | ·");
    }

    @Test
    void noSignMarkedAnywhereIsNoTableOfNoughts() {
        interview(violation("threats", ""));
        assertThat(tables()).extracting(Table::key).noneMatch(key -> key.startsWith("indicators"));
    }

    @Test
    void refusedAndNotAskedAreNoNoughtsAndAddUp() {
        interview("'asked/threats':true,'refusedToAnswer/threats':true");
        interview("'refusedToAnswer/threats':true");
        interview("'asked/threats':true");
        interview("'category':'migrant'");
        // Who was asked and refused stands in the base, and with those who refused.
        assertThat(lines("violations")).contains("  Threats | 0 | 2 | 0% | 2 | 1");
    }

    @Test
    void whatConsentLeavesOutIsSaidWithItsNumber() {
        interview("'category':'migrant'");
        states.add("interview", "{'category':'migrant','consent':{'given':'declined'}}");
        states.add("interview", "{'category':'migrant'}");
        assertThat(Lines.notes(Lines.table(tables(), "interviews-category")))
                .contains(
                        "Left out: interviews of the whole notebook whose consent does not allow counting: 2",
                        "Not stated (Interviewee): 0");
    }

    @Test
    void aPersonIsOneWhereverSheWentAndHoweverOften() {
        String journeys = item("journeys") + "{'country':'RU','city':'Moscow','sector':'N81'},";
        String one = states.add(
                "participant",
                "{" + journeys + item("journeys") + "{'country':'RU','city':'Moscow','sector':'N81','from':'2019'}}");
        states.add(
                "participant",
                "{'sameAs/" + one + "':true," + item("journeys") + "{'country':'KZ','city':'Almaty','sector':'T97'},"
                        + item("journeys") + "{'country':'RU','city':'Omsk'}}");
        states.add("participant", "{" + item("journeys") + "{'country':'RU'}}");
        states.add("participant", "{'sex':'female'}");
        // The one who has two records is one in each place, and one of two in all.
        assertThat(lines("destinations-sector"))
                .containsExactly("Russia | 1 | 0 | 2 | 2", "Kazakhstan | 0 | 1 | 0 | 1", "Total | 1 | 1 | 2 | 2");
        Table cities = Lines.table(tables(), "destinations-city");
        assertThat(Lines.of(cities))
                .containsExactly(
                        "Almaty (Kazakhstan) | 1 | 50%",
                        "Moscow (Russia) | 1 | 50%",
                        "Omsk (Russia) | 1 | 50%",
                        "Not stated | 1 | 50%",
                        "Total | 2 | ·");
        assertThat(Lines.notes(cities))
                .contains("People without a journey in their record: 1", "Not stated (City or town): 1");
    }

    @Test
    void whoFillsTwoQuotasIsReachedForEachAndLeadsToOneRecord() {
        String campaign = states.add(
                "campaign",
                "{'title':'Survey'," + item("quotas") + "{'label':'women','sex':'female','target':4}," + item("quotas")
                        + "{'label':'all','target':9}}");
        String one = states.add("participant", "{'sex':'female'}");
        String same = states.add("participant", "{'sex':'female','sameAs/" + one + "':true}");
        String man = states.add("participant", "{'sex':'male'}");
        for (String id : List.of(one, same, man)) {
            interview("'campaign':'" + campaign + "','participants/" + id + "':true");
        }
        Table quotas = Lines.table(tables(), "quotas");
        assertThat(Lines.of(quotas))
                .containsExactly(
                        "women | · | Female | · | 4 | 1 | 25%",
                        "all | · | · | · | 9 | 2 | 22%",
                        "Total | · | · | · | 13 | 3 | 23%",
                        "Interviews outside every quota | · | · | · | · | 0 | ·");
        Cell.Count women = (Cell.Count) quotas.rows().get(0).cells().get(5);
        assertThat(Facts.behind(states, SCHEMA, ASKED, women.quantity())).hasSize(1);
        assertThat(quotas.relations())
                .anyMatch(r -> r.kind() == Relation.Kind.WITHIN && r.parts().contains(women.quantity()));
    }

    @Test
    void combinationsAddUpToTheMarginsAlsoOfWhoHasTwoRoles() {
        String woman = states.add(
                "participant", "{'sex':'female','ageBand':'25-34','roles/teacher':true,'roles/activist':true}");
        String man = states.add("participant", "{'sex':'male','roles/teacher':true}");
        states.add(
                "focusGroup",
                "{'place':{'settlement':'Tosor'},'participants/" + woman + "':true,'participants/" + man + "':true}");
        states.add(
                "focusGroup",
                "{'place':{'settlement':'Tosor'}," + item("attendance") + "{'sex':'male','role':'teacher','count':2}}");
        states.add(
                "focusGroup",
                "{'place':{'settlement':'Barskoon'}," + item("attendance")
                        + "{'sex':'male','role':'teacher','count':5}}");
        Table all = Lines.table(tables(), "attendance-all");
        assertThat(Lines.of(all))
                .containsExactly(
                        "Barskoon | Male | Teacher | Not stated | 5",
                        "Tosor | Female | Activist, Teacher | 25–34 years | 1",
                        "Tosor | Male | Teacher | Not stated | 3",
                        "Total | · | · | · | 9");
        assertThat(Lines.notes(all)).contains("Not stated (Age group): 8");
        assertThat(Facts.of(states, SCHEMA, new Asked(Audience.PARTNERS, TODAY, Words.of("en")))
                        .tables())
                .extracting(Table::key)
                .noneMatch(key -> key.startsWith("attendance-all") || key.equals("participants-all"))
                .anyMatch(key -> key.startsWith("attendance-sex"));
    }
}
