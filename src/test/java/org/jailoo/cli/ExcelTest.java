package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelTest {
    @TempDir
    Path folder = Path.of("");

    private Laptop laptop = new Laptop(folder);

    @BeforeEach
    void notebook() {
        laptop = new Laptop(folder);
        laptop.run("new", laptop.path("n"), "--name", "B-1").exits(0);
        laptop.typed("{\"text\":\"Explain\",\"plan\":\"1\"}", "put", laptop.path("n"), "--type", "recommendation")
                .exits(0);
    }

    @Test
    void writesAWorkbookInTheLanguageAskedAndSaysThatAnybodyCanReadIt() throws Exception {
        Laptop.Run run = laptop.run("excel", laptop.path("n"), "--out", laptop.path("t.xlsx"), "--lang", "ky")
                .exits(0);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).contains("1 жазуу").contains("шифрленген эмес");
        assertThat(Files.readAllBytes(folder.resolve("t.xlsx"))).startsWith('P', 'K');
    }

    @Test
    void saysWhatWasLeftOutAndWhatLiesOpenInAPlainFile() {
        laptop.typed(
                        "{\"narrative\":\"x\",\"consent\":{\"given\":\"declined\"}}",
                        "put",
                        laptop.path("n"),
                        "--type",
                        "interview")
                .exits(0);
        Laptop.Run team = laptop.run(
                        "excel", laptop.path("n"), "--out", laptop.path("t.xlsx"), "--lang", "en", "--audience", "team")
                .exits(0);
        assertThat(team.err())
                .contains("Not counted: Interviews, consent declined: 1")
                .contains("Not shown row by row: Interviews, consent declined: 1");
        assertThat(team.out()).isEmpty();
        Laptop.Run plain = laptop.run(
                        "export", laptop.path("n"), "--out", laptop.path("b.json"), "--plain", "--lang", "en")
                .exits(0);
        assertThat(plain.err()).contains("Lies open in it: Interviews, consent declined: 1");
    }

    @Test
    void writesOverNothing() throws Exception {
        Files.writeString(folder.resolve("t.xlsx"), "mine");
        laptop.run("excel", laptop.path("n"), "--out", laptop.path("t.xlsx")).exits(6);
        assertThat(Files.readString(folder.resolve("t.xlsx"))).isEqualTo("mine");
    }

    @Test
    void refusesAnAudienceThatThereIsNot() {
        laptop.run("excel", laptop.path("n"), "--out", laptop.path("t.xlsx"), "--audience", "press")
                .exits(2);
        laptop.run("excel", laptop.path("n")).exits(2);
        laptop.run("excel", laptop.path("n"), "--out", laptop.path("t.xlsx"), "--audience", "Team")
                .exits(0);
    }

    @Test
    void aFolderThatIsNotThereIsTold() {
        laptop.run("excel", laptop.path("n"), "--out", laptop.path("no/t.xlsx")).exits(6);
    }
}
