package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.KnownNames;
import org.jailoo.app.ListMemory;
import org.jailoo.app.PlanWithdrawal;
import org.jailoo.app.SaveCopy;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.app.Withdraw;
import org.jailoo.app.WithdrawalPlan;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordId;
import org.jailoo.record.RecordType;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** After a withdrawal no word of it is anywhere: a secret of its own in every field, draft, file and setting. */
class WithdrawnTraceTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder = Path.of("");

    private final List<String> secrets = new ArrayList<>();

    private String secret() {
        String word = "zq" + String.format("%04d", secrets.size()) + "kx";
        secrets.add(word);
        return word;
    }

    /** Every text of a type, each a secret of its own. */
    private Map<String, Json> full(RecordType type, String sha256) {
        TreeMap<String, Json> values = new TreeMap<>();
        for (Field field : type.fields().values()) {
            FieldKind kind = field.kind();
            if (kind.isText()) {
                values.put(field.name(), Json.of(secret() + " сөз"));
            } else if (kind instanceof FieldKind.Group group) {
                Json.Obj object = object(group.members(), "");
                if (!object.members().isEmpty()) {
                    values.put(field.name(), object);
                }
            } else if (kind instanceof FieldKind.Items items) {
                values.put(field.name() + "/" + RecordId.random(), object(items.members(), ""));
            } else if (kind instanceof FieldKind.Attachments files) {
                values.put(field.name() + "/" + RecordId.random(), object(files.members(), sha256));
            }
        }
        return values;
    }

    private Json.Obj object(Map<String, Field> members, String sha256) {
        Json.Obj object = Json.object();
        for (Field member : members.values()) {
            if (member.name().equals("sha256")) {
                object = object.with("sha256", Json.of(sha256));
            } else if (member.kind().isText()
                    && !List.of("mediaType", "derivedFrom", "field").contains(member.name())) {
                object = object.with(member.name(), Json.of(secret()));
            }
        }
        return object;
    }

    /** So that the file may be copied out. */
    private static Json agreed(@Nullable Json consent) {
        return ((Json.Obj) Objects.requireNonNull(consent))
                .with("given", Json.of("yes"))
                .with("purposes", Json.texts(List.of("keep", "photo", "record-audio")));
    }

    private static String saved(Notebook notebook, String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        SaveRecord.Outcome outcome = save.save(save.open(type, null), new Json.Obj(new TreeMap<>(values)));
        assertThat(outcome).isInstanceOf(SaveRecord.Saved.class);
        return ((SaveRecord.Saved) outcome).form().record();
    }

    @Test
    void nothingOfAWithdrawnPersonIsLeftInTheNotebookItsSideFilesOrTheTemporaryFolder() throws Exception {
        Path file = folder.resolve("n");
        List<String> erased;
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            for (int i = 0; i < 100; i++) {
                Pen.save(notebook, RecordId.random(), "interview", "narrative", "башка сөз " + i);
            }
            String content = secret();
            String sha256 = notebook.attachments()
                    .store(new ByteArrayInputStream(
                            (content + " үнү").repeat(40_000).getBytes(StandardCharsets.UTF_8)))
                    .sha256();
            secrets.add(sha256);
            Map<String, RecordType> types = notebook.schema().types();
            Map<String, Json> person = full(Objects.requireNonNull(types.get("participant")), sha256);
            person.put("code", Json.of("A1-0041"));
            secrets.add("A1-0041");
            String participant = saved(notebook, "participant", person);
            Map<String, Json> identity = full(Objects.requireNonNull(types.get("identity")), sha256);
            identity.put("participant", Json.of(participant));
            identity.put("fullName", Json.of(secret()));
            saved(notebook, "identity", identity);
            Map<String, Json> told = full(Objects.requireNonNull(types.get("interview")), sha256);
            told.put("participants/" + participant, Json.TRUE);
            told.put("consent", agreed(told.get("consent")));
            String interview = saved(notebook, "interview", told);
            Map<String, Json> meeting = full(Objects.requireNonNull(types.get("focusGroup")), sha256);
            meeting.put("participants/" + participant, Json.TRUE);
            meeting.put("consent", agreed(meeting.get("consent")));
            String focusGroup = saved(notebook, "focusGroup", meeting);
            String draft = secret();
            String typed = secret();
            String typedHash = notebook.attachments()
                    .store(new ByteArrayInputStream(typed.getBytes(StandardCharsets.UTF_8)))
                    .sha256();
            secrets.add(typedHash);
            new KeepDrafts(notebook, CLOCK)
                    .keep(
                            interview,
                            "interview",
                            Json.object(Map.of("changes", Json.of(draft), "file", Json.of(typedHash))));
            new ListMemory(notebook)
                    .keep(
                            "interview",
                            new ListMemory.Remembered(
                                    List.of(new ListMemory.Filter(content, text(told), Lists.Show.ALL, null)),
                                    List.of(),
                                    null));
            new SaveCopy(notebook, CLOCK, ZoneOffset.UTC).save(sha256, folder.resolve("copied-out"), Steps.UNWATCHED);
            Files.delete(folder.resolve("copied-out"));
            Pen.save(notebook, RecordId.random(), "interview", "narrative", "башка A1 0041 дагы");
            // The scan finds what is there.
            assertThat(Traces.cellsHolding(notebook.sql, draft)).isNotEmpty();
            assertThat(Traces.cellsHolding(notebook.sql, "A1-0041")).isNotEmpty();
            WithdrawalPlan plan = new PlanWithdrawal(notebook, KnownNames.STORED)
                    .plan(participant, Steps.UNWATCHED)
                    .orElseThrow();
            erased = plan.with(Set.of(focusGroup)).stream()
                    .map(here -> here.item().record())
                    .toList();
            assertThat(erased).hasSize(4);
            Withdraw.Done done = new Withdraw(notebook, CLOCK).erase(plan, Set.of(focusGroup));
            assertThat(done).isEqualTo(new Withdraw.Done(4, 1));
            assertThat(Files.size(Path.of(file + "-wal"))).isZero();
            nothing(notebook.sql, file);
            notebook.integrity()
                    .check(finding -> assertThat(finding.kind().severity()).isEqualTo(Integrity.Severity.ATTENTION));
        }
        try (Sql raw = TestDoor.raw(file)) {
            nothing(raw, file);
            for (String record : erased) {
                assertThat(raw.number(
                                "SELECT count(*) FROM content c JOIN revision r ON r.key = c.revision"
                                        + " JOIN record d ON d.key = r.record WHERE d.id = ?",
                                record))
                        .isZero();
                assertThat(raw.number("SELECT count(*) FROM draft WHERE record = ?", record))
                        .isZero();
            }
            assertThat(raw.number("SELECT count(*) FROM attachment")).isZero();
            assertThat(raw.number("SELECT count(*) FROM chunk")).isZero();
        }
        assertThat(secrets).hasSizeGreaterThan(50);
    }

    private static String text(Map<String, Json> values) {
        return values.get("publicText") instanceof Json.Text text ? text.value() : "";
    }

    private void nothing(Sql sql, Path file) throws Exception {
        StringBuilder all = new StringBuilder(Traces.pages(file));
        assertThat(all).contains("башка сөз 17");
        sql.list("SELECT name FROM sqlite_master WHERE type = 'table'", r -> r.getString(1))
                .forEach(table -> sql.each("SELECT * FROM \"" + table + "\"", r -> {
                    for (int c = 1; c <= r.getMetaData().getColumnCount(); c++) {
                        byte[] cell = r.getBytes(c);
                        if (cell != null) {
                            all.append(new String(cell, StandardCharsets.UTF_8)).append('\n');
                        }
                    }
                }));
        Traces.index(sql).forEach(word -> all.append(word).append('\n'));
        String text = all.toString();
        for (String secret : secrets) {
            assertThat(text.contains(secret)).as(secret).isFalse();
            assertThat(Traces.holding(folder, secret)).isEmpty();
        }
        for (Path temporary : temporary()) {
            String bytes = new String(Files.readAllBytes(temporary), StandardCharsets.UTF_8);
            assertThat(secrets).noneMatch(bytes::contains);
        }
    }

    /** Files of this process's temporary folder that are fresh and small enough to be ours. */
    private static List<Path> temporary() throws Exception {
        try (var files = Files.list(Path.of(System.getProperty("java.io.tmpdir")))) {
            return files.filter(Files::isRegularFile)
                    .filter(Files::isReadable)
                    .filter(path -> path.toFile().length() < 8 << 20
                            && path.toFile().lastModified() > System.currentTimeMillis() - 60_000)
                    .toList();
        }
    }
}
