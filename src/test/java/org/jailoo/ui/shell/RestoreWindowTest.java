package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import org.jailoo.app.BackUp;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A laptop is lost; its backup becomes a notebook again at the first screen of another. */
class RestoreWindowTest {
    private static final String PHRASE = "төрт ак боз ат";
    private static final int CHEAP = 10;

    @TempDir
    Path folder;

    private Path backup;
    private String lines = "";

    @BeforeEach
    void backUp() throws IOException {
        backup = folder.resolve("kept.jailoo");
        try (Notebook lost =
                TestDoor.create(Files.createDirectory(folder.resolve("lost")).resolve("n"), "A7")) {
            save(lost, "A7-1");
            new PurgeRecord(lost, Person.CLOCK).purge(save(lost, "A7-2"));
            new BackUp(lost, Person.CLOCK, CHEAP).write(backup, PHRASE.toCharArray());
            lines = lines(lost);
        }
    }

    private static String save(Notebook notebook, String code) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        SaveRecord.Form form = save.open("interview", null);
        assertThat(save.save(form, Json.object(Map.of("code", Json.of(code))))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private static String lines(Notebook notebook) {
        StringBuilder lines = new StringBuilder();
        notebook.revisions()
                .eachRecord(id -> lines.append(notebook.revisions()
                                .state(id)
                                .map(RecordState::line)
                                .orElse(""))
                        .append('\n'));
        return lines.toString();
    }

    private List<String> in(String name) throws IOException {
        try (Stream<Path> there = Files.list(folder.resolve(name))) {
            return there.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void aBackupBecomesTheNotebookAgainAndNothingElseDoes() throws Exception {
        Path into = Files.createDirectory(folder.resolve("new")).resolve("n.jailoo-notebook");
        Path table = Files.writeString(folder.resolve("table.csv"), "a;b");
        try (Person person = new Person(null)) {
            person.press("mode-open");
            person.press("restore-link");
            person.press("restore");
            assertThat(person.reads("failure")).startsWith("No backup is chosen.");
            chooses(person, "choose-backup", table);
            chooses(person, "choose-file", into);
            restore(person, PHRASE);
            assertThat(person.reads("failure")).isNotEmpty();
            chooses(person, "choose-backup", backup);
            restore(person, "ак боз ат");
            assertThat(person.reads("failure")).startsWith("This passphrase does not open the backup.");
            assertThat(in("new")).isEmpty();

            restore(person, PHRASE);
            person.until(() -> person.sees("unlock"));
            assertThat(person.reads("waits")).contains("Records in it: 2.", "wait for you on the first page: 1.");
            assertThat(in("new")).containsExactly("n.jailoo-notebook", "n.jailoo-notebook.keys");
            person.types("passphrase", PHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            // The erased record waits for an answer, without its contents; the other is what it was.
            assertThat(lines(person.notebook()).lines().toList())
                    .hasSize(2)
                    .containsAll(
                            lines.lines().filter(line -> line.contains("A7-1")).toList());
            assertThat(person.notebook().purges().held()).hasSize(1);
        }
    }

    @Test
    void whatLiesAtThePlaceStays() throws Exception {
        Path there = Files.writeString(folder.resolve("there"), "somebody's");
        try (Person person = new Person(null)) {
            person.press("mode-open");
            person.press("restore-link");
            chooses(person, "choose-backup", backup);
            chooses(person, "choose-file", there);
            restore(person, PHRASE);
            assertThat(person.reads("failure")).contains(there.toString());
            assertThat(Files.readString(there)).isEqualTo("somebody's");
            person.press("restore-back");
            assertThat(person.onWindow(() -> person.find("failure", Label.class).isVisible()
                            && person.find("failure", Label.class).getParent().isVisible()))
                    .isFalse();
            assertThat(person.find("file", TextField.class).getText()).isEmpty();
        }
    }

    private static void chooses(Person person, String button, Path file) {
        person.chooses.add(file);
        person.press(button);
    }

    private static void restore(Person person, String phrase) {
        person.types("backup-passphrase", phrase);
        person.press("restore");
    }
}
