package org.jailoo.record;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/** Reads a schema in file order: first as it is written, then with its names resolved. */
final class SchemaReader {
    private static final int MAX_NAME = 256;
    private static final int MAX_BYTES = 1 << 20;

    private final JsonReader in;
    private final List<Json> codeSafeTypes = new ArrayList<>();
    private Map<String, Written> all = Map.of();
    private final Map<String, Map<String, Written>> types = new LinkedHashMap<>();
    private final Map<String, Map<String, Written>> groups = new LinkedHashMap<>();
    private final Map<String, Map<String, String>> parents = new LinkedHashMap<>();
    private final Map<String, Json> codebooks = new LinkedHashMap<>();

    /** A field's kind as it is written: a word, or the members of its items. */
    private record Written(String word, @Nullable Map<String, Written> items) {}

    SchemaReader(InputStream in) {
        this.in = new JsonReader(in);
    }

    Schema read() throws IOException {
        in.beginObject();
        for (String part = in.nextName(MAX_NAME); part != null; part = in.nextName(MAX_NAME)) {
            switch (part) {
                case "codeSafeTypes" -> codeSafeTypes.addAll(array(in.readValue(1, MAX_BYTES)));
                case "all" -> all = fields();
                case "types" -> each(name -> types.put(name, fields()));
                case "groups" -> each(name -> groups.put(name, fields()));
                case "parents" -> each(name -> parents.put(name, texts((Json.Obj) in.readValue(1, MAX_BYTES))));
                case "codebooks" -> each(name -> codebooks.put(name, in.readValue(2, MAX_BYTES)));
                default -> in.readValue(8, MAX_BYTES);
            }
        }
        in.endDocument();
        return resolve();
    }

    private interface Member {
        void read(String name) throws IOException;
    }

    private void each(Member member) throws IOException {
        in.beginObject();
        for (String name = in.nextName(MAX_NAME); name != null; name = in.nextName(MAX_NAME)) {
            member.read(name);
        }
    }

    private Map<String, Written> fields() throws IOException {
        Map<String, Written> fields = new LinkedHashMap<>();
        each(name -> {
            if (fields.put(name, kind(name)) != null) {
                throw new IllegalArgumentException("field " + name + " stands twice");
            }
        });
        return fields;
    }

    private Written kind(String field) throws IOException {
        if (!in.objectAhead()) {
            return new Written(text(in.readValue(0, MAX_BYTES)), null);
        }
        Map<String, Map<String, Written>> inside = new LinkedHashMap<>();
        each(name -> inside.put(name, fields()));
        Map<String, Written> items = inside.get("items");
        if (items == null || inside.size() != 1) {
            throw new IllegalArgumentException("field " + field + " is neither a word nor items");
        }
        return new Written("items", items);
    }

    private Schema resolve() {
        Map<String, Codebook> books = new LinkedHashMap<>();
        codebooks.forEach((name, json) ->
                books.put(name, new Codebook(name, codes(json), parents.getOrDefault(name, Map.of()))));
        for (String name : parents.keySet()) {
            known(books.keySet(), name, "codebook");
        }
        Set<String> safe = new LinkedHashSet<>();
        for (Json type : codeSafeTypes) {
            safe.add(known(types.keySet(), text(type), "type"));
        }
        Map<String, Map<String, Field>> resolvedGroups = new LinkedHashMap<>();
        groups.keySet().forEach(name -> resolvedGroups.put(name, group(name)));
        Map<String, RecordType> resolvedTypes = new LinkedHashMap<>();
        types.forEach((name, written) -> {
            if (!Path.isName(name)) {
                throw new IllegalArgumentException("not the name of a type: " + name);
            }
            Map<String, Field> fields = resolve(written, true);
            resolve(all, true).forEach((fieldName, field) -> {
                if (fields.put(fieldName, field) != null) {
                    throw new IllegalArgumentException("field " + fieldName + " stands twice in " + name);
                }
            });
            resolvedTypes.put(name, new RecordType(name, fields));
        });
        return new Schema(resolvedTypes, resolvedGroups, books, safe);
    }

