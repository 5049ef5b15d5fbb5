package org.jailoo.intake;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.jailoo.intake.IntakeRefused.Reason;
import org.jailoo.intake.TableFile.How;
import org.jailoo.intake.TableFile.ReadTable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Text tables as they come out of offices: any encoding, separator and line end of the region. */
class TextTablesTest {
    private static final String TABLE = """
            Код;Пол;Год рождения;Село
            B-01;Ж;1985;Барскоон
            B-02;М;1990;Тосор
            B-03;Ж;1971;Кичи-Жаргылчак
            """;

    @TempDir
    private Path folder = Path.of("");

    private ReadTable read(byte[] bytes, How how) throws IOException, IntakeRefused {
        Path file = folder.resolve("table.csv");
        Files.write(file, bytes);
        return TableFile.read(file, how, Progress.UNWATCHED);
    }

    private ReadTable read(String text) throws IOException, IntakeRefused {
        return read(text.getBytes(StandardCharsets.UTF_8), How.RECOGNISED);
    }

    static Stream<Arguments> encodingsAndLineEnds() {
        return Stream.of(Encoding.values())
                .flatMap(e -> Stream.of("\n", "\r\n", "\r").map(end -> Arguments.of(e, end)));
    }

    @ParameterizedTest
    @MethodSource("encodingsAndLineEnds")
    void encodingAndLineEndsAreRecognised(Encoding encoding, String end) throws IOException, IntakeRefused {
        String name = switch (encoding) {
            case CP866 -> "IBM866";
            case MAC_CYRILLIC -> "x-MacCyrillic";
            default -> encoding.shown().replace(" ", "").replace("CP866(DOS)", "IBM866");
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        if (encoding == Encoding.UTF_16LE) {
            bytes.write(new byte[] {(byte) 0xFF, (byte) 0xFE});
        } else if (encoding == Encoding.UTF_16BE) {
            bytes.write(new byte[] {(byte) 0xFE, (byte) 0xFF});
        }
        bytes.write(TABLE.replace("\n", end).getBytes(Charset.forName(name)));
        ReadTable table = read(bytes.toByteArray(), How.RECOGNISED);
        assertThat(table.encoding()).isEqualTo(encoding);
        assertThat(table.separator()).isEqualTo(Separator.SEMICOLON);
        assertThat(table.grid().rows()).hasSize(4);
        assertThat(table.grid().rows().get(3).cells()).containsExactly("B-03", "Ж", "1971", "Кичи-Жаргылчак");
    }

    /** The shortest tables that people have: a heading and one row. */
    @ParameterizedTest
    @CsvSource({"windows-1251", "KOI8-R", "IBM866", "x-MacCyrillic"})
    void shortTableIsRecognisedToo(String charset) throws IOException, IntakeRefused {
        String text = "ФИО;Пол\nАсанова Гулнара;женский\n";
        assertThat(read(text.getBytes(Charset.forName(charset)), How.RECOGNISED)
                        .grid()
                        .rows()
                        .get(1)
                        .cells())
                .containsExactly("Асанова Гулнара", "женский");
    }

    @Test
    void kyrgyzLettersSurvive() throws IOException, IntakeRefused {
        String text = "\uFEFFЖынысы,Айылы\nаял,Өзгөн\nэркек,Көк-Жаңгак\nаял,Үч-Коргон\n";
        Grid grid = read(text).grid();
        assertThat(grid.rows().get(0).cell(0)).isEqualTo("Жынысы");
        assertThat(grid.rows().stream().map(r -> r.cell(1)))
                .containsExactly("Айылы", "Өзгөн", "Көк-Жаңгак", "Үч-Коргон");
    }

    @Test
    void personHasTheLastWordAboutTheEncoding() throws IOException, IntakeRefused {
        byte[] bytes = TABLE.getBytes(Charset.forName("windows-1251"));
        How how = new How(null, Encoding.KOI8_R, null);
        assertThat(read(bytes, how).grid().rows().get(0).cell(1)).isNotEqualTo("Пол");
        assertThat(read(bytes, how).encoding()).isEqualTo(Encoding.KOI8_R);
    }

    @ParameterizedTest
    @CsvSource({"SEMICOLON,;", "COMMA,','", "TAB,\t"})
    void separatorIsRecognisedThoughOthersStandInTheText(Separator separator, String sign)
            throws IOException, IntakeRefused {
        String s = separator == Separator.TAB ? "\t" : sign;
        String text = String.join(s, "Код", "Роли", "Село")
                + "\n"
                + String.join(s, "1", "\"учитель; активист, мигрант\"", "Тосор")
                + "\n"
                + String.join(s, "2", "\"учитель\"", "Тосор")
                + "\n";
        ReadTable table = read(text);
        assertThat(table.separator()).isEqualTo(separator);
        assertThat(table.grid().rows().get(1).cells()).containsExactly("1", "учитель; активист, мигрант", "Тосор");
    }

    @Test
    void quotedLineBreakStaysInItsCellAndRowNumbersAreThoseOfExcel() throws IOException, IntakeRefused {
        Grid grid = read("a;b\n\n\"one\ntwo\";\"say \"\"so\"\"\"\n;;\nx;y\n").grid();
        assertThat(grid.rows()).hasSize(5);
        assertThat(grid.rows().get(1).isEmpty()).isTrue();
        assertThat(grid.rows().get(2)).isEqualTo(new Row(3, List.of("one\ntwo", "say \"so\"")));
        assertThat(grid.rows().get(3).isEmpty()).isTrue();
        assertThat(grid.rows().get(4).number()).isEqualTo(5);
    }

    @Test
    void quotationMarkThatIsNeverClosedIsToldWithItsRow() {
        assertThatThrownBy(() -> read("a;b\n1;2\n3;\"never closed\n4;5\n"))
                .isInstanceOfSatisfying(IntakeRefused.class, e -> {
                    assertThat(e.reason()).isEqualTo(Reason.OPEN_QUOTE);
                    assertThat(e.row()).isEqualTo(3);
                });
    }

    @Test
    void whatIsNoTableIsRefused() {
        refused(new byte[0], Reason.EMPTY);
        refused("\n\n".getBytes(StandardCharsets.UTF_8), Reason.EMPTY);
        refused("%PDF-1.4 ...".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_TABLE);
        refused("<html><table>".getBytes(StandardCharsets.UTF_8), Reason.NOT_A_TABLE);
        refused(new byte[] {(byte) 0x89, 'P', 'N', 'G', 13, 10, 26, 10, 0, 0, 0, 13, 'I', 'H'}, Reason.NOT_A_TABLE);
        refused("PK\3\4 cut off".getBytes(StandardCharsets.UTF_8), Reason.DAMAGED);
    }

    @Test
    void tooManyRowsAreRefusedAndNotHalfRead() {
        refused("a;b\n".repeat(GridBuilder.MAX_ROWS + 1).getBytes(StandardCharsets.UTF_8), Reason.TOO_LARGE);
        refused((";".repeat(GridBuilder.MAX_COLUMNS) + "x\n").getBytes(StandardCharsets.UTF_8), Reason.TOO_LARGE);
    }

    private void refused(byte[] bytes, Reason reason) {
        assertThatThrownBy(() -> read(bytes, How.RECOGNISED))
                .isInstanceOfSatisfying(
                        IntakeRefused.class, e -> assertThat(e.reason()).isEqualTo(reason));
    }
}
