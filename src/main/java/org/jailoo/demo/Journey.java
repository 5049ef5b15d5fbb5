package org.jailoo.demo;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.function.Consumer;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ImportResult;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.bundle.BundleRefused;
import org.jailoo.history.RecordState;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.json.Json;
import org.jailoo.notebook.Attachments;
import org.jailoo.record.RecordId;

/**
 * Four villages and an office with the sample: handed over late, twice and damaged, contradicted, settled, a consent
 * withdrawn, and in the end five equal notebooks.
 */
public final class Journey {
    /** The passphrase of the five notebooks, so that whoever keeps them can look inside. */
    public static final String PASSPHRASE = "jailoo demo";

    private static final String WITNESS = "TOS-0003";

    private final Path folder;
    private final Told told;
    private final List<String> officeHas;
    private final Clock clock;
    private final ExecutorService workers;

    /** The journey, in an empty folder, told line by line in a language given as ISO 639-1. */
    public Journey(Path folder, String language, Consumer<String> out, Clock clock, ExecutorService workers) {
        this(folder, new Told(Messages.of(language), Labels.of(language), out), SampleData.OFFICE, clock, workers);
    }

    /** A journey with some of the office's bundles; a test need not wait for 1,600 respondents to travel four times. */
    Journey(Path folder, Told told, List<String> officeHas, Clock clock, ExecutorService workers) {
        this.folder = folder;
        this.told = told;
        this.officeHas = List.copyOf(officeHas);
        this.clock = clock;
        this.workers = workers;
    }

    /** Goes on it; whether the five notebooks ended equal, complete and sound. */
    public boolean go() throws IOException {
        told.line("demo.story.title");
        told.step("demo.step.notebooks");
        List<Laptop> villages = new ArrayList<>();
        try (Laptop office = laptop("office")) {
            try {
                for (String village : SampleData.VILLAGES) {
                    villages.add(laptop(village));
                }
                return go(office, villages);
            } finally {
                villages.forEach(Laptop::close);
            }
        }
    }

    private boolean go(Laptop office, List<Laptop> villages) throws IOException {
        List<Laptop> all = new ArrayList<>(villages);
        all.add(office);
        for (Laptop one : all) {
            told.pair(one.name, one.notebook.card().fingerprint().toString());
            all.forEach(one::trust);
        }
        Laptop tosor = villages.get(1);
        begin(office, villages);
        String witness = record(tosor);
        handOver(office, villages, tosor);
        settle(office);
        sendBack(office, villages);
        withdraw(witness, office, tosor, villages);
        boolean equal = equal(all);
        Figures figures = new Figures(told, clock);
        figures.tell(office.notebook);
        figures.write(office.notebook, folder.resolve("office.xlsx"));
        told.space();
        told.line(equal ? "demo.equal.yes" : "demo.equal.no");
        return equal;
    }

    private Laptop laptop(String name) {
        return new Laptop(folder, name, PASSPHRASE.toCharArray(), clock, workers);
    }

    /** Each has what the office planned and what it wrote down itself; the office has its surveys. */
    private void begin(Laptop office, List<Laptop> villages) throws IOException {
        told.step("demo.step.begin");
        for (Laptop village : villages) {
            beginWith(village, List.of(SampleData.BASE, SampleData.of(village.name)));
        }
        List<String> files = new ArrayList<>(officeHas);
        files.add(0, SampleData.BASE);
        beginWith(office, files);
    }

    private void beginWith(Laptop laptop, List<String> files) throws IOException {
        for (String name : files) {
            Path file = folder.resolve(name);
            if (!Files.exists(file)) {
                SampleData.copy(name, folder);
            }
            try {
                laptop.receiveSample(file);
            } catch (BundleRefused e) {
                throw new IllegalStateException(e);
            }
        }
        told.row(
                laptop.name + " ← " + String.join(", ", files),
                "demo.begin.done",
                laptop.notebook.revisions().recordCount());
    }

