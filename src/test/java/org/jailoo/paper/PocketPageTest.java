package org.jailoo.paper;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.apache.poi.xwpf.extractor.XWPFWordExtractor;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jailoo.guide.Block;
import org.jailoo.guide.Guide;
import org.jailoo.guide.Section;
import org.jailoo.i18n.Messages;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.record.Schema;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page of the guide that is printed: all its words, in each language, on one sheet. */
class PocketPageTest {
    private static final Pattern PAGES = Pattern.compile("/Type\\s*/Pages\\b[^>]*?/Count\\s+([0-9]+)");

    @TempDir
    Path folder;

    private Path written(String language) throws IOException {
        Path file = folder.resolve("page-" + language + ".docx");
        try (OutputStream out = Files.newOutputStream(file)) {
            new PaperForms(Schema.standard()).write(new FormOrder(Form.PAGE, language, null), out);
        }
        return file;
    }

    @Test
    void itHoldsEveryLineOfTheGuidesPage() throws IOException {
        for (String language : Messages.LANGUAGES) {
            try (InputStream in = Files.newInputStream(written(language));
                    XWPFDocument document = new XWPFDocument(in);
                    XWPFWordExtractor extractor = new XWPFWordExtractor(document)) {
                String words = extractor.getText();
                for (Section section : Guide.of(language).page().sections()) {
                    assertThat(words).contains(section.title());
                    section.blocks().stream()
                            .flatMap(block -> block.lines().stream())
                            .forEach(line -> assertThat(words).contains(Block.plain(line)));
                }
            }
        }
    }

    @Test
    void itIsOneSheetInEachLanguage() throws Exception {
        Path program = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(
                "long".equals(System.getProperty("jailoo.size")) && Files.isExecutable(program),
                "skipped: takes its time, and needs LibreOffice");
        List<String> command = new ArrayList<>(List.of(
                program.toString(),
                "-env:UserInstallation=" + folder.resolve("office").toUri(),
                "--headless",
                "--convert-to",
                "pdf",
                "--outdir",
                folder.toString()));
        for (String language : Messages.LANGUAGES) {
            command.add(written(language).toString());
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        assertThat(process.waitFor(180, TimeUnit.SECONDS)).isTrue();
        for (String language : Messages.LANGUAGES) {
            Path pdf = folder.resolve("page-" + language + ".pdf");
            Assumptions.assumeTrue(Files.exists(pdf), "skipped: this LibreOffice was installed without its writer");
            Matcher pages = PAGES.matcher(Files.readString(pdf, StandardCharsets.ISO_8859_1));
            assertThat(pages.find()).as(language).isTrue();
            assertThat(pages.group(1)).as(language).isEqualTo("1");
        }
    }
}
