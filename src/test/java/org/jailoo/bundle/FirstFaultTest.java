package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.junit.jupiter.api.Test;

/** Many threads, and yet the order of the file: what is staged, and which fault is named. */
class FirstFaultTest {
    private static final int COUNT = 600;
    private static final BundleBuilder MANY = many();

    private static BundleBuilder many() {
        BundleBuilder builder = new BundleBuilder(5);
        for (int i = 0; i < COUNT; i++) {
            builder.edit(Devices.AIDA, builder.uuid(), Map.of("narrative", Json.of("текст " + i)));
        }
        return builder;
    }

    /** The bundle with a bad signature in this revision, digest and manifest being right. */
    private static List<Json.Obj> withBadSignature(int at) {
        List<Json.Obj> revisions = new ArrayList<>(MANY.revisions);
        revisions.set(at, revisions.get(at).with("signature", BundleBuilder.text(new byte[64])));
        return revisions;
    }

    private static byte[] render(List<Json.Obj> revisions) {
        BundleBuilder builder = new BundleBuilder(5);
        builder.revisions.addAll(revisions);
        return builder.bytes();
    }

    private static int offset(byte[] file, String id) {
        return new String(file, StandardCharsets.ISO_8859_1).indexOf(id);
    }

    @Test
    void revisionsAreStagedInFileOrder() throws IOException {
        Attempt attempt = new Attempt();
        assertThat(attempt.read(render(MANY.revisions))).isEqualTo(Attempt.ACCEPTED);
        List<Long> seqs = ((MemoryStaging) attempt.staging)
                .revisions.values().stream().map(r -> r.header().seq()).toList();
        assertThat(seqs).hasSize(COUNT).isSorted();
    }

    @Test
    void anAlteredRevisionComesBeforeAFaultOfTheParserBehindIt() throws IOException {
        for (int at : new int[] {0, 255, 256, 590}) {
            byte[] file = render(withBadSignature(at));
            assertThat(Attempt.of(file)).as("revision %d", at).isEqualTo(Reason.ALTERED.code());
            // The rest of the file is cut off, or no JSON, right behind the revision after it.
            Json salt =
                    java.util.Objects.requireNonNull(MANY.revisions.get(at + 1).get("salt"));
            int behind = offset(file, ((Json.Text) salt).value());
            assertThat(Attempt.of(Arrays.copyOf(file, behind))).isEqualTo(Reason.ALTERED.code());
            byte[] broken = file.clone();
            broken[behind] = 0;
            assertThat(Attempt.of(broken)).isEqualTo(Reason.ALTERED.code());
        }
    }

    @Test
    void aFaultOfTheParserComesBeforeAnAlteredRevisionBehindIt() throws IOException {
        byte[] file = render(withBadSignature(500));
        Json salt = java.util.Objects.requireNonNull(MANY.revisions.get(498).get("salt"));
        file[offset(file, ((Json.Text) salt).value())] = 0;
        assertThat(Attempt.of(file)).isEqualTo(Reason.MALFORMED.code());
    }

    @Test
    void theEarlierOfTwoFaultsIsNamedWhicheverThreadIsFaster() throws IOException {
        List<Json.Obj> revisions = withBadSignature(550);
        revisions.set(300, revisions.get(300).without("salt"));
        assertThat(Attempt.of(render(revisions))).isEqualTo(Reason.MALFORMED.code());
        revisions = withBadSignature(300);
        revisions.set(550, revisions.get(550).without("salt"));
        assertThat(Attempt.of(render(revisions))).isEqualTo(Reason.ALTERED.code());
        revisions = withBadSignature(550);
        revisions.set(5, revisions.get(4));
        assertThat(Attempt.of(render(revisions))).isEqualTo(Reason.MALFORMED.code());
    }

    @Test
    void nothingBehindAFaultIsStaged() throws IOException {
        Attempt attempt = new Attempt();
        attempt.read(render(withBadSignature(550)));
        assertThat(((MemoryStaging) attempt.staging).revisions).hasSize(550);
    }

    @Test
    void readingStopsWhereItIsCancelled() {
        byte[] file = render(MANY.revisions);
        Attempt attempt = new Attempt();
        attempt.progress = read -> {
            if (read > 200_000) {
                throw new CancellationException("enough");
            }
        };
        assertThat(file.length).isGreaterThan(290_000);
        assertThatThrownBy(() -> attempt.read(file)).isInstanceOf(CancellationException.class);
    }

    @Test
    void progressCountsTheFileAsItLies() throws IOException {
        byte[] file = Wrapped.age(Wrapped.gzip(render(MANY.revisions)), Devices.CHYNARA);
        Attempt attempt = new Attempt();
        List<Long> told = new ArrayList<>();
        attempt.progress = told::add;
        assertThat(attempt.read(file)).isEqualTo(Attempt.ACCEPTED);
        assertThat(told).isSorted().last().isEqualTo((long) file.length);
    }

    @Test
    void oneThreadIsEnough() throws Exception {
        ExecutorService one = Executors.newSingleThreadExecutor();
        try (UnverifiedBundle opened = UnverifiedBundle.open(
                new ByteArrayInputStream(render(MANY.revisions)), List.of(), null, Progress.NONE)) {
            Bundle bundle = opened.verify(device -> Trust.Standing.TRUSTED, false, new MemoryStaging(), one);
            assertThat(bundle.counts().revisions()).isEqualTo(COUNT);
            assertThatThrownBy(() -> opened.verify(device -> Trust.Standing.TRUSTED, false, new MemoryStaging(), one))
                    .isInstanceOf(IllegalStateException.class);
        } finally {
            one.shutdown();
        }
    }

    @Test
    void aFaultOfTheStagingIsPassedOn() {
        Attempt attempt = new Attempt();
        attempt.staging = new Forwarding() {
            @Override
            public boolean add(Revision revision, long bytes) throws IOException {
                throw new IOException("the disk is full");
            }
        };
        assertThatThrownBy(() -> attempt.read(render(MANY.revisions))).hasMessage("the disk is full");
    }

    private abstract static class Forwarding implements Staging {
        @Override
        public boolean hasUnpurgedEditWithoutBody() {
            return false;
        }

        @Override
        public boolean names(String sha256) {
            return true;
        }

        @Override
        public boolean beginAttachment(String sha256, long size) {
            return true;
        }

        @Override
        public void write(byte[] bytes, int offset, int length) {}

        @Override
        public void endAttachment() {}
    }
}
