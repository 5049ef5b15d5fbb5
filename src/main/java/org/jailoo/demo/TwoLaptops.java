package org.jailoo.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportResult;
import org.jailoo.app.SaveRecord.Form;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.history.RecordState;
import org.jailoo.i18n.Messages;
import org.jailoo.json.Json;
import org.jailoo.notebook.Attachments;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/**
 * Two interviewers and an office: recorded offline, handed over late, twice and damaged, contradicted, settled, equal.
 */
public final class TwoLaptops {
    /** The passphrase of the three notebooks, so that whoever keeps them can look inside. */
    public static final String PASSPHRASE = "jailoo demo";

    private final Path folder;
    private final Messages messages;
    private final Consumer<String> out;
    private final Clock clock;
    private final ExecutorService workers;

    /** The story, in an empty folder, told line by line. */
    public TwoLaptops(Path folder, Messages messages, Consumer<String> out, Clock clock, ExecutorService workers) {
        this.folder = folder;
        this.messages = messages;
        this.out = out;
        this.clock = clock;
        this.workers = workers;
    }

    /** Plays the story; whether the three notebooks ended equal, complete and sound. */
    public boolean play() throws IOException {
        say("demo.story.title");
        step("demo.step.notebooks");
        try (Laptop barskoon = laptop("barskoon");
                Laptop tosor = laptop("tosor");
                Laptop office = laptop("office")) {
            trust(barskoon, tosor, office);
            for (Laptop laptop : List.of(barskoon, tosor, office)) {
                row(laptop.name, laptop.notebook.card().fingerprint().toString());
            }
            Form plan = plan(office, barskoon, tosor);
            record(plan.record(), barskoon, tosor);
            handOver(barskoon, tosor, office);
            settle(plan.record(), office);
            sendBack(barskoon, tosor, office);
            return equal(barskoon, tosor, office);
        }
    }

    private Laptop laptop(String name) {
        return new Laptop(folder, name, PASSPHRASE.toCharArray(), clock, workers);
    }

    /** Each knows the others' cards; in the field people compare the fingerprints before. */
    private static void trust(Laptop... laptops) {
        for (Laptop one : laptops) {
            for (Laptop other : laptops) {
                one.notebook.inTransaction(() -> {
                    one.notebook.devices().trust(other.notebook.card());
                    return other;
                });
            }
        }
    }

    private Form plan(Laptop office, Laptop barskoon, Laptop tosor) throws IOException {
        step("demo.step.plan");
        Form plan = office.save(
                office.open("recommendation", null),
                Map.of(
                        "text", Json.of("Юристтин айылдагы бекер кабылдоосун уюштуруу"),
                        "kind", Json.of("action"),
                        "status", Json.of("planned"),
                        "synthetic", Json.TRUE));
        Path file = folder.resolve("office-1.jailoo");
        office.send(file, Choice.ALL, barskoon, tosor);
        for (Laptop laptop : List.of(barskoon, tosor)) {
            take(laptop, file, "");
        }
        return plan;
    }

    /** Both villages write without a network, and both say when the office's action is to be. */
    private void record(String plan, Laptop barskoon, Laptop tosor) throws IOException {
        step("demo.step.offline");
        testimony(
                barskoon,
                "B-0001",
                "Эмгек келишимисиз иштеп, үч айлык акысын ала албай калган.",
                barskoon.notebook.attachments().store(new ByteArrayInputStream(scan())));
        Form inBarskoon = barskoon.open("recommendation", plan);
        barskoon.save(inBarskoon, Map.of("timeline", timeline("сентябрь 2023", "2023-09")));
        testimony(tosor, "T-0001", "Работала без выходных, паспорт держал работодатель.", null);
        Form inTosor = tosor.open("recommendation", plan);
        tosor.save(inTosor, Map.of("timeline", timeline("октябрь 2023", "2023-10")));
        row("barskoon", messages.text("demo.record.did", "B-0001", "сентябрь 2023"));
        row("tosor", messages.text("demo.record.did", "T-0001", "октябрь 2023"));
    }

    private static void testimony(Laptop laptop, String code, String narrative, Attachments.@Nullable Stored document) {
        Map<String, Json> changes = new TreeMap<>(Map.of(
                "code", Json.of(code),
                "narrative", Json.of(narrative),
                "consent", Json.object(Map.of("given", Json.of("yes"), "how", Json.of("oral"))),
                "synthetic", Json.TRUE));
        if (document != null) {
            changes.put(
                    "attachments/" + RecordId.random(),
                    Json.object(Map.of(
                            "sha256", Json.of(document.sha256()),
                            "size", Json.of(document.size()),
                            "mediaType", Json.of("image/jpeg"))));
        }
        laptop.save(laptop.open("interview", null), changes);
    }

