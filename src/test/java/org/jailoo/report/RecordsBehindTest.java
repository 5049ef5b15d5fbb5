package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import org.jailoo.consent.Audience;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Test;

/** Every number of every table leads to the records that make it up, and binds to the others as its table says. */
class RecordsBehindTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final Schema SCHEMA = Schema.standard();
    private static final Words ENGLISH = Words.of("en");
    private static final LocalDate TODAY = LocalDate.of(2023, 7, 10);

    @Test
    void theRecordsBehindEveryNumberMakeItUpAndNumbersAreBoundAsTablesSay() {
        long seed = Long.getLong("jailoo.seed", 9_000);
        int followed = 0;
        int held = 0;
        for (int n = 0; n < (LONG ? 1_000 : 25); n++) {
            RandomNotebook notebook = new RandomNotebook(seed + n, true);
            Asked asked = new Asked(Audience.TEAM, TODAY, ENGLISH);
            followed += check(notebook, asked);
            held += Relations.check(Facts.of(notebook, SCHEMA, asked).tables());
        }
        System.out.println("numbers followed: " + followed + ", relations held: " + held);
        assertThat(followed).isGreaterThan(1_000);
        assertThat(held).isGreaterThan(1_000);
    }

    /** Follows all numbers at once; of some of them also each alone, as the window does. */
    static int check(RecordSource source, Asked asked) {
        Map<Quantity, Long> numbers = numbers(Facts.of(source, SCHEMA, asked).tables());
        Trace trace = Facts.follow(source, SCHEMA, asked, Trace.ofEverything());
        numbers.forEach((quantity, value) -> {
            SortedMap<String, Long> behind = trace.found(quantity);
            assertThat(behind.values().stream().mapToLong(v -> v).sum())
                    .as("%s: %s", quantity, behind)
                    .isEqualTo(value);
            if (Math.floorMod(quantity.hashCode(), 997) == 0) {
                assertThat(Facts.behind(source, SCHEMA, asked, quantity)).containsExactlyElementsOf(behind.keySet());
            }
        });
        return numbers.size();
    }

    /** Every number that has a name; one name is one number wherever it stands. */
    static Map<Quantity, Long> numbers(List<Table> tables) {
        Map<Quantity, Long> numbers = new HashMap<>();
        for (Table table : tables) {
            for (Cell.Count count : counts(table)) {
                if (!count.quantity().equals(Quantity.NONE)) {
                    Long before = numbers.put(count.quantity(), count.value());
                    assertThat(before == null || before == count.value())
                            .as("%s is %s and %s in %s", count.quantity(), before, count.value(), table.key())
                            .isTrue();
                }
            }
        }
        return numbers;
    }

    private static List<Cell.Count> counts(Table table) {
        List<Cell.Count> counts = new ArrayList<>();
        table.rows()
                .forEach(row -> row.cells().forEach(cell -> {
                    if (cell instanceof Cell.Count count) {
                        counts.add(count);
                    } else if (cell instanceof Cell.Share share) {
                        counts.add(share.part());
                        counts.add(share.base());
                    }
                }));
        return counts;
    }
}
