package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.report.States.COUNTED;
import static org.jailoo.report.States.item;

import java.time.LocalDate;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.record.RecordId;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** What each table counts, on records made by hand. */
class TablesTest {
    private static final Schema SCHEMA = Schema.standard();
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    private final States states = new States();

    private Table table(String key) {
        return table(key, Audience.TEAM);
    }

    private Table table(String key, Audience audience) {
        return Lines.table(
                Facts.of(states, SCHEMA, new Asked(audience, TODAY, Words.of("en")))
                        .tables(),
                key);
    }

    private static List<String> lines(Table table) {
        return Lines.of(table);
    }

    @Test
    void aHeadCountIsTheGridOrElseTheListNeverBoth() {
        String woman = states.add("participant", "{'sex':'female','birthYear':1990}");
        String man = states.add("participant", "{'sex':'male','ageBand':'65+'}");
        String listed = ",'participants/" + woman + "':true,'participants/" + man + "':true";
        states.add(
                "focusGroup",
                "{'place':{'settlement':'Tosor'}," + item("attendance") + "{'sex':'female','count':7}" + listed + "}");
        states.add("focusGroup", "{'date':'2023-07-04','place':{'settlement':'Barskoon'}" + listed + "}");
        states.add(
                "focusGroup",
                "{'place':{'settlement':'Naryn'}," + item("attendance") + "{'sex':'female','count':0}" + listed + "}");
        assertThat(lines(table("attendance-sex")))
                .containsExactly(
                        "Barskoon | 1 | 1 | 2", "Naryn | 1 | 1 | 2", "Tosor | 7 | 0 | 7", "Total | 9 | 2 | 11");
        assertThat(table("attendance-age").columns()).hasSize(5);
        assertThat(lines(table("attendance-age"))).contains("Barskoon | 1 | 1 | 0 | 2");
    }

    @Test
    void aVillageWrittenInThreeLanguagesIsOneVillage() {
        for (String name : List.of("Barskoon", "Барскоон", "барскоон")) {
            states.add(
                    "focusGroup",
                    "{'place':{'adm1':'KG02000000000','settlement':'" + name + "'}," + item("attendance")
                            + "{'sex':'female','count':2}}");
        }
        states.add(
                "focusGroup",
                "{'place':{'adm1':'KG02000000000','settlement':'Нигде'}," + item("attendance")
                        + "{'sex':'female','count':1}}");
        assertThat(lines(table("attendance-sex")))
                .containsExactly("Barskoon | 6 | 6", "Нигде | 1 | 1", "Total | 7 | 7");
    }

    @Test
    void whoHasTwoRolesIsOneHead() {
        String woman = states.add("participant", "{'roles/teacher':true,'roles/activist':true}");
        states.add("focusGroup", "{'place':{'settlement':'Tosor'},'participants/" + woman + "':true}");
        assertThat(lines(table("attendance-role"))).containsExactly("Tosor | 1 | 1 | 1", "Total | 1 | 1 | 1");
    }

    @Test
    void expertsAreDistinctPeopleAndNoParticipants() {
        String one = states.add("participant", "{'code':'E-1'}");
        String same = RecordId.random();
        states.add(same, "participant", "{'code':'E-1b','sameAs/" + one + "':true}");
        String other = states.add("participant", "{'code':'E-2'}");
        states.add("focusGroup", "{'code':'G-1','experts/" + one + "':true,'experts/" + other + "':true}");
        states.add("focusGroup", "{'code':'G-2','experts/" + same + "':true,'expertCount':4}");
        assertThat(lines(table("experts"))).containsExactly("G-1 | 2 | ·", "G-2 | 1 | 4", "Distinct people | 2 | ·");
        assertThat(lines(table("participants-sex")).get(1)).isEqualTo("Total | 2 | 2");
    }

    @Test
    void whoAreSaidNotToBeOnePersonAreTwo() {
        String one = states.add("participant", "{'code':'E-1'}");
        states.add("participant", "{'code':'E-2','sameAs/" + one + "':true,'notSameAs/" + one + "':true}");
        assertThat(lines(table("participants-sex")).get(1)).isEqualTo("Total | 2 | 2");
    }

