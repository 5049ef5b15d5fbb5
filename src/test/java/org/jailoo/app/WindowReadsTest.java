package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ListRecords.Page;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.app.RecordHistory.Entry;
import org.jailoo.app.RecordHistory.Story;
import org.jailoo.app.RecordHistory.Writing;
import org.jailoo.history.Chronicle.Change;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** What the window reads: lists, history, counts, references. */
@Timeout(60)
class WindowReadsTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop b;

    @BeforeEach
    void twoFriends() {
        List<Laptop> both = Laptop.friends(folder, "A", "B");
        a = both.get(0);
        b = both.get(1);
    }

    @AfterEach
    void close() {
        a.isSound();
        b.isSound();
        a.close();
        b.close();
    }

    private Page page(Query query) {
        return new ListRecords(b.notebook).page(query);
    }

    private static List<String> codes(Page page) {
        return page.rows().stream().map(r -> r.listed().code()).toList();
    }

    /** A contradiction about one interview, seen by B. */
    private String contradiction() throws Exception {
        String record = a.writes("interview", "code", "B-1");
        b.takes(a.export(Choice.ALL, b));
        a.edits(record, "summary", "as A heard it");
        b.edits(record, "summary", "as B heard it");
        b.takes(a.export(Choice.ALL, b));
        return record;
    }

    @Test
    void aListHasPagesFiltersAndASearchAndTheStatesToShow() throws Exception {
        String campaign = b.writes("campaign", "title", "Ысык-Көл");
        for (int i = 1; i <= 7; i++) {
            b.save(
                    b.form("interview", null),
                    Map.of(
                            "code", Json.of("K-" + i),
                            "date", Json.of("2023-07-0" + i),
                            "narrative", Json.of(i > 4 ? "айлык төлөнбөдү" : "иш жакшы"),
                            "campaign", i == 7 ? Json.of(campaign) : Json.NULL));
        }
        String conflict = contradiction();
        String deleted = b.writes("interview", "code", "жок");
        b.save(b.form("interview", deleted), Map.of("deleted", Json.TRUE));
        Query all = Query.of("interview");
        assertThat(codes(page(new Query("interview", "", Show.ALL, null, Lists.Order.LATEST, 2, 3))))
                .containsExactly("K-5", "K-4", "K-3");
        assertThat(page(all.from(2)).total()).isEqualTo(8);
        assertThat(codes(page(all.typed("айлык")))).containsExactlyInAnyOrder("K-5", "K-6", "K-7");
        assertThat(page(all.typed("айлык").campaign(campaign)).total()).isEqualTo(1);
        assertThat(codes(page(all.campaign(campaign)))).containsExactly("K-7");
        assertThat(codes(page(all.show(Show.IN_CONFLICT)))).containsExactly("B-1");
        assertThat(codes(page(all.show(Show.GONE)))).containsExactly("жок");
        assertThat(codes(page(all.order(Lists.Order.CODE)))).startsWith("B-1", "K-1", "K-2");
        assertThat(page(all.typed("B-1")).rows()).singleElement().satisfies(row -> {
            assertThat(row.record()).isEqualTo(conflict);
            assertThat(row.state().conflicts()).containsKey("summary");
            assertThat(row.listed().conflicts()).isEqualTo(1);
        });
        HomeCounts.Counts counts = new HomeCounts(b.notebook).count();
        assertThat(counts.types())
                .containsEntry("interview", new Lists.Count(8, 1, 0))
                .containsEntry("campaign", new Lists.Count(1, 0, 0))
                .containsEntry("participant", new Lists.Count(0, 0, 0));
        assertThat(counts)
                .extracting("inConflict", "devices", "trusted", "heldPurges")
                .containsExactly(1L, 1L, 1L, 0L);
        assertThat(counts.imported()).isEqualTo("2024-05-06T07:08:09Z");
        assertThat(counts.exported()).isNull();
        assertThat(new HomeCounts(a.notebook).count().exported()).isNotNull();
    }

    @Test
    void aHistoryTellsWhoWroteWhatAndHowItCame() throws Exception {
        String record = contradiction();
        Story story = new RecordHistory(b.notebook).tell(record, 9);
        assertThat(story.entries()).hasSize(3).extracting(Entry::head).containsExactly(true, true, false);
        Entry first = story.entries().get(2);
        assertThat(first.who()).extracting("name", "self").containsExactly("A", false);
        assertThat(first.who().fingerprint()).matches("[0-9]{5} [0-9]{5}");
        assertThat(first.changes()).containsExactly(new Change("code", List.of(), Json.of("B-1")));
        assertThat(first.brought()).isNotNull();
        assertThat(first.brought().from().name()).isEqualTo("A");
        assertThat(first.brought().imported()).isEqualTo("2024-05-06T07:08:09Z");
        assertThat(story.entries()).anySatisfy(own -> {
            assertThat(own.who()).extracting("name", "self").containsExactly("B", true);
            assertThat(own.brought()).isNull();
            assertThat(own.time()).isEqualTo("2024-05-06T07:08:09Z");
        });
        List<Contending> values =
                java.util.Objects.requireNonNull(story.conflicts().get("summary"));
        assertThat(values).extracting(Contending::shown).containsExactly(true, false);
        assertThat(values.stream().map(Contending::value))
                .containsExactlyInAnyOrder(Json.of("as A heard it"), Json.of("as B heard it"));
        assertThat(values.get(0).value()).isEqualTo(b.shown(record, "summary"));
        Writing writing = values.get(0).writings().get(0);
        assertThat(Json.of("as " + writing.who().name() + " heard it"))
                .isEqualTo(values.get(0).value());
        assertThat(new RecordHistory(b.notebook).tell(record, 1)).satisfies(brief -> {
            assertThat(brief.entries()).hasSize(1);
            assertThat(brief.more()).isEqualTo(2);
        });
        // Settled by saving the path again, as the form was opened.
        b.edits(record, "summary", "settled");
        story = new RecordHistory(b.notebook).tell(record, 9);
        assertThat(story.conflicts()).isEmpty();
        assertThat(story.entries().get(0).changes().get(0).before())
                .containsExactlyInAnyOrder(Json.of("as A heard it"), Json.of("as B heard it"));
    }

    @Test
    void aPurgedRecordTellsThatItWasErasedAndNothingElse() throws Exception {
        String record = contradiction();
        a.purges(record);
        b.takes(a.export(Choice.ALL, b));
        Story story = new RecordHistory(b.notebook).tell(record, 9);
        assertThat(story.entries()).hasSize(4);
        assertThat(story.entries().get(0)).extracting("purge", "accepted").containsExactly(true, true);
        assertThat(story.entries().subList(1, 4)).allSatisfy(entry -> {
            assertThat(entry.changes()).isEmpty();
            assertThat(entry.missing()).isTrue();
            assertThat(entry.time()).isNull();
        });
        assertThat(story.conflicts()).isEmpty();
        assertThat(story.state().orElseThrow().purged()).isTrue();
        assertThat(new RecordHistory(b.notebook).tell(RecordId.random(), 9).entries())
                .isEmpty();
    }

    @Test
    void aDisputedNameIsNotTold() throws Exception {
        String record = contradiction();
        Inside.run(b.notebook, "UPDATE device SET disputed = 1 WHERE id = '" + a.device() + "'");
        assertThat(new RecordHistory(b.notebook).tell(record, 9).entries())
                .anySatisfy(entry -> assertThat(entry.who().name()).isNull());
    }

    @Test
    void aReferenceIsFoundByWhatWasTypedAndNamedByItsCode() {
        String one = b.writes("participant", "code", "P-1");
        String ten = b.writes("participant", "code", "P-10");
        b.writes("interview", "code", "P-1");
        References references = new References(b.notebook);
        assertThat(references.suggest("participant", "p-1"))
                .extracting(Lists.Row::record)
                .containsExactly(one, ten);
        assertThat(references.labels(List.of(ten, RecordId.random())))
                .hasSize(1)
                .containsKey(ten);
        for (int i = 0; i < 25; i++) {
            b.writes("participant", "code", "Q-" + i);
        }
        assertThat(references.suggest("participant", "")).hasSize(20);
    }

    /** The import is held open after its last record; meanwhile the window goes on. */
    @Test
    void whileABundleIsWrittenTheWindowReadsTheStateBefore() throws Exception {
        List<String> records = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            records.add(a.writes("interview", "code", "A-" + i));
        }
        String mine = b.writes("interview", "code", "B-1");
        Path bundle = a.export(Choice.ALL, b);
        CountDownLatch written = new CountDownLatch(1);
        CountDownLatch end = new CountDownLatch(1);
        ExecutorService importing = Executors.newSingleThreadExecutor();
        try (ImportBundle.Waiting waiting = b.stage(bundle, Laptop.NOTHING)) {
            Notebook notebook = b.notebook;
            Future<?> transaction = importing.submit(() -> notebook.inTransaction(() -> {
                ImportResult result = waiting.write();
                written.countDown();
                try {
                    assertThat(end.await(30, TimeUnit.SECONDS)).isTrue();
                } catch (InterruptedException e) {
                    throw new IllegalStateException(e);
                }
                return result;
            }));
            assertThat(written.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(codes(page(Query.of("interview")))).containsExactly("B-1");
            assertThat(page(Query.of("interview").typed("A-1")).rows()).isEmpty();
            assertThat(new RecordHistory(notebook).tell(mine, 9).entries()).hasSize(1);
            assertThat(new RecordHistory(notebook).tell(records.get(0), 9).entries())
                    .isEmpty();
            assertThat(new HomeCounts(notebook).count().types().get("interview"))
                    .isEqualTo(new Lists.Count(1, 0, 0));
            assertThat(new OpenRecord(notebook).open(mine)).isPresent();
            assertThat(transaction.isDone()).isFalse();
            end.countDown();
            transaction.get();
            assertThat(page(Query.of("interview")).total()).isEqualTo(21);
        } finally {
            importing.shutdownNow();
        }
    }
}
