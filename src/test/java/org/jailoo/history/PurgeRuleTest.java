package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** When a purge is accepted without asking; each row that refuses differs from an accepted one in one condition. */
class PurgeRuleTest {
    private static final Consumer<Story> OWN_RECORD =
            s -> s.edit("a", "", "{'code':'A'}").device(Story.OTHER_DEVICE).edit("b", "a", "{'code':'B'}");

    @ParameterizedTest(name = "{0}")
    @MethodSource
    void acceptsUnasked(String rule, boolean accepted, boolean trusted, int takenUnasked, Consumer<Story> tell) {
        Story story = new Story();
        tell.accept(story);
        story.record(Story.RECORD).device(Story.DEVICE).heldPurge("p");
        Header purge = story.notebook.asCame(Story.RECORD).stream()
                .map(Held::header)
                .filter(header -> header.id().equals(story.id("p")))
                .findFirst()
                .orElseThrow();
        assertThat(PurgeRule.acceptsUnasked(purge, story.notebook.asCame(Story.RECORD), trusted, takenUnasked))
                .isEqualTo(accepted);
    }

    static Stream<Arguments> acceptsUnasked() {
        return Stream.of(
                row("ownRecordThatOthersWentOnWriting", true, true, 0, OWN_RECORD),
                row("deviceNotTrustedOrBlocked", false, false, 0, OWN_RECORD),
                row("nineteenTakenBefore", true, true, 19, OWN_RECORD),
                row("twentyTakenBefore", false, true, 20, OWN_RECORD),
                row("moreThanTwentyTakenBefore", false, true, 21, OWN_RECORD),
                row("noEditHeld", false, true, 0, s -> {}),
                row("onlyAnotherPurgeHeld", false, true, 0, s -> s.heldPurge("q")),
                row("twoOwnRoots", true, true, 0, s -> OWN_RECORD.accept(s.edit("r", "", "{'code':'R'}"))),
                row(
                        "foreignRootAmongOwnOnes",
                        false,
                        true,
                        0,
                        s -> OWN_RECORD
                                .andThen(t -> t.device(Story.OTHER_DEVICE).edit("r", "", "{'code':'R'}"))
                                .accept(s)),
                row(
                        "onlyAForeignRoot",
                        false,
                        true,
                        0,
                        s -> s.device(Story.OTHER_DEVICE).edit("a", "", "{'code':'A'}")),
                row(
                        "ownRootOfAnotherInstance",
                        true,
                        true,
                        0,
                        s -> s.edit("a", "", "{'code':'A'}")
                                .device(Story.DEVICE)
                                .edit("b", "", "{'code':'B'}")),
                row("ownRootWithoutItsBody", true, true, 0, s -> s.editWithoutBody("a", "")),
                row(
                        "missingParent",
                        false,
                        true,
                        0,
                        s -> OWN_RECORD
                                .andThen(t -> t.edit("c", "b ?", "{'code':'C'}"))
                                .accept(s)),
                row("onlyEditsWithMissingParents", false, true, 0, s -> s.edit("a", "?", "{'code':'A'}")),
                row(
                        "parentOfAnotherRecord",
                        false,
                        true,
                        0,
                        s -> OWN_RECORD
                                .andThen(t -> t.record(Story.OTHER_RECORD)
                                        .edit("o", "", "{'code':'O'}")
                                        .record(Story.RECORD)
                                        .edit("c", "o", "{'code':'C'}"))
                                .accept(s)),
                row(
                        "parentThatIsAPurge",
                        false,
                        true,
                        0,
                        s -> OWN_RECORD
                                .andThen(t -> t.heldPurge("q").edit("c", "q", "{'code':'C'}"))
                                .accept(s)));
    }

    private static Arguments row(
            String rule, boolean accepted, boolean trusted, int takenUnasked, Consumer<Story> story) {
        return Arguments.of(rule, accepted, trusted, takenUnasked, story);
    }
}
