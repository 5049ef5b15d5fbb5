package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.history.Revision;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Notebooks written by each released form of the file are opened, and those of a later form are let alone. */
class StoredNotebooksTest {
    private static final String PASSPHRASE = "эски дептер 1";
    private static final String INTERVIEW = "00000000-0000-4000-8000-000000000001";
    private static final String IDENTITY = "00000000-0000-4000-8000-000000000002";
    private static final String PURGED = "00000000-0000-4000-8000-000000000003";
    private static final String CONFLICT = "00000000-0000-4000-8000-000000000004";

    private static final Json.Obj DRAFT =
            Json.object(Map.of("changes", Json.object(Map.of("summary", Json.of("бүтө элек")))));

    /** From this form on the stored notebook holds more than revisions. */
    private static final int FULLER = 5;

    @TempDir
    Path folder = Path.of("");

    /**
     * Writes the notebook that is stored for the present form, into a folder that does not exist: run it once, when a
     * form is released, and never again.
     */
    public static void main(String[] arguments) throws Exception {
        Path file = Files.createDirectories(Path.of(arguments[0])).resolve("notebook");
        DeviceKeys device = DeviceKeys.generate(new SecureRandom());
        try (Notebook notebook =
                Notebook.create(file, PASSPHRASE.toCharArray(), Kdf.FLOOR, device, Card.sign(device, 1, "A1"))) {
            String sha256 = notebook.attachments()
                    .store(new ByteArrayInputStream("Үн жазуу".getBytes(StandardCharsets.UTF_8)))
                    .sha256();
            Pen.save(
                    notebook,
                    INTERVIEW,
                    "interview",
                    Map.of(
                            "narrative",
                            Json.of("Өкмөткө кат жаздык"),
                            "attachments/" + INTERVIEW,
                            Json.object(Map.of("sha256", Json.of(sha256)))));
            notebook.identities().open(PASSPHRASE.toCharArray(), Pen.TIME, null);
            Pen.save(notebook, IDENTITY, "identity", "fullName", "Асанова А.");
            Pen.save(notebook, PURGED, "interview", "narrative", "кайра алынды");
            Pen.purge(notebook, PURGED, "interview");
            Revision first = Pen.save(notebook, CONFLICT, "interview", "narrative", "башында");
            Pen.save(notebook, CONFLICT, "interview", "narrative", "солдон");
            Pen stranger = Pen.stranger();
            notebook.devices().trust(stranger.card(1, "B2"));
            Pen.add(
                    notebook,
                    stranger.edit(CONFLICT, "interview", List.of(first.id()), Map.of("narrative", Json.of("оңдон"))));
            notebook.inTransaction(() -> {
                notebook.drafts().put(new Drafts.Draft(INTERVIEW, "interview", Pen.TIME, DRAFT));
                notebook.drafts().put(new Drafts.Draft(IDENTITY, "identity", Pen.TIME, DRAFT));
                notebook.settings().put("names.minutes", "10");
                notebook.custody().note(Pen.TIME, CustodyLog.Note.of(CustodyLog.What.KIT_MADE));
                notebook.mentions()
                        .add(new Mentions.Mention(
                                0, PURGED, INTERVIEW, "interview", "narrative", 7, Pen.TIME, null));
                notebook.offered()
                        .put(
                                new Offered.Row(
                                        "a.jailoo", 9, 1, "ab".repeat(32), null, null, "incomplete", Pen.TIME),
                                null);
                return notebook;
            });
        }
        Files.delete(Path.of(file + ".lock"));
    }

