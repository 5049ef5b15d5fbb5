package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ForkJoinPool;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.KnownNames;
import org.jailoo.app.NewNotebook;
import org.jailoo.app.PlanWithdrawal;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.app.Withdraw;
import org.jailoo.app.WithdrawalPlan;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;

/** The withdrawals that the gallery shows: one to be planned, one done and not everywhere yet, one that waits; invented. */
final class WithdrawalScenes {
    private final Notebook notebook;
    private final Clock clock;
    private final Path folder;

    WithdrawalScenes(Notebook notebook, Clock clock, Path folder) {
        this.notebook = notebook;
        this.clock = clock;
        this.folder = folder;
    }

    /** Saves and exchanges them; the participant who is about to withdraw, and an interview of hers. */
    Map<String, String> prepare() throws IOException {
        String participant = saved("participant", Map.of("code", Json.of("T-17"), "sex", Json.of("female")));
        saved("identity", Map.of("participant", Json.of(participant), "fullName", Json.of("Токтобекова Айсулуу")));
        String interview = interview("A7-0204", participant, "Мен Казанда иштегем.");
        String other = saved("participant", Map.of("code", Json.of("T-18")));
        saved(
                "interview",
                Map.of(
                        "code",
                        Json.of("A7-0205"),
                        "date",
                        Json.of("2023-07-06"),
                        "participants/" + participant,
                        Json.TRUE,
                        "participants/" + other,
                        Json.TRUE));
        interview("A7-0206", other, "Аны менен Айсулууга бардык.");
        saved("recommendation", Map.of("plan", Json.of("7"), "evidence/" + interview, Json.TRUE));
        String gone = saved("participant", Map.of("code", Json.of("T-16")));
        interview("A7-0207", gone, "Өчүрүлө турган маек.");
        interview("A7-0208", other, "Бул жерде T-16 айтылган.");
        try (Notebook lead =
                        new NewNotebook(Kdf.FLOOR).create(folder.resolve("lead"), "lead".toCharArray(), "BISHKEK-01");
                Notebook slow =
                        new NewNotebook(Kdf.FLOOR).create(folder.resolve("slow"), "slow".toCharArray(), "OSH-02")) {
            for (Notebook one : List.of(lead, slow)) {
                notebook.devices().trust(one.card());
                one.devices().trust(notebook.card());
                send(notebook, one, ExportBundle.Choice.ALL);
            }
            WithdrawalPlan plan = new PlanWithdrawal(notebook, KnownNames.STORED)
                    .plan(gone, Steps.UNWATCHED)
                    .orElseThrow();
            new Withdraw(notebook, clock).erase(plan, Set.of());
            send(notebook, lead, ExportBundle.Choice.CHANGES);
            new PurgeRecord(lead, clock).purge(other);
            send(lead, notebook, ExportBundle.Choice.CHANGES);
        } catch (ExportBundle.ReceiverRefused | BundleRefused e) {
            throw new IOException(e);
        }
        return new TreeMap<>(Map.of("withdraw", participant, "custody", interview));
    }

    private void send(Notebook from, Notebook to, ExportBundle.Choice choice)
            throws IOException, ExportBundle.ReceiverRefused, BundleRefused {
        Path file = folder.resolve("carried-" + System.nanoTime() + ".jailoo");
        new ExportBundle(from, clock).export(new ExportBundle.Order(file, List.of(to.card()), choice));
        try (ImportBundle.Waiting waiting = new ImportBundle(to, clock, ForkJoinPool.commonPool())
                .stage(file, null, new ImportBundle.Allowed(false, false), Progress.NONE)) {
            waiting.write();
        }
    }

    private String interview(String code, String participant, String narrative) {
        return saved(
                "interview",
                Map.of(
                        "code",
                        Json.of(code),
                        "date",
                        Json.of("2023-07-05"),
                        "consent",
                        Json.object(Map.of("given", Json.of("yes"), "purposes", Json.texts(List.of("keep")))),
                        "participants/" + participant,
                        Json.TRUE,
                        "narrative",
                        Json.of(narrative)));
    }

    private String saved(String type, Map<String, Json> values) {
        SaveRecord save = new SaveRecord(notebook, clock);
        SaveRecord.Form form = save.open(type, null);
        if (!(save.save(form, new Json.Obj(new TreeMap<>(values))) instanceof SaveRecord.Saved)) {
            throw new IllegalStateException("not saved: " + type);
        }
        return form.record();
    }

    /** What a picture needs of the gallery. */
    interface Hands {
        Desk desk();

        String found(String name);

        void press(String id);

        void type(String id, String text);

        void down(String scroll);

        void select(String rows, int row);
    }

    static List<Scenes.Step> steps(Hands hands) {
        List<Scenes.Step> steps = new ArrayList<>();
        steps.add(Scenes.Step.of("90-withdraw", () -> hands.desk().withdraw("participant", hands.found("withdraw"))));
        steps.add(Scenes.Step.then(
                "91-withdraw-ways", () -> hands.press("way-erase"), () -> hands.down("withdraw-scroll")));
        steps.add(Scenes.Step.then(
                "92-withdraw-stop", () -> hands.press("way-stop"), () -> hands.down("withdraw-scroll")));
        for (String part : List.of("held", "reports", "mentions", "log")) {
            steps.add(Scenes.Step.of(
                    "93-withdrawals-" + part,
                    () -> hands.desk().openWithdrawals(),
                    () -> hands.press("withdrawals-" + part)));
        }
        steps.add(Scenes.Step.then("94-log-checked", () -> hands.press("custody-check")));
        steps.add(Scenes.Step.of(
                "95-custody",
                () -> hands.desk().openRecord("interview", hands.found("custody")),
                () -> hands.press("record-history-toggle"),
                () -> hands.press("record-history-custody")));
        steps.add(Scenes.Step.of(
                "96-withdraw-done",
                () -> hands.desk()
                        .withdraw(
                                "interview",
                                new WithdrawalScenes(hands.desk().notebook(), Clock.systemUTC(), Path.of("."))
                                        .saved("interview", Map.of("code", Json.of("A7-0299")))),
                () -> hands.press("way-erase"),
                () -> hands.type("withdraw-word", "a7-0299"),
                () -> hands.press("withdraw-erase")));
        return steps;
    }
}
