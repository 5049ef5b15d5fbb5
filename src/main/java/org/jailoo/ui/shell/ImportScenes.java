package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.exchange.ExchangeScreen.Part;

/** A stick full of bundles that the gallery lays on the import desk: of colleagues, strangers and a lost laptop; invented. */
final class ImportScenes {
    static final String STICK = "stick";

    private final Notebook notebook;
    private final Clock clock;
    private final Path folder;

    ImportScenes(Notebook notebook, Clock clock, Path folder) {
        this.notebook = notebook;
        this.clock = clock;
        this.folder = folder;
    }

    /** Writes the stick, and saves here what its bundles contradict and erase. */
    void prepare() throws IOException {
        Path stick = Files.createDirectory(folder.resolve(STICK));
        try (Notebook field = made("field", "A3");
                Notebook osh = made("osh", "OSH-07");
                Notebook lost = made("lost", "B2")) {
            List.of(field, osh, lost).forEach(one -> one.devices().trust(notebook.card()));
            notebook.devices().trust(field.card());
            notebook.devices().trust(lost.card());
            String withdrawn = saved(field, null, "A3-0011", "Айтылган нерсе жок кылынат.");
            String shared = saved(field, null, "A3-0012", "Курулушта иштеген.");
            give(field, notebook, Choice.ALL);
            saved(notebook, shared, "A3-0012", "Казандагы курулушта иштеген, айлыгы төлөнгөн эмес.");
            saved(field, shared, "A3-0012", "Казандагы курулушта үч ай иштеген.");
            new PurgeRecord(field, clock).purge(withdrawn);
            for (int i = 13; i < 20; i++) {
                saved(field, null, "A3-00" + i, "Талаада жазылган маек.");
            }
            Path first = write(field, stick, "a3-may.jailoo", notebook.card());
            saved(field, null, "A3-0020", "Кийинки күнү.");
            write(field, stick, "a3-june.jailoo", notebook.card());
            byte[] bytes = Files.readAllBytes(first);
            Files.write(stick.resolve("a3-may (2).jailoo"), bytes);
            Files.write(stick.resolve("a3-cut.jailoo"), Arrays.copyOf(bytes, bytes.length - 40));
            write(field, stick, "for-osh.jailoo", osh.card());
            saved(osh, null, "OSH-0001", "Ош шаарынан.");
            saved(osh, null, "OSH-0002", "Өзгөндөн.");
            write(osh, stick, "osh.jailoo", notebook.card());
            saved(lost, null, "B2-0001", "Жоголгон ноутбуктан.");
            write(lost, stick, "b2.jailoo", notebook.card());
            notebook.devices().block(lost.device().deviceId());
            Files.writeString(stick.resolve("notes.txt"), "…");
        } catch (ExportBundle.ReceiverRefused | BundleRefused e) {
            throw new IOException(e);
        }
    }

    private Notebook made(String file, String name) {
        return new NewNotebook(Kdf.FLOOR).create(folder.resolve("desk-" + file), file.toCharArray(), name);
    }

    private String saved(Notebook in, @org.jspecify.annotations.Nullable String record, String code, String told) {
        SaveRecord save = new SaveRecord(in, clock);
        SaveRecord.Form form = save.open("interview", record);
        Map<String, Json> values = new TreeMap<>(Map.of("narrative", Json.of(told)));
        if (record == null) {
            values.put("code", Json.of(code));
            values.put("date", Json.of("2023-05-17"));
            values.put("place", Json.object(Map.of("adm1", Json.of("KG06000000000"))));
        }
        if (!(save.save(form, new Json.Obj(new TreeMap<>(values))) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved");
        }
        return form.record();
    }

    private Path write(Notebook from, Path stick, String name, Card to)
            throws IOException, ExportBundle.ReceiverRefused {
        Path file = stick.resolve(name);
        new ExportBundle(from, clock).export(new ExportBundle.Order(file, List.of(to), Choice.ALL));
        return file;
    }

    private void give(Notebook from, Notebook to, Choice choice)
            throws IOException, ExportBundle.ReceiverRefused, BundleRefused {
        Path file = folder.resolve("given.jailoo");
        new ExportBundle(from, clock).export(new ExportBundle.Order(file, List.of(to.card()), choice));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, clock, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    /** The desk with the stick on it, one bundle unfolded, its records, and all of it taken in. */
    static List<Scenes.Step> steps(WithdrawalScenes.Hands hands, Path stick) {
        return List.of(
                Scenes.Step.of(
                        "64-desk",
                        () -> hands.desk().exchange().part().set(Part.IMPORT),
                        () -> hands.desk().exchange().imports().clear(),
                        () -> hands.desk().openExchange(),
                        () -> hands.desk().exchange().imports().add(List.of(stick)),
                        () -> {}),
                Scenes.Step.then("65-desk-unfolded", () -> hands.press("import-unfold-1"), () -> {}),
                Scenes.Step.then(
                        "66-desk-record",
                        () -> hands.press("import-look"),
                        () -> hands.select("coming-records", 1),
                        () -> {}),
                Scenes.Step.then(
                        "67-desk-in", () -> hands.press("coming-back"), () -> hands.press("take-all"), () -> {}),
                Scenes.Step.of(
                        "68-desk-empty",
                        () -> hands.desk().exchange().imports().clear(),
                        () -> hands.desk().openExchange()));
    }
}
