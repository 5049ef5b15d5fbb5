package org.jailoo.history;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Consumer;
import java.util.stream.LongStream;
import org.jailoo.history.Histories.History;
import org.jailoo.history.ReferenceDerivation.Answer;
import org.junit.jupiter.api.Test;

/** The laws of merging, over seeded histories; a failure prints the seed. */
class SeededHistoriesTest {
    static final long COUNT = 20_000;

    private final LongAdder states = new LongAdder();
    private final Map<String, LongAdder> seen = Collections.synchronizedMap(new TreeMap<>());

    @Test
    void fastDerivationEqualsTheReferenceWhateverTheOrderAndTheBatches() {
        long start = System.nanoTime();
        forAll(this::everyLaw);
        System.out.printf(
                "%,d histories, %,d states, 0 differences, %.1f s; %s%n",
                COUNT, states.sum(), (System.nanoTime() - start) / 1e9, seen);
        assertThat(seen.keySet())
                .as("what the histories must contain to prove anything")
                .containsExactlyInAnyOrder(
                        "conflict",
                        "deleted",
                        "deletion not known to all",
                        "fork",
                        "incomplete",
                        "body missing",
                        "more than 64 heads",
                        "only held purges",
                        "purged",
                        "purged without an edit",
                        "purged and incomplete");
    }

    private void forAll(Consumer<History> law) {
        LongStream.range(0, COUNT).parallel().forEach(seed -> {
            History history = Histories.play(seed);
            try {
                law.accept(history);
            } catch (AssertionError | RuntimeException e) {
                throw new AssertionError(history + ": " + e.getMessage(), e);
            }
        });
    }

    private void everyLaw(History history) {
        Random random = new Random(history.seed());
        for (NotebookModel notebook : history.notebooks()) {
            if (!ReferenceDerivation.forks(notebook).isEmpty()) {
                note("fork");
            }
            for (String record : notebook.records()) {
                ReferenceDerivation reference = new ReferenceDerivation(notebook, record);
                equalsReference(notebook, record, reference.answer(), random);
                describe(reference);
                states.increment();
            }
        }
        unionsCommute(history, random);
    }

    private void equalsReference(NotebookModel notebook, String record, Optional<Answer> answer, Random random) {
        boolean purged = notebook.isPurged(record);
        assertThat(FastAnswer.of(notebook.held(record), purged)).isEqualTo(answer);
        assertThat(FastAnswer.of(notebook.asCame(record), purged))
                .as("bodies of a purged record are not looked at")
                .isEqualTo(answer);

        List<Held> twice = new ArrayList<>(notebook.held(record));
        for (Held held : notebook.held(record)) {
            if (random.nextBoolean()) {
                twice.add(random.nextBoolean() ? held : NotebookModel.without(held));
            }
        }
        Collections.shuffle(twice, random);
        assertThat(FastAnswer.of(twice, purged))
                .as("shuffled, some twice, some a second time without their body")
                .isEqualTo(answer);

        answer.ifPresent(known -> {
            List<String> parents = known.parentsOfNextEdit();
            assertThat(parents).isSorted().doesNotHaveDuplicates().hasSizeLessThanOrEqualTo(64);
            assertThat(new HashSet<>(known.heads())).containsAll(parents);
            assertThat(parents).hasSize(Math.min(64, known.heads().size()));
        });
    }

    /** Any two notebooks, joined either way or with a third in any grouping, in any batches, show the same. */
    private static void unionsCommute(History history, Random random) {
        List<NotebookModel> notebooks = history.notebooks();
        NotebookModel a = notebooks.get(random.nextInt(notebooks.size()));
        NotebookModel b = notebooks.get(random.nextInt(notebooks.size()));
        NotebookModel c = notebooks.get(random.nextInt(notebooks.size()));
        NotebookModel joined = a.union(b).union(c);
        List<String> records = List.copyOf(joined.records());
        if (records.isEmpty()) {
            return;
        }
        String record = records.get(random.nextInt(records.size()));
        Optional<Answer> answer = FastAnswer.of(joined, record);
        assertThat(FastAnswer.of(b.union(a).union(c), record)).isEqualTo(answer);
        assertThat(FastAnswer.of(c.union(b.union(a)), record)).isEqualTo(answer);
        assertThat(FastAnswer.of(joined.union(b), record))
                .as("adding what is there")
                .isEqualTo(answer);
    }

    private void describe(ReferenceDerivation derivation) {
        if (derivation.answer().isEmpty()) {
            note("only held purges");
            return;
        }
        Set<String> facts = new TreeSet<>();
        if (!derivation.conflicts().isEmpty()) {
            facts.add("conflict");
        }
        if (derivation.deleted()) {
            facts.add("deleted");
        }
        if (derivation.deletionStands() && !derivation.deleted()) {
            facts.add("deletion not known to all");
        }
        if (derivation.incomplete()) {
            facts.add(derivation.purged() ? "purged and incomplete" : "incomplete");
        }
        if (derivation.bodyMissing()) {
            facts.add("body missing");
        }
        if (derivation.heads().size() > 64) {
            facts.add("more than 64 heads");
        }
        if (derivation.purged()) {
            facts.add(derivation.edits().isEmpty() ? "purged without an edit" : "purged");
        }
        facts.forEach(this::note);
    }

    private void note(String fact) {
        seen.computeIfAbsent(fact, f -> new LongAdder()).increment();
    }
}
