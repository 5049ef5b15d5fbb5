package org.jailoo.paper;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFParagraph;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A document holds what was put into it, whatever signs it is made of, and nothing of who made it or when. */
class WordDocumentTest {
    private static byte[] bytes(WordDocument document) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        document.write(out);
        return out.toByteArray();
    }

    private static XWPFDocument read(byte[] docx) throws IOException {
        return new XWPFDocument(new ByteArrayInputStream(docx));
    }

    private static Map<String, String> parts(byte[] docx) throws IOException {
        Map<String, String> parts = new TreeMap<>();
        try (ZipInputStream in = new ZipInputStream(new ByteArrayInputStream(docx))) {
            for (ZipEntry part = in.getNextEntry(); part != null; part = in.getNextEntry()) {
                parts.put(part.getName(), new String(in.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return parts;
    }

    private static WordDocument full() {
        return new WordDocument("ky", false)
                .head("Интервью КУРМ-12", "Купуя")
                .title("Күбөлүк")
                .heading("Эмне болду")
                .paragraph("Биринчи сап: ң ө ү Ң Ө Ү\nЭкинчи сап\tтабуляция")
                .quote("«Акча беришкен жок»")
                .framed("Макулдук")
                .note("Эскертүү")
                .table(List.of("№", "Текст"), List.of(20, 80), List.of(List.of("1", "а\nб"), List.of("2", "")))
                .table(List.of(), List.of(50, 50), List.of(List.of("оң", "сол")))
                .heading("Аягы");
    }

    @Test
    void whatWasPutInIsReadBackInItsOrder() throws IOException {
        try (XWPFDocument read = read(bytes(full()))) {
            List<String> texts =
                    read.getParagraphs().stream().map(XWPFParagraph::getText).toList();
            assertThat(texts)
                    .containsSubsequence(
                            "Күбөлүк",
                            "Эмне болду",
                            "Биринчи сап: ң ө ү Ң Ө Ү",
                            "Экинчи сап\tтабуляция",
                            "«Акча беришкен жок»",
                            "Макулдук",
                            "Эскертүү",
                            "Аягы");
            assertThat(read.getTables()).hasSize(2);
            XWPFTable table = read.getTables().get(0);
            assertThat(table.getRow(0).isRepeatHeader()).isTrue();
            assertThat(table.getRow(1).isRepeatHeader()).isFalse();
            assertThat(table.getRow(1).getCell(1).getText()).isEqualTo("а\nб");
            assertThat(read.getHeaderList().get(0).getText())
                    .contains("КУРМ-12")
                    .contains("Купуя");
            assertThat(read.getFooterList().get(0).getText()).contains("Барак");
            assertThat(read.getParagraphs().get(0).getStyle()).isEqualTo("Title");
        }
    }

    @ParameterizedTest
    @CsvSource({"en,en-GB", "ru,ru-RU", "ky,ky-KG"})
    void languageIsKnownToTheSpellingChecker(String language, String spelling) throws IOException {
        byte[] docx = bytes(new WordDocument(language, true).paragraph("ң"));
        assertThat(parts(docx).get("word/styles.xml"))
                .contains("w:val=\"" + spelling + "\"")
                .contains("w:ascii=\"Arial\"");
        assertThat(parts(docx).get("word/document.xml")).contains("landscape");
    }

    /** What XML cannot hold is seen to be unreadable; it neither breaks the file nor vanishes. */
    @Test
    void anySignIsWrittenOrSeenToBeUnreadable() throws IOException {
        StringBuilder hostile = new StringBuilder();
        for (int sign = 0; sign < 0x3000; sign++) {
            hostile.append((char) sign);
        }
        hostile.append("\ud83d\ude00 \ud800 \udfff \ufffe \uffff <w:p>&amp;]]> _x000D_ =1+1");
        byte[] docx = bytes(new WordDocument("ru", false)
                .title(hostile.toString())
                .paragraph(hostile.toString())
                .table(List.of("a"), List.of(100), List.of(List.of(hostile.toString()))));
        try (XWPFDocument read = read(docx)) {
            String cell = read.getTables().get(0).getRow(1).getCell(0).getText();
            assertThat(cell)
                    .contains("\ud83d\ude00 \ufffd \ufffd \ufffd \ufffd <w:p>&amp;]]> _x000D_ =1+1")
                    .contains("\ufffd\t\n")
                    .contains("абвгдежзийклмнопрстуфхцчшщъыьэюя")
                    .contains("҉Ҋҋ")
                    .doesNotContain("\u0000")
                    .doesNotContain("\u0085");
            assertThat(cell.codePoints().filter(c -> c == 0xFFFD).count())
                    // The controls but tab and line ends, C1, and four that are no letters.
                    .isEqualTo((32 - 6) + 1 + 1 + 31 + 4);
        }
    }

    @Test
    void longTextIsWholeAndItsRowMayBreak() throws IOException {
        String narrative = IntStream.range(0, 5_000)
                .mapToObj(i -> "Ал жерде " + i * 7_919L % 10_007 + " күн иштедим, акча беришкен жок. ")
                .collect(Collectors.joining());
        byte[] docx = bytes(new WordDocument("ky", false)
                .paragraph(narrative)
                .table(List.of("а"), List.of(100), List.of(List.of(narrative), List.of("кыска"))));
        try (XWPFDocument read = read(docx)) {
            assertThat(read.getParagraphs().get(0).getText()).isEqualTo(narrative);
            XWPFTable table = read.getTables().get(0);
            assertThat(table.getRow(1).getCell(0).getText()).isEqualTo(narrative);
            assertThat(table.getRow(1).isCantSplitRow()).isFalse();
            assertThat(table.getRow(2).isCantSplitRow()).isTrue();
        }
    }

    @Test
    void itSaysNothingOfWhoMadeItWhereOrWhen() throws Exception {
        byte[] docx = bytes(full());
        Map<String, String> parts = parts(docx);
        assertThat(parts.keySet())
                .allMatch(name -> name.matches("\\[Content_Types]\\.xml|_rels/\\.rels|docProps/(app|core)\\.xml|"
                        + "word/(document|styles|header1|footer1|settings)\\.xml|word/_rels/document\\.xml\\.rels"));
        String all = String.join("\n", parts.values());
        assertThat(all)
                .doesNotContain("Apache")
                .doesNotContain("POI")
                .doesNotContain("dc:creator")
                .doesNotContain("dcterms:created")
                .doesNotContain("rsid")
                .doesNotContain("attachedTemplate");
        String user = System.getProperty("user.name");
        assertThat(all).doesNotContain(">" + user + "<");
        Thread.sleep(5);
        assertThat(bytes(full())).as("the same, made later").isEqualTo(docx);
    }

    @Test
    void noTemporaryFileIsMade() throws IOException {
        TempFile.setThreadLocalTempFileCreationStrategy(new TempFileCreationStrategy() {
            @Override
            public java.io.File createTempFile(String prefix, String suffix) {
                throw new AssertionError("a temporary file");
            }

            @Override
            public java.io.File createTempDirectory(String prefix) {
                throw new AssertionError("a temporary folder");
            }
        });
        try {
            assertThat(bytes(full())).isNotEmpty();
        } finally {
            TempFile.setThreadLocalTempFileCreationStrategy(null);
        }
    }

    @Test
    void rowOfAnotherLengthIsAMistake() {
        WordDocument document = new WordDocument("en", false);
        assertThatThrownBy(() -> document.table(List.of("a"), List.of(100), List.of(List.of("b", "c"))))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
