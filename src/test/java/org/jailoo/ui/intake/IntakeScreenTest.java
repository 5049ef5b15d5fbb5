package org.jailoo.ui.intake;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicInteger;
import javafx.scene.Node;
import javafx.scene.Scene;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableView;
import javafx.scene.control.ToggleButton;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.StackPane;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jailoo.app.ImportTable;
import org.jailoo.app.ListRecords;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.PrintForms;
import org.jailoo.intake.Encoding;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.TextSize;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.Theme;
import org.jailoo.ui.paper.PaperModel;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.testfx.api.FxRobot;
import org.testfx.api.FxToolkit;
import org.testfx.util.WaitForAsyncUtils;

/** A person brings in a table with the keyboard alone, and sees what becomes of each row before anything is written. */
@SuppressWarnings("NullAway.Init") // set up on the thread of the window
class IntakeScreenTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2024-05-06T07:08:09Z"), ZoneOffset.UTC);
    private static final String TABLE = """
            Жыйындын катышуучулары;;;
            Код;Аты-жөнү;Жынысы;Туулган жылы
            B-01;Үмүтай;аял;1985
            B-02;Бакыт;эркек;04.05.1990
            B-03;Нургүл;аялзат;85
            ;;;
            """;

    @TempDir
    Path folder;

    private Notebook notebook;
    private IntakeModel model;
    private IntakeScreen screen;
    private Scene scene;
    private final Around around = new Around();
    private final FxRobot robot = new FxRobot();

    @BeforeEach
    void open() throws Exception {
        notebook = TestDoor.create(folder.resolve("notebook"), "here");
        AtomicInteger codes = new AtomicInteger();
        ImportTable imports = new ImportTable(notebook, CLOCK, () -> "X-" + codes.incrementAndGet());
        model = new IntakeModel(Tasks.direct(), imports, List::of, notebook.schema(), "participant");
        FxToolkit.registerPrimaryStage();
        FxToolkit.setupStage(stage -> {
            screen = new IntakeScreen(
                    model, notebook.schema(), Texts.of("ky"), new IntakeScreen.Asking(around, around, around, null));
            scene = new Scene(new StackPane(screen.view()), 1150, 768);
            Theme.loadFonts();
            Theme.LIGHT.apply(scene, TextSize.USUAL);
            stage.setScene(scene);
            stage.show();
            screen.shown();
            screen.focus();
        });
        WaitForAsyncUtils.waitForFxEvents();
    }

    @AfterEach
    void close() throws Exception {
        robot.interact(() -> screen.hidden());
        FxToolkit.cleanupStages();
        notebook.close();
    }

    private <T extends Node> T node(String id, Class<T> type) {
        Node found = scene.lookup("#" + id);
        assertThat(found).as(id).isInstanceOf(type);
        return type.cast(found);
    }

    private List<String> reasons() {
        return node("reasons", Node.class).lookupAll(".label").stream()
                .filter(n -> n instanceof Label)
                .map(n -> ((Label) n).getText())
                .toList();
    }

    private void give(String text, Charset charset) throws Exception {
        around.answer = Files.write(folder.resolve("table.csv"), text.getBytes(charset));
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
    }

    private long people() {
        return new ListRecords(notebook).page(Query.of("participant")).total();
    }

    @Test
    void tableComesInByTheKeyboardAndEveryRowSaysWhatBecomesOfIt() throws Exception {
        assertThat(scene.getFocusOwner().getId()).isEqualTo("intake-choose");
        give(TABLE, StandardCharsets.UTF_8);
        assertThat(node("count-all", ToggleButton.class).getText()).endsWith("4");
        assertThat(node("count-create", ToggleButton.class).getText()).endsWith("2");
        assertThat(node("count-refused", ToggleButton.class).getText()).endsWith("1");
        assertThat(node("count-empty", ToggleButton.class).getText()).endsWith("1");
        assertThat(people()).isZero();

        robot.interact(() -> node("count-refused", ToggleButton.class).requestFocus());
        robot.push(KeyCode.SPACE);
        assertThat(rows().getItems()).hasSize(1);
        assertThat(reasons()).hasSize(3);
        assertThat(reasons().get(1)).contains("Жынысы").contains("аялзат");
        assertThat(reasons().get(2)).contains("Туулган жылы").contains("85");

        Button write = node("intake-write", Button.class);
        assertThat(write.getText()).contains("2");
        robot.interact(write::requestFocus);
        robot.push(KeyCode.SPACE);
        WaitForAsyncUtils.waitForFxEvents();
        assertThat(people()).isEqualTo(2);
        assertThat(around.told).singleElement().asString().contains("2");
        assertThat(around.went).containsExactly("back");
    }

    @Test
    void sameFileAgainWritesNothingUntilARowIsChosen() throws Exception {
        give(TABLE, StandardCharsets.UTF_8);
        robot.interact(() -> node("intake-write", Button.class).fire());
        robot.interact(() -> node("intake-choose", Button.class).requestFocus());
        give(TABLE.replace("1985", "1986"), StandardCharsets.UTF_8);
        assertThat(node("intake-write", Button.class).isDisabled()).isTrue();
        robot.interact(() -> {
            rows().requestFocus();
            rows().getSelectionModel().select(0);
        });
        assertThat(reasons().get(1)).contains("1985").contains("1986");
        robot.push(KeyCode.SPACE);
        assertThat(model.chosen()).containsExactly(3);
        assertThat(node("intake-write", Button.class).isDisabled()).isFalse();
        robot.push(KeyCode.SPACE);
        assertThat(node("intake-write", Button.class).isDisabled()).isTrue();
        assertThat(people()).isEqualTo(2);
    }

    @Test
    void lettersAreShownAtOnceInTheEncodingThatThePersonChooses() throws Exception {
        give("Код;Пол\nB-1;жен\n", Charset.forName("windows-1251"));
        assertThat(shown()).contains("Пол");
        encoding(Encoding.KOI8_R);
        assertThat(shown()).doesNotContain("Пол");
        encoding(Encoding.WINDOWS_1251);
        assertThat(shown()).contains("Пол");
    }

    private List<String> shown() {
        List<String> titles = new ArrayList<>();
        for (TableColumn<?, ?> column : rows().getColumns()) {
            titles.add(column.getText());
        }
        return titles;
    }

    private TableView<?> rows() {
        return node("rows", TableView.class);
    }

    @SuppressWarnings("unchecked")
    private void encoding(Encoding chosen) {
        robot.interact(() -> ((ComboBox<Encoding>) node("encoding", ComboBox.class)).setValue(chosen));
    }

    @Test
    void fileThatIsNoTableIsToldInASentenceAndTheScreenGoesOn() throws Exception {
        give("%PDF-1.7", StandardCharsets.UTF_8);
        assertThat(Objects.requireNonNull(model.saidProperty().get()).key()).isEqualTo("intake.refusal.not-a-table");
        robot.interact(() -> node("intake-choose", Button.class).requestFocus());
        give(TABLE, StandardCharsets.UTF_8);
        assertThat(model.saidProperty().get()).isNull();
        assertThat(model.writes()).isEqualTo(2);
    }

    @Test
    void noFieldIsFilledByTwoColumns() throws Exception {
        give(TABLE, StandardCharsets.UTF_8);
        IntakeModel.State state = Objects.requireNonNull(model.stateProperty().get());
        robot.interact(() -> model.column(0, state.columns().get(2)));
        assertThat(Objects.requireNonNull(model.stateProperty().get()).columns())
                .first()
                .isEqualTo(state.columns().get(2));
        assertThat(Objects.requireNonNull(model.stateProperty().get()).columns().get(2))
                .isNull();
    }

    @Test
    void formIsWrittenForTheCampaignThatIsChosenAndNeverOverAnother() throws Exception {
        PaperModel paper = new PaperModel(Tasks.direct(), new PrintForms(notebook), Form.ATTENDANCE, "ky");
        Path file = folder.resolve("list.docx");
        List<String> said = new ArrayList<>();
        paper.write(file, () -> said.add("done"), failure -> said.add(failure.key()));
        paper.write(file, () -> said.add("done"), failure -> said.add(failure.key()));
        assertThat(said).containsExactly("done", "failure.file.exists");
        try (XWPFDocument document = new XWPFDocument(Files.newInputStream(file))) {
            assertThat(document.getTables()).isNotEmpty();
        }
    }

    /** What the screen asks and where it goes. */
    private static final class Around implements FileDialogs, Prompts, Navigator {
        private @Nullable Path answer;
        private final List<String> told = new ArrayList<>();
        private final List<String> went = new ArrayList<>();

        @Override
        public @Nullable Path open(String title) {
            return answer;
        }

        @Override
        public List<Path> openMany(String title) {
            return List.of();
        }

        @Override
        public @Nullable Path save(String title, String suggestedName) {
            return answer;
        }

        @Override
        public void ask(String title, String text, List<Answer> answers) {
            throw new AssertionError(text);
        }

        @Override
        public void tell(String text) {
            told.add(text);
        }

        @Override
        public void warn(String text) {
            throw new AssertionError(text);
        }

        @Override
        public void withdraw(String type, String record) {
            went.add(record);
        }

        @Override
        public void openWithdrawals() {
            went.add("withdrawals");
        }

        @Override
        public void openRecordAt(String type, String record, String path, int place) {
            went.add(record);
        }

        @Override
        public void back() {
            went.add("back");
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
        public void openPlan(String focusGroup) {}

        @Override
        public void openTables() {}

        @Override
        public void openIntake(String type) {}

        @Override
        public void openPaper(String type) {}
    }
}
