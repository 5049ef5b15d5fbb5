package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.event.Event;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** From the closed door to two participants linked as one person, separated again, and said to be two, by the keyboard. */
class PersonsWindowTest {
    private static final String PASSPHRASE = "ak kalpak";

    @TempDir
    Path folder;

    private static String saved(Notebook notebook, String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
        SaveRecord.Form form = save.open(type, null);
        assertThat(save.save(form, new Json.Obj(new TreeMap<>(values)))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private static String named(Notebook notebook, String code, String name) {
        String person = saved(
                notebook,
                "participant",
                Map.of(
                        "code",
                        Json.of(code),
                        "sex",
                        Json.of("female"),
                        "birthYear",
                        Json.of(1987),
                        "place",
                        Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of("Тосор")))));
        saved(notebook, "identity", Map.of("participant", Json.of(person), "fullName", Json.of(name)));
        return person;
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

    private static boolean says(Notebook notebook, String record, String path) {
        return Json.TRUE.equals(
                notebook.revisions().state(record).orElseThrow().values().get(path));
    }

    @Test
    void twoAreLinkedAsOneSeparatedAgainAndSaidToBeTwo() throws Exception {
        Path file = folder.resolve("notebook");
        TestDoor.createWithKeys(file, "A7", PASSPHRASE, Kdf.FLOOR).close();
        String one;
        String other;
        try (Notebook filled = Notebook.openWithIdentities(file, PASSPHRASE.toCharArray(), "2026-05-06T07:08:09Z")) {
            one = named(filled, "P-1", "Жээнбекова Гүлнара");
            other = named(filled, "P-2", "ZHENBEKOVA GULNARA");
        }
        try (Person person = new Person(file)) {
            person.types("passphrase", PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-persons"));
            person.rest();
            person.press("nav-persons");
            person.until(() -> person.sees("same-" + one));
            assertThat(text(person)).contains("Possibly one person").doesNotContain("Жээнбекова");

            person.types("names-passphrase", PASSPHRASE);
            person.press("names-open");
            person.until(() -> text(person).contains("Likely one person"));
            person.rest();
            assertThat(text(person)).contains("Жээнбекова Гүлнара").contains("same surname");
            person.press("same-" + one);
            person.until(() -> says(person.notebook(), one, "sameAs/" + other));
            person.rest();
            assertThat(person.sees("same-" + one)).isFalse();

            person.press("persons-linked");
            person.press("separate-" + one);
            person.until(() -> !says(person.notebook(), one, "sameAs/" + other));
            person.rest();
            person.press("persons-offered");
            person.rest();
            Button same = person.find("same-" + one, Button.class);
            person.onWindow(() -> {
                same.requestFocus();
                Event.fireEvent(
                        same, new KeyEvent(KeyEvent.KEY_PRESSED, "2", "2", KeyCode.DIGIT2, false, false, false, false));
                return one;
            });
            person.until(() -> says(person.notebook(), one, "notSameAs/" + other));
            person.rest();
            assertThat(person.sees("persons-nothing")).isTrue();

            person.onWindow(() -> {
                Objects.requireNonNull(person.shell().desk()).names().close();
                return one;
            });
            person.rest();
            assertThat(text(person)).doesNotContain("Жээнбекова");
        }
    }
}
