package org.jailoo.portable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The portable folder starts from a place with blanks and Cyrillic letters, with nothing but what lies in it. */
class PortableTest {
    private static final Path SCRIPTS = Path.of("installer", "portable");

    @TempDir
    static Path folder = Path.of("");

    private static Path home = Path.of("");
    private static Path elsewhere = Path.of("");

    @BeforeAll
    static void layOut() throws IOException {
        home = Files.createDirectories(folder.resolve("уй бүлө (1)").resolve("Jailoo көчмө"));
        elsewhere = Files.createDirectories(folder.resolve("башка жер"));
        copy(SCRIPTS, home);
        Path libraries = Files.createDirectories(home.resolve("lib"));
        Path javafx = Files.createDirectories(libraries.resolve("linux"));
        for (String entry : System.getProperty("java.class.path").split(File.pathSeparator, -1)) {
            Path path = Path.of(entry);
            if (path.endsWith(Path.of("target", "classes"))) {
                jar(path, home.resolve("jailoo.jar"));
            } else if (entry.endsWith(".jar")) {
                Path name = Objects.requireNonNull(path.getFileName());
                Files.copy(path, (name.toString().startsWith("javafx-") ? javafx : libraries).resolve(name));
            }
        }
        assertThat(home.resolve("jailoo.jar")).exists();
    }

