package org.jailoo.benchmark;

import java.io.IOException;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.lang.management.MemoryUsage;
import java.lang.management.ThreadMXBean;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jailoo.app.AfterImport;
import org.jailoo.app.BackUp;
import org.jailoo.app.Conflicts;
import org.jailoo.app.DeviceContacts;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.FindEverything;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.HomeScan;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.Lead;
import org.jailoo.app.ListRecords;
import org.jailoo.app.NextCode;
import org.jailoo.app.NotReceived;
import org.jailoo.app.ProgressRound;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.Steps;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.BundleSource;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Envelope;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Progress;
import org.jailoo.consent.Audience;
import org.jailoo.history.Claim;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Base64Text;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.json.Json;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** Every use case once, or as often as a middle needs, over a copy of one notebook; started by {@link ScaleBenchmark}. */
final class ScaleUses {
    private static final PrintStream OUT = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2023-07-04T09:00:00Z"), ZoneOffset.UTC);
    private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();
    private static final int SEARCHES = 60;
    private static final long MEGABYTE = 1 << 20;

    private final Path file;
    private final int size;
    private final List<String> only;
    private final List<DeviceKeys> devices;
    private final Narratives narratives = new Narratives(1);

    private ScaleUses(Path folder, Path file, int size, String only) throws IOException {
        this.file = file;
        this.size = size;
        this.only = only.isEmpty() ? List.of() : List.of(only.split(","));
        this.devices = ScaleNotebook.devices(folder);
    }