    /** An invented woman, who will withdraw; her id. */
    private String record(Laptop tosor) throws IOException {
        told.step("demo.step.offline");
        Attachments.Stored scan = tosor.notebook.attachments().store(new ByteArrayInputStream(scan()));
        var form = tosor.save(
                tosor.open("interview", null),
                new TreeMap<>(Map.of(
                        "code",
                        Json.of(WITNESS),
                        "language",
                        Json.of("ky"),
                        "narrative",
                        Json.of("Эмгек келишимисиз иштеп, үч айлык акымды ала албай калдым."),
                        "consent",
                        Json.object(Map.of("given", Json.of("yes"), "how", Json.of("oral"))),
                        "synthetic",
                        Json.TRUE,
                        "attachments/" + RecordId.random(),
                        Json.object(Map.of(
                                "sha256", Json.of(scan.sha256()),
                                "size", Json.of(scan.size()),
                                "mediaType", Json.of("image/jpeg"))))));
        told.row(tosor.name, "demo.record.did", WITNESS);
        return form.record();
    }

    /** The bytes of an invented scan; like a real one they cannot be compressed. */
    private static byte[] scan() {
        byte[] bytes = new byte[150_000];
        new Random(1).nextBytes(bytes);
        return bytes;
    }

    private void handOver(Laptop office, List<Laptop> villages, Laptop tosor) throws IOException {
        told.step("demo.step.hand-over");
        Path locked = folder.resolve("tosor-2.jailoo");
        tosor.send(locked, Choice.ALL, office);
        takeSample(office, folder.resolve(SampleData.of("chon-jargylchak")), "");
        takeSample(office, SampleData.copy(SampleData.CUT, folder), "");
        take(office, locked, "");
        takeSample(office, folder.resolve(SampleData.of("kichi-jargylchak")), "");
        takeSample(office, folder.resolve(SampleData.of("barskoon")), "");
        takeSample(office, folder.resolve(SampleData.of("tosor")), "");
        takeSample(office, SampleData.copy(SampleData.AGAIN, folder), told.text("demo.import.again"));
        takeSample(villages.get(0), SampleData.copy(SampleData.RECEIPT, folder), told.text("demo.import.receipt"));
    }

    /** The office settles every contradiction that there is. */
    private void settle(Laptop office) {
        told.step("demo.step.settle");
        List<String> contradicted = new ArrayList<>();
        office.notebook
                .revisions()
                .eachRecord(id -> office.notebook
                        .revisions()
                        .state(id)
                        .filter(state -> !state.conflicts().isEmpty())
                        .ifPresent(state -> contradicted.add(id)));
        for (String record : contradicted) {
            RecordState before = office.state(record);
            told.indented(told.translated(before, "text"));
            Map<String, Json> settled = new TreeMap<>();
            new RecordHistory(office.notebook).tell(record, 100).conflicts().forEach((path, values) -> {
                values.forEach(this::contending);
                settled.put(path, values.get(values.size() - 1).value());
            });
            office.save(office.open(before.type(), record), settled);
            told.row(
                    office.name,
                    "demo.settle.done",
                    told.when(settled.getOrDefault("timeline", Json.NULL)),
                    before.conflicts().size(),
                    office.state(record).conflicts().size());
        }
    }

    private void contending(Contending value) {
        List<String> who = value.writings().stream()
                .map(w -> String.valueOf(w.who().name()))
                .toList();
        told.pair(String.join(", ", who), told.when(value.value()));
    }

    /** Every village gets all that is new to it, one village hears of another first and one later; receipts say what has arrived. */
    private void sendBack(Laptop office, List<Laptop> villages) throws IOException {
        told.step("demo.step.send-back");
        Path back = folder.resolve("office-5.jailoo");
        office.send(back, Choice.CHANGES, villages.toArray(Laptop[]::new));
        takeSample(villages.get(3), folder.resolve(SampleData.of("tosor")), "");
        takeEverywhere(villages, back);
        takeSample(villages.get(2), folder.resolve(SampleData.of("barskoon")), "");
        receipts(office, villages, 1);
    }

