package org.jailoo.notebook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jailoo.history.Sha256;
import org.jailoo.identity.DataKeys;
import org.jailoo.identity.InboxKey;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * The rows of one database in another under other keys: what is sealed is sealed anew, everything else is the same to the
 * byte. Only rows are written into a new file, so no page of the old one, free or not, comes along.
 */
final class Copying implements AutoCloseable {
    /** What is derived again, not copied, and what belongs to the place of the file and to its kit. */
    private static final Set<String> DERIVED = Set.of("state", "listed", "naming", "held", "hashed", "fork", "tally");

    private static final Set<String> OWN = Set.of("mark", "kit", "custody", "index");
    private static final int TOLD_EVERY = 256;

    private final Seal before = new Seal();
    private final Seal after = new Seal();
    private final Rotation.Watching watching;
    private final Map<String, String> digests = new LinkedHashMap<>();
    /** Whether what is sealed can be opened; else it was locked up for somebody else, and is copied as it is. */
    private final boolean sealed;

    /** The public half of the new key of identities: what comes while they are closed is locked up for it. */
    private byte @Nullable [] inbox;

    /** Entries of the custody log before this one. */
    private long noted;

    private long done;
    private long of = 1;

    Copying(DataKeys old, DataKeys fresh, Rotation.Watching watching) {
        this.watching = watching;
        this.sealed = old.hasIdentities();
        if (sealed) {
            byte[] key = old.identities();
            before.open(key);
            Arrays.fill(key, (byte) 0);
            byte[] next = fresh.identities();
            after.open(next);
            inbox = InboxKey.of(next);
            Arrays.fill(next, (byte) 0);
        }
    }

    Seal sealAfter() {
        return after;
    }

    /** Takes one row apart, in the order of its table's columns. */
    private interface Taking {
        void take(@Nullable Object[] row);
    }

    /** Copies every table that is not derived. */
    void copy(Sql old, Sql made) {
        List<String> tables = tables(old);
        requireSame(tables, tables(made));
        of = 1;
        for (String table : tables) {
            of += old.number("SELECT count(*) FROM " + table);
        }
        noted = new CustodyLog(old).count();
        made.inTransaction(() -> {
            for (String table : tables) {
                made.update("DELETE FROM " + table);
                List<String> columns = columns(old, table);
                requireSame(columns, columns(made, table));
                String insert = "INSERT INTO " + table + " (" + String.join(", ", columns) + ") VALUES ("
                        + columns.stream().map(c -> "?").collect(Collectors.joining(", ")) + ")";
                MessageDigest digest = Sha256.start();
                each(old, table, columns, before, row -> {
                    digest(digest, row);
                    made.update(insert, resealed(row));
                });
                digests.put(table, HexFormat.of().formatHex(digest.digest()));
            }
            if (inbox != null) {
                made.update("INSERT INTO meta (name, value) VALUES ('inbox', ?)", (Object) inbox);
            }
            for (String name : List.of("custody", "index")) {
                byte[] value = old.first("SELECT value FROM meta WHERE name = ?", r -> r.getBytes(1), name);
                if (value != null) {
                    made.update("INSERT INTO meta (name, value) VALUES (?, ?)", name, value);
                }
            }
            return digests;
        });
    }

    /** Deriving is the second half. */
    void rebuilt(long rebuilt, long records) {
        watching.at(of + of * rebuilt / Math.max(1, records), 3 * of);
    }

    /** Reads the file back: its pages, and every row against what was copied. */
    void verify(Sql made) {
        done = 2 * of;
        made.each("PRAGMA integrity_check", r -> {
            if (!r.getString(1).equals("ok")) {
                throw new NotebookException(Fault.DAMAGED, "the new file: " + r.getString(1));
            }
        });
        if (made.first("PRAGMA foreign_key_check", r -> r.getString(1)) != null) {
            throw new NotebookException(Fault.DAMAGED, "the new file refers to what is not there");
        }
        digests.forEach((table, digest) -> {
            MessageDigest again = Sha256.start();
            // The log has one entry more: that all was encrypted anew.
            String only = table.equals("custody") ? " WHERE number <= " + noted : "";
            each(made, table + only, columns(made, table), after, row -> digest(again, row));
            if (!HexFormat.of().formatHex(again.digest()).equals(digest)) {
                throw new NotebookException(Fault.DAMAGED, "the new file differs in " + table);
            }
        });
        if (new CustodyLog(made).firstBroken().isPresent()) {
            throw new NotebookException(Fault.DAMAGED, "the custody log of the new file");
        }
    }

