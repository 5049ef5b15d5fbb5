package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import javafx.scene.control.ScrollPane;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** Contradictions of every kind between three laptops, in a notebook of its own; invented. */
final class ConflictScenes implements AutoCloseable {
    private static final String BEFORE = "Мен Казанда ашканада иштегем. Эртең менен алтыда баштачубуз. Айлыкты үч ай"
            + " бербей койду. Паспортумду кожоюн алып койгон. Кийин үйгө качып келдим.";
    private static final String HERE = "Мен Казанда ашканада иштегем. Эртең менен алтыда баштап, түнкү он бирде"
            + " бүтчүбүз. Айлыкты үч ай бербей койду. Паспортумду кожоюн алып койгон. Кийин үйгө качып келдим.";
    private static final String THERE = "Мен Казанда ашканада иштегем. Эртең менен алтыда баштачубуз. Айлыкты беш ай"
            + " бербей койду. Паспортумду кожоюн алып койгон, бербей койду. Кийин үйгө качып келдим. Азыр Ошто жашайм.";
    private static final String ITEM = "violations/11111111-1111-4111-8111-111111111111";

    private final Shell shell;
    private final Clock clock;
    private final Path folder;
    private final Map<String, String> records = new HashMap<>();
    private final List<Notebook> all = new ArrayList<>();
    private final InnerDesk inner;
    private int carried;

    ConflictScenes(Shell shell, Clock clock, Path folder) {
        this.shell = shell;
        this.inner = new InnerDesk(shell);
        this.clock = clock;
        this.folder = folder;
    }

    private Notebook made(String name) {
        Notebook made =
                new NewNotebook(Kdf.FLOOR).create(folder.resolve("at-" + name), "ак калпак".toCharArray(), name);
        made.identities().open("ак калпак".toCharArray(), "2026-05-06T07:08:09Z", null);
        all.add(made);
        return made;
    }

    /** Makes the notebooks; off the toolkit's thread. */
    void prepare() throws IOException {
        Notebook mine = made("BISHKEK-01");
        made("A9");
        Notebook osh = made("OSH-02");
        Notebook naryn = made("NARYN-03");
        for (Notebook one : List.of(osh, naryn)) {
            one.devices().trust(mine.card());
            mine.devices().trust(one.card());
        }
        try {
            fill(mine, osh, naryn);
        } catch (ExportBundle.ReceiverRefused | BundleRefused e) {
            throw new IOException(e);
        }
        mine.identities().close();
    }

    private void fill(Notebook mine, Notebook osh, Notebook naryn)
            throws IOException, ExportBundle.ReceiverRefused, BundleRefused {
        Map<String, Json> first = Map.of("code", Json.of("A7-0301"), "narrative", Json.of(BEFORE));
        begin(mine, "text", "interview", first);
        begin(mine, "consent", "interview", Map.of("code", Json.of("A7-0302")));
        begin(mine, "deleted", "interview", Map.of("code", Json.of("A7-0303"), "summary", Json.of("Кыска")));
        begin(mine, "group", "recommendation", Map.of("plan", Json.of("2"), "number", Json.of(5)));
        begin(mine, "three", "participant", Map.of("code", Json.of("B-14"), "birthYear", Json.of(1980)));
        begin(mine, "item", "interview", Map.of("code", Json.of("A7-0304"), ITEM, violation("wage-delay", "Москва")));
        begin(mine, "name", "identity", Map.of("fullName", Json.of("Асанова Айчүрөк")));
        send(mine, osh);
        send(mine, naryn);
        Map<Notebook, Map<String, Map<String, Json>>> written = new java.util.LinkedHashMap<>();
        written.put(
                mine,
                Map.of(
                        "text", Map.of("narrative", Json.of(HERE), "minutes", Json.of(45)),
                        "consent", Map.of("consent", consent("keep", "statistics", "quote-anonymously")),
                        "deleted", Map.of("deleted", Json.TRUE),
                        "group", Map.of("timeline", time("Октябрь 2023", "2023-10", "2023-10")),
                        "three", Map.of("birthYear", Json.of(1981), "roles/teacher", Json.TRUE),
                        "item", Map.of(ITEM, violation("wage-withheld", "Москва")),
                        "name", Map.of("phone", Json.of("+996 700 123 456"))));
        written.put(
                osh,
                Map.of(
                        "text", Map.of("narrative", Json.of(THERE), "minutes", Json.of(60)),
                        "consent", Map.of("consent", consent("keep", "statistics", "media")),
                        "deleted", Map.of("summary", Json.of("Дагы бир жолу сүйлөштүк.")),
                        "group", Map.of("timeline", time("Ноябрь 2023", "2023-11", "2023-11")),
                        "three", Map.of("birthYear", Json.of(1985)),
                        "item", Map.of(ITEM, violation("wage-delay", "Казань")),
                        "name", Map.of("phone", Json.of("+996 555 000 111"))));
        written.put(naryn, Map.of("three", Map.of("birthYear", Json.NULL)));
        written.forEach((who, changes) ->
                changes.forEach((which, body) -> save(who, record(which), type(who, record(which)), body)));
        send(osh, mine);
        send(naryn, mine);
    }

