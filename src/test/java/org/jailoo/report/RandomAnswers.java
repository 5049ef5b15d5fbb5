package org.jailoo.report;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.Schema;

/** Records with few codes, many gaps and every kind of consent; and their numbers, counted once more and naively. */
final class RandomAnswers {
    private static final List<String> CONSENTS = List.of(
            "{'given':'yes','purposes':['keep','statistics']}",
            "{'given':'yes','purposes':['keep','statistics']}",
            "{'given':'yes','purposes':['keep','statistics']}",
            "{'given':'yes','purposes':['statistics']}",
            "{'given':'yes','purposes':['keep']}",
            "{'given':'declined','purposes':['keep','statistics']}");

    /** A record as it was made: a text, true, or members with texts or lists of texts. */
    record Made(String id, String type, Map<String, Object> body, String consent) {
        boolean counted() {
            return !type.equals("interview") || (consent.contains("yes") && consent.contains("statistics"));
        }

        boolean kept() {
            return counted() && (consent.isEmpty() || consent.contains("keep"));
        }
    }

    final States states = new States();
    private final List<Made> records = new ArrayList<>();
    private final Random random;
    private final Schema schema;

    RandomAnswers(long seed, Schema schema) {
        this.random = new Random(seed);
        this.schema = schema;
        make("campaign", 2);
        make("participant", 14);
        make("interview", 30);
        make("focusGroup", 8);
        make("recommendation", 12);
    }

    private void make(String type, int number) {
        for (int i = 0; i < number; i++) {
            Map<String, Object> body = new LinkedHashMap<>();
            java.util.Objects.requireNonNull(schema.type(type))
                    .fields()
                    .values()
                    .forEach(field -> fill(field, body));
            boolean asks = schema.field(type, "consent") != null;
            String consent = asks ? CONSENTS.get(random.nextInt(CONSENTS.size())) : "";
            body.remove("birthYear");
            String id = states.add(type, json(body, consent));
            records.add(new Made(id, type, body, consent));
        }
    }

    private void fill(Field field, Map<String, Object> body) {
        if (field.name().equals("consent") || field.name().equals("deleted") || random.nextInt(4) == 0) {
            return;
        }
        if (field.kind() instanceof FieldKind.SetOf set) {
            for (int i = random.nextInt(3); i > 0; i--) {
                body.put(field.name() + "/" + code(set.codebook()), true);
            }
        } else if (field.kind() instanceof FieldKind.Group group) {
            body.put(field.name(), members(group.members()));
        } else if (field.kind() instanceof FieldKind.Items items) {
            for (int i = random.nextInt(3); i > 0; i--) {
                body.put(field.name() + "/" + RecordId.random(), members(items.members()));
            }
        } else if (field.kind() instanceof FieldKind.References references
                && references.type().equals("participant")
                && !field.name().endsWith("ameAs")) {
            List<Made> people =
                    records.stream().filter(r -> r.type().equals("participant")).toList();
            for (int i = random.nextInt(3); i > 0; i--) {
                body.put(
                        field.name() + "/"
                                + people.get(random.nextInt(people.size())).id(),
                        true);
            }
        } else {
            Object value = value(field);
            if (!"".equals(value)) {
                body.put(field.name(), value);
            }
        }
    }

    private Map<String, Object> members(Map<String, Field> fields) {
        Map<String, Object> members = new TreeMap<>();
        fields.values().forEach(field -> {
            Object value = field.kind() instanceof FieldKind.ListOf list
                    ? List.of(code(list.codebook()), code(list.codebook()))
                    : value(field);
            if (!"".equals(value) && random.nextInt(4) > 0) {
                members.put(field.name(), value);
            }
        });
        return members;
    }

    private Object value(Field field) {
        if (field.kind() instanceof FieldKind.Choice choice) {
            return code(choice.codebook());
        }
        if (field.kind() instanceof FieldKind.Date) {
            return List.of("2022", "2022-11", "2023-02-14", "2023-03").get(random.nextInt(4));
        }
        if (field.kind() instanceof FieldKind.Quarter) {
            return "2023-Q" + (1 + random.nextInt(2));
        }
        if (field.kind() instanceof FieldKind.Int) {
            return 1L + random.nextInt(4);
        }
        if (field.kind() instanceof FieldKind.Reference reference
                && reference.type().equals("campaign")) {
            return records.get(random.nextInt(2)).id();
        }
        return field.name().equals("settlement") ? List.of("Tosor", "Naryn").get(random.nextInt(2)) : "";
    }

    private String code(String codebook) {
        Codebook book = java.util.Objects.requireNonNull(schema.codebook(codebook));
        // A child needs a guardian, and that is tried elsewhere.
        List<String> codes = book.codes().stream()
                .filter(code -> !code.equals("child") && !code.equals("0-17"))
                .toList();
        return codes.get(random.nextInt(Math.min(4, codes.size())) * (codes.size() - 1) / 3 % codes.size());
    }

