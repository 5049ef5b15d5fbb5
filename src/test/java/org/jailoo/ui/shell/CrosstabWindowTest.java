package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.app.SaveRecord;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.report.Cell;
import org.jailoo.report.CrossQuery.Numbers;
import org.jailoo.report.CrossUnit;
import org.jailoo.report.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the tables to a cross-tab: chosen, turned, filtered, written; few people are hidden from the public. */
class CrosstabWindowTest {
    @TempDir
    Path folder;

    private static void save(Notebook notebook, String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        assertThat(save.save(save.open(type, null), Json.object(values))).isInstanceOf(SaveRecord.Saved.class);
    }

    private Path notebook() {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.create(file, "A7")) {
            for (int i = 0; i < 19; i++) {
                save(
                        notebook,
                        "participant",
                        Map.of(
                                "sex", Json.of(i % 3 == 0 ? "male" : "female"),
                                "ageBand", Json.of(i < 12 ? "25-34" : "35-44"),
                                "roles/entrepreneur", Json.TRUE));
            }
        }
        return file;
    }

    private static List<String> cells(Person person) {
        TableView<?> grid = person.find("crosstab-table", TableView.class);
        return person.onWindow(() -> grid.getItems().stream()
                .map(row -> String.join(
                        " | ",
                        ((Table.Row) row)
                                .cells().stream().map(CrosstabWindowTest::cell).toList()))
                .toList());
    }

    private static String cell(Cell cell) {
        return cell instanceof Cell.Text text
                ? text.value()
                : cell instanceof Cell.Count count
                        ? Long.toString(count.value())
                        : cell instanceof Cell.Share share ? share.percent() + "%" : "*";
    }

    @SuppressWarnings("unchecked")
    private static void choose(Person person, String id, Object value) {
        ComboBox<Object> box = person.find(id, ComboBox.class);
        person.onWindow(() -> {
            box.setValue(value);
            return true;
        });
        person.rest();
    }

    private static <T> void open(TableView<T> grid, int row, int column) {
        grid.getFocusModel().focus(row, grid.getColumns().get(column));
    }

    @Test
    void anyTwoFieldsStandAgainstEachOther() throws Exception {
        try (Person person = new Person(notebook())) {
            person.types("passphrase", Person.PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            person.press("nav-tables");
            person.press("crosstab");
            choose(person, "crosstab-unit", CrossUnit.PARTICIPANTS);
            // For everybody: what few people are, and what would give them away, is hidden.
            assertThat(String.join("\n", cells(person)))
                    .contains("*")
                    .contains("Total | ")
                    .contains("19");
            assertThat(cells(person)).noneMatch(row -> row.matches(".*\\| ([1-9]|10)( \\|.*)?"));
            choose(person, "crosstab-audience", Audience.TEAM);
            assertThat(cells(person))
                    .containsExactly("25–34 years | 8 | 4 | 12", "35–44 years | 4 | 3 | 7", "Total | 12 | 7 | 19");
            assertThat(person.sees("crosstab-chart")).isTrue();
            assertThat(person.all("bar-piece")).hasSize(4 + 2);
            person.press("crosstab-swap");
            assertThat(cells(person)).containsExactly("Female | 8 | 4 | 12", "Male | 4 | 3 | 7", "Total | 12 | 7 | 19");
            choose(person, "crosstab-numbers", Numbers.SHARES_OF_ROW);
            assertThat(cells(person).get(0)).isEqualTo("Female | 67% | 33% | 12");
            choose(person, "crosstab-numbers", Numbers.COUNTS);
            // The four grown men, one by one, and back to their number.
            person.robot().interact(() -> {
                TableView<?> grid = person.find("crosstab-table", TableView.class);
                grid.requestFocus();
                open(grid, 1, 1);
            });
            person.robot().type(KeyCode.ENTER);
            person.rest();
            TableView<?> behind = person.find("behind", TableView.class);
            assertThat(behind.getItems()).hasSize(4);
            person.press("behind-back");
            TablePosition<?, ?> focused = person.onWindow(() -> person.find("crosstab-table", TableView.class)
                    .getFocusModel()
                    .getFocusedCell());
            assertThat(List.of(focused.getRow(), focused.getColumn())).containsExactly(1, 1);
            // Only the younger ones, by the keyboard.
            person.press("crosstab-filter");
            person.find("crosstab-filter-field", Node.class);
            person.types("crosstab-filter-field", "Age");
            person.robot().push(KeyCode.DOWN);
            person.robot().push(KeyCode.ENTER);
            person.rest();
            person.until(() -> person.sees("crosstab-value-0"));
            CheckBox first = person.find("crosstab-value-0", CheckBox.class);
            assertThat(person.onWindow(first::getText)).isEqualTo("25–34 years");
            person.press(first);
            person.press("crosstab-filter-apply");
            assertThat(cells(person)).containsExactly("Female | 8 | 8", "Male | 4 | 4", "Total | 12 | 12");
            Path file = folder.resolve("cross.xlsx");
            person.chooses.add(file);
            person.press("crosstab-workbook");
            person.until(() -> Files.exists(file));
            try (InputStream in = Files.newInputStream(file);
                    XSSFWorkbook book = new XSSFWorkbook(in)) {
                assertThat(book.getSheetName(0)).isEqualTo("Cross-tab");
                assertThat(book.getSheetAt(0).getDrawingPatriarch().getCharts()).hasSize(1);
            }
        }
    }
}
