package org.jailoo.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.jailoo.person.Measure.Share;
import org.junit.jupiter.api.Test;

/** Precision and recall on people who do not exist; at the full size the figures of matching.md. */
class MatchingTest {
    private static final long SEED = 2023;
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int PEOPLE = LONG ? 10_000 : 4_000;

    @Test
    void mostOfThoseWhoAreThereTwiceAreSuggestedAndMostSuggestionsAreRight() {
        Measure open = new Measure(GeneratedPeople.draw(SEED, PEOPLE), true);
        Share all = open.share(pair -> true);
        Share likely = open.share(Pair::likely);

        assertThat(all.recall()).as("%s", all).isGreaterThan(0.86);
        assertThat(all.precision()).as("%s", all).isGreaterThan(0.83);
        assertThat(likely.recall()).as("%s", likely).isGreaterThan(0.76);
        assertThat(likely.precision()).as("%s", likely).isGreaterThan(0.90);
        Map<Variant, Share> kinds = open.byVariant(pair -> true);
        kinds.forEach((variant, share) -> {
            double least = switch (variant) {
                case WITHOUT_NAME -> 0;
                case SURNAME_OF_HUSBAND, SHORT_NAME -> 0.6;
                case TWO_OF_THEM, TYPING_SLIP, INITIALS -> 0.75;
                default -> 0.9;
            };
            assertThat(share.recall()).as("%s: %s", variant, share).isGreaterThanOrEqualTo(least);
        });
    }

    @Test
    void codesAloneSuggestFewAndThoseAreMostlyRight() {
        Share codes = new Measure(GeneratedPeople.draw(SEED, PEOPLE), false).share(pair -> true);

        assertThat(codes.precision()).as("%s", codes).isGreaterThan(0.8);
        assertThat(codes.recall()).as("%s", codes).isGreaterThan(0.1);
    }

    @Test
    void nobodyIsComparedWithMoreThanSomeHundredHoweverManyThereAre() {
        Persons few = new Persons();
        KnownPeople.draw(SEED, 1_500, true).forEach(few::put);
        few.settle();
        Persons many = new Persons();
        KnownPeople.draw(SEED, 6_000, true).forEach(many::put);
        many.settle();

        // Four times the people: a comparison of all with all would take four times as long for each.
        assertThat((double) many.comparisons() / many.size()).isLessThan(2.6 * few.comparisons() / few.size() + 2);
    }
}
