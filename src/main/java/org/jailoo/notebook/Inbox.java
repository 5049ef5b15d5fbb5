package org.jailoo.notebook;

import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What came while the identities were closed, under the public half of their key. */
final class Inbox {
    /** How many records are locked up anew in one transaction. */
    private static final int SLICE = 200;

    private final Sql sql;
    private final Seal seal;
    private final Notebook notebook;

    Inbox(Sql sql, Seal seal, Notebook notebook) {
        this.sql = sql;
        this.seal = seal;
        this.notebook = notebook;
    }

    /**
     * Locks up under the key itself what came while they were closed, and derives again what could not be derived then; a
     * slice in one transaction, so that whatever ends it, the rest is done at the next opening.
     */
    void empty() {
        Set<String> records = new LinkedHashSet<>(sql.list(
                "SELECT DISTINCT d.id FROM content c JOIN revision r ON r.key = c.revision"
                        + " JOIN record d ON d.key = r.record WHERE c.sealed = " + Seal.INBOX,
                r -> r.getString(1)));
        records.addAll(notebook.derived().waiting());
        List<String> all = List.copyOf(records);
        for (int from = 0; from < all.size(); from += SLICE) {
            List<String> slice = all.subList(from, Math.min(all.size(), from + SLICE));
            notebook.inTransaction(() -> {
                slice.forEach(this::takeIn);
                return slice;
            });
        }
        notebook.inTransaction(() -> {
            notebook.drafts().emptyInbox();
            return all;
        });
    }

    private static final class Waiting {
        private final long revision;
        private final String id;
        private final byte[] body;

        private Waiting(long revision, String id, byte[] body) {
            this.revision = revision;
            this.id = id;
            this.body = body;
        }
    }

    private void takeIn(String record) {
        notebook.changing(record, () -> {
            for (Waiting waiting : sql.list(
                    "SELECT r.key, r.id, c.body FROM content c JOIN revision r ON r.key = c.revision"
                            + " JOIN record d ON d.key = r.record WHERE d.id = ? AND c.sealed = " + Seal.INBOX,
                    r -> new Waiting(r.getLong(1), HexFormat.of().formatHex(r.getBytes(2)), r.getBytes(3)),
                    record)) {
                Seal.Sealed sealed = seal.seal(waiting.id, seal.open(Seal.INBOX, waiting.id, waiting.body));
                sql.update(
                        "UPDATE content SET sealed = ?, body = ? WHERE revision = ?",
                        sealed.form(),
                        sealed.bytes(),
                        waiting.revision);
            }
        });
    }
}
