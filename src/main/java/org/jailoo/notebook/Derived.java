package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.history.Derivation;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
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
    private static final String INDEX_VERSION = "3";

    /** The derived tables that refer to others. */
    static final Set<String> TABLES = Set.of("state", "listed", "naming", "about", "held", "hashed", "fork");

    /** A record whose check value is that of its state line. */
    private static final int CLEAR = 0;

    /** A record that names people: its check value needs the key of identities. */
    private static final int SEALED = 1;

    /** One that names people and was derived while they were closed. */
    private static final int WAITING = 2;

    private static final String PARTICIPANT = "participant";

    private static final String FORKS = "SELECT writer, seq FROM revision GROUP BY writer, seq HAVING count(*) > 1";

    private final Sql sql;
    private final Revisions revisions;
    private final Schema schema;
    private final TextLeaves texts;
    private final Seal seal;
    private final ListedRows listed;

    Derived(Sql sql, Revisions revisions, Schema schema, Seal seal) {
        this.sql = sql;
        this.revisions = revisions;
        this.schema = schema;
        this.texts = new TextLeaves(schema);
        this.seal = seal;
        this.listed = new ListedRows(sql);
    }

    /**
     * What the derived tables hold of a record.
     *
     * @param open whether every revision is of a type that is free of names; of any other record no text is indexed,
     *     and its check value tells nothing without the key of identities
     * @param whole whether nothing of it was closed when it was derived; else it is derived again once the identities
     *     are open
     */
    private record Entry(RecordState state, boolean open, boolean whole) {}

    private @Nullable Entry entry(String record, Stored.Seen seen) {
        if (seen.held().isEmpty()) {
            return null;
        }
        boolean open =
                seen.held().stream().allMatch(h -> schema.codeSafe(h.header().type()));
        return Derivation.derive(seen.held(), revisions.isPurged(record))
                .map(state -> new Entry(state, open, seen.whole()))
                .orElse(null);
    }

    /** Lets a record's revisions change, and the derived tables; the index only where that is not taken back again. */
    void changing(String record, Runnable change, boolean indexed) {
        takeOut(record, indexed);
        change.run();
        // A change within the change has put the record in again.
        takeOut(record, indexed);
        Long key = revisions.keyOf(record);
        if (key != null) {
            Entry entry = entry(record, revisions.seen(record));
            if (entry != null) {
                putIn(key, entry, indexed);
            }
        }
    }

    /** The records that came, or were changed, while the identities were closed: to be derived again. */
    List<String> waiting() {
        return sql.list(
                "SELECT r.id FROM state s JOIN record r ON r.key = s.record WHERE s.sealed = " + WAITING,
                r -> r.getString(1));
    }

    /** Takes a record out of the index, which must be told the very text that it was given, and out of the states. */
    private void takeOut(String record, boolean indexed) {
        record Row(long key, boolean indexed, String digest) {}
        Row row = sql.first(
                "SELECT s.record, s.sealed, s.digest FROM state s JOIN record r ON r.key = s.record WHERE r.id = ?",
                r -> new Row(r.getLong(1), r.getInt(2) == CLEAR, HexFormat.of().formatHex(r.getBytes(3))),
                record);
        if (row == null) {
            return;
        }
        if (indexed && row.indexed()) {
            Entry entry = entry(record, revisions.seen(record));
            if (entry == null || !row.digest().equals(HexFormat.of().formatHex(digest(entry)))) {
                // Not what was put in: the text to take out is not known.
                rebuild();
                entry = entry(record, revisions.seen(record));
            }
            String text = entry == null ? null : text(entry);
            if (text != null) {
                sql.update("INSERT INTO search (search, rowid, text) VALUES ('delete', ?, ?)", row.key(), text);
            }
        }
        sql.update("DELETE FROM state WHERE record = ?", row.key());
        listed.remove(row.key());
        sql.update("DELETE FROM about WHERE record = ?", row.key());
    }

    private void putIn(long key, Entry entry, boolean indexed) {
        RecordState state = entry.state();
        byte[] digest = digest(entry);
        sql.update(
                "INSERT INTO state (record, type, deleted, purged, incomplete, conflicts, sealed, digest)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                key,
                state.type(),
                state.deleted() ? 1 : 0,
                state.purged() ? 1 : 0,
                state.incomplete() ? 1 : 0,
                state.conflicts().size(),
                entry.open() ? CLEAR : digest.length > 0 ? SEALED : WAITING,
                digest);
        listed.add(key, listing(entry));
        String text = indexed ? text(entry) : null;
        if (text != null) {
            sql.update("INSERT INTO search (rowid, text) VALUES (?, ?)", key, text);
        }
        for (String participant : about(entry)) {
            sql.update("INSERT INTO about (record, participant) VALUES (?, ?)", key, participant);
        }
    }

    /** The participants that a record says who they are; of one in conflict about that, all of them. */
    private static Set<String> about(Entry entry) {
        RecordState state = entry.state();
        if (entry.open() || state.deleted() || state.purged()) {
            return Set.of();
        }
        Set<String> participants = new TreeSet<>();
        List<Json> named = new ArrayList<>(state.conflicts().getOrDefault(PARTICIPANT, List.of()));
        named.add(state.values().getOrDefault(PARTICIPANT, Json.NULL));
        for (Json each : named) {
            if (each instanceof Json.Text id) {
                participants.add(id.value());
            }
        }
        return participants;
    }

    private Listing listing(Entry entry) {
        return Listing.of(entry.state(), entry.open(), schema);
    }

    /** The check value; empty where it cannot be told while the identities are closed. */
    private byte[] digest(Entry entry) {
        String line = entry.state().line();
        byte[] digest = entry.open()
                ? Sha256.of(line.getBytes(StandardCharsets.UTF_8))
                : entry.whole() ? seal.digest(line) : null;
        return digest == null ? new byte[0] : digest;
    }

    /** Every text of a record, folded; null for one that a search must not find. */
    private @Nullable String text(Entry entry) {
        RecordState state = entry.state();
        if (state.deleted() || state.purged() || !entry.open()) {
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
        found.addAll(Marks.of(state, schema));
        return found.isEmpty() ? null : Folding.fold(String.join("\n", found));
    }

    /** The text under which a record should stand in the index; null where it should not stand there. */
    @Nullable
    String text(String record) {
        Entry entry = entry(record, revisions.seen(record));
        return entry == null ? null : text(entry);
    }

    /**
     * Empties the derived tables and fills them again from the revisions. While the identities are closed, what a closed
     * body names stays as it was, and its record is derived again once they are open.
     */
    void rebuild() {
        rebuild((done, of) -> {});
    }

    /** The same, telling how many of how many records are done; what that throws takes all of it back. */
    void rebuild(Told told) {
        sql.inTransaction(() -> {
            sql.update("DELETE FROM state");
            listed.clear();
            sql.update("DELETE FROM fork");
            sql.update("INSERT INTO fork (writer, seq) " + FORKS);
            sql.update("DELETE FROM about");
            sql.update(
                    seal.isOpen()
                            ? "DELETE FROM naming"
                            : "DELETE FROM naming WHERE revision NOT IN"
                                    + " (SELECT revision FROM content WHERE sealed <> " + Seal.CLEAR + ")");
            sql.update("INSERT INTO search (search) VALUES ('delete-all')");
            long all = revisions.recordCount();
            long[] done = {0};
            revisions.keys().eachAsItCame(id -> {
                told.at(done[0]++, all);
                Stored.Seen seen = revisions.seen(id);
                for (Naming naming : namings(seen.held())) {
                    sql.update(
                            "INSERT OR IGNORE INTO naming (sha256, revision) SELECT ?, key FROM revision WHERE id = ?",
                            naming.sha256(),
                            HexFormat.of().parseHex(naming.revision()));
                }
                Long key = revisions.keyOf(id);
                Entry entry = entry(id, seen);
                if (key != null && entry != null) {
                    putIn(key, entry, true);
                }
            });
            rememberVersion();
            return all;
        });
    }

    /** Takes how many of how many are done. */
    interface Told {
        void at(long done, long of);
    }

    private record Naming(String sha256, String revision) {}

    private static Set<Naming> namings(List<Held> held) {
        Set<Naming> namings = new HashSet<>();
        for (Held each : held) {
            if (each.body() != null) {
                for (String sha256 : AttachmentNames.in(each.body())) {
                    namings.add(new Naming(sha256, each.header().id()));
                }
            }
        }
        return namings;
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

    /** Whether what is derived of a record, but for its words in the index, is what its revisions give. */
    boolean agrees(String record) {
        Stored.Seen seen = revisions.seen(record);
        if (!seen.whole()) {
            // It can be told once the identities are open.
            return true;
        }
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
        Set<Naming> namings = new HashSet<>(sql.list(
                "SELECT n.sha256, v.id FROM naming n JOIN revision v ON v.key = n.revision"
                        + " JOIN record r ON r.key = v.record WHERE r.id = ?",
                r -> new Naming(r.getString(1), HexFormat.of().formatHex(r.getBytes(2))),
                record));
        List<Held> held = seen.held();
        Entry entry = entry(record, seen);
        Listing listing = listed.find(record);
        if (entry != null && !entry.open() && !seal.isOpen()) {
            // As of one that was handed over: its check value needs the key.
            return true;
        }
        if (!namings.equals(namings(held)) || !Objects.equals(listing, entry == null ? null : listing(entry))) {
            return false;
        }
        Set<String> about = new TreeSet<>(sql.list(
                "SELECT a.participant FROM about a JOIN record r ON r.key = a.record WHERE r.id = ?",
                r -> r.getString(1),
                record));
        if (!about.equals(entry == null ? Set.of() : about(entry))) {
            return false;
        }
        if (row == null || entry == null) {
            return row == null && entry == null;
        }
        RecordState state = entry.state();
        return row.type().equals(state.type())
                && row.deleted() == state.deleted()
                && row.purged() == state.purged()
                && row.incomplete() == state.incomplete()
                && row.conflicts() == state.conflicts().size()
                && row.digest().equals(HexFormat.of().formatHex(digest(entry)));
    }

    /** Whether the counts are those of what is listed, and the places with two revisions those that have them. */
    boolean countsAgree() {
        return listed.countsAgree() && sql.isSame("SELECT writer, seq FROM fork", FORKS);
    }

    /** Whether a derived row stands for a record or revision that is not held. */
    boolean namesWhatIsNotThere() {
        return sql.list("PRAGMA foreign_key_check", r -> r.getString(1)).stream()
                .anyMatch(TABLES::contains);
    }

    /** Whether the search index holds exactly the words of the records, in their places. */
    boolean indexAgrees() {
        try {
            sql.update("INSERT INTO search (search) VALUES ('integrity-check')");
            return new IndexComparison(sql)
                    .holds(index -> revisions.keys().eachAsItCame(record -> {
                        Long key = revisions.keyOf(record);
                        String text = text(record);
                        if (key != null && text != null) {
                            index.add(key, text);
                        }
                    }));
        } catch (NotebookException e) {
            if (e.fault() == NotebookException.Fault.DAMAGED) {
                return false;
            }
            throw e;
        }
    }
}
