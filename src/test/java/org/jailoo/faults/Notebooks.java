package org.jailoo.faults;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.SaveRecord;
import org.jailoo.identity.Kdf;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.TestDoor;

/** The notebooks and bundles with which the use cases are played: small, and with everything in them. */
final class Notebooks {
    static final ExecutorService WORKERS = Executors.newFixedThreadPool(1, task -> {
        Thread thread = new Thread(task, "verifying");
        thread.setDaemon(true);
        return thread;
    });

    static final Clock CLOCK = Clock.systemUTC();

    private Notebooks() {}

    /** The notebook of a place: interviews with a testimony, a person, a file, a draft that no use case touches. */
    static void make(Place place) throws IOException {
        TestDoor.createWithKeys(place.notebook(), "A1", UseCase.PASSPHRASE, Kdf.FLOOR)
                .close();
        try (Notebook notebook = TestDoor.open(place.notebook())) {
            TestDoor.openIdentities(notebook);
            for (int i = 0; i < 3; i++) {
                save(
                        notebook,
                        "interview",
                        Map.of("narrative", Json.of(UseCase.SECRET + " " + "эмгек акы ".repeat(40) + i)));
            }
            KeepDrafts drafts = new KeepDrafts(notebook, CLOCK);
            drafts.keep(
                    "00000000-0000-4000-8000-00000000000d",
                    "interview",
                    Json.object(Map.of("narrative", Json.of(UseCase.SECRET))));
            save(notebook, "identity", Map.of("fullName", Json.of(UseCase.SECRET + " Асанова")));
            String sha256 = notebook.attachments()
                    .store(new ByteArrayInputStream(file(9_000, 1)))
                    .sha256();
            save(
                    notebook,
                    "interview",
                    Map.of(
                            "attachments/00000000-0000-4000-8000-000000000001",
                            Json.object(Map.of("sha256", Json.of(sha256)))));
        }
    }

    static SaveRecord.Saved save(Notebook notebook, String type, Map<String, Json> body) {
        SaveRecord save = new SaveRecord(notebook, CLOCK);
        return save(save, save.open(type, null), body);
    }

    static SaveRecord.Saved save(SaveRecord save, SaveRecord.Form form, Map<String, Json> body) {
        SaveRecord.Outcome outcome = save.save(form, Json.object(body));
        if (outcome instanceof SaveRecord.Saved saved) {
            return saved;
        }
        throw new AssertionError("not saved: " + outcome);
    }

    /** The ids of all records of a type, ascending. */
    static List<String> records(Notebook notebook, String type) {
        List<String> ids = new ArrayList<>();
        notebook.revisions()
                .eachRecord(id -> notebook.revisions()
                        .visible(id)
                        .filter(state -> state.type().equals(type) && !state.purged())
                        .ifPresent(state -> ids.add(id)));
        return ids;
    }

    /** Bytes that look like no format, with the secret at their end. */
    static byte[] file(int size, long seed) {
        byte[] bytes = new byte[size];
        new Random(seed).nextBytes(bytes);
        byte[] secret = UseCase.SECRET.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(secret, 0, bytes, size - secret.length, secret.length);
        return bytes;
    }

    /** Writes a bundle of somebody else's new records; returns their ids. */
    static List<String> bundle(Path out, int records) throws Exception {
        Path beside = out.resolveSibling("other");
        List<String> ids = new ArrayList<>();
        try (Notebook other = TestDoor.create(beside, "B2")) {
            String sha256 = other.attachments()
                    .store(new ByteArrayInputStream(file(20_000, 2)))
                    .sha256();
            for (int i = 0; i < records; i++) {
                String text = UseCase.SECRET + " " + "паспорт алынды ".repeat(60) + i;
                ids.add(save(
                                other,
                                "interview",
                                i > 0
                                        ? Map.of("narrative", Json.of(text))
                                        : Map.of(
                                                "narrative",
                                                Json.of(text),
                                                "attachments/00000000-0000-4000-8000-000000000002",
                                                Json.object(Map.of("sha256", Json.of(sha256)))))
                        .form()
                        .record());
            }
            new ExportBundle(other, CLOCK).export(new ExportBundle.Order(out, List.of(), ExportBundle.Choice.ALL));
        }
        for (String ending : List.of("", ".lock", "-wal", "-shm")) {
            java.nio.file.Files.deleteIfExists(Path.of(beside + ending));
        }
        return ids;
    }
}
