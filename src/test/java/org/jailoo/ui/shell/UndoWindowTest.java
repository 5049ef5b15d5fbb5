package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.Labeled;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.ui.exchange.ExchangeScreen.Part;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An import taken back in the window: seen first, then done; and once somebody wrote on it, the values of before. */
class UndoWindowTest {
    private static final String PASSPHRASE = "ak kalpak";

    @TempDir
    Path folder;

    private static String saved(Notebook notebook, String record, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        SaveRecord.Form form = save.open("interview", record.isEmpty() ? null : record);
        assertThat(save.save(form, new Json.Obj(new TreeMap<>(values)))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private Path written(Notebook from, Notebook to) throws Exception {
        Path file = folder.resolve("b" + System.nanoTime() + ".jailoo");
        new ExportBundle(from, Person.CLOCK).export(new ExportBundle.Order(file, List.of(to.card()), Choice.ALL));
        return file;
    }

    private static String taken(Notebook into, Path file) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(into, Person.CLOCK, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
            return waiting.bundle().manifest().bundle();
        }
    }

    private static void history(Person person) {
        person.onWindow(() -> {
            Desk desk = Objects.requireNonNull(person.shell().desk());
            desk.exchange().part().set(Part.HISTORY);
            desk.go(new Place.Exchange());
            return desk;
        });
        person.rest();
    }

    private static String text(Person person) {
        return person.onWindow(() -> {
            StringBuilder text = new StringBuilder();
            person.shell()
                    .scene()
                    .getRoot()
                    .lookupAll(".label")
                    .forEach(node -> text.append(node instanceof Labeled label ? label.getText() : "")
                            .append('\n'));
            return text.toString();
        });
    }

    @Test
    void aBundleIsSeenTakenBackAndComesAgainAndLaterTheValuesOfBeforeAreWritten() throws Exception {
        Path file = folder.resolve("notebook");
        TestDoor.createWithKeys(file, "A7", PASSPHRASE, Kdf.FLOOR).close();
        try (Person person = new Person(file);
                Notebook other = TestDoor.create(folder.resolve("other"), "OSH-02")) {
            person.types("passphrase", PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            person.rest();
            Notebook notebook = person.notebook();
            notebook.devices().trust(other.card());
            String interview = saved(other, "", Map.of("code", Json.of("B-0001")));
            Path bundle = written(other, notebook);
            String id = taken(notebook, bundle);

            history(person);
            person.press("take-back-" + id);
            person.until(() -> person.sees("undo-go"));
            assertThat(text(person)).contains("From OSH-02", "1 new record", "1 record goes.", "Whom you trust stays");
            person.press("undo-leave");
            assertThat(notebook.revisions().holds(interview)).isTrue();
            person.press("take-back-" + id);
            person.press("undo-go");
            person.until(() -> text(person).contains("Taken back out"));
            assertThat(notebook.revisions().holds(interview)).isFalse();
            assertThat(person.sees("take-back-" + id)).isFalse();

            taken(notebook, bundle);
            history(person);
            person.press("take-back-" + id);
            person.until(() -> person.sees("undo-go"));
            // Somebody writes on it meanwhile: what was seen is no longer what would happen.
            saved(notebook, interview, Map.of("summary", Json.of("mine")));
            person.press("undo-go");
            person.until(() -> text(person).contains("Something has changed since you looked"));
            assertThat(text(person)).contains("1 record was changed on top of it", "gets its values from before");
            person.press("undo-go");
            person.until(() -> text(person).contains("Values from before written"));
            assertThat(notebook.revisions().state(interview).orElseThrow().values())
                    .containsOnlyKeys("summary");
        }
    }
}
