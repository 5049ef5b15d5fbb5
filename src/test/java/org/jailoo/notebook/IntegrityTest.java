package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.notebook.Integrity.Kind.*;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.notebook.Integrity.Finding;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every kind of finding, made by tampering past the rules, with the right keys. */
class IntegrityTest {
    private static final String RECORD = RecordId.random();
    private static final String OTHER = RecordId.random();

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");
    private String first = "";
    private String second = "";
    private String attachment = "";

    @BeforeEach
    void create() throws Exception {
        file = folder.resolve("n");
        try (Notebook notebook = TestDoor.create(file, "A1")) {
            attachment = notebook.attachments()
                    .store(new ByteArrayInputStream("үн".getBytes(StandardCharsets.UTF_8)))
                    .sha256();
            first = Pen.save(notebook, RECORD, "interview", "narrative", "бир").id();
            second = Pen.save(
                            notebook,
                            OTHER,
                            "identity",
                            Map.of(
                                    "attachments/" + RecordId.random(),
                                    Json.object(Map.of("sha256", Json.of(attachment)))))
                    .id();
        }
    }

    private List<Finding> findings() {
        List<Finding> findings = new ArrayList<>();
        try (Notebook notebook = TestDoor.open(file)) {
            notebook.integrity().check(findings::add);
        }
        return findings;
    }

    private void tamper(String sql, Object... values) {
        try (Sql raw = TestDoor.raw(file)) {
            assertThat(raw.update(sql, values)).isPositive();
        }
    }

    @Test
    void aSoundNotebookHasNoFindings() {
        assertThat(findings()).isEmpty();
    }

    @Test
    void headersThatAreNotWhatTheyWereSigned() {
        for (String change : List.of(
                "header = replace(header, 'edit', 'edis')",
                "header = CAST(replace(CAST(header AS TEXT), '\"seq\":1', '\"seq\":3') AS BLOB)",
                "id = x'" + "00".repeat(32) + "'",
                "seq = 7",
                "edit = 0",
                "type = 'campaign'",
                "record = 2")) {
            try (Sql raw = TestDoor.raw(file)) {
                raw.script("CREATE TABLE kept AS SELECT * FROM revision");
                raw.update("UPDATE revision SET " + change + " WHERE key = 1");
                String id = raw.first("SELECT lower(hex(id)) FROM revision WHERE key = 1", r -> r.getString(1));
                raw.script("PRAGMA wal_checkpoint(TRUNCATE)");
                assertThat(findings()).as(change).containsExactly(new Finding(HEADER_ALTERED, String.valueOf(id)));
                raw.script("UPDATE revision SET (id, record, seq, edit, type, header) ="
                        + " (SELECT id, record, seq, edit, type, header FROM kept WHERE kept.key = revision.key)");
                raw.script("DROP TABLE kept");
            }
            assertThat(findings()).as("mended: " + change).isEmpty();
        }
    }

