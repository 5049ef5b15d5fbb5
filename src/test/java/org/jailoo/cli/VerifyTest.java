package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.jailoo.cli.Laptop.Run;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.identity.Base64Text;
import org.jailoo.json.Json;
import org.jailoo.notebook.Notebook;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Verifying from the command line. */
class VerifyTest {
    @Test
    void wholeNotebookHasNoFindings(@TempDir Path folder) {
        Laptop laptop = Trio.in(folder).laptop();
        Run run = laptop.run("verify", laptop.path("a")).exits(0);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("The notebook is whole");
    }

    @Test
    void damageIsPrintedAndHasItsCode(@TempDir Path folder) throws FormatException {
        Laptop laptop = Trio.in(folder).laptop();
        String id;
        try (Notebook a = Trio.open(folder, "a")) {
            String record = "00000000-0000-4000-8000-000000000000";
            Content content =
                    Content.of(new byte[16], "2026-01-01T00:00:00Z", Json.object(Map.of("code", Json.of("forged"))));
            Header header = Header.edit(
                    record,
                    "interview",
                    List.of("0".repeat(64)),
                    a.self(),
                    a.revisions().nextSeq(a.self()),
                    content.hash());
            a.changing(
                    record,
                    () -> a.revisions().add(new Revision(header, Base64Text.encode(new byte[64]), content), null));
            id = header.id();
        }
        Run run = laptop.run("verify", laptop.path("a")).exits(5);
        assertThat(run.lines())
                .contains("{\"finding\":\"signature-wrong\",\"severity\":\"damage\",\"what\":\"" + id + "\"}");
        assertThat(run.err()).contains("1 finding is damage");
    }
}