    private Path stored(int form) throws IOException {
        Path file = folder.resolve("notebook");
        for (String ending : List.of("", ".keys")) {
            try (InputStream in =
                    StoredNotebooksTest.class.getResourceAsStream("/notebooks/" + form + "/notebook" + ending)) {
                Files.copy(Objects.requireNonNull(in), Path.of(file + ending));
            }
        }
        return file;
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5})
    void anEarlierFormIsOpenedWithEverythingInIt(int form) throws Exception {
        try (Notebook notebook = Notebook.open(stored(form), PASSPHRASE.toCharArray())) {
            assertThat(notebook.sql.number("PRAGMA user_version")).isEqualTo(Database.LATEST);
            assertThat(notebook.card().name()).isEqualTo("A1");
            assertThat(notebook.revisions().count()).isEqualTo(7);
            assertThat(notebook.revisions().state(INTERVIEW).orElseThrow().values())
                    .containsEntry("narrative", Json.of("Өкмөткө кат жаздык"));
            assertThat(notebook.identities().isOpen()).isFalse();
            assertThat(notebook.revisions().visible(IDENTITY).orElseThrow().values())
                    .isEmpty();
            notebook.identities().open(PASSPHRASE.toCharArray(), Pen.TIME, null);
            assertThat(notebook.revisions().state(IDENTITY).orElseThrow().values())
                    .containsEntry("fullName", Json.of("Асанова А."));
            assertThat(notebook.revisions().state(PURGED).orElseThrow().purged())
                    .isTrue();
            assertThat(notebook.revisions().state(CONFLICT).orElseThrow().conflicts())
                    .containsEntry("narrative", List.of(Json.of("оңдон"), Json.of("солдон")));
            assertThat(notebook.search().find("окмот", 9)).hasSize(1);
            // What a later form derives is derived of what an earlier one wrote.
            assertThat(new Lists(notebook.sql).counts())
                    .containsEntry("interview", new Lists.Count(2, 1, 0))
                    .containsEntry("identity", new Lists.Count(1, 0, 0));
            ByteArrayOutputStream attachment = new ByteArrayOutputStream();
            try (InputStream held =
                    notebook.attachments().open(notebook.attachments().all().get(0))) {
                held.transferTo(attachment);
            }
            assertThat(attachment.toString(StandardCharsets.UTF_8)).isEqualTo("Үн жазуу");
            List<Integrity.Finding> findings = new ArrayList<>();
            notebook.integrity().check(findings::add);
            assertThat(findings).containsExactly(new Integrity.Finding(Integrity.Kind.RECORD_IN_CONFLICT, CONFLICT));
            if (form >= FULLER) {
                assertHoldsWhatIsNoRevision(notebook);
            }
            Pen.save(notebook, INTERVIEW, "interview", "narrative", "жаңы");
        }
    }

    private static void assertHoldsWhatIsNoRevision(Notebook notebook) {
        for (String record : List.of(INTERVIEW, IDENTITY)) {
            assertThat(notebook.drafts().find(record)).extracting("content").isEqualTo(DRAFT);
        }
        assertThat(notebook.settings().get("names.minutes")).contains("10");
        assertThat(notebook.custody().all(CustodyLog.What.KIT_MADE)).hasSize(1);
        assertThat(notebook.custody().firstBroken()).isEmpty();
        assertThat(notebook.sql.number("SELECT count(*) FROM mention WHERE erased = ?", PURGED))
                .isEqualTo(1);
        assertThat(notebook.offered().all()).extracting(Offered.Row::name).containsExactly("a.jailoo");
    }

    @Test
    void aLaterFormIsRefusedWithASentenceAndNotTouched() throws Exception {
        Path file = folder.resolve("n");
        TestDoor.create(file, "A1").close();
        try (Sql raw = TestDoor.raw(file)) {
            raw.script("PRAGMA user_version = " + (Database.LATEST + 1));
            raw.script("PRAGMA journal_mode = DELETE");
        }
        Map<String, String> before = Traces.hashes(file);
        for (int i = 0; i < 2; i++) {
            assertThatThrownBy(() -> TestDoor.open(file).close())
                    .isInstanceOf(NotebookException.class)
                    .hasMessageContaining("newer version")
                    .extracting(e -> ((NotebookException) e).fault())
                    .isEqualTo(NotebookException.Fault.NEWER);
            assertThat(Traces.hashes(file)).isEqualTo(before);
        }
    }
}