    private void receipts(Laptop office, List<Laptop> villages, int number) throws IOException {
        for (Laptop village : villages) {
            Path receipt = folder.resolve(village.name + "-receipt-" + number + ".jailoo");
            village.send(receipt, Choice.RECEIPT, office);
            try {
                office.receive(receipt);
            } catch (BundleRefused e) {
                throw new IllegalStateException(e);
            }
        }
        long left = office.send(
                folder.resolve("office-nothing-" + number + ".jailoo"),
                Choice.CHANGES,
                villages.toArray(Laptop[]::new));
        told.row(office.name, "demo.receipt.left", villages.size(), left);
    }

    private void withdraw(String witness, Laptop office, Laptop tosor, List<Laptop> villages) throws IOException {
        told.step("demo.step.withdraw");
        new PurgeRecord(tosor.notebook, clock).purge(witness);
        Path word = folder.resolve("tosor-3.jailoo");
        tosor.send(word, Choice.CHANGES, office);
        take(office, word, "");
        Path on = folder.resolve("office-6.jailoo");
        office.send(on, Choice.CHANGES, villages.toArray(Laptop[]::new));
        takeEverywhere(villages, on);
        take(villages.get(0), on, told.text("demo.import.again"));
        List<Laptop> all = new ArrayList<>(villages);
        all.add(office);
        long left = 0;
        for (Laptop laptop : all) {
            left += laptop.state(witness).values().size()
                    + laptop.notebook.search().count(WITNESS);
        }
        told.row(WITNESS, "demo.withdraw.done", left);
        receipts(office, villages, 2);
    }

    private boolean equal(List<Laptop> laptops) {
        told.step("demo.step.equal");
        record Checked(String hash, int findings) {}
        List<Checked> checked = laptops.parallelStream()
                .map(laptop -> new Checked(laptop.stateHash(), laptop.findings()))
                .toList();
        for (int i = 0; i < checked.size(); i++) {
            Laptop laptop = laptops.get(i);
            told.row(
                    laptop.name,
                    "demo.equal.state",
                    laptop.notebook.revisions().recordCount(),
                    laptop.notebook.revisions().count(),
                    checked.get(i).hash().substring(0, 16),
                    checked.get(i).findings());
        }
        return checked.stream().allMatch(c -> c.findings() == 0)
                && checked.stream().map(Checked::hash).distinct().count() == 1;
    }

    /** What came of an import, to be said. */
    private record Taken(String label, String text, String more) {}

    private void take(Laptop laptop, Path file, String remark) {
        tell(taken(laptop, file, remark, laptop::receive));
    }

    private void takeSample(Laptop laptop, Path file, String remark) {
        tell(taken(laptop, file, remark, laptop::receiveSample));
    }

    /** Imports one file everywhere, at the same time. */
    private void takeEverywhere(List<Laptop> laptops, Path file) {
        laptops.parallelStream()
                .map(laptop -> taken(laptop, file, "", laptop::receive))
                .toList()
                .forEach(this::tell);
    }

    private void tell(Taken taken) {
        told.pair(taken.label(), taken.text());
        if (!taken.more().isEmpty()) {
            told.indented(taken.more());
        }
    }

    private interface Taking {
        ImportResult take(Path file) throws IOException, BundleRefused;
    }

    private Taken taken(Laptop laptop, Path file, String remark, Taking taking) {
        String label = laptop.name + " ← " + file.getFileName() + (remark.isEmpty() ? "" : " " + remark);
        try {
            ImportResult result = taking.take(file);
            return new Taken(
                    label,
                    told.text(
                            "demo.import.done",
                            result.fresh(),
                            result.changed(),
                            result.same(),
                            result.conflicts(),
                            result.purged(),
                            result.gaps()),
                    "");
        } catch (BundleRefused e) {
            String code = e.reason().code();
            return new Taken(label, told.text("demo.import.refused", code), told.text("bundle.reason." + code));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
