package org.jailoo.ui.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import javax.sound.sampled.LineUnavailableException;
import org.jailoo.app.AddFile;
import org.jailoo.app.AddFile.Added;
import org.jailoo.app.HeldFile;
import org.jailoo.app.Steps;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Tasks;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is heard of a recording in a notebook, and what lies on the disk meanwhile. */
class PlayerTest {
    @TempDir
    Path folder = Path.of("");

    private final Ear ear = new Ear();

    /** Hears, and looks around while it does. */
    private static final class Ear implements Loudspeaker {
        private long samples;
        private int rate;
        private int channels;
        private Runnable meanwhile = () -> {};

        @Override
        public void play(short[] played) {
            samples += played.length;
            meanwhile.run();
        }

        @Override
        public double waiting() {
            return 0;
        }

        @Override
        public void drop() {
            samples = 0;
        }

        @Override
        public void close() {
            meanwhile.run();
        }

        double seconds() {
            return (double) samples / channels / rate;
        }
    }

    private static byte[] sample(String name) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(PlayerTest.class.getResourceAsStream("/org/jailoo/sound/" + name), name)) {
            return in.readAllBytes();
        }
    }

    private Player player(Notebook notebook) {
        return new Player(Tasks.direct(), sha256 -> HeldFile.find(notebook, sha256), (rate, channels) -> {
            ear.rate = rate;
            ear.channels = channels;
            return ear;
        });
    }

    /** Files that came or changed since a moment where a program puts what it does not keep, and that hold a word. */
    private static Set<String> traces(FileTime since, byte[] file) {
        String word = new String(file, file.length / 2, 24, StandardCharsets.ISO_8859_1);
        Set<String> traces = new TreeSet<>();
        for (String place : List.of(System.getProperty("java.io.tmpdir"), System.getProperty("user.home"))) {
            try (Stream<Path> near = Files.list(Path.of(place))) {
                for (Path one : near.filter(Files::isRegularFile).toList()) {
                    if (Files.getLastModifiedTime(one).compareTo(since) >= 0
                            && Files.size(one) < 64 << 20
                            && new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1).contains(word)) {
                        traces.add(one.toString());
                    }
                }
            } catch (IOException e) {
                // One of another process went away.
            }
        }
        return traces;
    }

    @ParameterizedTest
    @ValueSource(strings = {"tone.mp3", "tone.m4a", "tone.opus", "tone.ogg", "tone.aac"})
    void aRecordingIsHeardFromTheNotebookAndLiesNowhereElse(String name) throws Exception {
        byte[] file = sample(name);
        FileTime since = FileTime.fromMillis(System.currentTimeMillis() - 1000);
        try (Notebook notebook = TestDoor.create(folder.resolve("n"), "A1")) {
            Added added =
                    (Added) new AddFile(notebook).add(new ByteArrayInputStream(file), file.length, Steps.UNWATCHED);
            assertThat(added.seconds()).isEqualTo(3);
            Set<String> traces = new TreeSet<>();
            int[] looks = {0};
            ear.meanwhile = () -> {
                if (looks[0]++ % 40 == 0) {
                    traces.addAll(traces(since, file));
                }
            };
            Player player = player(notebook);
            player.play(added.sha256(), added.mediaType(), 0);
            assertThat(ear.seconds()).isCloseTo(3, within(0.15));
            player.play(added.sha256(), added.mediaType(), 2);
            assertThat(ear.seconds()).isCloseTo(1, within(0.15));
            assertThat(looks[0]).isGreaterThan(20);
            assertThat(traces).isEmpty();
            try (Stream<Path> beside = Files.list(folder)) {
                for (Path one : beside.toList()) {
                    assertThat(new String(Files.readAllBytes(one), StandardCharsets.ISO_8859_1))
                            .doesNotContain(new String(file, file.length / 2, 24, StandardCharsets.ISO_8859_1));
                }
            }
        }
    }

    @Test
    void theLookingSeesARecordingWhereThereIsOne() throws Exception {
        byte[] file = sample("tone.mp3");
        FileTime since = FileTime.fromMillis(System.currentTimeMillis() - 1000);
        Path open = Files.write(Files.createTempFile("open", ".mp3"), file);
        try {
            assertThat(traces(since, file)).containsExactly(open.toString());
        } finally {
            Files.delete(open);
        }
    }

    @Test
    void whatCannotBeHeardSaysWhy() throws Exception {
        byte[] amr = "#!AMR\nnothing".getBytes(StandardCharsets.US_ASCII);
        byte[] mp3 = sample("tone.mp3");
        try (Notebook notebook = TestDoor.create(folder.resolve("n"), "A1")) {
            AddFile add = new AddFile(notebook);
            Added one = (Added) add.add(new ByteArrayInputStream(amr), amr.length, Steps.UNWATCHED);
            Player player = player(notebook);
            player.play(one.sha256(), one.mediaType(), 0);
            assertThat(player.state().get()).isEqualTo(Player.State.NOT_PLAYABLE);
            Player deaf = new Player(Tasks.direct(), sha256 -> HeldFile.find(notebook, sha256), (rate, channels) -> {
                throw new LineUnavailableException();
            });
            Added two = (Added) add.add(new ByteArrayInputStream(mp3), mp3.length, Steps.UNWATCHED);
            deaf.play(two.sha256(), two.mediaType(), 0);
            assertThat(deaf.state().get()).isEqualTo(Player.State.NO_LOUDSPEAKER);
        }
    }
}
