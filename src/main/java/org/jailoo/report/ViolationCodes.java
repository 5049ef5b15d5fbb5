package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntConsumer;
import java.util.function.IntPredicate;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** The codes of violations by their places in the codebook, and the broader code of each. */
final class ViolationCodes {
    private final List<String> codes;
    private final Map<String, Integer> places = new HashMap<>();
    private final int[] parents;

    ViolationCodes(Schema schema) {
        Codebook book = schema.codebook("violation");
        codes = book == null ? List.of() : List.copyOf(book.codes());
        for (int i = 0; i < codes.size(); i++) {
            places.put(codes.get(i), i);
        }
        parents = new int[codes.size()];
        for (int i = 0; i < parents.length; i++) {
            String parent = book == null ? null : book.parentOf(codes.get(i));
            parents[i] = parent == null ? -1 : place(parent);
        }
    }

    int size() {
        return codes.size();
    }

    String code(int place) {
        return codes.get(place);
    }

    /** Where a code stands; -1 for none of this codebook. */
    int place(String code) {
        return places.getOrDefault(code, -1);
    }

    /** Where the broader code stands; -1 for none. */
    int parent(int place) {
        return parents[place];
    }

    @Nullable
    String parentOf(int place) {
        return parents[place] < 0 ? null : codes.get(parents[place]);
    }

    /** Hands over a code and every broader one. */
    void upwards(String code, IntConsumer take) {
        for (int at = place(code); at >= 0; at = parents[at]) {
            take.accept(at);
        }
    }

    /** A code, and how many broader ones stand above it. */
    record Placed(int place, int depth) {}

    /** The codes of which something is so, each broader one before its narrower ones. */
    List<Placed> inOrder(IntPredicate wanted) {
        List<Placed> all = new ArrayList<>();
        below(-1, 0, wanted, all);
        return all;
    }

    private void below(int parent, int depth, IntPredicate wanted, List<Placed> into) {
        for (int i = 0; i < parents.length; i++) {
            if (parents[i] == parent) {
                if (wanted.test(i)) {
                    into.add(new Placed(i, depth));
                }
                below(i, depth + 1, wanted, into);
            }
        }
    }
}
