package org.jailoo.app;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Snapshot;
import org.jailoo.person.Links;

/** Reads out of the record of a participant with whom it is said to be of one person, and with whom not. */
final class LinkedRecords {
    static final String SAME = "sameAs/";
    static final String NOT_SAME = "notSameAs/";

    private LinkedRecords() {}

    /** Those whom the record says to be the same; what it says goes into the links. */
    static Set<String> take(Snapshot at, String record, Links links) {
        return at.revisions()
                .visible(record)
                .filter(state -> !state.deleted() && !state.purged())
                .map(state -> take(state, links))
                .orElse(Set.of());
    }

    static Set<String> take(RecordState state, Links links) {
        Set<String> same = new TreeSet<>();
        for (Map.Entry<String, Json> value : state.values().entrySet()) {
            String path = value.getKey();
            if (Json.TRUE.equals(value.getValue())) {
                if (path.startsWith(SAME)) {
                    same.add(path.substring(SAME.length()));
                } else if (path.startsWith(NOT_SAME)) {
                    links.notSame(state.record(), path.substring(NOT_SAME.length()));
                }
            }
        }
        same.forEach(other -> links.same(state.record(), other));
        return same;
    }
}
