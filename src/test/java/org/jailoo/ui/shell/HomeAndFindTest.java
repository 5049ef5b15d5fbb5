package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.jailoo.app.ListRecords;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first page, the box over everything, and what lists remember; headless, on real notebooks. */
class HomeAndFindTest {
    @TempDir
    Path folder;

    private interface Filling {
        void fill(Notebook notebook);
    }

    private Person unlocked(Filling filling) throws Exception {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.create(file, "A7")) {
            filling.fill(notebook);
        }
        return unlock(file);
    }

    private static Person unlock(Path file) throws Exception {
        Person person = new Person(file);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        return person;
    }

    private static void save(Notebook notebook, String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        assertThat(save.save(save.open(type, null), Json.object(values))).isInstanceOf(SaveRecord.Saved.class);
    }

    private static void interview(Notebook notebook, String code, String date, String narrative) {
        save(
                notebook,
                "interview",
                Map.of("code", Json.of(code), "date", Json.of(date), "narrative", Json.of(narrative)));
    }

    private static List<String> codes(Person person) {
        TableView<?> table = person.find("records", TableView.class);
        return person.onWindow(() -> table.getItems().stream()
                .map(row -> ((ListRecords.Row) row).listed().code())
                .toList());
    }

    @Test
    void anEmptyNotebookSaysWhatToDoFirst() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            person.until(() -> person.sees("home-begin"));
            assertThat(person.sees("home-checks")).isFalse();
            assertThat(person.sees("home-backup")).isFalse();
            person.press("begin-campaign");
            person.until(() -> person.sees("field-title"));
        }
    }

    @Test
    void theFirstPageLeadsToWhatLacksSomethingAndMakesABackup() throws Exception {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.createWithKeys(file, "A7", Person.PASSPHRASE, Kdf.FLOOR)) {
            interview(notebook, "A7-1", "2026-05-01", "айлык");
        }
        try (Person person = unlock(file)) {
            person.until(() -> person.sees("check-consent"));
            assertThat(person.sees("backup-due")).isTrue();
            person.press("backup-now");
            person.types("backup-passphrase", "ak kalpok");
            Path out = folder.resolve("backup");
            person.chooses.add(out);
            person.press("backup-save");
            person.until(() -> !person.reads("backup-failure").isEmpty());
            assertThat(out).doesNotExist();
            person.types("backup-passphrase", Person.PASSPHRASE);
            person.chooses.add(out);
            person.press("backup-save");
            person.until(() -> person.sees("backup-calm"));
            assertThat(out).exists();
        }
    }

    @Test
    void theBoxOpensAndClosesByKeysAndOpensWhatIsChosen() throws Exception {
        try (Person person = unlocked(notebook -> {
            interview(notebook, "A7-1", "2026-05-01", "Өкмөткө кайрылдым");
            interview(notebook, "A7-2", "2026-05-02", "башка");
        })) {
            person.robot().push(KeyCode.CONTROL, KeyCode.K);
            person.until(() -> person.sees("find"));
            person.robot().push(KeyCode.ESCAPE);
            person.until(() -> !person.sees("find"));

            person.robot().push(KeyCode.CONTROL, KeyCode.K);
            person.types("find-field", "окмот");
            person.until(() -> person.all("find-row").size() == 1);
            Set<Node> marked = person.all("find-match");
            assertThat(marked).hasSize(1);
            assertThat(marked)
                    .first()
                    .isInstanceOfSatisfying(
                            javafx.scene.text.Text.class,
                            text -> assertThat(text.getText()).isEqualTo("Өкмөткө"));
            person.robot().push(KeyCode.ENTER);
            person.rest();
            person.until(() -> person.sees("field-code") || person.sees("record-scroll"));
            assertThat(person.sees("find")).isFalse();
        }
    }

    @Test
    void theBoxDoesWhatItsCommandsSay() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            person.press("find-open");
            person.types("find-field", "tables");
            person.until(
                    () -> person.sees("find-tables") && person.all("find-row").size() == 1);
            person.robot().push(KeyCode.ENTER);
            person.rest();
            person.until(() -> person.sees("tables") || person.sees("table"));
        }
    }

    @Test
    void aListRemembersItsFiltersItsOrderAndItsColumnsOverALock() throws Exception {
        try (Person person = unlocked(notebook -> {
            interview(notebook, "A7-10", "2026-05-01", "айлык");
            interview(notebook, "A7-9", "2026-05-03", "паспорт");
            interview(notebook, "A7-11", "2026-05-02", "айлык");
        })) {
            person.press("nav-interview");
            assertThat(codes(person)).containsExactly("A7-9", "A7-11", "A7-10");
            sort(person, "column-code");
            assertThat(codes(person)).containsExactly("A7-9", "A7-10", "A7-11");
            sort(person, "column-code");
            assertThat(codes(person)).containsExactly("A7-11", "A7-10", "A7-9");
            assertThat(person.onWindow(() -> column(person, "column-category").isSortable()))
                    .isFalse();
            person.onWindow(() -> {
                column(person, "column-mode").setVisible(false);
                return person;
            });
            person.types("search", "айлык");
            person.press("save-filter");
            person.types("filter-name", "wages");
            person.robot().push(KeyCode.ENTER);
            person.rest();
            person.press("nav-home");
            person.rest();
            person.press("lock");
            person.types("passphrase", Person.PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            person.press("nav-interview");
            person.rest();
            assertThat(codes(person)).containsExactly("A7-11", "A7-10", "A7-9");
            assertThat(person.onWindow(() -> column(person, "column-mode").isVisible()))
                    .isFalse();
            ButtonBase chip = person.find("filter-1", ButtonBase.class);
            person.press(chip);
            assertThat(codes(person)).containsExactlyInAnyOrder("A7-10", "A7-11");
        }
    }

    private static TableColumn<?, ?> column(Person person, String id) {
        TableView<?> table = (TableView<?>) person.shell().scene().lookup("#records");
        return table.getColumns().stream()
                .filter(c -> id.equals(c.getId()))
                .findFirst()
                .orElseThrow();
    }

    /** As a click on the head does it. */
    private static void sort(Person person, String id) {
        TableView<?> table = person.find("records", TableView.class);
        person.onWindow(() -> {
            click(table, id);
            return id;
        });
        person.rest();
    }

    private static <T> void click(TableView<T> table, String id) {
        TableColumn<T, ?> column = table.getColumns().stream()
                .filter(c -> id.equals(c.getId()))
                .findFirst()
                .orElseThrow();
        if (!table.getSortOrder().contains(column)) {
            column.setSortType(TableColumn.SortType.ASCENDING);
            table.getSortOrder().setAll(List.of(column));
        } else {
            column.setSortType(
                    column.getSortType() == TableColumn.SortType.ASCENDING
                            ? TableColumn.SortType.DESCENDING
                            : TableColumn.SortType.ASCENDING);
        }
    }
}
