package org.jailoo.person;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.jailoo.person.Links.Groups;
import org.junit.jupiter.api.Test;

/** What links mean, also where people have said both. */
class LinksTest {
    private static Groups groups(String... said) {
        return groups(List.of(said));
    }

    private static Groups groups(List<String> said) {
        Links links = new Links();
        for (String each : said) {
            String one = each.substring(0, 1);
            String other = each.substring(2);
            if (each.charAt(1) == '=') {
                links.same(one, other);
            } else {
                links.notSame(one, other);
            }
        }
        return links.groups();
    }

    @Test
    void aChainIsOnePersonUnderTheLeastId() {
        Groups groups = groups("c=b", "b=a", "x=y");

        assertThat(groups.person("c")).isEqualTo("a");
        assertThat(groups.of("b")).containsExactly("a", "b", "c");
        assertThat(groups.person("y")).isEqualTo("x");
        assertThat(groups.person("z")).isEqualTo("z");
        assertThat(groups.undecided()).isEmpty();
    }

    @Test
    void whatIsSaidBothWaysJoinsNobodyAndIsUndecided() {
        Groups groups = groups("a=b", "a!b", "b=c");

        assertThat(groups.person("b")).isEqualTo("b");
        assertThat(groups.person("c")).isEqualTo("b");
        assertThat(groups.undecided()).hasSize(1);
        assertThat(groups.undecided().get(0)).containsExactly("a", "b");
    }

    @Test
    void aChainThatJoinsTwoWhoAreTwoJoinsNobodyUntilItIsSettled() {
        Groups torn = groups("a=b", "b=c", "a!c");

        assertThat(List.of("a", "b", "c")).allMatch(each -> torn.person(each).equals(each));
        assertThat(torn.undecided()).hasSize(1);
        assertThat(torn.undecided().get(0)).containsExactly("a", "b", "c");
        assertThat(groups("a=b", "a!c").of("a")).containsExactly("a", "b");
    }

    @Test
    void theOrderInWhichItBecameKnownChangesNothing() {
        Random random = new Random(5);
        for (int round = 0; round < 200; round++) {
            List<String> said = new ArrayList<>();
            for (int i = 0; i < 8; i++) {
                char one = (char) ('a' + random.nextInt(6));
                char other = (char) ('a' + random.nextInt(6));
                said.add("" + one + (random.nextInt(4) == 0 ? '!' : '=') + other);
            }
            Groups before = groups(said);
            Collections.shuffle(said, random);

            assertThat(groups(said)).isEqualTo(before);
        }
    }
}
