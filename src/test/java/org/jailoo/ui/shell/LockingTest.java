package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ContextMenu;
import javafx.scene.control.Labeled;
import javafx.scene.control.MenuItem;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.stage.Window;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Prompts.Answer;
import org.jailoo.ui.common.Prompts.Kind;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An open notebook locks, whatever is open over it; what was typed right before comes back. */
class LockingTest {
    private static final String CANARY = "үзөңгүcanary";

    @TempDir
    Path folder;

    private final HandHeart heart = new HandHeart();

    private Person atAForm() throws Exception {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.create(file, "A7")) {
            assertThat(notebook.revisions().count()).isZero();
        }
        Person person = new Person(file, heart);
        unlock(person);
        person.press("nav-interview");
        person.press("new-record");
        person.press("field-consent-given-yes");
        person.press("purpose-keep");
        person.until(() -> person.sees("field-summary"));
        type(person, CANARY);
        return person;
    }

    /** Letter by letter a robot would write «ү» with keys that this keyboard has not. */
    private static void type(Person person, String text) {
        TextInputControl field = person.find("field-summary", TextInputControl.class);
        person.robot().interact(() -> {
            field.requestFocus();
            field.appendText(text);
        });
        person.rest();
    }

    private static void unlock(Person person) {
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
    }

    /** Nothing of the notebook is in any window; it opens again with what was typed. */
    private void lockedAndComesBack(Person person, String typed) {
        assertThat(person.isLocked()).isTrue();
        assertThat(person.onWindow(() -> Window.getWindows().size())).isEqualTo(1);
        assertThat(person.onWindow(() -> texts(person.shell().scene().getRoot())))
                .isNotEmpty()
                .noneMatch(text -> text.contains("canary"));
        person.rest();
        unlock(person);
        person.until(() -> !person.all("draft-row").isEmpty() || person.sees("home-drafts"));
        Node drafts = person.find("home-drafts", Node.class);
        Node first = person.onWindow(() -> Objects.requireNonNull(drafts.lookup(".button")));
        person.press((javafx.scene.control.ButtonBase) first);
        assertThat(person.written("field-summary")).isEqualTo(typed);
    }

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        if (node instanceof Labeled labeled) {
            texts.add(String.valueOf(labeled.getText()));
        }
        if (node instanceof TextInputControl input) {
            texts.add(String.valueOf(input.getText()));
        }
        if (node instanceof javafx.scene.text.Text text) {
            texts.add(text.getText());
        }
        if (node instanceof Parent parent) {
            parent.getChildrenUnmodifiable().forEach(child -> texts.addAll(texts(child)));
        }
        return texts;
    }

    private static void escape(Person person) {
        person.robot().type(KeyCode.ESCAPE);
    }

    @Test
    void escapeTwiceInAFieldLocksAndTheDraftTypedRightBeforeIsThere() throws Exception {
        try (Person person = atAForm()) {
            type(person, " баары");
            escape(person);
            assertThat(person.isLocked()).isFalse();
            escape(person);
            lockedAndComesBack(person, CANARY + " баары");
        }
    }

    @Test
    void escapeTwiceSlowlyLocksNothing() throws Exception {
        try (Person person = atAForm()) {
            escape(person);
            heart.move(301);
            escape(person);
            assertThat(person.isLocked()).isFalse();
        }
    }

    @Test
    void oneEscapeClosesAListAndTheSecondLocks() throws Exception {
        try (Person person = atAForm()) {
            person.press("nav-interview");
            person.press("answer-0");
            ComboBox<?> order = person.find("order", ComboBox.class);
            person.robot().interact(() -> {
                order.requestFocus();
                order.show();
            });
            assertThat(person.onWindow(() -> Window.getWindows().size())).isEqualTo(2);
            escape(person);
            assertThat(person.onWindow(order::isShowing)).isFalse();
            assertThat(person.isLocked()).isFalse();
            escape(person);
            assertThat(person.isLocked()).isTrue();
        }
    }

    @Test
    void oneEscapeAnswersAQuestionAndTheSecondLocks() throws Exception {
        try (Person person = atAForm()) {
            AtomicReference<String> answer = new AtomicReference<>("");
            person.robot()
                    .interact(() -> person.shell()
                            .prompts()
                            .ask(
                                    CANARY,
                                    CANARY,
                                    List.of(
                                            new Answer("yes", Kind.MAIN, () -> answer.set("yes")),
                                            new Answer("no", Kind.OTHER, () -> answer.set("no")))));
            person.rest();
            escape(person);
            assertThat(answer.get()).isEqualTo("no");
            escape(person);
            lockedAndComesBack(person, CANARY);
        }
    }

    @Test
    void nobodyThereForFiveMinutesLocksWithAWarningBeforeWhateverIsOpen() throws Exception {
        try (Person person = atAForm()) {
            TextInputControl field = person.find("field-summary", TextInputControl.class);
            ContextMenu menu = new ContextMenu(new MenuItem(CANARY));
            person.robot().interact(() -> {
                menu.show(field, 300, 300);
                person.shell().listKeys();
                person.shell().prompts().ask(CANARY, CANARY, List.of(new Answer("no", Kind.MAIN, () -> {})));
                person.shell().prompts().tell(CANARY);
            });
            // Wherever a test before this one has left the mouse: at the edge of the screen it could not move on.
            person.robot().moveTo(500, 300);
            person.rest();
            heart.pass(person, 279);
            assertThat(person.sees("lock-strip")).isFalse();
            heart.pass(person, 1);
            assertThat(person.reads("lock-strip"))
                    .isEqualTo("Locks in 20 seconds. Move the mouse or press a key to go on.");
            person.robot().moveBy(3, 3);
            person.rest();
            assertThat(person.sees("lock-strip")).isFalse();
            heart.pass(person, 299);
            assertThat(person.reads("lock-strip")).startsWith("Locks in 1 second.");
            assertThat(person.isLocked()).isFalse();
            heart.pass(person, 1);
            lockedAndComesBack(person, CANARY);
        }
    }

    @Test
    void afterASleepItIsLockedBeforeTheFirstFrame() throws Exception {
        try (Person person = atAForm()) {
            List<String> painted = new ArrayList<>();
            person.robot()
                    .interact(() -> person.shell()
                            .scene()
                            .addPostLayoutPulseListener(() ->
                                    painted.addAll(texts(person.shell().scene().getRoot()))));
            // No beat: the pulse of a frame comes first.
            heart.sleep(30_001);
            person.robot().interact(() -> {
                painted.clear();
                Platform.requestNextPulse();
            });
            person.until(() -> !painted.isEmpty());
            assertThat(painted).noneMatch(text -> text.contains("canary"));
            lockedAndComesBack(person, CANARY);
        }
    }

    @Test
    void aKeyThatWakesTheMachineDoesNothingElse() throws Exception {
        try (Person person = atAForm()) {
            heart.sleep(60_000);
            person.robot().type(KeyCode.A);
            lockedAndComesBack(person, CANARY);
        }
    }

    @Test
    void whatWasCopiedIsClearedAfterThirtySecondsAndWhenItLocks() throws Exception {
        try (Person person = atAForm()) {
            TextInputControl field = person.find("field-summary", TextInputControl.class);
            person.robot().interact(() -> {
                field.requestFocus();
                field.selectAll();
            });
            person.robot().push(KeyCode.CONTROL, KeyCode.C);
            person.rest();
            assertThat(clipboard(person)).isEqualTo(CANARY);
            assertThat(person.reads("note")).isEqualTo("Copied. The clipboard is cleared in 30 seconds.");
            heart.pass(person, 29);
            assertThat(clipboard(person)).isEqualTo(CANARY);
            heart.pass(person, 1);
            assertThat(clipboard(person)).isEmpty();
            person.robot().push(KeyCode.CONTROL, KeyCode.C);
            person.rest();
            assertThat(clipboard(person)).isEqualTo(CANARY);
            person.robot().push(KeyCode.CONTROL, KeyCode.L);
            person.rest();
            assertThat(clipboard(person)).isEmpty();
        }
    }

    @Test
    void whatWasCopiedFromAMenuIsClearedWhenTheProgramEnds() throws Exception {
        try (Person person = atAForm()) {
            TextInputControl field = person.find("field-summary", TextInputControl.class);
            MenuItem copy = new MenuItem("copy");
            copy.setOnAction(e -> field.copy());
            ContextMenu menu = new ContextMenu(copy);
            person.robot().interact(() -> {
                field.selectAll();
                menu.show(field, 300, 300);
            });
            person.robot().interact(() -> {
                menu.hide();
                copy.fire();
            });
            person.rest();
            assertThat(clipboard(person)).isEqualTo(CANARY);
            person.robot().interact(() -> person.shell().close());
            assertThat(clipboard(person)).isEmpty();
        }
    }

    private static String clipboard(Person person) {
        return person.onWindow(() -> {
            String text = Clipboard.getSystemClipboard().getString();
            return text == null ? "" : text;
        });
    }

    @Test
    void anotherIdleTimeIsKeptInTheNotebookAndCountsAtOnce() throws Exception {
        try (Person person = atAForm()) {
            person.robot().interact(() -> person.shell().privacy().lockAfter(1));
            person.rest();
            heart.pass(person, 60);
            assertThat(person.isLocked()).isTrue();
            person.rest();
            unlock(person);
            assertThat(person.onWindow(() -> person.shell().privacy())).isNotNull();
            heart.pass(person, 59);
            assertThat(person.isLocked()).isFalse();
            heart.pass(person, 1);
            assertThat(person.isLocked()).isTrue();
            assertThat(Duration.ofMinutes(1)).isLessThan(org.jailoo.app.IdleTime.USUAL);
        }
    }
}
