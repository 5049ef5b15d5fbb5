package org.jailoo.record;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** Every field of every type of the real schema, with values made from its kind alone. */
class WholeSchemaTest {
    private static final Schema SCHEMA = Schema.standard();
    private static final Validation VALIDATION = new Validation(SCHEMA);
    private static final String ID = "0b7c1f0e-93f4-4c6e-8a55-0d3a4f6f1e22";

    /** A path with a value that it accepts and values that it refuses. */
    private record Case(String path, Json right, List<Json> wrong) {}

    @Test
    void everyFieldTakesAValueOfItsKindAndRefusesAnother() throws IOException {
        int fields = 0;
        int refused = 0;
        for (RecordType type : SCHEMA.types().values()) {
            for (Field field : type.fields().values()) {
                Case made = top(field);
                fields++;
                assertThat(check(type, made.path(), made.right()))
                        .as("%s %s", type.name(), made)
                        .isEmpty();
                assertThat(check(type, made.path(), Json.NULL)).isEmpty();
                assertThat(Path.holds(made.path(), made.right())).isTrue();
                for (Json wrong : made.wrong()) {
                    assertThat(check(type, made.path(), wrong))
                            .as("%s %s: %s", type.name(), made.path(), wrong)
                            .isNotEmpty();
                    refused++;
                }
            }
        }
        assertThat(fields).isEqualTo(fieldsOfTheFile());
        assertThat(refused).isGreaterThan(4 * fields);
    }

    /** Counted by another reader, so that none is lost in ours. */
    private static int fieldsOfTheFile() throws IOException {
        try (InputStream in = Objects.requireNonNull(Schema.class.getResourceAsStream("/records.json"))) {
            JsonNode file = new ObjectMapper().readTree(in);
            int fields = 0;
            for (JsonNode type : file.get("types")) {
                fields += type.size() + file.get("all").size();
            }
            return fields;
        }
    }

    private static List<Problem> check(RecordType type, String path, Json value) {
        return VALIDATION.check(type.name(), Json.object(Map.of(path, value)));
    }

    private static Case top(Field field) {
        FieldKind kind = field.kind();
        String under = field.name() + '/' + ID;
        if (kind instanceof FieldKind.SetOf set) {
            return new Case(field.name() + '/' + code(set.codebook()), Json.TRUE, others(Json.TRUE));
        }
        if (kind instanceof FieldKind.References) {
            return new Case(under, Json.TRUE, others(Json.TRUE));
        }
        if (kind instanceof FieldKind.Items items) {
            return object(under, items.members());
        }
        if (kind instanceof FieldKind.Attachments attachments) {
            return object(under, attachments.members());
        }
        return value(field.name(), field);
    }

    private static Case object(String path, Map<String, Field> members) {
        TreeMap<String, Json> right = new TreeMap<>();
        for (Field member : members.values()) {
            right.put(member.name(), value(member.name(), member).right());
        }
        List<Json> wrong = others(new Json.Obj(right));
        for (Field member : members.values()) {
            for (Json bad : value(member.name(), member).wrong()) {
                wrong.add(new Json.Obj(right).with(member.name(), bad));
            }
        }
        wrong.add(new Json.Obj(right).with("unheardOf", Json.of("x")));
        return new Case(path, new Json.Obj(right), wrong);
    }

    private static Case value(String path, Field field) {
        FieldKind kind = field.kind();
        if (kind instanceof FieldKind.Group group) {
            return object(path, group.members());
        }
        if (kind instanceof FieldKind.ListOf list) {
            Json right = Json.texts(codes(list.codebook()));
            return new Case(path, right, with(others(right), Json.texts(List.of("un heard of"))));
        }
        if (kind instanceof FieldKind.Int) {
            return new Case(path, Json.of(7), others(Json.of(7)));
        }
        if (kind instanceof FieldKind.Bool) {
            return new Case(path, Json.FALSE, others(Json.TRUE));
        }
        if (kind.isText()) {
            Json text = Json.of(field.name().equals(AttachmentNames.MEMBER) ? "d".repeat(64) : "Өмүр, жашоо");
            return new Case(path, text, others(text));
        }
        String right = kind instanceof FieldKind.Choice choice
                ? code(choice.codebook())
                : kind instanceof FieldKind.Date ? "2024-05" : kind instanceof FieldKind.Quarter ? "2024-Q1" : ID;
        return new Case(path, Json.of(right), with(others(Json.of(right)), Json.of("un heard of")));
    }

    private static String code(String codebook) {
        return codes(codebook).iterator().next();
    }

    private static Set<String> codes(String codebook) {
        return Objects.requireNonNull(SCHEMA.codebook(codebook)).codes();
    }

    /** Values of every other JSON kind; null is for the callers, because it clears a path and is nothing inside. */
    private static List<Json> others(Json right) {
        List<Json> others = new ArrayList<>(List.of(
                Json.of("x"),
                Json.of(7),
                Json.TRUE,
                Json.object(Map.of("un heard of", Json.of("x"))),
                new Json.Array(List.of(Json.of(7)))));
        others.removeIf(other ->
                other.getClass() == right.getClass() && !(right instanceof Json.Array) && !(right instanceof Json.Obj));
        return others;
    }

    private static List<Json> with(List<Json> list, Json more) {
        list.add(more);
        return list;
    }
}
