package org.jailoo.benchmark;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jailoo.identity.Kdf;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/** The start of the program beside a window with nothing in it, and unlocking beside Argon2 alone; each a process. */
final class Starts {
    private static final String PASSPHRASE = "six words that nobody ever says";
    private static final long TYPING = 4_000;
    private static final long SETTLES = 2_000;

    private final Sizes sizes;
    private final Path folder;
    private final Path notebook;

    /** Processes that leave something in a folder that is empty. */
    Starts(Sizes sizes, Path folder) {
        this.sizes = sizes;
        this.folder = folder;
        this.notebook = folder.resolve("n.jailoo-notebook");
    }

    /** The Java that runs this, and whichever others were named. */
    private List<Java> javas() throws IOException {
        List<Java> javas = new ArrayList<>();
        javas.add(Java.in(Path.of(System.getProperty("java.home")), folder));
        for (String home : System.getProperty("benchmark.java", "").split(",", -1)) {
            if (!home.isBlank()) {
                javas.add(Java.in(Path.of(home.strip()), folder));
            }
        }
        return javas;
    }

    /** Measures and prints. */
    void all(PrintStream out) throws Exception {
        try (Notebook made = TestDoor.createWithKeys(notebook, "A1", PASSPHRASE, Kdf.FLOOR)) {
            new LargeNotebook(made, java.time.Clock.systemUTC()).fill(50);
        }
        for (Java java : javas()) {
            List<String> flags = java.shipped();
            Map<String, List<String>> kinds = new LinkedHashMap<>();
            kinds.put("with flags and archive", java.archive(flags, folder.resolve("archive-" + java.version())));
            kinds.put("with flags", flags);
            kinds.put("plain", List.of());
            Comparison starts = new Comparison("start with Java " + java.version());
            Comparison unlocks = new Comparison("unlocking with Java " + java.version());
            kinds.forEach((kind, with) -> {
                starts.ours("first screen, passphrase to be typed, " + kind, () -> start(open(java, with)));
                starts.floor("empty window, " + kind, () -> start(empty(java, with)));
                unlocks.ours("passphrase to first page, " + kind, () -> told(unlock(java, with, TYPING)));
                unlocks.floor("Argon2 alone, " + kind, () -> told(argon2(java, with)));
            });
            starts.run(sizes.starts()).print(out);
            unlocks.run(sizes.rounds()).print(out);
            memory(out, java, kinds);
        }
    }

    private List<String> open(Java java, List<String> flags) {
        return java.command(flags, "org.jailoo.Main", "open", notebook.toString());
    }

    private static List<String> empty(Java java, List<String> flags) {
        return java.command(flags, EmptyStage.class.getName());
    }

    private List<String> unlock(Java java, List<String> flags, long typing) {
        return java.command(
                flags, UnlockByItself.class.getName(), notebook.toString(), PASSPHRASE, String.valueOf(typing));
    }

    private static List<String> argon2(Java java, List<String> flags) {
        return java.command(
                flags,
                Argon2Alone.class.getName(),
                String.valueOf(Kdf.FLOOR.memoryKiB()),
                String.valueOf(Kdf.FLOOR.passes()));
    }

    private interface Seen<T> {
        T at(Process process, String line) throws Exception;
    }

    /** Starts a process in a home of its own, waits for what it says, and ends it. */
    private <T> T process(List<String> command, String expected, Seen<T> seen) throws Exception {
        ProcessBuilder builder = new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD);
        Path settings = folder.resolve("settings");
        Files.writeString(
                Files.createDirectories(settings.resolve("jailoo")).resolve("look.properties"),
                "language=ru\ntheme=LIGHT\n");
        builder.environment().put("XDG_CONFIG_HOME", settings.toString());
        Process process = builder.start();
        try (BufferedReader lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith(expected)) {
                    return seen.at(process, line);
                }
            }
            throw new IOException("it ended: " + command);
        } finally {
            process.destroyForcibly().waitFor();
        }
    }

    private double start(List<String> command) throws Exception {
        long start = System.nanoTime();
        return process(command, "usable", (process, line) -> (System.nanoTime() - start) / 1e9);
    }

    /** What a process tells of itself, in milliseconds. */
    private double told(List<String> command) throws Exception {
        String what = command.contains(Argon2Alone.class.getName()) ? "derived" : "home";
        return process(command, what, (process, line) -> Double.parseDouble(line.substring(what.length() + 1)) / 1e3);
    }

    private void memory(PrintStream out, Java java, Map<String, List<String>> kinds) throws Exception {
        if (Files.notExists(Path.of("/proc/self/status"))) {
            return;
        }
        out.printf(
                "%n| memory with Java %d, MB | empty window | first screen | first page |%n|---|---|---|---|%n",
                java.version());
        for (Map.Entry<String, List<String>> kind : kinds.entrySet()) {
            List<String> with = kind.getValue();
            out.printf(
                    Locale.ROOT,
                    "| %s | %d | %d | %d |%n",
                    kind.getKey(),
                    process(empty(java, with), "usable", Starts::resident),
                    process(open(java, with), "usable", Starts::resident),
                    process(unlock(java, with, 0), "home", Starts::resident));
        }
    }

    private static long resident(Process process, String line) throws Exception {
        Thread.sleep(SETTLES);
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), "status"))
                        .lines()
                        .filter(one -> one.startsWith("VmRSS"))
                        .mapToLong(one -> Long.parseLong(one.replaceAll("\\D", "")))
                        .sum()
                >> 10;
    }
}