    @Test
    void bodiesThatAreNotWhatTheirHeadersName() {
        for (String change : List.of(
                "UPDATE content SET time = '2023-07-04T00:00:01Z' WHERE revision = 1",
                "UPDATE content SET salt = zeroblob(16) WHERE revision = 1",
                "UPDATE content SET body = CAST('{\"narrative\":\"эки\"}' AS BLOB) WHERE revision = 1",
                "UPDATE content SET body = x'7b' WHERE revision = 1",
                "UPDATE content SET sealed = 1 WHERE revision = 1",
                "UPDATE revision SET bodied = 0 WHERE key = 1",
                "DELETE FROM content WHERE revision = 1")) {
            Path copy = folder.resolve("copy");
            try {
                java.nio.file.Files.copy(file, copy, java.nio.file.StandardCopyOption.REPLACE_EXISTING);
            } catch (java.io.IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
            try (Sql raw = TestDoor.raw(copy)) {
                assertThat(raw.update(change)).isEqualTo(1);
            }
            List<Finding> findings = new ArrayList<>();
            try (Notebook notebook = TestDoor.open(copy)) {
                notebook.integrity().check(findings::add);
            }
            assertThat(findings).as(change).containsExactly(new Finding(BODY_ALTERED, first));
        }
    }

    @Test
    void aSealedBodyThatDoesNotOpen() {
        tamper("UPDATE content SET body = (SELECT substr(body, 1, 20) FROM content WHERE revision = 2)"
                + " WHERE revision = 2");
        assertThat(findings()).containsExactly(new Finding(BODY_ALTERED, second));
    }

    @Test
    void aSignatureThatDoesNotHold() {
        tamper("UPDATE revision SET signature = (SELECT signature FROM revision WHERE key = 2) WHERE key = 1");
        assertThat(findings()).containsExactly(new Finding(SIGNATURE_WRONG, first));
        tamper("UPDATE revision SET signature = 'no base64' WHERE key = 1");
        assertThat(findings()).containsExactly(new Finding(SIGNATURE_WRONG, first));
    }

    @Test
    void aSignerWithoutACard() {
        String id;
        try (Notebook notebook = TestDoor.open(file)) {
            Revision edit =
                    Pen.stranger().edit(RecordId.random(), "interview", List.of(), Map.of("narrative", Json.of("сөз")));
            Pen.add(notebook, edit);
            id = edit.id();
        }
        assertThat(findings()).containsExactly(new Finding(SIGNER_UNKNOWN, id));
    }

    @Test
    void aBodyThatAPurgeShouldHaveDestroyed() {
        try (Notebook notebook = TestDoor.open(file)) {
            notebook.sql.script("CREATE TABLE kept AS SELECT * FROM content WHERE revision = 1");
            Pen.purge(notebook, RECORD, "interview");
            assertThat(notebook.sql.number("SELECT count(*) FROM content WHERE revision = 1"))
                    .isZero();
        }
        assertThat(findings()).isEmpty();
        tamper("INSERT INTO content SELECT * FROM kept");
        assertThat(findings()).containsExactly(new Finding(BODY_OF_PURGED, first));
    }

    @Test
    void attachmentsThatAreNotTheirHashOrNotThere() {
        tamper("UPDATE chunk SET data = CAST('үх' AS BLOB)");
        assertThat(findings()).containsExactly(new Finding(ATTACHMENT_ALTERED, attachment));
        tamper("UPDATE chunk SET data = CAST('үн' AS BLOB)");
        tamper("UPDATE attachment SET size = 5");
        assertThat(findings()).containsExactly(new Finding(ATTACHMENT_ALTERED, attachment));
        tamper("DELETE FROM chunk");
        tamper("DELETE FROM attachment");
        assertThat(findings()).containsExactly(new Finding(ATTACHMENT_MISSING, attachment));
    }

    @Test
    void incompleteRecordsConflictsForksAndHeldPurgesAreToldWithoutDamage() {
        String incomplete = RecordId.random();
        Revision purge;
        long seq;
        try (Notebook notebook = TestDoor.open(file)) {
            Pen own = Pen.of(notebook);
            Pen.add(
                    notebook,
                    own.edit(incomplete, "interview", List.of("ab".repeat(32)), Map.of("narrative", Json.of("сөз"))));
            Pen.add(notebook, own.edit(RECORD, "interview", List.of(), Map.of("narrative", Json.of("эки"))));
            purge = own.purge(OTHER, "identity");
            Pen.add(notebook, purge);
            seq = purge.header().seq();
            Pen.add(
                    notebook,
                    own.at(seq).edit(RecordId.random(), "interview", List.of(), Map.of("code", Json.of("1"))));
            assertThat(findingsOf(notebook))
                    .containsExactlyInAnyOrder(
                            new Finding(FORK, notebook.self() + " " + seq),
                            new Finding(PURGE_HELD, OTHER),
                            new Finding(RECORD_INCOMPLETE, incomplete),
                            new Finding(RECORD_IN_CONFLICT, RECORD));
            assertThat(notebook.holdings().isFork(notebook.self(), seq)).isTrue();
        }
    }

    private static List<Finding> findingsOf(Notebook notebook) {
        List<Finding> findings = new ArrayList<>();
        notebook.integrity().check(findings::add);
        return findings;
    }

    @Test
    void pagesThatContradictOneAnother() {
        tamper("INSERT INTO content (revision, sealed, salt, time, body) VALUES (99, 0, x'', '', x'')");
        assertThat(findings()).contains(new Finding(PAGES, "content"));
        tamper("DELETE FROM content WHERE revision = 99");
        try (Sql raw = TestDoor.raw(file)) {
            // An index that lacks what its table holds.
            raw.script("PRAGMA writable_schema = ON");
            raw.script("UPDATE sqlite_master SET rootpage = (SELECT rootpage FROM sqlite_master WHERE name ="
                    + " 'state_type') WHERE name = 'naming_revision'");
        }
        assertThat(findings()).anyMatch(f -> f.kind() == PAGES);
    }

    @Test
    void whatIsDerivedWronglyIsMended() {
        tamper("UPDATE state SET conflicts = 4 WHERE record = 1");
        assertThat(findings()).containsExactly(new Finding(DERIVED_DIFFERS, RECORD));
        assertThat(findings()).isEmpty();
    }

    @Test
    void codesAreStable() {
        assertThat(BODY_OF_PURGED.code()).isEqualTo("body-of-purged");
        assertThat(DERIVED_DIFFERS.severity()).isEqualTo(Integrity.Severity.MENDED);
    }
}
