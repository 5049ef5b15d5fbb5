package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.CancellationException;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.ExportWorkbook.Order;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written of one campaign holds its records and the people whom they name; a folder appears whole or not at all. */
class OneCampaignTest {
    @TempDir
    Path home = Path.of("");

    private final Clock clock = Clock.systemUTC();

    private static String save(Notebook notebook, String type, Map<String, Json> body) {
        SaveRecord save = new SaveRecord(notebook, Clock.systemUTC());
        SaveRecord.Form form = save.open(type, null);
        assertThat(save.save(form, Json.object(body))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private static void interview(Notebook notebook, String code, String campaign, String participant) {
        Map<String, Json> body = new TreeMap<>(Map.of("code", Json.of(code), "campaign", Json.of(campaign)));
        body.put("participants/" + participant, Json.TRUE);
        body.put("consent", Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep")))));
        save(notebook, "interview", body);
    }

    /** The id of the first of two campaigns, each with an interview and its participant. */
    private static String twoCampaigns(Notebook notebook) {
        String mine = save(notebook, "campaign", Map.of("title", Json.of("Mine")));
        String other = save(notebook, "campaign", Map.of("title", Json.of("Other")));
        interview(notebook, "I-1", mine, save(notebook, "participant", Map.of("code", Json.of("P-1"))));
        interview(notebook, "I-2", other, save(notebook, "participant", Map.of("code", Json.of("P-2"))));
        save(notebook, "participant", Map.of("code", Json.of("P-3")));
        save(notebook, "recommendation", Map.of("campaign", Json.of(other), "text", Json.of("t")));
        return mine;
    }

    @Test
    void itsRecordsAndThePeopleWhomTheyName() throws Exception {
        Path csv = home.resolve("out").resolve("csv");
        Path book = Files.createDirectories(home.resolve("out")).resolve("book.xlsx");
        try (Notebook notebook = TestDoor.create(home.resolve("notebook"), "field")) {
            String mine = twoCampaigns(notebook);
            ExportWorkbook export = new ExportWorkbook(notebook, clock, ZoneOffset.UTC);
            assertThat(export.isCampaign(mine)).isTrue();
            assertThat(export.isCampaign("nothing")).isFalse();
            Order order = new Order(csv, Audience.TEAM, "en", Content.DATA, mine);
            assertThat(export.csv(order, CsvSeparator.COMMA, Steps.UNWATCHED).records())
                    .isEqualTo(3);
            Order same = new Order(book, Audience.TEAM, "en", Content.DATA, mine);
            export.export(same, "чынар тегирмен".toCharArray(), Steps.UNWATCHED);
            assertThatThrownBy(() -> export.csv(order, CsvSeparator.COMMA, Steps.UNWATCHED))
                    .isInstanceOf(FileAlreadyExistsException.class);
        }
        assertThat(Files.readString(csv.resolve("participant.csv")))
                .contains("P-1")
                .doesNotContain("P-2", "P-3");
        assertThat(Files.readString(csv.resolve("interview.csv")))
                .contains("I-1")
                .doesNotContain("I-2");
        assertThat(Files.readString(csv.resolve("campaign.csv")))
                .contains("Mine")
                .doesNotContain("Other");
        assertThat(csv.resolve("recommendation.csv")).doesNotExist();
        assertThat(Files.readString(csv.resolve("about.csv"))).contains("one campaign: Mine");
        try (Workbook read = WorkbookFactory.create(book.toFile(), "чынар тегирмен", true)) {
            assertThat(Objects.requireNonNull(read).getSheet("Interviews").getLastRowNum())
                    .isEqualTo(2);
            assertThat(read.getSheet("Recommendations")).isNull();
        }
        assertThat(unfinished()).isEmpty();
    }

    @Test
    void aFolderThatIsStoppedLeavesNothingAndWhatAKillLeftGoesWithTheNext() throws Exception {
        Path out = Files.createDirectories(home.resolve("out"));
        try (Notebook notebook = TestDoor.create(home.resolve("notebook"), "field")) {
            twoCampaigns(notebook);
            ExportWorkbook export = new ExportWorkbook(notebook, clock, ZoneOffset.UTC);
            Order order = new Order(out.resolve("csv"), Audience.TEAM, "en", Content.DATA, null);
            Steps steps = (done, of) -> {
                if (done == 12) {
                    assertThat(unfinished()).containsExactly(".jailoo-csv.folder");
                    throw new CancellationException("enough");
                }
            };
            assertThatThrownBy(() -> export.csv(order, CsvSeparator.COMMA, steps))
                    .isInstanceOf(CancellationException.class);
            assertThat(out).isEmptyDirectory();
            Files.writeString(
                    Files.createDirectory(out.resolve(".jailoo-old.folder")).resolve("interview.csv"), "left");
            export.csv(order, CsvSeparator.COMMA, Steps.UNWATCHED);
            assertThat(out).isDirectoryContaining("glob:**csv").isDirectoryNotContaining("glob:**/.jailoo-*");
        }
    }

    private List<String> unfinished() {
        try (Stream<Path> all = Files.list(home.resolve("out"))) {
            return all.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(".jailoo-"))
                    .toList();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