    @Test
    void theBaseIsWhereItWasAskedOrNamedAndRefusalsStandApart() {
        interview("'asked/wage-delay':true," + item("violations") + "{'code':'wage-delay'}");
        interview("'asked/wage-delay':true");
        interview("'refusedToAnswer/wage-delay':true");
        interview(item("violations") + "{'code':'rape'}");
        assertThat(lines(table("violations")))
                .containsExactly(
                        "Wage violations | 1 | 2 | 50% | 0 | 2",
                        "  Wage delay | 1 | 2 | 50% | 1 | 1",
                        "Sexual violence | 1 | 1 | 100% | 0 | 3",
                        "  Rape | 1 | 1 | 100% | 0 | 3");
    }

    @Test
    void aBroaderCodeCountsAnInterviewOnce() {
        interview(item("violations") + "{'code':'gang-rape'}," + item("violations") + "{'code':'rape'},"
                + item("violations") + "{'code':'sexual-violence'}," + item("violations") + "{'code':'gang-rape'}");
        assertThat(lines(table("violations")))
                .containsExactly(
                        "Sexual violence | 1 | 1 | 100% | 0 | 0",
                        "  Rape | 1 | 1 | 100% | 0 | 0", "    Gang rape | 1 | 1 | 100% | 0 | 0");
    }

    @Test
    void ofThoseWithAViolationTheAfraidAreCountedOnce() {
        String violation = item("violations") + "{'code':'threats'}";
        interview(violation + ",'helpBarriers/did-not-know-where':true,'helpBarriers/afraid-of-job-loss':true");
        interview(item("violations") + "{'code':'threats'},'helpBarriers/shame':true");
        interview("'helpBarriers/afraid-of-reprisal':true");
        assertThat(lines(table("help-barriers")))
                .contains("Did not know where to turn, or was afraid | 1 | 50%", "Total | 2 | ·");
    }

    @Test
    void onlyWhatMayBeCountedCountsAndTheRestIsNamedByReason() {
        interview("'category':'migrant'");
        for (String consent : List.of(
                "{'given':'declined'}",
                "{'given':'yes','purposes':['keep']}",
                "{'given':'yes','withdrawn':'2023-01','purposes':['statistics']}",
                "{'given':'yes','withdrawn':'2023-02','purposes':['statistics']}")) {
            states.add("interview", "{'category':'migrant','consent':" + consent + "}");
        }
        assertThat(lines(table("interviews-category"))).containsExactly("Migrant | 1 | 100%", "Total | 1 | ·");
        assertThat(lines(table("left-out")))
                .containsExactly(
                        "Interviews | consent does not grant statistics | 1",
                        "Interviews | consent declined | 1",
                        "Interviews | consent withdrawn | 2");
    }

    @Test
    void whatIsDeletedIsInNoTableButThatOfRecords() {
        states.add("recommendation", "{'text':'A','plan':'1','deleted':true}");
        states.add("recommendation", "{'text':'B','plan':'1','synthetic':true}");
        assertThat(table("plan").rows()).hasSize(1);
        assertThat(lines(table("records"))).contains("Recommendations | 2 | 1 | 0 | 0 | 0 | 1 | 1");
    }

    @Test
    void equalRowsOfAPlanAreTwo() {
        states.add("recommendation", "{'text':'Explain','plan':'1','number':3}");
        states.add("recommendation", "{'text':'Explain','plan':'1','number':2}");
        assertThat(lines(table("plan")))
                .containsExactly("2 | Explain | · | · | · | · | · | · | ·", "3 | Explain | · | · | · | · | · | · | ·");
    }

    @Test
    void aContradictionShowsEveryValueWhereverItStands() {
        String record = RecordId.random();
        states.add(
                record,
                "recommendation",
                "{'text':'Hearings','plan':'2','number':5,'timeline':{'text':'in autumn','from':'2023-10'}}",
                "{'timeline':{'text':'later','from':'2023-11-02'}}");
        Table plan = table("plan");
        assertThat(plan.rows().get(0).sort()).isEqualTo(Table.Sort.CONTRADICTED);
        assertThat(lines(plan).get(0)).contains("in autumn").contains("later").contains("October 2023");
        assertThat(lines(table("contradictions")).get(0))
                .startsWith("Recommendation | Hearings | Timeline |")
                .contains("As said: in autumn")
                .contains("As said: later");
    }

