package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxToolkit;

/** Every screen in every language with letters half as large again, on a small laptop: all of it can be read and named. */
class ScreensTest {
    /** Kyrgyz, whose words are the longest; the other two at full size. */
    private static final List<String> LANGUAGES =
            "long".equals(System.getProperty("jailoo.size")) ? Messages.LANGUAGES : List.of("ky");

    @TempDir
    Path folder;

    @Test
    void nothingIsCutOffNothingIsAKeyAndEverythingToPressHasAName() throws Exception {
        FxToolkit.registerPrimaryStage();
        ExecutorService workers = Executors.newFixedThreadPool(2);
        Set<String> findings = new TreeSet<>();
        List<String> seen = new ArrayList<>();
        try {
            Gallery.Order order = new Gallery.Order(
                    folder,
                    LANGUAGES,
                    List.of(Theme.LIGHT),
                    new Gallery.Paper(1366, 768, new TextSize(150)),
                    System.getProperty("jailoo.screens", ""));
            new Gallery(Clock.systemUTC(), workers, new SampleDoors(folder)).each(order, (name, scene) -> {
                seen.add(name);
                Eyes.over(scene).forEach(finding -> findings.add(name + ": " + finding));
                Eyes.nameless(scene).forEach(finding -> findings.add(name + ": " + finding));
            });
        } finally {
            workers.shutdownNow();
        }
        assertThat(String.join("\n", findings)).isEmpty();
        assertThat(seen).hasSizeGreaterThan(30 * LANGUAGES.size());
    }
}
