package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.app.NewNotebook;
import org.jailoo.demo.SampleNotebook;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.Kdf;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.unlock.Doors;
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
            new Gallery(Clock.systemUTC(), workers, new SampleDoors()).each(order, (name, scene) -> {
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

    /** As the program's own. */
    private final class SampleDoors implements Doors {
        @Override
        public Opened unlock(Path file, char[] passphrase) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Opened create(Path file, char[] passphrase, String name) {
            return new Opened(new NewNotebook(Kdf.FLOOR).create(file, passphrase, name), file, false);
        }

        @Override
        public Opened sample(Watch watch) throws IOException {
            Path file = Files.createTempDirectory(folder, "sample").resolve("sample");
            ExecutorService workers = Executors.newFixedThreadPool(2);
            try {
                return new Opened(
                        SampleNotebook.create(
                                file, "a passphrase".toCharArray(), Kdf.FLOOR, Clock.systemUTC(), workers, bytes -> {}),
                        file,
                        true);
            } finally {
                workers.shutdownNow();
            }
        }
    }
}
