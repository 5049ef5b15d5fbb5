package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.control.CheckBox;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.jailoo.app.CardFile;
import org.jailoo.app.Lead;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The first minute with Jailoo: language, notebook, passphrase, the lead's card. */
class FirstRunTest {
    private static final String STRONG = "тегирмен кычкач үзөңгү шыбырт";

    @TempDir
    Path folder;

    private Path file() {
        return folder.resolve("notebook");
    }

    private Card lead() {
        try (Notebook other = TestDoor.create(folder.resolve("lead"), "BISHKEK-01")) {
            return other.card();
        }
    }

    private static String focused(Person person) {
        return person.onWindow(() -> {
            Node owner = person.shell().scene().getFocusOwner();
            return owner == null ? "" : String.valueOf(owner.getId());
        });
    }

    /** Tab until something has the keyboard. */
    private static void tabTo(Person person, String id) {
        for (int i = 0; i < 20 && !focused(person).equals(id); i++) {
            person.robot().type(KeyCode.TAB);
            person.rest();
        }
        assertThat(focused(person)).isEqualTo(id);
    }

    private static void pastes(Person person, String text) {
        fills(person, "lead-paste", text);
    }

    /** As if pasted; typing takes its time. */
    private static void fills(Person person, String id, String text) {
        TextInputControl field = person.find(id, TextInputControl.class);
        person.robot().interact(() -> field.setText(text));
        person.rest();
    }

    private Person atTheLeadsCard() throws Exception {
        Person person = new Person(null);
        person.press("mode-create");
        fills(person, "device-name", "B2");
        person.chooses.add(file());
        person.press("choose-file");
        fills(person, "passphrase", STRONG);
        fills(person, "passphrase-again", STRONG);
        person.press("create");
        person.until(() -> person.sees("lead-later"));
        return person;
    }

    @Test
    void theWholeFirstRunGoesByKeyboardAlone() throws Exception {
        Path card = folder.resolve("card.json");
        Card lead = lead();
        CardFile.write(lead, card);
        try (Person person = new Person(null)) {
            assertThat(focused(person)).isEqualTo("speak-en");
            tabTo(person, "speak-ky");
            person.robot().type(KeyCode.SPACE);
            person.rest();
            assertThat(person.look.language()).isEqualTo("ky");
            assertThat(focused(person)).isEqualTo("mode-create");
            person.robot().type(KeyCode.SPACE);
            person.rest();
            assertThat(focused(person)).isEqualTo("device-name");
            person.robot().write("A7");
            tabTo(person, "choose-file");
            person.chooses.add(file());
            person.robot().type(KeyCode.SPACE);
            tabTo(person, "passphrase");
            person.robot().write(STRONG);
            tabTo(person, "passphrase-again");
            person.robot().write(STRONG);
            person.robot().type(KeyCode.ENTER);
            person.until(() -> focused(person).equals("lead-file"));
            person.chooses.add(card);
            person.robot().type(KeyCode.SPACE);
            person.until(() -> person.sees("lead-compared"));
            tabTo(person, "lead-compared");
            person.robot().type(KeyCode.SPACE);
            tabTo(person, "lead-trust");
            person.robot().type(KeyCode.SPACE);
            person.until(() -> person.sees("nav-home"));
            assertThat(person.notebook().devices().trust(lead.deviceId())).isEqualTo(Trust.TRUSTED);
            assertThat(new Lead(person.notebook()).card()).contains(lead);
        }
        Notebook.open(file(), STRONG.toCharArray()).close();
    }

    @Test
    void aNewNotebookIsMadeOnlyWithTwoEqualPassphrases() throws Exception {
        try (Person person = new Person(null)) {
            person.press("mode-create");
            fills(person, "device-name", "B2");
            person.chooses.add(file());
            person.press("choose-file");
            fills(person, "passphrase", STRONG);
            fills(person, "passphrase-again", STRONG + "а");
            person.press("create");
            assertThat(person.reads("failure")).startsWith("The two passphrases differ.");
            assertThat(file()).doesNotExist();
        }
    }

    @Test
    void whatIsGuessedWithinADayIsNotTakenAndWhatIsWeakOnlyIfThePersonInsists() throws Exception {
        try (Person person = new Person(null)) {
            person.press("mode-create");
            fills(person, "device-name", "B2");
            person.chooses.add(file());
            person.press("choose-file");
            fills(person, "passphrase", "ак калпак");
            person.until(() -> person.reads("strength").startsWith("A thief"));
            assertThat(person.reads("strength")).endsWith("Add words that do not belong together.");
            assertThat(person.onWindow(
                            () -> person.find("insist", CheckBox.class).isVisible()))
                    .isFalse();
            fills(person, "passphrase-again", "ак калпак");
            person.press("create");
            person.until(() -> person.reads("failure").startsWith("This passphrase is guessed within a day."));
            fills(person, "passphrase", "тегирмен чынар");
            fills(person, "passphrase-again", "тегирмен чынар");
            person.press("create");
            person.until(() -> person.reads("failure").startsWith("This passphrase is weak."));
            assertThat(file()).doesNotExist();
            fills(person, "passphrase", "тегирмен чынар");
            person.until(() ->
                    person.onWindow(() -> person.find("insist", CheckBox.class).isVisible()));
            person.press("insist");
            fills(person, "passphrase-again", "тегирмен чынар");
            person.press("create");
            person.until(() -> person.sees("lead-later"));
        }
        assertThat(file()).exists();
    }

    @Test
    void theLeadsCardCanWaitAndIsTrustedOnlyAfterItWasCompared() throws Exception {
        Card lead = lead();
        String text = new String(lead.canonicalBytes(), StandardCharsets.UTF_8);
        try (Person person = atTheLeadsCard()) {
            pastes(person, "{\"name\":\"?\"}");
            assertThat(person.reads("failure")).startsWith("This is no card.");
            pastes(person, text.replace("BISHKEK-01", "BISHKEK-02"));
            assertThat(person.reads("failure")).startsWith("This card was changed after it was made");
            pastes(person, text);
            assertThat(person.reads("lead-name")).contains("BISHKEK-01");
            Node digits = person.find("lead-digits", Node.class);
            assertThat(person.onWindow(digits::getAccessibleText))
                    .isEqualTo(lead.fingerprint().digits());
            Node trust = person.find("lead-trust", Node.class);
            assertThat(person.onWindow(trust::isDisabled)).isTrue();
            person.press("lead-later");
            person.until(() -> person.sees("nav-home"));
            assertThat(new Lead(person.notebook()).card()).isEmpty();
            assertThat(Objects.requireNonNull(person.notebook()).devices().all())
                    .hasSize(1);
        }
    }
}
