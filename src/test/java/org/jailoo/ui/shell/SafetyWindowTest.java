package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import javafx.scene.control.ButtonBase;
import javafx.scene.input.KeyCode;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.WrongTries;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The keys of a notebook in the hands of a person at the window. */
class SafetyWindowTest {
    private static final String PASSPHRASE = "ak kalpak";
    private static final String STRONG = "tegirmen kychkach uzongu shybyrt 5";

    @TempDir
    Path folder = Path.of("");

    private Path file = Path.of("");

    @BeforeEach
    void make() {
        file = folder.resolve("n");
        try (Notebook notebook = new NewNotebook(Kdf.FLOOR).create(file, PASSPHRASE.toCharArray(), "A7")) {
            SaveRecord save = new SaveRecord(notebook, Person.CLOCK);
            save.save(save.open("interview", null), Json.object(Map.of("code", Json.of("A7-1"))));
        }
    }

    private Person protecting() throws Exception {
        Person person = new Person(file);
        unlock(person, PASSPHRASE);
        person.press("nav-protection");
        person.until(() -> person.sees("safety-kit"));
        return person;
    }

    private static void unlock(Person person, String passphrase) {
        person.types("passphrase", passphrase);
        person.press("unlock");
        person.until(() -> person.sees("nav-home"));
        person.rest();
    }

    @Test
    void theWordsThatAreShownAndTypedBackOpenTheNotebookWhenThePassphraseIsForgotten() throws Exception {
        List<String> words = new ArrayList<>();
        try (Person person = new Person(file)) {
            unlock(person, PASSPHRASE);
            person.until(() -> person.sees("home-kit"));
            person.press("home-kit-make");
            person.press("kit-make");
            person.types("kit-passphrase", "wrong");
            person.press("kit-go");
            assertThat(person.reads("safety-failure")).startsWith("This is not the passphrase");
            person.types("kit-passphrase", PASSPHRASE);
            person.press("kit-go");
            for (int line = 1; line <= 4; line++) {
                words.add(person.reads("kit-latin-" + line));
                assertThat(person.reads("kit-cyrillic-" + line)).hasSameSizeAs(words.get(line - 1));
            }
            assertThat(person.sees("kit-none")).isTrue();
            person.press("kit-have");
            List<Integer> asked = Stream.of(1, 2, 3, 4)
                    .filter(n -> person.sees("kit-back-" + n))
                    .toList();
            assertThat(asked).hasSize(2);
            person.types("kit-back-" + asked.get(0), words.get(asked.get(1) - 1));
            person.press("kit-keep");
            assertThat(person.reads("safety-failure")).startsWith("This is not line " + asked.get(0));
            person.robot()
                    .interact(() -> person.find("kit-back-" + asked.get(0), javafx.scene.control.TextField.class)
                            .clear());
            person.types("kit-back-" + asked.get(0), words.get(asked.get(0) - 1).toLowerCase(java.util.Locale.ROOT));
            person.types("kit-back-" + asked.get(1), words.get(asked.get(1) - 1).replace(" ", ""));
            person.press("kit-keep");
            person.until(() -> person.sees("kit-printed"));
            assertThat(person.sees("kit-page")).isFalse();
            person.press("nav-home");
            person.rest();
            assertThat(person.sees("home-kit")).isFalse();
            person.press("lock");
            person.press("forgot");
            for (int line = 1; line <= 4; line++) {
                person.types("kit-line-" + line, line == 2 ? "dejan batax 00" : words.get(line - 1));
            }
            person.types("new-passphrase", STRONG);
            person.types("new-passphrase-again", STRONG);
            person.press("recover");
            assertThat(person.reads("failure")).startsWith("Not right: line 2.");
            person.robot()
                    .interact(() -> person.find("kit-line-2", javafx.scene.control.TextField.class)
                            .clear());
            person.types("kit-line-2", words.get(1));
            person.press("recover");
            person.until(() -> person.sees("nav-home"));
            assertThat(person.notebook().revisions().count()).isEqualTo(1);
            assertThat(person.notebook()
                            .custody()
                            .before(Long.MAX_VALUE, 1)
                            .get(0)
                            .note()
                            .what())
                    .isEqualTo(What.KIT_USED);
        }
        Notebook.open(file, STRONG.toCharArray()).close();
    }

