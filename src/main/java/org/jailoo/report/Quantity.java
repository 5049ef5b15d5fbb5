package org.jailoo.report;

import java.util.SortedMap;
import java.util.TreeMap;

/**
 * The name of a number: what is counted, and what restricts it. One name means one number, in whichever table it stands;
 * a number that stands in several tables has the same name in each.
 *
 * @param subject what is counted, for instance {@code interviews/} and a campaign's id; empty for a number that no other
 *     can be computed from
 * @param keys what is asked of those who are counted, for instance {@code sex} and {@code female}; an empty value stands
 *     for what was not stated
 */
public record Quantity(String subject, SortedMap<String, String> keys) {
    /** A number of which nothing needs to be known. */
    public static final Quantity NONE = new Quantity("", new TreeMap<>());

    public Quantity {
        keys = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(keys));
    }

    /** All that are counted under a subject. */
    public static Quantity all(String subject) {
        return new Quantity(subject, new TreeMap<>());
    }

    /** Those of them who answer to one key more. */
    public Quantity where(String key, String value) {
        SortedMap<String, String> more = new TreeMap<>(keys);
        more.put(key, value);
        return new Quantity(subject, more);
    }
}
