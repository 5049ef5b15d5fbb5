package org.jailoo.ui.interview;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Objects;
import org.jailoo.app.OpenRecord.Opened;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.ui.form.Forms;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.interview.ConsentModel.Read;
import org.jailoo.ui.interview.ConsentModel.Step;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What consent opens, and by which ways something could get past it. */
class ConsentModelTest {
    private static final List<String> CLOSED = List.of(
            "participants",
            "category",
            "minutes",
            "setting",
            "mode",
            "interpreter",
            "othersPresent",
            "risk",
            "protection",
            "summary",
            "narrative",
            "publicText",
            "translations",
            "asked",
            "refusedToAnswer",
            "violations",
            "helpSought",
            "helpBarriers",
            "referrals",
            "feedbackPromised",
            "feedbackGiven",
            "attachments",
            "notes");
    private static final String NARRATIVE = "Айлыгымды үч ай бербей жүрүштү";

    private static RecordForm anew() {
        return new RecordForm(
                Forms.SCHEMA, new Opened(new SaveRecord.Form(Forms.RECORD, "interview", List.of()), null, false));
    }

    private static ConsentModel on(RecordForm form) {
        ConsentModel model = new ConsentModel(form);
        form.turns().addListener((p, before, now) -> model.look());
        return model;
    }

    private static void agree(ConsentModel model) {
        model.answer("yes", new Read("ky", "2"));
        model.part("purposes").toggle("keep", true);
    }

    private static void assertClosed(ConsentModel model) {
        CLOSED.forEach(name -> assertThat(model.shown(name).get()).as(name).isFalse());
    }

    @Test
    void everyFieldIsEitherAskedFirstOrClosedUntilTheAnswer() {
        ConsentModel model = on(anew());
        assertThat(model.step().get()).isEqualTo(Step.UNANSWERED);
        Objects.requireNonNull(Forms.SCHEMA.type("interview"))
                .fields()
                .keySet()
                .forEach(name -> assertThat(model.shown(name).get())
                        .as(name)
                        .isEqualTo(List.of("campaign", "language", "consent").contains(name)));
    }

    @Test
    void agreeingToKeepOpensEverythingAndLeavesPurposesToBeAsked() {
        RecordForm form = anew();
        ConsentModel model = on(form);
        model.answer("yes", new Read("ky", "2"));
        assertThat(model.step().get()).isEqualTo(Step.NOTHING_KEPT);
        assertClosed(model);
        assertThat(model.part("purposes").codes()).isEmpty();
        assertThat(model.part("date").value().get()).as("never by default").isNull();
        model.part("purposes").toggle("statistics", true);
        assertClosed(model);
        model.part("purposes").toggle("keep", true);
        assertThat(model.step().get()).isEqualTo(Step.OPEN);
        CLOSED.forEach(name -> assertThat(model.shown(name).get()).as(name).isTrue());
        assertThat(Forms.body(form))
                .isEqualTo("{'consent':{'given':'yes','language':'ky','purposes':['statistics','keep'],"
                        + "'scriptVersion':'2'}}");
        model.answer(null, null);
        assertClosed(model);
    }

    @ParameterizedTest
    @ValueSource(strings = {"pending", "withdrawn", "declined", "a-code-of-a-newer-version"})
    void everyOtherAnswerOpensNothing(String answer) {
        ConsentModel model = on(anew());
        model.answer(answer, null);
        assertClosed(model);
    }

    @Test
    void decliningEmptiesEverythingElseAndLeavesTheRefusal() {
        RecordForm form = anew();
        ConsentModel model = on(form);
        Forms.entry(form, "campaign").set(Json.of("0a3f2b1c-2222-4222-8333-444455556666"));
        Forms.entry(form, "language").set(Json.of("ky"));
        Forms.entry(form, "code").type("A7-0012");
        Forms.entry(form, "date").type("04.07.2023");
        Forms.entry(form, "interviewer").type("office");
        agree(model);
        model.part("expires").type("2027");
        Forms.entry(form, "narrative").type(NARRATIVE);
        Forms.entry(form, "place.settlement").type("Барскоон");
        form.set(Forms.field(form, "participants")).toggle("0a3f2b1c-3333-4222-8333-444455556666", true);
        form.set(Forms.field(form, "asked")).toggle("wage-delay", true);
        String item = form.items(Forms.field(form, "violations")).add();
        Forms.entry(form, "violations", item, "code").set(Json.of("wage-delay"));
        assertThat(model.lost()).containsExactly("asked", "narrative", "participants", "violations");
        model.decline(new Read("ky", "2"));
        assertThat(Forms.body(form))
                .isEqualTo("{'campaign':'0a3f2b1c-2222-4222-8333-444455556666','code':'A7-0012',"
                        + "'consent':{'given':'declined','language':'ky','scriptVersion':'2'},"
                        + "'date':'2023-07-04','place':{'settlement':'Барскоон'}}");
        assertThat(form.problems()).isZero();
        assertClosed(model);
        for (String name : List.of("campaign", "code", "date", "place")) {
            assertThat(model.shown(name).get()).as(name).isTrue();
        }
        assertThat(Forms.entry(form, "narrative").typed().get()).isEmpty();
    }

