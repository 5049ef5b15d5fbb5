package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.history.Sha256;
import org.jailoo.json.Json;
import org.jailoo.record.AttachmentNames;
import org.jailoo.record.Schema;
import org.jailoo.record.TextLeaves;
import org.jailoo.search.Folding;
import org.jspecify.annotations.Nullable;

/** The derived tables: what lists, counts and searches read. They can be dropped and rebuilt to the same content. */
final class Derived {
    /** Raise it when folding or the choice of texts changes: an older index is then rebuilt at the next opening. */
    private static final String INDEX_VERSION = "1";

    private final Sql sql;
    private final Revisions revisions;
    private final Schema schema;
    private final TextLeaves texts;
    private final Seal seal;

    Derived(Sql sql, Revisions revisions, Schema schema, Seal seal) {
        this.sql = sql;
        this.revisions = revisions;
        this.schema = schema;
        this.texts = new TextLeaves(schema);
        this.seal = seal;
    }

    /** Lets a record's revisions change, and the derived tables with them. */
    void changing(String record, Runnable change) {
        String before = indexedText(record);
        change.run();
        long key = sql.number("SELECT key FROM record WHERE id = ?", record);
        if (before != null) {
            sql.update("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", key, before);
        }
        sql.update("DELETE FROM state WHERE record = ?", key);
        revisions.state(record).ifPresent(state -> insert(key, state));
    }

    /** The text under which the record stands in the index now; null where it does not stand there. */
    private @Nullable String indexedText(String record) {
        boolean derived =
                sql.number("SELECT count(*) FROM state s JOIN record r ON r.key = s.record WHERE r.id = ?", record) > 0;
        return derived ? revisions.state(record).map(this::text).orElse(null) : null;
    }

    private void insert(long key, RecordState state) {
        sql.update(
                "INSERT INTO state (record, type, deleted, purged, incomplete, conflicts, digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?)",
                key,
                state.type(),
                state.deleted() ? 1 : 0,
                state.purged() ? 1 : 0,
                state.incomplete() ? 1 : 0,
                state.conflicts().size(),
                digest(state));
        String text = text(state);
        if (text != null) {
            sql.update("INSERT INTO search (rowid, text) VALUES (?, ?)", key, text);
        }
    }

    private byte[] digest(RecordState state) {
        return schema.codeSafe(state.type())
                ? Sha256.of(state.line().getBytes(StandardCharsets.UTF_8))
                : seal.digest(state.line());
    }

    /** Every text of a record, folded; null for one that a search must not find. */
    private @Nullable String text(RecordState state) {
        if (state.deleted() || state.purged() || !schema.codeSafe(state.type())) {
            return null;
        }
        List<String> found = new ArrayList<>();
        for (Map.Entry<String, Json> value : state.values().entrySet()) {
            found.addAll(texts.of(state.type(), value.getKey(), value.getValue()));
        }
        for (Map.Entry<String, List<Json>> conflict : state.conflicts().entrySet()) {
            for (Json value : conflict.getValue()) {
                found.addAll(texts.of(state.type(), conflict.getKey(), value));
            }
        }
        return found.isEmpty() ? null : Folding.fold(String.join("\n", found));
    }

    /** Empties the derived tables and fills them again from the revisions. */
    void rebuild() {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM state");
            sql.update("DELETE FROM naming");
            sql.update("INSERT INTO search (search) VALUES ('delete-all')");
            List<String> ids = new ArrayList<>();
            revisions.eachRecord(ids::add);
            for (String id : ids) {
                long key = sql.number("SELECT key FROM record WHERE id = ?", id);
                nameAttachments(id);
                revisions.state(id).ifPresent(state -> insert(key, state));
            }
            rememberVersion();
            return ids.size();
        });
    }

    private void nameAttachments(String record) {
        Long key = revisions.keyOf(record);
        if (key == null) {
            return;
        }
        java.util.BitSet one = new java.util.BitSet();
        one.set(Math.toIntExact(key));
        revisions.eachOf(one, (Revision revision) -> {
            if (revision.content() != null) {
                for (String sha256 : AttachmentNames.in(revision.content().body())) {
                    sql.update(
                            "INSERT OR IGNORE INTO naming (sha256, revision)"
                                    + " SELECT ?, key FROM revision WHERE id = ?",
                            sha256,
                            HexFormat.of().parseHex(revision.id()));
                }
            }
        });
    }

    /** Rebuilds what another version of the program, or of the record types, derived. */
    void rebuildIfOlder() {
        byte[] known = sql.first("SELECT value FROM meta WHERE name = 'index'", r -> r.getBytes(1));
        if (known == null || !Arrays.equals(known, version())) {
            rebuild();
        }
    }

    void rememberVersion() {
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('index', ?)", (Object) version());
    }

    private byte[] version() {
        try (InputStream types = Schema.class.getResourceAsStream("/records.json")) {
            byte[] known = types == null ? new byte[0] : types.readAllBytes();
            return Sha256.of(INDEX_VERSION.getBytes(StandardCharsets.UTF_8), known);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the derived row of a record is what its revisions give. */
    boolean agrees(String record) {
        record Row(String type, boolean deleted, boolean purged, boolean incomplete, int conflicts, String digest) {}
        Row row = sql.first(
                "SELECT s.type, s.deleted, s.purged, s.incomplete, s.conflicts, s.digest"
                        + " FROM state s JOIN record r ON r.key = s.record WHERE r.id = ?",
                r -> new Row(
                        r.getString(1),
                        r.getBoolean(2),
                        r.getBoolean(3),
                        r.getBoolean(4),
                        r.getInt(5),
                        HexFormat.of().formatHex(r.getBytes(6))),
                record);
        Optional<RecordState> derived = revisions.state(record);
        if (row == null || derived.isEmpty()) {
            return row == null && derived.isEmpty();
        }
        RecordState state = derived.get();
        return row.type().equals(state.type())
                && row.deleted() == state.deleted()
                && row.purged() == state.purged()
                && row.incomplete() == state.incomplete()
                && row.conflicts() == state.conflicts().size()
                && row.digest().equals(HexFormat.of().formatHex(digest(state)));
    }
}
