package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ComboBox;
import javafx.scene.control.ListView;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.apache.poi.poifs.crypt.Decryptor;
import org.apache.poi.poifs.crypt.EncryptionInfo;
import org.apache.poi.poifs.filesystem.POIFSFileSystem;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jailoo.app.RecordLines;
import org.jailoo.consent.Audience;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.report.Cell;
import org.jailoo.report.Quantity;
import org.jailoo.report.Table;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From a number to its records and back, a testimony as a document under a password, and evidence for a recommendation. */
class EvidenceWindowTest {
    private static final String PASSWORD = "kyzyl alma too suu jyldyz tegirmen";

    @TempDir
    Path folder;

    private final Map<String, String> records = new TreeMap<>();

    private Person unlocked() throws Exception {
        Path file = folder.resolve("notebook");
        try (Notebook notebook = TestDoor.create(file, "A7")) {
            records.putAll(EvidenceScenes.fill(notebook, Person.CLOCK));
        }
        Person person = new Person(file);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        return person;
    }

    private String record(String which) {
        return Objects.requireNonNull(records.get(which));
    }

    private static void go(Person person, java.util.function.Consumer<Desk> where) {
        person.onWindow(() -> {
            where.accept(Objects.requireNonNull(person.shell().desk()));
            return where;
        });
        person.rest();
    }

    @Test
    void aNumberOpensItsRecordsAndTheWayBackLeadsToIt() throws Exception {
        try (Person person = unlocked()) {
            person.press("nav-tables");
            @SuppressWarnings("unchecked")
            ComboBox<Audience> audience = person.find("audience", ComboBox.class);
            person.robot().interact(() -> audience.setValue(Audience.TEAM));
            person.rest();
            int[] at = figure(person);
            TableView<?> grid = person.find("table", TableView.class);
            assertThat(person.sees("tables-legend")).isTrue();
            long number = person.onWindow(() -> value(grid, at[0], at[1]));
            person.robot().interact(() -> focus(grid, at[0], at[1]));
            person.robot().type(KeyCode.ENTER);
            person.rest();
            person.until(() -> person.sees("behind"));
            person.rest();
            TableView<?> behind = person.find("behind", TableView.class);
            assertThat(behind.getItems()).isNotEmpty();
            assertThat(person.reads("behind-count"))
                    .startsWith(behind.getItems().size() + " record");
            assertThat(number).isGreaterThanOrEqualTo(behind.getItems().size());
            String second = ((RecordLines.Line)
                            behind.getItems().get(behind.getItems().size() - 1))
                    .row()
                    .record();
            person.robot().interact(() -> {
                behind.requestFocus();
                behind.getSelectionModel().selectLast();
            });
            person.robot().type(KeyCode.ENTER);
            person.rest();
            person.until(() -> person.sees("record-save"));
            person.press("record-back");
            TableView<?> again = person.find("behind", TableView.class);
            person.until(() ->
                    person.onWindow(() -> again.getSelectionModel().getSelectedItem() instanceof RecordLines.Line line
                            && line.row().record().equals(second)));
            person.press("behind-back");
            TableView<?> back = person.find("table", TableView.class);
            TablePosition<?, ?> focused =
                    person.onWindow(() -> back.getFocusModel().getFocusedCell());
            assertThat(List.of(focused.getRow(), focused.getColumn())).containsExactly(at[0], at[1]);
            assertThat(audience(person)).isEqualTo(Audience.TEAM);
        }
    }

    private static Object audience(Person person) {
        ComboBox<?> box = person.find("audience", ComboBox.class);
        return person.onWindow(box::getValue);
    }

    /** Looks at the first table that has a number which can be opened, and says where it stands. */
    private static int[] figure(Person person) {
        ListView<?> tables = person.find("tables", ListView.class);
        for (int table = 0; table < tables.getItems().size(); table++) {
            int chosen = table;
            person.robot().interact(() -> tables.getSelectionModel().select(chosen));
            person.rest();
            TableView<?> grid = person.find("table", TableView.class);
            for (int row = 0; row < grid.getItems().size(); row++) {
                List<Cell> cells = ((Table.Row) grid.getItems().get(row)).cells();
                for (int column = 0; column < cells.size(); column++) {
                    if (cells.get(column) instanceof Cell.Count count
                            && count.value() > 1
                            && !count.quantity().equals(Quantity.NONE)) {
                        return new int[] {row, column};
                    }
                }
            }
        }
        throw new AssertionError("no number can be opened");
    }

    private static long value(TableView<?> grid, int row, int column) {
        return ((Cell.Count) ((Table.Row) grid.getItems().get(row)).cells().get(column)).value();
    }

    private static <T> void focus(TableView<T> grid, int row, int column) {
        grid.requestFocus();
        TableColumn<T, ?> at = grid.getColumns().get(column);
        grid.getSelectionModel().clearAndSelect(row, at);
    }

    @Test
    void aTestimonyIsWrittenUnderAPasswordForWhomSheAgreedTo() throws Exception {
        try (Person person = unlocked()) {
            go(person, desk -> desk.openTestimony(record("open")));
            Node un = person.find("receiver-un", Node.class);
            assertThat(person.onWindow(un::isDisabled)).isTrue();
            person.press("receiver-court");
            person.press("testimony-write");
            assertThat(person.reads("testimony-wrong")).startsWith("Type a password");
            person.types("testimony-password", PASSWORD);
            person.types("testimony-again", PASSWORD);
            Path file = folder.resolve("for-the-lawyer.docx");
            person.chooses.add(file);
            person.press("testimony-write");
            person.until(() -> Files.exists(file));
            person.rest();
            assertThat(person.suggested).containsExactly("testimony-en.docx");
            try (POIFSFileSystem stored = new POIFSFileSystem(file.toFile(), true)) {
                Decryptor lock = Decryptor.getInstance(new EncryptionInfo(stored));
                assertThat(lock.verifyPassword(PASSWORD)).isTrue();
                try (XWPFDocument document = new XWPFDocument(lock.getDataStream(stored));
                        XWPFWordExtractor words = new XWPFWordExtractor(document)) {
                    assertThat(words.getText()).contains("A7-0401", "A lawyer or a court", "T-17");
                }
            }
            assertThat(person.written("testimony-password")).isEmpty();
        }
    }

    @Test
    void evidenceIsAddedAndTheTestimonyLeadsBackToWhatRestsOnIt() throws Exception {
        try (Person person = unlocked()) {
            go(person, desk -> desk.openRecord("recommendation", record("recommendation")));
            person.until(() -> person.sees("evidence"));
            person.types("field-evidence", "A7-0404");
            person.robot().type(KeyCode.ENTER);
            person.rest();
            person.press("record-save");
            assertThat(person.notebook()
                            .revisions()
                            .state(record("recommendation"))
                            .orElseThrow()
                            .values())
                    .containsEntry("evidence/" + record("other"), Json.TRUE);
            go(person, desk -> desk.openRecord("interview", record("other")));
            Node card = person.find("supports", Node.class);
            person.until(() -> person.onWindow(card::isVisible));
            go(person, desk -> desk.openRecord("interview", record("expired")));
            assertThat(person.onWindow(() -> person.find("supports", Node.class).isVisible()))
                    .isFalse();
        }
    }
}