    private static String type(Notebook at, String record) {
        return at.revisions().state(record).orElseThrow().type();
    }

    private String record(String which) {
        return Objects.requireNonNull(records.get(which));
    }

    private static Json violation(String code, String city) {
        return Json.object(Map.of(
                "code", Json.of(code), "country", Json.of("RU"), "city", Json.of(city), "from", Json.of("2021-03")));
    }

    private static Json consent(String... purposes) {
        return Json.object(Map.of(
                "given", Json.of("yes"),
                "how", Json.of("oral"),
                "date", Json.of("2023-07-05"),
                "purposes", Json.texts(List.of(purposes))));
    }

    private static Json time(String text, String from, String to) {
        return Json.object(Map.of("text", Json.of(text), "from", Json.of(from), "to", Json.of(to)));
    }

    private void begin(Notebook mine, String name, String type, Map<String, Json> body) {
        records.put(name, save(mine, null, type, body));
    }

    private String save(Notebook at, @Nullable String record, String type, Map<String, Json> body) {
        SaveRecord save = new SaveRecord(at, clock);
        SaveRecord.Form form = save.open(type, record);
        if (!(save.save(form, new Json.Obj(new TreeMap<>(body))) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved: " + type);
        }
        return form.record();
    }

    private void send(Notebook from, Notebook to) throws IOException, ExportBundle.ReceiverRefused, BundleRefused {
        Path file = folder.resolve("contradicting-" + ++carried + ".jailoo");
        new ExportBundle(from, clock).export(new ExportBundle.Order(file, List.of(to.card()), ExportBundle.Choice.ALL));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, clock, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    List<Scenes.Step> steps(WithdrawalScenes.Hands hands) {
        return List.of(
                Scenes.Step.of(
                        "a0-conflicts-text",
                        () -> begin(0),
                        () -> at("text"),
                        () -> hands.press("conflict-next"),
                        () -> choose(1)),
                Scenes.Step.then("a1-conflicts-together", () -> hands.press("keep-together"), () -> down()),
                Scenes.Step.then("a2-conflicts-consent", () -> at("consent")),
                Scenes.Step.then("a3-conflicts-ask", () -> choose(1), () -> hands.press("keep-1")),
                Scenes.Step.then("a4-conflicts-deleted", () -> at("deleted"), () -> choose(0)),
                Scenes.Step.then("a5-conflicts-group", () -> at("group")),
                Scenes.Step.then("a6-conflicts-item", () -> at("item")),
                Scenes.Step.then("a7-conflicts-three", () -> at("three")),
                Scenes.Step.then("a8-conflicts-settled", () -> again(), () -> choose(0), () -> hands.press("keep-0")),
                Scenes.Step.of(
                        "a9-conflicts-none", () -> begin(1), () -> inner.desk().openConflictQueue(null)),
                Scenes.Step.then("aa-conflicts-gone", inner::end));
    }

    private void at(String which) {
        inner.desk().openConflictQueue(record(which));
    }

    /** One more in which two contradict each other, to be settled in the picture. */
    private void again() {
        Notebook mine = all.get(0);
        String record = save(mine, null, "interview", Map.of("code", Json.of("A7-0390")));
        SaveRecord save = new SaveRecord(mine, clock);
        SaveRecord.Form form = save.open("interview", record);
        save.save(form, Json.object(Map.of("minutes", Json.of(40))));
        save.save(form, Json.object(Map.of("minutes", Json.of(50))));
        inner.desk().openConflictQueue(record);
    }

    private void choose(int value) {
        ((javafx.scene.control.ButtonBase) Objects.requireNonNull(shell.scene().lookup("#keep-" + value))).fire();
    }

    private void down() {
        ((ScrollPane) Objects.requireNonNull(shell.scene().lookup("#conflict-scroll"))).setVvalue(1);
    }

    private void begin(int which) {
        inner.begin(all.get(which), folder.resolve("BISHKEK-01"));
    }

    @Override
    public void close() {
        all.forEach(Notebook::close);
    }
}