    /** Rows in an order that both files have, with what is sealed opened. */
    private void each(Sql sql, String table, List<String> columns, Seal seal, Taking taking) {
        boolean meta = table.equals("meta");
        boolean content = table.equals("content");
        boolean locked = content || table.equals("draft");
        int body = columns.indexOf(content ? "body" : "content");
        String from = content ? "content JOIN revision ON revision.key = content.revision" : table;
        String select = columns.stream().map(c -> content ? "content." + c : c).collect(Collectors.joining(", "));
        sql.each("SELECT " + select + (content ? ", revision.id" : "") + " FROM " + from + order(sql, table), r -> {
            @Nullable Object[] row = row(r, columns.size());
            if (meta && (OWN.contains(String.valueOf(row[0])) || (sealed && "inbox".equals(row[0])))) {
                return;
            }
            int at = columns.indexOf("sealed");
            if (locked && sealed && row[at] instanceof Integer form && form != Seal.CLEAR) {
                String lock = content
                        ? HexFormat.of().formatHex(r.getBytes(columns.size() + 1))
                        : Drafts.lock(String.valueOf(row[columns.indexOf("record")]));
                row[body] = new Opened(lock, seal.open(form, lock, bytes(row[body])));
                // What waited for the key of identities is under it from now on.
                row[at] = Seal.SEALED;
            }
            tell();
            taking.take(row);
        });
    }

    private static String order(Sql sql, String table) {
        String name = table.split(" ", 2)[0];
        String keys = sql
                .list("SELECT name FROM pragma_table_info(?) WHERE pk > 0 ORDER BY pk", r -> r.getString(1), name)
                .stream()
                .map(c -> name + "." + c)
                .collect(Collectors.joining(", "));
        return " ORDER BY " + (keys.isEmpty() ? "rowid" : keys);
    }

    private void tell() {
        done++;
        if (done % TOLD_EVERY == 0) {
            watching.at(Math.min(done, 3 * of), 3 * of);
        }
    }

    /** A body that was sealed, in clear. */
    private static final class Opened {
        private final String lock;
        private final byte[] body;

        Opened(String lock, byte[] body) {
            this.lock = lock;
            this.body = body;
        }
    }

    private static byte[] bytes(@Nullable Object value) {
        if (value instanceof byte[] bytes) {
            return bytes;
        }
        throw new NotebookException(Fault.DAMAGED, "a sealed body is missing");
    }

    private static @Nullable Object[] row(ResultSet result, int columns) throws SQLException {
        @Nullable Object[] row = new Object[columns];
        for (int i = 0; i < columns; i++) {
            row[i] = result.getObject(i + 1);
        }
        return row;
    }

    private @Nullable Object[] resealed(@Nullable Object[] row) {
        @Nullable Object[] sealed = row.clone();
        for (int i = 0; i < sealed.length; i++) {
            if (sealed[i] instanceof Opened opened) {
                sealed[i] = after.seal(opened.lock, opened.body).bytes();
                Arrays.fill(opened.body, (byte) 0);
            }
        }
        return sealed;
    }

    private static void digest(MessageDigest digest, @Nullable Object[] row) {
        for (Object value : row) {
            byte[] bytes = value instanceof Opened opened
                    ? opened.body
                    : value instanceof byte[] raw ? raw : String.valueOf(value).getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + (value == null ? "-" : ":")).getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
    }

    private static List<String> tables(Sql sql) {
        List<String> tables = new ArrayList<>(sql.list(
                "SELECT name FROM sqlite_schema WHERE type = 'table' AND name NOT LIKE 'sqlite_%'"
                        + " AND name NOT LIKE 'search%' ORDER BY name",
                r -> r.getString(1)));
        tables.removeAll(DERIVED);
        return tables;
    }

    private static List<String> columns(Sql sql, String table) {
        return sql.list("SELECT name FROM pragma_table_info(?) ORDER BY cid", r -> r.getString(1), table);
    }

    private static void requireSame(List<String> one, List<String> other) {
        if (!one.equals(other)) {
            throw new NotebookException(Fault.DAMAGED, "the file has other tables than its form says");
        }
    }

    @Override
    public void close() {
        before.close();
        after.close();
    }
}
