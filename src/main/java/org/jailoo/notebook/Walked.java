package org.jailoo.notebook;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import org.jailoo.history.FormatException;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.Sha256;
import org.jailoo.identity.GrowingDigest;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/**
 * What was walked of the revisions of each writer before: kept in the tables {@code held} and {@code hashed}, so that only
 * what came since is walked. A revision that comes or goes below takes away what that makes wrong; what is not kept is
 * walked again, to the same answer.
 */
final class Walked {
    /** A walk of so many places is worth keeping. */
    private static final int STEP = 2_048;

    /** As many states of digests as are kept of a writer; the claims of very many others begin anew. */
    private static final int KEPT = 4_096;

    private final Sql sql;
    private final int step;

    Walked(Sql sql) {
        this(sql, STEP);
    }

    /** With another step, for tests on few revisions. */
    Walked(Sql sql, int step) {
        this.sql = sql;
        this.step = step;
    }

    /**
     * What is held of a writer.
     *
     * @param places those of all its revisions, with or without a body
     * @param records the keys of the records in which it wrote
     */
    record Held(SeqRanges places, long revisions, BitSet records) {}

    private record Row(long upto, SeqRanges places, long revisions, BitSet records) {}

    /** What is held of a writer, by its key. */
    Held held(long writer) {
        Row kept = sql.first(
                "SELECT upto, places, revisions, records FROM held WHERE writer = ?",
                r -> new Row(r.getLong(1), places(r.getString(2)), r.getLong(3), BitSet.valueOf(r.getBytes(4))),
                writer);
        Row before = kept == null ? new Row(0, SeqRanges.NONE, 0, new BitSet()) : kept;
        SeqRanges.Builder since = new SeqRanges.Builder();
        BitSet records = before.records();
        long[] walked = {0, before.upto()};
        sql.each(
                "SELECT seq, record FROM revision INDEXED BY revision_writer WHERE writer = ? AND seq > ? ORDER BY seq",
                r -> {
                    since.add(r.getLong(1));
                    records.set(r.getInt(2));
                    walked[0]++;
                    walked[1] = r.getLong(1);
                },
                writer,
                before.upto());
        Held held = new Held(before.places().or(since.build()), before.revisions() + walked[0], records);
        if (walked[0] >= step && walked[1] <= SeqRanges.MAX_SEQ && sql.isWriting()) {
            sql.update(
                    "INSERT OR REPLACE INTO held (writer, upto, places, revisions, records) VALUES (?, ?, ?, ?, ?)",
                    writer,
                    walked[1],
                    held.places().text(),
                    held.revisions(),
                    held.records().toByteArray());
        }
        return held;
    }

    private static SeqRanges places(String text) {
        try {
            return SeqRanges.parse(text, Integer.MAX_VALUE);
        } catch (FormatException e) {
            throw new NotebookException(Fault.DAMAGED, "stored places", e);
        }
    }

    /** How far a digest had come at a place. */
    private record Mark(long upto, byte[] places, byte[] state) {}

