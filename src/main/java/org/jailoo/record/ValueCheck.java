package org.jailoo.record;

import java.util.List;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.record.Problem.Kind;

/** The rules for the value at one path, which gather what is wrong into a list. */
final class ValueCheck {
    private final Schema schema;
    private final List<Problem> problems;

    ValueCheck(Schema schema, List<Problem> problems) {
        this.schema = schema;
        this.problems = problems;
    }

    void add(Kind kind, String path, String detail) {
        problems.add(new Problem(kind, path, detail));
    }

    /** The value of {@code field}, where {@code null} clears. */
    void register(String path, FieldKind kind, Json value) {
        if (kind.hasSubPaths()) {
            add(Kind.BAD_PATH, path, "");
        } else if (!(value instanceof Json.Null)) {
            value(path, kind, value);
        }
    }

    /** The value of {@code field/name}, where {@code null} clears. */
    void under(String path, String name, FieldKind kind, Json value) {
        if (kind instanceof FieldKind.SetOf set) {
            code(path, set.codebook(), name);
            trueOrNull(path, value);
        } else if (kind instanceof FieldKind.References) {
            if (!RecordId.isValid(name)) {
                add(Kind.BAD_REFERENCE, path, name);
            }
            trueOrNull(path, value);
        } else if (kind instanceof FieldKind.Items items) {
            item(path, name, items.members(), value);
        } else if (kind instanceof FieldKind.Attachments attachments) {
            item(path, name, attachments.members(), value);
            if (value instanceof Json.Obj item && item.get("size") instanceof Json.Int size && size.value() < 0) {
                add(Kind.BAD_SIZE, path + ".size", Long.toString(size.value()));
            }
        } else {
            add(Kind.BAD_PATH, path, "");
        }
    }

    void trueOrNull(String path, Json value) {
        if (!value.equals(Json.TRUE) && !value.equals(Json.NULL)) {
            wrongKind(path);
        }
    }

    private void item(String path, String id, Map<String, Field> members, Json value) {
        if (!RecordId.isUuid(id)) {
            add(Kind.BAD_PATH, path, id);
        } else if (value instanceof Json.Obj object) {
            object(path, members, object);
            hash(path, object);
        } else if (!(value instanceof Json.Null)) {
            wrongKind(path);
        }
    }

    /** An item that names a file does so by a hash that can be found, whatever its field is called. */
    private void hash(String path, Json.Obj item) {
        if (item.get(AttachmentNames.MEMBER) instanceof Json.Text hash && !AttachmentNames.isHash(hash.value())) {
            add(Kind.BAD_HASH, path + '.' + AttachmentNames.MEMBER, hash.value());
        }
    }

    private void object(String path, Map<String, Field> members, Json.Obj value) {
        for (Map.Entry<String, Json> entry : value.members().entrySet()) {
            String inner = path + '.' + entry.getKey();
            Field member = members.get(entry.getKey());
            if (member == null) {
                add(Kind.UNKNOWN_FIELD, inner, entry.getKey());
            } else {
                value(inner, member.kind(), entry.getValue());
            }
        }
    }

    private void value(String path, FieldKind kind, Json value) {
        if (kind instanceof FieldKind.Int) {
            is(path, value instanceof Json.Int);
        } else if (kind instanceof FieldKind.Bool) {
            is(path, value instanceof Json.Bool);
        } else if (kind instanceof FieldKind.Group group) {
            if (value instanceof Json.Obj object) {
                object(path, group.members(), object);
            } else {
                wrongKind(path);
            }
        } else if (kind instanceof FieldKind.ListOf list) {
            list(path, list.codebook(), value);
        } else if (value instanceof Json.Text text) {
            text(path, kind, text.value());
        } else {
            wrongKind(path);
        }
    }

    private void text(String path, FieldKind kind, String text) {
        if (kind instanceof FieldKind.Choice choice) {
            code(path, choice.codebook(), text);
        } else if (kind instanceof FieldKind.Date && !DateText.isDate(text)) {
            add(Kind.BAD_DATE, path, text);
        } else if (kind instanceof FieldKind.Quarter && !DateText.isQuarter(text)) {
            add(Kind.BAD_QUARTER, path, text);
        } else if (kind instanceof FieldKind.Reference && !RecordId.isValid(text)) {
            add(Kind.BAD_REFERENCE, path, text);
        }
    }

    private void list(String path, String codebook, Json value) {
        if (!(value instanceof Json.Array array)) {
            wrongKind(path);
            return;
        }
        for (Json item : array.items()) {
            if (item instanceof Json.Text code) {
                code(path, codebook, code.value());
            } else {
                wrongKind(path);
            }
        }
    }

    private void code(String path, String codebookName, String code) {
        Codebook codebook = schema.codebook(codebookName);
        if (codebook == null || !codebook.contains(code)) {
            add(Kind.UNKNOWN_CODE, path, codebookName + ':' + code);
        }
    }

    private void is(String path, boolean right) {
        if (!right) {
            wrongKind(path);
        }
    }

    private void wrongKind(String path) {
        add(Kind.WRONG_KIND, path, "");
    }
}
