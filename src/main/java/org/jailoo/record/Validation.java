package org.jailoo.record;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.Problem.Kind;

/**
 * What may be written: a change set that names only types, fields and codes that the schema knows, each with a value of
 * its kind. Import does not ask here; it keeps what it does not know.
 */
public final class Validation {
    /** The most paths that a body of the format may have. */
    public static final int MAX_PATHS = 4096;

    private final Schema schema;

    public Validation(Schema schema) {
        this.schema = schema;
    }

    /** Everything that is wrong with a change set for a record of this type; empty if it may be written. */
    public List<Problem> check(String type, Json.Obj body) {
        RecordType known = schema.type(type);
        if (known == null) {
            return List.of(new Problem(Kind.UNKNOWN_TYPE, "", type));
        }
        int paths = body.members().size();
        if (paths == 0) {
            return List.of(new Problem(Kind.EMPTY_BODY, "", ""));
        }
        if (paths > MAX_PATHS) {
            return List.of(new Problem(Kind.TOO_MANY_PATHS, "", Integer.toString(paths)));
        }
        List<Problem> problems = new ArrayList<>();
        ValueCheck values = new ValueCheck(schema, problems);
        for (Map.Entry<String, Json> entry : body.members().entrySet()) {
            checkPath(known, entry.getKey(), entry.getValue(), values);
        }
        return List.copyOf(problems);
    }

    private static void checkPath(RecordType type, String text, Json value, ValueCheck values) {
        Path path = Path.parse(text);
        if (path == null) {
            values.add(Kind.BAD_PATH, text, "");
            return;
        }
        if (path instanceof Path.Deleted) {
            values.trueOrNull(text, value);
            return;
        }
        Field field = type.field(path.field());
        if (field == null) {
            values.add(Kind.UNKNOWN_FIELD, text, path.field());
        } else if (path instanceof Path.Register) {
            values.register(text, field.kind(), value);
        } else {
            values.under(text, text.substring(text.indexOf('/') + 1), field.kind(), value);
        }
    }
}
