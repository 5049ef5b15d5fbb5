package org.jailoo.bundle;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Files appear whole or not at all, and never over another. */
class BundleFileTest {
    @TempDir
    private Path folder;

    private List<String> names() throws IOException {
        try (var files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    @Test
    void anExistingFileStaysAsItIs() throws IOException {
        Path target = Files.writeString(folder.resolve("x"), "before");
        assertThatThrownBy(() -> BundleFile.write(target, new Envelope.Plain(), out -> {
                    throw new AssertionError("nothing is to be written");
                }))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("before");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void aFileThatAppearsWhileWritingStaysAsItIs() throws IOException {
        Path target = folder.resolve("x");
        assertThatThrownBy(() -> BundleFile.write(target, new Envelope.Plain(), out -> {
                    out.write(1);
                    return Files.writeString(target, "somebody else's");
                }))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(target).hasContent("somebody else's");
        assertThat(names()).containsExactly("x");
    }

    @Test
    void aFailureLeavesNothing() throws IOException {
        for (Envelope envelope : List.of(
                new Envelope.Plain(),
                new Envelope.Gzip(),
                new Envelope.ToRecipients(List.of(Devices.AIDA.recipient())))) {
            assertThatThrownBy(() -> BundleFile.write(folder.resolve("x"), envelope, out -> {
                        out.write(new byte[200_000]);
                        throw new IllegalStateException("half way");
                    }))
                    .hasMessage("half way");
            assertThat(names()).isEmpty();
        }
        assertThatThrownBy(() -> BundleFile.write(
                        folder.resolve("x"), new Envelope.ToRecipients(List.of("age1nobody")), out -> 1))
                .isInstanceOf(IllegalArgumentException.class);
        assertThat(names()).isEmpty();
    }

    @Test
    void theNameAppearsOnlyWhenTheFileIsWhole() throws IOException {
        Path target = folder.resolve("x");
        int answer = BundleFile.write(target, new Envelope.Plain(), out -> {
            out.write(new byte[300_000]);
            out.flush();
            assertThat(target).doesNotExist();
            return 42;
        });
        assertThat(answer).isEqualTo(42);
        assertThat(target).hasSize(300_000);
        assertThat(names()).containsExactly("x");
    }

    @Test
    void whereThereAreNoLinksNothingIsReplacedEither() throws IOException {
        Path temporary = Files.writeString(folder.resolve("temporary"), "new");
        Path taken = Files.writeString(folder.resolve("taken"), "before");
        assertThatThrownBy(() -> BundleFile.nameWithoutLinks(temporary, taken))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(taken).hasContent("before");
        Path free = folder.resolve("free");
        BundleFile.nameWithoutLinks(temporary, free);
        assertThat(free).hasContent("new");
        assertThat(names()).containsExactly("free", "taken");
        assertThatThrownBy(() -> BundleFile.nameWithoutLinks(temporary, folder.resolve("other")))
                .isInstanceOf(NoSuchFileException.class);
        assertThat(names()).containsExactly("free", "taken");
    }

    @Test
    void aFolderThatIsMissingIsSaid() {
        assertThatThrownBy(() -> BundleFile.write(folder.resolve("no/x"), new Envelope.Plain(), out -> 1))
                .isInstanceOf(NoSuchFileException.class);
    }

    @Test
    void aLinkThatLeadsNowhereIsNotWrittenThrough() throws IOException {
        Path link;
        try {
            link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("elsewhere"));
        } catch (UnsupportedOperationException | IOException e) {
            org.junit.jupiter.api.Assumptions.abort("no symbolic links here");
            return;
        }
        assertThatThrownBy(() -> BundleFile.write(link, new Envelope.Plain(), out -> 1))
                .isInstanceOf(FileAlreadyExistsException.class);
        assertThat(names()).containsExactly("link");
    }
}