    private static String json(Map<String, Object> body, String consent) {
        List<String> parts = new ArrayList<>();
        body.forEach((path, value) -> parts.add("'" + path + "':" + json(value)));
        if (!consent.isEmpty()) {
            parts.add("'consent':" + consent);
        }
        return "{" + String.join(",", parts) + "}";
    }

    private static String json(Object value) {
        if (value instanceof Map<?, ?> map) {
            List<String> parts = new ArrayList<>();
            map.forEach((key, each) -> parts.add("'" + key + "':" + json(each)));
            return "{" + String.join(",", parts) + "}";
        }
        if (value instanceof List<?> list) {
            return "[" + String.join(",", list.stream().map(RandomAnswers::json).toList()) + "]";
        }
        return value instanceof String text ? "'" + text + "'" : String.valueOf(value);
    }

    // ---- the same numbers by other means

    /** A thing that is counted, how often, and its own item where items are counted. */
    private record Thing(Made of, long n, Map<String, ?> item) {}

    /** How many stand at each pair of row and column; an empty side stands for the total. */
    Map<List<String>, Long> count(CrossQuery query, boolean keptAlone) {
        Map<List<String>, Long> counts = new TreeMap<>(java.util.Comparator.comparing(List::toString));
        for (Thing thing : things(query.unit())) {
            if (!(keptAlone ? thing.of().kept() : thing.of().counted())) {
                continue;
            }
            Set<List<String>> pairs = pairs(thing, query);
            Set<List<String>> all = new LinkedHashSet<>(pairs);
            pairs.forEach(pair -> {
                all.add(List.of("r", pair.get(1)));
                all.add(List.of("c", pair.get(2)));
                all.add(List.of("all"));
            });
            all.forEach(pair -> counts.merge(pair, thing.n(), Long::sum));
        }
        return counts;
    }

    private List<Thing> things(CrossUnit unit) {
        List<Thing> things = new ArrayList<>();
        for (Made made : records) {
            if (!made.type().equals(unit.type())) {
                continue;
            }
            List<Map<String, ?>> violations = items(made, "violations");
            List<Map<String, ?>> grid = items(made, "attendance").stream()
                    .filter(line -> line.get("count") instanceof Long)
                    .toList();
            switch (unit) {
                case ACTS -> violations.forEach(each -> things.add(new Thing(made, 1, each)));
                case TESTIMONIES -> {
                    if (!violations.isEmpty()) {
                        things.add(new Thing(made, 1, Map.of()));
                    }
                }
                case ATTENDANCE -> {
                    grid.forEach(line -> things.add(
                            new Thing(made, java.util.Objects.requireNonNull((Long) line.get("count")), line)));
                    if (grid.isEmpty()) {
                        for (String id : named(made, "participants")) {
                            things.add(new Thing(made, 1, byList(id)));
                        }
                    }
                }
                default -> things.add(new Thing(made, 1, Map.of()));
            }
        }
        return things;
    }

    /** What a list of those who came says in place of a line of the grid. */
    private Map<String, Object> byList(String id) {
        Made person = find(id);
        Map<String, Object> line = new TreeMap<>();
        for (String same : List.of("sex", "ageBand")) {
            if (person.body().get(same) instanceof String code) {
                line.put(same, code);
            }
        }
        line.put("role", named(person, "roles"));
        return line;
    }

    private Made find(String id) {
        return records.stream().filter(r -> r.id().equals(id)).findFirst().orElseThrow();
    }

