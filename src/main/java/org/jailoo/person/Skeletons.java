package org.jailoo.person;

import java.util.HashMap;
import java.util.Map;

/** The skeletons of the words that occur, each made once: names and villages repeat. */
final class Skeletons {
    /** Beyond this many it begins anew, so that no number of people fills the memory. */
    private static final int MOST = 50_000;

    private final Map<String, String> known = new HashMap<>();

    String of(String word) {
        if (known.size() >= MOST) {
            known.clear();
        }
        return known.computeIfAbsent(word, Skeleton::of);
    }
}