    private static void copy(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.isDirectory(file)) {
                    Files.createDirectories(target);
                } else {
                    Files.copy(file, target);
                }
            }
        }
    }

    private static void jar(Path classes, Path jar) throws IOException {
        try (OutputStream out = Files.newOutputStream(jar);
                JarOutputStream entries = new JarOutputStream(out);
                Stream<Path> files = Files.walk(classes)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                entries.putNextEntry(
                        new JarEntry(classes.relativize(file).toString().replace(File.separatorChar, '/')));
                Files.copy(file, entries);
            }
        }
    }

    private record Ended(int code, String out, String err) {}

    /** Runs the start script in another folder, with no more of this process's surroundings than is said here. */
    private static Ended start(Map<String, String> surroundings, String... arguments) throws Exception {
        return start(home, surroundings, arguments);
    }

    private static Ended start(Path home, Map<String, String> surroundings, String... arguments) throws Exception {
        assumeTrue(
                System.getProperty("os.name").equals("Linux"),
                "the start script of Linux is run on Linux alone; on this system start it by hand");
        List<String> command =
                new ArrayList<>(List.of("/bin/sh", home.resolve("jailoo.sh").toString()));
        command.addAll(List.of(arguments));
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(elsewhere.toFile())
                .redirectOutput(out.toFile())
                .redirectError(err.toFile());
        builder.environment().clear();
        builder.environment().putAll(new TreeMap<>(Map.of("PATH", "/usr/bin:/bin", "HOME", folder.toString())));
        builder.environment().putAll(surroundings);
        Process process = builder.start();
        assertThat(process.waitFor(120, TimeUnit.SECONDS)).isTrue();
        return new Ended(
                process.exitValue(),
                Files.readString(out, StandardCharsets.UTF_8),
                Files.readString(err, StandardCharsets.UTF_8));
    }

    private static Map<String, String> java() {
        return Map.of("JAVA_HOME", System.getProperty("java.home"));
    }

    /** Something that stands where a Java would. */
    private static void java(Path place, String script) throws IOException {
        Path java = Files.createDirectories(place.resolve("bin")).resolve("java");
        Files.writeString(java, "#!/bin/sh\n" + script);
        Files.setPosixFilePermissions(java, PosixFilePermissions.fromString("rwx------"));
    }

    private static Map<String, String> withoutJava(String version) throws IOException {
        Path bin = Files.createDirectories(folder.resolve("bin"));
        for (String tool : List.of("dirname", "uname", "locale", "sed", "cat", "readlink")) {
            for (String place : List.of("/usr/bin/", "/bin/")) {
                if (Files.exists(Path.of(place + tool)) && !Files.exists(bin.resolve(tool))) {
                    Files.createSymbolicLink(bin.resolve(tool), Path.of(place + tool));
                }
            }
        }
        java(folder.resolve("old"), "echo '    java.specification.version = " + version + "' >&2\n");
        return Map.of("PATH", bin.toString(), "JAVA_HOME", folder.resolve("old").toString());
    }

    @Test
    void helpAndArgumentsReachTheProgram() throws Exception {
        Ended help = start(java(), "--lang", "ky", "--help");
        assertThat(help.code()).as(help.err()).isZero();
        assertThat(help.out()).contains("jailoo", "demo");
        assertThat(help.err()).isEmpty();
        assertThat(start(java(), "trust").code()).as("usage").isEqualTo(2);
    }

    @Test
    void aNotebookIsMadeInAFolderWithBlanksAndCyrillicLettersWhateverTheLocale() throws Exception {
        Map<String, String> surroundings = new TreeMap<>(java());
        surroundings.put("LC_ALL", "C");
        assertThat(start(surroundings, "--help").code()).isZero();
        surroundings.put("LC_ALL", "ky_KG.NOSUCH");
        surroundings.put("JAILOO_PASSPHRASE", "сырсөз жана жол");
        Ended made = start(surroundings, "new", "иш дептер", "--name", "A1");
        assertThat(made.code()).as(made.err()).isZero();
        assertThat(elsewhere.resolve("иш дептер")).exists();
        assertThat(start(surroundings, "verify", "иш дептер").code()).isZero();
    }

    @Test
    void theWholeJourneyRunsThereToo() throws Exception {
        assumeTrue("long".equals(System.getProperty("jailoo.size")), "the journey takes its time: run it with -Plong");
        Ended demo = start(java(), "--lang", "ky", "demo", "--dir", "иш жери");
        assertThat(demo.code()).as(demo.err()).isZero();
        assertThat(demo.out()).contains("дептер");
    }

    @Test
    void theClassPathIsTheFolderAlone() throws Exception {
        Path empty = folder.resolve("бош");
        copy(SCRIPTS, empty);
        assertThat(start(empty, java(), "--help").err()).contains("org.jailoo.Main");
    }

    @Test
    void aJavaBesideTheScriptComesFirstAndGetsItsOptions() throws Exception {
        Path other = folder.resolve("runtime менен");
        copy(SCRIPTS, other);
        Files.createDirectories(other.resolve("lib").resolve("linux-aarch64"));
        java(other.resolve("runtime 25"), """
                if [ "$1" = -XshowSettings:properties ]; then
                  printf '    java.specification.version = 25\\n    os.arch = aarch64\\n' >&2
                else
                  printf '%s\\n' "$@"
                fi
                """);
        String place = other.toRealPath().toString();
        Ended ended = start(other, withoutJava("11"), "state", "дептер 1");
        assertThat(ended.err()).isEmpty();
        assertThat(ended.out().lines())
                .contains("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED")
                .contains("-Dorg.sqlite.lib.path=" + place + "/lib/linux-aarch64")
                .containsSubsequence("-cp", "org.jailoo.Main", "state", "дептер 1")
                .contains(place + "/jailoo.jar:" + place + "/lib/*:" + place + "/lib/linux-aarch64/*");
    }

    @Test
    void withoutAJavaOrWithAnOlderOneItSaysInThreeLanguagesWhatToDo() throws Exception {
        for (String version : List.of("1.8", "16")) {
            Ended ended = start(withoutJava(version), "--help");
            assertThat(ended.code()).isEqualTo(1);
            assertThat(ended.out()).isEmpty();
            assertThat(ended.err())
                    .contains("Jailoo needs Java 17", "Для Jailoo нужна Java", "Jailoo иштеши үчүн Java", version);
        }
    }

    /** What is known to go wrong in such files; nothing here runs it. */
    @Test
    void theWindowsScriptIsOneThatWindowsReads() throws Exception {
        String script = Files.readString(SCRIPTS.resolve("jailoo.bat"), StandardCharsets.ISO_8859_1);
        assertThat(script.chars())
                .as("ASCII: the console's code page is not known")
                .allMatch(c -> c < 0x80);
        assertThat(script.replace("\r\n", "")).as("CRLF line ends").doesNotContain("\n", "\r");
        assertThat(script).contains("DisableDelayedExpansion").doesNotContain("EnableDelayedExpansion");
        assertThat(script.lines().filter(l -> !l.startsWith("rem")))
                .as("a folder's name may hold blanks, brackets and ampersands: no block, and paths in quotes")
                .noneMatch(l -> l.matches(".*\\(\\s*$"))
                .noneMatch(l -> l.replaceAll("\"[^\"]*\"", "").matches(".*%(~[a-z]+0|JAVAW?)(%.*|[a-z\\\\].*|$)"));
        assertThat(Files.readString(SCRIPTS.resolve("README.txt")))
                .startsWith("\uFEFF")
                .contains("Русский", "Кыргызча");
        assertThat(Files.readString(SCRIPTS.resolve("Jailoo.command"))).startsWith("#!/bin/sh\n");
    }
}
