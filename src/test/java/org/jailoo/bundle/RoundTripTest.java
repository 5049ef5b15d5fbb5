package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.identity.Card;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is written is what is read, in every envelope. */
class RoundTripTest {
    @TempDir
    private Path folder;

    private static final int ROUNDS = "long".equals(System.getProperty("jailoo.size")) ? 400 : 20;

    @Test
    void randomBundlesComeBack() throws Exception {
        for (long seed = 0; seed < ROUNDS; seed++) {
            Randoms content = new Randoms(seed);
            Envelope envelope = envelope((int) (seed % 4));
            Path file = folder.resolve("bundle" + seed + ".jailoo");
            Manifest written = BundleFile.write(file, envelope, out -> write(content, out));
            Attempt attempt = new Attempt();
            attempt.passphrase = "тоо".toCharArray();
            assertThat(attempt.read(Files.newInputStream(file)))
                    .as("seed %d: %s", seed, attempt.detail)
                    .isEqualTo(Attempt.ACCEPTED);
            assertSame(seed, content, written, attempt);
        }
        try (var files = Files.list(folder)) {
            assertThat(files).hasSize(ROUNDS);
        }
    }

    private static Manifest write(Randoms content, java.io.OutputStream out) throws IOException {
        return BundleWriter.write(content.draft(), Devices.AIDA, content.cards, content, out);
    }

    private static Envelope envelope(int kind) {
        return switch (kind) {
            case 0 -> new Envelope.Plain();
            case 1 -> new Envelope.Gzip();
            case 2 -> new Envelope.ToRecipients(List.of(Devices.BEK.recipient(), Devices.CHYNARA.recipient()));
            default -> new Envelope.WithPassphrase("тоо".toCharArray(), 8);
        };
    }

    private static void assertSame(long seed, Randoms content, Manifest written, Attempt attempt) {
        MemoryStaging staged = (MemoryStaging) attempt.staging;
        assertThat(staged.revisions.values().stream().map(RoundTripTest::text))
                .as("seed %d", seed)
                .containsExactlyElementsOf(
                        content.revisions.stream().map(RoundTripTest::text).toList());
        assertThat(staged.attachments).containsExactlyInAnyOrderEntriesOf(new TreeMap<>(content.named()));
        Bundle bundle = java.util.Objects.requireNonNull(attempt.bundle);
        assertThat(bundle.manifest().json()).isEqualTo(written.json());
        assertThat(bundle.cards().values())
                .containsExactlyElementsOf(content.cards.stream()
                        .sorted(Comparator.comparing(Card::deviceId))
                        .toList());
        assertThat(bundle.counts().revisions()).isEqualTo(content.revisions.size());
        assertThat(bundle.counts().purges())
                .isEqualTo(content.revisions.stream()
                        .filter(r -> !r.header().isEdit())
                        .count());
    }

    private static String text(Revision revision) {
        Content content = revision.content();
        return revision.id() + revision.signature() + (content == null ? "" : content.hash());
    }

    @Test
    void theSameContentGivesTheSameBytes() throws IOException {
        for (Envelope envelope : List.of(new Envelope.Plain(), new Envelope.Gzip())) {
            Path one = folder.resolve("one");
            Path two = folder.resolve("two");
            BundleFile.write(one, envelope, out -> write(new Randoms(3), out));
            BundleFile.write(two, envelope, out -> write(new Randoms(3), out));
            assertThat(Files.mismatch(one, two)).isEqualTo(-1);
            Files.delete(one);
            Files.delete(two);
        }
    }

    @Test
    void cardsForOtherDevicesThanThoseThatSignedAreNotWritten() {
        Randoms content = new Randoms(3);
        List<Card> fewer = new ArrayList<>(content.cards.subList(1, content.cards.size()));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        assertThatThrownBy(() -> BundleWriter.write(content.draft(), Devices.AIDA, fewer, content, out))
                .isInstanceOf(IllegalArgumentException.class);
        List<Card> more = new ArrayList<>(content.cards);
        more.add(Card.sign(Devices.device(9), 1, "stranger"));
        assertThatThrownBy(() -> BundleWriter.write(content.draft(), Devices.AIDA, more, content, out))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> BundleWriter.write(content.draft(), Devices.BEK, content.cards, content, out))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void aSourceThatChangesBetweenItsPassesIsNotWritten() {
        Randoms content = new Randoms(3);
        BundleSource changing = new BundleSource() {
            @Override
            public void ids(IdTaker taker) throws IOException {
                content.ids(taker);
            }

            @Override
            public void revisions(RevisionTaker taker) throws IOException {
                for (Revision revision : content.revisions.subList(1, content.revisions.size())) {
                    taker.take(revision);
                }
            }

            @Override
            public void attachments(AttachmentTaker taker) throws IOException {
                content.attachments(taker);
            }
        };
        assertThatThrownBy(() -> BundleWriter.write(
                        content.draft(), Devices.AIDA, content.cards, changing, new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }

    @Test
    void anAttachmentThatIsNotWhatItsNameSaysIsNotWritten() {
        Randoms content = new Randoms(3);
        Map<String, byte[]> named = content.named();
        assertThat(named).isNotEmpty();
        named.keySet().forEach(hash -> content.files.put(hash, new byte[7]));
        assertThatThrownBy(() -> BundleWriter.write(
                        content.draft(), Devices.AIDA, content.cards, content, new ByteArrayOutputStream()))
                .isInstanceOf(IOException.class);
    }
}
