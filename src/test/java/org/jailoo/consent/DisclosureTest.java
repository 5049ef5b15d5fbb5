package org.jailoo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.Derivation;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.jailoo.record.RecordId;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class DisclosureTest {
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    private final Disclosure disclosure = new Disclosure(Schema.standard());
    private final String record = RecordId.random();
    private final List<Held> held = new ArrayList<>();

    /** Adds an edit of the record; returns its id. */
    private String edit(String type, List<String> parents, Json.Obj body, boolean withBody) {
        Header header = Header.edit(
                record, type, parents, new Writer("a".repeat(32), "b".repeat(32)), held.size() + 1, "c".repeat(64));
        held.add(new Held(header, withBody ? body : null));
        return header.id();
    }

    private static Json.Obj body(String json) throws Exception {
        return (Json.Obj) JsonReader.parse(json.replace('\'', '"').getBytes(StandardCharsets.UTF_8), 8);
    }

    private RecordState state(boolean purged) {
        return Derivation.derive(held, purged).orElseThrow();
    }

    private static Answer answer(
            Disclosure disclosure, RecordState state, String field, @Nullable String member, Audience audience) {
        return disclosure.answer(new Question(state, new Part.Value(field, member), Use.KEEP, audience, TODAY, false));
    }

    private Answer narrativeTo(Audience audience) {
        return answer(disclosure, state(false), "narrative", null, audience);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'given':'yes','purposes':['keep']}                              | YES",
                "{'given':'yes','purposes':['keep'],'expires':'2023-07-10'}       | YES",
                "{'given':'yes','purposes':['keep'],'expires':'2023-07'}          | YES",
                "{'given':'yes','purposes':['keep'],'expires':'2023'}             | YES",
                "{'given':'yes','purposes':['keep'],'expires':'2023-07-09'}       | CONSENT_EXPIRED",
                "{'given':'yes','purposes':['keep'],'expires':'2023-06'}          | CONSENT_EXPIRED",
                "{'given':'yes','purposes':['keep'],'expires':'soon'}             | CONSENT_EXPIRED",
                "{'given':'yes','purposes':['keep'],'expires':2030}               | CONSENT_EXPIRED",
                "{'given':'yes','purposes':['keep'],'withdrawn':'2023-07-01'}     | CONSENT_WITHDRAWN",
                "{'given':'yes','purposes':['keep'],'withdrawn':'2099-01-01'}     | CONSENT_WITHDRAWN",
                "{'given':'withdrawn'}                        | CONSENT_WITHDRAWN",
                "{'given':'declined'}                         | CONSENT_DECLINED",
                "{'given':'pending'}                          | CONSENT_PENDING",
                "{'given':'yes, by a code of the future'}     | CONSENT_PENDING",
                "{'given':true}                               | CONSENT_MISSING",
                "{'how':'oral'}                               | CONSENT_MISSING",
                "'yes'                                        | CONSENT_MISSING",
                "null                                         | CONSENT_MISSING",
            })
    void everyConsentButOneThatStandsKeepsATestimonyIn(String consent, Answer answer) throws Exception {
        edit("interview", List.of(), body("{'narrative':'…','consent':" + consent + "}"), true);
        assertThat(narrativeTo(Audience.TEAM)).isEqualTo(answer);
        assertThat(narrativeTo(Audience.TEAM).isYes()).isEqualTo(answer == Answer.YES);
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"PARTNERS", "PUBLIC"})
    void othersGetCountsAlone(Audience audience) throws Exception {
        edit("interview", List.of(), body("{'narrative':'…','consent':{'given':'yes','purposes':['keep']}}"), true);
        assertThat(narrativeTo(audience)).isEqualTo(Answer.COUNTS_ONLY);
    }

    @Test
    void contradictingConsentsKeepItIn() throws Exception {
        edit("interview", List.of(), body("{'consent':{'given':'yes'}}"), true);
        edit("interview", List.of(), body("{'consent':{'given':'yes','purposes':['keep']}}"), true);
        assertThat(narrativeTo(Audience.TEAM)).isEqualTo(Answer.CONSENT_CONTRADICTED);
        assertThat(Consent.of(state(false), TODAY).purposes()).isEmpty();
    }

    @Test
    void ofContradictingConsentsThatAreAllGivenWhatAllGrantIsGranted() throws Exception {
        edit(
                "interview",
                List.of(),
                body("{'consent':{'given':'yes','purposes':['keep','statistics','media']}}"),
                true);
        edit("interview", List.of(), body("{'consent':{'given':'yes','purposes':['media','keep','court']}}"), true);
        assertThat(narrativeTo(Audience.TEAM)).isEqualTo(Answer.YES);
        assertThat(Consent.of(state(false), TODAY).purposes()).containsExactlyInAnyOrder("keep", "media");
        edit("interview", List.of(), body("{'consent':{'given':'withdrawn'}}"), true);
        assertThat(narrativeTo(Audience.TEAM)).isEqualTo(Answer.CONSENT_CONTRADICTED);
        assertThat(Consent.of(state(false), TODAY).purposes()).isEmpty();
    }

    @Test
    void aBodyThatIsNotHeldMayHaveWithdrawn() throws Exception {
        String first = edit("interview", List.of(), body("{'consent':{'given':'yes'}}"), true);
        edit("interview", List.of(first), body("{'risk':'high'}"), false);
        assertThat(narrativeTo(Audience.TEAM)).isEqualTo(Answer.CONSENT_CONTRADICTED);
    }

    @Test
    void aParentThatIsNotHeldMayHaveWithdrawn() throws Exception {
        edit("interview", List.of("d".repeat(64)), body("{'consent':{'given':'yes'}}"), true);
        assertThat(narrativeTo(Audience.TEAM)).isEqualTo(Answer.CONSENT_CONTRADICTED);
    }

    @Test
    void whatIsGoneStaysIn() throws Exception {
        edit("campaign", List.of(), body("{'title':'…','deleted':true}"), true);
        assertThat(answer(disclosure, state(false), "title", null, Audience.TEAM))
                .isEqualTo(Answer.GONE);
        assertThat(answer(disclosure, state(true), "title", null, Audience.TEAM))
                .isEqualTo(Answer.GONE);
    }

    @Test
    void whatThisVersionDoesNotKnowStaysIn() throws Exception {
        edit("medicalReport", List.of(), body("{'title':'…'}"), true);
        assertThat(answer(disclosure, state(false), "title", null, Audience.TEAM))
                .isEqualTo(Answer.UNKNOWN);
        held.clear();
        edit("campaign", List.of(), body("{'sponsor':'…'}"), true);
        assertThat(answer(disclosure, state(false), "sponsor", null, Audience.TEAM))
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void typesWithoutConsentGoToTheTeam() throws Exception {
        edit("campaign", List.of(), body("{'title':'…'}"), true);
        assertThat(answer(disclosure, state(false), "title", null, Audience.TEAM))
                .isEqualTo(Answer.YES);
    }

    @Test
    void onlyStandingConsentGrantsItsPurposes() throws Exception {
        edit("interview", List.of(), body("{'consent':{'given':'yes','purposes':['keep','share-un']}}"), true);
        assertThat(Consent.of(state(false), TODAY).purposes()).containsExactlyInAnyOrder("keep", "share-un");
        held.clear();
        edit("interview", List.of(), body("{'consent':{'given':'declined','purposes':['keep']}}"), true);
        assertThat(Consent.of(state(false), TODAY).purposes()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource(
            value = Audience.class,
            names = {"PARTNERS", "PUBLIC"})
    void noFieldOfAPersonLeavesTheTeam(Audience audience) throws Exception {
        for (Map.Entry<String, RecordType> type : Schema.standard().types().entrySet()) {
            if (type.getKey().equals("campaign") || type.getKey().equals("recommendation")) {
                continue;
            }
            held.clear();
            edit(type.getKey(), List.of(), body("{'notes':'…','consent':{'given':'yes'}}"), true);
            for (String field : type.getValue().fields().keySet()) {
                assertThat(answer(disclosure, state(false), field, null, audience))
                        .as("%s.%s", type.getKey(), field)
                        .isEqualTo(Answer.COUNTS_ONLY);
            }
        }
    }

    /** What the public reads of a recommendation, said once more by hand: a new field of the schema has to be put here. */
    @Test
    void ofWhatIsAboutNoPersonEverythingLeavesThatNamesNobody() throws Exception {
        edit("recommendation", List.of(), body("{'text':'…'}"), true);
        assertThat(toThePublic("recommendation"))
                .containsExactlyInAnyOrder(
                        "campaign",
                        "plan",
                        "number",
                        "direction",
                        "text",
                        "translations",
                        "kind",
                        "action",
                        "target",
                        "targetUnit",
                        "addressees",
                        "mechanisms",
                        "themes",
                        "affected",
                        "timeline",
                        "source",
                        "submissions",
                        "response",
                        "status",
                        "assessment",
                        "progress",
                        "synthetic");
        held.clear();
        edit("campaign", List.of(), body("{'title':'…'}"), true);
        assertThat(toThePublic("campaign"))
                .containsExactlyInAnyOrder(
                        "title",
                        "purpose",
                        "start",
                        "end",
                        "partners",
                        "places",
                        "quotas",
                        "consentScripts",
                        "outputs",
                        "synthetic");
    }

    /** What counting looks at, said once more by hand: numbers are for everybody, so a new leaf has to be put here. */
    @Test
    void countingLooksAtNothingElseOfAPerson() throws Exception {
        String place = "place.country place.adm1 place.district place.settlement ";
        assertThat(counted("participant", "{}"))
                .containsExactlyInAnyOrder(("sex birthYear ageBand roles sameAs notSameAs"
                                + " journeys.country journeys.city journeys.sector " + place)
                        .split(" "));
        assertThat(counted("focusGroup", "{}"))
                .containsExactlyInAnyOrder(("code title campaign date participants experts expertCount attendance.role"
                                + " attendance.sex attendance.ageBand attendance.country attendance.count " + place)
                        .split(" "));
        assertThat(counted("interview", "{'consent':{'given':'yes','purposes':['statistics']}}"))
                .containsExactlyInAnyOrder(("campaign participants category date mode language asked refusedToAnswer"
                                + " helpSought helpBarriers violations.code violations.country violations.city"
                                + " violations.sector violations.perpetrator violations.indicators " + place)
                        .split(" "));
        assertThat(counted("interview", "{'consent':{'given':'yes','purposes':['keep']}}"))
                .isEmpty();
        assertThat(counted("identity", "{}")).isEmpty();
    }

    /** The leaves that may be looked at for counting. */
    private List<String> counted(String type, String body) throws Exception {
        held.clear();
        edit(type, List.of(), body(body), true);
        List<String> leaves = new ArrayList<>();
        Objects.requireNonNull(Schema.standard().type(type)).fields().values().forEach(field -> {
            List<@Nullable String> members =
                    new ArrayList<>(Disclosure.members(field).keySet());
            for (String member : members.isEmpty() ? Collections.singletonList((String) null) : members) {
                Part part = new Part.Value(field.name(), member);
                Question question = new Question(state(false), part, Use.STATISTICS, Audience.PUBLIC, TODAY, false);
                if (disclosure.answer(question).isYes()) {
                    leaves.add(member == null ? field.name() : field.name() + "." + member);
                }
            }
        });
        return leaves;
    }

    private List<String> toThePublic(String type) {
        return Objects.requireNonNull(Schema.standard().type(type)).fields().keySet().stream()
                .filter(f -> answer(disclosure, state(false), f, null, Audience.PUBLIC)
                        .isYes())
                .toList();
    }

    @Test
    void aSensitiveFieldStaysWithTheTeam() throws Exception {
        edit("recommendation", List.of(), body("{'notes':'…'}"), true);
        assertThat(part("notes", null, Audience.PARTNERS)).isEqualTo(Answer.SENSITIVE);
        assertThat(part("notes", null, Audience.TEAM)).isEqualTo(Answer.YES);
    }

    @Test
    void aSensitiveMemberStaysWithTheTeamAndTheOthersGo() throws Exception {
        edit("recommendation", List.of(), body("{'text':'…'}"), true);
        assertThat(part("responsible", "name", Audience.PUBLIC)).isEqualTo(Answer.SENSITIVE);
        assertThat(part("responsible", "name", Audience.TEAM)).isEqualTo(Answer.YES);
        assertThat(part("responsible", "role", Audience.PUBLIC)).isEqualTo(Answer.YES);
        assertThat(part("timeline", "text", Audience.PUBLIC)).isEqualTo(Answer.YES);
    }

    @Test
    void aFieldWithASensitiveMemberDoesNotGoWhole() throws Exception {
        edit("recommendation", List.of(), body("{'text':'…'}"), true);
        assertThat(part("responsible", null, Audience.PUBLIC)).isEqualTo(Answer.SENSITIVE);
    }

    @Test
    void membersOfASensitiveFieldAreSensitive() throws Exception {
        Schema changed = changed("'plan': 'text'", "'plan': 'text', '!panel': {'items': {'role': 'text'}}");
        edit("recommendation", List.of(), body("{'text':'…'}"), true);
        assertThat(answer(new Disclosure(changed), state(false), "panel", "role", Audience.PUBLIC))
                .isEqualTo(Answer.SENSITIVE);
    }

    @Test
    void theWayToATestimonyStaysWithTheTeam() throws Exception {
        edit("recommendation", List.of(), body("{'text':'…'}"), true);
        assertThat(part("evidence", null, Audience.PUBLIC)).isEqualTo(Answer.COUNTS_ONLY);
        assertThat(part("focusGroup", null, Audience.PARTNERS)).isEqualTo(Answer.COUNTS_ONLY);
        assertThat(part("campaign", null, Audience.PUBLIC)).isEqualTo(Answer.YES);
    }

    @Test
    void aMemberThatThisVersionDoesNotKnowStaysIn() throws Exception {
        edit("recommendation", List.of(), body("{'text':'…'}"), true);
        assertThat(part("responsible", "telephone", Audience.TEAM)).isEqualTo(Answer.UNKNOWN);
    }

    /** Whoever adds a type decides for whom it is; until then others get counts alone. */
    @Test
    void aNewTypeStaysWithTheTeam() throws Exception {
        Schema changed = changed("'campaign': {", "'visit': {'title': 'text'}, 'campaign': {");
        edit("visit", List.of(), body("{'title':'…'}"), true);
        assertThat(answer(new Disclosure(changed), state(false), "title", null, Audience.PUBLIC))
                .isEqualTo(Answer.COUNTS_ONLY);
    }

    /** Were a type about no person given a consent, it would be about one. */
    @Test
    void aTypeThatIsGivenAConsentIsAboutAPerson() throws Exception {
        Schema changed = changed("'plan': 'text'", "'plan': 'text', 'consent': 'group:consent'");
        edit("recommendation", List.of(), body("{'plan':'…','consent':{'given':'yes'}}"), true);
        assertThat(answer(new Disclosure(changed), state(false), "plan", null, Audience.PUBLIC))
                .isEqualTo(Answer.COUNTS_ONLY);
    }

    @Test
    void namesStayInTheNotebookWhoeverAsks() throws Exception {
        edit("identity", List.of(), body("{'fullName':'…'}"), true);
        assertThat(part("fullName", null, Audience.TEAM)).isEqualTo(Answer.NAMES);
        assertThat(part("participant", null, Audience.TEAM)).isEqualTo(Answer.NAMES);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'given':'yes','purposes':['keep','statistics']}                    | YES",
                "{'given':'yes','purposes':['keep','share-un']}                      | STATISTICS_NOT_GRANTED",
                "{'given':'yes'}                                                     | STATISTICS_NOT_GRANTED",
                "{'given':'declined','purposes':['statistics']}                      | CONSENT_DECLINED",
                "{'given':'pending','purposes':['statistics']}                       | CONSENT_PENDING",
                "{'given':'yes','withdrawn':'2023-07','purposes':['statistics']}     | CONSENT_WITHDRAWN",
                "{'given':'yes','expires':'2023-07-09','purposes':['statistics']}    | CONSENT_EXPIRED",
                "null                                                                | CONSENT_MISSING",
            })
    void onlyATestimonyThatMayBeCountedCounts(String consent, Answer answer) throws Exception {
        edit("interview", List.of(), body("{'narrative':'…','consent':" + consent + "}"), true);
        assertThat(disclosure.answer(Question.counting(state(false), TODAY, false)))
                .isEqualTo(answer);
    }

    @Test
    void contradictingConsentsDoNotCount() throws Exception {
        edit("interview", List.of(), body("{'consent':{'given':'yes','purposes':['keep']}}"), true);
        edit("interview", List.of(), body("{'consent':{'given':'yes','purposes':['statistics','keep']}}"), true);
        assertThat(disclosure.answer(Question.counting(state(false), TODAY, false)))
                .isEqualTo(Answer.CONSENT_CONTRADICTED);
    }

    @Test
    void whatNeedsNoConsentCountsWhileItIsThere() throws Exception {
        edit("participant", List.of(), body("{'code':'B-1'}"), true);
        assertThat(disclosure.answer(Question.counting(state(false), TODAY, false)))
                .isEqualTo(Answer.YES);
        assertThat(disclosure.answer(Question.counting(state(true), TODAY, false)))
                .isEqualTo(Answer.GONE);
        held.clear();
        edit("focusGroup", List.of(), body("{'code':'G-1'}"), true);
        assertThat(disclosure.answer(Question.counting(state(false), TODAY, false)))
                .isEqualTo(Answer.YES);
        held.clear();
        edit("medicalReport", List.of(), body("{'code':'M-1'}"), true);
        assertThat(disclosure.answer(Question.counting(state(false), TODAY, false)))
                .isEqualTo(Answer.UNKNOWN);
        held.clear();
        edit("participant", List.of(), body("{'code':'B-1','deleted':true}"), true);
        assertThat(disclosure.answer(Question.counting(state(false), TODAY, false)))
                .isEqualTo(Answer.GONE);
    }

    private Answer part(String field, @Nullable String member, Audience audience) {
        return answer(disclosure, state(false), field, member, audience);
    }

    /** The standard schema with one piece of its text replaced. */
    private static Schema changed(String piece, String by) throws Exception {
        try (InputStream in = Schema.class.getResourceAsStream("/records.json")) {
            assertThat(in).isNotNull();
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            String old = piece.replace('\'', '"');
            assertThat(text).contains(old);
            return Schema.read(new ByteArrayInputStream(
                    text.replace(old, by.replace('\'', '"')).getBytes(StandardCharsets.UTF_8)));
        }
    }
}
