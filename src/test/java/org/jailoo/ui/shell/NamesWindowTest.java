package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.Labeled;
import javafx.scene.control.TextInputControl;
import javafx.stage.Stage;
import org.jailoo.app.Lead;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Who a participant is, in the window: nothing of it is in sight before it is opened, and after it is closed. */
class NamesWindowTest {
    private static final String PASSPHRASE = "ak kalpak";
    private static final String CANARY = "Асанова Айчүрөк";

    @TempDir
    Path folder;

    private String participant = "";
    private String identity = "";
    private Card lead = Card.sign(DeviceKeys.generate(new java.security.SecureRandom()), 1, "LEAD-01");

    @BeforeEach
    void fill() {
        try (Notebook notebook = TestDoor.createWithKeys(folder.resolve("notebook"), "A7", PASSPHRASE, Kdf.FLOOR)) {
            SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
            SaveRecord.Form person = save.open("participant", null);
            save.save(person, Json.object(Map.of("code", Json.of("P-0001"), "sex", Json.of("female"))));
            participant = person.record();
            SaveRecord.Form name = save.open("identity", null);
            save.save(name, Json.object(Map.of("participant", Json.of(participant), "fullName", Json.of(CANARY))));
            identity = name.record();
            notebook.devices().trust(lead);
            new Lead(notebook).name(lead.deviceId());
        }
    }

    private Person unlocked() throws Exception {
        Person person = new Person(folder.resolve("notebook"));
        person.types("passphrase", PASSPHRASE);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
        return person;
    }

    private void goTo(Person person, String type, String record) {
        person.onWindow(() -> {
            Objects.requireNonNull(person.shell().desk()).openRecord(type, record);
            return record;
        });
        person.rest();
    }

    private static boolean shows(Person person, String text) {
        return person.onWindow(() -> {
            Stage stage = (Stage) person.shell().scene().getWindow();
            if (String.valueOf(stage.getTitle()).contains(text)) {
                return true;
            }
            for (Node node : person.shell().scene().getRoot().lookupAll("*")) {
                boolean has = (node instanceof Labeled label
                                && String.valueOf(label.getText()).contains(text))
                        || (node instanceof TextInputControl input
                                && String.valueOf(input.getText()).contains(text))
                        || String.valueOf(node.getAccessibleText()).contains(text);
                if (has) {
                    return true;
                }
            }
            return false;
        });
    }

    private static void openNames(Person person) {
        person.types("names-passphrase", PASSPHRASE);
        person.press("names-open");
        person.until(() -> person.sees("field-fullName"));
        person.rest();
    }

    @Test
    void aCardOpensSavesAndClosesAndWhatWasTypedComesBack() throws Exception {
        try (Person person = unlocked()) {
            goTo(person, "participant", participant);
            person.until(() -> person.sees("names-passphrase"));
            assertThat(shows(person, CANARY)).isFalse();
            person.types("names-passphrase", "ak kalpok");
            person.press("names-open");
            person.until(() -> !person.reads("names-refused").isEmpty());
            openNames(person);
            assertThat(person.written("field-fullName")).isEqualTo(CANARY);
            assertThat(person.reads("names-left")).startsWith("Closes in");
            person.types("field-phone", "+996 700 123");
            person.press("names-save");
            person.until(() -> !person.reads("names-said").isEmpty());
            person.rest();
            assertThat(person.notebook()
                            .revisions()
                            .state(identity)
                            .orElseThrow()
                            .values())
                    .containsEntry("phone", Json.of("+996 700 123"));
            person.types("field-address", "Нарын, Ленин 5");
            person.press("names-close");
            person.until(() -> person.sees("names-passphrase"));
            assertThat(person.sees("field-fullName")).isFalse();
            assertThat(shows(person, CANARY)).isFalse();
            assertThat(shows(person, "Нарын, Ленин 5")).isFalse();
            assertThat(person.notebook().drafts().outsides()).hasSize(1);
            openNames(person);
            assertThat(person.written("field-address")).isEqualTo("Нарын, Ленин 5");
            person.press("names-save");
            person.rest();
            assertThat(person.notebook().drafts().outsides()).isEmpty();
            assertThat(person.notebook().custody().before(Long.MAX_VALUE, 50).stream()
                            .filter(e -> e.note().what() == What.IDENTITIES_OPENED)
                            .map(e -> e.note().record()))
                    .containsExactly(participant, participant);
        }
    }

    /** Written for the first time, locked in the middle: the draft is found again, and becomes her name. */
    @Test
    void aNameThatWasBegunIsFoundAgainAfterALock() throws Exception {
        SaveRecord.Form other;
        try (Notebook notebook = TestDoor.open(folder.resolve("notebook"))) {
            SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
            other = save.open("participant", null);
            save.save(other, Json.object(Map.of("code", Json.of("P-0002"))));
        }
        try (Person person = unlocked()) {
            goTo(person, "participant", other.record());
            openNames(person);
            assertThat(person.written("field-fullName")).isEmpty();
            person.types("field-fullName", "Жаңы Ысым");
            person.press("lock");
            assertThat(person.isLocked()).isTrue();
            person.until(() -> person.sees("passphrase"));
            person.types("passphrase", PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-home"));
            person.rest();
            assertThat(shows(person, "Жаңы Ысым")).isFalse();
            goTo(person, "participant", other.record());
            openNames(person);
            assertThat(person.written("field-fullName")).isEqualTo("Жаңы Ысым");
            person.press("names-save");
            person.rest();
            assertThat(person.<List<String>>onWindow(
                            () -> person.notebook().reading(at -> at.identitiesOf(other.record()))))
                    .hasSize(1);
        }
    }

    @Test
    void aRecordThatSaysWhoSomebodyIsStaysBehindTheDoor() throws Exception {
        try (Person person = unlocked()) {
            goTo(person, "identity", identity);
            person.until(() -> person.sees("names-passphrase"));
            assertThat(shows(person, CANARY)).isFalse();
            openNames(person);
            assertThat(shows(person, CANARY)).isTrue();
            person.onWindow(() -> {
                Objects.requireNonNull(person.shell().desk()).names().close();
                return person;
            });
            person.rest();
            assertThat(person.sees("names-passphrase")).isTrue();
            assertThat(shows(person, CANARY)).isFalse();
        }
    }

    @Test
    void aBundleWithNamesAsksForThemAndOneOfCodesDoesNot() throws Exception {
        Path codes = folder.resolve("codes.jailoo");
        Path all = folder.resolve("all.jailoo");
        try (Person person = unlocked()) {
            person.press("nav-exchange");
            person.press("part-export");
            person.onWindow(() -> {
                person.shell()
                        .scene()
                        .getRoot()
                        .lookupAll(".receiver")
                        .forEach(n -> ((javafx.scene.control.CheckBox) n).setSelected(true));
                return person;
            });
            choose(person, 2);
            person.chooses.add(codes);
            person.press("export");
            person.until(() -> Files.exists(codes));
            choose(person, 1);
            person.chooses.add(all);
            person.press("export");
            person.until(() -> person.sees("names-passphrase"));
            assertThat(all).doesNotExist();
            person.types("names-passphrase", PASSPHRASE);
            person.press("names-open");
            person.until(() -> Files.exists(all));
            person.rest();
        }
    }

    private static void choose(Person person, int place) {
        person.onWindow(() -> {
            ((javafx.scene.control.RadioButton) person.shell()
                            .scene()
                            .getRoot()
                            .lookupAll(".radio-button")
                            .toArray()[place])
                    .fire();
            return person;
        });
        person.rest();
    }
}
