package org.jailoo.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.poi.EncryptedDocumentException;
import org.apache.poi.ss.usermodel.DataFormatter;
import org.apache.poi.ss.usermodel.Workbook;
import org.apache.poi.ss.usermodel.WorkbookFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExcelTest {
    private static final DataFormatter CELLS = new DataFormatter();

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
        // Without a person who could be asked for a password it lies open, and says so.
        assertThat(team.err()).contains("Anybody can read");
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

    @Test
    void aPasswordFromAFileOrTheEnvironmentLocksIt() throws Exception {
        Files.writeString(folder.resolve("pw"), "тегирмен чынар\n");
        Laptop.Run run = laptop.run(
                        "excel",
                        laptop.path("n"),
                        "--out",
                        laptop.path("t.xlsx"),
                        "--audience",
                        "team",
                        "--content",
                        "data",
                        "--workbook-password-file",
                        laptop.path("pw"),
                        "--lang",
                        "en")
                .exits(0);
        assertThat(run.err()).contains("opens with its password alone").doesNotContain("Anybody can read");
        try (Workbook book = WorkbookFactory.create(folder.resolve("t.xlsx").toFile(), "тегирмен чынар", true)) {
            assertThat(book.getSheet("Recommendations")).isNotNull();
            assertThat(CELLS.formatCellValue(book.getSheet("About").getRow(5).getCell(1)))
                    .isEqualTo("Opens with a password alone");
        }
        assertThatThrownBy(() -> WorkbookFactory.create(folder.resolve("t.xlsx").toFile(), "чынар", true))
                .isInstanceOf(EncryptedDocumentException.class);
    }

    @Test
    void theDataAreWrittenAsCsvIntoANewFolderWholeOrNotAtAll() throws Exception {
        laptop.run("excel", laptop.path("n"), "--csv", laptop.path("csv"), "--lang", "ru")
                .exits(0);
        assertThat(Files.readString(folder.resolve("csv/recommendation.csv")))
                .startsWith("\uFEFFrecord;campaign;")
                .contains(";Explain;");
        assertThat(folder.resolve("csv")).isDirectoryContaining("glob:**about.csv");
        laptop.run("excel", laptop.path("n"), "--csv", laptop.path("csv")).exits(6);
    }

    @Test
    void refusesWhatDoesNotGoTogether() {
        String n = laptop.path("n");
        laptop.run("excel", n, "--csv", laptop.path("c"), "--out", laptop.path("t.xlsx"))
                .exits(2);
        laptop.run("excel", n, "--csv", laptop.path("c"), "--content", "data").exits(2);
        laptop.run("excel", n, "--out", laptop.path("t.xlsx"), "--separator", "comma")
                .exits(2);
        laptop.run("excel", n, "--out", laptop.path("t.xlsx"), "--campaign", "nothing")
                .exits(2);
        assertThat(folder.resolve("t.xlsx")).doesNotExist();
        assertThat(folder.resolve("c")).doesNotExist();
    }
}
