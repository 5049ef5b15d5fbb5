package org.jailoo.person;

import java.util.List;

/**
 * Two records that may be of one person.
 *
 * @param one the lesser id
 * @param bits the sum of the reasons
 * @param reasons the weightiest first, whether for or against
 */
public record Pair(String one, String other, double bits, boolean likely, List<Reason> reasons) {
    public Pair {
        reasons = List.copyOf(reasons);
    }
}
