package org.jailoo.benchmark;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.ImportResult;
import org.jailoo.bundle.BundleFile;
import org.jailoo.bundle.BundleWriter;
import org.jailoo.bundle.Envelope;
import org.jailoo.bundle.Knowledge;
import org.jailoo.bundle.Manifest;
import org.jailoo.bundle.Progress;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.history.Writer;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;
import org.jailoo.record.RecordId;
import org.jailoo.search.Folding;
import org.jailoo.search.SearchQuery;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/**
 * Import and search of many interviews, beside a bare encrypted JDBC insert and a bare FTS5 query of the same bytes in
 * the same run. Arguments: how many revisions (100,000), how many rounds (3).
 */
public final class ImportBenchmark {
    private static final int NARRATIVE = 3000;
    private static final int QUERIES = 300;

    private final int count;
    private final Path folder;
    private final Narratives narratives = new Narratives(7);
    private final DeviceKeys sender = DeviceKeys.generate(new SecureRandom());
    private final GeneratedSource source;
    private final ExecutorService workers =
            Executors.newFixedThreadPool(Runtime.getRuntime().availableProcessors());

    private ImportBenchmark(int count, Path folder) {
        this.count = count;
        this.folder = folder;
        this.source = new GeneratedSource(
                sender, new Writer(sender.deviceId(), "0".repeat(31) + "1"), count, narratives, NARRATIVE);
    }

    public static void main(String[] args) throws Exception {
        int count = args.length > 0 ? Integer.parseInt(args[0]) : 100_000;
        int rounds = args.length > 1 ? Integer.parseInt(args[1]) : 3;
        Path folder = Files.createTempDirectory("jailoo-benchmark");
        try {
            new ImportBenchmark(count, folder).run(rounds);
        } finally {
            try (Stream<Path> files = Files.walk(folder)) {
                for (Path file :
                        files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                    Files.deleteIfExists(file);
                }
            }
        }
    }

    private void run(int rounds) throws Exception {
        Path bundle = folder.resolve("bundle.jailoo");
        System.out.printf(
                "%,d revisions, narratives of %,d bytes; %d cores, %s, heap at most %,d MB%n",
                count,
                NARRATIVE,
                Runtime.getRuntime().availableProcessors(),
                System.getProperty("java.vm.version"),
                Runtime.getRuntime().maxMemory() >> 20);
        try (Notebook reader = TestDoor.create(folder.resolve("reader"), "reader")) {
            write(bundle, reader.device());
            System.out.printf("bundle: %,d MB%n", Files.size(bundle) >> 20);
            List<Double> floors = new ArrayList<>();
            List<Double> imports = new ArrayList<>();
            for (int round = 0; round < rounds; round++) {
                floors.add(bareInsert(folder.resolve("floor-" + round)));
                imports.add(importInto(reader.device(), folder.resolve("notebook-" + round), bundle));
            }
            line("bare encrypted insert", floors, "s");
            line("import, verified", imports, "s");
            System.out.printf(
                    Locale.ROOT,
                    "import rate %,.0f revisions/s; ratio to the floor %.2f%n",
                    count / median(imports),
                    median(imports) / median(floors));
        } finally {
            workers.shutdownNow();
        }
        search(folder.resolve("notebook-" + (rounds - 1)), folder.resolve("floor-" + (rounds - 1)));
    }

