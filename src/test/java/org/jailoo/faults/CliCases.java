package org.jailoo.faults;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.jailoo.cli.Cli;
import org.jailoo.cli.ExitCode;
import org.jailoo.cli.Surroundings;
import org.jailoo.cli.Surroundings.Locks;
import org.jailoo.cli.Surroundings.Streams;
import org.jailoo.cli.Window;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/** The same from the command line: what it answers to the shell. */
final class CliCases {
    private static final String NOTEBOOK = "NOTEBOOK";

    private CliCases() {}

    static List<UseCase> all() {
        return List.of(
                new Command("cli put", "", List.of("put", NOTEBOOK, "--type", "interview")),
                new Command("cli import", "", List.of("import", NOTEBOOK, "in/bundle.jailoo", "--trust")),
                new Command("cli export (stick)", "out", List.of("export", NOTEBOOK, "--plain", "--out", "out/b.json")),
                new Command("cli backup (stick)", "out", List.of("backup", NOTEBOOK, "--out", "out/b.json")),
                new Command("cli excel (stick)", "out", List.of("excel", NOTEBOOK, "--out", "out/b.json")));
    }

    /** A command that answered with something else than 0. */
    private static final class Answered extends IOException {
        private static final long serialVersionUID = 1L;
        private final int exitCode;

        Answered(int exitCode, String said) {
            super(said);
            this.exitCode = exitCode;
        }
    }

    /** No command of these opens one. */
    private static final class NoWindow implements Window {
        @Override
        public boolean open(@Nullable Path notebook, boolean sample, @Nullable String language) {
            return false;
        }

        @Override
        public boolean train() {
            return false;
        }

        @Override
        public void draw(Pictures pictures, Consumer<Path> drawn) {
            throw new AssertionError("nothing is drawn here");
        }
    }

    /** One command. */
    private static final class Command extends UseCase {
        private final String armed;
        private final List<String> words;

        Command(String name, String armed, List<String> words) {
            super(name);
            this.armed = armed;
            this.words = words;
        }

        @Override
        String armed() {
            return armed;
        }

        @Override
        boolean inSession() {
            return false;
        }

        @Override
        void prepare(Place place) throws Exception {
            Notebooks.bundle(place.in().resolve("bundle.jailoo"), 3);
        }

        @Override
        void act(Place place, @Nullable Notebook open) throws Exception {
            List<String> arguments = words.stream()
                    .map(word -> word.equals(NOTEBOOK)
                            ? place.notebook().toString()
                            : word.contains("/") ? place.folder().resolve(word).toString() : word)
                    .toList();
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            ByteArrayOutputStream err = new ByteArrayOutputStream();
            byte[] typed = ("{\"narrative\":\"" + SECRET + " " + "буйрук ".repeat(200) + "\"}")
                    .getBytes(StandardCharsets.UTF_8);
            int exitCode = Cli.run(
                    arguments,
                    new Surroundings(
                            new Streams(
                                    new ByteArrayInputStream(typed),
                                    out,
                                    new PrintStream(err, true, StandardCharsets.UTF_8)),
                            Map.of(Surroundings.PASSPHRASE, PASSPHRASE),
                            null,
                            Locale.ENGLISH,
                            Notebooks.CLOCK,
                            new Locks(
                                    () -> Kdf.FLOOR,
                                    BundleCases.SCRYPT,
                                    (file, passphrase, identities, time) -> identities
                                            ? Notebook.openWithIdentities(file, passphrase, time)
                                            : Notebook.open(file, passphrase)),
                            new NoWindow()));
            if (exitCode != ExitCode.DONE) {
                throw new Answered(exitCode, err.toString(StandardCharsets.UTF_8));
            }
        }

        @Override
        Sentence told(Exception failure, Place place) {
            if (!(failure instanceof Answered answered)) {
                return super.told(failure, place);
            }
            String said = String.valueOf(answered.getMessage());
            require(!said.isBlank() && !said.contains("\tat ") && !said.contains("Exception"), "said: " + said);
            return Sentence.of("exit " + answered.exitCode);
        }

        /** A file that cannot be written or read. */
        @Override
        Set<String> mayBeTold() {
            return Set.of("exit " + ExitCode.FILE);
        }

        @Override
        Set<String> notedBefore() {
            return Set.of("handover", "device", "setting");
        }

        @Override
        void requireDone(Place place, @Nullable Notebook open) throws Exception {
            if (open == null) {
                try (Notebook notebook = open(place)) {
                    requireDone(place, notebook);
                }
            } else if (!armed.isEmpty()) {
                require(Files.size(place.out().resolve("b.json")) > 2000, "the file is short");
            } else {
                int there = Notebooks.records(open, "interview").size();
                require(there == (words.contains("put") ? 5 : 7), "interviews: " + there);
            }
        }

        @Override
        List<String> written() {
            return armed.isEmpty() ? List.of() : List.of("b.json");
        }

        @Override
        boolean writesInClear() {
            return true;
        }
    }
}
