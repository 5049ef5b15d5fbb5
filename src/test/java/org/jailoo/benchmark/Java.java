package org.jailoo.benchmark;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/**
 * A Java to start processes with, on the class path of this one: archives of classes are made of jars alone, so that its
 * folders are packed first.
 */
final class Java {
    private static final int ARCHIVES_WITH_METHODS = 25;
    private static final int UNSAFE_WARNED_OF = 24;

    private final Path home;
    private final int version;
    private final String classPath;

    private Java(Path home, int version, String classPath) {
        this.home = home;
        this.version = version;
        this.classPath = classPath;
    }

    /** The one in this folder; the jars go into another. */
    static Java in(Path home, Path jars) throws IOException {
        String release = Files.readString(home.resolve("release"))
                .lines()
                .filter(line -> line.startsWith("JAVA_VERSION="))
                .findFirst()
                .orElse("JAVA_VERSION=\"17\"");
        int version = Integer.parseInt(release.replaceAll("\\D*(\\d+).*", "$1"));
        List<String> path = new ArrayList<>();
        for (String element : System.getProperty("java.class.path")
                .split(java.util.regex.Pattern.quote(java.io.File.pathSeparator), -1)) {
            path.add(Files.isDirectory(Path.of(element)) ? packed(Path.of(element), jars, path.size()) : element);
        }
        return new Java(home, version, String.join(java.io.File.pathSeparator, path));
    }

    private static String packed(Path folder, Path jars, int number) throws IOException {
        Path jar = jars.resolve("classes-" + number + ".jar");
        if (Files.notExists(jar)) {
            List<Path> files;
            try (Stream<Path> all = Files.walk(folder)) {
                files = all.filter(Files::isRegularFile).sorted().toList();
            }
            try (OutputStream out = Files.newOutputStream(jar);
                    ZipOutputStream zip = new ZipOutputStream(out)) {
                for (Path file : files) {
                    zip.putNextEntry(
                            new ZipEntry(folder.relativize(file).toString().replace('\\', '/')));
                    Files.copy(file, zip);
                }
            }
        }
        return jar.toString();
    }

    int version() {
        return version;
    }

    /** The flags with which the program is shipped, as far as this Java knows them. */
    List<String> shipped() throws IOException {
        Path options = Path.of(System.getProperty("benchmark.options", "installer/jvm.options"));
        List<String> flags = new ArrayList<>(List.of("-XX:+IgnoreUnrecognizedVMOptions"));
        try (Stream<String> lines = Files.lines(options)) {
            lines.map(String::strip)
                    .filter(line -> line.startsWith("-"))
                    .filter(line -> version >= UNSAFE_WARNED_OF || !line.startsWith("--sun-misc"))
                    .forEach(flags::add);
        }
        return flags;
    }

    /** Has the program rehearse, and keeps the classes of that; the flags with which a start uses them. */
    List<String> archive(List<String> flags, Path file) throws IOException, InterruptedException {
        boolean methods = version >= ARCHIVES_WITH_METHODS;
        Files.deleteIfExists(file);
        List<String> all = new ArrayList<>(flags);
        // As installer/Image.java makes it: see installer/jvm.options.
        all.add("-XX:TieredStopAtLevel=1");
        all.add((methods ? "-XX:AOTCacheOutput=" : "-XX:ArchiveClassesAtExit=") + file);
        Process process = new ProcessBuilder(command(all, "org.jailoo.Main", "train"))
                .redirectErrorStream(true)
                .start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || Files.notExists(file)) {
            throw new IOException("no archive: " + said.lines().limit(5).collect(Collectors.joining(" / ")));
        }
        return Stream.concat(flags.stream(), Stream.of((methods ? "-XX:AOTCache=" : "-XX:SharedArchiveFile=") + file))
                .toList();
    }

    /** The command that starts a class, on the display that there is, or in memory. */
    List<String> command(List<String> flags, String main, String... args) {
        List<String> command = new ArrayList<>();
        command.add(home.resolve("bin").resolve("java").toString());
        command.addAll(flags);
        command.add("-Djailoo.tell.start=yes");
        command.add("-Dprism.order=sw");
        if (System.getenv("DISPLAY") == null
                && System.getProperty("os.name", "").contains("Linux")) {
            command.addAll(List.of(
                    "-Dglass.platform=Monocle",
                    "-Dmonocle.platform=Headless",
                    "-Dheadless.geometry=1366x768-32",
                    "-Djava.awt.headless=true"));
        }
        command.addAll(List.of("-cp", classPath, main));
        command.addAll(List.of(args));
        return command;
    }
}
