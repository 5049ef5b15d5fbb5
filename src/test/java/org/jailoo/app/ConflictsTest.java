package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jailoo.app.Conflicts.Line;
import org.jailoo.app.Conflicts.Shown;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.consent.Consent;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Drafts;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.Field;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The queue of contradictions on real notebooks that exchange real bundles. */
class ConflictsTest {
    @TempDir
    Path folder;

    private Laptop a;
    private Laptop b;
    private Conflicts conflicts;

    @BeforeEach
    void twoLaptops() {
        List<Laptop> friends = Laptop.friends(folder, "a", "b");
        a = friends.get(0);
        b = friends.get(1);
        conflicts = new Conflicts(a.notebook, Laptop.CLOCK);
    }

    @AfterEach
    void close() {
        a.close();
        b.close();
    }

    /** Both write; then each has what the other wrote. */
    private void part(String record, Map<String, Json> here, Map<String, Json> there) throws Exception {
        if (!b.knows(record)) {
            b.takes(a.export(ExportBundle.Choice.ALL, b));
        }
        SaveRecord.Form mine = a.form(a.state(record).type(), record);
        SaveRecord.Form theirs = b.form(b.state(record).type(), record);
        if (!here.isEmpty()) {
            a.save(mine, here);
        }
        b.save(theirs, there);
        a.takes(b.export(ExportBundle.Choice.ALL, a));
    }

    private Shown shown(String record) {
        return conflicts.show(record).orElseThrow();
    }

    private List<Line> lines() {
        return conflicts.queue(Steps.UNWATCHED).lines();
    }

    private static SortedMap<String, Json> decision(String path, Json value) {
        return new TreeMap<>(Map.of(path, value));
    }

    private static Json consent(String given, String... purposes) {
        return Json.object(Map.of("given", Json.of(given), "purposes", Json.texts(List.of(purposes))));
    }

    @Test
    void consentStandsFirstThenWhatWasDeletedThenTheRestByTypeAndCode() throws Exception {
        String second = a.writes("interview", "code", "A7-0010");
        String first = a.writes("interview", "code", "A7-0009");
        String person = a.writes("participant", "code", "Z-1");
        part(second, Map.of("consent", consent("yes", "keep")), Map.of("consent", consent("declined")));
        part(first, Map.of("summary", Json.of("x"), "deleted", Json.TRUE), Map.of("summary", Json.of("y")));
        part(person, Map.of("sex", Json.of("female")), Map.of("sex", Json.of("male")));
        assertThat(lines())
                .extracting(Line::record, Line::path, Line::code, Line::values)
                .containsExactly(
                        tuple(second, "consent", "A7-0010"),
                        tuple(first, "deleted", "A7-0009"),
                        tuple(person, "sex", "Z-1"),
                        tuple(first, "summary", "A7-0009"));
        Conflicts.Queue queue = conflicts.queue(Steps.UNWATCHED);
        assertThat(queue.records())
                .isEqualTo(3)
                .isEqualTo(new HomeCounts(a.notebook).count().inConflict());
    }

    private static org.assertj.core.groups.Tuple tuple(String record, String path, String code) {
        return org.assertj.core.api.Assertions.tuple(record, path, code, 2);
    }

    @Test
    void eachValueSaysWhoWroteItWhichBundleBroughtItAndWhatStoodBefore() throws Exception {
        String record = a.interview("Алгач.");
        part(record, Map.of("narrative", Json.of("Мен.")), Map.of("narrative", Json.of("Ал.")));
        Shown shown = shown(record);
        assertThat(shown.parted()).isEqualTo(Map.of("narrative", Json.of("Алгач.")));
        List<Contending> values = Objects.requireNonNull(shown.conflicts().get("narrative"));
        Contending mine = values.stream()
                .filter(v -> v.value().equals(Json.of("Мен.")))
                .findFirst()
                .orElseThrow();
        Contending theirs = values.stream()
                .filter(v -> v.value().equals(Json.of("Ал.")))
                .findFirst()
                .orElseThrow();
        assertThat(mine.writings().get(0).brought()).isNull();
        assertThat(mine.writings().get(0).who().self()).isTrue();
        assertThat(theirs.writings().get(0).who().name()).isEqualTo("b");
        RecordHistory.Brought brought = theirs.writings().get(0).brought();
        assertThat(brought).isNotNull();
        assertThat(brought.from().device()).isEqualTo(b.device());
        assertThat(brought.imported()).isEqualTo("2024-05-06T07:08:09Z");
        assertThat(values.get(0).shown()).isTrue();
    }

