package org.jailoo.notebook;

import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Writer;
import org.jspecify.annotations.Nullable;

/** In which order revisions came to stand in this notebook: each has the number of its arrival, the latest the greatest. */
public final class Arrivals {
    private final Sql sql;

    Arrivals(Sql sql) {
        this.sql = sql;
    }

    /** The number of the last arrival; 0 where there is none. */
    public long last() {
        return sql.number("SELECT max(key) FROM revision");
    }

    /** The number of the last arrival of a record; 0 where nothing of it is held. */
    public long lastOf(String record) {
        return sql.number("SELECT max(r.key) FROM revision r JOIN record c ON c.key = r.record WHERE c.id = ?", record);
    }

    /**
     * When a revision came to stand here: when its bundle was taken in, or when it was written; null where that is not
     * known any more. By this laptop's clock.
     */
    public @Nullable String when(long arrival) {
        return sql.first(
                "SELECT coalesce(b.imported, c.time) FROM revision r LEFT JOIN bundle b ON b.key = r.bundle"
                        + " LEFT JOIN content c ON c.revision = r.key"
                        + " WHERE r.key >= ? AND coalesce(b.imported, c.time) IS NOT NULL ORDER BY r.key LIMIT 1",
                r -> r.getString(1),
                arrival);
    }

    /**
     * Records with a revision beyond what is known of each writer.
     *
     * @param records their keys
     * @param first the number of the first of these arrivals; 0 where there is none
     */
    public record Beyond(BitSet records, long first) {}

    /**
     * The records that have a revision beyond what is known of each writer.
     *
     * @param within only these records
     * @param after only arrivals after this one
     */
    public Beyond beyond(Map<Writer, SeqRanges> known, BitSet within, long after) {
        BitSet records = new BitSet();
        long[] first = {0};
        sql.list(
                        "SELECT key, device, instance FROM writer",
                        r -> Map.entry(r.getLong(1), new Writer(r.getString(2), r.getString(3))))
                .forEach(writer -> {
                    SeqRanges held = known.getOrDefault(writer.getValue(), SeqRanges.NONE);
                    sql.each(
                            "SELECT key, seq, record FROM revision INDEXED BY revision_writer WHERE writer = ?",
                            r -> {
                                long key = r.getLong(1);
                                if (key > after && !held.contains(r.getLong(2)) && within.get(r.getInt(3))) {
                                    records.set(r.getInt(3));
                                    first[0] = first[0] == 0 ? key : Math.min(first[0], key);
                                }
                            },
                            writer.getKey());
                });
        return new Beyond(records, first[0]);
    }

    /**
     * The same for several devices, of each what is known that it holds; walks over the revisions once at most, and not at
     * all over those of a writer that everybody is known to hold.
     *
     * @param held of each writer, what is held here
     */
    public List<Beyond> beyond(List<Map<Writer, SeqRanges>> known, Map<Writer, SeqRanges> held, BitSet within) {
        List<BitSet> records = known.stream().map(k -> new BitSet()).toList();
        long[] first = new long[known.size()];
        sql.list(
                        "SELECT key, device, instance FROM writer",
                        r -> Map.entry(r.getLong(1), new Writer(r.getString(2), r.getString(3))))
                .forEach(writer -> {
                    SeqRanges here = held.getOrDefault(writer.getValue(), SeqRanges.NONE);
                    List<SeqRanges> claimed = known.stream()
                            .map(k -> k.getOrDefault(writer.getValue(), SeqRanges.NONE))
                            .toList();
                    int[] behind = IntStream.range(0, claimed.size())
                            .filter(i -> !here.minus(claimed.get(i)).isEmpty())
                            .toArray();
                    if (behind.length == 0) {
                        return;
                    }
                    sql.each(
                            "SELECT key, seq, record FROM revision INDEXED BY revision_writer WHERE writer = ?",
                            r -> {
                                long key = r.getLong(1);
                                long seq = r.getLong(2);
                                int record = r.getInt(3);
                                if (!within.get(record)) {
                                    return;
                                }
                                for (int i : behind) {
                                    if (!claimed.get(i).contains(seq)) {
                                        records.get(i).set(record);
                                        first[i] = first[i] == 0 ? key : Math.min(first[i], key);
                                    }
                                }
                            },
                            writer.getKey());
                });
        return IntStream.range(0, known.size())
                .mapToObj(i -> new Beyond(records.get(i), first[i]))
                .toList();
    }

    /** The keys of the records of a type, deleted and purged ones too. */
    public BitSet records(String type) {
        BitSet keys = new BitSet();
        sql.each("SELECT record FROM state INDEXED BY state_type WHERE type = ?", r -> keys.set(r.getInt(1)), type);
        return keys;
    }

    /**
     * What came to stand here after an arrival.
     *
     * @param records the keys of the records of which a revision did
     * @param revisions how many did
     */
    public record Since(BitSet records, long revisions) {}

    /** What came to stand here after an arrival. */
    public Since since(long after) {
        BitSet records = new BitSet();
        long[] revisions = {0};
        sql.each(
                "SELECT record FROM revision WHERE key > ?",
                r -> {
                    records.set(r.getInt(1));
                    revisions[0]++;
                },
                after);
        return new Since(records, revisions[0]);
    }

    /** How often something was taken back out of this notebook, or erased in it: what was read before may be gone. */
    public String losses() {
        return sql.number("SELECT count(*) FROM purge WHERE accepted = 1") + "/" + Brought.timesTakenOut(sql);
    }

    /** A text that is another one whenever revisions, purges or the words of others may have changed. */
    public String stamp() {
        return sql.number("SELECT max(key) FROM revision") + "/" + sql.number("SELECT max(key) FROM bundle") + "/"
                + sql.number("SELECT count(*) FROM purge WHERE accepted = 1") + "/"
                + sql.number("SELECT sum(serial) FROM claim") + "/" + Brought.timesTakenOut(sql);
    }
}
