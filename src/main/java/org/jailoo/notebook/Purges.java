package org.jailoo.notebook;

import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jailoo.history.Writer;

/** Purges: which are accepted here, which wait for a person, and the destroying itself. */
public final class Purges {
    private final Sql sql;
    private final Drafts drafts;

    Purges(Sql sql, Drafts drafts) {
        this.sql = sql;
        this.drafts = drafts;
    }

    /** A purge that waits for a person. */
    public record HeldPurge(String record, String revision, String device) {}

    /** The purges that are held, ascending by record. */
    public List<HeldPurge> held() {
        return sql.list(
                "SELECT d.id, hex(r.id), w.device FROM purge p JOIN record d ON d.key = p.record"
                        + " JOIN revision r ON r.key = p.revision JOIN writer w ON w.key = r.writer"
                        + " WHERE p.accepted = 0 AND NOT EXISTS"
                        + " (SELECT 1 FROM purge a WHERE a.record = p.record AND a.accepted = 1) ORDER BY d.id, r.id",
                r -> new HeldPurge(r.getString(1), r.getString(2).toLowerCase(Locale.ROOT), r.getString(3)));
    }

    /** A purge that was accepted here, and where it stands in the sequence of who wrote it. */
    public record Accepted(String record, String revision, Writer writer, long seq) {}

    /** The purges that were accepted here, the latest last; a record may have several. */
    public List<Accepted> accepted() {
        return sql.list(
                "SELECT d.id, hex(r.id), w.device, w.instance, r.seq FROM purge p JOIN record d ON d.key = p.record"
                        + " JOIN revision r ON r.key = p.revision JOIN writer w ON w.key = r.writer"
                        + " WHERE p.accepted = 1 ORDER BY r.key",
                r -> new Accepted(
                        r.getString(1),
                        r.getString(2).toLowerCase(Locale.ROOT),
                        new Writer(r.getString(3), r.getString(4)),
                        r.getLong(5)));
    }

    /**
     * Accepts a purge: destroys salt, time and body of every revision of its record, the draft of it, the attachments that
     * neither another body nor another draft names, and what was noted of mentions in it. Call it inside {@link Notebook#changing}, and {@link Notebook#scrub} after the transaction.
     *
     * @param revision the purge's id, which must be held
     */
    public void accept(String revision) {
        byte[] purge = HexFormat.of().parseHex(revision);
        long record = sql.number(
                "SELECT record FROM purge WHERE revision = (SELECT key FROM revision WHERE id = ?)", (Object) purge);
        if (record == 0) {
            throw new IllegalArgumentException("no such purge is held");
        }
        sql.update("UPDATE purge SET accepted = 1 WHERE revision = (SELECT key FROM revision WHERE id = ?)", (Object)
                purge);
        String id = sql.first("SELECT id FROM record WHERE key = ?", r -> r.getString(1), record);
        Set<String> files = new HashSet<>(sql.list(
                "SELECT DISTINCT n.sha256 FROM naming n JOIN revision r ON r.key = n.revision WHERE r.record = ?",
                r -> r.getString(1),
                record));
        files.addAll(drafts.named(String.valueOf(id), unnamed()));
        sql.update("DELETE FROM naming WHERE revision IN (SELECT key FROM revision WHERE record = ?)", record);
        sql.update("DELETE FROM content WHERE revision IN (SELECT key FROM revision WHERE record = ?)", record);
        sql.update("UPDATE revision SET bodied = 0 WHERE record = ?", record);
        sql.update("DELETE FROM draft WHERE record = ?", id);
        sql.update("DELETE FROM mention WHERE record = ?", id);
        sql.update("DELETE FROM setting WHERE name = '" + Settings.WALK + "'");
        // The index keeps words of what was taken out until it is merged; remembered should the process end before.
        toBeScrubbed();
        // A draft that cannot be read keeps nothing back: who withdraws goes before what was typed.
        drafts.takeNamed(files);
        new Attachments(sql).removeUnnamed(List.copyOf(files));
    }

    /** Remembers that something was destroyed of which traces are to be overwritten. */
    void toBeScrubbed() {
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES ('scrub', x'01')");
    }

    /** The files that no body names: added in a form that is not saved. */
    private Set<String> unnamed() {
        return new HashSet<>(sql.list(
                "SELECT sha256 FROM attachment a WHERE size >= 0 AND NOT EXISTS"
                        + " (SELECT 1 FROM naming n WHERE n.sha256 = a.sha256)",
                r -> r.getString(1)));
    }

    /** Whether words of a purged record may still stand in the search index or in the log. */
    boolean isToBeScrubbed() {
        return sql.number("SELECT count(*) FROM meta WHERE name = 'scrub'") > 0;
    }

    /** See {@link Notebook#scrub}. */
    void scrub(Readers readers) {
        try {
            sql.inTransaction(() -> {
                sql.update("INSERT INTO search (search) VALUES ('optimize')");
                sql.update("DELETE FROM meta WHERE name = 'scrub'");
                return sql;
            });
            readers.whileIdle(() -> Database.emptyLog(sql));
        } catch (NotebookException e) {
            // What was destroyed is destroyed, whatever keeps its traces from being overwritten now; the next opening
            // tries
            // again, and the check of the notebook finds what is damaged.
            return;
        }
    }

    /** How many purges of a device were taken without asking since a person last confirmed one. */
    public int takenUnasked(String device) {
        return (int) sql.number("SELECT unasked FROM device WHERE id = ?", device);
    }

    /** Counts a purge that was taken without asking. */
    public void countUnasked(String device) {
        sql.update("UPDATE device SET unasked = unasked + 1 WHERE id = ?", device);
    }

    /** A person confirmed a purge of this device: the count starts anew. */
    public void confirmed(String device) {
        sql.update("UPDATE device SET unasked = 0 WHERE id = ?", device);
    }
}
