package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.Random;
import java.util.zip.CRC32;
import java.util.zip.GZIPInputStream;
import java.util.zip.Inflater;
import org.jailoo.bundle.GzipException.Kind;
import org.junit.jupiter.api.Test;

/** The gzip layer: one member, its checks, and the bound on inflation in both directions. */
class GzipMemberTest {
    private static final int MIB = 1024 * 1024;

    private static byte[] write(byte[]... parts) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (OutputStream gzip = new GzipMemberOutput(out)) {
            for (byte[] part : parts) {
                gzip.write(part);
            }
        }
        return out.toByteArray();
    }

    private static byte[] read(byte[] gzip) throws IOException {
        try (InputStream in = new GzipMemberInput(new ByteArrayInputStream(gzip))) {
            return in.readAllBytes();
        }
    }

    private static byte[] letters(int n) {
        byte[] bytes = new byte[n];
        Arrays.fill(bytes, (byte) 'a');
        return bytes;
    }

    private static byte[] noise(int n, long seed) {
        byte[] bytes = new byte[n];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    /** The bound as the strictest reader has it: what a block inflates to against the bytes before that block. */
    private static void assertBoundAtEveryByte(byte[] gzip) throws Exception {
        Inflater inflater = new Inflater(true);
        byte[] one = new byte[1];
        byte[] out = new byte[MIB];
        long plain = 0;
        long atRest = 0;
        for (int i = 10; i < gzip.length - 8; i++) {
            one[0] = gzip[i];
            inflater.setInput(one);
            long before = i - 10L;
            long burst = 0;
            for (int n = inflater.inflate(out); n > 0; n = inflater.inflate(out)) {
                burst += n;
            }
            plain += burst;
            if (plain > Math.max(16L * MIB, 100 * before)) {
                throw new AssertionError("at byte " + i + ": " + plain + " from " + before);
            }
            atRest = plain;
        }
        assertThat(inflater.finished()).isTrue();
        assertThat(atRest).isPositive();
        inflater.end();
    }

    @Test
    void sixtyFourMebibytesOfOneLetterComeBack() throws Exception {
        byte[] part = letters(MIB);
        byte[][] parts = new byte[64][];
        Arrays.fill(parts, part);
        byte[] gzip = write(parts);
        // A hundredth is the least that the bound allows.
        assertThat(gzip.length).isBetween(64 * MIB / 100, 64 * MIB / 90);
        CRC32 ours = crc(new GzipMemberInput(new ByteArrayInputStream(gzip)));
        CRC32 theirs = crc(new GZIPInputStream(new ByteArrayInputStream(gzip)));
        CRC32 expected = new CRC32();
        for (byte[] p : parts) {
            expected.update(p);
        }
        assertThat(ours.getValue()).isEqualTo(expected.getValue()).isEqualTo(theirs.getValue());
        assertBoundAtEveryByte(gzip);
    }

    private static CRC32 crc(InputStream in) throws IOException {
        CRC32 crc = new CRC32();
        byte[] block = new byte[MIB];
        try (in) {
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                crc.update(block, 0, n);
            }
        }
        return crc;
    }

    @Test
    void theBoundHoldsWhereverTheContentBecomesEasyOrHard() throws Exception {
        int[] noise = "long".equals(System.getProperty("jailoo.size"))
                ? new int[] {0, 1, 100_000, 167_000, 168_000, 2 * MIB}
                : new int[] {1, 150_000};
        for (int n : noise) {
            assertBoundAtEveryByte(write(noise(n, n), letters(17 * MIB), noise(n, n), letters(MIB)));
            assertBoundAtEveryByte(write(letters(16 * MIB - n - 1), noise(n, n), letters(2 * MIB)));
        }
    }

    @Test
    void whatIsWrittenComesBackWhateverThePieces() throws IOException {
        long seed = 11;
        Random random = new Random(seed);
        for (int round = 0; round < 60; round++) {
            byte[] content =
                    random.nextBoolean() ? noise(random.nextInt(300_000), round) : letters(random.nextInt(300_000));
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            try (OutputStream gzip = new GzipMemberOutput(out)) {
                for (int at = 0; at < content.length; ) {
                    int n = Math.min(content.length - at, 1 + random.nextInt(100_000));
                    gzip.write(content, at, n);
                    if (random.nextInt(4) == 0) {
                        gzip.flush();
                    }
                    at += n;
                }
            }
            byte[] gzip = out.toByteArray();
            assertThat(gzip).as("seed %d round %d", seed, round).isEqualTo(write(content));
            assertThat(read(gzip)).isEqualTo(content);
            assertThat(Wrapped.gunzip(gzip)).isEqualTo(content);
        }
        assertThat(read(write())).isEmpty();
    }

    @Test
    void textCompressesAsWellAsInOnePiece() throws IOException {
        StringBuilder text = new StringBuilder();
        Random random = new Random(5);
        while (text.length() < 500_000) {
            // A vocabulary that a window of 32 KiB holds, and a block begins to learn anew if it is not told.
            text.append(new Random(random.nextInt(2000)).nextLong()).append(' ');
        }
        byte[] plain = BundleBuilder.utf8(text.toString());
        assertThat((double) write(plain).length / Wrapped.gzip(plain).length).isLessThan(1.01);
    }

    private static Kind fault(byte[] gzip) {
        return catchThrowableOfType(GzipException.class, () -> read(gzip)).kind();
    }

    @Test
    void everyFaultHasItsKind() throws IOException {
        byte[] gzip = Wrapped.gzip(noise(50_000, 1));
        for (int cut : new int[] {0, 1, 5, 9, 10, 11, 30_000, gzip.length - 9, gzip.length - 8, gzip.length - 1}) {
            assertThat(fault(Arrays.copyOf(gzip, cut))).as("cut at %d", cut).isEqualTo(Kind.TRUNCATED);
        }
        assertThat(fault(Arrays.copyOf(gzip, gzip.length + 1))).isEqualTo(Kind.MALFORMED);
        assertThat(fault(damaged(gzip, gzip.length - 8))).isEqualTo(Kind.ALTERED);
        assertThat(fault(damaged(gzip, gzip.length - 4))).isEqualTo(Kind.ALTERED);
        assertThat(fault(damaged(gzip, 0))).isEqualTo(Kind.MALFORMED);
        byte[] reserved = gzip.clone();
        reserved[3] = 0x20;
        assertThat(fault(reserved)).isEqualTo(Kind.MALFORMED);
        byte[] method = gzip.clone();
        method[2] = 7;
        assertThat(fault(method)).isEqualTo(Kind.MALFORMED);
    }

    private static byte[] damaged(byte[] gzip, int at) {
        byte[] copy = gzip.clone();
        copy[at] ^= 0x10;
        return copy;
    }

    @Test
    void aHeaderWithAChecksum() throws IOException {
        byte[] gzip = Wrapped.gzip(letters(10));
        byte[] head = Arrays.copyOf(gzip, 10);
        head[3] = 2;
        CRC32 crc = new CRC32();
        crc.update(head);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.writeBytes(head);
        out.write((int) crc.getValue());
        out.write((int) (crc.getValue() >> 8));
        out.write(gzip, 10, gzip.length - 10);
        assertThat(read(out.toByteArray())).isEqualTo(letters(10));
        assertThat(fault(damaged(out.toByteArray(), 10))).isEqualTo(Kind.ALTERED);
    }

    @Test
    void allBytesBeforeAFaultAreGivenFirst() throws IOException {
        byte[] content = noise(40_000, 3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        out.write(Wrapped.gzip(content), 0, 10);
        out.writeBytes(new byte[] {0, (byte) 40_000, (byte) (40_000 >> 8), (byte) ~40_000, (byte) (~40_000 >> 8)});
        out.writeBytes(content);
        // A block type that does not exist, right behind a stored block.
        out.write(7);
        byte[] broken = out.toByteArray();
        for (int size : new int[] {1, 1000, 39_999, 40_000, 40_001, 100_000}) {
            InputStream in = new GzipMemberInput(new ByteArrayInputStream(broken));
            byte[] got = new byte[content.length];
            int at = 0;
            byte[] block = new byte[size];
            while (at < got.length) {
                int n = in.read(block);
                System.arraycopy(block, 0, got, at, n);
                at += n;
            }
            assertThat(got).isEqualTo(content);
            GzipException fault = catchThrowableOfType(GzipException.class, () -> in.read(block));
            assertThat(fault.kind()).isEqualTo(Kind.MALFORMED);
            assertThat(catchThrowableOfType(GzipException.class, in::read)).isSameAs(fault);
        }
    }

    @Test
    void aBombIsRefusedAtTheBound() throws IOException {
        byte[] bomb = Wrapped.gzip(letters(40 * MIB));
        InputStream in = new GzipMemberInput(new ByteArrayInputStream(bomb));
        byte[] block = new byte[64 * 1024];
        long[] total = new long[1];
        GzipException fault = catchThrowableOfType(GzipException.class, () -> {
            for (int n = in.read(block); n > 0; n = in.read(block)) {
                total[0] += n;
            }
        });
        assertThat(fault.kind()).isEqualTo(Kind.TOO_LARGE);
        assertThat(total[0]).isBetween(16L * MIB, 16L * MIB + block.length);
        assertThat(read(Wrapped.gzip(letters(16 * MIB)))).hasSize(16 * MIB);
    }
}
