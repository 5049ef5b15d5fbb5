package org.jailoo.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Consumer;
import java.util.regex.Pattern;
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
    private static final Pattern HASH = Pattern.compile("[0-9a-f]{64}");
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
        byte[] content = CanonicalJson.bytes(draft.content());
        Seal.Sealed sealed = schema.codeSafe(draft.type()) ? null : seal.seal(lock(draft.record()), content);
        sql.update(
                "INSERT OR REPLACE INTO draft (record, type, kept, sealed, names, content) VALUES (?, ?, ?, ?, ?, ?)",
                draft.record(),
                draft.type(),
                draft.kept(),
                sealed == null ? Seal.CLEAR : sealed.form(),
                sealed == null ? null : named(draft.content()),
                sealed == null ? content : sealed.bytes());
    }

    /**
     * The draft of a record, null where there is none.
     *
     * @throws NotebookException {@code IDENTITIES_CLOSED} where it may name a person, while they are closed
     */
    public @Nullable Draft find(String record) {
        return sql.first(COLUMNS + " WHERE record = ?", this::draft, record);
    }

    /** What can be told of a draft without looking into it. */
    public record Outside(String record, String type, String kept) {}

    /** Every draft from outside, the latest first. */
    public List<Outside> outsides() {
        return sql.list(
                COLUMNS + " ORDER BY kept DESC, record",
                r -> new Outside(r.getString("record"), r.getString("type"), r.getString("kept")));
    }

    /** Every draft that names nobody, the latest first. */
    public List<Draft> all() {
        return sql.list(COLUMNS + " WHERE sealed = 0 ORDER BY kept DESC, record", this::draft);
    }

    /** Locks what was kept while the identities were closed as everything else; while they are open. */
    void emptyInbox() {
        for (Draft draft : sql.list(COLUMNS + " WHERE sealed = " + Seal.INBOX, this::draft)) {
            put(draft);
        }
    }

    /** Throws a draft away. */
    public void remove(String record) {
        sql.update("DELETE FROM draft WHERE record = ?", record);
    }

    /** Those of some hashes that stand in the draft of a record; none where it cannot be read. */
    Set<String> named(String record, Set<String> among) {
        Set<String> others = new HashSet<>(among);
        String closed = sql.first(
                "SELECT names FROM draft WHERE record = ? AND sealed <> 0 AND names IS NOT NULL",
                r -> r.getString(1),
                record);
        try {
            Draft draft = closed == null ? find(record) : null;
            if (draft != null) {
                eachText(draft.content(), others::remove);
            }
        } catch (NotebookException e) {
            if (e.fault() != Fault.DAMAGED && e.fault() != Fault.IDENTITIES_CLOSED) {
                throw e;
            }
        }
        if (closed != null) {
            others.removeAll(Set.of(closed.split(" ")));
        }
        Set<String> named = new HashSet<>(among);
        named.removeAll(others);
        return named;
    }

    /**
     * Takes those out of a set of hashes that stand anywhere in a draft, also among what was undone.
     *
     * @return false where a draft cannot be read, or is closed and was kept by an earlier version
     */
    boolean takeNamed(Set<String> hashes) {
        try {
            all().forEach(draft -> eachText(draft.content(), hashes::remove));
            sql.each(
                    "SELECT names FROM draft WHERE sealed <> 0 AND names IS NOT NULL",
                    r -> hashes.removeAll(Set.of(r.getString(1).split(" "))));
            return sql.number("SELECT count(*) FROM draft WHERE sealed <> 0 AND names IS NULL") == 0;
        } catch (NotebookException e) {
            if (e.fault() == Fault.DAMAGED) {
                return false;
            }
            throw e;
        }
    }

    /** Whatever in a draft could be the hash of a file, so that its files are known while it is closed. */
    private static String named(Json.Obj content) {
        TreeSet<String> found = new TreeSet<>();
        eachText(content, text -> {
            if (HASH.matcher(text).matches()) {
                found.add(text);
            }
        });
        return String.join(" ", found);
    }

    private static void eachText(Json json, Consumer<String> take) {
        if (json instanceof Json.Text text) {
            take.accept(text.value());
        } else if (json instanceof Json.Array array) {
            array.items().forEach(item -> eachText(item, take));
        } else if (json instanceof Json.Obj object) {
            object.members().values().forEach(member -> eachText(member, take));
        }
    }

    private Draft draft(ResultSet row) throws SQLException {
        String record = row.getString("record");
        byte[] stored = row.getBytes("content");
        byte[] content = seal.open(row.getInt("sealed"), lock(record), stored);
        try {
            if (JsonReader.parse(content, DEPTH) instanceof Json.Obj object) {
                return new Draft(record, row.getString("type"), row.getString("kept"), object);
            }
        } catch (JsonException e) {
            throw new NotebookException(Fault.DAMAGED, "a draft", e);
        }
        throw new NotebookException(Fault.DAMAGED, "a draft");
    }

    static String lock(String record) {
        return "draft " + record;
    }
}
