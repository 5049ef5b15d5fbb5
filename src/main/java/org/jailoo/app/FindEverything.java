package org.jailoo.app;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Lists.Choice;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Row;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jailoo.record.TextLeaves;
import org.jailoo.search.SearchQuery;
import org.jailoo.search.Snippet;

/**
 * Finds records of every type at once: by their codes first, then by any word in them, a few of each type.
 *
 * <p>Of the few that are shown, and of no others, the words are read back to show where they stand. Types that may name
 * a person are in no index and are never found here.
 */
public final class FindEverything {
    /** As many of a type as are shown at once. */
    public static final int EACH = 5;

    /** As many characters as a line of context has. */
    private static final int WIDTH = 76;

    private final Notebook notebook;

    public FindEverything(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A record that was found.
     *
     * @param title its code or title, with what fits marked
     * @param field the field in which the words stand, empty where that is its title
     * @param words the words in their context; none where the code itself was found
     */
    public record Hit(Row row, List<Snippet.Part> title, String field, List<Snippet.Part> words) {}

    /**
     * What was found of a type.
     *
     * @param total how many records, of which {@code hits} are the first
     */
    public record Group(String type, long total, List<Hit> hits) {
        public Group {
            hits = List.copyOf(hits);
        }
    }

    /**
     * What was found.
     *
     * @param coded records whose code was typed
     * @param groups by type, in the order of the record types; types without a hit left out
     */
    public record Result(String typed, List<Hit> coded, List<Group> groups) {
        public Result {
            coded = List.copyOf(coded);
            groups = List.copyOf(groups);
        }

        public boolean isEmpty() {
            return coded.isEmpty() && groups.isEmpty();
        }
    }

    /**
     * Finds.
     *
     * @param steps told after each type; where it throws, the search is not wanted any more
     */
    public Result find(String typed, Steps steps) {
        Optional<SearchQuery> query = SearchQuery.parse(typed);
        if (query.isEmpty()) {
            return new Result(typed, List.of(), List.of());
        }
        List<String> types = notebook.schema().types().keySet().stream()
                .filter(notebook.schema()::codeSafe)
                .toList();
        Map<String, Hit> coded =
                typed.chars().anyMatch(Character::isDigit) ? coded(typed, query.get(), types, steps) : Map.of();
        Map<String, Long> counts = notebook.reading(at -> at.lists().countFoundByType(typed));
        List<Group> groups = new ArrayList<>();
        for (String type : types) {
            steps.done(groups.size(), types.size());
            long total = counts.getOrDefault(type, 0L);
            if (total > 0) {
                List<Hit> hits = notebook.reading(at -> hits(at, type, typed, query.get()));
                groups.add(new Group(type, total, hits));
            }
        }
        // What stands above as the one whose code was typed is not said twice.
        List<Group> others = groups.stream()
                .map(g -> new Group(
                        g.type(),
                        g.total(),
                        g.hits().stream()
                                .filter(h -> !coded.containsKey(h.row().record()))
                                .toList()))
                .filter(g -> !g.hits().isEmpty())
                .toList();
        return new Result(typed, List.copyOf(coded.values()), others);
    }

    private Map<String, Hit> coded(String typed, SearchQuery query, List<String> types, Steps steps) {
        Map<String, Hit> found = new LinkedHashMap<>();
        for (String type : types) {
            steps.done(0, types.size());
            List<Row> rows = notebook.reading(at -> {
                List<Row> exact = at.lists().coded(type, typed, EACH);
                return exact.isEmpty() ? at.lists().beginning(type, typed, EACH) : exact;
            });
            for (Row row : rows) {
                found.put(row.record(), new Hit(row, title(row, query), "", List.of()));
            }
        }
        return found;
    }

    private static List<Hit> hits(Snapshot at, String type, String typed, SearchQuery query) {
        Lists lists = at.lists();
        TextLeaves leaves = new TextLeaves(at.schema());
        List<Hit> hits = new ArrayList<>();
        for (Row row : lists.found(new Choice(type, Show.ALL, null, Order.LATEST), typed, 0, EACH)) {
            at.revisions().visible(row.record()).ifPresent(state -> hits.add(hit(row, state, leaves, query)));
        }
        return hits;
    }

    private static Hit hit(Row row, RecordState state, TextLeaves leaves, SearchQuery query) {
        String field = "";
        Snippet best = new Snippet(List.of(), 0);
        Map<String, List<Json>> values = new LinkedHashMap<>();
        state.values().forEach((path, value) -> values.put(path, List.of(value)));
        state.conflicts().forEach(values::put);
        for (Map.Entry<String, List<Json>> each : values.entrySet()) {
            for (Json value : each.getValue()) {
                for (String text : leaves.of(state.type(), each.getKey(), value)) {
                    // The title says itself what stands in it.
                    Snippet here = text.strip().equals(row.code()) ? best : Snippet.of(text, query, WIDTH);
                    if (here.found() > best.found()) {
                        best = here;
                        field = each.getKey();
                    }
                }
            }
        }
        int end = field.indexOf('/');
        return new Hit(row, title(row, query), end < 0 ? field : field.substring(0, end), best.parts());
    }

    private static List<Snippet.Part> title(Row row, SearchQuery query) {
        List<Snippet.Part> marked =
                Snippet.of(row.code(), query, Math.max(1, row.code().length())).parts();
        return !marked.isEmpty() || row.code().isEmpty() ? marked : List.of(new Snippet.Part(row.code(), false));
    }
}
