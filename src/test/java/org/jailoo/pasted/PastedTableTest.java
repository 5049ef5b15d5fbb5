package org.jailoo.pasted;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jailoo.pasted.PlanColumns.Kind;
import org.junit.jupiter.api.Test;

class PastedTableTest {
    private static final String WORD = """
            <html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>td {mso-x:y}</style></head><body>
            <!--StartFragment--><table class=MsoTableGrid border=1><tr>
            <td width=40><p class=MsoNormal><b>№<o:p></o:p></b></p></td>
            <td><p class=MsoNormal>Действие</p></td><td><p>Срок</p></td><td><p>Ответственный</p></td></tr>
            <tr><td><p><span style='mso-list:Ignore'>1.<span>&nbsp;&nbsp; </span></span></p></td>
            <td><p class=MsoNormal>Провести
              круглый стол</p><p class=MsoNormal>с рабочими</p></td><td rowspan=2><p>с сентября 2023</p></td><td><p>Совет<br>села</p></td></tr>
            <tr><td><p>2.</p></td><td><p>Встречи &amp; беседы</p></td><td><p>&nbsp;</p></td></tr>
            <tr><td><p>3</p></td><td colspan=2><p>Отчёты</p></td><td><p>Рабочая группа</p></td></tr>
            </table><!--EndFragment--></body></html>""";

    @Test
    void aTableOfWordKeepsLinesOfCellsAndFillsWhatIsMerged() {
        assertThat(PastedTable.ofHtml(WORD).rows())
                .containsExactly(
                        List.of("№", "Действие", "Срок", "Ответственный"),
                        List.of("1.", "Провести круглый стол\nс рабочими", "с сентября 2023", "Совет\nсела"),
                        List.of("2.", "Встречи & беседы", "с сентября 2023", ""),
                        List.of("3", "Отчёты", "", "Рабочая группа"));
    }

    @Test
    void aTableInsideACellIsWordsOfThatCellAndNoRows() {
        String html = "<table><tr><td>a<table><tr><td>x</td></tr></table></td><td>b</td></tr></table><p>after</p>";
        assertThat(PastedTable.ofHtml(html).rows()).containsExactly(List.of("a\nx", "b"));
        assertThat(PastedTable.ofHtml("<p>no table</p>").isTable()).isFalse();
    }

    @Test
    void aPageMayNestAsDeepAsItLikes() {
        String html = "<table><tr><td>" + "<b>".repeat(30_000) + "a<p>b<br>c</td><td>d</td></tr></table>";
        assertThat(PastedTable.ofHtml(html).rows()).containsExactly(List.of("a\nb\nc", "d"));
        assertThat(PastedTable.ofHtml("<table><tr><td>".repeat(20_000) + "x").rows())
                .containsExactly(List.of("x"));
    }

    @Test
    void cellsOfExcelMayHoldLinesTabsAndQuotes() {
        assertThat(PastedTable.ofText("1\t\"a \"\"b\"\"\nc\td\"\tx\r\n2\t\"no quotes\" he said\t\n\n3\t\"open\t")
                        .rows())
                .containsExactly(
                        List.of("1", "a \"b\"\nc\td", "x"),
                        List.of("2", "\"no quotes\" he said", ""),
                        List.of("3", "\"open", ""));
        assertThat(PastedTable.ofText("one\rtwo").rows()).hasSize(2);
        assertThat(PastedTable.ofText("some words").isTable()).isFalse();
    }

    /** Some programs put no line end behind the last row; a cell with lines in it is quoted, and is still one cell. */
    @Test
    void aQuotedCellAtTheEndIsTheLastOfItsRow() {
        assertThat(PastedTable.ofText("\"two\nlines\"").isTable()).isFalse();
        assertThat(PastedTable.ofText("1\t\"two\nlines\"").rows()).containsExactly(List.of("1", "two\nlines"));
        assertThat(PastedTable.ofText("1\t\"two\nlines\"\t").rows()).containsExactly(List.of("1", "two\nlines", ""));
    }

    /** Whatever cells are written as a spreadsheet does, they come back, none lost. */
    @Test
    void everyTableWrittenAsTextIsReadBack() {
        Random random = new Random(20231);
        List<String> words = List.of("a", "\"", "\n", "\t", "сентябрь", "10", "«б»", "x y");
        for (int i = 0; i < 2000; i++) {
            List<List<String>> rows = new ArrayList<>();
            StringBuilder text = new StringBuilder();
            int width = 2 + random.nextInt(3);
            for (int r = 1 + random.nextInt(4); r > 0; r--) {
                List<String> row = new ArrayList<>();
                for (int c = 0; c < width; c++) {
                    StringBuilder cell = new StringBuilder("c");
                    for (int n = random.nextInt(4); n > 0; n--) {
                        cell.append(words.get(random.nextInt(words.size())));
                    }
                    String said = cell.append('.').toString();
                    row.add(said);
                    boolean quoted = said.matches("(?s).*[\"\n\t].*");
                    text.append(quoted ? '"' + said.replace("\"", "\"\"") + '"' : said)
                            .append(c + 1 < width ? "\t" : "\r\n");
                }
                rows.add(row);
            }
            assertThat(PastedTable.ofText(text.toString()).rows())
                    .as("round " + i)
                    .isEqualTo(rows);
        }
    }

    @Test
    void theHeadIsKnownInThreeLanguages() {
        List<Kind> expected = List.of(Kind.NUMBER, Kind.TEXT, Kind.WHEN, Kind.RESPONSIBLE);
        for (String head : List.of(
                "№\tДействие\tСрок\tОтветственный",
                "№ п/п\tМероприятия\tСроки исполнения\tОтветственные лица",
                "№\tИш-чара\tМөөнөтү\tЖооптуу",
                "№\tИш-чаралар\tАткаруу мөөнөтү\tЖооптуулар",
                "No.\tAction\tWhen\tResponsible",
                "№\tEvent Titles\tDate of the event\tPerson in charge")) {
            PlanColumns columns = PlanColumns.of(PastedTable.ofText(head + "\n1\tx\tmay\ty"), t -> false);
            assertThat(columns.headed()).as(head).isTrue();
            assertThat(columns.columns()).as(head).isEqualTo(expected);
        }
    }

    @Test
    void withoutAHeadTheColumnsAreFoundByWhatStandsInThem() {
        PastedTable table = PastedTable.ofText("1\tHold a round table of workers\tmay\n2.\tWrite letters\tjune\n");
        PlanColumns columns = PlanColumns.of(table, text -> text.length() == 3 || text.equals("june"));
        assertThat(columns.headed()).isFalse();
        assertThat(columns.columns()).containsExactly(Kind.NUMBER, Kind.TEXT, Kind.WHEN);
        assertThat(columns.with(0, Kind.TEXT).columns()).containsExactly(Kind.TEXT, Kind.NONE, Kind.WHEN);
    }
}
