package org.jailoo.record;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The codes that a choice, a list or a set may hold, in the order in which people see them.
 *
 * <p>Codes never change meaning and are retired, never deleted, so that old records stay readable.
 */
public final class Codebook {
    private final String name;
    private final Set<String> codes;
    private final Map<String, String> parents;

    /** A codebook; {@code parents} leads from a code to the broader one under which it counts. */
    public Codebook(String name, Collection<String> codes, Map<String, String> parents) {
        this.name = name;
        this.codes = Collections.unmodifiableSet(new LinkedHashSet<>(codes));
        this.parents = Collections.unmodifiableMap(new LinkedHashMap<>(parents));
        if (this.codes.size() != codes.size()) {
            throw new IllegalArgumentException("a code stands twice in codebook " + name);
        }
        for (Map.Entry<String, String> parent : parents.entrySet()) {
            if (!contains(parent.getKey()) || !contains(parent.getValue())) {
                throw new IllegalArgumentException("unknown parent " + parent + " in codebook " + name);
            }
        }
    }

    public String name() {
        return name;
    }

    /** All codes, in order. */
    public Set<String> codes() {
        return codes;
    }

    public boolean contains(String code) {
        return codes.contains(code);
    }

    /** The broader code that this one counts under, or null. */
    public @Nullable String parentOf(String code) {
        return parents.get(code);
    }
}
