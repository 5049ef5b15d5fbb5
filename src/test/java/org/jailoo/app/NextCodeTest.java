package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Map;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class NextCodeTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook notebook;

    @BeforeEach
    void open() {
        notebook = TestDoor.create(folder.resolve("n"), "A7");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    private String next() {
        return new NextCode(notebook).next();
    }

    private SaveRecord.Saved save(String type, String code) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        return (SaveRecord.Saved) save.save(save.open(type, null), Json.object(Map.of("code", Json.of(code))));
    }

    @Test
    void oneCountGoesOnOverAllTypesAndPastOtherDevicesCodes() {
        assertThat(next()).isEqualTo("A7-0001");
        save("interview", "A7-0001");
        save("participant", "A7-0002");
        save("participant", "B2-0044");
        save("participant", "A7-0013b");
        save("participant", "A71-0090");
        assertThat(next()).isEqualTo("A7-0003");
        save("focusGroup", "A7-9999");
        assertThat(next()).isEqualTo("A7-10000");
    }

    @Test
    void theNumberOfADeletedOrErasedRecordIsNotGivenAgain() throws Exception {
        SaveRecord.Saved saved = save("interview", "A7-0001");
        new PurgeRecord(notebook, CLOCK).purge(saved.form().record());
        assertThat(next()).isEqualTo("A7-0002");
        SaveRecord.Saved second = save("interview", "A7-0002");
        new SaveRecord(notebook, CLOCK).save(second.form(), Json.object(Map.of("deleted", Json.TRUE)));
        notebook.inTransaction(() -> {
            notebook.settings().remove("code");
            return 0;
        });
        assertThat(next()).as("found among the records alone").isEqualTo("A7-0003");
    }

    @Test
    void aDraftTakesItsCode() {
        new KeepDrafts(notebook, CLOCK)
                .keep(
                        "0a3f2b1c-1111-4222-8333-444455556666",
                        "interview",
                        Json.object(Map.of("changes", Json.object(Map.of("code", Json.of("A7-0005"))))));
        assertThat(next()).isEqualTo("A7-0006");
    }

    @Test
    void aNameOfSeveralWordsBecomesOneWord() {
        try (Notebook other = TestDoor.create(folder.resolve("m"), " Барскоон / 2 ")) {
            assertThat(new NextCode(other).next()).isEqualTo("Барскоон-2-0001");
        }
    }
}
