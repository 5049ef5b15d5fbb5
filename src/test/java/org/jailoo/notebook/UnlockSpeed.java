package org.jailoo.notebook;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jailoo.app.HomeCounts;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.NotReceived;
import org.jailoo.app.RotateKeys;
import org.jailoo.identity.Kdf;
import org.jailoo.identity.KeyFile;
import org.jailoo.identity.KeyFileStore;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;

/**
 * Says how long unlocking takes, in its parts, and how long a change of all keys; a program to run by hand, not a test:
 * {@code UnlockSpeed [records]}.
 */
final class UnlockSpeed {
    private static final char[] PASSPHRASE = "ала-тоо кар 7".toCharArray();
    private static final int ROUNDS = 7;

    private UnlockSpeed() {}

    public static void main(String[] arguments) throws Exception {
        int records = arguments.length > 0 ? Integer.parseInt(arguments[0]) : 1_000;
        Path file = Files.createTempDirectory("unlock").resolve("n");
        TestDoor.createWithKeys(file, "A1", new String(PASSPHRASE), Kdf.FLOOR).close();
        try (Notebook notebook = TestDoor.open(file)) {
            Pen pen = Pen.of(notebook);
            String text = "күбөлүк берүүчү айтып берди ".repeat(60);
            notebook.inTransaction(() -> {
                for (int i = 0; i < records; i++) {
                    Pen.add(
                            notebook,
                            pen.edit(
                                    RecordId.random(), "interview", List.of(), Map.of("narrative", Json.of(text + i))));
                }
                return records;
            });
        }
        long start = System.nanoTime();
        Kdf calibrated = Kdf.calibrated();
        System.out.printf(Locale.ROOT, "calibrating: %.0f ms; %s%n", (System.nanoTime() - start) / 1e6, calibrated);
        byte[] salt = Database.salt(file);
        for (Kdf kdf : List.of(Kdf.FLOOR, calibrated)) {
            byte[] keys = KeyFile.create(salt, TestDoor.keys(), PASSPHRASE, kdf, new SecureRandom());
            time("Argon2id, " + kdf, () -> KeyFile.open(keys, PASSPHRASE, salt));
        }
        time("opening the file, " + records + " interviews", () -> {
            Notebook notebook = TestDoor.open(file);
            notebook.close();
            return notebook;
        });
        try (Notebook notebook = TestDoor.open(file)) {
            time("first page", () -> {
                new HomeCounts(notebook).count();
                new NotReceived(notebook).look();
                return new KeepDrafts(notebook, Clock.system(ZoneId.systemDefault())).all();
            });
        }
        time(
                1,
                "all keys anew",
                () -> new RotateKeys(Clock.systemUTC(), () -> Kdf.FLOOR)
                        .rotate(file, PASSPHRASE, null, (done, of) -> {}));
        System.out.println("key file: " + Files.size(KeyFileStore.beside(file)) + " bytes, database: "
                + Files.size(file) + " bytes");
    }

    private static void time(String what, Callable<?> work) throws Exception {
        time(ROUNDS, what, work);
    }

    private static void time(int rounds, String what, Callable<?> work) throws Exception {
        long[] nanos = new long[rounds];
        for (int i = 0; i < rounds; i++) {
            long start = System.nanoTime();
            work.call();
            nanos[i] = System.nanoTime() - start;
        }
        Arrays.sort(nanos);
        System.out.printf(
                Locale.ROOT, "%s: median %.0f ms, least %.0f ms%n", what, nanos[rounds / 2] / 1e6, nanos[0] / 1e6);
    }
}