    /** The bytes of an invented scan; like a real one they cannot be compressed. */
    private static byte[] scan() {
        byte[] bytes = new byte[150_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private static Json timeline(String text, String month) {
        return Json.object(Map.of("text", Json.of(text), "from", Json.of(month), "to", Json.of(month)));
    }

    private void handOver(Laptop barskoon, Laptop tosor, Laptop office) throws IOException {
        step("demo.step.hand-over");
        Path first = folder.resolve("barskoon-1.jailoo");
        Path second = folder.resolve("tosor-1.jailoo");
        barskoon.send(first, Choice.ALL, office, tosor);
        tosor.send(second, Choice.ALL, office, barskoon);
        Path cut = folder.resolve("barskoon-1-cut.jailoo");
        byte[] whole = Files.readAllBytes(first);
        Files.write(cut, Arrays.copyOf(whole, whole.length / 2));
        take(office, second, "");
        take(office, cut, "");
        take(office, first, "");
        take(office, second, messages.text("demo.import.again"));
    }

    private void settle(String plan, Laptop office) {
        step("demo.step.settle");
        RecordState before = office.notebook.revisions().state(plan).orElseThrow();
        List<Json> values = before.conflicts().getOrDefault("timeline", List.of());
        for (Json value : values) {
            row("timeline", value instanceof Json.Obj o ? String.valueOf(o.text("text")) : "");
        }
        Json settled = values.get(0);
        office.save(office.open("recommendation", plan), Map.of("timeline", settled));
        RecordState after = office.notebook.revisions().state(plan).orElseThrow();
        row(
                "office",
                messages.text(
                        "demo.settle.done",
                        settled instanceof Json.Obj o ? String.valueOf(o.text("text")) : "",
                        before.conflicts().size(),
                        after.conflicts().size()));
    }

    /** The villages get everything in two orders, one of them twice; a receipt says what has arrived. */
    private void sendBack(Laptop barskoon, Laptop tosor, Laptop office) throws IOException {
        step("demo.step.send-back");
        Path back = folder.resolve("office-2.jailoo");
        office.send(back, Choice.CHANGES, barskoon, tosor);
        take(barskoon, folder.resolve("tosor-1.jailoo"), "");
        take(barskoon, back, "");
        take(tosor, back, "");
        take(tosor, folder.resolve("barskoon-1.jailoo"), "");
        take(tosor, back, messages.text("demo.import.again"));
        Path receipt = folder.resolve("barskoon-receipt.jailoo");
        barskoon.send(receipt, Choice.RECEIPT, office);
        take(office, receipt, "");
        long left = office.send(folder.resolve("office-3.jailoo"), Choice.CHANGES, barskoon);
        row("office", messages.text("demo.receipt.left", left, "barskoon"));
    }

    private boolean equal(Laptop... laptops) {
        step("demo.step.equal");
        Set<String> hashes = new TreeSet<>();
        boolean sound = true;
        for (Laptop laptop : laptops) {
            String hash = laptop.stateHash();
            Map<String, Integer> findings = laptop.findings();
            hashes.add(hash);
            sound &= findings.isEmpty();
            row(
                    laptop.name,
                    messages.text(
                            "demo.equal.state",
                            laptop.notebook.revisions().recordCount(),
                            laptop.notebook.revisions().count(),
                            hash.substring(0, 16),
                            findings.values().stream()
                                    .mapToInt(Integer::intValue)
                                    .sum()));
        }
        boolean equal = hashes.size() == 1 && sound;
        out.accept("");
        say(equal ? "demo.equal.yes" : "demo.equal.no");
        return equal;
    }

    /** Imports a file and says what came of it. */
    private void take(Laptop laptop, Path file, String remark) throws IOException {
        String label = laptop.name + " ← " + file.getFileName() + (remark.isEmpty() ? "" : " " + remark);
        try {
            ImportResult result = laptop.receive(file);
            row(
                    label,
                    messages.text(
                            "demo.import.done",
                            result.fresh(),
                            result.changed(),
                            result.same(),
                            result.conflicts(),
                            result.gaps()));
        } catch (BundleRefused e) {
            row(label, messages.text("demo.import.refused", e.reason().code()));
        }
    }

    private void step(String key) {
        out.accept("");
        say(key);
    }

    private void say(String key) {
        out.accept(messages.text(key));
    }

    private void row(String left, String right) {
        out.accept("   " + left + " ".repeat(Math.max(1, 40 - left.length())) + right);
    }
}