    @Test
    void contradictionsOfPersonsAreANumberToOthers() {
        states.add(RecordId.random(), "participant", "{'code':'B-1','occupation':'cook'}", "{'occupation':'baker'}");
        assertThat(lines(table("contradictions", Audience.PUBLIC)).toString())
                .contains("not shown, to protect people")
                .doesNotContain("cook")
                .doesNotContain("B-1");
        assertThat(lines(table("contradictions", Audience.TEAM)).toString())
                .contains("B-1")
                .contains("baker");
    }

    @Test
    void whatAddressesSeveralStatesIsRegional() {
        states.add("recommendation", "{'kind':'demand'," + addressee("KZ") + "}");
        states.add("recommendation", "{'kind':'demand'," + addressee("KZ") + "," + addressee("KG") + "}");
        states.add("recommendation", "{'kind':'demand'}");
        assertThat(lines(table("recommendations-state")))
                .containsExactly("Kazakhstan | 1 | 1", "Regional: several States or none | 2 | 2", "Total | 3 | 3");
    }

    private static String addressee(String country) {
        return item("addressees") + "{'country':'" + country + "','kind':'government'}";
    }

    @Test
    void aQuotaIsReachedByAgeSexAndRegion() {
        String campaign = states.add(
                "campaign",
                "{'title':'Survey'," + item("quotas")
                        + "{'label':'a','sex':'female','ageFrom':18,'ageTo':34,'adm1':'KG02000000000','target':2}}");
        for (String person : List.of(
                "{'sex':'female','birthYear':1990,'place':{'adm1':'KG02000000000'}}",
                "{'sex':'male','birthYear':1990,'place':{'adm1':'KG02000000000'}}",
                "{'sex':'female','birthYear':1950,'place':{'adm1':'KG02000000000'}}",
                "{'sex':'female','ageBand':'18-24','place':{'adm1':'KG03000000000'}}")) {
            String id = states.add("participant", person);
            interview("'date':'2019-05-03','campaign':'" + campaign + "','participants/" + id + "':true");
        }
        assertThat(lines(table("quotas")))
                .containsExactly(
                        "a | Issyk-Kul region | Female | 18–34 | 2 | 1 | 50%",
                        "Total | · | · | · | 2 | 1 | 50%", "Interviews outside every quota | · | · | · | · | 3 | ·");
    }

    @Test
    void whoeverIsInterviewedTwiceFillsAQuotaOnce() {
        String campaign = states.add(
                "campaign", "{'title':'Survey'," + item("quotas") + "{'label':'a','sex':'female','target':4}}");
        String one = states.add("participant", "{'sex':'female'}");
        String same = states.add("participant", "{'sex':'female','sameAs/" + one + "':true}");
        String other = states.add("participant", "{'sex':'female'}");
        for (String id : List.of(one, one, same, other)) {
            interview("'campaign':'" + campaign + "','participants/" + id + "':true");
        }
        assertThat(lines(table("quotas"))).first().isEqualTo("a | · | Female | · | 4 | 2 | 50%");
    }

    @Test
    void aChainOfWhichTwoAreSaidToBeTwoCountsAsManyAsThereAreRecords() {
        String one = states.add("participant", "{'code':'E-1'}");
        String two = states.add("participant", "{'code':'E-2','sameAs/" + one + "':true}");
        states.add("participant", "{'code':'E-3','sameAs/" + two + "':true}");
        assertThat(lines(table("participants-sex")).get(1)).isEqualTo("Total | 1 | 1");
        states.add("participant", "{'code':'E-4','sameAs/" + two + "':true,'notSameAs/" + one + "':true}");
        assertThat(lines(table("participants-sex")).get(1)).isEqualTo("Total | 4 | 4");
    }

    private void interview(String body) {
        states.add("interview", "{" + COUNTED + "," + body + "}");
    }
}
