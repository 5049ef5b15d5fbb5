package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.Node;
import javafx.scene.control.ButtonBase;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.image.WritableImage;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.input.KeyCode;
import org.jailoo.app.HeldFile;
import org.jailoo.app.ListRecords;
import org.jailoo.json.Json;
import org.jailoo.media.MediaType;
import org.jailoo.media.Photos;
import org.jailoo.media.Told;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files in the form of an interview, as a person adds, sees and takes them out; headless, on a real notebook. */
class FilesInFormTest {
    @TempDir
    Path folder = Path.of("");

    private Person atANewInterview() throws Exception {
        Path file = folder.resolve("notebook");
        TestDoor.create(file, "A7").close();
        Person person = new Person(file);
        person.types("passphrase", Person.PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.press("nav-interview");
        person.press("new-record");
        person.press("field-consent-given-yes");
        person.press("purpose-keep");
        person.until(() -> person.sees("field-code"));
        person.robot()
                .interact(() -> person.find("record-scroll", ScrollPane.class).setVvalue(1));
        person.until(() -> person.sees("add-file"));
        person.rest();
        return person;
    }

    /** Opens the one interview there is, at its files, once its consent grants these purposes. */
    private static void opensWith(Person person, String... purposes) {
        String record = new ListRecords(person.notebook())
                .page(ListRecords.Query.of("interview"))
                .rows()
                .get(0)
                .record();
        var save = new org.jailoo.app.SaveRecord(person.notebook(), Person.CLOCK);
        save.save(
                save.open("interview", record),
                Json.object(Map.of(
                        "consent",
                        Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of(purposes)))))));
        person.robot()
                .interact(() -> Objects.requireNonNull(person.shell().desk()).openRecord("interview", record));
        person.rest();
        person.robot()
                .interact(() -> person.find("record-scroll", ScrollPane.class).setVvalue(1));
        person.rest();
    }

    private static void presses(Person person, String styleClass) {
        person.until(() -> !person.all(styleClass).isEmpty());
        person.press((ButtonBase) person.all(styleClass).iterator().next());
    }

    private void adds(Person person, String name, byte[] bytes) throws Exception {
        person.chooses.add(Files.write(folder.resolve(name), bytes));
        person.press("add-file");
        person.rest();
    }

    private static List<Json.Obj> saved(Person person) {
        person.press("record-save");
        Notebook notebook = person.notebook();
        String record = new ListRecords(notebook)
                .page(ListRecords.Query.of("interview"))
                .rows()
                .get(0)
                .record();
        return new TreeMap<>(notebook.revisions().state(record).orElseThrow().values())
                .entrySet().stream()
                        .filter(e -> e.getKey().startsWith("attachments/"))
                        .map(e -> (Json.Obj) e.getValue())
                        .toList();
    }

    private static String read(Person person, String styleClass) {
        return person.onWindow(() -> {
            StringBuilder words = new StringBuilder();
            for (Node node : person.all(styleClass)) {
                node.lookupAll(".label")
                        .forEach(
                                label -> words.append(((Label) label).getText()).append('\n'));
            }
            return words.toString();
        });
    }

    @Test
    void aPhotoIsAddedWarnedOfAndReplacedByACopyThatTellsNothing() throws Exception {
        try (Person person = atANewInterview()) {
            adds(person, "IMG_1.jpg", Photos.camera(800, 600, 6));
            person.until(() -> !person.all("file-tells").isEmpty());
            assertThat(read(person, "warning")).contains("No consent to photos is recorded");
            assertThat(read(person, "file-told")).contains("the place where it was taken");
            Hyperlink day = (Hyperlink) person.all("take-day").iterator().next();
            person.robot().interact(day::fire);
            presses(person, "strip-instead");
            person.until(() -> person.all("file-tells").isEmpty());
            person.types("field-code", "A7-0001");
            List<Json.Obj> files = saved(person);
            assertThat(files).hasSize(1);
            Json.Obj item = files.get(0);
            assertThat(item.text("name")).isEqualTo("IMG_1.jpg");
            assertThat(item.text("taken")).isEqualTo("2026-05-04");
            assertThat(item.text("mediaType")).isEqualTo(MediaType.JPEG);
            assertThat(item.text("derivedFrom")).hasSize(64).isNotEqualTo(item.text("sha256"));
            HeldFile held = Objects.requireNonNull(
                    HeldFile.find(person.notebook(), Objects.requireNonNull(item.text("sha256"))));
            assertThat(Told.of(held, MediaType.JPEG)).isEqualTo(new Told(false, false, null, 6));
        }
        // What the original told does not lie in the notebook for ever.
        try (Notebook notebook = TestDoor.open(folder.resolve("notebook"))) {
            assertThat(notebook.attachments().all()).hasSize(1);
        }
    }

    @Test
    void theSameFileTwiceAndAnEmptyOneAreSaidAndNotAdded() throws Exception {
        try (Person person = atANewInterview()) {
            adds(person, "a.png", Photos.plain(40, 30, "png"));
            adds(person, "b.png", Photos.plain(40, 30, "png"));
            assertThat(read(person, "files-said")).contains("“b.png” is in this record already");
            adds(person, "c.png", new byte[0]);
            assertThat(read(person, "files-said")).contains("“c.png” is empty");
            assertThat(person.all("file-card")).hasSize(1);
            presses(person, "file-remove");
            assertThat(person.all("file-card")).isEmpty();
        }
    }

    @Test
    void aPictureIsPastedFromTheClipboard() throws Exception {
        try (Person person = atANewInterview()) {
            person.robot().interact(() -> {
                WritableImage image = new WritableImage(30, 20);
                image.getPixelWriter().setArgb(3, 4, 0xFF112233);
                ClipboardContent content = new ClipboardContent();
                content.putImage(image);
                Clipboard.getSystemClipboard().setContent(content);
                person.find("add-file", ButtonBase.class).requestFocus();
            });
            person.robot().push(KeyCode.CONTROL, KeyCode.V);
            person.rest();
            person.until(() -> !person.all("file-card").isEmpty());
            List<Json.Obj> files = saved(person);
            assertThat(files).hasSize(1);
            assertThat(files.get(0).text("mediaType")).isEqualTo(MediaType.PNG);
        }
    }

    @Test
    void aPictureIsShownLargeAndACopyIsSavedOnlyWithConsentAndAfterAWarning() throws Exception {
        Path copy = folder.resolve("copy.jpg");
        byte[] photo = Photos.plain(1600, 1200, "jpg");
        try (Person person = atANewInterview()) {
            adds(person, "IMG_2.jpg", photo);
            presses(person, "file-show");
            person.until(() -> !person.all("file-large").isEmpty());
            presses(person, "file-copy");
            person.until(() -> !person.all("files-said").isEmpty());
            assertThat(read(person, "files-said")).contains("no consent recorded");
            saved(person);
            opensWith(person, "keep");
            presses(person, "file-copy");
            person.until(() -> read(person, "files-said").contains("no consent to pictures"));
            assertThat(person.sees("answer-1")).isFalse();
            opensWith(person, "keep", "photo");
            presses(person, "file-copy");
            person.until(() -> person.sees("answer-1"));
            person.press("answer-1");
            assertThat(copy).doesNotExist();
            presses(person, "file-copy");
            person.chooses.add(copy);
            person.press("answer-0");
            person.until(() -> Files.exists(copy));
            person.rest();
            assertThat(Files.readAllBytes(copy)).isEqualTo(photo);
            assertThat(read(person, "files-said")).contains("copy.jpg");
        }
    }

    @Test
    void aFileThatIsNotHeldSaysSo() throws Exception {
        try (Person person = atANewInterview()) {
            person.press("nav-home");
            person.press("answer-2");
            var save = new org.jailoo.app.SaveRecord(person.notebook(), Person.CLOCK);
            var form = save.open("interview", null);
            save.save(
                    form,
                    Json.object(Map.of(
                            "consent",
                            Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep")))),
                            "attachments/" + org.jailoo.record.RecordId.random(),
                            Json.object(Map.of("sha256", Json.of("ab".repeat(32)), "name", Json.of("x.pdf"))))));
            person.robot()
                    .interact(
                            () -> Objects.requireNonNull(person.shell().desk()).openRecord("interview", form.record()));
            person.rest();
            person.robot()
                    .interact(
                            () -> person.find("record-scroll", ScrollPane.class).setVvalue(1));
            person.until(() -> !person.all("file-lacking").isEmpty());
            assertThat(person.all("file-copy")).isEmpty();
        }
    }
}
