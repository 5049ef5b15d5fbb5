package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.jailoo.app.ListRecords;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A meeting in the window by the keyboard alone: who came, and what was agreed. */
class MeetingTest {
    @TempDir
    Path folder;

    private Person person;
    private String meeting;

    @BeforeEach
    void unlocked() throws Exception {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.create(file, "A7")) {
            SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
            SaveRecord.Form form = save.open("focusGroup", null);
            save.save(form, Json.object(Map.of("title", Json.of("Barskoon"), "date", Json.of("2023-07-04"))));
            meeting = form.record();
        }
        person = new Person(file);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
    }

    @AfterEach
    void closed() throws Exception {
        person.close();
    }

    private Desk desk() {
        return Objects.requireNonNull(person.shell().desk());
    }

    private void go(Runnable way) {
        person.robot().interact(way);
        person.rest();
    }

    private void hit(KeyCode... keys) {
        for (KeyCode key : keys) {
            person.robot().type(key);
        }
        person.rest();
    }

    private void copied(String text, String html) {
        person.robot().interact(() -> {
            ClipboardContent content = new ClipboardContent();
            content.putString(text);
            if (!html.isEmpty()) {
                content.putHtml(html);
            }
            Clipboard.getSystemClipboard().setContent(content);
        });
    }

    private static void choose(Person person, String id, String typed) {
        person.types(id, typed);
        person.robot().type(KeyCode.ENTER);
        person.rest();
    }

    @Test
    void theGridIsFilledByTheKeyboardAndAddsUpAsOneTypes() {
        go(() -> desk().openRecord("focusGroup", meeting));
        person.until(() -> person.sees("attendance-add-role"));
        choose(person, "attendance-add-role", "Teacher");
        choose(person, "attendance-add-role", "Entrepreneur");
        TextInputControl first = person.find("attendance-0-0", TextInputControl.class);
        person.robot().interact(first::requestFocus);
        person.robot()
                .write("5")
                .type(KeyCode.TAB)
                .write("2")
                .type(KeyCode.DOWN)
                .write("4")
                .type(KeyCode.LEFT);
        person.robot().write("30");
        person.rest();
        assertThat(person.reads("attendance-row-0")).isEqualTo("7");
        assertThat(person.reads("attendance-row-1")).isEqualTo("34");
        assertThat(person.reads("attendance-column-0")).isEqualTo("35");
        assertThat(person.reads("attendance-column-1")).isEqualTo("6");
        assertThat(person.reads("attendance-total")).isEqualTo("41");
        assertThat(person.reads("attendance-counts")).contains("41");
        hit(KeyCode.ESCAPE, KeyCode.TAB);
        assertThat(person.reads("attendance-total")).isEqualTo("11");
        person.press("record-save");
        Map<String, Json> saved = person.notebook()
                .reading(at -> at.revisions().state(meeting))
                .orElseThrow()
                .values();
        assertThat(saved.keySet().stream().filter(path -> path.startsWith("attendance/")))
                .hasSize(3);
    }

    @Test
    void aTableOfWordBecomesSevenRowsThatAreSaved() {
        StringBuilder html =
                new StringBuilder("<html><body><table><tr><td>№</td><td>Иш-чара</td><td>Мөөнөтү</td></tr>");
        for (int i = 1; i <= 7; i++) {
            html.append("<tr><td><p>")
                    .append(i)
                    .append(".</p></td><td><p>Жолугушуу</p><p>айылда</p></td>")
                    .append("<td><p>2023-жылдын сентябрынан тартып</p></td></tr>");
        }
        go(() -> desk().openPlan(meeting));
        copied("x", html.append("</table></body></html>").toString());
        person.press("plan-paste");
        assertThat(person.find("paste-make", javafx.scene.control.Button.class).getText())
                .contains("7");
        person.press("paste-make");
        assertThat(person.written("plan-0-text")).isEqualTo("Жолугушуу\nайылда");
        assertThat(person.reads("plan-6-when-note")).isEqualTo("Understood as: from September 2023 – no end");
        person.press("plan-save");
        assertThat(new ListRecords(person.notebook())
                        .page(ListRecords.Query.of("recommendation"))
                        .total())
                .isEqualTo(7);
        go(() -> desk().openRecord("focusGroup", meeting));
        person.until(() -> person.onWindow(() -> person.find("meeting-plan", javafx.scene.control.Button.class)
                .getText()
                .equals("Action plan (7)")));
    }

    @Test
    void rowsAreWrittenByTheKeyboardAndPastedWithControlV() {
        go(() -> desk().openPlan(meeting));
        person.press("plan-add-row");
        person.robot()
                .write("Letter")
                .type(KeyCode.TAB)
                .write("by the end of the year")
                .type(KeyCode.ENTER);
        person.rest();
        assertThat(person.sees("plan-1-when")).isTrue();
        person.robot().write("soon");
        person.rest();
        assertThat(person.reads("plan-0-when-note")).isEqualTo("Understood as: until the end of 2023");
        assertThat(person.reads("plan-1-when-note")).startsWith("Not understood");
        person.robot().press(KeyCode.CONTROL).type(KeyCode.D).release(KeyCode.CONTROL);
        person.rest();
        assertThat(person.written("plan-1-when")).isEqualTo("by the end of the year");
        copied("1\tOne\tMay 2024\n2\t\"Two\nlines\"\tquarterly\n2\t\"Two\nlines\"\tquarterly", "");
        person.robot().press(KeyCode.CONTROL).type(KeyCode.V).release(KeyCode.CONTROL);
        person.rest();
        person.press("paste-make");
        assertThat(person.written("plan-3-text")).isEqualTo("Two\nlines");
        assertThat(person.written("plan-4-text")).isEqualTo("Two\nlines");
        person.press("plan-undo-paste");
        assertThat(person.sees("plan-2-text")).isFalse();
        go(() -> desk().openTables());
        assertThat(person.sees("answer-0")).isTrue();
    }
}
