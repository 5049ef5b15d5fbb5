package org.jailoo.person;

import java.util.HashMap;
import java.util.Map;

/**
 * How often each word occurs among the people of a notebook, by what it says: what few people have tells more. A small
 * notebook knows little of that, so it counts as if some hundred others were there.
 */
final class Frequencies {
    private static final double OTHERS = 300;

    private final Map<String, int[]> counts = new HashMap<>();
    private int people;

    void people(int by) {
        people += by;
    }

    void add(String word, int by) {
        int[] count = counts.computeIfAbsent(word, w -> new int[1]);
        count[0] += by;
        if (count[0] <= 0) {
            counts.remove(word);
        }
    }

    int people() {
        return people;
    }

    int of(String word) {
        int[] count = counts.get(word);
        return count == null ? 0 : count[0];
    }

    /** What two people having it in common tells, in bits. */
    double bits(String word) {
        return Math.log((people + OTHERS) / (of(word) + 1)) / Math.log(2);
    }
}
