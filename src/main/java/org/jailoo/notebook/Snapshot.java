package org.jailoo.notebook;

import java.util.List;
import org.jailoo.record.Schema;

/**
 * The notebook as it stood at one moment, to read from: see {@link Notebook#reading}. What was lent by it must not be
 * used after.
 */
public final class Snapshot {
    /** Open to this package alone, whose tests look past the rules. */
    final Sql sql;

    private final Schema schema;
    private final Seal seal;

    Snapshot(Sql sql, Schema schema, Seal seal) {
        this.sql = sql;
        this.schema = schema;
        this.seal = seal;
    }

    /** As {@link Identities#require}. */
    public void requireIdentities() {
        if (!seal.isOpen()) {
            throw Seal.closed();
        }
    }

    /**
     * The records that say who a participant is, ascending.
     *
     * @throws NotebookException {@code IDENTITIES_CLOSED} while they are
     */
    public List<String> identitiesOf(String participant) {
        requireIdentities();
        return sql.list(
                "SELECT r.id FROM about a JOIN record r ON r.key = a.record WHERE a.participant = ? ORDER BY r.id",
                r -> r.getString(1),
                participant);
    }

    public Schema schema() {
        return schema;
    }

    public Revisions revisions() {
        return new Revisions(sql, schema, seal);
    }

    public Purges purges() {
        return new Purges(sql, drafts());
    }

    public Holdings holdings() {
        return new Holdings(sql);
    }

    public Attachments attachments() {
        return new Attachments(sql);
    }

    public Devices devices() {
        return new Devices(sql);
    }

    public Claims claims() {
        return new Claims(sql);
    }

    public BundleLog log() {
        return new BundleLog(sql);
    }

    /** What each bundle brought, to look at. */
    public Brought brought() {
        return new Brought(sql, drafts(), attachments());
    }

    public CustodyLog custody() {
        return new CustodyLog(sql);
    }

    public Mentions mentions() {
        return new Mentions(sql);
    }

    public SearchIndex search() {
        return new SearchIndex(sql);
    }

    public Drafts drafts() {
        return new Drafts(sql, schema, seal);
    }

    public Settings settings() {
        return new Settings(sql);
    }

    /** In which order revisions came to stand here. */
    public Arrivals arrivals() {
        return new Arrivals(sql);
    }

    public Lists lists() {
        return new Lists(sql);
    }
}
