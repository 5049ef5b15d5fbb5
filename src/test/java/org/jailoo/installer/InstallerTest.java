package org.jailoo.installer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.jailoo.app.FileKind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The scripts that make installers agree with one another and with the program. */
class InstallerTest {
    private static final Path INSTALLER = Path.of("installer");

    @TempDir
    Path folder;

    private static String read(String file) throws IOException {
        return Files.readString(INSTALLER.resolve(file));
    }

    private static List<String> lines(String file) throws IOException {
        return read(file).lines()
                .map(String::strip)
                .filter(l -> !l.isEmpty() && !l.startsWith("#"))
                .toList();
    }

    private static List<Properties> associations() throws IOException {
        List<Properties> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(INSTALLER.resolve("associations"))) {
            for (Path file : files.sorted(Comparator.naturalOrder()).toList()) {
                Properties one = new Properties();
                one.load(Files.newBufferedReader(file));
                found.add(one);
            }
        }
        return found;
    }

    @Test
    void whatJavaIsToldToKeepFromTheDiskIsToldToEveryStarter() throws Exception {
        List<String> portable = List.of(read("portable/jailoo.sh"), read("portable/jailoo.bat"));
        for (String option : lines("jvm.options")) {
            assertThat(option).startsWith("-");
            if (option.startsWith("-XX:-") || option.contains("Suppress") || option.contains("Attach")) {
                assertThat(portable).allMatch(script -> script.contains(option), option);
            }
        }
        assertThat(lines("jvm.options"))
                .contains(
                        "-XX:-CreateCoredumpOnCrash",
                        "-XX:-HeapDumpOnOutOfMemoryError",
                        "-XX:+DisableAttachMechanism",
                        "-XX:-UsePerfData",
                        "--enable-native-access=ALL-UNNAMED");
    }

    @Test
    void aFileOfEachKindThatTheSystemHandsOverIsOneThatTheProgramKnows() throws Exception {
        List<FileKind> kinds = new ArrayList<>();
        for (Properties association : associations()) {
            String extension = association.getProperty("extension");
            kinds.add(FileKind.of(Files.createFile(folder.resolve("a." + extension))));
            assertThat(association.getProperty("mime-type")).startsWith("application/x-jailoo-");
            assertThat(association.getProperty("description")).isNotBlank();
            String mime = association.getProperty("mime-type");
            assertThat(read("windows.ps1"))
                    .contains("associations\\" + mime.substring(mime.lastIndexOf('-') + 1) + ".properties");
        }
        assertThat(kinds).containsExactlyInAnyOrder(FileKind.BUNDLE, FileKind.NOTEBOOK);
    }

    @Test
    void theVersionStandsInThePomAlone() throws Exception {
        for (String script : List.of("linux.sh", "windows.ps1", "macos.sh", "Image.java", "linux/control")) {
            assertThat(read(script)).as(script).doesNotContainPattern("\\b0\\.1\\.0\\b");
        }
        assertThat(read("linux/control")).contains("Version: @version@");
    }

    @Test
    void anUpgradeOnWindowsIsKnownByTheUuidOfTheFirstRelease() throws Exception {
        assertThat(read("windows.ps1")).contains("--win-upgrade-uuid 7d0f6c1e-5b0a-4f4e-9a53-2c1c8f0e6a41 ");
    }

    @Test
    void theMarkIsThereInEverySizeThatASystemAsksFor() throws Exception {
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256)) {
            assertThat(ImageIO.read(INSTALLER.resolve("icon/jailoo-" + size + ".png").toFile()).getWidth())
                    .isEqualTo(size);
        }
        assertThat(INSTALLER.resolve("icon/jailoo.ico")).exists();
        assertThat(INSTALLER.resolve("icon/jailoo.icns")).exists();
        for (int size : List.of(16, 32, 64)) {
            assertThat(Objects.requireNonNull(
                                    getClass().getResourceAsStream("/org/jailoo/ui/icons/jailoo-" + size + ".png"))
                            .readAllBytes())
                    .isEqualTo(Files.readAllBytes(INSTALLER.resolve("icon/jailoo-" + size + ".png")));
        }
    }

    @Test
    void removingThePackageSaysWhereTheNotebooksAreAndTouchesNone() throws Exception {
        assertThat(read("linux/postrm")).contains("notebooks stay", "remove | purge").doesNotContain("rm ");
    }

    /** By hand: {@code installer/test/deb.sh}. */
    @Test
    void aDebIsInstalledUsedUpgradedAndPurgedInABareSystem() throws Exception {
        assumeTrue("long".equals(System.getProperty("jailoo.size")), "makes a whole system: run it with -Plong");
        String java = System.getenv().getOrDefault("JAILOO_JDK25", System.getProperty("java.home"));
        Properties release = new Properties();
        release.load(Files.newBufferedReader(Path.of(java, "release")));
        assumeTrue(
                release.getProperty("JAVA_VERSION", "").startsWith("\"25"),
                "the installers carry Java 25: run this with it, or name one in JAILOO_JDK25");
        Path said = folder.resolve("said");
        ProcessBuilder builder = new ProcessBuilder("installer/test/deb.sh")
                .redirectErrorStream(true)
                .redirectOutput(said.toFile());
        builder.environment().put("JAVA_HOME", java);
        Process process = builder.start();
        assertThat(process.waitFor(40, TimeUnit.MINUTES)).isTrue();
        String told = Files.readString(said);
        // The script's word for what this machine lacks.
        assumeTrue(process.exitValue() != 77, told);
        assertThat(process.exitValue()).as(told).isZero();
        assertThat(told).contains("ok: removed and purged");
    }
}
