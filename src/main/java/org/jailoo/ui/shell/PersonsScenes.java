package org.jailoo.ui.shell;

import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import javafx.scene.control.ToggleButton;
import org.jailoo.app.LinkPersons;
import org.jailoo.app.LinkPersons.Said;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.history.Content;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** Participants who may be one person, in a notebook of their own whose names are closed first; all of them invented. */
final class PersonsScenes implements AutoCloseable {
    private static final String PASSPHRASE = "тегирмен кычкач үзөңгү";

    private final Clock clock;
    private final Path file;
    private @Nullable Notebook notebook;
    private final InnerDesk inner;
    private int number;

    PersonsScenes(Shell shell, Clock clock, Path folder) {
        this.inner = new InnerDesk(shell);
        this.clock = clock;
        this.file = folder.resolve("persons.jailoo-notebook");
    }

    /** Makes the notebook; off the toolkit's thread. */
    void prepare() {
        char[] passphrase = PASSPHRASE.toCharArray();
        Notebook made = new NewNotebook(Kdf.FLOOR).create(file, passphrase, "A7");
        notebook = made;
        made.identities().open(passphrase, Content.timeText(clock.instant()), null);
        String gul = person("Жээнбекова Гүлнара Асановна", 1987, "Кичи-Жаргылчак", "Казань");
        person("Gulnara Asan kyzy", 1988, "Кичи Жаргылчак", "Казань");
        person("Токтосунов Үсөн", 1979, "Тосор", "Москва");
        person("Үсөн Токтосун уулу", 1979, "Тосор", "");
        String same = person("Ковалёва Екатерина Петровна", 1991, "Барскоон", "");
        String katya = person("Ковалева Катя", 1991, "Барскоон", "");
        String torn = person("Абдыраева Чынара", 1965, "Тосор", "");
        String two = person("Абдыраева Чинара", 1965, "Тосор", "");
        interview(gul);
        interview(gul);
        interview(katya);
        LinkPersons links = new LinkPersons(made, clock);
        links.say(Said.SAME, same, katya);
        links.say(Said.SAME, torn, two);
        SaveRecord save = new SaveRecord(made, clock);
        save.save(save.open("participant", torn), Json.object(Map.of("notSameAs/" + two, Json.TRUE)));
        made.identities().close();
    }

    private String person(String name, long born, String village, String city) {
        number++;
        Map<String, Json> values = new TreeMap<>(Map.of(
                "code", Json.of("A7-000" + number),
                "sex", Json.of(name.contains("Үсөн") ? "male" : "female"),
                "birthYear", Json.of(born),
                "languages/ky", Json.TRUE,
                "place", Json.object(Map.of("adm1", Json.of("KG02000000000"), "settlement", Json.of(village)))));
        if (!city.isEmpty()) {
            values.put(
                    "journeys/7d444840-9dc0-41d1-b245-5ffdce74fad" + number,
                    Json.object(Map.of(
                            "country", Json.of("RU"),
                            "city", Json.of(city),
                            "sector", Json.of("C14"),
                            "from", Json.of("2015"))));
        }
        String person = saved("participant", values);
        saved("identity", Map.of("participant", Json.of(person), "fullName", Json.of(name)));
        return person;
    }

    private void interview(String participant) {
        saved("interview", Map.of("participants/" + participant, Json.TRUE));
    }

    private String saved(String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(Objects.requireNonNull(notebook), clock);
        SaveRecord.Form form = save.open(type, null);
        if (!(save.save(form, Json.object(values)) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved: " + type);
        }
        return form.record();
    }

    List<Scenes.Step> steps() {
        return List.of(
                Scenes.Step.of(
                        "b0-persons-closed", this::begin, () -> inner.desk().go(new Place.Persons())),
                Scenes.Step.then(
                        "b1-persons-open", () -> inner.desk().names().open(PASSPHRASE.toCharArray(), null), () -> {}),
                Scenes.Step.then("b2-persons-linked", () -> {
                    if (inner.desk().view().lookup("#persons-linked") instanceof ToggleButton button) {
                        button.fire();
                    }
                }),
                Scenes.Step.then("b3-persons-left", inner::end));
    }

    private void begin() {
        inner.begin(notebook, file);
    }

    @Override
    public void close() {
        if (notebook != null) {
            notebook.close();
        }
    }
}
