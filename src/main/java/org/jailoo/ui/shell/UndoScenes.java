package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.app.UndoImport;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.exchange.ExchangeScreen.Part;
import org.jspecify.annotations.Nullable;

/** What came in, as the gallery shows it: a bundle that can go back out, one that others stand on, one that went; invented. */
final class UndoScenes {
    private static final int HELD = 1000;

    private final Notebook notebook;
    private final Clock clock;
    private final Path folder;

    UndoScenes(Notebook notebook, Clock clock, Path folder) {
        this.notebook = notebook;
        this.clock = clock;
        this.folder = folder;
    }

    /** Has a colleague send three bundles; the ids of the two that can be undone. */
    Map<String, String> prepare() throws IOException {
        try (Notebook colleague = new NewNotebook(Kdf.FLOOR)
                .create(folder.resolve("colleague-undo"), "colleague".toCharArray(), "BATKEN-06")) {
            notebook.devices().trust(colleague.card());
            colleague.devices().trust(notebook.card());
            String participant = saved(colleague, "participant", null, Map.of("code", Json.of("B-31")));
            Json consent = Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep"))));
            String interview =
                    saved(colleague, "interview", null, Map.of("code", Json.of("B-0031"), "consent", consent));
            saved(colleague, "interview", null, Map.of("code", Json.of("B-0032")));
            String built = send(colleague, notebook);
            saved(notebook, "interview", interview, Map.of("summary", Json.of("Кийин жазылды.")));
            send(notebook, colleague);
            saved(colleague, "interview", null, Map.of("code", Json.of("B-0033")));
            saved(colleague, "interview", interview, Map.of("narrative", Json.of("Жаңылыш жазылды.")));
            new PurgeRecord(colleague, clock).purge(participant);
            String out = send(colleague, notebook);
            saved(colleague, "interview", null, Map.of("code", Json.of("B-0035")));
            send(colleague, notebook);
            UndoImport undo = new UndoImport(notebook, clock);
            undo.undo(undo.look(last().key(), Steps.UNWATCHED), Steps.UNWATCHED);
            return Map.of("undo-out", out, "undo-revert", built);
        } catch (ExportBundle.ReceiverRefused | BundleRefused e) {
            throw new IOException(e);
        }
    }

    private Came last() {
        return notebook.log().came(HELD).stream()
                .reduce((one, other) -> one.key() > other.key() ? one : other)
                .orElseThrow();
    }

    private String send(Notebook from, Notebook to) throws IOException, ExportBundle.ReceiverRefused, BundleRefused {
        Path file = folder.resolve("sent-" + System.nanoTime() + ".jailoo");
        new ExportBundle(from, clock)
                .export(new ExportBundle.Order(file, List.of(to.card()), ExportBundle.Choice.CHANGES));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, clock, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
            return waiting.bundle().manifest().bundle();
        }
    }

    private String saved(Notebook in, String type, @Nullable String record, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(in, clock);
        SaveRecord.Form form = save.open(type, record);
        if (!(save.save(form, new Json.Obj(new TreeMap<>(values))) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved: " + type);
        }
        return form.record();
    }

    static List<Scenes.Step> steps(WithdrawalScenes.Hands hands) {
        return List.of(
                Scenes.Step.of(
                        "6d-came-in",
                        () -> hands.desk().exchange().part().set(Part.HISTORY),
                        () -> hands.desk().openExchange()),
                Scenes.Step.then("6e-take-back", () -> hands.press("take-back-" + hands.found("undo-out"))),
                Scenes.Step.then(
                        "6f-write-before",
                        () -> hands.press("undo-leave"),
                        () -> hands.press("take-back-" + hands.found("undo-revert"))));
    }
}
