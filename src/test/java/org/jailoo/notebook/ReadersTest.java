package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Readers wait for no writer, see one moment, and write nothing. */
@Timeout(30)
class ReadersTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private final ExecutorService others = Executors.newCachedThreadPool();

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    @BeforeEach
    void create() {
        file = folder.resolve("n");
        notebook = TestDoor.create(file, "A1");
        save("бир");
    }

    @AfterEach
    void close() {
        others.shutdownNow();
        notebook.close();
    }

    private void save(String text) {
        Pen.save(notebook, RecordId.random(), "interview", "narrative", text);
    }

    private long count() {
        return notebook.reading(at -> at.revisions().count());
    }

    /** A transaction of another thread that has saved, and waits to be let go. */
    private Future<?> transaction(CountDownLatch end) throws InterruptedException {
        CountDownLatch saved = new CountDownLatch(1);
        Future<?> transaction = others.submit(() -> notebook.inTransaction(() -> {
            save("эки");
            assertThat(count()).as("the transaction sees what it wrote").isEqualTo(2);
            saved.countDown();
            await(end);
            return end;
        }));
        saved.await();
        return transaction;
    }

    private static void await(CountDownLatch latch) {
        try {
            assertThat(latch.await(20, TimeUnit.SECONDS)).isTrue();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void aReadDoesNotWaitForATransactionAndSeesTheStateBeforeIt() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        Future<?> transaction = transaction(end);
        assertThat(count()).isEqualTo(1);
        assertThat(notebook.<List<SearchIndex.Hit>>reading(at -> at.search().find("эки", 9)))
                .isEmpty();
        assertThat(notebook.<Object>reading(at -> at.lists().counts().get("interview")))
                .isEqualTo(new Lists.Count(1, 0, 0));
        assertThat(transaction.isDone()).isFalse();
        end.countDown();
        transaction.get();
        assertThat(count()).isEqualTo(2);
        assertThat(notebook.<List<SearchIndex.Hit>>reading(at -> at.search().find("эки", 9)))
                .hasSize(1);
    }

    @Test
    void allOfAReadSeesOneMoment() throws Exception {
        notebook.reading(at -> {
            assertThat(at.revisions().count()).isEqualTo(1);
            CompletableFuture.runAsync(() -> save("эки"), others).join();
            assertThat(at.revisions().count()).isEqualTo(1);
            assertThat(count()).as("a read inside a read").isEqualTo(1);
            assertThat(CompletableFuture.supplyAsync(this::count, others).join())
                    .as("another reader")
                    .isEqualTo(2);
            return at;
        });
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aReaderWritesNothing() {
        assertThatThrownBy(() -> notebook.reading(at -> {
                    at.log().imported("b", "d", "i", 1, "c", "n");
                    return at;
                }))
                .isInstanceOf(NotebookException.class);
        assertThatThrownBy(() -> notebook.reading(at -> notebook.inTransaction(() -> at)))
                .isInstanceOf(IllegalStateException.class);
        assertThatThrownBy(() -> notebook.reading(at -> {
                    save("үч");
                    return at;
                }))
                .isInstanceOf(IllegalStateException.class);
        assertThat(count()).isEqualTo(1);
        assertThat(notebook.log().lastImported()).isNull();
    }

    @Test
    void aFailedReadGivesItsReaderBack() {
        for (int i = 0; i < 5; i++) {
            assertThatThrownBy(() -> notebook.reading(at -> {
                        at.revisions().count();
                        throw new IllegalStateException("half way");
                    }))
                    .hasMessage("half way");
        }
        save("эки");
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void aPurgeWaitsForReadersAndThenEmptiesTheLog() throws Exception {
        String record = RecordId.random();
        Pen.save(notebook, record, "interview", "code", "КУПУЯ");
        // SQLite itself would wait for readers only that long, and then refuse.
        notebook.sql.script("PRAGMA busy_timeout = 20");
        CountDownLatch reading = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        Future<?> read = others.submit(() -> notebook.reading(at -> {
            at.revisions().count();
            reading.countDown();
            await(end);
            return at;
        }));
        reading.await();
        Future<?> purge = others.submit(() -> Pen.purge(notebook, record, "interview"));
        assertThatThrownBy(() -> purge.get(200, TimeUnit.MILLISECONDS))
                .isInstanceOf(java.util.concurrent.TimeoutException.class);
        end.countDown();
        read.get();
        purge.get();
        assertThat(Files.size(Path.of(file + "-wal"))).isZero();
        assertThat(notebook.<Boolean>reading(at -> at.revisions().isPurged(record)))
                .isTrue();
        assertThat(Traces.pages(file)).doesNotContain("КУПУЯ", "купуя");
    }

    @Test
    void theSettingsOfAReaderAreThoseThatWereTried() {
        notebook.reading(at -> {
            Sql sql = at.sql;
            assertThat(sql.number("PRAGMA query_only")).isEqualTo(1);
            assertThat(sql.number("PRAGMA wal_autocheckpoint")).isZero();
            assertThat(sql.number("PRAGMA temp_store")).isEqualTo(2);
            assertThat(sql.<String>first("PRAGMA journal_mode", r -> r.getString(1)))
                    .isEqualTo("wal");
            assertThat(sql.<String>first("PRAGMA cipher", r -> r.getString(1))).isEqualTo("sqlcipher");
            return at;
        });
    }

    @Test
    void closingClosesAllAndLeavesNoLog() throws Exception {
        save("эки");
        assertThat(count()).isEqualTo(2);
        notebook.close();
        assertThat(Traces.filesOf(file))
                .extracting(Path::getFileName)
                .map(String::valueOf)
                .containsExactly("n", "n.lock");
        assertThatThrownBy(this::count).isInstanceOf(RuntimeException.class);
        notebook = TestDoor.open(file);
        assertThat(count()).isEqualTo(2);
    }

    @Test
    void manyReadersAndWritersComeToAnEnd() throws Exception {
        java.util.List<Future<?>> all = new java.util.ArrayList<>();
        for (int t = 0; t < 6; t++) {
            int who = t;
            all.add(others.submit(() -> {
                for (int i = 0; i < 20; i++) {
                    if (who < 2) {
                        save("сөз" + i);
                    } else if (who == 2) {
                        notebook.scrub();
                    } else {
                        long[] counts = notebook.reading(at -> new long[] {
                            at.revisions().count(),
                            at.lists().count(new Lists.Choice("interview", Lists.Show.ALL, null, Lists.Order.LATEST))
                        });
                        assertThat(counts[0]).isEqualTo(counts[1]);
                    }
                }
            }));
        }
        for (Future<?> one : all) {
            one.get();
        }
        assertThat(count()).isEqualTo(41);
    }
}
