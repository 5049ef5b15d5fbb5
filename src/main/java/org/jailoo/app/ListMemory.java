package org.jailoo.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** What each list remembers for the person: her filters, its columns, its order. Inside the notebook's encryption. */
public final class ListMemory {
    private static final String SETTING = "list.";
    private static final int DEPTH = 8;

    private final Notebook notebook;

    public ListMemory(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * A filter under a name of hers.
     *
     * @param campaign the id of a campaign, null for all
     */
    public record Filter(
            String name, String typed, Show show, @Nullable String campaign) {}

    /**
     * A column.
     *
     * @param path a field, or {@code group.member}
     * @param width in pixels
     */
    public record Column(String path, long width, boolean shown) {}

    /**
     * What a list remembers.
     *
     * @param columns in their order; none where she has changed nothing
     * @param order null where she has chosen none
     */
    public record Remembered(
            List<Filter> filters,
            List<Column> columns,
            @Nullable Order order) {
        public static final Remembered NOTHING = new Remembered(List.of(), List.of(), null);

        public Remembered {
            filters = List.copyOf(filters);
            columns = List.copyOf(columns);
        }
    }

    /** What the list of a type remembers; what cannot be read, as of a newer version, counts as nothing. */
    public Remembered of(String type) {
        return notebook.reading(at -> at.settings().get(SETTING + type))
                .map(ListMemory::read)
                .orElse(Remembered.NOTHING);
    }

    /** Remembers in place of what was remembered. */
    public void keep(String type, Remembered remembered) {
        String text = CanonicalJson.text(json(remembered));
        notebook.inTransaction(() -> {
            notebook.settings().put(SETTING + type, text);
            return type;
        });
    }

    private static Json json(Remembered remembered) {
        List<Json> filters = new ArrayList<>();
        for (Filter filter : remembered.filters()) {
            Map<String, Json> members = new TreeMap<>(Map.of(
                    "name", Json.of(filter.name()),
                    "typed", Json.of(filter.typed()),
                    "show", Json.of(filter.show().name())));
            if (filter.campaign() != null) {
                members.put("campaign", Json.of(filter.campaign()));
            }
            filters.add(Json.object(members));
        }
        List<Json> columns = new ArrayList<>();
        for (Column column : remembered.columns()) {
            columns.add(Json.object(Map.of(
                    "path", Json.of(column.path()),
                    "width", Json.of(Math.max(0, column.width())),
                    "shown", Json.of(column.shown()))));
        }
        Map<String, Json> all =
                new TreeMap<>(Map.of("filters", new Json.Array(filters), "columns", new Json.Array(columns)));
        if (remembered.order() != null) {
            all.put("order", Json.of(remembered.order().name()));
        }
        return Json.object(all);
    }

    private static Remembered read(String text) {
        try {
            if (JsonReader.parse(text.getBytes(StandardCharsets.UTF_8), DEPTH) instanceof Json.Obj all) {
                List<Filter> filters = new ArrayList<>();
                for (Json.Obj each : objects(all, "filters")) {
                    filters.add(new Filter(
                            text(each, "name"),
                            text(each, "typed"),
                            Show.valueOf(text(each, "show")),
                            each.text("campaign")));
                }
                List<Column> columns = new ArrayList<>();
                for (Json.Obj each : objects(all, "columns")) {
                    Long width = each.integer("width");
                    columns.add(new Column(
                            text(each, "path"), width == null ? 0 : width, Json.TRUE.equals(each.get("shown"))));
                }
                String order = all.text("order");
                return new Remembered(filters, columns, order == null ? null : Order.valueOf(order));
            }
        } catch (JsonException | IllegalArgumentException e) {
            // What a list remembers is no record: the list stands as it does for everybody.
            return Remembered.NOTHING;
        }
        return Remembered.NOTHING;
    }

    private static List<Json.Obj> objects(Json.Obj all, String name) {
        List<Json.Obj> objects = new ArrayList<>();
        if (all.get(name) instanceof Json.Array array) {
            for (Json each : array.items()) {
                if (each instanceof Json.Obj object) {
                    objects.add(object);
                }
            }
        }
        return objects;
    }

    private static String text(Json.Obj object, String name) {
        String text = object.text(name);
        return text == null ? "" : text;
    }
}
