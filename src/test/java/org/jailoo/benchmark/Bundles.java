package org.jailoo.benchmark;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.ExecutorService;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import org.jailoo.app.BackUp;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.SaveRecord;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Envelope;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.AgeEnvelope;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.VerifyingKey;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jailoo.search.SearchQuery;

/** Import, search, save, export, checking and copying of one notebook, each beside what the same bytes take alone. */
final class Bundles {
    private static final int NARRATIVE = 3000;
    private static final int QUERIES = 300;
    /** Of scrypt; the real one takes a second by intent. */
    private static final int WORK_FACTOR = 10;
    private static final String INSTANCE = "0".repeat(31) + "1";

    private final Sizes sizes;
    private final Path folder;
    private final ExecutorService workers;
    private final Narratives narratives = new Narratives(7);
    private final DeviceKeys sender = DeviceKeys.generate(new SecureRandom());
    private final DeviceKeys reader = DeviceKeys.generate(new SecureRandom());
    private final GeneratedSource source;
    private final Path bundle;
    private int made;
    private int saved;

    Bundles(Sizes sizes, Path folder, ExecutorService workers) {
        this.sizes = sizes;
        this.folder = folder;
        this.workers = workers;
        this.bundle = folder.resolve("bundle.jailoo");
        this.source = new GeneratedSource(
                sender, new Writer(sender.deviceId(), INSTANCE), sizes.revisions(), narratives, NARRATIVE);
    }

    private Path fresh(String name) {
        made++;
        return folder.resolve(name + "-" + made);
    }

    /** The import, and what is left of it to be searched, exported and checked. */
    List<Comparison> all() throws Exception {
        write();
        Comparison imports = new Comparison(String.format("import of %,d revisions", sizes.revisions()))
                .ours("import into an empty notebook, all of it", Comparison.all(() -> take(fresh("notebook"))))
                .floor("bare encrypted insert of the same bytes", () -> {
                    try (BareFile file = new BareFile(fresh("bare"))) {
                        return file.insert(0, sizes.revisions(), source);
                    }
                })
                .floor("bare FTS5 of the same texts", () -> {
                    try (BareFile file = new BareFile(fresh("fts"))) {
                        return file.index(sizes.revisions(), source);
                    }
                })
                .floor("SHA-256 of the same bytes alone", this::hash)
                .floor("Ed25519 of the same revisions alone, one core", this::verify)
                .run(sizes.rounds());
        Path kept = fresh("kept");
        take(kept);
        try (Notebook notebook = TestDoor.open(kept);
                BareFile bare = new BareFile(fresh("bare"))) {
            bare.index(sizes.revisions(), source);
            return List.of(imports, search(notebook, bare), save(notebook, bare), export(notebook), check(notebook));
        }
    }

    private void write() throws IOException {
        Manifest.Draft draft = new Manifest.Draft(
                RecordId.random(),
                Manifest.Kind.RECORDS,
                new Writer(sender.deviceId(), INSTANCE),
                1,
                Content.timeText(Clock.systemUTC().instant()),
                List.of(),
                Manifest.Scope.ALL,
                Manifest.Since.EVERYTHING,
                Knowledge.none());
        BundleFile.write(
                bundle,
                new Envelope.ToRecipients(List.of(reader.recipient())),
                out -> BundleWriter.write(draft, sender, List.of(Card.sign(sender, 1, "sender")), source, out));
    }

    private void take(Path file) throws Exception {
        try (Notebook notebook = TestDoor.create(file, DeviceKeys.parse(reader.json()), "reader");
                ImportBundle.Waiting waiting = new ImportBundle(notebook, Clock.systemUTC(), workers)
                        .stage(bundle, null, new ImportBundle.Allowed(true, false), Progress.NONE)) {
            long fresh = waiting.write().fresh();
            if (fresh != sizes.revisions()) {
                throw new IllegalStateException("imported " + fresh);
            }
        }
    }

    private double hash() throws Exception {
        MessageDigest sha = MessageDigest.getInstance("SHA-256");
        long spent = 0;
        for (int i = 0; i < sizes.revisions(); i++) {
            Revision revision = source.revision(i);
            byte[] header = revision.header().canonical();
            byte[] body = Objects.requireNonNull(revision.content()).canonicalBody();
            long start = System.nanoTime();
            sha.digest(header);
            sha.digest(body);
            spent += System.nanoTime() - start;
        }
        return spent / 1e9;
    }

    private double verify() {
        VerifyingKey key = sender.verifyingKey();
        long spent = 0;
        for (int i = 0; i < sizes.revisions(); i++) {
            Revision revision = source.revision(i);
            byte[] signed = revision.header().signedBytes();
            byte[] signature = Base64.getDecoder().decode(revision.signature());
            long start = System.nanoTime();
            boolean right = key.verify(signed, signature);
            spent += System.nanoTime() - start;
            if (!right) {
                throw new IllegalStateException("not the signature of " + i);
            }
        }
        return spent / 1e9;
    }

