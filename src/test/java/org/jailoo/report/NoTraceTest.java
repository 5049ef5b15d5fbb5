package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CancellationException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.office.OfficeFile;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** While a workbook is written, and after, no word of its records lies anywhere but in it. */
class NoTraceTest {
    private static final String CANARY = "КАНАРЕЙКАcanary";
    private static final int RECORDS = Integer.getInteger(
            "jailoo.notrace.records", "long".equals(System.getProperty("jailoo.size")) ? 10_000 : 3_000);

    @TempDir
    static Path folder = Path.of("");

    private static Path notebook = Path.of("");

    @BeforeAll
    static void record() {
        notebook = folder.resolve("notebook");
        try (Notebook open = TestDoor.create(notebook, "field")) {
            Inside.hurry(open);
            SaveRecord save = new SaveRecord(open, Clock.systemUTC());
            for (int from = 0; from < RECORDS; from += 500) {
                int start = from;
                open.inTransaction(() -> {
                    for (int i = start; i < Math.min(RECORDS, start + 500); i++) {
                        save.save(save.open("recommendation", null), body(i));
                    }
                    return start;
                });
            }
        }
    }

    private static Json.Obj body(int i) {
        return Json.object(java.util.Map.of(
                "text",
                Json.of(CANARY + " " + i + " " + (CANARY + " ").repeat(20)),
                "plan",
                Json.of("plan " + i % 7),
                "number",
                Json.of(i)));
    }

    /** A process that exports, with a temporary folder, a working folder and a home of its own. */
    private static final class Run {
        private final Path temporary;
        private final Path working;
        private final Process process;

        Run(Path target, long holdAfter, String... password) throws IOException {
            this.temporary = Files.createDirectories(folder.resolve("tmp"));
            this.working = Files.createDirectories(folder.resolve("cwd"));
            List<String> command = new ArrayList<>(List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-Xmx512m",
                    "-XX:TieredStopAtLevel=1",
                    "-Djava.io.tmpdir=" + temporary,
                    "-Duser.home=" + working,
                    "-Dorg.sqlite.tmpdir=" + Files.createDirectories(folder.resolve("native")),
                    "-cp",
                    System.getProperty("java.class.path"),
                    Exporting.class.getName(),
                    notebook.toString(),
                    target.toString(),
                    Long.toString(holdAfter)));
            command.addAll(List.of(password));
            this.process = new ProcessBuilder(command)
                    .directory(working.toFile())
                    // A newer Java has warnings to say there.
                    .redirectError(folder.resolve("said").toFile())
                    .start();
        }

