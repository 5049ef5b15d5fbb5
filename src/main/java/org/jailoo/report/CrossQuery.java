package org.jailoo.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * A question to be answered by a cross-tab.
 *
 * @param rows the id of the field whose values are the rows, and {@code columns} that of the columns
 */
public record CrossQuery(CrossUnit unit, String rows, String columns, Numbers numbers, List<Filter> filters) {
    /** What stands in the cells. */
    public enum Numbers {
        COUNTS,
        SHARES_OF_ROW,
        SHARES_OF_COLUMN,
        SHARES_OF_ALL
    }

    /**
     * Leaves only those of whom one of some values was stated; the empty value is for whom none was.
     *
     * @param field its id
     */
    public record Filter(String field, Set<String> values) {
        public Filter {
            values = java.util.Collections.unmodifiableSet(new TreeSet<>(values));
        }
    }

    public CrossQuery {
        filters = List.copyOf(filters);
        if (rows.equals(columns)) {
            throw new IllegalArgumentException("a field by itself");
        }
    }
}
