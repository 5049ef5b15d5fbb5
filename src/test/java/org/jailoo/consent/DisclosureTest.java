package org.jailoo.consent;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.history.Derivation;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Writer;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.jailoo.record.RecordId;
import org.jailoo.record.Schema;
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
        return (Json.Obj)
                JsonReader.parse(json.replace('\'', '"').getBytes(java.nio.charset.StandardCharsets.UTF_8), 8);
    }

    private RecordState state(boolean purged) {
        return Derivation.derive(held, purged).orElseThrow();
    }

    private Answer narrativeTo(Audience audience) {
        return disclosure.answer(state(false), "narrative", audience, TODAY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "{'given':'yes'}                              | YES",
                "{'given':'yes','expires':'2023-07-10'}       | YES",
                "{'given':'yes','expires':'2023-07'}          | YES",
                "{'given':'yes','expires':'2023'}             | YES",
                "{'given':'yes','expires':'2023-07-09'}       | CONSENT_EXPIRED",
                "{'given':'yes','expires':'2023-06'}          | CONSENT_EXPIRED",
                "{'given':'yes','expires':'soon'}             | CONSENT_EXPIRED",
                "{'given':'yes','expires':2030}               | CONSENT_EXPIRED",
                "{'given':'yes','withdrawn':'2023-07-01'}     | CONSENT_WITHDRAWN",
                "{'given':'yes','withdrawn':'2099-01-01'}     | CONSENT_WITHDRAWN",
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
        edit("interview", List.of(), body("{'narrative':'…','consent':{'given':'yes'}}"), true);
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
        assertThat(disclosure.answer(state(false), "title", Audience.TEAM, TODAY))
                .isEqualTo(Answer.GONE);
        assertThat(disclosure.answer(state(true), "title", Audience.TEAM, TODAY))
                .isEqualTo(Answer.GONE);
    }

    @Test
    void whatThisVersionDoesNotKnowStaysIn() throws Exception {
        edit("medicalReport", List.of(), body("{'title':'…'}"), true);
        assertThat(disclosure.answer(state(false), "title", Audience.TEAM, TODAY))
                .isEqualTo(Answer.UNKNOWN);
        held.clear();
        edit("campaign", List.of(), body("{'sponsor':'…'}"), true);
        assertThat(disclosure.answer(state(false), "sponsor", Audience.TEAM, TODAY))
                .isEqualTo(Answer.UNKNOWN);
    }

    @Test
    void typesWithoutConsentGoToTheTeam() throws Exception {
        edit("campaign", List.of(), body("{'title':'…'}"), true);
        assertThat(disclosure.answer(state(false), "title", Audience.TEAM, TODAY))
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

    @Test
    void noFieldOfAnyTypeLeavesTheTeam() throws Exception {
        for (Map.Entry<String, org.jailoo.record.RecordType> type :
                Schema.standard().types().entrySet()) {
            held.clear();
            edit(type.getKey(), List.of(), body("{'notes':'…','consent':{'given':'yes'}}"), true);
            for (String field : type.getValue().fields().keySet()) {
                assertThat(disclosure.answer(state(false), field, Audience.PUBLIC, TODAY))
                        .isEqualTo(Answer.COUNTS_ONLY);
            }
        }
    }
}
