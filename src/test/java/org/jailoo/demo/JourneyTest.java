package org.jailoo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class JourneyTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-08-01T09:00:00Z"), ZoneOffset.UTC);

    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));

    /** Without the 1,600 telephone interviews, unless there is time. */
    private static List<String> officeHas() {
        return SampleData.OFFICE.stream()
                .filter(name -> LONG || !name.startsWith("office-3"))
                .toList();
    }

    @Test
    void theJourneyEndsWithFiveEqualNotebooksAndTheirFigures(@TempDir Path folder) throws Exception {
        List<String> told = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        boolean equal;
        try {
            equal = new Journey(
                            folder,
                            new Told(Messages.of("ky"), Labels.of("ky"), told::add),
                            officeHas(),
                            CLOCK,
                            workers)
                    .go();
        } finally {
            workers.shutdownNow();
        }
        Messages messages = Messages.of("ky");
        String story = String.join("\n", told);
        assertThat(equal).isTrue();
        assertThat(story)
                .contains(messages.text("demo.import.refused", "truncated"))
                .contains(messages.text("bundle.reason.truncated"))
                .contains(messages.text("demo.import.done", 14, 7, 0, 1, 0, 0))
                .contains(messages.text("demo.import.done", 0, 0, 17, 0, 0, 0))
                .contains("2023-ж. октябрь", "2023-ж. ноябрь")
                .contains(messages.text("demo.settle.done", "2023-ж. ноябрь", 1, 0))
                .contains(messages.text("demo.receipt.left", 4, 0))
                .contains(messages.text("demo.withdraw.done", 0))
                .contains(messages.text("demo.equal.yes"));
        assertThat(told).filteredOn(line -> line.contains("102")).isNotEmpty();
        assertThat(told).allSatisfy(line -> assertThat(line).doesNotContain("demo."));
        assertThat(told).hasSizeLessThan(110);
        assertThat(Files.size(folder.resolve("office.xlsx"))).isPositive();
        try (Notebook kept = Notebook.open(folder.resolve("office.notebook"), Journey.PASSPHRASE.toCharArray())) {
            assertThat(kept.revisions().recordCount()).isEqualTo(LONG ? 4050 : 846);
        }
    }
}
