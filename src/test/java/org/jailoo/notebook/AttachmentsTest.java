package org.jailoo.notebook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jailoo.history.Sha256;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class AttachmentsTest {
    private static final long BIG = 20L << 20;

    @TempDir
    Path folder = Path.of("");

    @SuppressWarnings("NullAway.Init")
    private Notebook notebook;

    @BeforeEach
    void create() {
        notebook = TestDoor.create(folder.resolve("n"), "A1");
    }

    @AfterEach
    void close() {
        notebook.close();
    }

    /** So many bytes, the same for the same seed, none of them kept. */
    @SuppressWarnings("InputStreamSlowMultibyteRead")
    private static final class Bytes extends InputStream {
        private final Random random;
        private final long failAt;
        private long left;

        Bytes(long seed, long size, long failAt) {
            this.random = new Random(seed);
            this.left = size;
            this.failAt = failAt;
        }

        @Override
        public int read() throws IOException {
            if (left == failAt) {
                throw new IOException("the stick was pulled out");
            }
            return left-- > 0 ? random.nextInt() & 0xFF : -1;
        }
    }

    private static InputStream bytes(long seed, long size) {
        return new Bytes(seed, size, Long.MIN_VALUE);
    }

    private static String hashOf(Notebook notebook, String sha256) throws IOException {
        MessageDigest digest = Sha256.start();
        try (InputStream held = notebook.attachments().open(sha256)) {
            held.transferTo(new DigestOutputStream(OutputStream.nullOutputStream(), digest));
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    /** Runs in a process with a small heap: many times the heap goes in and out. */
    static void streamThrough(Path file) throws IOException {
        try (Notebook notebook = TestDoor.open(file)) {
            Attachments.Stored stored = notebook.attachments().store(bytes(7, BIG));
            System.out.println(stored.size() + " " + stored.sha256());
            System.out.println(hashOf(notebook, stored.sha256()));
            System.out.println(Runtime.getRuntime().maxMemory() <= 24L << 20);
        }
    }

    @Test
    void twentyMebibytesGoInAndOutInASmallHeap() throws Exception {
        notebook.close();
        String expected = HexFormat.of().formatHex(Sha256.of(bytes(7, BIG).readAllBytes()));
        try (Child child =
                Child.start(List.of("-Xmx24m"), "attach", folder.resolve("n").toString())) {
            assertThat(child.hearAll()).containsExactly(BIG + " " + expected, expected, "true");
        }
    }

    /** Runs in a process that is killed in the middle: says when some slices are on the disk, and goes on. */
    static void addUntilKilled(Path file) throws IOException {
        Notebook notebook = TestDoor.open(file);
        notebook.attachments().add(bytes(9, 60L << 20), done -> {
            if (done > 4 << 20) {
                System.out.println(done);
                System.out.flush();
            }
        });
        System.out.println("whole");
    }

    @Test
    void aKillInTheMiddleOfAddingLeavesNothingOfTheFile() throws Exception {
        String kept = notebook.attachments().store(bytes(3, 600_000)).sha256();
        Pen.save(
                notebook,
                RecordId.random(),
                "interview",
                Map.of("attachments/" + RecordId.random(), Json.object(Map.of("sha256", Json.of(kept)))));
        notebook.close();
        try (Child child = Child.start("add", folder.resolve("n").toString())) {
            assertThat(Long.parseLong(child.hear())).isGreaterThan(4 << 20);
            child.kill();
        }
        try (Sql raw = TestDoor.raw(folder.resolve("n"))) {
            assertThat(raw.number("SELECT count(*) FROM chunk"))
                    .as("there was a half")
                    .isGreaterThan(16);
        }
        try (Notebook again = TestDoor.open(folder.resolve("n"))) {
            assertThat(again.attachments().all()).containsExactly(kept);
            assertThat(again.sql.number("SELECT count(*) FROM chunk")).isEqualTo(3);
            assertThat(again.sql.number("SELECT count(*) FROM attachment")).isOne();
            List<Object> found = new java.util.ArrayList<>();
            again.integrity().check(found::add);
            assertThat(found).isEmpty();
        }
    }

    @Test
    void aFileOfTheGreatestSizeIsTakenAndOneByteMoreIsNot() throws Exception {
        assertThatThrownBy(() -> notebook.attachments().store(new Zeros(Attachments.MAX_SIZE + 1)))
                .isInstanceOf(IOException.class);
        assertNothingStored();
        assertThat(notebook.attachments().store(new Zeros(Attachments.MAX_SIZE)).size())
                .isEqualTo(Attachments.MAX_SIZE);
    }

    private static final class Zeros extends InputStream {
        private long left;

        Zeros(long size) {
            this.left = size;
        }

        @Override
        public int read() {
            return left-- > 0 ? 0 : -1;
        }

        @Override
        public int read(byte[] into, int from, int length) {
            int n = (int) Math.min(left, length);
            left -= n;
            java.util.Arrays.fill(into, from, from + n, (byte) 0);
            return n == 0 ? -1 : n;
        }
    }

    private void assertNothingStored() {
        assertThat(notebook.attachments().all()).isEmpty();
        assertThat(notebook.sql.number("SELECT count(*) FROM chunk")).isZero();
        assertThat(notebook.sql.number("SELECT count(*) FROM attachment")).isZero();
    }

    @Test
    void aSourceThatFailsHalfWayStoresNothing() {
        assertThatThrownBy(() -> notebook.attachments().store(new Bytes(1, 1_000_000, 400_000)))
                .isInstanceOf(IOException.class)
                .hasMessage("the stick was pulled out");
        assertNothingStored();
        assertThatThrownBy(() -> notebook.inTransaction(() -> {
                    try {
                        return notebook.attachments().store(new Bytes(1, 1_000_000, 400_000));
                    } catch (IOException e) {
                        return e; // The transaction around it must not keep the half either.
                    }
                }))
                .isInstanceOf(IllegalStateException.class);
        assertNothingStored();
    }

    @Test
    void theSameBytesAreStoredOnce() throws Exception {
        Attachments.Stored one = notebook.attachments().store(bytes(3, 600_000));
        long chunks = notebook.sql.number("SELECT count(*) FROM chunk");
        assertThat(notebook.attachments().store(bytes(3, 600_000))).isEqualTo(one);
        assertThat(notebook.sql.number("SELECT count(*) FROM chunk"))
                .isEqualTo(chunks)
                .isEqualTo(3);
        assertThat(notebook.attachments().all()).containsExactly(one.sha256());
        assertThat(notebook.attachments().size(one.sha256())).isEqualTo(600_000);
    }

    @Test
    void anEmptyFileIsAFile() throws Exception {
        Attachments.Stored stored = notebook.attachments().store(new ByteArrayInputStream(new byte[0]));
        assertThat(hashOf(notebook, stored.sha256())).isEqualTo(stored.sha256());
    }

    @Test
    void aFileThatIsNotWholeIsNotHandedOutAsIfItWere() throws Exception {
        String sha256 = notebook.attachments().store(bytes(3, 600_000)).sha256();
        notebook.sql.update("DELETE FROM chunk WHERE place = 2");
        try (InputStream held = notebook.attachments().open(sha256)) {
            assertThatThrownBy(held::readAllBytes).isInstanceOf(IOException.class);
        }
    }

    @Test
    void whatIsNamedAndNotHeldIsLacking() throws Exception {
        String held = notebook.attachments().store(bytes(3, 10)).sha256();
        String lacking = "ab".repeat(32);
        String record = RecordId.random();
        Pen.save(
                notebook,
                record,
                "interview",
                Stream.of(held, lacking)
                        .collect(Collectors.toMap(
                                s -> "attachments/" + RecordId.random(),
                                s -> Json.object(Map.of("sha256", Json.of(s))))));
        assertThat(notebook.attachments().lacking(10)).containsExactly(lacking);
        assertThat(notebook.attachments().isNamed(held)).isTrue();
        assertThat(notebook.attachments().isNamed("cd".repeat(32))).isFalse();
        List<Attachments.Naming> namings = new java.util.ArrayList<>();
        notebook.attachments().eachNamingOfHeld(namings::add);
        assertThat(namings)
                .containsExactly(new Attachments.Naming(
                        held, notebook.self().device(), notebook.self().instance(), 1, 1));
    }
}
