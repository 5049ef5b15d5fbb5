package org.jailoo.notebook;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.SeqRanges.Range;
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
     * The records that have a revision beyond what is known of each writer. Only what is beyond is looked at.
     *
     * @param within only these records, by their keys
     * @param after only arrivals after this one
     */
    public Beyond beyond(Map<Writer, SeqRanges> known, IntPredicate within, long after) {
        return beyond(List.of(known), within, after).get(0);
    }

    /** The same for several devices, of each what is known that it holds; in one walk over what is beyond any of them. */
    public List<Beyond> beyond(List<Map<Writer, SeqRanges>> known, IntPredicate within, long after) {
        Walked walked = new Walked(sql);
        List<BitSet> records = known.stream().map(k -> new BitSet()).toList();
        long[] first = new long[known.size()];
        sql.list(
                        "SELECT key, device, instance FROM writer",
                        r -> Map.entry(r.getLong(1), new Writer(r.getString(2), r.getString(3))))
                .forEach(writer -> {
                    SeqRanges held = walked.held(writer.getKey()).places();
                    List<SeqRanges> left = known.stream()
                            .map(k -> left(held, k.getOrDefault(writer.getValue(), SeqRanges.NONE)))
                            .toList();
                    SeqRanges any = left.stream().reduce(SeqRanges.NONE, SeqRanges::or);
                    for (Range range : any.ranges()) {
                        sql.each(
                                "SELECT key, seq, record FROM revision INDEXED BY revision_writer"
                                        + " WHERE writer = ? AND seq BETWEEN ? AND ?",
                                r -> {
                                    long key = r.getLong(1);
                                    int record = r.getInt(3);
                                    if (key <= after || !within.test(record)) {
                                        return;
                                    }
                                    for (int i = 0; i < first.length; i++) {
                                        if (left.get(i).contains(r.getLong(2))) {
                                            records.get(i).set(record);
                                            first[i] = first[i] == 0 ? key : Math.min(first[i], key);
                                        }
                                    }
                                },
                                writer.getKey(),
                                range.first(),
                                range.last());
                    }
                });
        return IntStream.range(0, first.length)
                .mapToObj(i -> new Beyond(records.get(i), first[i]))
                .toList();
    }

    /** What is held and not known, and what no range of a claim may name. */
    private static SeqRanges left(SeqRanges held, SeqRanges known) {
        List<Range> left = new ArrayList<>(held.minus(known).ranges());
        left.add(new Range(SeqRanges.MAX_SEQ + 1, Long.MAX_VALUE - 1));
        return new SeqRanges(left);
    }

    /** Whether a record is of one of these types, deleted and purged ones too; each that matters is asked for once. */
    public IntPredicate ofTypes(Set<String> types) {
        BitSet asked = new BitSet();
        BitSet yes = new BitSet();
        return record -> {
            if (!asked.get(record)) {
                asked.set(record);
                String type = sql.first("SELECT type FROM state WHERE record = ?", r -> r.getString(1), record);
                yes.set(record, type != null && types.contains(type));
            }
            return yes.get(record);
        };
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
