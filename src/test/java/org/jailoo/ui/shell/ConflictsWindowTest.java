package org.jailoo.ui.shell;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.ListView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contradictions of every kind, settled in the window with nothing but the keyboard; every key is counted. */
class ConflictsWindowTest {
    private static final String PASSPHRASE = "ak kalpak";
    private static final String ITEM = "violations/11111111-1111-4111-8111-111111111111";
    private static final int MOST_KEYS = 3;

    @TempDir
    Path folder;

    private final Map<String, String> records = new HashMap<>();
    private int keys;

    private static String save(Notebook at, String type, @Nullable String record, Map<String, ? extends Json> body) {
        SaveRecord save = new SaveRecord(at, Person.CLOCK);
        SaveRecord.Form form = save.open(type, record);
        assertThat(save.save(form, Json.object(body))).isInstanceOf(SaveRecord.Saved.class);
        return form.record();
    }

    private void carry(Notebook from, Notebook to) throws Exception {
        Path bundle = folder.resolve("carried-" + System.nanoTime());
        new ExportBundle(from, Person.CLOCK)
                .export(new ExportBundle.Order(bundle, List.of(to.card()), ExportBundle.Choice.ALL));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, Person.CLOCK, ForkJoinPool.commonPool())
                .stage(bundle, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    private String record(String code) {
        return Objects.requireNonNull(records.get(code));
    }

    private static Json consent(String... purposes) {
        return Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of(purposes))));
    }

    private static Json violation(String code, String city) {
        return Json.object(Map.of("code", Json.of(code), "city", Json.of(city)));
    }

    /** What contradicts: by code, what stood there, what is written here, and what there. */
    private Path contradicting() throws Exception {
        Map<String, List<Map<String, Json>>> all = new java.util.LinkedHashMap<>();
        all.put(
                "1",
                List.of(Map.of(), Map.of("consent", consent("keep")), Map.of("consent", consent("keep", "media"))));
        all.put("2", List.of(Map.of(), Map.of("deleted", Json.TRUE), Map.of("summary", Json.of("Дагы."))));
        all.put(
                "3",
                List.of(
                        Map.of("narrative", Json.of("Бир. Эки.")),
                        Map.of("narrative", Json.of("Бир биз. Эки.")),
                        Map.of("narrative", Json.of("Бир. Эки алар."))));
        all.put(
                "4",
                List.of(
                        Map.of(ITEM, violation("wage-delay", "Казань")),
                        Map.of(ITEM, violation("wage-delay", "Москва")),
                        Map.of(ITEM, violation("wage-withheld", "Казань"))));
        all.put("5", List.of(Map.of(), Map.of("minutes", Json.of(1)), Map.of("minutes", Json.of(2))));
        all.put(
                "6",
                List.of(
                        Map.of("place", Json.object(Map.of("settlement", Json.of("Тосор")))),
                        Map.of("place", Json.object(Map.of("settlement", Json.of("Барскоон")))),
                        Map.of("place", Json.object(Map.of("settlement", Json.of("Бөкөнбаев"))))));
        all.put(
                "7",
                List.of(
                        Map.of("asked/wages", Json.TRUE),
                        Map.of("asked/wages", Json.NULL),
                        Map.of("asked/wages", Json.TRUE, "date", Json.of("2023-07"))));
        all.put("8", List.of(Map.of(), Map.of("interviewer", Json.of("А")), Map.of("interviewer", Json.of("Б"))));
        try (Notebook here = TestDoor.createWithKeys(folder.resolve("notebook"), "A7", PASSPHRASE, Kdf.FLOOR);
                Notebook there = TestDoor.create(folder.resolve("there"), "OSH-02")) {
            here.devices().trust(there.card());
            there.devices().trust(here.card());
            all.forEach((code, three) -> {
                Map<String, Json> before = new HashMap<>(three.get(0));
                before.put("code", Json.of(code));
                records.put(code, save(here, "interview", null, before));
            });
            carry(here, there);
            all.forEach((code, three) -> {
                save(here, "interview", record(code), three.get(1));
                save(there, "interview", record(code), three.get(2));
            });
            carry(there, here);
        }
        return folder.resolve("notebook");
    }

    private int left(Person person) {
        return person.onWindow(() -> person.sees("conflict-queue")
                ? ((ListView<?>) person.find("conflict-queue", ListView.class))
                        .getItems()
                        .size()
                : 0);
    }

    private void key(Person person, KeyCode... codes) {
        keys++;
        person.robot().push(codes);
        person.rest();
    }

    /** Settles what is looked at with these keys alone. */
    private void settles(Person person, KeyCode... codes) {
        int before = left(person);
        keys = 0;
        for (KeyCode code : codes) {
            assertThat(left(person)).as("not settled yet").isEqualTo(before);
            key(person, code);
        }
        assertThat(left(person)).as("settled").isEqualTo(before - 1);
        assertThat(keys).isLessThanOrEqualTo(MOST_KEYS);
    }

    private Json stands(Person person, String code, String path) {
        return person.notebook()
                .revisions()
                .state(record(code))
                .orElseThrow()
                .values()
                .getOrDefault(path, Json.NULL);
    }

    @Test
    void everyKindIsSettledWithAtMostThreeKeys() throws Exception {
        try (Person person = new Person(contradicting())) {
            person.types("passphrase", PASSPHRASE);
            person.press("unlock");
            person.until(() -> person.sees("nav-conflicts"));
            person.rest();
            // The queue is reached from the record that contradicts itself, and from the sidebar.
            person.onWindow(() -> {
                Objects.requireNonNull(person.shell().desk()).openRecord("interview", record("5"));
                return keys;
            });
            person.rest();
            person.press("record-conflicts");
            assertThat(person.reads("conflict-title")).startsWith("5 · ");
            person.press("nav-conflicts");
            assertThat(left(person)).isEqualTo(8);

            // What allows more than counts now is asked about: three keys.
            assertThat(person.reads("conflict-title")).isEqualTo("1 · Consent");
            assertThat(person.reads("conflict-acts"))
                    .contains("Keep the record")
                    .doesNotContain("media");
            boolean permissive = person.onWindow(() ->
                    person.shell().scene().lookup("#conflict-value-0").lookupAll(".conflict-apart").stream()
                            .anyMatch(text -> text instanceof Text words
                                    && words.getText().contains("media")));
            settles(person, permissive ? KeyCode.LEFT : KeyCode.RIGHT, KeyCode.ENTER, KeyCode.ENTER);
            assertThat(stands(person, "1", "consent")).isEqualTo(consent("keep", "media"));

            assertThat(person.reads("conflict-title")).startsWith("2 · ");
            settles(person, KeyCode.LEFT, KeyCode.ENTER);
            assertThat(stands(person, "2", "deleted")).isEqualTo(Json.NULL);

            settles(person, KeyCode.DIGIT0, KeyCode.ENTER);
            assertThat(stands(person, "3", "narrative")).isEqualTo(Json.of("Бир биз. Эки алар."));

            settles(person, KeyCode.NUMPAD0, KeyCode.ENTER);
            assertThat(stands(person, "4", ITEM)).isEqualTo(violation("wage-withheld", "Москва"));

            settles(person, KeyCode.RIGHT, KeyCode.LEFT, KeyCode.ENTER);
            settles(person, KeyCode.DIGIT2, KeyCode.ENTER);
            assertThat(person.reads("conflict-said")).contains("6").contains("history");

            // Going on and coming back leaves everything as it is.
            key(person, KeyCode.DOWN);
            assertThat(person.reads("conflict-title")).startsWith("8 · ");
            key(person, KeyCode.ENTER);
            assertThat(left(person)).isEqualTo(2);
            // A text of one's own: F2, the words, Ctrl+Enter.
            key(person, KeyCode.F2);
            person.robot().push(KeyCode.CONTROL, KeyCode.A);
            person.robot().write("Өзүм");
            key(person, KeyCode.CONTROL, KeyCode.ENTER);
            assertThat(stands(person, "8", "interviewer")).isEqualTo(Json.of("Өзүм"));

            settles(person, KeyCode.RIGHT, KeyCode.ENTER);
            assertThat(person.sees("conflict-nothing")).isTrue();
            assertThat(new HomeCounts(person.notebook()).count().inConflict()).isZero();
        }
    }
}
