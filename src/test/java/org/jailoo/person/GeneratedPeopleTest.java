package org.jailoo.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jailoo.person.GeneratedPeople.Drawn;
import org.junit.jupiter.api.Test;

class GeneratedPeopleTest {
    private final List<Drawn> people = GeneratedPeople.draw(2023, 10_000);

    @Test
    void theSameSeedDrawsTheSamePeople() {
        assertThat(GeneratedPeople.draw(2023, 10_000)).isEqualTo(people);
        assertThat(GeneratedPeople.draw(2024, 10_000)).isNotEqualTo(people);
    }

    @Test
    void everyKindOfDifferenceIsThereOften() {
        Map<Variant, Integer> pairs = GeneratedPeople.pairs(people);

        assertThat(pairs.keySet()).containsExactlyInAnyOrder(Variant.values());
        assertThat(pairs.values()).allMatch(count -> count >= 20);
    }

    @Test
    void aTenthIsSomebodyTwiceAndManyShareTheirWholeName() {
        long twice = GeneratedPeople.pairs(people).values().stream()
                .mapToLong(Integer::longValue)
                .sum();
        Map<String, Long> names = people.stream()
                .map(Drawn::name)
                .filter(Objects::nonNull)
                .collect(Collectors.groupingBy(Function.identity(), Collectors.counting()));

        assertThat(twice).isBetween(800L, 1500L);
        assertThat(names.values().stream().filter(n -> n > 1).count()).isGreaterThan(200);
    }
}
