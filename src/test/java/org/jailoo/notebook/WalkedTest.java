package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jailoo.history.Claim;
import org.jailoo.history.SeqRanges;
import org.jailoo.history.SeqRanges.Range;
import org.jailoo.history.Sha256;
import org.jailoo.history.Writer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is kept of earlier walks gives the answers of a walk over everything, whatever comes, goes or is purged. */
class WalkedTest {
    private static final long SEED = Long.getLong("jailoo.seed", 20230704);
    private static final int STEP = 4;
    private static final Writer A = new Writer("a".repeat(32), "1".repeat(32));
    private static final Writer B = new Writer("b".repeat(32), "2".repeat(32));

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    private final Random random = new Random(SEED);
    private long next = 1;

    @BeforeEach
    void create() {
        notebook = TestDoor.create(folder.resolve("n"), "A1");
        Inside.hurry(notebook);
        for (Writer writer : List.of(A, B)) {
            notebook.sql.update(
                    "INSERT INTO writer (device, instance) VALUES (?, ?)", writer.device(), writer.instance());
        }
        for (int i = 1; i <= 20; i++) {
            notebook.sql.update("INSERT INTO record (key, id) VALUES (?, ?)", i, "r" + i);
        }
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private long writer(Writer writer) {
        return notebook.sql.number("SELECT key FROM writer WHERE device = ?", writer.device());
    }

    private void add(Writer writer, long seq, boolean bodied) {
        byte[] id = new byte[32];
        random.nextBytes(id);
        notebook.sql.update(
                "INSERT INTO revision (id, record, writer, seq, edit, type, signature, bodied, header)"
                        + " VALUES (?, ?, ?, ?, 1, 'interview', '', ?, x'')",
                id,
                1 + random.nextInt(20),
                writer(writer),
                seq,
                bodied ? 1 : 0);
        new Walked(notebook.sql, STEP).came(writer(writer), seq);
    }

    private void remove() {
        record Row(long key, long writer, long seq) {}
        Row row = notebook.sql.first(
                "SELECT key, writer, seq FROM revision ORDER BY random() LIMIT 1",
                r -> new Row(r.getLong(1), r.getLong(2), r.getLong(3)));
        if (row != null) {
            notebook.sql.update("DELETE FROM revision WHERE key = ?", row.key());
            new Walked(notebook.sql, STEP).went(row.writer(), row.seq());
        }
    }

    /** Mostly the next place, as a laptop writes; sometimes one that is late, left out, or there already. */
    private void something() {
        Writer writer = random.nextInt(4) == 0 ? B : A;
        switch (random.nextInt(30)) {
            case 0 -> add(writer, 1 + random.nextInt((int) next), true);
            case 1 -> next += 1 + random.nextInt(3);
            case 2 -> remove();
            case 3 -> notebook.sql.update(
                    "UPDATE revision SET bodied = 1 - bodied WHERE key = ?",
                    notebook.sql.number("SELECT key FROM revision ORDER BY key DESC LIMIT 1 OFFSET ?", random.nextInt(9)));
            case 4 -> add(writer, next++, false);
            default -> add(writer, next++, true);
        }
    }

    private Holdings holdings() {
        return new Holdings(notebook.sql, new Walked(notebook.sql, STEP));
    }

    private SeqRanges held(Writer writer) {
        SeqRanges.Builder builder = new SeqRanges.Builder();
        notebook.sql.each(
                "SELECT seq FROM revision WHERE writer = ? ORDER BY seq", r -> builder.add(r.getLong(1)), writer(writer));
        return builder.build();
    }

    private String ids(Writer writer, SeqRanges places) {
        MessageDigest digest = Sha256.start();
        notebook.sql.each(
                "SELECT seq, id FROM revision WHERE writer = ? ORDER BY seq, id",
                r -> {
                    if (places.contains(r.getLong(1))) {
                        digest.update(r.getBytes(2));
                    }
                },
                writer(writer));
        return HexFormat.of().formatHex(digest.digest());
    }

    /** As somebody else may claim it: with a hole, cut off, or beyond what is here. */
    private SeqRanges claimed() {
        SeqRanges all = new SeqRanges(List.of(new Range(1, Math.max(1, next - random.nextInt(12)))));
        return random.nextBoolean() ? all : all.minus(new SeqRanges(List.of(new Range(3, 5), new Range(9, 9))));
    }

    @Test
    void whatIsKeptGivesTheAnswersOfAWalkOverEverything() {
        long kept = 0;
        for (int i = 0; i < 700; i++) {
            notebook.sql.inTransaction(() -> {
                for (int n = random.nextInt(6); n > 0; n--) {
                    something();
                }
                return next;
            });
            for (Writer writer : List.of(A, B)) {
                boolean writes = random.nextBoolean();
                SeqRanges places = claimed();
                int most = random.nextInt(5) == 0 ? 2 : 100;
                List<Object> answers = new ArrayList<>();
                Runnable asking = () -> {
                    Holdings.Seen seen = holdings().look(writer, java.util.Set.of(places));
                    answers.addAll(List.of(
                            seen.held(),
                            seen.revisions(),
                            seen.records(),
                            seen.forks(),
                            seen.ids().get(places),
                            holdings().claim(writer, most)));
                };
                if (writes) {
                    notebook.sql.inTransaction(() -> {
                        asking.run();
                        return answers;
                    });
                } else {
                    asking.run();
                }
                BitSet records = new BitSet();
                notebook.sql.each(
                        "SELECT record FROM revision WHERE writer = ?", r -> records.set(r.getInt(1)), writer(writer));
                Claim claim = holdings().walkedClaim(writer, most);
                assertThat(answers)
                        .as("seed %s, step %s", SEED, i)
                        .isEqualTo(List.of(
                                held(writer),
                                notebook.sql.number("SELECT count(*) FROM revision WHERE writer = ?", writer(writer)),
                                records,
                                notebook.sql.number(
                                        "SELECT count(*) FROM (SELECT 1 FROM revision WHERE writer = ? GROUP BY seq"
                                                + " HAVING count(*) > 1)",
                                        writer(writer)),
                                ids(writer, places),
                                claim));
            }
            kept += notebook.sql.number("SELECT (SELECT count(*) FROM held) + (SELECT count(*) FROM hashed)");
        }
        assertThat(kept).as("what was kept was used").isGreaterThan(1_000);
        assertThat(notebook.sql.inTransaction(() -> new Walked(notebook.sql, STEP).mend()))
                .isFalse();
    }


    @Test
    void whatIsBeyondTheWordsOfOthersIsWhatAWalkFinds() {
        for (int i = 0; i < 300; i++) {
            something();
            if (i % 10 == 0) {
                List<Map<Writer, SeqRanges>> known = List.of(Map.of(A, claimed()), Map.of(), Map.of(B, claimed(), A, claimed()));
                long after = random.nextInt(50);
                List<Arrivals.Beyond> beyond =
                        new Arrivals(notebook.sql).beyond(known, record -> record % 3 > 0, after);
                for (int k = 0; k < known.size(); k++) {
                    BitSet records = new BitSet();
                    long[] first = {0};
                    Map<Writer, SeqRanges> one = known.get(k);
                    notebook.sql.each(
                            "SELECT w.device, w.instance, r.seq, r.record, r.key FROM revision r"
                                    + " JOIN writer w ON w.key = r.writer ORDER BY r.key",
                            r -> {
                                SeqRanges places = one.getOrDefault(
                                        new Writer(r.getString(1), r.getString(2)), SeqRanges.NONE);
                                if (r.getLong(5) > after && r.getInt(4) % 3 > 0 && !places.contains(r.getLong(3))) {
                                    records.set(r.getInt(4));
                                    first[0] = first[0] == 0 ? r.getLong(5) : first[0];
                                }
                            });
                    assertThat(beyond.get(k))
                            .as("seed %s, step %s", SEED, i)
                            .isEqualTo(new Arrivals.Beyond(records, first[0]));
                }
            }
        }
    }

    @Test
    void whatWasKeptAndIsNotSoIsFoundAndMended() {
        for (int i = 0; i < 40; i++) {
            add(A, next++, true);
        }
        for (String wrong : List.of(
                "UPDATE held SET places = '1-3'",
                "UPDATE held SET revisions = 7",
                "UPDATE held SET records = x'00'",
                "UPDATE hashed SET state = (SELECT state FROM hashed LIMIT 1)")) {
            notebook.sql.inTransaction(() -> new Walked(notebook.sql, STEP).mend());
            notebook.sql.inTransaction(() -> holdings().claim(A, 100));
            Claim before = holdings().claim(A, 100);
            assertThat(notebook.sql.update(wrong)).as(wrong).isPositive();
            assertThat(notebook.sql.inTransaction(() -> new Walked(notebook.sql, STEP).mend()))
                    .as(wrong)
                    .isTrue();
            assertThat(holdings().claim(A, 100)).as(wrong).isEqualTo(before);
        }
        // Where it is not told that one came below, what was kept outlives what it was kept of.
        notebook.sql.inTransaction(() -> holdings().claim(A, 100));
        notebook.sql.update(
                "INSERT INTO revision (id, record, writer, seq, edit, type, signature, bodied, header)"
                        + " SELECT x'00', 1, writer, 2, 1, 'interview', '', 1, x'' FROM revision WHERE seq = 1");
        assertThat(holdings().claim(A, 100)).isNotEqualTo(holdings().walkedClaim(A, 100));
        notebook.sql.inTransaction(() -> new Walked(notebook.sql, STEP).mend());
        assertThat(holdings().claim(A, 100)).isEqualTo(holdings().walkedClaim(A, 100));
    }
}