    private void write(Path bundle, DeviceKeys reader) throws IOException {
        Manifest.Draft draft = new Manifest.Draft(
                RecordId.random(),
                Manifest.Kind.RECORDS,
                new Writer(sender.deviceId(), "0".repeat(31) + "1"),
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

    private static Connection bare(Path file) throws SQLException {
        Connection connection = DriverManager.getConnection(
                "jdbc:sqlite:" + file,
                SQLiteMCSqlCipherConfig.getV4Defaults()
                        .withRawUnsaltedKey(new byte[32])
                        .build()
                        .toProperties());
        try (Statement statement = connection.createStatement()) {
            statement.execute("PRAGMA journal_mode = WAL");
            statement.execute("PRAGMA synchronous = FULL");
            statement.execute("PRAGMA cache_size = -65536");
            statement.execute("PRAGMA temp_store = MEMORY");
        }
        return connection;
    }

    /** The same bytes into one table of an encrypted file, in one transaction; made before the clock runs. */
    private double bareInsert(Path file) throws SQLException {
        long spent = 0;
        try (Connection connection = bare(file);
                Statement statement = connection.createStatement()) {
            statement.execute("CREATE TABLE revision (key INTEGER PRIMARY KEY, id BLOB UNIQUE, header BLOB,"
                    + " signature TEXT, salt BLOB, time TEXT, body BLOB)");
            connection.setAutoCommit(false);
            try (PreparedStatement insert = connection.prepareStatement(
                    "INSERT INTO revision (id, header, signature, salt, time, body) VALUES (?, ?, ?, ?, ?, ?)")) {
                for (int i = 0; i < count; i++) {
                    Revision revision = source.revision(i);
                    Content content = java.util.Objects.requireNonNull(revision.content());
                    byte[] id = HexFormat.of().parseHex(revision.id());
                    byte[] header = revision.header().canonical();
                    byte[] body = content.canonicalBody();
                    long start = System.nanoTime();
                    insert.setBytes(1, id);
                    insert.setBytes(2, header);
                    insert.setString(3, revision.signature());
                    insert.setBytes(4, content.salt());
                    insert.setString(5, content.time());
                    insert.setBytes(6, body);
                    insert.executeUpdate();
                    spent += System.nanoTime() - start;
                }
            }
            long start = System.nanoTime();
            connection.commit();
            spent += System.nanoTime() - start;
        }
        return spent / 1e9;
    }

    private double importInto(DeviceKeys reader, Path file, Path bundle) throws Exception {
        List<MemoryPoolMXBean> heap = ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(p -> p.getType() == MemoryType.HEAP)
                .toList();
        System.gc();
        heap.forEach(MemoryPoolMXBean::resetPeakUsage);
        try (Notebook notebook = TestDoor.create(file, reader, "reader")) {
            long start = System.nanoTime();
            ImportBundle imports = new ImportBundle(notebook, Clock.systemUTC(), workers);
            double staged;
            ImportResult result;
            try (ImportBundle.Waiting waiting =
                    imports.stage(bundle, null, new ImportBundle.Allowed(true, false), Progress.NONE)) {
                staged = (System.nanoTime() - start) / 1e9;
                result = waiting.write();
            }
            double all = (System.nanoTime() - start) / 1e9;
            if (result.fresh() != count) {
                throw new IllegalStateException("imported " + result);
            }
            System.out.printf(
                    Locale.ROOT,
                    "  verified and staged %.1f s, written %.1f s, peak heap %,d MB%n",
                    staged,
                    all - staged,
                    heap.stream().mapToLong(p -> p.getPeakUsage().getUsed()).sum() >> 20);
            return all;
        }
    }

    private void search(Path notebookFile, Path floorFile) throws SQLException {
        String[] typed = new String[QUERIES];
        for (int q = 0; q < QUERIES; q++) {
            typed[q] = narratives.word(1 + q * 37) + (q % 3 == 0 ? " " + narratives.word(q) : "");
        }
        try (Notebook notebook = TestDoor.open(notebookFile);
                Connection connection = bare(floorFile)) {
            System.out.printf(Locale.ROOT, "bare FTS5 index of the same texts: %.1f s%n", index(connection));
            double[] ours = new double[QUERIES];
            double[] floor = new double[QUERIES];
            double[] counts = new double[QUERIES];
            for (int round = 0; round < 2; round++) {
                for (int q = 0; q < QUERIES; q++) {
                    long start = System.nanoTime();
                    notebook.search().find(typed[q], 50);
                    ours[q] = (System.nanoTime() - start) / 1e6;
                    floor[q] = query(
                            connection,
                            SearchQuery.parse(typed[q]).orElseThrow().match());
                    start = System.nanoTime();
                    notebook.search().count(typed[q]);
                    counts[q] = (System.nanoTime() - start) / 1e6;
                }
            }
            System.out.printf(
                    Locale.ROOT,
                    "search, best 50: p50 %.2f ms, p95 %.2f ms; bare FTS5 p50 %.2f ms, p95 %.2f ms; ratio p50 %.2f, p95 %.2f%n",
                    at(ours, 0.5),
                    at(ours, 0.95),
                    at(floor, 0.5),
                    at(floor, 0.95),
                    at(ours, 0.5) / at(floor, 0.5),
                    at(ours, 0.95) / at(floor, 0.95));
            System.out.printf(Locale.ROOT, "count: p50 %.2f ms, p95 %.2f ms%n", at(counts, 0.5), at(counts, 0.95));
        }
    }

    /** Builds a bare index over the same folded texts; the seconds that the inserts took. */
    private double index(Connection connection) throws SQLException {
        long spent = 0;
        try (Statement statement = connection.createStatement()) {
            statement.execute("CREATE VIRTUAL TABLE search USING fts5 (text, content = '',"
                    + " tokenize = 'unicode61 remove_diacritics 2')");
            connection.setAutoCommit(false);
            try (PreparedStatement insert =
                    connection.prepareStatement("INSERT INTO search (rowid, text) VALUES (?, ?)")) {
                for (int i = 0; i < count; i++) {
                    String text = Folding.fold("A7-" + i + "\n" + narratives.text(i, NARRATIVE));
                    long start = System.nanoTime();
                    insert.setInt(1, i + 1);
                    insert.setString(2, text);
                    insert.executeUpdate();
                    spent += System.nanoTime() - start;
                }
            }
            long start = System.nanoTime();
            connection.commit();
            spent += System.nanoTime() - start;
            connection.setAutoCommit(true);
        }
        return spent / 1e9;
    }

    private static double query(Connection connection, String match) throws SQLException {
        long start = System.nanoTime();
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50")) {
            statement.setString(1, match);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    result.getLong(1);
                }
            }
        }
        return (System.nanoTime() - start) / 1e6;
    }

    private static void line(String what, List<Double> runs, String unit) {
        System.out.printf(Locale.ROOT, "%s: median %.1f %s of %s%n", what, median(runs), unit, runs);
    }

    private static double median(List<Double> runs) {
        return at(runs.stream().mapToDouble(Double::doubleValue).toArray(), 0.5);
    }

    private static double at(double[] values, double share) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[(int) Math.min(sorted.length - 1, Math.floor(share * sorted.length))];
    }
}
