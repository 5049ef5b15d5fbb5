package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.input.KeyCode;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.Progress;
import org.jailoo.record.RecordId;
import org.jailoo.timeline.Quarter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The round of a quarter by the keyboard alone; what is typed outlives the program; the sheet goes out and comes back. */
class RoundWindowTest {
    private static final Quarter QUARTER = new Quarter(2026, 2);

    @TempDir
    Path folder;

    private final Map<String, String> records = new LinkedHashMap<>();

    private static String save(Notebook at, String type, Map<String, ? extends Json> body) {
        SaveRecord save = new SaveRecord(at, Person.CLOCK);
        SaveRecord.Form form = save.open(type, null);
        assertThat(save.save(form, Json.object(body))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private Path notebook() {
        try (Notebook at = TestDoor.create(folder.resolve("notebook"), "A7")) {
            String campaign = save(at, "campaign", Map.of("title", Json.of("Ысык-Көл")));
            save(at, "campaign", Map.of("title", Json.of("Бош")));
            // In another order than the round's: by when they are due.
            for (String due : List.of("2027", "2026-06", "2025-12", "2026-04", "")) {
                Map<String, Json> body = new TreeMap<>();
                body.put("campaign", Json.of(campaign));
                body.put("text", Json.of("Мөөнөтү " + due));
                body.put("status", Json.of("planned"));
                if (!due.isEmpty()) {
                    body.put("timeline", Json.object(Map.of("to", Json.of(due))));
                }
                body.put(
                        "progress/" + RecordId.random(),
                        Json.object(Map.of("quarter", Json.of("2026-Q1"), "text", Json.of("мурунку " + due))));
                records.put(due, save(at, "recommendation", body));
            }
            save(
                    at,
                    "recommendation",
                    Map.of("campaign", Json.of(campaign), "status", Json.of("done"), "text", Json.of("Бүткөн")));
        }
        return folder.resolve("notebook");
    }

    private static Person at(Path notebook) throws Exception {
        Person person = new Person(notebook);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-round"));
        person.rest();
        person.press("nav-round");
        // A space that is typed before the box has the keyboard would press what was pressed last.
        person.until(() -> person.sees("round-text")
                && person.onWindow(() -> person.find("round-text", Node.class).isFocused()));
        return person;
    }

    private static void key(Person person, KeyCode... codes) {
        person.robot().push(codes);
        person.rest();
    }

    private RecordState state(Person person, String due) {
        return person.notebook()
                .revisions()
                .state(Objects.requireNonNull(records.get(due)))
                .orElseThrow();
    }

    private Progress entry(Person person, String due) {
        // A key may reach the window after the moment in which it had nothing to do.
        person.until(() -> Progress.in(QUARTER, Progress.of(state(person, due).values())) != null);
        return Objects.requireNonNull(
                Progress.in(QUARTER, Progress.of(state(person, due).values())), due);
    }

    @Test
    void threeRowsByTheKeyboardAndTheFourthOutlivesTheProgram() throws Exception {
        Path notebook = notebook();
        Path copy = folder.resolve("copy");
        try (Person person = at(notebook)) {
            assertThat(person.reads("round-left")).startsWith("5 of 5");
            assertThat(person.reads("round-asked")).isEqualTo("Мөөнөтү 2025-12");
            assertThat(person.reads("round-last")).isEqualTo("мурунку 2025-12");
            person.robot().write("Кат кетти");
            key(person, KeyCode.SHIFT, KeyCode.ENTER);
            person.robot().write("Жооп жок");
            key(person, KeyCode.ENTER);
            assertThat(entry(person, "2025-12").text()).isEqualTo("Кат кетти\nЖооп жок");
            assertThat(entry(person, "2025-12").date()).isEqualTo("2026-05-06");
            assertThat(state(person, "2025-12").values()).containsEntry("status", Json.of("planned"));

            // Nothing has changed: one key.
            assertThat(person.reads("round-asked")).isEqualTo("Мөөнөтү 2026-04");
            person.robot().write("=");
            person.rest();
            assertThat(entry(person, "2026-04").text()).isEmpty();
            assertThat(entry(person, "2026-04").status()).isEqualTo("planned");

            assertThat(person.reads("round-asked")).isEqualTo("Мөөнөтү 2026-06");
            key(person, KeyCode.CONTROL, KeyCode.DIGIT4);
            key(person, KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(state(person, "2026-06").values()).containsEntry("status", Json.of("done"));
            assertThat(entry(person, "2026-06").status()).isEqualTo("done");
            assertThat(person.reads("round-left")).startsWith("2 of 5");

            // An entry that stands is changed, and not made twice.
            key(person, KeyCode.CONTROL, KeyCode.UP);
            key(person, KeyCode.CONTROL, KeyCode.UP);
            person.robot().write("Келди");
            key(person, KeyCode.ENTER);
            assertThat(entry(person, "2026-04").text()).isEqualTo("Келди");
            assertThat(Progress.of(state(person, "2026-04").values())).hasSize(2);
            key(person, KeyCode.CONTROL, KeyCode.DOWN);

            assertThat(person.reads("round-asked")).isEqualTo("Мөөнөтү 2027");
            person.robot().write("жарым сөз");
            person.until(() ->
                    person.sees("round-said") && person.reads("round-said").startsWith("Kept"));
            assertThat(new KeepDrafts(person.notebook(), Person.CLOCK)
                            .find(Objects.requireNonNull(records.get("2027"))))
                    .isNotNull();
            // As the disk looks when the battery is empty now.
            for (String end : List.of("", "-wal")) {
                Files.copy(Path.of(notebook + end), Path.of(copy + end));
            }
        }
        try (Person person = at(copy)) {
            assertThat(person.reads("round-left")).startsWith("2 of 4");
            key(person, KeyCode.CONTROL, KeyCode.DOWN);
            key(person, KeyCode.CONTROL, KeyCode.DOWN);
            assertThat(person.written("round-text")).isEqualTo("жарым сөз");
            // Meanwhile somebody else has written: it is said, and nothing is written over.
            SaveRecord save = new SaveRecord(person.notebook(), Person.CLOCK);
            SaveRecord.Form form = save.open("recommendation", Objects.requireNonNull(records.get("2027")));
            save.saveBeside(form, Json.object(Map.of("status", Json.of("stalled"))));
            key(person, KeyCode.ENTER);
            person.until(() -> person.reads("round-said").contains("meanwhile"));
            assertThat(person.written("round-text")).isEqualTo("жарым сөз");
            key(person, KeyCode.ENTER);
            assertThat(entry(person, "2027").text()).isEqualTo("жарым сөз");
            assertThat(new KeepDrafts(person.notebook(), Person.CLOCK).all()).isEmpty();
        }
    }

    private static void menu(Person person, String id) {
        MenuButton files = person.find("round-files", MenuButton.class);
        person.onWindow(() -> {
            files.getItems().stream().filter(i -> id.equals(i.getId())).forEach(MenuItem::fire);
            return id;
        });
        person.rest();
    }

    @Test
    void theSheetGoesOutAndComesBack() throws Exception {
        try (Person person = at(notebook())) {
            Path out = folder.resolve("out.xlsx");
            menu(person, "round-out-sheet");
            person.chooses.add(out);
            person.press("round-write-go");
            assertThat(person.suggested).containsExactly("sheet.xlsx");
            assertThat(out).exists();

            person.chooses.add(Files.writeString(folder.resolve("csv.xlsx"), "a;b"));
            menu(person, "round-back");
            assertThat(person.reads("round-refused-whole")).contains("no Excel workbook");

            Path bad = edited(out, "bad.xlsx", "almost");
            person.chooses.add(bad);
            person.press("round-another");
            assertThat(person.reads("round-refused")).startsWith("1 place");

            person.chooses.add(edited(out, "good.xlsx", "Stalled"));
            person.press("round-another");
            person.press("round-take");
            assertThat(person.reads("round-taken")).contains("1 recommendation");
            assertThat(state(person, "2025-12").values()).containsEntry("status", Json.of("stalled"));
            person.press("round-close");
            assertThat(person.reads("round-left")).startsWith("4 of 5");

            for (String kind : List.of("word", "workbook")) {
                Path register = folder.resolve(kind);
                menu(person, "round-out-" + kind);
                person.chooses.add(register);
                person.press("round-write-go");
                assertThat(register).isNotEmptyFile();
            }
        }
    }

    private Path edited(Path sheet, String name, String status) throws Exception {
        Path file = folder.resolve(name);
        try (InputStream in = Files.newInputStream(sheet);
                XSSFWorkbook book = new XSSFWorkbook(in);
                OutputStream out = Files.newOutputStream(file)) {
            book.getSheetAt(0).getRow(2).getCell(7).setCellValue(status);
            book.write(out);
        }
        return file;
    }
}
