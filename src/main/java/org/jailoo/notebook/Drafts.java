package org.jailoo.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** What was typed in forms and not saved yet: one draft a record, encrypted like everything else, never in a bundle. */
public final class Drafts {
    private static final int DEPTH = 64;
    private static final String COLUMNS = "SELECT record, type, kept, sealed, content FROM draft";

    private final Sql sql;
    private final Schema schema;
    private final Seal seal;

    Drafts(Sql sql, Schema schema, Seal seal) {
        this.sql = sql;
        this.schema = schema;
        this.seal = seal;
    }

    /**
     * A draft.
     *
     * @param kept when it was last kept, {@code YYYY-MM-DDThh:mm:ssZ} by this laptop's clock
     * @param content what the form needs to come back as it was; the form alone reads it
     */
    public record Draft(String record, String type, String kept, Json.Obj content) {}

    /** Keeps a draft in place of an older one of the same record. */
    public void put(Draft draft) {
        boolean sealed = !schema.codeSafe(draft.type());
        byte[] content = CanonicalJson.bytes(draft.content());
        sql.update(
                "INSERT OR REPLACE INTO draft (record, type, kept, sealed, content) VALUES (?, ?, ?, ?, ?)",
                draft.record(),
                draft.type(),
                draft.kept(),
                sealed ? 1 : 0,
                sealed ? seal.seal(lock(draft.record()), content) : content);
    }

    /** The draft of a record, null where there is none. */
    public @Nullable Draft find(String record) {
        return sql.first(COLUMNS + " WHERE record = ?", this::draft, record);
    }

    /** Every draft, the latest first. */
    public List<Draft> all() {
        return sql.list(COLUMNS + " ORDER BY kept DESC, record", this::draft);
    }

    /** Throws a draft away. */
    public void remove(String record) {
        sql.update("DELETE FROM draft WHERE record = ?", record);
    }

    /** Those of some hashes that stand in the draft of a record; none where it cannot be read. */
    Set<String> named(String record, Set<String> among) {
        Set<String> others = new HashSet<>(among);
        try {
            Draft draft = find(record);
            if (draft != null) {
                takeNamed(draft.content(), others);
            }
        } catch (NotebookException e) {
            if (e.fault() != Fault.DAMAGED) {
                throw e;
            }
        }
        Set<String> named = new HashSet<>(among);
        named.removeAll(others);
        return named;
    }

    /**
     * Takes those out of a set of hashes that stand anywhere in a draft, also among what was undone.
     *
     * @return false where a draft cannot be read
     */
    boolean takeNamed(Set<String> hashes) {
        try {
            all().forEach(draft -> takeNamed(draft.content(), hashes));
            return true;
        } catch (NotebookException e) {
            if (e.fault() == Fault.DAMAGED) {
                return false;
            }
            throw e;
        }
    }

    private static void takeNamed(Json json, Set<String> hashes) {
        if (json instanceof Json.Text text) {
            hashes.remove(text.value());
        } else if (json instanceof Json.Array array) {
            array.items().forEach(item -> takeNamed(item, hashes));
        } else if (json instanceof Json.Obj object) {
            object.members().values().forEach(member -> takeNamed(member, hashes));
        }
    }

    private Draft draft(ResultSet row) throws SQLException {
        String record = row.getString("record");
        byte[] stored = row.getBytes("content");
        byte[] content = row.getBoolean("sealed") ? seal.open(lock(record), stored) : stored;
        try {
            if (JsonReader.parse(content, DEPTH) instanceof Json.Obj object) {
                return new Draft(record, row.getString("type"), row.getString("kept"), object);
            }
        } catch (JsonException e) {
            throw new NotebookException(Fault.DAMAGED, "a draft", e);
        }
        throw new NotebookException(Fault.DAMAGED, "a draft");
    }

    private static String lock(String record) {
        return "draft " + record;
    }
}
