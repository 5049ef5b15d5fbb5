package org.jailoo.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Assumptions;

/** A process with the bad disk under it, started and listened to. */
final class Playing {
    private Playing() {}

    /**
     * Compiles the library.
     *
     * @return where it lies; where it cannot be, the test is skipped and says so
     */
    static Path library(Path folder) throws IOException, InterruptedException {
        boolean here = System.getProperty("os.name").equals("Linux")
                && System.getProperty("os.arch").toLowerCase(Locale.ROOT).equals("amd64");
        Path library = folder.resolve("faults.so");
        boolean made = false;
        if (here) {
            try {
                Process gcc = new ProcessBuilder(
                                "gcc",
                                "-O1",
                                "-shared",
                                "-fPIC",
                                "-o",
                                library.toString(),
                                "src/test/c/faults.c",
                                "-ldl",
                                "-lpthread")
                        .redirectErrorStream(true)
                        .start();
                String said = new String(gcc.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
                made = gcc.waitFor() == 0;
                System.out.print(said);
            } catch (IOException e) {
                made = false;
            }
        }
        if (!made) {
            System.out.println("skipped: the disk that fails needs Linux on x86-64 and gcc");
        }
        Assumptions.assumeTrue(made, "needs Linux on x86-64 and gcc");
        return library;
    }

    /** What a process said, and its exit code. */
    record Said(int exitCode, String text) {}

    /** Lets a class run on the bad disk. */
    static Said play(Path folder, Path library, Class<?> what, List<String> arguments)
            throws IOException, InterruptedException {
        Path fast = folder.resolve("fast");
        FastKeys.into(fast);
        Path control = folder.resolve("control");
        Disk.prepare(control);
        Path root = Files.createDirectories(folder.resolve("root")).toRealPath();
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:TieredStopAtLevel=1",
                "-XX:+UseSerialGC",
                "-XX:-UsePerfData",
                "-Xshare:auto",
                "-Xmx512m",
                "-Dorg.sqlite.tmpdir=" + folder,
                "-Dfaults.traces=" + Boolean.getBoolean("faults.traces"),
                "-cp",
                fast + java.io.File.pathSeparator + System.getProperty("java.class.path"),
                what.getName(),
                root.toString()));
        command.addAll(arguments);
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
        builder.environment().put("LD_PRELOAD", library.toRealPath().toString());
        builder.environment().put(Disk.CONTROL, control.toRealPath().toString());
        builder.environment().put(Disk.ROOT, root.toString());
        Process process = builder.start();
        StringBuilder said = new StringBuilder();
        try (var lines = process.inputReader(StandardCharsets.UTF_8)) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                System.out.println(line);
                said.append(line).append('\n');
            }
        }
        return new Said(process.waitFor(), said.toString());
    }
}
