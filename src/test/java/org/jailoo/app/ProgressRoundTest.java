package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jailoo.app.ProgressRound.Changed;
import org.jailoo.app.ProgressRound.Gone;
import org.jailoo.app.ProgressRound.Nothing;
import org.jailoo.app.ProgressRound.Round;
import org.jailoo.app.ProgressRound.Saved;
import org.jailoo.consent.Audience;
import org.jailoo.history.Held;
import org.jailoo.json.Json;
import org.jailoo.record.Progress;
import org.jailoo.record.RecordId;
import org.jailoo.timeline.Due.Standing;
import org.jailoo.timeline.Quarter;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The round shows what is open, writes one entry a quarter, and never over what others wrote; on 6 May 2024. */
@SuppressWarnings("NullAway.Init") // opened before each test
class ProgressRoundTest {
    private static final Quarter QUARTER = new Quarter(2024, 2);

    @TempDir
    private Path folder = Path.of("");

    private Laptop laptop;
    private ProgressRound rounds;
    private String campaign = "";

    @BeforeEach
    void open() {
        laptop = Laptop.create(folder, "A7");
        rounds = new ProgressRound(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC);
        laptop.writes("campaign", "title", "Бош");
        campaign = laptop.writes("campaign", "title", "Ысык-Көл");
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private String action(String text, String status, Map<String, Json> timeline) {
        Map<String, Json> body = new TreeMap<>();
        body.put("campaign", Json.of(campaign));
        body.put("text", Json.of(text));
        if (!status.isEmpty()) {
            body.put("status", Json.of(status));
        }
        body.put("timeline", Json.object(timeline));
        return laptop.save(laptop.form("recommendation", null), body).form().record();
    }

    private Round read() {
        return rounds.read(null, QUARTER, "ru", Steps.UNWATCHED);
    }

    private RoundRow row(String record) {
        return rounds.row(record, QUARTER, "ru").orElseThrow();
    }

    private ProgressRound.Outcome save(RoundRow row, String status, String text) {
        return rounds.save(row, QUARTER, new RoundRow.Typed(status, text), "ru");
    }

    @Test
    void whatIsOpenStandsWithTheOverdueFirst() {
        action("undated", "", Map.of());
        action("later", "planned", Map.of("to", Json.of("2024")));
        action("this", "stalled", Map.of("to", Json.of("2024-05")));
        action("this, again and again", "proposed", Map.of("every", Json.of("quarterly")));
        action("over", "in-progress", Map.of("to", Json.of("2024-04")));
        action("long over", "planned", Map.of("to", Json.of("2023")));
        action("done", "done", Map.of("to", Json.of("2023")));
        action("dropped", "dropped", Map.of());
        String gone = action("deleted", "planned", Map.of());
        laptop.save(laptop.form("recommendation", gone), Map.of("deleted", Json.TRUE));
        laptop.writes("recommendation", "text", "of no campaign");
        Round round = read();
        assertThat(round.campaign()).isEqualTo(campaign);
        assertThat(round.rows())
                .extracting(r -> r.action().text())
                .containsExactly("long over", "over", "this", "this, again and again", "later", "undated");
        assertThat(round.rows())
                .extracting(r -> r.due().standing())
                .containsExactly(
                        Standing.OVERDUE,
                        Standing.OVERDUE,
                        Standing.THIS_QUARTER,
                        Standing.THIS_QUARTER,
                        Standing.LATER,
                        Standing.UNDATED);
        assertThat(round.campaigns()).extracting(ProgressRound.Campaign::open).containsExactlyInAnyOrder(0, 6, 1);
        assertThat(rounds.read("", QUARTER, "ru", Steps.UNWATCHED).rows()).hasSize(1);
    }

    @Test
    void anEntryIsOneRevisionOnTheHeadsThatWereShownAndIsChangedAndNotDoubled() {
        String record = action("a", "planned", Map.of());
        RoundRow row = row(record);
        RoundRow saved = ((Saved) save(row, "in-progress", " биринчи ")).now();
        assertThat(saved.entry()).isNotNull();
        assertThat(saved.entry().text()).isEqualTo("биринчи");
        assertThat(saved.entry().item())
                .isEqualTo(Json.object(Map.of(
                        "quarter", Json.of("2024-Q2"),
                        "date", Json.of("2024-05-06"),
                        "status", Json.of("in-progress"),
                        "text", Json.of("биринчи"),
                        "by", Json.of("A7"))));
        List<Held> held = laptop.notebook.revisions().heldOf(record);
        assertThat(held).hasSize(2);
        assertThat(held.stream().map(h -> h.header().parents())).contains(row.heads());
        assertThat(save(saved, "in-progress", "биринчи")).isInstanceOf(Nothing.class);
        assertThat(save(saved, "in-progress", "экинчи")).isInstanceOf(Saved.class);
        assertThat(Progress.of(laptop.state(record).values()))
                .extracting(Progress::text)
                .containsExactly("экинчи");
        assertThat(rounds.row(record, QUARTER.after(), "ru").orElseThrow().last())
                .isEqualTo(row(record).entry());
    }

    @Test
    void whatChangedMeanwhileIsShownAndNotWrittenOver() {
        String record = action("a", "planned", Map.of());
        RoundRow row = row(record);
        laptop.edits(record, "status", "stalled");
        String lines = laptop.lines();
        Changed changed = (Changed) save(row, "done", "биринчи");
        assertThat(changed.now().action().status()).isEqualTo("stalled");
        assertThat(laptop.lines()).isEqualTo(lines);
        assertThat(save(changed.now(), "done", "биринчи")).isInstanceOf(Saved.class);
        assertThat(laptop.state(record).conflicts()).isEmpty();
        RoundRow last = row(record);
        laptop.purges(record);
        assertThat(save(last, "done", "экинчи")).isInstanceOf(Gone.class);
        assertThat(rounds.keep(last, QUARTER, new RoundRow.Typed("done", "экинчи")))
                .isFalse();
    }

    @Test
    void whatIsTypedIsTheDraftOfTheFormAndLeavesTheRestOfItAlone() {
        String record = action("a", "planned", Map.of());
        RoundRow row = row(record);
        KeepDrafts drafts = new KeepDrafts(laptop.notebook, Laptop.CLOCK);
        Json.Obj form = Json.object(Map.of(
                "parents", Json.texts(row.heads()),
                "changes", Json.object(Map.of("direction", Json.of("суу"))),
                "settled", Json.texts(List.of()),
                "typed", Json.texts(List.of())));
        drafts.keep(record, "recommendation", form);
        assertThat(rounds.keep(row, QUARTER, new RoundRow.Typed("done", "жарым")))
                .isTrue();
        RoundRow again = row(record);
        assertThat(again.draft()).isEqualTo(new RoundRow.Typed("done", "жарым"));
        assertThat(again.path()).isEqualTo(row.path());
        assertThat(again.hasMoved()).isFalse();
        laptop.edits(record, "text", "башка");
        laptop.notebook.drafts().put(drafts(record, again));
        assertThat(row(record).hasMoved()).isTrue();
        assertThat(save(row(record), "done", "жарым")).isInstanceOf(Saved.class);
        assertThat(drafts.find(record)).isNotNull();
        assertThat(row(record).draft()).isNull();
        assertThat(laptop.shown(record, "direction")).isEqualTo(Json.NULL);
        RoundRow now = row(record);
        rounds.discard(now);
        assertThat(drafts.find(record)).isNotNull();
    }

    private org.jailoo.notebook.Drafts.Draft drafts(String record, RoundRow row) {
        return new org.jailoo.notebook.Drafts.Draft(
                record,
                "recommendation",
                "2024-05-06T07:08:09Z",
                Json.object(Map.of(
                        "parents", Json.texts(row.form().parents()),
                        "changes",
                                Json.object(Map.of(
                                        "direction",
                                        Json.of("суу"),
                                        row.path(),
                                        rounds.item(null, QUARTER, new RoundRow.Typed("done", "жарым")),
                                        "status",
                                        Json.of("done"))))));
    }

    @Test
    void theRegisterSaysTheSameInExcelAndWordAndNeverWhoIsResponsible() throws Exception {
        String record = EditedSheets.recommendation(laptop, campaign, 1);
        EditedSheets.recommendation(laptop, campaign, 2);
        laptop.save(
                laptop.form("recommendation", record),
                Map.of(
                        "notes",
                        Json.of("купуя"),
                        "progress/" + RecordId.random(),
                        Json.object(Map.of("quarter", Json.of("2023-Q4"), "status", Json.of("proposed")))));
        assertThat(save(row(record), "in-progress", "")).isInstanceOf(Saved.class);
        QuarterRegister register = new QuarterRegister(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC);
        for (Audience audience : Audience.values()) {
            List<List<String>> tables = new ArrayList<>();
            for (QuarterRegister.Kind kind : QuarterRegister.Kind.values()) {
                Path out = folder.resolve(audience + "." + kind);
                int rows = register.export(
                        new QuarterRegister.Order(out, kind, campaign, QUARTER, audience, "ru"),
                        new char[0],
                        Steps.UNWATCHED);
                assertThat(rows).isEqualTo(2);
                tables.add(kind == QuarterRegister.Kind.WORD ? word(out) : workbook(out));
            }
            assertThat(tables.get(0)).isEqualTo(tables.get(1)).hasSize(24);
            assertThat(tables.get(0).subList(8, 16))
                    .containsExactly(
                            "1",
                            "=Сунуш 1: сууну текшерүү",
                            "Кыргызстан",
                            "айыл өкмөтү",
                            "30 июня 2024 г. (июнга чейин)",
                            "Предложено → Выполняется",
                            "",
                            "1-й квартал 2024 г.: кат жазылды");
            assertThat(tables.toString()).doesNotContain("Асанова").doesNotContain("купуя");
        }
    }

    private static List<String> word(Path file) throws Exception {
        List<String> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XWPFDocument document = new XWPFDocument(in)) {
            document.getTables().get(0).getRows().forEach(r -> r.getTableCells().forEach(c -> cells.add(c.getText())));
        }
        return cells;
    }

    private static List<String> workbook(Path file) throws Exception {
        List<String> cells = new ArrayList<>();
        try (InputStream in = Files.newInputStream(file);
                XSSFWorkbook book = new XSSFWorkbook(in)) {
            book.getSheetAt(0).forEach(row -> {
                if (row.getLastCellNum() == 8) {
                    row.forEach(c -> cells.add(
                            c.getCellType() == org.apache.poi.ss.usermodel.CellType.NUMERIC
                                    ? String.valueOf((int) c.getNumericCellValue())
                                    : c.getStringCellValue()));
                }
            });
        }
        return cells;
    }

    @Test
    void twoThousandRowsAreReadWhileNobodyNotices() {
        int rows = System.getProperty("jailoo.size", "short").equals("long") ? 2000 : 300;
        laptop.notebook.inTransaction(() -> {
            for (int i = 1; i <= rows; i++) {
                EditedSheets.recommendation(laptop, campaign, i);
            }
            return rows;
        });
        long before = System.nanoTime();
        assertThat(read().rows()).hasSize(rows);
        assertThat(Duration.ofNanos(System.nanoTime() - before)).isLessThan(Duration.ofSeconds(3));
    }
}
