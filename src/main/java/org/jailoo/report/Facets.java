package org.jailoo.report;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What is known of one thing that a cross-tab counts, by the ids of the fields asked for: of the thing as a whole, and of
 * the items that belong to it, list by list. What stands in one item belongs together.
 */
final class Facets {
    private final Map<String, Set<String>> own = new HashMap<>();
    private final Map<String, List<Map<String, Set<String>>>> lists = new HashMap<>();

    void put(String field, Iterable<String> values) {
        Set<String> stated = own.computeIfAbsent(field, f -> new TreeSet<>());
        values.forEach(value -> {
            if (!value.isEmpty()) {
                stated.add(value);
            }
        });
    }

    /** Takes over what is known of another. */
    void takeAll(Facets other) {
        other.own.forEach(this::put);
    }

    void item(String list, Facets item) {
        lists.computeIfAbsent(list, l -> new ArrayList<>()).add(item.own);
    }

    private List<Map<String, Set<String>>> items(String list) {
        return list.isEmpty() ? List.of(own) : lists.getOrDefault(list, List.of(Map.of()));
    }

    private static Set<String> values(Map<String, Set<String>> of, String field) {
        Set<String> values = of.getOrDefault(field, Set.of());
        return values.isEmpty() ? Set.of("") : values;
    }

    /** A filter on a field. */
    record Wanted(CrossField field, Set<String> values) {
        boolean fits(Map<String, Set<String>> of) {
            return Facets.values(of, field.id()).stream().anyMatch(values::contains);
        }
    }

    /** The columns in which it stands, by the rows in which it stands; null where a filter leaves it out. */
    @Nullable
    Map<String, Set<String>> pairs(CrossField row, CrossField column, List<Wanted> filters) {
        for (Wanted filter : filters) {
            if (fitting(filter.field().list(), filters).isEmpty()) {
                return null;
            }
        }
        Map<String, Set<String>> pairs = new TreeMap<>();
        if (row.list().equals(column.list())) {
            for (Map<String, Set<String>> each : fitting(row.list(), filters)) {
                cross(values(each, row.id()), values(each, column.id()), pairs);
            }
            return withoutIdle(pairs);
        }
        cross(all(row, filters), all(column, filters), pairs);
        return pairs;
    }

    /** The items that pass every filter on their list. */
    private List<Map<String, Set<String>>> fitting(String list, List<Wanted> filters) {
        return items(list).stream()
                .filter(item -> filters.stream()
                        .filter(filter -> filter.field().list().equals(list))
                        .allMatch(filter -> filter.fits(item)))
                .toList();
    }

    private Set<String> all(CrossField field, List<Wanted> filters) {
        Set<String> all = new TreeSet<>();
        fitting(field.list(), filters).forEach(item -> all.addAll(item.getOrDefault(field.id(), Set.of())));
        return all.isEmpty() ? Set.of("") : all;
    }

    private static void cross(Set<String> rows, Set<String> columns, Map<String, Set<String>> pairs) {
        rows.forEach(row -> pairs.computeIfAbsent(row, r -> new TreeSet<>()).addAll(columns));
    }

    /** "Not stated" counts where nothing was stated in any item: not beside what was. */
    private static Map<String, Set<String>> withoutIdle(Map<String, Set<String>> pairs) {
        pairs.values().forEach(columns -> {
            if (columns.size() > 1) {
                columns.remove("");
            }
        });
        Set<String> unstated = pairs.get("");
        if (unstated != null && pairs.size() > 1) {
            Set<String> elsewhere = new TreeSet<>();
            pairs.forEach((row, columns) -> {
                if (!row.isEmpty()) {
                    elsewhere.addAll(columns);
                }
            });
            unstated.removeAll(elsewhere);
            unstated.remove("");
            if (unstated.isEmpty()) {
                pairs.remove("");
            }
        }
        return pairs;
    }
}
