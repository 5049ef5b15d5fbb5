package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.identity.Base64Text;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SizeTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));

    @TempDir
    Path folder;

    /** More holes than a manifest has room for: what is claimed shrinks, what is sent does not. */
    @Test
    void manyHolesLeaveRangesOutAndNeverRevisions() throws Exception {
        int holes = 10_300;
        List<Laptop> both = Laptop.friends(folder, "A", "lead");
        try (Laptop a = both.get(0);
                Laptop lead = both.get(1)) {
            byte[] salt = new byte[16];
            a.notebook.inTransaction(() -> {
                for (int i = 1; i <= holes; i++) {
                    add(a, salt, i % 7 == 0 ? "identity" : "participant", 2L * i);
                }
                return a;
            });
            if (!LONG) {
                claimsShrinkAndRecordsDoNot(a.notebook, holes);
                return;
            }
            a.notebook.rebuildDerived();
            Path all = a.export(Choice.ALL, lead);
            Manifest manifest = lead.manifest(all);
            assertThat(manifest.revisions()).isEqualTo(holes);
            assertThat(manifest.knowledge().rangeCount()).isEqualTo(Knowledge.MAX_RANGES);
            assertThat(manifest.canonical()).hasSizeLessThan(Manifest.MAX_BYTES);
            assertThat(lead.takes(all)).extracting("fresh", "gaps", "forks").containsExactly((long) holes, 0L, 0L);
            // What was not claimed back is sent again, and only that.
            a.takes(lead.export(Choice.RECEIPT, a));
            assertThat(lead.takes(a.export(Choice.CHANGES, lead)))
                    .extracting("fresh", "changed", "same")
                    .containsExactly(0L, 0L, (long) holes - Knowledge.MAX_RANGES);
            Manifest codes = lead.manifest(a.export(Choice.CODES, lead));
            assertThat(codes.revisions()).isEqualTo(holes - holes / 7);
            assertThat(codes.canonical()).hasSizeLessThan(Manifest.MAX_BYTES);
        }
    }

    private static void claimsShrinkAndRecordsDoNot(Notebook notebook, int holes) throws Exception {
        for (Manifest.Scope scope : Manifest.Scope.values()) {
            Selection selection = Selection.of(notebook, scope, null);
            assertThat(selection.knowledge().rangeCount()).isLessThanOrEqualTo(Knowledge.MAX_RANGES);
            long[] sent = {0};
            selection.ids((id, bodied) -> sent[0]++);
            assertThat(sent[0]).isEqualTo(scope == Manifest.Scope.ALL ? holes : holes - holes / 7);
        }
        assertThat(Selection.of(notebook, Manifest.Scope.ALL, null).knowledge().rangeCount())
                .isEqualTo(Knowledge.MAX_RANGES);
    }

    private static void add(Laptop a, byte[] salt, String type, long seq) {
        try {
            Content content = Content.of(salt, "2024-01-01T00:00:00Z", Json.object(Map.of("synthetic", Json.TRUE)));
            Header header = Header.edit(RecordId.random(), type, List.of(), a.writer(), seq, content.hash());
            a.notebook
                    .revisions()
                    .add(
                            new Revision(
                                    header,
                                    Base64Text.encode(a.notebook.device().sign(header.signedBytes())),
                                    content),
                            null);
        } catch (org.jailoo.history.FormatException e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void smallHeapTakesManyRecordsAndALargeFile() throws Exception {
        Path said = folder.resolve("said");
        int records = LONG ? 5_000 : 300;
        long size = (LONG ? 64L : 20L) << 20;
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        LONG ? "-Xmx128m" : "-Xmx40m",
                        "-XX:+ExitOnOutOfMemoryError",
                        "-cp",
                        System.getProperty("java.class.path"),
                        LargeExchange.class.getName(),
                        folder.toString(),
                        Integer.toString(records),
                        Long.toString(size))
                .redirectErrorStream(true)
                .redirectOutput(said.toFile())
                .start();
        assertThat(process.waitFor(LONG ? 1200 : 300, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(said)).isZero();
        System.out.println(Files.readString(said));
    }
}
