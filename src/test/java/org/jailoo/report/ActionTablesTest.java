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

/** The register of recommendations, what is overdue and due, and quotations, on records made by hand. */
class ActionTablesTest {
    private static final Schema SCHEMA = Schema.standard();

    private final States states = new States();

    private List<Table> tables(String day, Audience audience) {
        return Facts.of(states, SCHEMA, new Asked(audience, LocalDate.parse(day), Words.of("en")))
                .tables();
    }

    private List<String> lines(String key, String day) {
        return Lines.of(Lines.table(tables(day, Audience.PUBLIC), key));
    }

    /** The actions of a table, or nothing where it is not there. */
    private List<String> actions(String key, String day) {
        return tables(day, Audience.PUBLIC).stream()
                .filter(t -> t.key().startsWith(key + "/"))
                .flatMap(t -> Lines.of(t).stream())
                .map(line -> line.split(" \\| ", -1)[1])
                .toList();
    }

    private void action(String text, String timeline, String more) {
        states.add("recommendation", "{'text':'" + text + "','timeline':{" + timeline + "}" + more + "}");
    }

    @Test
    void aPartialDateMeansItsLastDayAndThatDayIsInTime() {
        action("month", "'to':'2023-09'", "");
        action("year", "'to':'2023'", "");
        action("day", "'to':'2023-09-29'", "");
        assertThat(actions("overdue", "2023-09-29")).isEmpty();
        assertThat(actions("due", "2023-09-29")).containsExactly("day", "month");
        assertThat(actions("overdue", "2023-09-30")).containsExactly("day");
        assertThat(actions("overdue", "2023-10-01")).containsExactly("day", "month");
        assertThat(actions("due", "2023-10-01")).containsExactly("year");
        assertThat(actions("overdue", "2023-12-31")).containsExactly("day", "month");
        assertThat(actions("overdue", "2024-01-01")).containsExactly("day", "month", "year");
    }

    @Test
    void whatIsDoneOrDroppedIsNotOverdueAndWhatIsStalledIs() {
        action("done", "'to':'2023-01'", ",'status':'done'");
        action("dropped", "'to':'2023-01'", ",'status':'dropped'");
        action("stalled", "'to':'2023-01'", ",'status':'stalled'");
        assertThat(actions("overdue", "2023-07-10")).containsExactly("stalled");
    }

    @Test
    void whatComesAgainIsDueInEachOfItsPeriodsWithinItsInterval() {
        action("quarterly", "'every':'quarterly'", "");
        action("yearly", "'every':'yearly'", "");
        action("ended", "'every':'quarterly','to':'2023-03'", "");
        action("undated", "'text':'soon'", "");
        assertThat(actions("due", "2023-08-01")).containsExactly("quarterly");
        assertThat(actions("due", "2023-11-01")).containsExactlyInAnyOrder("quarterly", "yearly");
        assertThat(actions("overdue", "2023-08-01")).containsExactly("ended");
        assertThat(Lines.notes(Lines.table(tables("2023-08-01", Audience.PUBLIC), "due")))
                .contains("Open actions without a date: 1");
    }

    @Test
    void ofTwoIntervalsThatNobodySettledTheOneThatEndsFirstIsOverdue() {
        states.add(
                RecordId.random(),
                "recommendation",
                "{'text':'Hearings','timeline':{'to':'2023-10'}}",
                "{'timeline':{'to':'2023-11'}}");
        Table overdue = Lines.table(tables("2023-11-15", Audience.PUBLIC), "overdue");
        assertThat(overdue.rows())
                .hasSize(1)
                .first()
                .extracting(Table.Row::sort)
                .isEqualTo(Table.Sort.CONTRADICTED);
        assertThat(Lines.of(overdue).get(0)).contains("2023-10-31");
    }