    public static void main(String[] args) throws Exception {
        Path folder = Path.of(args[0]);
        int size = Integer.parseInt(args[1]);
        Path work = Files.createTempDirectory(folder, "work");
        try {
            Path file = work.resolve("n");
            Files.copy(folder.resolve("s" + size), file);
            // A copy draws an instance of its own, and is brought to the latest form.
            long start = System.nanoTime();
            TestDoor.open(file).close();
            OUT.printf(Locale.ROOT, "first opening of the copy: %.2f s%n", (System.nanoTime() - start) / 1e9);
            new ScaleUses(folder, file, size, args.length > 2 ? args[2] : "").run(work);
        } finally {
            try (Stream<Path> left = Files.walk(work)) {
                for (Path each : left.sorted(Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(each);
                }
            }
        }
        resident();
        System.exit(0);
    }

    /** What the whole process took at most, caches of pages included, as the system tells it. */
    private static void resident() throws IOException {
        Path status = Path.of("/proc/self/status");
        if (Files.exists(status)) {
            Files.readAllLines(status).stream()
                    .filter(line -> line.startsWith("VmHWM:"))
                    .forEach(line -> OUT.println("resident at most:" + line.substring("VmHWM:".length())));
        }
    }

    private interface Work {
        void run() throws Exception;
    }

    private interface Each {
        void at(int i) throws Exception;
    }

    private boolean wants(String what) {
        return only.isEmpty() || only.stream().anyMatch(what::contains);
    }

    private void time(String what, Work work) throws Exception {
        if (wants(what)) {
            measure(what, 1, i -> work.run());
        }
    }

    /** The middle one of so many, after one that does not count. */
    private void middle(String what, int times, Each work) throws Exception {
        if (wants(what)) {
            work.at(0);
            measure(what, times, i -> work.at(i + 1));
        }
    }

    private static double[][] measure(@Nullable String what, int times, Each work) throws Exception {
        System.gc();
        Watch watch = new Watch();
        watch.start();
        double[][] took = new double[2][times];
        for (int i = 0; i < times; i++) {
            long before = System.nanoTime();
            long worked = times == 1 ? cpu() : THREADS.getCurrentThreadCpuTime();
            work.at(i);
            took[0][i] = (System.nanoTime() - before) / 1e9;
            took[1][i] = ((times == 1 ? cpu() : THREADS.getCurrentThreadCpuTime()) - worked) / 1e9;
        }
        watch.interrupt();
        watch.join();
        Arrays.sort(took[0]);
        Arrays.sort(took[1]);
        if (what != null) {
            tell(what, took[0][times / 2], took[1][times / 2], watch.most / MEGABYTE);
        }
        return took;
    }

    private static void tell(String what, double seconds, double cpu, long heap) {
        OUT.printf(Locale.ROOT, "%s\t%.5f\t%.5f\t%d%n", what, seconds, cpu, heap);
    }

    private static long cpu() {
        return ManagementFactory.getPlatformMXBean(com.sun.management.OperatingSystemMXBean.class)
                .getProcessCpuTime();
    }

    private void run(Path work) throws Exception {
        middle("unlock, without the passphrase", 5, i -> TestDoor.open(file).close());
        try (Notebook notebook = TestDoor.open(file)) {
            new Lead(notebook).name(devices.get(0).deviceId());
            reading(notebook);
            searching(notebook);
            saving(notebook);
            exchanging(notebook, work);
            walking(notebook, work);
        }
    }

    private void reading(Notebook notebook) throws Exception {
        middle("Home: counts", 5, i -> new HomeCounts(notebook).count());
        HomeScan scan = new HomeScan(notebook, CLOCK, ZoneOffset.UTC);
        middle("Home: what waits for the lead, who is silent", 3, i -> {
            new NotReceived(notebook).look();
            new DeviceContacts(notebook, CLOCK).brief();
            scan.stamp();
        });
        ListRecords lists = new ListRecords(notebook);
        for (String type : List.of("interview", "participant", "recommendation")) {
            ListRecords.Query all = ListRecords.Query.of(type);
            long total = lists.page(all).total();
            middle("list of " + type + "s: first page", 5, i -> lists.page(all));
            middle("list of " + type + "s: last page", 5, i -> lists.page(all.from((int) Math.max(0, total - 50))));
            middle("list of " + type + "s: middle page", 5, i -> lists.page(all.from((int) total / 2)));
            middle("list of " + type + "s: by code", 5, i -> lists.page(all.order(Order.CODE)));
            if (!type.equals("participant")) {
                middle(
                        "list of " + type + "s: of a campaign",
                        5,
                        i -> lists.page(all.campaign(ScaleNotebook.id("campaign", 3))));
            }
            middle("list of " + type + "s: in conflict", 5, i -> lists.page(all.show(Show.IN_CONFLICT)));
        }
        middle("conflicts: queue", 3, i -> new Conflicts(notebook, CLOCK).queue(Steps.UNWATCHED));
        ProgressRound round = new ProgressRound(notebook, CLOCK, ZoneOffset.UTC);
        middle("progress round", 3, i -> round.read(null, round.current(), "ky", Steps.UNWATCHED));
        middle("devices: the screen", 3, i -> new DeviceContacts(notebook, CLOCK).look());
    }

    private void searching(Notebook notebook) throws Exception {
        if (!wants("search")) {
            return;
        }
        String[] typed = new String[SEARCHES];
        for (int q = 0; q < SEARCHES; q++) {
            typed[q] = narratives.word(1 + q * 37) + (q % 3 == 0 ? " " + narratives.word(q) : "");
        }
        ListRecords lists = new ListRecords(notebook);
        FindEverything everything = new FindEverything(notebook);
        for (int round = 0; round < 2; round++) {
            boolean counts = round > 0;
            percentiles(
                    counts ? "search: best 50" : null,
                    i -> notebook.reading(at -> at.search().find(typed[i], 50)));
            percentiles(
                    counts ? "search: a page of interviews, with its count" : null,
                    i -> lists.page(ListRecords.Query.of("interview").typed(typed[i])));
            percentiles(counts ? "search: the box" : null, i -> everything.find(typed[i], Steps.UNWATCHED));
        }
        percentiles("search: the box, two letters", i -> everything.find(typed[i].substring(0, 2), Steps.UNWATCHED));
        percentiles("search: the box, a code", i -> everything.find(String.format("B1-%04d", i), Steps.UNWATCHED));
    }

    private static void percentiles(@Nullable String what, Each work) throws Exception {
        double[][] took = measure(null, SEARCHES, work);
        if (what != null) {
            for (int p : new int[] {50, 95}) {
                int at = SEARCHES * p / 100;
                tell(what + ", p" + p, took[0][at], took[1][at], 0);
            }
        }
    }

    private void saving(Notebook notebook) throws Exception {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        NextCode codes = new NextCode(notebook);
        middle(
                "save: a new interview",
                15,
                i -> save.save(
                        save.open("interview", null),
                        Json.object(Map.of(
                                "code",
                                Json.of(codes.next()),
                                "narrative",
                                Json.of(narratives.text(-i - 1_000L, 1_200)),
                                "participants/" + ScaleNotebook.id("participant", i),
                                Json.TRUE))));
        middle(
                "save: a change",
                15,
                i -> save.save(
                        save.open("interview", ScaleNotebook.id("interview", i + 100)),
                        Json.object(Map.of("notes", Json.of("Кайра окулду " + i)))));
    }

    private void exchanging(Notebook notebook, Path work) throws Exception {
        ExecutorService workers = Executors.newFixedThreadPool(2);
        try {
            Path fresh = work.resolve("fresh.jailoo");
            Path half = work.resolve("half.jailoo");
            List<Revision> first = interviews(notebook, 0, 500);
            if (wants("import")) {
                write(notebook, fresh, List.of(), first, 1_000_001);
                taking(notebook, workers, fresh, "import of 500 new interviews");
                List<Revision> known = new ArrayList<>();
                notebook.reading(at -> {
                    java.util.BitSet keys = new java.util.BitSet();
                    for (int i = 0; i < 250; i++) {
                        Long key = at.revisions().keyOf(ScaleNotebook.id("interview", i * (size / 250)));
                        keys.set(java.util.Objects.requireNonNull(key).intValue());
                    }
                    at.revisions().eachOf(keys, known::add);
                    return keys;
                });
                write(notebook, half, known, interviews(notebook, 500, 250), 1_000_002);
                taking(notebook, workers, half, "import of 500 interviews, half of them known");
                time("import: the same again", () -> {
                    try (ImportBundle.Waiting waiting = stage(notebook, workers, half)) {
                        waiting.write();
                    }
                });
                middle(
                        "after an import: what is missing",
                        3,
                        i -> AfterImport.look(notebook, List.of(devices.get(0).deviceId())));
            }
        } finally {
            workers.shutdownNow();
        }
        ExportBundle export = new ExportBundle(notebook, CLOCK);
        List<Card> to = List.of(Card.sign(devices.get(3), 1, "B3"));
        int[] number = {0};
        time("export: a receipt", () -> {
            export.export(new ExportBundle.Order(
                    work.resolve("out" + number[0]++ + ".jailoo"), to, ExportBundle.Choice.RECEIPT));
        });
        middle(
                "export: what one does not have yet",
                3,
                i -> export.export(new ExportBundle.Order(
                        work.resolve("out" + number[0]++ + ".jailoo"), to, ExportBundle.Choice.CHANGES)));
        if (notebook.revisions().count() > Manifest.MAX_REVISIONS) {
            return; // More than a bundle holds, and a backup is one.
        }
        time(
                "export: everything",
                () -> export.export(new ExportBundle.Order(work.resolve("all.jailoo"), to, ExportBundle.Choice.ALL)));
        Files.deleteIfExists(work.resolve("all.jailoo"));
        time("backup", () -> new BackUp(notebook, CLOCK, 10).write(work.resolve("backup"), "беш алты".toCharArray()));
        Files.deleteIfExists(work.resolve("backup"));
    }

    private ImportBundle.Waiting stage(Notebook notebook, ExecutorService workers, Path bundle) throws Exception {
        return new ImportBundle(notebook, CLOCK, workers)
                .stage(bundle, null, new ImportBundle.Allowed(true, false), Progress.NONE);
    }

    private void taking(Notebook notebook, ExecutorService workers, Path bundle, String what) throws Exception {
        ImportBundle.Waiting[] waiting = new ImportBundle.Waiting[1];
        time(what + ": verified", () -> waiting[0] = stage(notebook, workers, bundle));
        time(what + ": preview", () -> waiting[0].preview());
        time(what + ": written", () -> waiting[0].write());
        waiting[0].close();
    }

    /** New interviews of the first of the other laptops. */
    private List<Revision> interviews(Notebook notebook, int from, int count) throws FormatException {
        Writer writer = new Writer(devices.get(0).deviceId(), String.format("%032x", 1));
        long seq = notebook.revisions().nextSeq(writer);
        List<Revision> revisions = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Content content = Content.of(
                    new byte[Content.SALT_BYTES],
                    "2023-07-05T09:00:00Z",
                    Json.object(Map.of(
                            "code",
                            Json.of("N-" + (from + i)),
                            "campaign",
                            Json.of(ScaleNotebook.id("campaign", i % 12)),
                            "date",
                            Json.of("2023-07-05"),
                            "participants/" + ScaleNotebook.id("participant", i),
                            Json.TRUE,
                            "narrative",
                            Json.of(narratives.text(7_000_000L + from + i, 1_200)))));
            Header header = Header.edit(RecordId.random(), "interview", List.of(), writer, seq + i, content.hash());
            revisions.add(new Revision(header, Base64Text.encode(devices.get(0).sign(header.signedBytes())), content));
        }
        return revisions;
    }

