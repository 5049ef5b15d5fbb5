package org.jailoo.reliability;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.HeldPurges;
import org.jailoo.app.KnownNames;
import org.jailoo.app.Lead;
import org.jailoo.app.PlanWithdrawal;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.Steps;
import org.jailoo.app.Withdraw;
import org.jailoo.app.WithdrawalPlan;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/** What destroys: withdrawn consent, erasures that others ask for, names that are handed over. */
final class ErasingDeeds {
    private ErasingDeeds() {}

    /** What the erasure of a record takes with it: bodies, files that nothing else names, what was typed. */
    private static void erasing(World w, String record, Intent intent) {
        String revisions = " FROM revision v JOIN record r ON r.key = v.record";
        Inside.texts(
                        w.notebook,
                        "SELECT lower(hex(v.id))" + revisions + " WHERE v.bodied = 1 AND r.id = '" + record + "'")
                .forEach(id -> intent.set("rev " + id, "0"));
        Inside.texts(
                        w.notebook,
                        "SELECT DISTINCT n.sha256" + revisions + " JOIN naming n ON n.revision = v.key WHERE r.id = '"
                                + record + "'")
                .forEach(file -> intent.gone("file " + file));
        if (w.notebook.drafts().find(record) != null) {
            intent.gone("draft " + record);
        }
    }

    /** What was noted of others' names in records goes with these. */
    private static void unmentioning(World w, List<String> records, Intent intent) {
        String among = "(record IN ('" + String.join("','", records) + "'))";
        Inside.texts(
                        w.notebook,
                        "SELECT erased || '=' || (count(*) - sum" + among + ") FROM mention GROUP BY erased HAVING sum"
                                + among + " > 0")
                .forEach(left -> {
                    int equals = left.indexOf('=');
                    String fact = "mention " + left.substring(0, equals);
                    String count = left.substring(equals + 1);
                    if (count.equals("0")) {
                        intent.gone(fact);
                    } else {
                        intent.set(fact, count);
                    }
                });
    }

    static void purge(World w) throws Exception {
        String record = w.some("interview", "");
        if (record == null) {
            RecordDeeds.save(w);
            return;
        }
        Intent intent = w.writing(UseCase.PURGE, 1);
        erasing(w, record, intent);
        unmentioning(w, List.of(record), intent);
        w.act(
                intent,
                () -> new PurgeRecord(w.notebook, World.CLOCK).purge(record).orElseThrow());
    }

    /** A person with an interview of hers, her name, and somebody else's interview in which she is named; the person. */
    private static String person(World w) throws Exception {
        String code = "К-" + w.random.nextInt(1 << 30);
        String person =
                w.prepare("participant", List.of(Map.of("code", Json.of(code)))).get(0);
        Map<String, Json> interview = new TreeMap<>(Map.of(
                "code",
                Json.of("Т" + code),
                "narrative",
                Json.of(w.words()),
                "participants/" + person,
                Json.TRUE,
                "consent",
                Json.object(Map.of(
                        "given", Json.of("yes"),
                        "date", Json.of("2023-07-05"),
                        "purposes", Json.texts(List.of("keep", "court"))))));
        w.prepare("interview", List.of(interview, Map.of("narrative", Json.of("Ал жерде " + code + " болгон"))));
        w.prepare(
                "identity",
                List.of(Map.of("participant", Json.of(person), "fullName", Json.of("Токтобекова " + World.CANARY))));
        return person;
    }

    private static WithdrawalPlan plan(World w, String record) {
        return new PlanWithdrawal(w.notebook, KnownNames.STORED)
                .plan(record, Steps.UNWATCHED)
                .orElseThrow();
    }

    static void withdraw(World w) throws Exception {
        WithdrawalPlan plan = plan(w, person(w));
        Intent intent = w.writing(UseCase.WITHDRAW, plan.erased().size());
        plan.erased().forEach(here -> erasing(w, here.item().record(), intent));
        List<String> gone =
                plan.erased().stream().map(here -> here.item().record()).toList();
        long mentions = plan.mentions().stream()
                .filter(place -> !gone.contains(place.in().record()))
                .count();
        unmentioning(w, gone, intent);
        if (mentions > 0) {
            intent.set("mention " + plan.record(), String.valueOf(mentions));
        }
        w.act(intent, () -> new Withdraw(w.notebook, World.CLOCK).erase(plan, List.of()));
    }

    static void stopUsing(World w) throws Exception {
        WithdrawalPlan plan = plan(w, person(w));
        long count = plan.erased().stream().filter(WithdrawalPlan.Here::consent).count();
        w.act(
                w.writing(UseCase.STOP_USING, count),
                () -> new Withdraw(w.notebook, World.CLOCK).stopUsing(plan, List.of(), LocalDate.of(2024, 5, 6)));
    }

    static void acceptPurge(World w) throws Exception {
        HeldPurges held = new HeldPurges(w.notebook, World.CLOCK);
        if (held.all().isEmpty() && !ExchangeDeeds.take(w, "held", UseCase.IMPORT)) {
            return;
        }
        HeldPurges.Waiting waiting = held.all().get(0);
        Intent intent = new Intent(UseCase.ACCEPT_PURGE).set("purge " + waiting.revision(), "1");
        erasing(w, waiting.record(), intent);
        unmentioning(w, List.of(waiting.record()), intent);
        w.act(intent, () -> held.accept(waiting));
    }

    static void giveUpNames(World w) throws Exception {
        RecordDeeds.saveName(w);
        RecordDeeds.saveName(w);
        try (Notebook lead = TestDoor.open(w.folder.resolve("friends").resolve("lead"))) {
            Inside.hurry(lead);
            String device = lead.device().deviceId();
            w.act(new Intent(UseCase.PREPARE).set("setting lead", device), () -> {
                new Lead(w.notebook).name(device);
                return device;
            });
            HandOverIdentities handing = new HandOverIdentities(w.notebook, World.CLOCK);
            Path bundle = w.out(".jailoo");
            w.act(new Intent(UseCase.EXPORT).file(bundle, "bundle"), () -> handing.write(bundle));
            ExchangeDeeds.takeIn(w, lead, bundle);
            Path receipt = w.out(".jailoo");
            String id = ExchangeDeeds.receipt(lead, receipt, w.notebook.card());
            w.act(
                    new Intent(UseCase.IMPORT).set("bundle " + id, "1"),
                    () -> ExchangeDeeds.takeIn(w, w.notebook, receipt));
            Intent intent = new Intent(UseCase.GIVE_UP_NAMES);
            Inside.texts(
                            w.notebook,
                            "SELECT lower(hex(v.id)) FROM content c JOIN revision v ON v.key = c.revision JOIN record r"
                                    + " ON r.key = v.record WHERE c.sealed <> 0 AND r.id NOT IN (SELECT record FROM draft)")
                    .forEach(rev -> intent.set("rev " + rev, "2"));
            w.act(intent, handing::giveUp);
        }
    }
}
