package org.jailoo.notebook;

import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jailoo.history.Claim;
import org.jailoo.history.Claimed;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Sha256;
import org.jailoo.history.Writer;
import org.jspecify.annotations.Nullable;

/** What this notebook holds of each writer, as it says so to others and as it checks what others say. */
public final class Holdings implements Claimed.Here {
    private static final String WRITER = "(SELECT key FROM writer WHERE device = ? AND instance = ?)";

    private final Sql sql;

    private final Walked walked;

    Holdings(Sql sql) {
        this(sql, new Walked(sql));
    }

    Holdings(Sql sql, Walked walked) {
        this.sql = sql;
        this.walked = walked;
    }

    /** Every writer of a held revision, ascending. */
    public List<Writer> writers() {
        return sql.list(
                "SELECT device, instance FROM writer ORDER BY device, instance",
                r -> new Writer(r.getString(1), r.getString(2)));
    }

    private @Nullable Long key(Writer writer) {
        return sql.first(
                "SELECT key FROM writer WHERE device = ? AND instance = ?",
                r -> r.getLong(1),
                writer.device(),
                writer.instance());
    }

    /**
     * What this notebook may claim to hold of a writer. A header without a body counts only if its record's purge is
     * accepted.
     *
     * @param maxRanges how many ranges there is room for; later ones are left out
     */
    public Claim claim(Writer writer, int maxRanges) {
        Long key = key(writer);
        if (key == null) {
            return new Claim(SeqRanges.NONE, walked.ids(0, SeqRanges.NONE));
        }
        SeqRanges.Builder without = new SeqRanges.Builder();
        boolean[] mixed = {false};
        sql.each(
                "SELECT seq, (SELECT count(*) FROM fork f WHERE f.writer = r.writer AND f.seq = r.seq)"
                        + " FROM revision r INDEXED BY revision_bodiless WHERE writer = ? AND bodied <> 1 AND NOT EXISTS"
                        + " (SELECT 1 FROM purge p WHERE p.record = r.record AND p.accepted = 1) ORDER BY seq",
                r -> {
                    without.add(r.getLong(1));
                    mixed[0] |= r.getBoolean(2);
                },
                key);
        if (mixed[0]) {
            // Where one of two at a place has its body, the hash is not over all that is held there.
            return walkedClaim(writer, maxRanges);
        }
        SeqRanges places = walked.held(key).places().minus(without.build()).first(maxRanges);
        return new Claim(places, walked.ids(key, places));
    }

    /** The same by a walk over everything. */
    Claim walkedClaim(Writer writer, int maxRanges) {
        SeqRanges.Builder builder = new SeqRanges.Builder();
        MessageDigest digest = Sha256.start();
        int[] ranges = {0};
        long[] last = {-2};
        sql.each(
                "SELECT seq, id FROM revision r WHERE writer = " + WRITER + " AND seq <= " + SeqRanges.MAX_SEQ
                        + " AND (bodied = 1 OR EXISTS"
                        + " (SELECT 1 FROM purge p WHERE p.record = r.record AND p.accepted = 1)) ORDER BY seq, id",
                r -> {
                    long seq = r.getLong(1);
                    if (seq > last[0] + 1) {
                        ranges[0]++;
                    }
                    if (ranges[0] <= maxRanges) {
                        builder.add(seq);
                        digest.update(r.getBytes(2));
                    }
                    last[0] = seq;
                },
                writer.device(),
                writer.instance());
        return new Claim(builder.build(), HexFormat.of().formatHex(digest.digest()));
    }

    @Override
    public SeqRanges held(Writer writer) {
        Long key = key(writer);
        return key == null ? SeqRanges.NONE : walked.held(key).places();
    }

    /** The places of edits in some records, whose keys are set, by their writers. */
    public Map<Writer, SeqRanges> heldIn(BitSet records) {
        Map<Writer, TreeSet<Long>> places = new HashMap<>();
        for (int record = records.nextSetBit(0); record >= 0; record = records.nextSetBit(record + 1)) {
            sql.each(
                    "SELECT w.device, w.instance, r.seq FROM revision r JOIN writer w ON w.key = r.writer"
                            + " WHERE r.record = ? AND r.edit = 1",
                    r -> places.computeIfAbsent(new Writer(r.getString(1), r.getString(2)), w -> new TreeSet<>())
                            .add(r.getLong(3)),
                    record);
        }
        Map<Writer, SeqRanges> held = new HashMap<>();
        places.forEach((writer, all) -> {
            SeqRanges.Builder builder = new SeqRanges.Builder();
            all.forEach(builder::add);
            held.put(writer, builder.build());
        });
        return held;
    }

    @Override
    public String ids(Writer writer, SeqRanges places) {
        Long key = key(writer);
        return walked.ids(key == null ? 0 : key, places);
    }

    /**
     * What is held of a writer.
     *
     * @param held the places of its revisions, with or without a body
     * @param records the keys of the records in which it wrote
     * @param forks how many places hold more than one revision
     * @param ids the hash over our own ids at each of the claimed places, as {@link #ids} makes it
     */
    public record Seen(SeqRanges held, long revisions, BitSet records, long forks, Map<SeqRanges, String> ids) {}

    /** Looks at what is held of a writer, and holds what several others claim of it against that. */
    public Seen look(Writer writer, Set<SeqRanges> claimed) {
        Long key = key(writer);
        long known = key == null ? 0 : key;
        Walked.Held held = walked.held(known);
        Map<SeqRanges, String> ids = new HashMap<>();
        claimed.forEach(places -> ids.put(places, walked.ids(known, places)));
        return new Seen(
                held.places(),
                held.revisions(),
                held.records(),
                sql.number("SELECT count(*) FROM fork WHERE writer = ?", known),
                ids);
    }

    /** The time that the latest revision of a writer states whose body is held, by its writer's clock; null without one. */
    public @Nullable String lastWritten(Writer writer) {
        return sql.first(
                "SELECT c.time FROM revision r INDEXED BY revision_writer JOIN content c ON c.revision = r.key"
                        + " WHERE r.writer = " + WRITER + " ORDER BY r.seq DESC LIMIT 1",
                r -> r.getString(1),
                writer.device(),
                writer.instance());
    }

    /** Places that hold more than one revision of one writer: a notebook was copied. */
    public record Fork(Writer writer, long seq) {}

    /** Every fork that is held. */
    public List<Fork> forks() {
        return sql.list(
                "SELECT w.device, w.instance, f.seq FROM fork f JOIN writer w ON w.key = f.writer"
                        + " ORDER BY w.device, w.instance, f.seq",
                r -> new Fork(new Writer(r.getString(1), r.getString(2)), r.getLong(3)));
    }

    /** Walks what nobody has walked yet, in one transaction: from then on a claim costs what has changed. */
    public void catchUp() {
        sql.inTransaction(() -> {
            walked.catchUp();
            return walked;
        });
    }

    /** Whether more than one revision stands at this place. */
    public boolean isFork(Writer writer, long seq) {
        return sql.number(
                        "SELECT count(*) FROM revision WHERE writer = " + WRITER + " AND seq = ?",
                        writer.device(),
                        writer.instance(),
                        seq)
                > 1;
    }
}
