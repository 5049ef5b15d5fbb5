package org.jailoo.demo;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.i18n.Messages;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TwoLaptopsTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-08-01T09:00:00Z"), ZoneOffset.UTC);

    @ParameterizedTest
    @ValueSource(strings = {"en", "ru", "ky"})
    void theStoryEndsEqualAndFitsOnOneScreen(String language, @TempDir Path folder) throws Exception {
        List<String> told = new ArrayList<>();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        Messages messages = Messages.of(language);
        boolean equal;
        try {
            equal = new TwoLaptops(folder, messages, told::add, CLOCK, workers).play();
        } finally {
            workers.shutdownNow();
        }
        String story = String.join("\n", told);
        assertThat(equal).isTrue();
        assertThat(story)
                .contains(messages.text("demo.import.refused", "truncated"))
                .contains(messages.text("demo.import.done", 1, 1, 0, 1, 0))
                .contains(messages.text("demo.settle.done", "сентябрь 2023", 1, 0))
                .contains(messages.text("demo.receipt.left", 0, "barskoon"))
                .contains(messages.text("demo.equal.yes"));
        assertThat(story.lines().count()).isLessThan(50);
        assertThat(story.lines()).allSatisfy(line -> assertThat(line).doesNotContain("demo."));
    }
}
