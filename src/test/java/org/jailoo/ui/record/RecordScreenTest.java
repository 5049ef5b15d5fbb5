package org.jailoo.ui.record;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Label;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import javafx.stage.Stage;
import org.jailoo.app.BeginRecord;
import org.jailoo.app.CustodyStory;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.OpenRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.References;
import org.jailoo.app.SaveRecord;
import org.jailoo.i18n.Labels;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.form.Forms;
import org.jailoo.ui.form.RecordForm;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A person at the form: typing, choosing, saving, with neither display nor mouse. */
@SuppressWarnings("NullAway.Init") // set up on the thread of the window
class RecordScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);

    @TempDir
    Path folder;

    private Notebook notebook;
    private RecordScreen screen;
    private Scene scene;
    private RecordScreen.Around around;
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws Exception {
        notebook = TestDoor.create(folder.resolve("notebook"), "here");
        FxToolkit.registerPrimaryStage();
        Tasks tasks = Tasks.background(e -> {
            throw new IllegalStateException(e);
        });
        FxToolkit.setupStage(stage -> {
            RecordViewModel model = new RecordViewModel(new RecordViewModel.Desk(
                    notebook.schema(),
                    new RecordViewModel.Uses(
                            new OpenRecord(notebook),
                            new SaveRecord(notebook, CLOCK),
                            new RecordHistory(notebook),
                            new KeepDrafts(notebook, CLOCK),
                            new BeginRecord(notebook)),
                    tasks));
            around = new RecordScreen.Around(
                    new Nowhere(),
                    new NoPrompts(),
                    new References(notebook),
                    tasks,
                    List.of(),
                    new CustodyStory(notebook));
            screen = new RecordScreen(model, Texts.of("ky"), around);
            model.anew("interview");
            show(stage);
        });
        whole();
    }

    /** Waits until the last section stands. */
    private void whole() throws Exception {
        WaitForAsyncUtils.waitFor(20, TimeUnit.SECONDS, () -> scene.lookup("#field-synthetic") != null);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private void show(Stage stage) {
        scene = new Scene(new StackPane(screen.view()), 1150, 768);
        Theme.loadFonts();
        Theme.LIGHT.apply(scene, TextSize.USUAL);
        stage.setScene(scene);
        stage.show();
    }

    @AfterEach
    void close() throws Exception {
        FxToolkit.cleanupStages();
        notebook.close();
    }

    private <T extends Node> T node(String id, Class<T> type) {
        Node found = scene.lookup("#" + id);
        assertThat(found).as(id).isInstanceOf(type);
        return type.cast(found);
    }

    private void focus(String id) {
        robot.interact(() -> node(id, Node.class).requestFocus());
    }

    private void waitUntilSaved() throws Exception {
        WaitForAsyncUtils.waitFor(
                10, TimeUnit.SECONDS, () -> !screen.model().dirty().get());
        WaitForAsyncUtils.waitForFxEvents();
    }

    private RecordForm form() {
        return Objects.requireNonNull(screen.model().form().get());
    }

    private Map<String, Json> saved() {
        return notebook.revisions()
                .state(form().opened().form().record())
                .orElseThrow()
                .values();
    }

    @Test
    void kyrgyzIsTypedChosenAndSavedWithTheKeyboardAlone() throws Exception {
        focus("field-code");
        robot.write("Ө-7");
        focus("field-mode");
        // Typed on a keyboard without ө and ү, and found all the same.
        robot.write(Labels.of("ky")
                .code("mode", "phone")
                .substring(0, 3)
                .replace('ө', 'о')
                .replace('ү', 'у'));
        WaitForAsyncUtils.waitForFxEvents();
        robot.type(KeyCode.ENTER);
        focus("field-date");
        robot.write("8.2023");
        focus("field-narrative");
        robot.write("Үч ай айлык төлөнгөн жок, ң");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitUntilSaved();
        assertThat(saved())
                .isEqualTo(Map.of(
                        "code", Json.of("Ө-7"),
                        "mode", Json.of("phone"),
                        "date", Json.of("2023-08"),
                        "narrative", Json.of("Үч ай айлык төлөнгөн жок, ң")));
    }

    @Test
    void theLanguageChangesUnderTheFormAndWhatWasTypedStays() throws Exception {
        focus("field-code");
        robot.write("I-1");
        focus("field-date");
        robot.write("32.1");
        robot.interact(() -> {
            screen.hidden();
            screen = new RecordScreen(screen.model(), Texts.of("ru"), around);
            scene.setRoot(new StackPane(screen.view()));
        });
        whole();
        assertThat(node("field-code", TextInputControl.class).getText()).isEqualTo("I-1");
        assertThat(node("field-date", TextInputControl.class).getText()).isEqualTo("32.1");
        assertThat(screen.model().dirty().get()).isTrue();
        robot.push(KeyCode.CONTROL, KeyCode.S);
        WaitForAsyncUtils.waitForFxEvents(20);
        assertThat(node("record-notice", Node.class)).isNotNull();
        assertThat(node("field-date", Node.class).isFocused()).isTrue();
        assertThat(notebook.revisions().count()).isZero();
    }

    @Test
    void tabLeavesALongTextAndAnItemIsAddedAndFilledIn() throws Exception {
        focus("field-summary");
        robot.write("a");
        robot.type(KeyCode.TAB);
        robot.write("b");
        robot.interact(
                () -> node("add-violations", javafx.scene.control.Button.class).fire());
        WaitForAsyncUtils.waitForFxEvents(20);
        String id = form().items(Forms.field(form(), "violations")).ids().get(0);
        focus("field-violations-" + id + "-city");
        robot.write("Москва");
        robot.push(KeyCode.CONTROL, KeyCode.S);
        waitUntilSaved();
        assertThat(saved())
                .isEqualTo(Map.of(
                        "code",
                        Json.of("here-0001"),
                        "summary",
                        Json.of("a"),
                        "narrative",
                        Json.of("b"),
                        "violations/" + id,
                        Json.object(Map.of("city", Json.of("Москва")))));
    }

    @Test
    void openingAndLookingAtEverySectionChangesNothing() {
        Platform.runLater(() -> scene.getRoot().lookupAll(".field").forEach(Node::requestFocus));
        WaitForAsyncUtils.waitForFxEvents(40);
        assertThat(screen.model().dirty().get()).isFalse();
        assertThat(scene.getRoot().lookupAll(".label").stream()
                        .filter(Label.class::isInstance)
                        .map(node -> ((Label) node).getText())
                        .filter(text -> text != null && text.startsWith("record.")))
                .as("keys without a text")
                .isEmpty();
    }

    /** Nobody is asked. */
    private static final class NoPrompts implements Prompts {
        @Override
        public void ask(String title, String text, List<Answer> answers) {
            throw new AssertionError(title);
        }

        @Override
        public void tell(String text) {}

        @Override
        public void warn(String text) {
            throw new AssertionError(text);
        }
    }

    /** No other screens. */
    private static final class Nowhere implements Navigator {
        @Override
        public void openIntake(String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void openPaper(String type) {
            throw new UnsupportedOperationException();
        }

        @Override
        public void openRecord(String type, String record) {}

        @Override
        public void newRecord(String type) {}

        @Override
        public void nextLike(String type, String record) {}

        @Override
        public void openList(String type, @Nullable String search) {}

        @Override
        public void openConflicts(String type) {}

        @Override
        public void openConflictQueue(@Nullable String record) {}

        @Override
        public void openExchange() {}

        @Override
        public void openTables() {}

        @Override
        public void openPlan(String focusGroup) {}

        @Override
        public void withdraw(String type, String record) {}

        @Override
        public void openWithdrawals() {}

        @Override
        public void openRecordAt(String type, String record, String path, int place) {}

        @Override
        public void back() {}
    }
}
