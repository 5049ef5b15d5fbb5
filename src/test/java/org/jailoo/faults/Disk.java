package org.jailoo.faults;

import java.io.IOException;
import java.nio.ByteOrder;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Objects;

/** The switchboard of the disk that fails: memory that this process shares with the library preloaded into it. */
final class Disk {
    static final String CONTROL = "FAULTS_CONTROL";
    static final String ROOT = "FAULTS_ROOT";

    private static final int SIZE = 40 + 2 * 1024;
    private static final int LONGEST = 1024;
    private static final int MODE = 0;
    private static final int LOGGING = 4;
    private static final int AT = 8;
    private static final int COUNT = 16;
    private static final int HITS = 24;
    private static final int OP = 28;
    private static final int READS = 32;
    private static final int RUN = 36;
    private static final int FOLDER = 40;
    private static final int PATH = FOLDER + LONGEST;

    /** What the library counts, by its numbers. */
    private static final List<String> OPS = List.of(
            "",
            "create",
            "write",
            "truncate",
            "sync",
            "rename",
            "link",
            "unlink",
            "mkdir",
            "rmdir",
            "read",
            "open",
            "close");

    private final MappedByteBuffer shared;

    private Disk(MappedByteBuffer shared) {
        this.shared = shared;
    }

    /** An empty file for both sides to map. */
    static void prepare(Path control) throws IOException {
        Files.write(control, new byte[SIZE]);
    }

    /** The switchboard of this process; it was started with the library. */
    static Disk here() throws IOException {
        Path control = Path.of(Objects.requireNonNull(System.getenv(CONTROL)));
        try (FileChannel channel = FileChannel.open(control, StandardOpenOption.READ, StandardOpenOption.WRITE)) {
            MappedByteBuffer shared = channel.map(FileChannel.MapMode.READ_WRITE, 0, SIZE);
            shared.order(ByteOrder.nativeOrder());
            return new Disk(shared);
        }
    }

    /**
     * Where the failing began.
     *
     * @param hits how many calls failed; 0 where the Nth was never reached, or is one that cannot fail so
     */
    record Hit(int hits, String op, String file) {
        @Override
        public String toString() {
            return hits == 0 ? "nothing" : op + " of " + file + " (" + hits + " failed)";
        }
    }

    /** From here on calls below a folder are counted, and the Nth fails. */
    void arm(Mode mode, long at, Path folder, boolean reads) {
        byte[] name = folder.toString().getBytes(StandardCharsets.UTF_8);
        shared.put(FOLDER, name).put(FOLDER + name.length, (byte) 0);
        shared.putLong(AT, at)
                .putLong(COUNT, 0)
                .putInt(HITS, 0)
                .putInt(OP, 0)
                .putInt(READS, reads ? 1 : 0)
                .putInt(RUN, shared.getInt(RUN) + 1)
                .put(PATH, (byte) 0);
        shared.putInt(MODE, List.of(Mode.values()).indexOf(mode));
    }

    /** From here on nothing fails. */
    Hit disarm() {
        shared.putInt(MODE, 0);
        int length = 0;
        while (shared.get(PATH + length) != 0) {
            length++;
        }
        byte[] path = new byte[length];
        shared.get(PATH, path);
        Path file = Path.of(new String(path, StandardCharsets.UTF_8));
        return new Hit(shared.getInt(HITS), OPS.get(shared.getInt(OP)), String.valueOf(file.getFileName()));
    }

    /** How many calls were counted since it was armed. */
    long count() {
        return shared.getLong(COUNT);
    }

    /** Writes down what is done on the disk, or does not. */
    void log(boolean on) {
        shared.putInt(LOGGING, on ? 1 : 0);
    }

    static Path logOf(Path control) {
        return control.resolveSibling(control.getFileName() + ".log");
    }
}
