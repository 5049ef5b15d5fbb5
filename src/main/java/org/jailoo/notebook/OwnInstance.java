package org.jailoo.notebook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import org.jailoo.history.Writer;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/** Who writes in a notebook: its device, and the instance of this very file, drawn anew where it is a copy. */
final class OwnInstance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Sql sql;
    private final NotebookFiles files;
    private final NotebookFiles.Lock lock;
    private final DeviceKeys device;
    private Writer self;

    OwnInstance(Sql sql, NotebookFiles files, NotebookFiles.Lock lock) {
        this.sql = sql;
        this.files = files;
        this.lock = lock;
        this.device = storedDevice();
        this.self = new Writer(device.deviceId(), instance());
    }

    DeviceKeys device() {
        return device;
    }

    Writer self() {
        return self;
    }

    private byte @Nullable [] meta(String name) {
        return sql.first("SELECT value FROM meta WHERE name = ?", r -> r.getBytes(1), name);
    }

    private void put(String name, byte[] value) {
        sql.update("INSERT OR REPLACE INTO meta (name, value) VALUES (?, ?)", name, value);
    }

    private DeviceKeys storedDevice() {
        try {
            byte[] stored = meta("device");
            if (stored != null && JsonReader.parse(stored, 4) instanceof Json.Obj json) {
                return DeviceKeys.parse(json);
            }
        } catch (JsonException | IdentityException e) {
            throw new NotebookException(Fault.DAMAGED, "the device's keys", e);
        }
        throw new NotebookException(Fault.DAMAGED, "the device's keys");
    }

    private String instance() {
        byte[] stored = meta("instance");
        if (stored == null) {
            throw new NotebookException(Fault.DAMAGED, "the instance");
        }
        return new String(stored, StandardCharsets.UTF_8);
    }

    /**
     * A file that lies elsewhere than it did is a copy, or may be one, and one that does not know the word left at its
     * last closing was set back to an older copy: both go on as an instance of their own.
     */
    void settle() throws IOException {
        byte[] mark = FileMark.of(files.database()).getBytes(StandardCharsets.UTF_8);
        byte[] known = meta("mark");
        byte[] word = meta("word");
        boolean left = lock.word().isEmpty() ? word == null : Arrays.equals(word, bytes(lock.word()));
        leaveWord(() -> {
            if (known != null && !(left && Arrays.equals(known, mark))) {
                draw();
            }
            put("mark", mark);
        });
    }

    /** Changes the word in the database and in the file of the lock. Losing one of the two only costs an instance. */
    void leaveWord(Runnable with) throws IOException {
        String word = drawn(RANDOM);
        sql.inTransaction(() -> {
            with.run();
            put("word", bytes(word));
            return word;
        });
        lock.leave(word);
    }

    /** Goes on as a new instance, from 1. */
    void draw() {
        put("instance", drawn());
        read();
    }

    /** Reads again who writes here. */
    void read() {
        self = new Writer(device.deviceId(), instance());
    }

    /** The name of a new instance, as it is stored. */
    static byte[] drawn() {
        return bytes(drawn(RANDOM));
    }

    private static String drawn(SecureRandom random) {
        byte[] bytes = new byte[16];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
