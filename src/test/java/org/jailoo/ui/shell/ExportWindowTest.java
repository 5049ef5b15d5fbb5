package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Labeled;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jailoo.app.SaveRecord;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Writing a workbook from the window: what holds what people said is locked, or lies open because somebody said so. */
class ExportWindowTest {
    private static final String GOOD = "тегирмен кычкач үзөңгү шыбырт";

    @TempDir
    Path folder = Path.of("");

    private Path notebook() {
        Path file = folder.resolve("notebook");
        try (Notebook notebook =
                TestDoor.createWithKeys(file, "A7", Person.PASSPHRASE, org.jailoo.identity.Kdf.FLOOR)) {
            SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
            Json consent =
                    Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep", "statistics"))));
            save.save(
                    save.open("interview", null),
                    Json.object(
                            Map.of("code", Json.of("A7-1"), "narrative", Json.of("Келишимсиз"), "consent", consent)));
        }
        return file;
    }

    private static void choose(Person person, Audience audience) {
        ComboBox<?> box = person.find("export-audience", ComboBox.class);
        person.robot()
                .interact(() -> box.getSelectionModel().select(box.getItems().indexOf(audience)));
    }

    /** Whether it can be seen; what is not asked for is there and hidden. */
    private static boolean shown(Person person, String id) {
        return person.onWindow(() -> {
            for (Node node = person.find(id, Node.class); node != null; node = node.getParent()) {
                if (!node.isVisible()) {
                    return false;
                }
            }
            return true;
        });
    }

    private static String failure(Person person) {
        return person.onWindow(
                () -> person.find("export-failure", Labeled.class).getText());
    }

    @Test
    void theTeamsWorkbookIsLockedAndCsvAndTablesAreWritten() throws Exception {
        Path book = folder.resolve("book.xlsx");
        Path csv = folder.resolve("csv");
        Path table = folder.resolve("table.csv");
        try (Person person = new Person(notebook())) {
            person.types("passphrase", Person.PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-tables"));
            person.press("nav-tables");
            person.until(() -> person.sees("table-csv"));
            person.chooses.add(table);
            person.press("table-csv");
            person.until(() -> Files.exists(table));

            person.press("workbook");
            assertThat(shown(person, "export-password")).isFalse();
            choose(person, Audience.TEAM);
            person.press("export-write");
            assertThat(failure(person)).startsWith("Type a password");
            person.types("export-password", GOOD);
            person.types("export-again", "тегирмен");
            person.press("export-write");
            assertThat(failure(person)).isEqualTo("The two passwords are not the same.");
            person.types("export-again", " кычкач үзөңгү шыбырт");
            person.chooses.add(book);
            person.press("export-write");
            person.until(() -> Files.exists(book));
            person.rest();

            person.press("export-csv");
            person.press("export-write");
            assertThat(failure(person)).startsWith("CSV cannot be locked");
            person.press(person.find("export-open", ButtonBase.class));
            person.chooses.add(csv);
            person.press("export-write");
            person.until(() -> Files.isDirectory(csv));
            // What was said of one is not said of the next.
            person.press("export-all");
            assertThat(shown(person, "export-password")).isTrue();
        }
        assertThat(Files.readString(csv.resolve("interview.csv"))).contains("Келишимсиз");
        assertThat(Files.readString(table)).startsWith("\uFEFF");
        assertThat(opened(book).getSheet("Interviews")).isNotNull();
        assertThat(new String(Files.readAllBytes(book), java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("xl/worksheets");
    }

    private static Workbook opened(Path book) throws IOException {
        return Objects.requireNonNull(WorkbookFactory.create(book.toFile(), GOOD, true));
    }
}