    private static List<String> named(Made made, String field) {
        return made.body().keySet().stream()
                .filter(path -> path.startsWith(field + "/")
                        && Boolean.TRUE.equals(made.body().get(path)))
                .map(path -> path.substring(field.length() + 1))
                .toList();
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, ?>> items(Made made, String field) {
        List<Map<String, ?>> items = new ArrayList<>();
        made.body().forEach((path, value) -> {
            if (path.startsWith(field + "/") && value instanceof Map<?, ?> map) {
                items.add((Map<String, ?>) map);
            }
        });
        return items;
    }

    private Set<List<String>> pairs(Thing thing, CrossQuery query) {
        // Each way to take one item of every list there is; what passes the filters gives its pair.
        String rowList = list(query.rows(), query.unit());
        String columnList = list(query.columns(), query.unit());
        Map<String, List<Integer>> places = new TreeMap<>();
        List<String> asked = new ArrayList<>(List.of(query.rows(), query.columns()));
        query.filters().forEach(filter -> asked.add(filter.field()));
        for (String field : asked) {
            places.computeIfAbsent(list(field, query.unit()), list -> fitting(thing, list, query));
        }
        if (places.values().stream().anyMatch(List::isEmpty)) {
            return Set.of();
        }
        Set<List<String>> pairs = new LinkedHashSet<>();
        List<Integer> rows = places.getOrDefault(rowList, List.of());
        List<Integer> columns = places.getOrDefault(columnList, List.of());
        for (int row : rows) {
            for (int column : rowList.equals(columnList) ? List.of(row) : columns) {
                for (String r : at(thing, query.rows(), row)) {
                    for (String c : at(thing, query.columns(), column)) {
                        pairs.add(List.of("rc", r, c));
                    }
                }
            }
        }
        Set<List<String>> told = new LinkedHashSet<>(pairs);
        told.removeIf(pair -> pair.get(2).isEmpty()
                && pairs.stream()
                        .anyMatch(p -> p.get(1).equals(pair.get(1)) && !p.get(2).isEmpty()));
        told.removeIf(pair -> pair.get(1).isEmpty()
                && pairs.stream().anyMatch(p -> !p.get(1).isEmpty() && p.get(2).equals(pair.get(2))));
        if (told.size() > 1) {
            told.remove(List.of("rc", "", ""));
        }
        return told;
    }

    private List<Integer> fitting(Thing thing, String list, CrossQuery query) {
        List<Integer> fitting = new ArrayList<>();
        int n = list.isEmpty()
                ? 1
                : list.equals("participants")
                        ? named(thing.of(), list).size()
                        : items(thing.of(), list).size();
        for (int i = 0; i < Math.max(1, n); i++) {
            int place = i;
            boolean fits = query.filters().stream()
                    .filter(filter -> list(filter.field(), query.unit()).equals(list))
                    .allMatch(
                            filter -> at(thing, filter.field(), place).stream().anyMatch(filter.values()::contains));
            if (fits) {
                fitting.add(i);
            }
        }
        return fitting;
    }

    private String list(String id, CrossUnit unit) {
        if (id.startsWith("participants.")) {
            return "participants";
        }
        String field = id.split("[.@]", 2)[0];
        Field of = schema.field(unit.type(), field);
        boolean items = of != null && of.kind() instanceof FieldKind.Items;
        boolean split = (unit == CrossUnit.ACTS && field.equals("violations")) || field.equals("attendance");
        return items && !split ? field : "";
    }

    /** The values of a field in the item at a place of its list, or in the whole. */
    private Set<String> at(Thing thing, String id, int place) {
        String form = id.contains("@") ? id.substring(id.indexOf('@') + 1) : "";
        String path = id.contains("@") ? id.substring(0, id.indexOf('@')) : id;
        if (path.startsWith("participants.")) {
            List<String> people =
                    named(thing.of(), "participants").stream().sorted().toList();
            if (place >= people.size()) {
                return Set.of("");
            }
            Made person = find(people.get(place));
            String inner = path.substring("participants.".length());
            List<Map<String, ?>> items = items(person, inner.split("\\.", 2)[0]);
            Set<String> all = new TreeSet<>();
            for (Map<String, ?> each : items) {
                all.addAll(values(each, inner.substring(inner.indexOf('.') + 1), form));
            }
            return items.isEmpty() ? plain(person, inner, form) : stated(all);
        }
        String field = path.split("\\.", 2)[0];
        Field of = schema.field(thing.of().type(), field);
        if (of != null && of.kind() instanceof FieldKind.Items) {
            String member = path.substring(path.indexOf('.') + 1);
            if (!thing.item().isEmpty() && (field.equals("violations") || field.equals("attendance"))) {
                return stated(values(thing.item(), member, form));
            }
            List<Map<String, ?>> items = items(thing.of(), field);
            return place >= items.size() ? Set.of("") : stated(values(items.get(place), member, form));
        }
        return plain(thing.of(), path, form);
    }

    private static Set<String> stated(Set<String> values) {
        values.remove("");
        return values.isEmpty() ? Set.of("") : values;
    }

    private Set<String> plain(Made made, String path, String form) {
        String[] parts = path.split("\\.", 2);
        if (parts.length == 2) {
            return made.body().get(parts[0]) instanceof Map<?, ?> group
                    ? stated(values(group, parts[1], form))
                    : Set.of("");
        }
        Set<String> values = new TreeSet<>();
        for (String code : named(made, path)) {
            values.add(formed(code, form));
        }
        if (made.body().get(path) instanceof String text) {
            values.add(formed(text, form));
        }
        return stated(values);
    }

    private Set<String> values(Map<?, ?> object, String member, String form) {
        Set<String> values = new TreeSet<>();
        if (member.equals("settlement")) {
            List<String> place = new ArrayList<>();
            for (String part : List.of("country", "adm1", "district", "settlement")) {
                place.add(object.get(part) instanceof String text ? text : "");
            }
            return new TreeSet<>(Set.of(place.stream().allMatch(String::isEmpty) ? "" : String.join("\n", place)));
        }
        if (object.get(member) instanceof String text) {
            values.add(formed(text, form));
        } else if (object.get(member) instanceof List<?> list) {
            list.forEach(each -> values.add(formed(String.valueOf(each), form)));
        }
        return values;
    }

    private String formed(String value, String form) {
        return switch (form) {
            case "year" -> value.substring(0, 4);
            case "month" -> value.length() < 7 ? "" : value.substring(0, 7);
            case "quarter" -> value.length() < 7 ? "" : value.startsWith("2022-11") ? "2022-Q4" : "2023-Q1";
            case "broader" -> {
                String at = value;
                for (String up = schema.parentOf("violation", at); up != null; up = schema.parentOf("violation", at)) {
                    at = up;
                }
                yield at;
            }
            default -> value;
        };
    }
}