    /** The hash over the ids held at these places of a writer, by (seq, id). */
    String ids(long writer, SeqRanges places) {
        if (places.isEmpty()) {
            return HexFormat.of().formatHex(GrowingDigest.start().digest());
        }
        long last = places.ranges().get(places.ranges().size() - 1).last();
        Mark mark = mark(writer, places, last);
        GrowingDigest digest = mark == null ? GrowingDigest.start() : GrowingDigest.from(mark.state());
        long from = mark == null ? 0 : mark.upto();
        List<Mark> passed = new ArrayList<>();
        Inside inside = new Inside(places);
        long[] next = {from + step, 0, 0};
        sql.each(
                "SELECT seq, id FROM revision INDEXED BY revision_writer WHERE writer = ? AND seq > ? AND seq <= ?"
                        + " ORDER BY seq, id",
                r -> {
                    long seq = r.getLong(1);
                    if (++next[1] > step && seq > next[0] && seq > next[2]) {
                        // Everything up to the place before this one was fed.
                        passed.add(new Mark(seq - 1, new byte[0], digest.state()));
                        next[0] = seq - 1 + step;
                        next[1] = 0;
                    }
                    next[2] = seq;
                    if (inside.contains(seq)) {
                        digest.update(r.getBytes(2));
                    }
                },
                writer,
                from,
                last);
        if (!passed.isEmpty() && sql.isWriting()) {
            keep(writer, places, passed);
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** The mark that stands farthest on the way to the hash over these places. */
    private @Nullable Mark mark(long writer, SeqRanges places, long last) {
        List<Mark> marks = sql.list(
                "SELECT upto, places, state FROM hashed WHERE writer = ? AND upto <= ? ORDER BY upto",
                r -> new Mark(r.getLong(1), r.getBytes(2), r.getBytes(3)),
                writer,
                last);
        Mark farthest = null;
        Beginning beginning = new Beginning(places);
        for (Mark mark : marks) {
            if (MessageDigest.isEqual(beginning.upTo(mark.upto()), mark.places())) {
                farthest = mark;
            }
        }
        return farthest;
    }

    private void keep(long writer, SeqRanges places, List<Mark> passed) {
        if (sql.number("SELECT count(*) FROM hashed WHERE writer = ?", writer) + passed.size() > KEPT) {
            sql.update("DELETE FROM hashed WHERE writer = ?", writer);
        }
        Beginning beginning = new Beginning(places);
        for (Mark mark : passed) {
            sql.update(
                    "INSERT OR REPLACE INTO hashed (writer, upto, places, state) VALUES (?, ?, ?, ?)",
                    writer,
                    mark.upto(),
                    beginning.upTo(mark.upto()),
                    mark.state());
        }
    }

    /** To be called when a revision has come to stand at a place. */
    void came(long writer, long seq) {
        boolean[] is = {false, false};
        sql.each(
                "SELECT (SELECT count(*) FROM revision WHERE writer = ?1 AND seq = ?2) > 1,"
                        + " EXISTS (SELECT 1 FROM held WHERE writer = ?1 AND upto >= ?2)"
                        + " OR EXISTS (SELECT 1 FROM hashed WHERE writer = ?1 AND upto >= ?2)",
                r -> {
                    is[0] = r.getBoolean(1);
                    is[1] = r.getBoolean(2);
                },
                writer,
                seq);
        if (is[0]) {
            sql.update("INSERT OR IGNORE INTO fork (writer, seq) VALUES (?, ?)", writer, seq);
        }
        if (is[1]) {
            forget(writer, seq);
        }
    }

    /** To be called when a revision has gone from a place. */
    void went(long writer, long seq) {
        forget(writer, seq);
        if (sql.number("SELECT count(*) FROM revision WHERE writer = ? AND seq = ?", writer, seq) < 2) {
            sql.update("DELETE FROM fork WHERE writer = ? AND seq = ?", writer, seq);
        }
    }

    private void forget(long writer, long seq) {
        sql.update("DELETE FROM held WHERE writer = ? AND upto >= ?", writer, seq);
        sql.update("DELETE FROM hashed WHERE writer = ? AND upto >= ?", writer, seq);
    }

    /** Walks what nobody has walked yet; inside a transaction, as at opening. */
    void catchUp() {
        record Behind(long writer, long last, long upto) {}
        sql.list(
                        "SELECT w.key, (SELECT max(seq) FROM revision WHERE writer = w.key), coalesce(h.upto, 0)"
                                + " FROM writer w LEFT JOIN held h ON h.writer = w.key",
                        r -> new Behind(r.getLong(1), r.getLong(2), r.getLong(3)))
                .forEach(behind -> {
                    if (behind.last() >= behind.upto() + 2L * step) {
                        ids(behind.writer(), held(behind.writer()).places());
                    }
                });
    }

    /** Takes away what is kept and is not what a walk gives; whether there was anything. */
    boolean mend() {
        boolean wrong = false;
        for (String table : List.of("held", "hashed")) {
            wrong |= sql.update("DELETE FROM " + table + " WHERE writer NOT IN (SELECT key FROM writer)") > 0;
        }
        for (long writer : sql.list("SELECT key FROM writer", r -> r.getLong(1))) {
            record Both(List<Row> held, List<Mark> marks) {}
            Both kept = new Both(
                    sql.list(
                            "SELECT upto, places, revisions, records FROM held WHERE writer = ?",
                            r -> new Row(
                                    r.getLong(1), places(r.getString(2)), r.getLong(3), BitSet.valueOf(r.getBytes(4))),
                            writer),
                    sql.list(
                            "SELECT upto, places, state FROM hashed WHERE writer = ? ORDER BY upto",
                            r -> new Mark(r.getLong(1), r.getBytes(2), r.getBytes(3)),
                            writer));
            if (kept.held().isEmpty() && kept.marks().isEmpty()) {
                continue;
            }
            sql.update("DELETE FROM held WHERE writer = ?", writer);
            sql.update("DELETE FROM hashed WHERE writer = ?", writer);
            Held walked = held(writer);
            ids(writer, walked.places());
            wrong |= kept.held().stream().anyMatch(row -> !agrees(row, walked, writer));
            // Of claims with holes the marks cannot be told from wrong ones; they are walked again when asked for.
            List<Mark> whole = marks(writer, walked.places(), kept.marks());
            wrong |= whole.stream()
                    .anyMatch(mark -> kept.marks().stream()
                            .anyMatch(other -> other.upto() == mark.upto()
                                    && MessageDigest.isEqual(other.places(), mark.places())
                                    && !MessageDigest.isEqual(other.state(), mark.state())));
        }
        return wrong;
    }

    private boolean agrees(Row row, Held walked, long writer) {
        SeqRanges within = new SeqRanges(List.of(new SeqRanges.Range(1, row.upto())));
        BitSet records = new BitSet();
        long[] revisions = {0};
        sql.each(
                "SELECT record FROM revision INDEXED BY revision_writer WHERE writer = ? AND seq <= ?",
                r -> {
                    records.set(r.getInt(1));
                    revisions[0]++;
                },
                writer,
                row.upto());
        return row.places().equals(walked.places().and(within))
                && row.revisions() == revisions[0]
                && row.records().equals(records);
    }

    /** The states at the same places as others, of the hash over everything held. */
    private List<Mark> marks(long writer, SeqRanges places, List<Mark> at) {
        List<Mark> marks = new ArrayList<>();
        GrowingDigest digest = GrowingDigest.start();
        Beginning beginning = new Beginning(places);
        long from = 0;
        for (Mark mark : at) {
            sql.each(
                    "SELECT id FROM revision INDEXED BY revision_writer WHERE writer = ? AND seq > ? AND seq <= ?"
                            + " ORDER BY seq, id",
                    r -> digest.update(r.getBytes(1)),
                    writer,
                    from,
                    mark.upto());
            from = mark.upto();
            marks.add(new Mark(from, beginning.upTo(from), digest.state()));
        }
        return marks;
    }

    /** Tells of ascending places whether they are among some. */
    private static final class Inside {
        private final List<SeqRanges.Range> ranges;
        private int at;

        Inside(SeqRanges places) {
            ranges = places.ranges();
        }

        boolean contains(long seq) {
            while (at < ranges.size() && ranges.get(at).last() < seq) {
                at++;
            }
            return at < ranges.size() && ranges.get(at).first() <= seq;
        }
    }

    /** Names the beginnings of some places, shorter ones first, each by a hash. */
    private static final class Beginning {
        private final List<SeqRanges.Range> ranges;
        private final MessageDigest whole = Sha256.start();
        private int at;

        Beginning(SeqRanges places) {
            ranges = places.ranges();
        }

        byte[] upTo(long place) {
            while (at < ranges.size() && ranges.get(at).last() <= place) {
                whole.update(bytes(ranges.get(at).first(), ranges.get(at).last()));
                at++;
            }
            try {
                MessageDigest here = (MessageDigest) whole.clone();
                if (at < ranges.size() && ranges.get(at).first() <= place) {
                    here.update(bytes(ranges.get(at).first(), place));
                }
                return here.digest();
            } catch (CloneNotSupportedException e) {
                throw new AssertionError("SHA-256 of every Java runtime can be copied", e);
            }
        }

        private static byte[] bytes(long first, long last) {
            return ByteBuffer.allocate(2 * Long.BYTES).putLong(first).putLong(last).array();
        }
    }
}
