package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jailoo.cli.Surroundings.Locks;
import org.jailoo.cli.Surroundings.Opening;
import org.jailoo.cli.Surroundings.Prompt;
import org.jailoo.cli.Surroundings.Streams;
import org.jailoo.identity.Kdf;
import org.jspecify.annotations.Nullable;

/** A folder with notebooks, and somebody who types commands there; after each the passphrase is looked for in the output. */
final class Laptop {
    static final String PASSPHRASE = "көк-дарыя 42";
    static final String UUID = "[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}";

    final Path folder;
    private Map<String, String> env = Map.of(Surroundings.PASSPHRASE, PASSPHRASE);
    private @Nullable Prompt console;
    private Opening opening = Locks.real().opening();
    private Locale locale = Locale.ENGLISH;
    private Clock clock = Clock.fixed(Instant.parse("2026-05-01T10:00:00Z"), ZoneOffset.UTC);

    private final NoWindow window = new NoWindow();

    Laptop(Path folder) {
        this.folder = folder;
    }

    /** What a command answered. */
    record Run(int exitCode, String out, String err) {
        List<String> lines() {
            return out.lines().toList();
        }

        /** The text of a member in the first line. */
        String text(String member) {
            Matcher m = Pattern.compile('"' + member + "\":\"([^\"]*)\"").matcher(out);
            assertThat(m.find()).as(member + " in " + out + err).isTrue();
            return m.group(1);
        }

        Run exits(int expected) {
            assertThat(exitCode).as(err).isEqualTo(expected);
            return this;
        }
    }

    /** Types passphrases and answers, and notes what it was asked. */
    static final class Typist implements Prompt {
        final List<String> asked = new ArrayList<>();
        private final Deque<String> answers;

        Typist(String... answers) {
            this.answers = new ArrayDeque<>(List.of(answers));
        }

        @Override
        public char @Nullable [] passphrase(String prompt) {
            String line = line(prompt);
            return line == null ? null : line.toCharArray();
        }

        @Override
        public @Nullable String line(String prompt) {
            asked.add(prompt);
            return answers.poll();
        }
    }

    NoWindow window() {
        return window;
    }

    Laptop with(Map<String, String> changed) {
        env = changed;
        return this;
    }

    Laptop at(@Nullable Prompt changed) {
        console = changed;
        return this;
    }

    Laptop opening(Opening changed) {
        opening = changed;
        return this;
    }

    Laptop in(String language) {
        locale = new Locale(language);
        return this;
    }

    Laptop with(Clock changed) {
        clock = changed;
        return this;
    }

    String path(String name) {
        return folder.resolve(name).toString();
    }

    Run run(String... args) {
        return typed("", args);
    }

    /** Puts a change set; the arguments come after {@code put NOTEBOOK}. */
    Run put(String notebook, String body, String... args) {
        List<String> all = new ArrayList<>(List.of("put", path(notebook)));
        all.addAll(List.of(args));
        return typed(body, all.toArray(String[]::new));
    }

    Run typed(String input, String... args) {
        return typed(new ByteArrayInputStream(input.getBytes(StandardCharsets.UTF_8)), args);
    }

    Run typed(InputStream input, String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int exitCode = Cli.run(
                List.of(args),
                new Surroundings(
                        new Streams(input, out, new PrintStream(err, true, StandardCharsets.UTF_8)),
                        env,
                        console,
                        locale,
                        clock,
                        new Locks(() -> Kdf.FLOOR, 10, opening),
                        window));
        Run run = new Run(exitCode, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        assertThat(run.out() + run.err()).doesNotContain(PASSPHRASE);
        return run;
    }

    /** A new notebook of this name, whose card lies beside it as {@code NAME.card}. */
    void notebook(String name) {
        run("new", path(name), "--name", name).exits(0);
        run("card", path(name), "--out", path(name + ".card")).exits(0);
    }

    /** A new interview; returns its id. */
    String interview(String notebook, String body) {
        return put(notebook, body, "--type", "interview").exits(0).text("record");
    }

    /** A bundle of everything for another notebook. */
    String bundle(String from, String to, String name, String... more) {
        List<String> args =
                new ArrayList<>(List.of("export", path(from), "--out", path(name), "--to", path(to + ".card")));
        args.addAll(List.of(more));
        run(args.toArray(String[]::new)).exits(0);
        return path(name);
    }

    List<String> state(String notebook) {
        return run("state", path(notebook)).exits(0).lines();
    }
}
