package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.bundle.Manifest;
import org.jailoo.history.SeqRanges;
import org.jailoo.json.Json;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a bundle of codes may hold: nothing that names a person by its type. */
class CodesBundleTest {
    private static final String CANARY = "Айчүрөк Мамытова CANARY";

    @TempDir
    Path folder;

    private Laptop a;
    private Laptop lead;

    @BeforeEach
    void friends() {
        List<Laptop> all = Laptop.friends(folder, "A", "lead");
        a = all.get(0);
        lead = all.get(1);
    }

    @AfterEach
    void close() {
        a.close();
        lead.close();
    }

    private Path identitiesAndCodes() throws Exception {
        String participant = a.writes("participant", "code", "P-1");
        String identity = a.writes("identity", "fullName", CANARY);
        a.edits(identity, "phone", "+996 555 CANARY");
        a.interview("told");
        String dream = a.unknownType("CANARY of an unknown type");
        // A record of a safe type of which one revision has another type is not safe.
        String mixed = a.interview("CANARY in a mixed record");
        a.foreign(
                mixed, "identity", a.state(mixed).heads(), Json.object(Map.of("address", Json.of("CANARY"))), Map.of());
        a.attaches(a.form("interview", null).record(), "seen by all".getBytes(StandardCharsets.UTF_8));
        String secret = a.notebook
                .attachments()
                .store(new java.io.ByteArrayInputStream("passport CANARY".getBytes(StandardCharsets.UTF_8)))
                .sha256();
        a.foreign(
                dream,
                "dream",
                a.state(dream).heads(),
                Json.object(Map.of(
                        "scans/" + org.jailoo.record.RecordId.random(),
                        Json.object(Map.of("sha256", Json.of(secret))))),
                Map.of());
        assertThat(participant).isNotEmpty();
        return a.plain(Choice.CODES);
    }

    @Test
    void holdsNoIdentityAndNothingOfAnUnknownType() throws Exception {
        Path codes = identitiesAndCodes();
        String json = Files.readString(codes);
        String passport =
                java.util.Base64.getEncoder().encodeToString("passport CANARY".getBytes(StandardCharsets.UTF_8));
        assertThat(json).doesNotContain("CANARY", "identity", "dream", passport).contains("P-1", "told");
        assertThat(Laptop.revisionsIn(codes)).hasSize(3);
        Manifest manifest = lead.manifest(codes);
        assertThat(manifest.scope()).isEqualTo(Manifest.Scope.CODES);
        // A's 1 participant, 2-3 identity, 4 interview, 5 dream, 6-7 mixed, 8 a file's interview, 9 dream.
        assertThat(manifest.withheld()).isEqualTo(Map.of(a.writer(), SeqRanges.parse("2-3,5-7,9", 10)));
        assertThat(java.util.Objects.requireNonNull(manifest.has().get(a.writer()))
                        .ranges()
                        .text())
                .isEqualTo("1-9");
        assertThat(manifest.attachments()).isEqualTo(1);
    }

    @Test
    void whatIsWithheldIsNoGapAndAWholeBundleFillsIt() throws Exception {
        Path codes = identitiesAndCodes();
        assertThat(lead.takes(codes)).extracting("fresh", "gaps", "forks").containsExactly(3L, 0L, 0L);
        assertThat(lead.lines()).doesNotContain("CANARY");
        // What the lead does not hold, it does not claim, and gets with all else.
        a.takes(lead.export(Choice.RECEIPT, a));
        assertThat(lead.takes(a.export(Choice.ALL, lead)))
                .extracting("fresh", "same", "gaps")
                .containsExactly(3L, 3L, 0L);
        assertThat(lead.lines()).isEqualTo(a.lines()).contains("CANARY");
    }

    @Test
    void widestScopeIsRememberedForEachReceiverAndExceededOnlyOnPurpose() throws Exception {
        identitiesAndCodes();
        Manifest first = lead.manifest(a.export(Choice.CODES, lead));
        assertThat(first.scope()).isEqualTo(Manifest.Scope.CODES);
        for (Choice choice : new Choice[] {null, Choice.CHANGES, Choice.RECEIPT, null, Choice.CHANGES}) {
            assertThat(lead.manifest(a.export(choice, lead)).scope())
                    .as(String.valueOf(choice))
                    .isEqualTo(Manifest.Scope.CODES);
        }
        try (Laptop c = Laptop.create(folder, "C")) {
            c.trusts(a);
            // One of two receivers was only ever sent codes.
            assertThat(lead.manifest(a.export(Choice.CHANGES, lead, c)).scope()).isEqualTo(Manifest.Scope.CODES);
        }
        assertThat(lead.manifest(a.export(Choice.ALL, lead)).scope()).isEqualTo(Manifest.Scope.ALL);
        assertThat(lead.manifest(a.export(Choice.CODES, lead)).scope()).isEqualTo(Manifest.Scope.CODES);
        assertThat(lead.manifest(a.export(Choice.CHANGES, lead)).scope()).isEqualTo(Manifest.Scope.ALL);
    }

    @Test
    void receiptFirstDoesNotOpenTheDoorForIdentities() throws Exception {
        identitiesAndCodes();
        a.export(Choice.RECEIPT, lead);
        a.export(Choice.CODES, lead);
        a.export(Choice.RECEIPT, lead);
        assertThat(lead.manifest(a.export((Choice) null, lead)).scope()).isEqualTo(Manifest.Scope.CODES);
        assertThat(lead.manifest(a.export(Choice.CHANGES, lead)).scope()).isEqualTo(Manifest.Scope.CODES);
    }

    @Test
    void receiptToAReceiverOfCodesShowsNoGapForWhatIsWithheld() throws Exception {
        identitiesAndCodes();
        lead.takes(a.export(Choice.CODES, lead));
        assertThat(lead.takes(a.export(Choice.RECEIPT, lead)).gaps()).isZero();
    }

    @Test
    void exportThatFailedWidensNothing() throws Exception {
        identitiesAndCodes();
        a.export(Choice.CODES, lead);
        Path there = Files.writeString(folder.resolve("there"), "x");
        org.assertj.core.api.Assertions.assertThatThrownBy(() -> a.export(there, Choice.ALL, List.of(lead.card())));
        assertThat(lead.manifest(a.export(Choice.CHANGES, lead)).scope()).isEqualTo(Manifest.Scope.CODES);
    }
}