    @Test
    void aSaidNoOnASavedRecordTakesOutWhatItHeld() {
        RecordForm form = Forms.on(
                "interview",
                "{'narrative':'x','code':'A7','consent':{'given':'pending','purposes':['keep']},'helpBarriers/shame':true}");
        ConsentModel model = on(form);
        model.decline(null);
        assertThat(Forms.body(form))
                .isEqualTo("{'consent':{'given':'declined'},'helpBarriers/shame':null,'narrative':null}");
    }

    @ParameterizedTest
    @CsvSource({"pending", "declined", "withdrawn"})
    void whatCameInByAnotherWayIsShownToBeReadAndHoldsTheSaveBack(String answer) {
        RecordForm form = anew();
        ConsentModel model = on(form);
        model.answer(answer, null);
        // As a draft, or an older version that is brought back, writes it: past every control.
        form.write(Place.at("narrative"), Json.of(NARRATIVE));
        form.write(Place.at("helpBarriers/shame"), Json.TRUE);
        assertThat(model.behind().get()).isTrue();
        assertThat(form.problems()).isEqualTo(1);
        assertThat(Objects.requireNonNull(form.firstProblem()).place().key()).isEqualTo("consent.given");
        assertThat(model.shown("narrative").get()).isTrue();
        assertThat(model.locked("narrative").get()).isTrue();
        model.takeOut();
        assertThat(form.problems()).isZero();
        assertThat(Forms.body(form)).isEqualTo("{'consent':{'given':'" + answer + "'}}");
        assertClosed(model);
    }

    @Test
    void aDraftThatStandsInTheFormBeforeTheModelIsCaughtToo() {
        RecordForm form = anew();
        form.write(Place.at("narrative"), Json.of(NARRATIVE));
        ConsentModel model = on(form);
        assertThat(form.problems()).isEqualTo(1);
        agree(model);
        assertThat(form.problems()).isZero();
        assertThat(model.locked("narrative").get()).isFalse();
        model.part("purposes").toggle("keep", false);
        assertThat(form.problems()).isEqualTo(1);
        assertThat(model.locked("narrative").get()).isTrue();
        assertThat(form.value(Place.at("narrative"))).isEqualTo(Json.of(NARRATIVE));
    }

    @Test
    void whatIsOnTheDiskWithoutConsentIsShownAndNeverHiddenOrHeldBack() {
        RecordForm form = Forms.on("interview", "{'narrative':'x','code':'A7-0001','asked/wage-delay':true}");
        ConsentModel model = on(form);
        assertThat(model.stored().get()).isTrue();
        assertThat(form.problems()).isZero();
        for (String name : List.of("narrative", "code", "asked")) {
            assertThat(model.shown(name).get()).as(name).isTrue();
            assertThat(model.locked(name).get()).as(name).isTrue();
        }
        assertThat(model.shown("summary").get()).isFalse();
        agree(model);
        assertThat(model.stored().get()).isFalse();
        assertThat(model.locked("narrative").get()).isFalse();
    }

    @Test
    void contradictingAnswersOpenNothingUntilOneIsKept() {
        RecordForm form = Forms.inConflict(
                "interview",
                "{'consent':{'given':'yes','purposes':['keep']},'narrative':'x'}",
                "consent",
                "{'given':'yes','purposes':['keep']}",
                "{'given':'withdrawn'}");
        ConsentModel model = on(form);
        assertThat(model.step().get()).isEqualTo(Step.CONTRADICTED);
        assertThat(model.locked("narrative").get()).isTrue();
        form.settle("consent", Forms.json("{'given':'yes','purposes':['keep']}"));
        assertThat(model.step().get()).isEqualTo(Step.OPEN);
    }

    @Test
    void aWithdrawalDayClosesWhateverWasAnswered() {
        RecordForm form = anew();
        ConsentModel model = on(form);
        agree(model);
        model.part("withdrawn").type("2024");
        assertThat(model.step().get()).isEqualTo(Step.WITHDRAWN);
        assertClosed(model);
    }

    @Test
    void aMeetingOfManyIsNotClosed() {
        RecordForm form = Forms.on("focusGroup", "{'title':'x'}");
        ConsentModel model = on(form);
        model.answer("declined", null);
        Forms.entry(form, "findings").type("x");
        assertThat(form.problems()).isZero();
        assertThat(model.shown("findings").get()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(
            nullValues = "-",
            value = {
                "2006, -, 2023-07-04, UNDER_18",
                "2005, -, 2023-07-04, UNKNOWN",
                "2004, -, 2023-07-04, OF_AGE",
                "2006, -, 2023, UNDER_18",
                "2005, -, 2024, OF_AGE",
                "2005, 25-34, 2023, OF_AGE",
                "-, 0-17, -, UNDER_18",
                "-, unknown, 2023, UNKNOWN",
                "-, 65+, -, OF_AGE",
                "1990, -, -, UNKNOWN",
                "-, -, -, UNKNOWN"
            })
    void ageIsOnlyWhatTheYearsSay(Long year, String band, String date, Age age) {
        assertThat(Age.of(year, band, date)).isEqualTo(age);
    }
}