    @Test
    void whatANewBundleBringsWhileItIsShownIsContradictedAndNeverOverwritten() throws Exception {
        String record = a.interview("Алгач.");
        part(record, Map.of("narrative", Json.of("Мен.")), Map.of("narrative", Json.of("Ал.")));
        Shown shown = shown(record);
        b.edits(record, "narrative", "Ал дагы.");
        a.takes(b.export(ExportBundle.Choice.ALL, a));
        assertThat(conflicts.settle(shown, decision("narrative", Json.of("Мен."))))
                .isInstanceOf(SaveRecord.Saved.class);
        assertThat(a.state(record).conflicts())
                .isEqualTo(Map.of("narrative", List.of(Json.of("Ал дагы."), Json.of("Мен."))));
        assertThat(lines()).hasSize(1);
    }

    @Test
    void settlingLeavesWhatIsTypedInTheFormsDraft() throws Exception {
        String record = a.interview("Алгач.");
        part(record, Map.of("narrative", Json.of("Мен.")), Map.of("narrative", Json.of("Ал.")));
        a.notebook.inTransaction(() -> {
            a.notebook
                    .drafts()
                    .put(new Drafts.Draft(record, "interview", "2024-05-06T07:08:09Z", Json.object(Map.of())));
            return record;
        });
        Shown shown = shown(record);
        assertThat(shown.typed()).isTrue();
        conflicts.settle(shown, decision("narrative", Json.of("Ал.")));
        assertThat(a.notebook.drafts().find(record)).isNotNull();
        assertThat(lines()).isEmpty();
    }

    @Test
    void onlyWhatIsInConflictIsSettled() throws Exception {
        String record = a.interview("Алгач.");
        part(record, Map.of("narrative", Json.of("Мен.")), Map.of("narrative", Json.of("Ал.")));
        assertThatThrownBy(() -> conflicts.settle(shown(record), decision("summary", Json.of("x"))))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> conflicts.settle(shown(record), new TreeMap<>()))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void oneSideIsTakenForAWholeRecordButNeverForConsentOrDeletion() throws Exception {
        String record = a.interview("Алгач.");
        part(
                record,
                Map.of(
                        "narrative", Json.of("Мен."),
                        "summary", Json.of("1"),
                        "minutes", Json.of(7),
                        "consent", consent("yes", "keep")),
                Map.of(
                        "narrative", Json.of("Ал."),
                        "summary", Json.of("2"),
                        "date", Json.of("2024"),
                        "consent", consent("declined")));
        Shown shown = shown(record);
        SortedMap<String, Json> all = Conflicts.allOf(shown, b.device());
        assertThat(all).isEqualTo(Map.of("narrative", Json.of("Ал."), "summary", Json.of("2")));
        conflicts.settle(shown, all);
        assertThat(lines()).extracting(Line::path).containsExactly("consent");
        assertThat(a.shown(record, "summary")).isEqualTo(Json.of("2"));
        assertThat(a.notebook.revisions().count()).isEqualTo(4);
    }

    @Test
    void consentThatGrantsMoreThanCountsNowIsKnown() throws Exception {
        LocalDate day = LocalDate.of(2024, 5, 6);
        String record = a.interview("Алгач.");
        part(
                record,
                Map.of("consent", consent("yes", "keep", "statistics")),
                Map.of("consent", consent("yes", "keep", "media")));
        Consent counts = Consent.of(shown(record).state(), day);
        assertThat(counts.purposes()).containsExactly("keep");
        for (Contending value : Objects.requireNonNull(shown(record).conflicts().get("consent"))) {
            assertThat(Consent.ofValue(value.value(), day).grantsMoreThan(counts))
                    .isTrue();
        }
        assertThat(Consent.ofValue(consent("yes", "keep"), day).grantsMoreThan(counts))
                .isFalse();
        assertThat(Consent.ofValue(consent("declined", "media"), day).grantsMoreThan(counts))
                .isFalse();
        assertThat(Consent.ofValue(Json.NULL, day).grantsMoreThan(counts)).isFalse();
        Json guarded = ((Json.Obj) consent("yes", "keep")).with("guardianPresent", Json.of("yes"));
        assertThat(Consent.ofValue(guarded, day).grantsMoreThan(counts)).isTrue();
    }