    @Test
    void thePassphraseIsChangedAndEverythingEncryptedAnew() throws Exception {
        byte[] salt;
        try (Person person = protecting()) {
            person.press("change-open");
            person.types("change-old", PASSPHRASE);
            person.types("change-new", "abc");
            person.types("change-again", "abc");
            person.press("change-do");
            assertThat(person.reads("safety-failure")).startsWith("This passphrase is guessed within a day");
            person.types("change-old", PASSPHRASE);
            person.types("change-new", STRONG);
            person.types("change-again", STRONG);
            person.press("change-do");
            person.until(() -> person.sees("change-open"));
            salt = java.util.Arrays.copyOf(Files.readAllBytes(file), 16);
            person.press("move-open");
            person.types("move-passphrase", STRONG);
            person.press("move-go");
            person.until(() -> person.sees("nav-home"));
            person.rest();
            assertThat(person.notebook().revisions().count()).isEqualTo(1);
            assertThat(person.reads("note")).startsWith("Everything is encrypted under new keys");
        }
        assertThat(java.util.Arrays.copyOf(Files.readAllBytes(file), 16)).isNotEqualTo(salt);
        Notebook.open(file, STRONG.toCharArray()).close();
    }

    @Test
    void theEmergencyEraseThatIsStoppedLeavesEverythingAndTheOneThatIsNotLeavesNothing() throws Exception {
        byte[] keys = Files.readAllBytes(KeyFileStore.beside(file));
        try (Person person = protecting()) {
            person.press("nav-interview");
            person.robot()
                    .press(KeyCode.CONTROL, KeyCode.SHIFT, KeyCode.DELETE)
                    .release(KeyCode.DELETE, KeyCode.SHIFT, KeyCode.CONTROL);
            person.until(() -> person.sees("erase-keep"));
            person.press("erase-do");
            Thread.sleep(2500);
            person.robot().press(KeyCode.ESCAPE).release(KeyCode.ESCAPE);
            person.until(() -> !person.sees("erase-pane"));
            Thread.sleep(4000);
            assertThat(person.isLocked()).isFalse();
            assertThat(Files.readAllBytes(KeyFileStore.beside(file))).isEqualTo(keys);
            assertThat(person.notebook().revisions().count()).isEqualTo(1);
            person.press("nav-protection");
            person.press("erase-open");
            person.press("erase-do");
            assertThat(person.find("erase-stop", ButtonBase.class).isFocused()).isTrue();
            person.until(person::isLocked);
            person.until(() -> !Files.exists(file));
            person.rest();
            assertThat(person.onWindow(() -> String.valueOf(
                            person.shell().unlock().fileProperty().get())))
                    .isEqualTo("null");
        }
        try (Stream<Path> left = Files.list(folder)) {
            assertThat(left).isEmpty();
        }
    }

    @Test
    void afterThreeWrongPassphrasesTheScreenCountsDownInWords() throws Exception {
        Files.writeString(folder.resolve("n.tries"), "4");
        try (Person person = new Person(file)) {
            assertThat(person.reads("waiting")).matches("Several wrong passphrases in a row\\..* [12] seconds?\\.");
            assertThat(person.find("unlock", ButtonBase.class).isDisabled()).isTrue();
            person.until(() -> !person.find("unlock", ButtonBase.class).isDisabled());
            person.types("passphrase", "wrong");
            person.press("unlock");
            assertThat(WrongTries.on(file).count()).isEqualTo(5);
            assertThat(person.find("unlock", ButtonBase.class).isDisabled()).isTrue();
            person.until(() -> !person.find("unlock", ButtonBase.class).isDisabled());
            unlock(person, PASSPHRASE);
            assertThat(WrongTries.on(file).count()).isZero();
        }
    }
}
