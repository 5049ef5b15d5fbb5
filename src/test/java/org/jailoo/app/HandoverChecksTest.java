package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.HandoverChecks.Check;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

class HandoverChecksTest {
    private static final Json YES = Json.object(Map.of("given", Json.of("yes")));
    private static final Json PLACE = Json.object(Map.of("settlement", Json.of("Барскоон")));

    private static Set<Check> lacks(String type, Map<String, Json> values) {
        return HandoverChecks.of(state(type, values, false));
    }

    private static RecordState state(String type, Map<String, Json> values, boolean deleted) {
        return new RecordState(
                "r", type, new TreeMap<>(values), new TreeMap<>(), deleted, false, false, false, List.of("h"));
    }

    private static Map<String, Json> whole() {
        Map<String, Json> whole = new TreeMap<>();
        whole.put("consent", YES);
        whole.put("campaign", Json.of("c"));
        whole.put("date", Json.of("2026-05"));
        whole.put("place", PLACE);
        whole.put("participants/p", Json.TRUE);
        return whole;
    }

    @Test
    void aWholeInterviewLacksNothing() {
        assertThat(lacks("interview", whole())).isEmpty();
    }

    @Test
    void eachPartThatIsTakenAwayIsMissedAndNothingElse() {
        Map<String, Check> parts = Map.of(
                "consent", Check.CONSENT,
                "campaign", Check.CAMPAIGN,
                "date", Check.DATE,
                "place", Check.PLACE,
                "participants/p", Check.PERSON);
        parts.forEach((path, check) -> {
            Map<String, Json> values = whole();
            values.remove(path);
            assertThat(lacks("interview", values)).as(path).containsExactly(check);
        });
        Map<String, Json> pending = whole();
        pending.put("consent", Json.object(Map.of("given", Json.of("pending"))));
        assertThat(lacks("interview", pending)).containsExactly(Check.CONSENT);
        Map<String, Json> blank = whole();
        blank.put("place", Json.object(Map.of("settlement", Json.of(" "))));
        assertThat(lacks("interview", blank)).containsExactly(Check.PLACE);
    }

    @Test
    void aDeclinedInterviewMissesNoNarrativeNoPersonAndNoPlace() {
        assertThat(lacks(
                        "interview",
                        Map.of(
                                "consent", Json.object(Map.of("given", Json.of("declined"))),
                                "campaign", Json.of("c"),
                                "date", Json.of("2026"))))
                .isEmpty();
    }

    @Test
    void oneViolationWithoutItsWordsIsEnough() {
        Map<String, Json> values = whole();
        values.put("violations/1", Json.object(Map.of("code", Json.of("rape"), "quote", Json.of("…"))));
        assertThat(lacks("interview", values)).isEmpty();
        values.put("violations/2", Json.object(Map.of("code", Json.of("wage-delay"))));
        assertThat(lacks("interview", values)).containsExactly(Check.QUOTE);
    }

    @Test
    void aParticipantNeedsASexAndSomeAge() {
        assertThat(lacks("participant", Map.of())).containsExactly(Check.SEX, Check.AGE);
        assertThat(lacks("participant", Map.of("sex", Json.of("other"), "ageBand", Json.of("65+"))))
                .isEmpty();
        assertThat(lacks("participant", Map.of("sex", Json.of("male"), "birthYear", Json.of(1990L))))
                .isEmpty();
    }

    @Test
    void aContradictionIsNoGapAndOfADeletedRecordNothingIsMissed() {
        RecordState contradicted = new RecordState(
                "r",
                "participant",
                new TreeMap<>(Map.of("ageBand", Json.of("65+"))),
                new TreeMap<>(Map.of("sex", List.of(Json.of("male"), Json.of("female")))),
                false,
                false,
                false,
                false,
                List.of("h"));
        assertThat(HandoverChecks.of(contradicted)).isEmpty();
        assertThat(HandoverChecks.of(state("interview", Map.of(), true))).isEmpty();
    }
}