    @Test
    void theRegisterTellsWhatBecameOfEachUnderEveryAddressee() {
        String addressees = item("addressees") + "{'country':'KG','kind':'government'}," + item("addressees")
                + "{'country':'KG','kind':'parliament'}";
        states.add(
                "recommendation",
                "{'text':'Ratify','plan':'1','number':2,'mechanisms/cmw':true,'response':'noted','assessment':'C',"
                        + addressees + ","
                        + item("submissions")
                        + "{'mechanism':'cmw','date':'2023-05','uptake':'adopted','paragraph':'17 (b)'},"
                        + item("progress") + "{'quarter':'2023-Q1','status':'planned','text':'early'},"
                        + item("progress") + "{'quarter':'2023-Q2','status':'in-progress','text':'a draft'}}");
        states.add("recommendation", "{'text':'To nobody'}");
        List<String> register = lines("register", "2023-07-10");
        String row = " | 1, № 2 | Ratify | CMW – Committee on Migrant Workers | Noted | · | C – not satisfactory |"
                + " May 2023 · CMW – Committee on Migrant Workers · Adopted · para. 17 (b) | Q2 2023 ·"
                + " In progress · a draft";
        assertThat(register)
                .containsExactly(
                        "Kyrgyzstan · Government" + row,
                        "Kyrgyzstan · Parliament" + row,
                        "Not stated | · | To nobody | · | · | · | · | · | ·");
        Table byMechanism = Lines.table(tables("2023-07-10", Audience.PUBLIC), "register-mechanism");
        assertThat(Lines.of(byMechanism))
                .hasSize(1)
                .first()
                .asString()
                .startsWith("CMW – Committee on Migrant Workers | Kyrgyzstan");
        assertThat(Lines.notes(byMechanism)).contains("Not stated (Mechanisms): 1", "Not stated (Status): 1");
        assertThat(lines("recommendations-response", "2023-07-10"))
                .containsExactly("Noted | 1 | 50%", "Not stated | 1 | 50%", "Total | 2 | ·");
        assertThat(lines("uptake", "2023-07-10")).containsExactly("Adopted | 1 | 100%", "Total | 1 | ·");
    }

    @Test
    void aQuotationIsForTheTeamAndWithoutWhoeverSaidIt() {
        String consent = "'consent':{'given':'yes','purposes':['keep','quote-anonymously']}";
        String quote = item("violations") + "{'code':'threats','quote':'They shouted','quoteTranslation':'Кыйкырышты'}";
        states.add("interview", "{'code':'I-77','category':'migrant'," + consent + "," + quote + "}");
        states.add("interview", "{'code':'I-78','category':'migrant'," + COUNTED + "," + quote + "}");
        Table quotations = Lines.table(tables("2023-07-10", Audience.TEAM), "quotations-violation");
        assertThat(Lines.of(quotations)).containsExactly("Threats | They shouted | Кыйкырышты | Migrant");
        assertThat(Lines.notes(quotations))
                .contains("Left out: quotations of the whole notebook whose speakers did not agree to be quoted: 1");
        for (Audience audience : List.of(Audience.PARTNERS, Audience.PUBLIC)) {
            assertThat(tables("2023-07-10", audience).toString()).doesNotContain("They shouted", "Кыйкырышты", "I-77");
        }
    }

    @Test
    void quotationsOfAMeetingStandByThemeIfTheirSpeakerSaidYes() {
        states.add(
                "focusGroup",
                "{" + COUNTED + ","
                        + item("quotes") + "{'text':'Water','theme':'water-food','role':'teacher','consent':'yes'},"
                        + item("quotes") + "{'text':'Secret','theme':'health','role':'teacher','consent':'no'},"
                        + item("quotes") + "{'text':'Land','role':'worker','consent':'yes'}}");
        assertThat(Lines.of(Lines.table(tables("2023-07-10", Audience.TEAM), "quotations")))
                .containsExactly("Water and food | Water | · | Teacher", "Not stated | Land | · | Worker");
    }

    @Test
    void ofTooManyQuotationsTheRestIsANumber() {
        for (int i = 0; i < 51; i++) {
            StringBuilder quotes = new StringBuilder("{" + COUNTED);
            for (int j = 0; j < 10; j++) {
                quotes.append(',').append(item("quotes")).append("{'text':'q','consent':'yes'}");
            }
            states.add("focusGroup", quotes.append('}').toString());
        }
        Table quotations = Lines.table(tables("2023-07-10", Audience.TEAM), "quotations");
        assertThat(quotations.rows()).hasSize(500);
        assertThat(Lines.notes(quotations)).contains("Further quotations that do not fit this table: 10");
    }
}
