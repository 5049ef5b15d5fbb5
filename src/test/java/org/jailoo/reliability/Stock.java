package org.jailoo.reliability;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.ExecutorService;
import java.util.stream.Stream;
import org.jailoo.app.BackUp;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ImportBundle;
import org.jailoo.app.PurgeRecord;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.TeamFile;
import org.jailoo.bundle.Progress;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.TeamList;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/**
 * What others send: two friends and a lead, and bundles of theirs, each with what it does to a notebook, as they say who
 * wrote it. Every piece is used once, and comes from an instance of its own.
 */
final class Stock implements AutoCloseable {
    final DeviceKeys first = DeviceKeys.generate(new SecureRandom());
    final DeviceKeys second = DeviceKeys.generate(new SecureRandom());
    final Card lead;
    private final DeviceKeys leading = DeviceKeys.generate(new SecureRandom());
    private final Path folder;
    private final ExecutorService workers;
    private final Random random;
    private int pieces;

    Stock(Path folder, ExecutorService workers, Random random, Card victim) throws IOException {
        this.folder = folder;
        this.workers = workers;
        this.random = random;
        Path friends = Files.createDirectories(folder.resolve("friends"));
        try (Notebook notebook = TestDoor.create(friends.resolve("lead"), leading, "lead")) {
            notebook.devices().trust(victim);
            lead = notebook.card();
        }
    }

    List<String> identities() {
        return List.of(first.identity(), second.identity(), leading.identity());
    }

    List<Card> cards() {
        return List.of(Card.sign(first, 1, "friend"), Card.sign(second, 1, "friend"), lead);
    }

    /** Makes sure that so many unused pieces of a kind are there. */
    void fill(String kind, int wanted) throws Exception {
        Path shelf = Files.createDirectories(folder.resolve("stock").resolve(kind));
        long there;
        try (Stream<Path> all = Files.list(shelf)) {
            there = all.filter(p -> !Files.exists(p.resolve("used"))).count();
        }
        for (long i = there; i < wanted; i++) {
            Path making = Files.createDirectories(folder.resolve("making").resolve("piece-" + pieces++));
            make(kind, making);
            Files.move(making, shelf.resolve(String.format("%05d", pieces)));
        }
    }

    private void make(String kind, Path piece) throws Exception {
        switch (kind) {
            case "records" -> records(piece);
            case "purges" -> purges(piece);
            case "held" -> held(piece);
            case "conflict" -> conflict(piece);
            case "word" -> word(piece);
            case "team" -> team(piece);
            case "backup" -> backup(piece);
            default -> throw new IllegalArgumentException(kind);
        }
    }

    private Notebook notebook(Path piece, DeviceKeys keys) {
        Notebook notebook = TestDoor.create(piece.resolve("n" + random.nextInt(1 << 30)), keys, "friend");
        Inside.hurry(notebook);
        cards().forEach(notebook.devices()::trust);
        return notebook;
    }

    private List<String> write(Notebook notebook, int count) {
        SaveRecord save = new SaveRecord(notebook, World.CLOCK);
        List<String> records = new ArrayList<>();
        notebook.inTransaction(() -> {
            for (int i = 0; i < count; i++) {
                boolean person = i % 9 == 8;
                SaveRecord.Form form = save.open(person ? "identity" : "interview", null);
                save.save(
                        form,
                        Json.object(Map.of(
                                person ? "fullName" : "narrative", Json.of(World.CANARY + " иш ".repeat(80) + i))));
                records.add(form.record());
            }
            return records;
        });
        return records;
    }

    private static void edit(Notebook notebook, List<String> records, String text) {
        SaveRecord save = new SaveRecord(notebook, World.CLOCK);
        for (String record : records) {
            if ("interview"
                    .equals(notebook.revisions().state(record).orElseThrow().type())) {
                save.save(save.open("interview", record), Json.object(Map.of("narrative", Json.of(text))));
            }
        }
    }

    private String export(Notebook notebook, Path out, ExportBundle.Choice choice) throws Exception {
        return new ExportBundle(notebook, World.CLOCK)
                .export(new ExportBundle.Order(out, List.of(), choice))
                .manifest()
                .bundle();
    }

    private void take(Notebook notebook, Path bundle) throws Exception {
        try (ImportBundle.Waiting waiting = new ImportBundle(notebook, World.CLOCK, workers)
                .stage(bundle, null, new ImportBundle.Allowed(true, true), Progress.NONE)) {
            waiting.write();
        }
    }