    /** A bundle as the first of the other laptops writes it, which holds everything that is here and these. */
    private void write(Notebook notebook, Path out, List<Revision> known, List<Revision> fresh, long serial)
            throws IOException {
        Map<Writer, Claim> has = notebook.attempt(() -> {
            fresh.forEach(r -> notebook.revisions().add(r, null));
            Map<Writer, Claim> all = new TreeMap<>();
            notebook.holdings()
                    .writers()
                    .forEach(w -> all.put(w, notebook.holdings().claim(w, 1_000)));
            return all;
        });
        List<Revision> all = new ArrayList<>(known);
        all.addAll(fresh);
        Set<String> signers = new TreeSet<>();
        all.forEach(r -> signers.add(r.header().writer().device()));
        DeviceKeys sender = devices.get(0);
        signers.add(sender.deviceId());
        List<Card> cards = signers.stream()
                .map(d -> java.util.Objects.requireNonNull(notebook.devices().find(d))
                        .card())
                .toList();
        Manifest.Draft draft = new Manifest.Draft(
                RecordId.random(),
                Manifest.Kind.RECORDS,
                new Writer(sender.deviceId(), String.format("%032x", 1)),
                serial,
                "2023-07-05T10:00:00Z",
                List.of(),
                Manifest.Scope.ALL,
                Manifest.Since.CHANGES,
                new Knowledge(new TreeMap<>(has), new TreeMap<>(), new TreeSet<>()));
        BundleFile.write(
                out,
                new Envelope.ToRecipients(List.of(notebook.device().recipient())),
                stream -> BundleWriter.write(draft, sender, cards, new Given(all), stream));
    }

