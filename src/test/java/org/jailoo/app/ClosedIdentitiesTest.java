package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipFile;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.NotebookException;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Everything that can be done with an open notebook whose identities are closed: it works, or says that; no name comes. */
class ClosedIdentitiesTest {
    private static final String CANARY = "Канарейкаева";

    @TempDir
    Path folder = Path.of("");

    private Laptop laptop = none();
    private String participant = "";
    private String identity = "";
    private String unknown = "";
    private String drafted = RecordId.random();

    @SuppressWarnings("NullAway")
    private static Laptop none() {
        return null;
    }

    @BeforeEach
    void fill() throws Exception {
        laptop = Laptop.create(folder, "one");
        participant = laptop.writes("participant", "code", "P-0001");
        identity = laptop.save(
                        laptop.form("identity", null),
                        Map.of("participant", Json.of(participant), "fullName", Json.of(CANARY)))
                .form()
                .record();
        unknown = laptop.unknownType(CANARY);
        laptop.interview("Ал иштеген жок");
        new KeepDrafts(laptop.notebook, Laptop.CLOCK)
                .keep(
                        drafted,
                        "identity",
                        Json.object(Map.of("changes", Json.object(Map.of("fullName", Json.of(CANARY))))));
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    /** A way to something; what it gives is searched for the name. */
    private interface Way {
        Object go() throws Exception;
    }

    private Map<String, Way> works() {
        Map<String, Way> ways = new LinkedHashMap<>();
        var notebook = laptop.notebook;
        for (String type : List.of("identity", "dream", "participant", "interview")) {
            ways.put(
                    "list " + type,
                    () -> new ListRecords(notebook).page(Query.of(type)).rows());
            ways.put(
                    "find in " + type,
                    () -> new ListRecords(notebook)
                            .page(Query.of(type).typed(CANARY))
                            .rows());
        }
        ways.put(
                "find everything",
                () -> new FindEverything(notebook).find(CANARY, Steps.UNWATCHED).groups());
        ways.put("labels", () -> new References(notebook).labels(List.of(identity, unknown, participant)));
        ways.put("suggestions", () -> new References(notebook).suggest("identity", CANARY));
        ways.put("drafts", () -> new KeepDrafts(notebook, Laptop.CLOCK).all());
        ways.put("next code", () -> new NextCode(notebook).next());
        ways.put("first page", () -> new HomeCounts(notebook).count());
        ways.put("walk", () -> new HomeScan(notebook, Laptop.CLOCK, ZoneOffset.UTC).scan(Steps.UNWATCHED));
        ways.put("not received", () -> new NotReceived(notebook).look());
        ways.put("standing", () -> new HandOverIdentities(notebook, Laptop.CLOCK).look());
        ways.put("earlier interviews", () -> new EarlierInterviews(notebook).of(participant, identity));
        ways.put("form of the participant", () -> new OpenRecord(notebook).open(participant));
        ways.put("history of the participant", () -> new RecordHistory(notebook).tell(participant, 9));
        ways.put("new form", () -> new SaveRecord(notebook, Laptop.CLOCK).open("identity", identity));
        ways.put("purges that wait", () -> new HeldPurges(notebook, Laptop.CLOCK).all());
        ways.put("custody", () -> notebook.custody().of(identity));
        ways.put("custody of revisions", () -> notebook.revisions().custodyOf(identity));
        ways.put("check", () -> {
            List<Object> findings = new ArrayList<>();
            notebook.integrity().check(findings::add);
            return findings;
        });
        for (Audience audience : Audience.values()) {
            ways.put(
                    "tables for " + audience,
                    () -> new ShowTables(notebook, Laptop.CLOCK, ZoneOffset.UTC)
                            .tables(audience, "ky", Steps.UNWATCHED));
            ways.put("workbook for " + audience, () -> {
                Path file = folder.resolve(audience + ".xlsx");
                new ExportWorkbook(notebook, Laptop.CLOCK, ZoneOffset.UTC)
                        .export(new ExportWorkbook.Order(file, audience, "ky"), Steps.UNWATCHED);
                return unzipped(file);
            });
        }
        ways.put("bundle of codes", () -> {
            Path file = folder.resolve("codes.json");
            laptop.export(file, Choice.CODES, List.of());
            return Files.readString(file);
        });
        ways.put("receipt", () -> Files.readString(laptop.export(folder.resolve("r.json"), Choice.RECEIPT, List.of())));
        return ways;
    }

    private Map<String, Way> refuses() {
        Map<String, Way> ways = new LinkedHashMap<>();
        var notebook = laptop.notebook;
        ways.put("state", () -> notebook.revisions().state(identity));
        ways.put("state of an unknown type", () -> notebook.revisions().state(unknown));
        ways.put("form", () -> new OpenRecord(notebook).open(identity));
        ways.put("history", () -> new RecordHistory(notebook).tell(identity, 9));
        ways.put("values after", () -> String.valueOf(new RecordHistory(notebook).valuesAfter(identity, "00")));
        ways.put("names", () -> new NamesOf(notebook, Laptop.CLOCK).look(participant));
        ways.put("draft", () -> String.valueOf(new KeepDrafts(notebook, Laptop.CLOCK).find(drafted)));
        ways.put("save", () -> laptop.save(laptop.form("identity", null), "fullName", "башка"));
        ways.put("save of an unknown type", () -> laptop.save(laptop.form("dream", null), "text", "башка"));
        ways.put("bundle of everything", () -> laptop.plain(Choice.ALL));
        ways.put(
                "backup",
                () -> new BackUp(notebook, Laptop.CLOCK, 4).write(folder.resolve("backup.age"), "x".toCharArray()));
        return ways;
    }

    private static String unzipped(Path file) throws Exception {
        StringBuilder all = new StringBuilder();
        try (ZipFile zip = new ZipFile(file.toFile())) {
            for (var entry : java.util.Collections.list(zip.entries())) {
                all.append(new String(zip.getInputStream(entry).readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    @Test
    void whatNeedsNoNamesWorksAndGivesNoneAndWhatNeedsThemSaysSo() throws Exception {
        laptop.notebook.identities().close();
        for (Map.Entry<String, Way> way : works().entrySet()) {
            assertThat(String.valueOf(way.getValue().go())).as(way.getKey()).doesNotContain(CANARY);
        }
        for (Map.Entry<String, Way> way : refuses().entrySet()) {
            assertThatThrownBy(() -> way.getValue().go())
                    .as(way.getKey())
                    .isInstanceOfSatisfying(
                            NotebookException.class, e -> assertThat(e.fault()).isEqualTo(Fault.IDENTITIES_CLOSED))
                    .satisfies(e -> assertThat(String.valueOf(e.getMessage())).doesNotContain(CANARY));
        }
        assertThat(folder.resolve("backup.age")).doesNotExist();
    }

    /** What a way gives that is refused while they are closed. */
    private String told(String way) throws Exception {
        return String.valueOf(Objects.requireNonNull(refuses().get(way)).go());
    }

    /** Open, the same ways give the name where they should: the search above would have found it. */
    @Test
    void theSameWaysGiveTheNameOnceTheyAreOpen() throws Exception {
        assertThat(told("state")).contains(CANARY);
        assertThat(told("form")).contains(CANARY);
        assertThat(told("history")).contains(CANARY);
        assertThat(told("names")).contains(CANARY);
        assertThat(told("draft")).contains(CANARY);
        assertThat(Files.readString(Path.of(told("bundle of everything")))).contains(CANARY);
        // And not where they never should.
        for (Map.Entry<String, Way> way : works().entrySet()) {
            assertThat(String.valueOf(way.getValue().go())).as(way.getKey()).doesNotContain(CANARY);
        }
    }

    /** What is withheld from a bundle of codes is withheld by its type alone: names under a type that nobody knows too. */
    @Test
    void aBundleOfCodesHoldsNoNameBeTheyOpenOrClosed() throws Exception {
        Laptop other = Laptop.create(folder, "other");
        try (other) {
            other.trusts(laptop);
            laptop.trusts(other);
            Path open = laptop.plain(Choice.CODES);
            assertThat(Files.readString(open)).doesNotContain(CANARY).contains("P-0001");
            laptop.notebook.identities().close();
            Path closed = laptop.plain(Choice.CODES);
            assertThat(Files.readString(closed)).doesNotContain(CANARY).contains("P-0001");
            other.takes(closed);
            assertThat(other.knows(identity)).isFalse();
            assertThat(other.knows(unknown)).isFalse();
        }
    }

    /** A bundle that comes in while they are closed gives, once they are open, what it gives while they are open. */
    @Test
    void aBundleThatComesInWhileTheyAreClosedLosesNothing() throws Exception {
        Laptop closed = Laptop.create(folder, "closed");
        Laptop open = Laptop.create(folder, "open");
        try (closed;
                open) {
            closed.trusts(laptop);
            open.trusts(laptop);
            Path first = laptop.plain(Choice.ALL);
            closed.takes(first);
            open.takes(first);
            String mine = closed.edits(identity, "fullName", "Солдон");
            laptop.edits(identity, "fullName", "Оңдон");
            laptop.purges(unknown);
            open.trusts(closed);
            Path fork = closed.plain(Choice.ALL);
            open.takes(fork);
            Path second = laptop.plain(Choice.ALL);
            closed.notebook.identities().close();
            assertThat(closed.takes(second).purged()).isEqualTo(1);
            assertThat(open.takes(second).conflicts()).isEqualTo(1);
            assertThat(closed.notebook.revisions().isPurged(unknown)).isTrue();
            // Claims, and what is wanted, need no content.
            Path receipt = closed.plain(Choice.RECEIPT);
            assertThat(Files.readString(receipt)).contains("\"has\"");
            assertThat(closed.takes(second).changed()).isZero();
            TestDoor.openIdentities(closed.notebook);
            assertThat(closed.lines()).isEqualTo(open.lines()).contains("Солдон", "Оңдон");
            assertThat(closed.notebook.revisions().brief(identity))
                    .isNotNull()
                    .satisfies(b -> assertThat(b.conflicts()).isEqualTo(1));
            assertThat(mine).isNotEmpty();
            closed.isSound();
        }
    }
}
