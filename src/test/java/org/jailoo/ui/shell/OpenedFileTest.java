package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A file that the system hands to the program: a double click, or a name after the command. */
class OpenedFileTest {
    @TempDir
    Path folder;

    private Path notebook() {
        Path file = folder.resolve("office.jailoo-notebook");
        TestDoor.create(file, "OFFICE").close();
        return file;
    }

    private Path bundle() throws Exception {
        Path file = folder.resolve("b2.jailoo");
        try (Notebook from = TestDoor.create(folder.resolve("b2"), "B2")) {
            SaveRecord save = new SaveRecord(from, Person.CLOCK);
            save.save(save.open("organization", null), Json.object(Map.of("name", Json.of("Ак-Бата"))));
            new ExportBundle(from, Person.CLOCK)
                    .export(new ExportBundle.Order(file, List.of(from.card()), ExportBundle.Choice.ALL));
        }
        return file;
    }

    private static void receives(Person person, Path file) {
        person.onWindow(() -> {
            person.shell().receive(file);
            return file;
        });
        person.rest();
    }

    @Test
    void aBundleWaitsForTheNotebookAndThenLiesOnTheDeskAndIsNotTakenIn() throws Exception {
        Path bundle = bundle();
        try (Person person = new Person(notebook())) {
            receives(person, bundle);
            assertThat(person.reads("waits")).contains("b2.jailoo", "Exchange");
            person.types("passphrase", Person.PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("arrivals"));
            person.until(() -> !person.all("import-row").isEmpty());
            person.rest();
            assertThat(person.notebook().revisions().count()).as("revisions").isZero();
            // It was handed over once: a notebook that is opened again begins on its first page.
            person.onWindow(() -> {
                person.shell().lock();
                return person;
            });
            person.rest();
            assertThat(person.onWindow(
                            () -> person.shell().unlock().noticeProperty().get()))
                    .isNull();
        }
    }

    @Test
    void whatIsNeitherNotebookNorBundleIsNamedAndNothingIsOpened() throws Exception {
        Path table = Files.writeString(folder.resolve("table.xlsx"), "PK");
        try (Person person = new Person(null)) {
            receives(person, table);
            assertThat(person.reads("failure")).contains("table.xlsx", "neither a notebook nor a bundle");
            assertThat(person.isLocked()).isTrue();
            receives(person, folder.resolve("gone.jailoo"));
            assertThat(person.reads("failure")).contains("gone.jailoo", "not found");
            assertThat(person.onWindow(
                            () -> person.shell().unlock().noticeProperty().get()))
                    .isNull();
        }
    }
}
