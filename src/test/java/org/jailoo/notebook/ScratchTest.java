package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ScratchTest {
    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void create() {
        file = folder.resolve("n");
        TestDoor.create(file, "A1").close();
    }

    private List<Path> staging() throws Exception {
        return Traces.filesOf(file).stream()
                .filter(f -> String.valueOf(f.getFileName()).startsWith("n.staging-"))
                .toList();
    }

    @Test
    void givesBackWhatCameAndGoesWithItsClosing() throws Exception {
        Pen pen = Pen.stranger();
        String record = RecordId.random();
        Revision edit = pen.edit(record, "interview", List.of(), Map.of("narrative", Json.of("сөз")));
        Revision purge = pen.purge(record, "interview");
        byte[] data = new byte[700_000];
        new java.util.Random(1).nextBytes(data);
        try (Notebook notebook = TestDoor.open(file);
                Scratch scratch = notebook.newScratch()) {
            assertThat(scratch.add(edit)).isTrue();
            assertThat(scratch.add(edit)).isFalse();
            assertThat(scratch.add(purge)).isTrue();
            OutputStream out = scratch.attachment("aa", data.length);
            assertThat(out).isNotNull();
            if (out != null) {
                out.write(data);
                out.close();
            }
            assertThat(scratch.attachment("aa", data.length)).isNull();
            List<Revision> came = new ArrayList<>();
            scratch.eachOf(record, came::add);
            assertThat(came).extracting(Revision::id).containsExactly(edit.id(), purge.id());
            assertThat(came.get(0).checked().signature()).isEqualTo(edit.signature());
            List<String> records = new ArrayList<>();
            scratch.eachRecord(records::add);
            assertThat(records).containsExactly(record);
            scratch.eachPurge(h -> assertThat(h.id()).isEqualTo(purge.id()));
            assertThat(scratch.open("aa").readAllBytes()).isEqualTo(data);
            assertThat(staging()).hasSize(1);
            scratch.close();
            assertThat(staging()).isEmpty();
        }
        assertThat(staging()).isEmpty();
    }

    @Test
    void anEditWithoutItsBodyNeedsAPurgeBesideIt() {
        Pen pen = Pen.stranger();
        String record = RecordId.random();
        Revision edit = pen.edit(record, "interview", List.of(), Map.of("narrative", Json.of("сөз")));
        try (Notebook notebook = TestDoor.open(file);
                Scratch scratch = notebook.newScratch()) {
            scratch.add(new Revision(edit.header(), edit.signature(), null));
            assertThat(scratch.hasUnpurgedEditWithoutBody()).isTrue();
            scratch.add(pen.purge(record, "interview"));
            assertThat(scratch.hasUnpurgedEditWithoutBody()).isFalse();
        }
    }

    @Test
    void whatAKilledImportLeftCannotBeReadAndGoesAtTheNextOpening() throws Exception {
        try (Child child = Child.start("stage", file.toString())) {
            assertThat(child.hear()).isEqualTo("staged");
            child.kill();
        }
        assertThat(staging()).hasSize(1);
        assertThat(Files.size(staging().get(0))).isGreaterThan(10_000_000);
        assertThat(Traces.holding(folder, "канарейка")).isEmpty();
        assertThat(Traces.pages(staging().get(0))).doesNotContain("канарейка");
        Path foreign = Files.writeString(folder.resolve("n2.staging-00"), "of another notebook");
        TestDoor.open(file).close();
        assertThat(staging()).isEmpty();
        assertThat(foreign).exists();
    }
}
