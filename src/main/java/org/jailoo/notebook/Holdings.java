package org.jailoo.notebook;

import java.security.MessageDigest;
import java.util.BitSet;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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

    Holdings(Sql sql) {
        this.sql = sql;
    }

    /** Every writer of a held revision, ascending. */
    public List<Writer> writers() {
        return sql.list(
                "SELECT device, instance FROM writer ORDER BY device, instance",
                r -> new Writer(r.getString(1), r.getString(2)));
    }

    /**
     * What this notebook may claim to hold of a writer. A header without a body counts only if its record's purge is
     * accepted.
     *
     * @param maxRanges how many ranges there is room for; later ones are left out
     */
    public Claim claim(Writer writer, int maxRanges) {
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
        SeqRanges.Builder builder = new SeqRanges.Builder();
        sql.each(
                "SELECT seq FROM revision WHERE writer = " + WRITER + " AND seq <= " + SeqRanges.MAX_SEQ
                        + " ORDER BY seq",
                r -> builder.add(r.getLong(1)),
                writer.device(),
                writer.instance());
        return builder.build();
    }

    /** The places of a writer's revisions in records that stay here: those whose keys are set. */
    public SeqRanges heldIn(Writer writer, java.util.BitSet records, SeqRanges within) {
        SeqRanges.Builder builder = new SeqRanges.Builder();
        sql.each(
                "SELECT seq, record, edit FROM revision WHERE writer = " + WRITER + " ORDER BY seq",
                r -> {
                    if (r.getBoolean(3) && records.get(r.getInt(2)) && within.contains(r.getLong(1))) {
                        builder.add(r.getLong(1));
                    }
                },
                writer.device(),
                writer.instance());
        return builder.build();
    }

    @Override
    public String ids(Writer writer, SeqRanges places) {
        MessageDigest digest = Sha256.start();
        sql.each(
                "SELECT seq, id FROM revision WHERE writer = " + WRITER + " ORDER BY seq, id",
                r -> {
                    if (places.contains(r.getLong(1))) {
                        digest.update(r.getBytes(2));
                    }
                },
                writer.device(),
                writer.instance());
        return HexFormat.of().formatHex(digest.digest());
    }

    /**
     * What is held of a writer, seen in one walk.
     *
     * @param held the places of its revisions, with or without a body
     * @param records the keys of the records in which it wrote
     * @param forks how many places hold more than one revision
     * @param ids the hash over our own ids at each of the claimed places, as {@link #ids} makes it
     */
    public record Seen(SeqRanges held, long revisions, BitSet records, long forks, Map<SeqRanges, String> ids) {}

    /** Looks at what is held of a writer, and holds what several others claim of it against that; walks over it once. */
    public Seen look(Writer writer, Set<SeqRanges> claimed) {
        SeqRanges.Builder held = new SeqRanges.Builder();
        BitSet records = new BitSet();
        Map<SeqRanges, MessageDigest> digests = new LinkedHashMap<>();
        claimed.forEach(places -> digests.put(places, Sha256.start()));
        long[] counts = {0, 0, -1, -1};
        sql.each(
                "SELECT seq, id, record FROM revision INDEXED BY revision_writer WHERE writer = " + WRITER
                        + " ORDER BY seq, id",
                r -> {
                    long seq = r.getLong(1);
                    byte[] id = r.getBytes(2);
                    held.add(seq);
                    records.set(r.getInt(3));
                    counts[0]++;
                    if (seq == counts[2] && seq != counts[3]) {
                        counts[1]++;
                        counts[3] = seq;
                    }
                    counts[2] = seq;
                    digests.forEach((places, digest) -> {
                        if (places.contains(seq)) {
                            digest.update(id);
                        }
                    });
                },
                writer.device(),
                writer.instance());
        Map<SeqRanges, String> ids = new HashMap<>();
        digests.forEach((places, digest) -> ids.put(places, HexFormat.of().formatHex(digest.digest())));
        return new Seen(held.build(), counts[0], records, counts[1], ids);
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
                "SELECT w.device, w.instance, r.seq FROM revision r JOIN writer w ON w.key = r.writer"
                        + " GROUP BY r.writer, r.seq HAVING count(*) > 1 ORDER BY w.device, w.instance, r.seq",
                r -> new Fork(new Writer(r.getString(1), r.getString(2)), r.getLong(3)));
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
