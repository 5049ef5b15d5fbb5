package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.jailoo.app.AddFile.Added;
import org.jailoo.app.AddFile.Outcome;
import org.jailoo.app.AddFile.Refused;
import org.jailoo.app.AddFile.Why;
import org.jailoo.json.Json;
import org.jailoo.media.Photos;
import org.jailoo.media.Told;
import org.jailoo.notebook.Attachments;
import org.jailoo.notebook.Drafts.Draft;
import org.jailoo.notebook.Inside;
import org.jailoo.record.RecordId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files on their way into a notebook, and out of it to another. */
class AddFileTest {
    @TempDir
    Path folder = Path.of("");

    private Path file(String name, byte[] bytes) throws Exception {
        return Files.write(folder.resolve(name), bytes);
    }

    private static byte[] noise(int size) {
        byte[] bytes = new byte[size];
        new Random(size).nextBytes(bytes);
        return bytes;
    }

    private static Outcome add(Laptop laptop, Path file) {
        return new AddFile(laptop.notebook).add(file, Steps.UNWATCHED);
    }

    private static byte[] held(Laptop laptop, String sha256) throws Exception {
        try (InputStream in = Objects.requireNonNull(HeldFile.find(laptop.notebook, sha256)).stream(0)) {
            return in.readAllBytes();
        }
    }

    private static void holdsNothing(Laptop laptop) {
        assertThat(Inside.texts(laptop.notebook, "SELECT count(*) FROM attachment"))
                .containsExactly("0");
        assertThat(Inside.texts(laptop.notebook, "SELECT count(*) FROM chunk")).containsExactly("0");
    }

    @Test
    void aPhotoGoesInAndOverToAnotherNotebookWithTheSameBytes() throws Exception {
        byte[] photo = Photos.camera(800, 600, 6);
        byte[] large = noise(3 * Attachments.CHUNK * 8 + 17);
        try (Laptop one = Laptop.create(folder, "one");
                Laptop two = Laptop.create(folder, "two")) {
            one.trusts(two);
            two.trusts(one);
            Added added = (Added) add(one, file("photo.txt", photo));
            assertThat(added.mediaType()).isEqualTo("image/jpeg");
            assertThat(added.size()).isEqualTo(photo.length);
            assertThat(added.told()).isEqualTo(new Told(true, true, "2026-05-04", 6));
            Added other = (Added) add(one, file("film.bin", large));
            String record = one.interview("Күбөлүк");
            one.names(record, added.sha256());
            one.names(record, other.sha256());
            two.takes(one.export(ExportBundle.Choice.ALL, two));
            assertThat(held(two, added.sha256())).isEqualTo(photo);
            assertThat(held(two, other.sha256())).isEqualTo(large);
            two.isSound();
        }
    }

    @Test
    void aStrippedCopyIsAFileOfItsOwnAndTellsNothing() throws Exception {
        try (Laptop one = Laptop.create(folder, "one")) {
            Added photo = (Added) add(one, file("p.jpg", Photos.camera(800, 600, 6)));
            Added copy = (Added) new AddFile(one.notebook).stripped(photo.sha256(), photo.mediaType(), Steps.UNWATCHED);
            assertThat(copy.sha256()).isNotEqualTo(photo.sha256());
            assertThat(copy.told()).isEqualTo(new Told(false, false, null, 6));
            Added text = (Added) add(one, file("t.txt", noise(100)));
            assertThat(new AddFile(one.notebook).stripped(text.sha256(), text.mediaType(), Steps.UNWATCHED))
                    .isEqualTo(new Refused(Why.NOT_STRIPPED));
        }
    }

    @Test
    void whatCannotBeTakenIsRefusedWithItsReasonAndLeavesNothing() throws Exception {
        Path large = folder.resolve("large");
        try (RandomAccessFile sparse = new RandomAccessFile(large.toFile(), "rw")) {
            sparse.setLength(Attachments.MAX_SIZE + 1);
        }
        try (Laptop one = Laptop.create(folder, "one")) {
            assertThat(add(one, large)).isEqualTo(new Refused(Why.TOO_LARGE));
            assertThat(add(one, file("empty", new byte[0]))).isEqualTo(new Refused(Why.EMPTY));
            assertThat(add(one, folder)).isEqualTo(new Refused(Why.FOLDER));
            assertThat(add(one, folder.resolve("nowhere"))).isEqualTo(new Refused(Why.UNREADABLE));
            holdsNothing(one);
        }
    }

