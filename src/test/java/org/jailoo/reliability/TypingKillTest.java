package org.jailoo.reliability;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jailoo.app.KeepDrafts;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.form.RecordForm;
import org.jailoo.ui.record.RecordViewModel;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** kill -9 at random moments of typing: the next process goes on where this one was at most five seconds before. */
class TypingKillTest {
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));
    private static final int KILLS = Integer.getInteger("jailoo.kills", LONG ? 100 : 4);
    private static final long MOST_LOST_MILLIS = 5000;

    /** What a typist said: how many letters it found, when it typed each further one, and when it was killed. */
    private record Life(int found, List<Long> typed, long killed) {}

    @Test
    void aKillTakesAtMostFiveSecondsOfTypingAndLeavesNoBrokenDraft(@TempDir Path folder) throws Exception {
        long seed = Long.getLong("jailoo.seed", new SecureRandom().nextLong());
        System.out.println("kills: " + KILLS + ", seed " + seed);
        Random random = new Random(seed);
        TestDoor.create(folder.resolve("notebook"), "victim").close();
        long worst = 0;
        int kept = 0;
        for (int kill = 0; kill < KILLS; kill++) {
            // The last one lives longer than anything may be lost: then something is kept, however short the others
            // were.
            long millis = kill == KILLS - 1 ? MOST_LOST_MILLIS + 1000 : 200 + random.nextInt(LONG ? 4000 : 2500);
            Life life = live(folder, millis);
            String as = "after kill " + kill + " of seed " + seed;
            assertThat(life.found()).as(as).isEqualTo(kept);
            kept = look(folder, as);
            assertThat(kept).as(as).isGreaterThanOrEqualTo(life.found());
            int lost = life.found() + life.typed().size() - kept;
            long since = lost == 0
                    ? 0
                    : life.killed() - life.typed().get(life.typed().size() - lost);
            worst = Math.max(worst, since);
            assertThat(since).as(as + ", milliseconds of typing lost").isLessThanOrEqualTo(MOST_LOST_MILLIS);
        }
        System.out.printf("kills %d: %d letters kept, at most %d ms of typing lost%n", KILLS, kept, worst);
        assertThat(kept).as("the typist lived long enough for a draft").isPositive();
    }

    /** Opens the draft as the window does; how many letters of the narrative it has. */
    private static int look(Path folder, String as) {
        try (Notebook notebook = TestDoor.open(folder.resolve("notebook"))) {
            List<KeepDrafts.Kept> drafts = new KeepDrafts(notebook, Clock.systemUTC()).all();
            if (drafts.isEmpty()) {
                return 0;
            }
            assertThat(drafts).as(as).hasSize(1);
            assertThat(drafts.get(0).title()).isEqualTo("victim-0001");
            RecordViewModel model = Typist.model(notebook, Tasks.direct());
            model.open(drafts.get(0).record());
            RecordForm form = Objects.requireNonNull(model.form().get());
            String narrative = Typist.narrative(form).typed().get();
            assertThat(narrative).as(as).isEqualTo(Typist.text(narrative.length()));
            assertThat(form.body().get("code")).as(as).isEqualTo(Json.of("victim-0001"));
            return narrative.length();
        }
    }

    private static Life live(Path folder, long millis) throws IOException, InterruptedException {
        Process typist = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:TieredStopAtLevel=1",
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-Dorg.sqlite.tmpdir=" + folder,
                        "-cp",
                        System.getProperty("java.class.path"),
                        Typist.class.getName(),
                        folder.toString())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        AtomicLong killed = new AtomicLong();
        try (BufferedReader said = typist.inputReader(StandardCharsets.UTF_8)) {
            String ready = Objects.requireNonNull(said.readLine(), "the typist ended before it began");
            Thread killer = new Thread(() -> {
                try {
                    TimeUnit.MILLISECONDS.sleep(millis);
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                }
                killed.set(System.currentTimeMillis());
                typist.toHandle().destroyForcibly();
            });
            killer.start();
            List<Long> typed = new ArrayList<>();
            for (String line = said.readLine(); line != null; line = said.readLine()) {
                typed.add(Long.parseLong(line));
            }
            killer.join();
            assertThat(typist.waitFor(30, TimeUnit.SECONDS)).isTrue();
            return new Life(Integer.parseInt(ready.substring("ready ".length())), typed, killed.get());
        }
    }
}
