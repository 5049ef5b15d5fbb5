package org.jailoo.folder;

import java.util.HashMap;
import java.util.Map;
import java.util.Set;

/**
 * What earlier looks into a folder saw of its files. A file has come to rest when two looks that lie apart saw the same size
 * and the same time; an empty one never has.
 */
public final class Looks {
    /** So far apart lie two looks that count: twice the step in which a stick tells time. */
    public static final long APART_NANOS = 4_000_000_000L;

    private final Map<String, Seen> seen = new HashMap<>();

    private record Seen(Mark mark, long since) {}

    /**
     * Takes note of a file, and tells whether it has come to rest.
     *
     * @param now of a clock that nobody sets
     */
    public boolean settled(String name, Mark mark, long now) {
        Seen before = seen.get(name);
        if (before == null || !before.mark().equals(mark)) {
            seen.put(name, new Seen(mark, now));
            return false;
        }
        return mark.size() > 0 && now - before.since() >= APART_NANOS;
    }

    /** Forgets every file that is not among these: one that comes back is looked at anew. */
    public void keep(Set<String> names) {
        seen.keySet().retainAll(names);
    }
}