    @Test
    void aFileThatIsWrittenMeanwhileIsRefused() throws Exception {
        Path growing = file("growing", noise(5 << 20));
        try (Laptop one = Laptop.create(folder, "one")) {
            Outcome outcome = new AddFile(one.notebook).add(growing, (done, of) -> {
                try {
                    Files.write(growing, noise(6 << 20));
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            assertThat(outcome).isEqualTo(new Refused(Why.CHANGED));
            holdsNothing(one);
        }
    }

    @Test
    void cancelledHalfWayItLeavesNothing() throws Exception {
        Path big = file("big", noise(10 << 20));
        try (Laptop one = Laptop.create(folder, "one")) {
            assertThatThrownBy(() -> new AddFile(one.notebook).add(big, (done, of) -> {
                        assertThat(of).isEqualTo(10 << 20);
                        assertThat(one.notebook.attachments().all()).isEmpty();
                        if (done > of / 2) {
                            throw new CancellationException();
                        }
                    }))
                    .isInstanceOf(CancellationException.class);
            holdsNothing(one);
            one.isSound();
        }
    }

    @Test
    void theSameFileTwiceIsOneFile() throws Exception {
        Path big = file("big", noise(5 << 20));
        try (Laptop one = Laptop.create(folder, "one")) {
            Outcome first = add(one, big);
            assertThat(add(one, big)).isEqualTo(first);
            assertThat(Inside.texts(one.notebook, "SELECT count(*) FROM attachment"))
                    .containsExactly("1");
            assertThat(Inside.texts(one.notebook, "SELECT count(*) FROM chunk")).containsExactly("20");
        }
    }

    @Test
    void theOpeningKeepsWhatARecordOrADraftNamesAndRemovesWhatWasAbandoned() throws Exception {
        Path file = folder.resolve("one");
        String saved;
        String drafted;
        String sealed;
        String undone;
        String abandoned;
        try (Laptop one = Laptop.create(folder, "one")) {
            saved = one.attaches(one.interview("Күбөлүк"), noise(1000));
            drafted = ((Added) add(one, file("a", noise(1001)))).sha256();
            sealed = ((Added) add(one, file("b", noise(1002)))).sha256();
            undone = ((Added) add(one, file("c", noise(1003)))).sha256();
            abandoned = ((Added) add(one, file("d", noise(3 << 20)))).sha256();
            keepDraft(one, "interview", Json.object(Map.of("sha256", Json.of(drafted))));
            keepDraft(one, "contact", Json.object(Map.of("sha256", Json.of(sealed))));
            keepDraft(one, "interview", new Json.Array(List.of(Json.object(Map.of("was", Json.of(undone))))));
        }
        try (Laptop one = Laptop.open(file)) {
            assertThat(one.notebook.attachments().all()).containsExactlyInAnyOrder(saved, drafted, sealed, undone);
            assertThat(one.holdsFile(abandoned)).isFalse();
            assertThat(Inside.texts(one.notebook, "SELECT count(*) FROM chunk")).containsExactly("4");
            one.isSound();
            one.notebook.drafts().outsides().forEach(d -> one.notebook.drafts().remove(d.record()));
        }
        try (Laptop one = Laptop.open(file)) {
            assertThat(one.notebook.attachments().all()).containsExactly(saved);
            one.isSound();
        }
    }

    private static void keepDraft(Laptop laptop, String type, Json inside) {
        laptop.notebook
                .drafts()
                .put(new Draft(
                        RecordId.random(),
                        type,
                        "2026-05-06T07:08:09Z",
                        Json.object(Map.of("body", Json.object(Map.of("attachments/x", inside))))));
    }

    /** A draft is to be kept within five seconds; the largest file must not hold the writer for one. */
    @Test
    void aDraftIsKeptWhileTheLargestFileIsAdded() throws Exception {
        try (Laptop one = Laptop.create(folder, "one")) {
            long begun = System.nanoTime();
            CompletableFuture<Outcome> adding = CompletableFuture.supplyAsync(() -> {
                try {
                    return new AddFile(one.notebook)
                            .add(
                                    new ByteArrayInputStream(noise((int) Attachments.MAX_SIZE)),
                                    Attachments.MAX_SIZE,
                                    Steps.UNWATCHED);
                } catch (java.io.IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            });
            List<Long> waits = new ArrayList<>();
            while (!adding.isDone()) {
                long asked = System.nanoTime();
                keepDraft(one, "interview", Json.of("жазуу"));
                waits.add(TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - asked));
                Thread.sleep(20);
            }
            assertThat(adding.get()).isInstanceOf(Added.class);
            long longest = waits.stream().mapToLong(Long::longValue).max().orElseThrow();
            System.out.println("64 MiB added in " + TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - begun)
                    + " ms; of " + waits.size() + " drafts the longest waited " + longest + " ms");
            assertThat(longest).isLessThan(2500);
        }
    }
}
