package org.jailoo.ui.form;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What holds a save back until a person has decided something: each names the entry to decide at, or null. */
final class Guards {
    private final Map<String, Supplier<@Nullable Entry>> all = new LinkedHashMap<>();

    /** Puts a guard in place of one of the same name. */
    void put(String name, Supplier<@Nullable Entry> guard) {
        all.put(name, guard);
    }

    private Stream<Entry> holding() {
        return all.values().stream().map(Supplier::get).filter(Objects::nonNull).map(Objects::requireNonNull);
    }

    /** The first of the entries that hold a save back already, else one that a guard names. */
    @Nullable
    Entry first(Collection<Entry> already) {
        return Stream.concat(already.stream(), holding()).findFirst().orElse(null);
    }

    int count() {
        return (int) holding().count();
    }
}