    private record Given(List<Revision> all) implements BundleSource {
        @Override
        public void ids(IdTaker taker) throws IOException {
            for (Revision revision : all) {
                taker.take(revision.id(), true);
            }
        }

        @Override
        public void revisions(RevisionTaker taker) throws IOException {
            for (Revision revision : all) {
                taker.take(revision);
            }
        }

        @Override
        public void attachments(AttachmentTaker taker) {
            // None of these names one.
        }
    }

    private void walking(Notebook notebook, Path work) throws Exception {
        time("Home: quotas and gaps", () -> new HomeScan(notebook, CLOCK, ZoneOffset.UTC).scan(Steps.UNWATCHED));
        ExportWorkbook export = new ExportWorkbook(notebook, CLOCK, ZoneOffset.UTC);
        for (org.jailoo.report.Content content :
                List.of(org.jailoo.report.Content.REPORT, org.jailoo.report.Content.DATA)) {
            Path book = work.resolve(content + ".xlsx");
            time(
                    "workbook: " + content.name().toLowerCase(Locale.ROOT),
                    () -> export.export(
                            new ExportWorkbook.Order(book, Audience.TEAM, "ky", content, null), Steps.UNWATCHED));
            Files.deleteIfExists(book);
        }
        time(
                "verify",
                () -> notebook.integrity().check(found -> {
                    if (found.kind().severity() != org.jailoo.notebook.Integrity.Severity.ATTENTION) {
                        OUT.println(found);
                    }
                }));
    }

    /** The most that was left after any collection, as often as one can look. */
    private static final class Watch extends Thread {
        private volatile long most;

        Watch() {
            setDaemon(true);
        }

        @Override
        public void run() {
            while (!isInterrupted()) {
                long left = 0;
                for (MemoryPoolMXBean pool : ManagementFactory.getMemoryPoolMXBeans()) {
                    MemoryUsage after = pool.getType() == MemoryType.HEAP ? pool.getCollectionUsage() : null;
                    left += after == null ? 0 : after.getUsed();
                }
                most = Math.max(most, left);
                try {
                    Thread.sleep(20);
                } catch (InterruptedException e) {
                    return;
                }
            }
        }
    }
}
