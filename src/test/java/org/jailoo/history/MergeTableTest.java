package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jailoo.history.ReferenceDerivation.Answer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules of merging as a numbered table: what was written, and the state line that follows. */
class MergeTableTest {
    private static final String ITEM = "journeys/33333333-3333-4333-8333-333333333333";

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource({"registers", "winners", "sets", "deletions", "gaps", "types", "purges"})
    void stateLineFollowsTheRule(int number, String rule, String line, Consumer<Story> tell) {
        Story story = new Story();
        tell.accept(story);
        String answer =
                FastAnswer.of(story.notebook, Story.RECORD).map(Answer::line).orElse("no line");
        assertThat(answer).isEqualTo(line);
        assertThat(new ReferenceDerivation(story.notebook, Story.RECORD)
                        .answer()
                        .map(Answer::line)
                        .orElse("no line"))
                .as("the reference agrees")
                .isEqualTo(line);
    }

    static Stream<Arguments> registers() {
        return Stream.of(
                row(1, "oneWriteIsTheValue", line("{}", "", "{'code':'A'}"), s -> s.edit("a", "", "{'code':'A'}")),
                row(
                        2,
                        "newerChangeReplacesTheOneItKnew",
                        line("{}", "", "{'code':'B'}"),
                        s -> s.edit("a", "", "{'code':'A'}").edit("b", "a", "{'code':'B'}")),
                row(
                        3,
                        "olderChangeDoesNotOverwriteNewer",
                        line("{}", "", "{'code':'B'}"),
                        s -> s.edit("a", "", "{'code':'A'}").lessThan("a").edit("b", "a", "{'code':'B'}")),
                row(
                        4,
                        "changesOfDifferentFieldsBothStand",
                        line("{}", "", "{'code':'A','narrative':'N'}"),
                        s -> s.edit("r", "", "{'code':'A'}")
                                .edit("a", "r", "{'narrative':'N'}")
                                .edit("b", "r", "{'place':null}")),
                row(
                        5,
                        "concurrentValuesConflictAndTheGreaterIdIsShown",
                        line("{'code':['A','B']}", "", "{'code':'A'}"),
                        s -> s.edit("b", "", "{'code':'B'}").greaterThan("b").edit("a", "", "{'code':'A'}")),
                row(
                        6,
                        "equalConcurrentValuesAreNoConflict",
                        line("{}", "", "{'code':'A'}"),
                        s -> s.edit("a", "", "{'code':'A'}").edit("b", "", "{'code':'A'}")),
                row(
                        7,
                        "savingThePathAgainSettlesTheConflict",
                        line("{}", "", "{'code':'A'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "", "{'code':'B'}")
                                .edit("c", "a b", "{'code':'A'}")),
                row(
                        8,
                        "savingAnotherPathSettlesNothing",
                        line("{'code':['A','B']}", "", "{'code':'B','narrative':'N'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .greaterThan("a")
                                .edit("b", "", "{'code':'B'}")
                                .edit("c", "a b", "{'narrative':'N'}")),
                row(
                        9,
                        "formOpenedBeforeTheImportDoesNotOverwriteWhatCameSince",
                        line("{'code':['B','C']}", "", "{'code':'C'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'code':'B'}")
                                .greaterThan("b")
                                .edit("c", "a", "{'code':'C'}")),
                row(
                        10,
                        "ancestorThroughWritesOfOtherFieldsIsStillAnAncestor",
                        line("{}", "", "{'code':'C','x':1}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'x':1}")
                                .edit("c", "b", "{'code':'C'}")),
                row(
                        11,
                        "threeConcurrentValuesAllStandSortedByTheirBytes",
                        line("{'code':[1,null,true]}", "", "{'code':true}"),
                        s -> s.edit("a", "", "{'code':null}")
                                .edit("b", "", "{'code':1}")
                                .edit("c", "", "{'narrative':'N'}")
                                .edit("d", "c", "{'code':true,'narrative':null}")),
                row(
                        12,
                        "groupIsNeverMergedInside",
                        line("{'consent':[{'a':1},{'b':1}]}", "", "{'consent':{'b':1}}"),
                        s -> s.edit("a", "", "{'consent':{'a':1}}")
                                .greaterThan("a")
                                .edit("b", "", "{'consent':{'b':1}}")),
                row(
                        13,
                        "unknownFieldsMergeLikeAny",
                        line("{'zebra':[7,8]}", "", "{'herd/x.1':true,'zebra':8}"),
                        s -> s.edit("a", "", "{'zebra':7,'herd/x.1':true}")
                                .greaterThan("a")
                                .edit("b", "", "{'zebra':8}")));
    }

    static Stream<Arguments> winners() {
        return Stream.of(
                row(
                        14,
                        "heightTieIsWonByTheGreaterId",
                        line("{'code':['A','B']}", "", "{'code':'A'}"),
                        s -> s.edit("a", "", "{'code':'A'}").lessThan("a").edit("b", "", "{'code':'B'}")),
                row(
                        15,
                        "greaterHeightWinsOverGreaterId",
                        line("{'code':['A','B']}", "", "{'code':'A','x':1}"),
                        s -> s.edit("r", "", "{'x':1}")
                                .edit("a", "r", "{'code':'A'}")
                                .greaterThan("a")
                                .edit("b", "", "{'code':'B'}")),
                row(
                        16,
                        "heightIsTheLongestWayDown",
                        line("{'code':['A','B']}", "", "{'code':'A','x':2,'y':1}"),
                        s -> s.edit("r", "", "{'x':1}")
                                .edit("t", "r", "{'x':2}")
                                .edit("u", "t", "{'y':1}")
                                .edit("a", "r u", "{'code':'A'}")
                                .greaterThan("a")
                                .edit("b", "t", "{'code':'B'}")),
                row(
                        17,
                        "missingParentAddsNoHeight",
                        line("{'code':['A','B']}", "incomplete", "{'code':'B'}"),
                        s -> s.edit("a", "?", "{'code':'A'}").greaterThan("a").edit("b", "", "{'code':'B'}")));
    }

    static Stream<Arguments> sets() {
        return Stream.of(
                row(
                        18,
                        "membersAddedApartAreBothThere",
                        line("{}", "", "{'languages/ky':true,'languages/ru':true}"),
                        s -> s.edit("a", "", "{'languages/ky':true}").edit("b", "", "{'languages/ru':true}")),
                row(
                        19,
                        "removedMemberIsGone",
                        line("{}", "", "{}"),
                        s -> s.edit("a", "", "{'languages/ky':true}").edit("b", "a", "{'languages/ky':null}")),
                row(
                        20,
                        "memberRemovedAndAddedAtOnceIsAConflict",
                        line("{'languages/ky':[null,true]}", "", "{'languages/ky':true}"),
                        s -> s.edit("r", "", "{'languages/ky':true}")
                                .edit("a", "r", "{'languages/ky':null}")
                                .greaterThan("a")
                                .edit("b", "r", "{'languages/ky':true}")),
                row(
                        21,
                        "nullAgainstAValueConflictsAndAWinningNullIsAbsent",
                        line("{'code':['A',null]}", "", "{}"),
                        s -> s.edit("a", "", "{'code':'A'}").greaterThan("a").edit("b", "", "{'code':null}")),
                row(
                        22,
                        "itemRemovedAgainstItemChangedIsAConflict",
                        line("{'" + ITEM + "':[null,{'city':'B'}]}", "", "{'" + ITEM + "':{'city':'B'}}"),
                        s -> s.edit("r", "", "{'" + ITEM + "':{'city':'A'}}")
                                .edit("a", "r", "{'" + ITEM + "':null}")
                                .greaterThan("a")
                                .edit("b", "r", "{'" + ITEM + "':{'city':'B'}}")));
    }

    static Stream<Arguments> deletions() {
        return Stream.of(
                row(
                        23,
                        "deletionKnownToAllDeletes",
                        line("{}", "deleted", "{'code':'A','deleted':true}"),
                        s -> s.edit("a", "", "{'code':'A'}").edit("b", "a", "{'deleted':true}")),
                row(
                        24,
                        "writeWithoutKnowingOfTheDeletionKeepsTheRecordAlive",
                        line("{'deleted':[null,true]}", "", "{'code':'B','deleted':true}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'deleted':true}")
                                .edit("c", "a", "{'code':'B'}")),
                row(
                        25,
                        "writeKnowingOfTheDeletionDoesNotUndoIt",
                        line("{}", "deleted", "{'code':'B','deleted':true}"),
                        s -> s.edit("a", "", "{'deleted':true}").edit("b", "a", "{'code':'B'}")),
                row(
                        26,
                        "deletingAgainSettlesTheUnknowingWrite",
                        line("{}", "deleted", "{'code':'B','deleted':true}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'deleted':true}")
                                .edit("c", "a", "{'code':'B'}")
                                .edit("d", "b c", "{'deleted':true}")),
                row(
                        27,
                        "writingNullToDeletedSettlesTheUnknowingWriteAlive",
                        line("{}", "", "{'code':'B'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'deleted':true}")
                                .edit("c", "a", "{'code':'B'}")
                                .edit("d", "b c", "{'deleted':null}")),
                row(
                        28,
                        "joiningWithoutNamingDeletedSettlesNothing",
                        line("{'deleted':[null,true]}", "", "{'code':'D','deleted':true}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'deleted':true}")
                                .edit("c", "a", "{'code':'B'}")
                                .edit("d", "b c", "{'code':'D'}")),
                row(
                        29,
                        "twoConcurrentDeletionsDelete",
                        line("{}", "deleted", "{'code':'A','deleted':true}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'deleted':true}")
                                .edit("c", "a", "{'deleted':true}")),
                row(
                        30,
                        "twoDeletionsTogetherMayKnowAll",
                        line("{}", "deleted", "{'code':'A','deleted':true,'x':1}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "a", "{'deleted':true}")
                                .edit("c", "", "{'x':1}")
                                .edit("d", "c", "{'deleted':true}")),
                row(
                        31,
                        "undeletingBringsTheRecordBack",
                        line("{}", "", "{'code':'A'}"),
                        s -> s.edit("a", "", "{'code':'A','deleted':true}").edit("b", "a", "{'deleted':null}")),
                row(
                        32,
                        "deletionAgainstUndeletionIsAConflictAndAlive",
                        line("{'deleted':[null,true]}", "", "{'deleted':true}"),
                        s -> s.edit("a", "", "{'deleted':null}")
                                .greaterThan("a")
                                .edit("b", "", "{'deleted':true}")),
                row(
                        33,
                        "editWithoutBodyMayBeAnUnknowingWrite",
                        line("{'deleted':[null,true]}", "incomplete", "{'deleted':true}"),
                        s -> s.edit("a", "", "{'deleted':true}").editWithoutBody("b", "")));
    }

    static Stream<Arguments> gaps() {
        return Stream.of(
                row(
                        34,
                        "missingParentMakesIncomplete",
                        line("{}", "incomplete", "{'code':'A'}"),
                        s -> s.edit("a", "?", "{'code':'A'}")),
                row(
                        35,
                        "editOfAnotherRecordIsNoParent",
                        line("{}", "incomplete", "{'code':'A'}"),
                        s -> s.record(Story.OTHER_RECORD)
                                .edit("o", "", "{'code':'O'}")
                                .record(Story.RECORD)
                                .edit("a", "o", "{'code':'A'}")),
                row(
                        36,
                        "purgeIsNoParent",
                        line("{}", "incomplete", "{'code':'A'}"),
                        s -> s.heldPurge("p").edit("a", "p", "{'code':'A'}")),
                row(37, "missingBodyMakesIncomplete", line("{}", "incomplete", "{}"), s -> s.editWithoutBody("a", "")),
                row(
                        38,
                        "editWithoutBodyIsStillAnAncestor",
                        line("{}", "incomplete", "{'code':'C'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .editWithoutBody("b", "a")
                                .edit("c", "b", "{'code':'C'}")),
                row(
                        39,
                        "missingRevisionBetweenTwoWritesLeavesAConflict",
                        line("{'code':['A','C']}", "incomplete", "{'code':'C'}"),
                        s -> s.edit("a", "", "{'code':'A'}").greaterThan("a").edit("c", "?", "{'code':'C'}")),
                row(
                        40,
                        "bothRevisionsOfAForkCount",
                        line("{'code':['A','B']}", "", "{'code':'B'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .sameSeqAgain()
                                .greaterThan("a")
                                .edit("b", "", "{'code':'B'}")));
    }

    static Stream<Arguments> types() {
        return Stream.of(
                row(
                        41,
                        "typeIsThatOfTheFirstEdit",
                        line("{}", "", "{'code':'B'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .type("herd")
                                .lessThan("a")
                                .edit("b", "a", "{'code':'B'}")),
                row(
                        42,
                        "typeOfTwoFirstEditsIsThatOfTheLeastId",
                        typed("herd", "{'code':['A','B']}", "", "{'code':'A'}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .type("herd")
                                .lessThan("a")
                                .edit("b", "", "{'code':'B'}")),
                row(
                        43,
                        "editDecidesTheTypeBeforeAPurge",
                        typed("herd", "{}", "purged", "{}"),
                        s -> s.purge("p").type("herd").edit("a", "", "{'code':'A'}")),
                row(
                        44,
                        "withoutAnEditTheLeastPurgeDecidesTheType",
                        typed("herd", "{}", "purged", "{}"),
                        s -> s.purge("p").type("herd").lessThan("p").heldPurge("q")));
    }

    static Stream<Arguments> purges() {
        return Stream.of(
                row(
                        45,
                        "purgeDestroysValuesConflictsAndDeletion",
                        line("{}", "purged", "{}"),
                        s -> s.edit("a", "", "{'code':'A'}")
                                .edit("b", "", "{'code':'B'}")
                                .edit("c", "a b", "{'deleted':true}")
                                .purge("p")),
                row(
                        46,
                        "purgeWinsOverWhatIsWrittenAfterwards",
                        line("{}", "purged", "{}"),
                        s -> s.edit("a", "", "{'code':'A'}").purge("p").edit("b", "a", "{'code':'B'}")),
                row(
                        47,
                        "purgedBodiesDoNotMakeIncomplete",
                        line("{}", "purged", "{}"),
                        s -> s.editWithoutBody("a", "").purge("p")),
                row(
                        48,
                        "purgedRecordIsStillIncompleteByAMissingParent",
                        line("{}", "incomplete purged", "{}"),
                        s -> s.edit("a", "?", "{'code':'A'}").purge("p")),
                row(
                        49,
                        "heldPurgeChangesNothing",
                        line("{}", "", "{'code':'A'}"),
                        s -> s.edit("a", "", "{'code':'A'}").heldPurge("p")),
                row(
                        50,
                        "onlyHeldPurgesGiveNoLine",
                        "no line",
                        s -> s.heldPurge("p").heldPurge("q")),
                row(51, "acceptedPurgeAloneGivesALine", line("{}", "purged", "{}"), s -> s.purge("p")));
    }

    private static Arguments row(int number, String rule, String line, Consumer<Story> story) {
        return Arguments.of(number, rule, line, story);
    }

    private static String line(String conflicts, String flags, String values) {
        return typed("interview", conflicts, flags, values);
    }

    /** The whole state line; flags are those of deleted, incomplete and purged that hold. */
    private static String typed(String type, String conflicts, String flags, String values) {
        return ("{'conflicts':" + conflicts + ",'deleted':" + flags.contains("deleted") + ",'incomplete':"
                        + flags.contains("incomplete") + ",'purged':" + flags.contains("purged") + ",'record':'"
                        + Story.RECORD + "','type':'" + type + "','values':" + values + "}")
                .replace('\'', '"');
    }
}