    @Test
    void namesAreCountedWhileTheyAreClosedAndPurgedRecordsNever() throws Exception {
        String person = a.writes("identity", "fullName", "Айсулуу");
        String gone = a.interview("Алгач.");
        part(person, Map.of("phone", Json.of("1")), Map.of("phone", Json.of("2")));
        part(gone, Map.of("narrative", Json.of("Мен.")), Map.of("narrative", Json.of("Ал.")));
        assertThat(lines()).hasSize(2);
        a.purges(gone);
        assertThat(lines()).extracting(Line::record).containsExactly(person);
        assertThat(conflicts.show(gone)).isEmpty();
        a.notebook.identities().close();
        Conflicts.Queue queue = conflicts.queue(Steps.UNWATCHED);
        assertThat(queue.lines()).isEmpty();
        assertThat(queue.closed()).isEqualTo(1);
        assertThat(conflicts.show(person)).isEmpty();
        TestDoor.openIdentities(a.notebook);
        assertThat(shown(person).conflicts()).containsOnlyKeys("phone");
    }

    /** Every kind of field of every type, written at random on two laptops, settled at random, on both the same. */
    @Test
    void whateverIsSettledIsNoLongerInConflictAndNothingElseChanges() throws Exception {
        Notebook notebook = a.notebook;
        int settled = 0;
        int seeds = System.getProperty("jailoo.size", "short").equals("long") ? 40 : 2;
        for (int seed = 0; seed < seeds; seed++) {
            Random random = new Random(seed);
            RandomValues values = new RandomValues(notebook.schema(), random);
            List<String> records = new ArrayList<>();
            for (String type : notebook.schema().types().keySet()) {
                Map<String, Json> before = written(values, type, random);
                records.add(a.save(a.form(type, null), before).form().record());
            }
            b.takes(a.export(ExportBundle.Choice.ALL, b));
            for (String record : records) {
                String type = a.state(record).type();
                Map<String, Json> here = written(values, type, random);
                Map<String, Json> there = written(values, type, random);
                there.keySet().removeIf(path -> random.nextInt(10) == 0);
                if (random.nextInt(4) == 0) {
                    (random.nextBoolean() ? here : there).put("deleted", Json.TRUE);
                }
                SaveRecord.Form theirs = b.form(type, record);
                a.save(a.form(type, record), here);
                b.save(theirs, there);
            }
            a.takes(b.export(ExportBundle.Choice.ALL, a));
            for (List<Line> queue = lines(); !queue.isEmpty(); queue = lines()) {
                Line line = queue.get(random.nextInt(queue.size()));
                Shown shown = shown(line.record());
                List<Contending> contending = shown.conflicts().get(line.path());
                assertThat(contending).as("seed %d %s", seed, line).hasSize(line.values());
                Json chosen = contending.get(random.nextInt(contending.size())).value();
                RecordState was = a.state(line.record());
                assertThat(conflicts.settle(shown, decision(line.path(), chosen)))
                        .as("seed %d %s", seed, line)
                        .isInstanceOf(SaveRecord.Saved.class);
                RecordState is = a.state(line.record());
                assertThat(is.conflicts()).as("seed %d %s", seed, line).doesNotContainKey(line.path());
                assertThat(is.values().getOrDefault(line.path(), Json.NULL)).isEqualTo(chosen);
                TreeMap<String, Json> others = new TreeMap<>(was.values());
                TreeMap<String, Json> now = new TreeMap<>(is.values());
                others.remove(line.path());
                now.remove(line.path());
                assertThat(now).isEqualTo(others);
                Map<String, List<Json>> rest = new HashMap<>(was.conflicts());
                rest.remove(line.path());
                assertThat(is.conflicts()).isEqualTo(rest);
                settled++;
            }
            b.takes(a.export(ExportBundle.Choice.ALL, b));
            assertThat(b.lines()).as("seed %d", seed).isEqualTo(a.lines());
        }
        assertThat(settled).isGreaterThan(50);
    }

    private Map<String, Json> written(RandomValues values, String type, Random random) {
        Map<String, Json> body = new HashMap<>();
        for (Field field :
                Objects.requireNonNull(a.notebook.schema().type(type)).fields().values()) {
            if (random.nextInt(5) > 0) {
                body.put(values.path(field, random.nextInt(2)), values.at(field));
            }
        }
        return body;
    }
}
