package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.identity.Card;
import org.junit.jupiter.api.Test;

/** One changed byte anywhere: never taken with another content, never an exception that nobody expects. */
class FlippedByteTest {
    private static final int FLIPS = "long".equals(System.getProperty("jailoo.size")) ? 20_000 : 500;

    private static List<String> content(Attempt attempt) {
        MemoryStaging staged = (MemoryStaging) attempt.staging;
        Bundle bundle = java.util.Objects.requireNonNull(attempt.bundle);
        Map<String, String> files = new TreeMap<>();
        staged.attachments.forEach((hash, bytes) -> files.put(hash, Arrays.toString(bytes)));
        return List.of(
                bundle.manifest().json().toString(),
                bundle.cards().values().stream().map(Card::json).toList().toString(),
                staged.revisions.values().stream()
                        .map(FlippedByteTest::text)
                        .toList()
                        .toString(),
                files.toString());
    }

    private static String text(Revision revision) {
        Content content = revision.content();
        return new String(revision.header().canonical(), StandardCharsets.UTF_8)
                + revision.signature()
                + (content == null
                        ? ""
                        : Arrays.toString(content.salt())
                                + content.time()
                                + content.body().toString());
    }

    private static int accepted(byte[] file, long seed, int flips) throws IOException {
        Attempt whole = new Attempt();
        assertThat(whole.read(file)).isEqualTo(Attempt.ACCEPTED);
        List<String> expected = content(whole);
        Random random = new Random(seed);
        int accepted = 0;
        for (int i = 0; i < flips; i++) {
            int at = random.nextInt(file.length);
            int change = 1 + random.nextInt(255);
            byte[] flipped = file.clone();
            flipped[at] ^= (byte) change;
            Attempt attempt = new Attempt();
            if (attempt.read(flipped).equals(Attempt.ACCEPTED)) {
                accepted++;
                assertThat(content(attempt))
                        .as("seed %d flip %d: byte %d ^ %d", seed, i, at, change)
                        .isEqualTo(expected);
            }
        }
        return accepted;
    }

    @Test
    void ofAPlainBundle() throws IOException {
        // White space for white space is all that passes.
        assertThat(accepted(BundleBuilder.sample().bytes(), 21, FLIPS)).isLessThan(FLIPS / 50);
    }

    @Test
    void ofABundleThatTheProgramWrote() throws IOException {
        Randoms content = new Randoms(3);
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        BundleWriter.write(content.draft(), Devices.AIDA, content.cards, content, out);
        assertThat(accepted(out.toByteArray(), 22, FLIPS / 10)).isLessThan(FLIPS / 50);
    }

    @Test
    void ofAGzipBundle() throws IOException {
        // Time and system in the header mean nothing.
        assertThat(accepted(Wrapped.gzip(BundleBuilder.sample().bytes()), 23, FLIPS))
                .isLessThan(FLIPS / 50);
    }

    @Test
    void ofAnEncryptedBundleNoFlipPasses() throws IOException {
        assertThat(accepted(Wrapped.age(Wrapped.gzip(BundleBuilder.sample().bytes()), Devices.CHYNARA), 24, FLIPS / 5))
                .isZero();
    }
}
