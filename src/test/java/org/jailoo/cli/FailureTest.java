package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.cli.Surroundings.Locks;
import org.jailoo.cli.Surroundings.Streams;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What was not foreseen, and streams that break. */
class FailureTest {
    /** A clock that fails with words that should stay where they are. */
    private static final class Broken extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            throw new IllegalStateException("Aigul said", new IllegalArgumentException(Laptop.PASSPHRASE));
        }
    }

    @Test
    void faultOfTheProgramIsOneSentenceAndTellsNothingOfTheRecord(@TempDir Path folder) {
        Laptop laptop = Trio.in(folder).laptop().with(new Broken());
        Run run = laptop.put("a", "{\"code\":\"x\"}", "--type", "interview").exits(1);
        assertThat(run.out()).isEmpty();
        assertThat(run.err().lines()).hasSize(1);
        assertThat(run.err()).contains("IllegalStateException").doesNotContain("Aigul");

        laptop.with(Map.of(Surroundings.PASSPHRASE, Laptop.PASSPHRASE, Surroundings.DEBUG, ""));
        Run debug = laptop.put("a", "{\"code\":\"x\"}", "--type", "interview").exits(1);
        assertThat(debug.err()).contains("at org.jailoo.app.SaveRecord").doesNotContain("Aigul");
        assertThat(laptop.with(Clock.systemUTC()).state("a")).hasSize(1);
    }

    /** Data that nobody got must not look as if somebody had. */
    @Test
    void outputThatCannotBeWrittenIsNotSuccess(@TempDir Path folder) {
        Trio.in(folder);
        OutputStream full = new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException("No space left on device");
            }
        };
        String a = folder.resolve("a").toString();
        assertThat(run(InputStream.nullInputStream(), full, "state", a)).isEqualTo(ExitCode.FILE);
        assertThat(run(InputStream.nullInputStream(), full, "card", a)).isEqualTo(ExitCode.FILE);
        assertThat(run(InputStream.nullInputStream(), full, "--help")).isEqualTo(ExitCode.FILE);
        byte[] body = "{\"code\":\"x\"}".getBytes(StandardCharsets.UTF_8);
        assertThat(run(new ByteArrayInputStream(body), full, "put", a, "--type", "interview"))
                .isEqualTo(ExitCode.FILE);
        InputStream broken = new InputStream() {
            @Override
            public int read() throws IOException {
                throw new IOException("broken pipe");
            }

            @Override
            public int read(byte[] into, int offset, int length) throws IOException {
                throw new IOException("broken pipe");
            }
        };
        assertThat(run(broken, OutputStream.nullOutputStream(), "put", a, "--type", "interview"))
                .isEqualTo(ExitCode.FILE);
    }

    private static int run(InputStream in, OutputStream out, String... args) {
        PrintStream err = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        return Cli.run(
                List.of(args),
                new Surroundings(
                        new Streams(in, out, err),
                        Map.of(Surroundings.PASSPHRASE, Laptop.PASSPHRASE),
                        null,
                        Locale.ENGLISH,
                        Clock.systemUTC(),
                        new Locks(() -> Kdf.FLOOR, 10, (file, passphrase, identities, time) -> TestDoor.open(file)),
                        new NoWindow()));
    }
}
