package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.jailoo.app.CardFile;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ListRecords;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What people do in the window, from the lock to the workbook; headless, on real notebooks. */
class WindowTest {
    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("notebook");
    }

    /** A notebook that lies there, locked, with what was saved into it. */
    private Path locked(Filling filling) throws Exception {
        try (Notebook notebook = TestDoor.create(file(), "A7")) {
            filling.fill(notebook);
        }
        return file();
    }

    /** Saves something beforehand. */
    interface Filling {
        void fill(Notebook notebook) throws Exception;
    }

    private Person unlocked(Filling filling) throws Exception {
        Person person = new Person(locked(filling));
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        return person;
    }

    private static SaveRecord.Form save(Notebook notebook, SaveRecord.Form form, Map<String, Json> changes) {
        SaveRecord.Outcome outcome = new SaveRecord(notebook, Person.CLOCK).save(form, Json.object(changes));
        assertThat(outcome).isInstanceOf(SaveRecord.Saved.class);
        return ((SaveRecord.Saved) outcome).form();
    }

    private static SaveRecord.Form interview(Notebook notebook, String code, String narrative) {
        SaveRecord.Form form = new SaveRecord(notebook, Person.CLOCK).open("interview", null);
        return save(notebook, form, Map.of("code", Json.of(code), "narrative", Json.of(narrative)));
    }

    /** Consent comes first; nothing else can be typed before. */
    private static void agree(Person person) {
        person.press("field-consent-given-yes");
        person.press("purpose-keep");
        person.until(() -> person.sees("field-summary"));
    }

    private static List<String> codes(Person person) {
        TableView<?> table = person.find("records", TableView.class);
        return person.onWindow(() -> table.getItems().stream()
                .map(row -> ((ListRecords.Row) row).listed().code())
                .toList());
    }

    @Test
    void aWrongPassphraseOpensNothingAndSaysSo() throws Exception {
        TestDoor.createWithKeys(file(), "A7", Person.PASSPHRASE, Kdf.FLOOR).close();
        try (Person person = new Person(file())) {
            person.types("passphrase", "ak kalpok");
            person.press("unlock");
            person.until(() -> !person.reads("failure").isEmpty());
            assertThat(person.reads("failure")).startsWith("The passphrase is wrong.");
            assertThat(person.isLocked()).isTrue();
            assertThat(person.written("passphrase")).isEmpty();
            person.types("passphrase", Person.PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            person.press("lock");
            assertThat(person.isLocked()).isTrue();
            assertThat(person.sees("nav-home")).isFalse();
        }
    }

    @Test
    void theListIsPagedAndSearchedWithoutKyrgyzLetters() throws Exception {
        try (Person person = unlocked(notebook -> {
            for (int i = 1; i <= 57; i++) {
                interview(notebook, "A7-00" + i, i == 9 ? "Айлыгын өз убагында төлөшкөн жок" : "башка");
            }
        })) {
            person.press("nav-interview");
            assertThat(person.reads("range")).isEqualTo("1–50 of 57");
            person.press("page-next");
            assertThat(person.reads("range")).isEqualTo("51–57 of 57");
            assertThat(codes(person)).hasSize(7);
            person.types("search", "убагында толошкон");
            assertThat(codes(person)).containsExactly("A7-009");
            person.types("search", " эч");
            assertThat(codes(person)).isEmpty();
            assertThat(person.reads("empty")).startsWith("Nothing fits.");
        }
    }

    @Test
    void aRecordIsWrittenSavedFoundAgainAndChanged() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            person.press("nav-interview");
            assertThat(person.reads("empty")).startsWith("Nothing here yet.");
            person.press("new-record");
            agree(person);
            person.types("field-code", "A7-0001");
            Node narrative = person.find("field-narrative", Node.class);
            person.robot().interact(narrative::requestFocus);
            person.robot().write("Үч ай айлык төлөнгөн жок");
            person.rest();
            person.press("record-save");
            person.press("record-back");
            assertThat(codes(person)).containsExactly("A7-0001");
            TableView<?> table = person.find("records", TableView.class);
            person.robot().interact(() -> {
                table.requestFocus();
                table.getSelectionModel().selectFirst();
            });
            person.robot().type(KeyCode.ENTER);
            person.rest();
            person.types("field-summary", "Айлык");
            person.robot().push(KeyCode.CONTROL, KeyCode.S);
            person.rest();
            Notebook notebook = person.notebook();
            assertThat(notebook.revisions().count()).isEqualTo(2);
            String record = new ListRecords(notebook)
                    .page(ListRecords.Query.of("interview"))
                    .rows()
                    .get(0)
                    .record();
            assertThat(notebook.revisions().state(record).orElseThrow().values())
                    .isEqualTo(Map.of(
                            "code", Json.of("A7-0001"),
                            "consent",
                                    Json.object(
                                            Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep")))),
                            "narrative", Json.of("Үч ай айлык төлөнгөн жок"),
                            "summary", Json.of("Айлык")));
        }
    }

    @Test
    void whatIsNotSavedIsAskedAboutBeforeItIsLeft() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            person.press("add-interview");
            agree(person);
            person.types("field-summary", "Айлык");
            person.press("nav-home");
            person.until(() -> person.sees("answer-2"));
            person.press("answer-1");
            person.until(() -> person.sees("add-interview"));
        }
        try (Notebook notebook = TestDoor.open(file())) {
            assertThat(notebook.revisions().count()).isZero();
            assertThat(notebook.drafts().all()).hasSize(1);
        }
    }

    @Test
    void afterALockTheFormComesBackWithTheCaretWhereItWas() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            person.press("add-participant");
            person.types("field-ethnicity", "abc");
            person.types("field-occupation", "seamstress");
            TextInputControl field = person.find("field-occupation", TextInputControl.class);
            person.robot().interact(() -> field.selectRange(2, 4));
            person.robot().push(KeyCode.CONTROL, KeyCode.L);
            person.until(person::isLocked);
            person.types("passphrase", Person.PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            person.rest();
            String draft = "draft-" + person.notebook().drafts().all().get(0).record();
            person.press(draft);
            person.until(() -> person.sees("record-resumed"));
            TextInputControl again = person.find("field-occupation", TextInputControl.class);
            person.until(() -> person.onWindow(again::isFocused));
            assertThat(person.onWindow(again::getAnchor)).isEqualTo(2);
            assertThat(person.onWindow(again::getCaretPosition)).isEqualTo(4);
            assertThat(person.written("field-ethnicity")).isEqualTo("abc");
            person.robot().push(KeyCode.CONTROL, KeyCode.S);
            person.rest();
            assertThat(person.notebook().drafts().all()).isEmpty();
        }
    }

    @Test
    void lockingAsksNothingAndLosesNothing() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            person.press("add-interview");
            agree(person);
            person.types("field-summary", "Айлык төлөнгөн жок");
            person.robot().push(KeyCode.CONTROL, KeyCode.L);
            person.until(person::isLocked);
        }
        try (Notebook notebook = TestDoor.open(file())) {
            assertThat(notebook.revisions().count()).isZero();
            assertThat(notebook.drafts().all().get(0).content().toString())
                    .contains("Айлык төлөнгөн жок", "field-summary");
        }
    }

    @Test
    void aContradictionIsSeenAndSettledBySaving() throws Exception {
        try (Person person = unlocked(notebook -> {
            SaveRecord.Form begun = interview(notebook, "A7-0001", "");
            save(notebook, begun, Map.of("date", Json.of("2023-10")));
            save(notebook, begun, Map.of("date", Json.of("2023-11")));
        })) {
            person.press("nav-interview");
            person.find("records", TableView.class);
            TableView<?> table = person.find("records", TableView.class);
            person.robot().interact(() -> {
                table.requestFocus();
                table.getSelectionModel().selectFirst();
            });
            person.robot().type(KeyCode.ENTER);
            person.rest();
            person.until(() -> person.sees("conflict-date"));
            assertThat(person.all("keep")).hasSize(2);
            person.press((Button) person.all("keep").iterator().next());
            person.press("record-save");
            Notebook notebook = person.notebook();
            var state = notebook.revisions()
                    .state(new ListRecords(notebook)
                            .page(ListRecords.Query.of("interview"))
                            .rows()
                            .get(0)
                            .record())
                    .orElseThrow();
            assertThat(state.conflicts()).isEmpty();
            assertThat(state.heads()).hasSize(1);
            assertThat(notebook.revisions().count()).isEqualTo(4);
        }
    }

    @Test
    void aBundleIsPreviewedAndWrittenOnlyWhenThePersonSaysSo() throws Exception {
        Path bundle = folder.resolve("from-b2.jailoo");
        Path card = folder.resolve("card.json");
        try (Person person = unlocked(notebook -> {})) {
            CardFile.write(person.notebook().card(), card);
            try (Notebook other = TestDoor.create(folder.resolve("other"), "B2")) {
                interview(other, "B2-0001", "Келишимсиз иштеген");
                interview(other, "B2-0002", "");
                new ExportBundle(other, Person.CLOCK)
                        .export(new ExportBundle.Order(bundle, List.of(CardFile.read(card)), ExportBundle.Choice.ALL));
            }
            Path damaged = folder.resolve("damaged.jailoo");
            byte[] bytes = Files.readAllBytes(bundle);
            bytes[bytes.length / 2] ^= 1;
            Files.write(damaged, bytes);
            person.press("nav-exchange");
            person.chooses.add(damaged);
            person.press("choose-bundles");
            person.chooses.add(bundle);
            person.press("choose-bundles");
            person.until(() -> !person.all("import-button").isEmpty());
            assertThat(person.notebook().revisions().count()).isZero();
            assertThat(person.notebook().devices().all()).hasSize(1);
            assertThat(person.all("import-button")).hasSize(1);
            person.press((ButtonBase) person.all("import-button").iterator().next());
            assertThat(person.notebook().revisions().count()).isEqualTo(2);
            person.press("nav-interview");
            assertThat(codes(person)).containsExactlyInAnyOrder("B2-0001", "B2-0002");
        }
    }

    @Test
    void aBundleIsWrittenForATrustedDeviceThatCanReadIt() throws Exception {
        Path bundle = folder.resolve("for-b2.jailoo");
        Path card = folder.resolve("b2.json");
        try (Notebook other = TestDoor.create(folder.resolve("other"), "B2");
                Person person = unlocked(notebook -> interview(notebook, "A7-0001", "Келишимсиз"))) {
            CardFile.write(other.card(), card);
            person.press("nav-devices");
            person.until(() -> person.sees("add-card"));
            person.chooses.add(card);
            person.press("add-card");
            person.hears(other.card().fingerprint());
            person.press("compare-trust");
            assertThat(person.notebook().devices().trust(other.device().deviceId()))
                    .isEqualTo(Trust.TRUSTED);
            person.press("nav-exchange");
            person.press("part-export");
            CheckBox receiver = (CheckBox) person.all("receiver").iterator().next();
            person.robot().interact(receiver::fire);
            person.chooses.add(bundle);
            person.press("export");
            assertThat(person.reads("export-outcome")).startsWith("1 revision was written to ");
            assertThat(new String(Files.readAllBytes(bundle), 0, 21, java.nio.charset.StandardCharsets.US_ASCII))
                    .isEqualTo("age-encryption.org/v1");
            other.devices().trust(person.notebook().card());
            var imports = new org.jailoo.app.ImportBundle(
                    other, Person.CLOCK, java.util.concurrent.Executors.newSingleThreadExecutor());
            try (var waiting =
                    imports.stage(bundle, null, new org.jailoo.app.ImportBundle.Allowed(false, false), Progress.NONE)) {
                assertThat(waiting.write().fresh()).isOne();
            }
        }
    }

    @Test
    void theLanguageChangesEverythingAndLosesNothingThatWasTyped() throws Exception {
        try (Person person = unlocked(notebook -> {})) {
            Labeled navigation = person.find("nav-interview", Labeled.class);
            assertThat(person.onWindow(navigation::getText)).isEqualTo("Interviews");
            person.press("add-participant");
            person.types("field-code", "Ө-7");
            person.robot().interact(() -> person.look.speak("ky"));
            person.rest();
            assertThat(person.onWindow(
                            () -> person.find("nav-interview", Labeled.class).getText()))
                    .isEqualTo("Маектер");
            assertThat(person.written("field-code")).isEqualTo("Ө-7");
            person.robot().interact(() -> person.look.wear(org.jailoo.ui.common.Theme.DARK));
            person.rest();
            assertThat(person.written("field-code")).isEqualTo("Ө-7");
            assertThat(person.onWindow(
                            () -> person.shell().scene().getStylesheets().get(1)))
                    .endsWith("dark.css");
        }
    }

    @Test
    void theWorkbookIsWrittenFromTheTables() throws Exception {
        Path book = folder.resolve("book.xlsx");
        try (Person person = unlocked(notebook -> interview(notebook, "A7-0001", "Келишимсиз"))) {
            person.press("nav-tables");
            person.chooses.add(book);
            person.press("workbook");
            person.press("export-write");
            person.until(() -> person.sees("note"));
        }
        try (InputStream in = Files.newInputStream(book);
                Workbook workbook = WorkbookFactory.create(in)) {
            assertThat(Objects.requireNonNull(workbook).getNumberOfSheets()).isGreaterThan(2);
        }
    }
}
