package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import javafx.geometry.Bounds;
import javafx.scene.Node;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.input.MouseButton;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Prompts.Answer;
import org.jailoo.ui.common.Prompts.Kind;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Theme;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What helps at every screen: Kyrgyz letters, larger ones, the list of keys, questions that stop nobody from reading. */
class WindowAidsTest {
    @TempDir
    Path folder;

    private Person atAForm() throws Exception {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.create(file, "A7")) {
            assertThat(notebook.revisions().count()).isZero();
        }
        Person person = new Person(file);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.press("nav-interview");
        person.press("new-record");
        person.press("field-consent-given-yes");
        person.press("purpose-keep");
        person.until(() -> person.sees("field-summary"));
        return person;
    }

    private static void click(Person person, String id) {
        Node node = person.find(id, Node.class);
        Bounds at = person.onWindow(() -> node.localToScreen(node.getBoundsInLocal()));
        person.robot().clickOn(at.getCenterX(), at.getCenterY(), MouseButton.PRIMARY);
        person.rest();
    }

    private static boolean isShown(Person person, String id) {
        return person.onWindow(() -> {
            Node node = person.shell().scene().lookup("#" + id);
            return node != null && node.isVisible();
        });
    }

    @Test
    void kyrgyzLettersAreWrittenAtTheCaretAndTheKeyboardStaysInTheField() throws Exception {
        try (Person person = atAForm()) {
            TextInputControl summary = person.find("field-summary", TextInputControl.class);
            person.robot().interact(summary::requestFocus);
            assertThat(isShown(person, "kyrgyz-letters")).isFalse();
            person.robot().push(KeyCode.CONTROL, KeyCode.SEMICOLON);
            person.rest();
            assertThat(isShown(person, "kyrgyz-letters")).isTrue();
            person.robot().interact(() -> {
                summary.setText("К жылы");
                summary.positionCaret(1);
            });
            click(person, "letter-ө");
            assertThat(person.written("field-summary")).isEqualTo("Кө жылы");
            assertThat(person.onWindow(summary::isFocused)).isTrue();
            person.robot().push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.Y);
            person.robot().push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.SHIFT, KeyCode.E);
            person.rest();
            assertThat(person.written("field-summary")).isEqualTo("КөңҮ жылы");
            person.robot().interact(() -> summary.selectRange(0, 4));
            person.robot().push(KeyCode.CONTROL, KeyCode.ALT, KeyCode.J);
            person.rest();
            assertThat(person.written("field-summary")).isEqualTo("ө жылы");
            person.robot().push(KeyCode.CONTROL, KeyCode.SEMICOLON);
            person.rest();
            assertThat(isShown(person, "kyrgyz-letters")).isFalse();
            person.robot().interact(() -> person.look.speak("ky"));
            person.rest();
            TextInputControl again = person.find("field-summary", TextInputControl.class);
            person.robot().interact(again::requestFocus);
            person.rest();
            assertThat(isShown(person, "kyrgyz-letters")).isTrue();
        }
    }

    @Test
    void lettersGrowAndShrinkByKeyboardAndLoseNothingThatWasTyped() throws Exception {
        try (Person person = atAForm()) {
            person.types("field-summary", "abc");
            for (int percent : new int[] {125, 150, 175, 200, 200}) {
                person.robot().push(KeyCode.CONTROL, KeyCode.EQUALS);
                person.rest();
                assertThat(person.look.size()).isEqualTo(new TextSize(percent));
            }
            assertThat(person.written("field-summary")).isEqualTo("abc");
            TextInputControl field = person.find("field-summary", TextInputControl.class);
            assertThat(person.onWindow(() -> field.getFont().getSize())).isEqualTo(26);
            person.robot().push(KeyCode.CONTROL, KeyCode.MINUS);
            person.robot().push(KeyCode.CONTROL, KeyCode.DIGIT0);
            person.rest();
            assertThat(person.look.size()).isEqualTo(TextSize.USUAL);
            person.robot().interact(() -> person.look.wear(Theme.CONTRAST));
            person.rest();
            assertThat(person.written("field-summary")).isEqualTo("abc");
        }
    }

    @Test
    void theListOfKeysOpensAndGivesTheKeyboardBack() throws Exception {
        try (Person person = atAForm()) {
            person.types("field-summary", "abc");
            person.robot().type(KeyCode.F1);
            person.rest();
            assertThat(person.sees("key-list")).isTrue();
            person.robot().type(KeyCode.ESCAPE);
            person.rest();
            assertThat(person.sees("key-list")).isFalse();
            person.robot().write("d");
            person.rest();
            assertThat(person.written("field-summary")).isEqualTo("abcd");
        }
    }

    @Test
    void whileAQuestionWaitsTheFormCanBeReadAndNotChanged() throws Exception {
        try (Person person = atAForm()) {
            person.types("field-summary", "abc");
            AtomicReference<String> answer = new AtomicReference<>("");
            person.robot()
                    .interact(() -> person.shell()
                            .prompts()
                            .ask(
                                    "Title",
                                    "Text",
                                    List.of(
                                            new Answer("yes", Kind.MAIN, () -> answer.set("yes")),
                                            new Answer("no", Kind.OTHER, () -> answer.set("no")))));
            person.rest();
            ScrollPane form = person.find("record-scroll", ScrollPane.class);
            double before = person.onWindow(form::getVvalue);
            person.robot().type(KeyCode.PAGE_DOWN);
            person.rest();
            assertThat(person.onWindow(form::getVvalue)).isGreaterThan(before);
            person.robot().type(KeyCode.PAGE_UP);
            person.rest();
            click(person, "field-code");
            person.robot().write("x");
            person.robot().type(KeyCode.TAB, KeyCode.TAB, KeyCode.TAB);
            person.robot().write("y");
            person.rest();
            assertThat(person.written("field-summary")).isEqualTo("abc");
            assertThat(person.onWindow(() -> {
                        Node owner = person.shell().scene().getFocusOwner();
                        return owner == null ? "" : owner.getId();
                    }))
                    .startsWith("answer-");
            assertThat(answer.get()).isEmpty();
            person.robot().type(KeyCode.ESCAPE);
            person.rest();
            assertThat(answer.get()).isEqualTo("no");
            person.types("field-summary", "d");
            assertThat(person.written("field-summary")).contains("d");
        }
    }
}