        /** Files that hold a word of the records, or are a piece of a workbook, where the process may put its own. */
        Set<String> traces() throws IOException {
            Set<String> traces = new TreeSet<>();
            for (Path place : List.of(temporary, working, folder.resolve("native"))) {
                for (Path file : filesIn(place)) {
                    if (holdsCanary(file) || isZip(file)) {
                        traces.add(file.toString());
                    }
                }
            }
            return traces;
        }
    }

    /** Files anywhere but in this folder that hold a word of the records: beside the notebook all is encrypted. */
    private static List<Path> readableBut(Path target) throws IOException {
        List<Path> readable = new ArrayList<>();
        for (Path file : filesIn(folder)) {
            if (!file.startsWith(java.util.Objects.requireNonNull(target.getParent())) && holdsCanary(file)) {
                readable.add(file);
            }
        }
        return readable;
    }

    private static List<Path> filesIn(Path place) throws IOException {
        try (Stream<Path> walk = Files.walk(place)) {
            return walk.filter(Files::isRegularFile).toList();
        } catch (java.io.UncheckedIOException e) {
            // One went away while we walked.
            return List.of();
        }
    }

    private static List<Path> filesBeside(Path out) throws IOException {
        return filesIn(java.util.Objects.requireNonNull(out.getParent()));
    }

    private static boolean holdsCanary(Path file) throws IOException {
        try {
            String bytes = new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
            for (Charset charset :
                    List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
                for (String word : List.of("КАНАРЕЙКА", "canary")) {
                    if (bytes.contains(new String(word.getBytes(charset), StandardCharsets.ISO_8859_1))) {
                        return true;
                    }
                }
            }
            // As fastexcel writes Cyrillic letters.
            return bytes.contains("&#x41a;&#x410;&#x41d;");
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    private static boolean isZip(Path file) throws IOException {
        try {
            byte[] bytes = Files.readAllBytes(file);
            return bytes.length > 3 && bytes[0] == 'P' && bytes[1] == 'K' && bytes[2] == 3;
        } catch (NoSuchFileException e) {
            return false;
        }
    }

    @Test
    void noWordLiesInTheTemporaryFolderOrTheWorkingFolderDuringOrAfter() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out1")).resolve("tables.xlsx");
        Run run = new Run(out, 0);
        Set<String> traces = new TreeSet<>();
        int looks = 0;
        while (!run.process.waitFor(30, TimeUnit.MILLISECONDS)) {
            traces.addAll(run.traces());
            looks++;
        }
        assertThat(run.process.exitValue())
                .as(new String(run.process.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                .isZero();
        traces.addAll(run.traces());
        assertThat(readableBut(out)).isEmpty();
        assertThat(looks).isGreaterThan(3);
        assertThat(traces).isEmpty();
        assertThat(filesBeside(out)).containsExactly(out);
        try (XSSFWorkbook book = CellDump.open(out)) {
            assertThat(book.getSheet("Recommendations").getLastRowNum()).isEqualTo(RECORDS + 1);
        }
    }

    @Test
    void whatAKillLeavesLiesBesideTheTargetAloneAndTheNextWorkbookRemovesIt() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out2")).resolve("tables.xlsx");
        Run run = new Run(out, RECORDS + RECORDS / 2);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(run.process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("half way");
            assertThat(run.traces()).isEmpty();
            assertThat(out).doesNotExist();
            run.process.destroyForcibly();
            run.process.waitFor();
        } finally {
            run.process.destroyForcibly();
        }
        assertThat(run.traces()).isEmpty();
        assertThat(out).doesNotExist();
        assertThat(filesBeside(out))
                .extracting(file -> file.getFileName().toString())
                .containsExactly(".jailoo-tables.xlsx.workbook");
        Path next = out.resolveSibling("next.xlsx");
        OfficeFile.write(next, stream -> {
            stream.write(1);
            return next;
        });
        assertThat(filesBeside(out)).containsExactly(next);
    }

    /** What is half written is encrypted from its first byte: neither a word nor a piece of a workbook is beside the target. */
    @Test
    void withAPasswordEvenWhatAKillLeavesBesideTheTargetSaysNothing() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out6")).resolve("tables.xlsx");
        Run run = new Run(out, RECORDS + RECORDS / 2, "тегирмен чынар");
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(run.process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("half way");
            assertThat(run.traces()).isEmpty();
            run.process.destroyForcibly();
            run.process.waitFor();
        } finally {
            run.process.destroyForcibly();
        }
        assertThat(run.traces()).isEmpty();
        assertThat(filesBeside(out)).hasSize(1);
        Path left = filesBeside(out).get(0);
        assertThat(Files.size(left)).isGreaterThan(100_000);
        assertThat(holdsCanary(left)).isFalse();
        assertThat(new String(Files.readAllBytes(left), StandardCharsets.ISO_8859_1))
                .doesNotContain("PK\u0003\u0004", "xl/worksheets", "<row");
    }

    @Test
    void aProgramThatIsToldToEndTakesWhatIsUnfinishedWithIt() throws Exception {
        Assumptions.assumeFalse(
                System.getProperty("os.name").startsWith("Windows"), "skipped: here a program is not told, but killed");
        Path out = Files.createDirectories(folder.resolve("out5")).resolve("tables.xlsx");
        Run run = new Run(out, RECORDS + RECORDS / 2);
        try (BufferedReader said =
                new BufferedReader(new InputStreamReader(run.process.getInputStream(), StandardCharsets.UTF_8))) {
            assertThat(said.readLine()).isEqualTo("half way");
            assertThat(filesBeside(out)).hasSize(1);
            run.process.destroy();
            assertThat(run.process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        } finally {
            run.process.destroyForcibly();
        }
        assertThat(filesBeside(out)).isEmpty();
    }

    /** The looking itself: it would see a word in any of the encodings. */
    @Test
    void theScanSeesAWordWhereThereIsOne(@TempDir Path place) throws Exception {
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE)) {
            Path file = place.resolve(charset.name());
            Files.write(file, ("x" + CANARY).getBytes(charset));
            assertThat(holdsCanary(file)).as(charset.name()).isTrue();
        }
        Path clean = Files.writeString(place.resolve("clean"), "nothing");
        assertThat(holdsCanary(clean)).isFalse();
    }

    @Test
    void whatIsStoppedOrFailsLeavesNothing() throws Exception {
        Path out = Files.createDirectories(folder.resolve("out3")).resolve("tables.xlsx");
        try (Notebook open = TestDoor.open(notebook)) {
            ExportWorkbook export = new ExportWorkbook(open, Clock.systemUTC(), ZoneOffset.UTC);
            List<Long> seen = new ArrayList<>();
            Steps steps = (done, of) -> {
                seen.add(done);
                if (done == 300) {
                    throw new CancellationException("enough");
                }
            };
            assertThatThrownBy(() -> export.export(new ExportWorkbook.Order(out, Audience.PUBLIC, "ru"), steps))
                    .isInstanceOf(CancellationException.class);
            assertThat(seen).hasSize(300);
            assertThat(filesBeside(out)).isEmpty();
            Files.writeString(out, "mine");
            assertThatThrownBy(
                            () -> export.export(new ExportWorkbook.Order(out, Audience.PUBLIC, "ru"), Steps.UNWATCHED))
                    .isInstanceOf(FileAlreadyExistsException.class);
            assertThat(Files.readString(out)).isEqualTo("mine");
            assertThat(filesBeside(out)).containsExactly(out);
        }
    }

    @Test
    void whatAnotherIsWritingStays() throws Exception {
        Path folderOfBoth = Files.createDirectories(folder.resolve("out4"));
        Path inner = OfficeFile.write(folderOfBoth.resolve("a.xlsx"), stream -> {
            stream.write(1);
            stream.flush();
            return OfficeFile.write(folderOfBoth.resolve("b.xlsx"), other -> {
                other.write(2);
                return folderOfBoth.resolve("b.xlsx");
            });
        });
        assertThat(filesIn(folderOfBoth)).containsExactlyInAnyOrder(folderOfBoth.resolve("a.xlsx"), inner);
        assertThat(Files.readAllBytes(folderOfBoth.resolve("a.xlsx"))).containsExactly(1);
    }
}