    /** What a bundle of all that a notebook holds does, besides what is said. */
    private static void effect(Notebook from, String bundle, Path piece, int number, Map<String, String> besides)
            throws IOException {
        Map<String, Json> facts = new TreeMap<>();
        facts.put("bundle " + bundle, Json.of("1"));
        Inside.texts(from, "SELECT lower(hex(id)) || '=' || bodied FROM revision")
                .forEach(line -> {
                    int equals = line.indexOf('=');
                    facts.put("rev " + line.substring(0, equals), Json.of(line.substring(equals + 1)));
                });
        besides.forEach((fact, value) -> facts.put(fact, Json.of(value)));
        Files.write(piece.resolve(number + ".json.effect"), CanonicalJson.bytes(Json.object(facts)));
    }

    private void records(Path piece) throws Exception {
        try (Notebook notebook = notebook(piece, random.nextBoolean() ? first : second)) {
            write(notebook, 20 + random.nextInt(60));
            String bundle = export(notebook, piece.resolve("1.json"), ExportBundle.Choice.ALL);
            effect(notebook, bundle, piece, 1, Map.of());
        }
    }

    private void purges(Path piece) throws Exception {
        try (Notebook notebook = notebook(piece, first)) {
            List<String> records = write(notebook, 12);
            String bundle = export(notebook, piece.resolve("1.json"), ExportBundle.Choice.ALL);
            effect(notebook, bundle, piece, 1, Map.of());
            Map<String, String> purges = new TreeMap<>();
            for (String record : records.subList(0, 7)) {
                String purge = new PurgeRecord(notebook, World.CLOCK)
                        .purge(record)
                        .orElseThrow()
                        .revision();
                purges.put("purge " + purge, "1");
            }
            bundle = export(notebook, piece.resolve("2.json"), ExportBundle.Choice.ALL);
            effect(notebook, bundle, piece, 2, purges);
        }
    }

    private void held(Path piece) throws Exception {
        try (Notebook notebook = notebook(piece, first);
                Notebook other = notebook(piece, second)) {
            String record = write(notebook, 1).get(0);
            String bundle = export(notebook, piece.resolve("1.json"), ExportBundle.Choice.ALL);
            effect(notebook, bundle, piece, 1, Map.of());
            take(other, piece.resolve("1.json"));
            String purge = new PurgeRecord(other, World.CLOCK)
                    .purge(record)
                    .orElseThrow()
                    .revision();
            bundle = export(other, piece.resolve("2.json"), ExportBundle.Choice.ALL);
            // It waits here, and takes nothing.
            Files.write(
                    piece.resolve("2.json.effect"),
                    CanonicalJson.bytes(Json.object(Map.of(
                            "bundle " + bundle, Json.of("1"),
                            "rev " + purge, Json.of("0"),
                            "purge " + purge, Json.of("0")))));
        }
    }

    private void conflict(Path piece) throws Exception {
        try (Notebook notebook = notebook(piece, first);
                Notebook other = notebook(piece, second)) {
            List<String> records = write(notebook, 8);
            export(notebook, piece.resolve("a"), ExportBundle.Choice.ALL);
            take(other, piece.resolve("a"));
            edit(notebook, records, "солдон");
            edit(other, records, "оңдон");
            export(notebook, piece.resolve("b"), ExportBundle.Choice.ALL);
            take(other, piece.resolve("b"));
            String bundle = export(other, piece.resolve("1.json"), ExportBundle.Choice.ALL);
            effect(other, bundle, piece, 1, Map.of());
        }
    }

    private void word(Path piece) throws Exception {
        try (Notebook notebook = notebook(piece, first)) {
            write(notebook, 1);
            String bundle = export(notebook, piece.resolve("1.json"), ExportBundle.Choice.RECEIPT);
            Files.write(
                    piece.resolve("1.json.effect"),
                    CanonicalJson.bytes(Json.object(Map.of("bundle " + bundle, Json.of("1")))));
        }
    }

    private void team(Path piece) throws Exception {
        List<TeamList.Member> members = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
            members.add(new TeamList.Member(Card.sign(keys, 1, "М" + random.nextInt(1 << 30)), i % 3 == 0));
        }
        members.sort(java.util.Comparator.comparing(m -> m.card().deviceId()));
        TeamFile.write(
                TeamList.sign(first, cards().get(0), 1 + pieces, "2024-05-06T07:08:09Z", members),
                piece.resolve("1.jailoo-team"));
    }

    private void backup(Path piece) throws Exception {
        try (Notebook notebook = notebook(piece, first)) {
            write(notebook, 30);
            new BackUp(notebook, World.CLOCK, 8).write(piece.resolve("1.jailoo"), KillTest.PASSPHRASE.toCharArray());
            Files.writeString(
                    piece.resolve("holds"), String.valueOf(notebook.revisions().count()));
        }
    }

    @Override
    public void close() {
        first.close();
        second.close();
        leading.close();
    }
}
