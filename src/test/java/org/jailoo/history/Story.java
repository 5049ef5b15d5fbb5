package org.jailoo.history;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;

/** A history told by hand: revisions of one record by names of one letter, with apostrophes for quotation marks. */
final class Story {
    static final String RECORD = "11111111-1111-4111-8111-111111111111";
    static final String OTHER_RECORD = "22222222-2222-4222-8222-222222222222";
    static final String DEVICE = "d".repeat(32);
    static final String OTHER_DEVICE = "e".repeat(32);

    final NotebookModel notebook = new NotebookModel(Map.of());
    private final Map<String, String> ids = new HashMap<>();
    private String record = RECORD;
    private String type = "interview";
    private Writer writer = new Writer(DEVICE, "a".repeat(32));
    private long seq;
    private Predicate<String> wanted = id -> true;

    /** An edit on these earlier ones ({@code "a b"}; {@code ?} is one that nobody holds). */
    Story edit(String name, String parents, String body) {
        return add(name, parents, json(body), true);
    }

    /** An edit of which only the header came. */
    Story editWithoutBody(String name, String parents) {
        return add(name, parents, json("{'code':'unseen'}"), false);
    }

    /** A purge that waits for a person. */
    Story heldPurge(String name) {
        for (seq++; ; writer = new Writer(writer.device(), next(writer.instance()))) {
            Header header = Header.purge(record, type, writer, seq);
            if (wanted.test(header.id())) {
                ids.put(name, header.id());
                notebook.add(new Held(header, null));
                wanted = id -> true;
                return this;
            }
        }
    }

    Story purge(String name) {
        heldPurge(name).notebook.accept(record);
        return this;
    }

    /** The next revision's id is greater than that of an earlier one. */
    Story greaterThan(String name) {
        wanted = id -> id.compareTo(id(name)) > 0;
        return this;
    }

    /** The next revision's id is less than that of an earlier one. */
    Story lessThan(String name) {
        wanted = id -> id.compareTo(id(name)) < 0;
        return this;
    }

    Story type(String now) {
        type = now;
        return this;
    }

    Story record(String now) {
        record = now;
        return this;
    }

    Story device(String now) {
        writer = new Writer(now, "b".repeat(32));
        return this;
    }

    /** The writer's count starts again: a copied notebook. */
    Story sameSeqAgain() {
        seq--;
        return this;
    }

    String id(String name) {
        return Objects.requireNonNull(ids.get(name), name);
    }

    private Story add(String name, String parents, Json.Obj body, boolean keepBody) {
        TreeSet<String> parentIds = new TreeSet<>();
        for (String parent : parents.isEmpty() ? new String[0] : parents.split(" ", -1)) {
            parentIds.add(parent.equals("?") ? "0".repeat(64) : id(parent));
        }
        seq++;
        for (int i = 0; ; i++) {
            Header header = Header.edit(record, type, List.copyOf(parentIds), writer, seq, hash(body, i));
            if (wanted.test(header.id())) {
                ids.put(name, header.id());
                Held held = new Held(header, body);
                notebook.add(keepBody ? held : NotebookModel.without(held));
                wanted = id -> true;
                return this;
            }
        }
    }

    private static String next(String instance) {
        return String.format("%032x", new java.math.BigInteger(instance, 16).add(java.math.BigInteger.ONE));
    }

    private static String hash(Json.Obj body, int salt) {
        byte[] bytes = new byte[Content.SALT_BYTES];
        bytes[0] = (byte) salt;
        bytes[1] = (byte) (salt >> 8);
        try {
            return Content.of(bytes, "2026-05-01T10:00:00Z", body).hash();
        } catch (FormatException e) {
            throw new AssertionError(e);
        }
    }

    static Json.Obj json(String text) {
        try {
            return (Json.Obj) JsonReader.parse(text.replace('\'', '"').getBytes(UTF_8), 40);
        } catch (JsonException e) {
            throw new AssertionError(e);
        }
    }
}
