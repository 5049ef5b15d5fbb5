package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.jailoo.app.Workers;
import org.jailoo.demo.Journey;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;

/** {@code jailoo demo}: the whole journey, with no display. */
@CommandLine.Command(name = "demo", description = "${bundle:cli.demo.description}")
final class DemoCommand extends Command {
    @CommandLine.Option(names = "--dir", paramLabel = "DIR", description = "${bundle:cli.demo.dir}")
    private @Nullable Path folder;

    DemoCommand(Session session) {
        super(session);
    }

    @Override
    public Integer call() throws IOException {
        if (folder == null) {
            Path temporary = Files.createTempDirectory("jailoo-demo");
            try {
                return play(temporary);
            } finally {
                remove(temporary);
            }
        }
        Path kept = Files.createDirectories(folder);
        try (Stream<Path> there = Files.list(kept)) {
            if (there.findAny().isPresent()) {
                throw CommandFailure.writing(kept, new FileAlreadyExistsException(kept.toString()));
            }
        }
        int exitCode = play(kept);
        session().say("cli.demo.kept", kept.toString(), Journey.PASSPHRASE);
        return exitCode;
    }

    private int play(Path where) throws IOException {
        try (Workers workers = new Workers()) {
            Journey journey = new Journey(
                    where,
                    messages().locale().getLanguage(),
                    this::tell,
                    surroundings().clock(),
                    workers.executor());
            return journey.go() ? ExitCode.DONE : ExitCode.FAULT;
        }
    }

    private void tell(String line) {
        session().line(line);
        session().flush();
    }

    private static void remove(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> found = Files.walk(folder)) {
            files = found.sorted(Comparator.reverseOrder()).toList();
        }
        for (Path file : files) {
            Files.deleteIfExists(file);
        }
    }
}