    @FunctionalInterface
    private interface Query {
        void ask(String typed) throws Exception;
    }

    private double[] asked(Query query) throws Exception {
        double[] seconds = new double[QUERIES];
        for (int q = 0; q < QUERIES; q++) {
            String typed = narratives.word(1 + q * 37) + (q % 3 == 0 ? " " + narratives.word(q) : "");
            seconds[q] = Comparison.seconds(() -> query.ask(typed));
        }
        return seconds;
    }

    private Comparison search(Notebook notebook, BareFile bare) throws Exception {
        Query ours = typed -> notebook.search().find(typed, 50);
        Query floor = typed -> bare.query(SearchQuery.parse(typed).orElseThrow().match());
        return new Comparison(String.format("search, the best 50 of %,d", sizes.revisions()))
                .ours("ours, p95", () -> Comparison.at(asked(ours), 0.95))
                .floor("bare FTS5, p95", () -> Comparison.at(asked(floor), 0.95))
                .ours("ours, p50", () -> Comparison.at(asked(ours), 0.5))
                .floor("bare FTS5, p50", () -> Comparison.at(asked(floor), 0.5))
                .ours("ours, how many, p95", () -> Comparison.at(
                        asked(typed -> notebook.search().count(typed)), 0.95))
                .run(sizes.rounds());
    }

    private Comparison save(Notebook notebook, BareFile bare) throws Exception {
        SaveRecord save = new SaveRecord(notebook, Clock.systemUTC());
        GeneratedSource texts = new GeneratedSource(
                sender, new Writer(sender.deviceId(), INSTANCE), Integer.MAX_VALUE, narratives, NARRATIVE);
        return new Comparison("save of one interview, on the disk")
                .ours("save, median of " + sizes.saves(), () -> each(i -> {
                    Json.Obj body = Objects.requireNonNull(texts.revision(i).content())
                            .body();
                    return Comparison.seconds(() -> {
                        SaveRecord.Outcome outcome = save.save(save.open("interview", null), body);
                        if (!(outcome instanceof SaveRecord.Saved)) {
                            throw new IllegalStateException(outcome.toString());
                        }
                    });
                }))
                .floor("bare encrypted insert of the same bytes", () -> each(i -> bare.insert(i, i + 1, texts)))
                .run(sizes.rounds());
    }

    @FunctionalInterface
    private interface One {
        double seconds(int i) throws Exception;
    }

    private double each(One one) throws Exception {
        double[] seconds = new double[sizes.saves()];
        for (int i = 0; i < seconds.length; i++) {
            saved++;
            seconds[i] = one.seconds(sizes.revisions() + saved);
        }
        return Comparison.at(seconds, 0.5);
    }

    private Comparison export(Notebook notebook) throws Exception {
        List<Card> to = List.of(Card.sign(reader, 1, "reader"));
        Path plain = folder.resolve("plain.json");
        try (InputStream in = new GZIPInputStream(AgeEnvelope.decrypt(
                        new BufferedInputStream(Files.newInputStream(bundle)), List.of(reader.identity()), null));
                OutputStream out = Files.newOutputStream(plain)) {
            in.transferTo(out);
        }
        return new Comparison(String.format("export of %,d revisions", sizes.revisions()))
                .ours("export, all of it", Comparison.all(() -> new ExportBundle(notebook, Clock.systemUTC())
                        .export(new ExportBundle.Order(fresh("out"), to, ExportBundle.Choice.ALL))))
                .floor("age and gzip of the same bytes", Comparison.all(() -> {
                    try (OutputStream out = new GZIPOutputStream(AgeEnvelope.encryptTo(
                            new BufferedOutputStream(Files.newOutputStream(fresh("age"))),
                            List.of(reader.recipient())))) {
                        Files.copy(plain, out);
                    }
                }))
                .ours(
                        "backup, all of it, at a work factor of " + WORK_FACTOR,
                        Comparison.all(() -> new BackUp(notebook, Clock.systemUTC(), WORK_FACTOR)
                                .write(fresh("backup"), "six words that nobody ever says".toCharArray())))
                .run(sizes.rounds());
    }

    private Comparison check(Notebook notebook) throws Exception {
        return new Comparison(String.format("check of %,d revisions", sizes.revisions()))
                .ours("verify: every hash, signature and derived state", Comparison.all(() -> notebook.integrity()
                        .check(finding -> {})))
                .floor("SHA-256 of the same bytes alone", this::hash)
                .floor("Ed25519 of the same revisions alone, one core", this::verify)
                .run(sizes.rounds());
    }
}
