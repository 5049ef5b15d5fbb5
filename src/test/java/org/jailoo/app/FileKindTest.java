package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a double-clicked file is taken for. */
class FileKindTest {
    @TempDir
    Path folder;

    private FileKind of(String name, String content) throws IOException {
        return FileKind.of(Files.writeString(folder.resolve(name), content));
    }

    @Test
    void aNotebookIsKnownByItsNameOrByTheKeysBesideIt() throws Exception {
        assertThat(of("дептер.jailoo-notebook", "\u0001\u0002")).isEqualTo(FileKind.NOTEBOOK);
        assertThat(of("A.JAILOO-NOTEBOOK", "")).isEqualTo(FileKind.NOTEBOOK);
        assertThat(of("notes.dat", "\u0001\u0002")).isEqualTo(FileKind.UNKNOWN);
        Files.writeString(folder.resolve("notes.dat.keys"), "{}");
        assertThat(FileKind.of(folder.resolve("notes.dat"))).isEqualTo(FileKind.NOTEBOOK);
    }

    @Test
    void aBundleIsKnownByItsNameOrByHowItBegins() throws Exception {
        assertThat(of("a.jailoo", "cut")).isEqualTo(FileKind.BUNDLE);
        assertThat(of("a.dat", "age-encryption.org/v1\n")).isEqualTo(FileKind.BUNDLE);
        assertThat(of("a.json", "{\"format\":\"jailoo-bundle\"")).isEqualTo(FileKind.BUNDLE);
        assertThat(of("team.jailoo-team", "{}")).isEqualTo(FileKind.UNKNOWN);
        assertThat(of("a.xlsx", "PK")).isEqualTo(FileKind.UNKNOWN);
    }

    @Test
    void whatIsNotThereAndWhatIsNoFileIsOpenedAsNothing() {
        assertThat(FileKind.of(folder.resolve("gone.jailoo-notebook"))).isEqualTo(FileKind.MISSING);
        assertThat(FileKind.of(folder)).isEqualTo(FileKind.UNKNOWN);
    }
}