    private Map<String, Field> resolve(Map<String, Written> written, boolean top) {
        Map<String, Field> fields = new LinkedHashMap<>();
        written.forEach((marked, kind) -> {
            boolean sensitive = marked.startsWith("!");
            String name = sensitive ? marked.substring(1) : marked;
            FieldKind resolved = resolve(kind);
            if (!Path.isName(name) || (top && name.equals(Path.DELETED))) {
                throw new IllegalArgumentException("not the name of a field: " + name);
            }
            if (top ? resolved instanceof FieldKind.ListOf : resolved.hasSubPaths()) {
                throw new IllegalArgumentException("field " + name + " cannot be " + kind.word() + " where it stands");
            }
            if (fields.put(name, new Field(name, resolved, sensitive)) != null) {
                throw new IllegalArgumentException("field " + name + " stands twice");
            }
        });
        return fields;
    }

    private FieldKind resolve(Written written) {
        if (written.items() != null) {
            return new FieldKind.Items(resolve(written.items(), false));
        }
        String word = written.word();
        int colon = word.indexOf(':');
        String name = word.substring(colon + 1);
        return switch (colon < 0 ? word : word.substring(0, colon + 1)) {
            case "text" -> new FieldKind.Text();
            case "longText" -> new FieldKind.LongText();
            case "integer" -> new FieldKind.Int();
            case "boolean" -> new FieldKind.Bool();
            case "date" -> new FieldKind.Date();
            case "quarter" -> new FieldKind.Quarter();
            case "attachments" -> new FieldKind.Attachments(group("attachment"));
            case "choice:" -> new FieldKind.Choice(known(codebooks.keySet(), name, "codebook"));
            case "list:" -> new FieldKind.ListOf(known(codebooks.keySet(), name, "codebook"));
            case "set:" -> new FieldKind.SetOf(known(codebooks.keySet(), name, "codebook"));
            case "group:" -> new FieldKind.Group(name, group(name));
            case "reference:" -> new FieldKind.Reference(known(types.keySet(), name, "type"));
            case "references:" -> new FieldKind.References(known(types.keySet(), name, "type"));
            default -> throw new IllegalArgumentException("unknown kind " + word);
        };
    }

    private final Set<String> open = new LinkedHashSet<>();

    private Map<String, Field> group(String name) {
        Map<String, Written> written = groups.get(known(groups.keySet(), name, "group"));
        if (written == null || !open.add(name)) {
            throw new IllegalArgumentException("group " + name + " holds itself");
        }
        Map<String, Field> members = resolve(written, false);
        open.remove(name);
        return members;
    }

    private static List<String> codes(Json json) {
        if (json instanceof Json.Array array) {
            return array.items().stream().map(SchemaReader::text).toList();
        }
        Json.Obj from = (Json.Obj) json;
        Set<String> standard = StandardCodes.of(text(member(from, "from")));
        Set<String> codes = new LinkedHashSet<>();
        for (Json code : array(member(from, "first"))) {
            codes.add(known(standard, text(code), "code"));
        }
        codes.addAll(standard);
        for (Json code : array(member(from, "and"))) {
            codes.add(text(code));
        }
        return List.copyOf(codes);
    }

    private static Json member(Json.Obj object, String name) {
        Json value = object.get(name);
        return value == null ? new Json.Array(List.of()) : value;
    }

    private static List<Json> array(Json json) {
        return ((Json.Array) json).items();
    }

    private static Map<String, String> texts(Json.Obj object) {
        Map<String, String> texts = new LinkedHashMap<>();
        object.members().forEach((name, value) -> texts.put(name, text(value)));
        return texts;
    }

    private static String text(Json json) {
        if (json instanceof Json.Text text) {
            return text.value();
        }
        throw new IllegalArgumentException("a text expected");
    }

    private static String known(Set<String> names, String name, String what) {
        if (!names.contains(name)) {
            throw new IllegalArgumentException("unknown " + what + " " + name);
        }
        return name;
    }
}
