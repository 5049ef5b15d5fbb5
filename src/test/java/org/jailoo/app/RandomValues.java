package org.jailoo.app;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.Schema;

/** Values that a person may have written, of any kind of field; seeded. */
final class RandomValues {
    private static final String[] WORDS = {"айлык", "үч", "паспорт", "Казань", "иш", "өз", "ёлка", "2019"};

    private final Schema schema;
    private final Random random;

    RandomValues(Schema schema, Random random) {
        this.schema = schema;
        this.random = random;
    }

    /** A path of a field, one that two people might both write. */
    String path(Field field, int which) {
        FieldKind kind = field.kind();
        if (kind instanceof FieldKind.SetOf set) {
            return field.name() + "/" + codes(set.codebook()).get(which);
        }
        return kind.hasSubPaths() ? field.name() + "/11111111-1111-4111-8111-11111111111" + which : field.name();
    }

    /** A value that may stand at a path of a field. */
    Json at(Field field) {
        FieldKind kind = field.kind();
        if (random.nextInt(8) == 0) {
            return Json.NULL;
        }
        if (kind instanceof FieldKind.SetOf || kind instanceof FieldKind.References) {
            return Json.TRUE;
        }
        if (kind instanceof FieldKind.Items items) {
            return object(items.members());
        }
        if (kind instanceof FieldKind.Attachments) {
            return Json.object(Map.of("name", Json.of(words()), "sha256", Json.of("ab".repeat(32))));
        }
        return of(kind);
    }

    private Json of(FieldKind kind) {
        if (kind instanceof FieldKind.Int) {
            return Json.of(random.nextInt(60));
        }
        if (kind instanceof FieldKind.Bool) {
            return Json.of(random.nextBoolean());
        }
        if (kind instanceof FieldKind.Date) {
            return Json.of(
                    "20" + (10 + random.nextInt(15)) + (random.nextBoolean() ? "" : "-0" + (1 + random.nextInt(9))));
        }
        if (kind instanceof FieldKind.Quarter) {
            return Json.of("2023-Q" + (1 + random.nextInt(4)));
        }
        if (kind instanceof FieldKind.Choice choice) {
            return Json.of(code(choice.codebook()));
        }
        if (kind instanceof FieldKind.ListOf list) {
            return Json.texts(new java.util.TreeSet<>(List.of(code(list.codebook()), code(list.codebook()))));
        }
        if (kind instanceof FieldKind.Reference) {
            return Json.of(RecordId.random());
        }
        return kind instanceof FieldKind.Group group ? object(group.members()) : Json.of(words());
    }

    private Json object(Map<String, Field> members) {
        TreeMap<String, Json> object = new TreeMap<>();
        members.forEach((name, member) -> {
            if (random.nextInt(3) > 0) {
                object.put(name, of(member.kind()));
            }
        });
        members.values().stream().findFirst().ifPresent(first -> object.putIfAbsent(first.name(), of(first.kind())));
        return new Json.Obj(object);
    }

    private String code(String codebook) {
        List<String> codes = codes(codebook);
        return codes.get(random.nextInt(codes.size()));
    }

    private List<String> codes(String codebook) {
        return new ArrayList<>(Objects.requireNonNull(schema.codebook(codebook)).codes());
    }

    private String words() {
        StringBuilder words = new StringBuilder();
        for (int i = random.nextInt(12); i >= 0; i--) {
            words.append(WORDS[random.nextInt(WORDS.length)]).append(i == 0 ? "." : i % 4 == 0 ? ". " : " ");
        }
        return words.toString();
    }
}
