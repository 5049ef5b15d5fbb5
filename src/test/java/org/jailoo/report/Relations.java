package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;

/** Holds what tables say about their numbers against the numbers themselves. */
final class Relations {
    private Relations() {}

    /** Checks every relation of which the whole and every part stand in some table; returns how many there are. */
    static int check(List<Table> tables) {
        Map<Quantity, Long> numbers = RecordsBehindTest.numbers(tables);
        int held = 0;
        for (Table table : tables) {
            for (Relation relation : table.relations()) {
                Long whole = numbers.get(relation.whole());
                List<Long> parts = relation.parts().stream()
                        .filter(numbers::containsKey)
                        .map(numbers::get)
                        .toList();
                if (whole == null
                        || (relation.kind() != Relation.Kind.WITHIN
                                && parts.size() < relation.parts().size())) {
                    continue;
                }
                held++;
                long sum = parts.stream().mapToLong(p -> p).sum();
                String what = table.key() + ": " + relation + " with " + whole + " and " + parts;
                switch (relation.kind()) {
                    case SUM -> assertThat(sum).as(what).isEqualTo(whole);
                    case OVERLAPPING -> {
                        assertThat(sum).as(what).isGreaterThanOrEqualTo(whole);
                        assertThat(parts).as(what).allMatch(part -> part <= whole);
                    }
                    case WITHIN -> assertThat(parts).as(what).allMatch(part -> part <= whole);
                }
            }
        }
        return held;
    }
}
