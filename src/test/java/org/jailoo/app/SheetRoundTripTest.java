package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.app.EditedSheets.FIRST;
import static org.jailoo.app.EditedSheets.PROGRESS;
import static org.jailoo.app.EditedSheets.RESPONSIBLE;
import static org.jailoo.app.EditedSheets.STATUS;
import static org.jailoo.app.EditedSheets.cell;
import static org.jailoo.app.EditedSheets.edited;
import static org.jailoo.app.EditedSheets.read;

import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.ss.usermodel.Sheet;
import org.apache.poi.util.DefaultTempFileCreationStrategy;
import org.apache.poi.util.TempFile;
import org.apache.poi.util.TempFileCreationStrategy;
import org.jailoo.consent.Audience;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Progress;
import org.jailoo.sheet.Reason;
import org.jailoo.sheet.Refusal;
import org.jailoo.sheet.ReturnedSheet;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the office edits in a sheet comes back as revisions: all of it, once, and never over what others wrote. */
@SuppressWarnings("NullAway.Init") // opened before each test
class SheetRoundTripTest {
    @TempDir
    private Path folder = Path.of("");

    private Laptop laptop;
    private TakeSheetBack back;

    @BeforeEach
    void open() {
        laptop = Laptop.create(folder, "A7");
        back = new TakeSheetBack(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC);
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    private SheetPlan plan(byte[] sheet) throws Exception {
        return back.plan(read(sheet), Steps.UNWATCHED);
    }

    private int take(byte[] sheet) throws Exception {
        SheetPlan plan = plan(sheet);
        assertThat(plan.refusals()).isEmpty();
        return ((TakeSheetBack.Taken) back.apply(plan, Steps.UNWATCHED)).records();
    }

    private byte[] sheet(String campaign) throws Exception {
        return EditedSheets.write(laptop, folder, campaign);
    }

    private Map<String, List<String>> heads() {
        Map<String, List<String>> heads = new HashMap<>();
        laptop.notebook
                .revisions()
                .eachRecord(id -> heads.put(id, laptop.state(id).parentsOfNextEdit()));
        return heads;
    }

    private static String role(RecordState state) {
        return state.values().entrySet().stream()
                .filter(e -> e.getKey().startsWith("responsible/"))
                .map(e -> ((Json.Obj) e.getValue()).text("role") + "/" + ((Json.Obj) e.getValue()).text("name"))
                .reduce("", String::concat);
    }

    @Test
    void fiveHundredEditedRowsComeBackEachOnceWithTheParentsOfWhenTheSheetWentOut() throws Exception {
        String campaign = EditedSheets.campaign(laptop, 520);
        Map<String, List<String>> heads = heads();
        int before = laptop.revisionIds().size();
        Map<String, String> wanted = new HashMap<>();
        byte[] filled = edited(sheet(campaign), book -> {
            Sheet sheet = book.getSheetAt(0);
            for (int i = 0; i < 500; i++) {
                String progress = "=" + i + ". Сделано: письмо №" + i + "\nекинчи сап «ңөү»";
                cell(sheet, FIRST + i, STATUS).setCellValue(i % 2 == 0 ? "Выполняется" : "Выполнено");
                cell(sheet, FIRST + i, RESPONSIBLE).setCellValue("инспекция " + i);
                cell(sheet, FIRST + i, PROGRESS).setCellValue(progress);
                wanted.put(cell(sheet, FIRST + i, 0).getStringCellValue(), i + "|" + progress);
            }
        });
        assertThat(take(filled)).isEqualTo(500);
        assertThat(laptop.revisionIds()).hasSize(before + 500);
        assertThat(wanted).hasSize(500);
        wanted.forEach((record, said) -> {
            int i = Integer.parseInt(said.substring(0, said.indexOf('|')));
            RecordState state = laptop.state(record);
            assertThat(state.values().get("status")).isEqualTo(Json.of(i % 2 == 0 ? "in-progress" : "done"));
            assertThat(role(state)).isEqualTo("инспекция " + i + "/А. Асанова");
            Progress noted = Progress.in(EditedSheets.QUARTER, Progress.of(state.values()));
            assertThat(noted).isNotNull();
            assertThat(noted.text()).isEqualTo(said.substring(said.indexOf('|') + 1));
            assertThat(noted.status()).isEqualTo(i % 2 == 0 ? "in-progress" : "done");
            assertThat(noted.by()).isEqualTo("A7");
            assertThat(state.conflicts()).isEmpty();
            List<Held> held = laptop.notebook.revisions().heldOf(record);
            assertThat(held).hasSize(2);
            assertThat(held.stream().map(h -> h.header().parents())).contains(heads.get(record));
        });
        String after = laptop.dump();
        SheetPlan again = plan(filled);
        assertThat(again.changes()).isEmpty();
        assertThat(again.already()).isEqualTo(500);
        assertThat(again.unchanged()).isEqualTo(20);
        assertThat(((TakeSheetBack.Taken) back.apply(again, Steps.UNWATCHED)).records())
                .isZero();
        assertThat(laptop.dump()).isEqualTo(after);
    }

    @Test
    void sortingHidingDeletingAndAddedColumnsDoNoHarm() throws Exception {
        String campaign = EditedSheets.campaign(laptop, 12);
        byte[] filled = edited(sheet(campaign), book -> {
            Sheet sheet = book.getSheetAt(0);
            // The rows upside down, one gone, one hidden, and a column of the office's own, with a formula, in front.
            sheet.shiftColumns(1, 9, 1);
            cell(sheet, 5, 1).setCellFormula("1+1");
            List<List<String>> all = new ArrayList<>();
            for (int i = FIRST; i < FIRST + 12; i++) {
                List<String> cells = new ArrayList<>();
                for (int c = 0; c <= 10; c++) {
                    cells.add(
                            c == 2
                                    ? String.valueOf((int) cell(sheet, i, c).getNumericCellValue())
                                    : c == 1 ? "" : cell(sheet, i, c).getStringCellValue());
                }
                all.add(0, cells);
            }
            for (int i = 0; i < 12; i++) {
                for (int c = 0; c <= 10; c++) {
                    if (c != 1) {
                        cell(sheet, FIRST + i, c).setCellValue(all.get(i).get(c));
                    }
                }
            }
            cell(sheet, FIRST + 3, PROGRESS + 1).setCellValue("Сделано");
            sheet.getRow(FIRST + 3).setZeroHeight(true);
            sheet.removeRow(sheet.getRow(FIRST + 4));
        });
        SheetPlan plan = plan(filled);
        assertThat(plan.refusals()).isEmpty();
        assertThat(plan.unchanged()).isEqualTo(10);
        assertThat(plan.changes()).hasSize(1);
        assertThat(plan.changes().get(0).action().number()).isEqualTo(9L);
        assertThat(plan.changes().get(0).row().hidden()).isTrue();
    }

    @Test
    void anEmptiedCellTakesNothingAway() throws Exception {
        String campaign = EditedSheets.campaign(laptop, 2);
        String lines = laptop.lines();
        SheetPlan plan = plan(edited(sheet(campaign), book -> {
            cell(book, FIRST, STATUS).setBlank();
            cell(book, FIRST, RESPONSIBLE).setCellValue("  ");
        }));
        assertThat(plan.changes()).isEmpty();
        assertThat(plan.sheet().emptied()).containsExactlyInAnyOrder("H3", "I3");
        back.apply(plan, Steps.UNWATCHED);
        assertThat(laptop.lines()).isEqualTo(lines);
    }

    @Test
    void whatSomebodyElseWroteMeanwhileStandsBesideItAndIsToldBefore() throws Exception {
        String campaign = EditedSheets.campaign(laptop, 3);
        byte[] out = sheet(campaign);
        List<String> records = new ArrayList<>();
        byte[] filled = edited(out, book -> {
            for (int i = 0; i < 3; i++) {
                records.add(cell(book, FIRST + i, 0).getStringCellValue());
                cell(book, FIRST + i, STATUS).setCellValue("Выполнено");
                cell(book, FIRST + i, PROGRESS).setCellValue("в листе");
            }
        });
        // In the first another status, in the second another field, in the third an entry of this quarter.
        laptop.edits(records.get(0), "status", "stalled");
        laptop.edits(records.get(1), "direction", "суу");
        laptop.save(
                laptop.form("recommendation", records.get(2)),
                Map.of(
                        "progress/" + org.jailoo.record.RecordId.random(),
                        Json.object(Map.of("quarter", Json.of("2024-Q2"), "text", Json.of("в программе")))));
        SheetPlan plan = plan(filled);
        assertThat(plan.changes()).extracting(SheetPlan.Change::isContradicted).containsExactly(true, false, true);
        assertThat(plan.changes().get(0).differences().get(0).meanwhile()).isEqualTo("stalled");
        assertThat(plan.changes().get(2).differences().get(1).meanwhile()).isEqualTo("в программе");
        assertThat(((TakeSheetBack.Taken) back.apply(plan, Steps.UNWATCHED)).records())
                .isEqualTo(3);
        assertThat(laptop.state(records.get(0)).conflicts().get("status"))
                .containsExactlyInAnyOrder(Json.of("done"), Json.of("stalled"));
        assertThat(laptop.state(records.get(1)).conflicts()).isEmpty();
        assertThat(laptop.shown(records.get(1), "direction")).isEqualTo(Json.of("суу"));
        assertThat(laptop.state(records.get(2)).conflicts()).hasSize(1);
        assertThat(plan(filled).changes()).isEmpty();
        laptop.isSound();
    }

    @Test
    void aPlanThatIsNotTrueAnyMoreWritesNothing() throws Exception {
        String campaign = EditedSheets.campaign(laptop, 2);
        List<String> records = new ArrayList<>();
        SheetPlan plan = plan(edited(sheet(campaign), book -> {
            records.add(cell(book, FIRST, 0).getStringCellValue());
            cell(book, FIRST, STATUS).setCellValue("Выполнено");
        }));
        laptop.edits(records.get(0), "status", "stalled");
        String lines = laptop.lines();
        assertThat(back.apply(plan, Steps.UNWATCHED)).isInstanceOf(TakeSheetBack.NotTaken.class);
        assertThat(laptop.lines()).isEqualTo(lines);
    }

    /** No sheet that the reader lets through says so; another program's could, with sums that are right. */
    @Test
    void whatNoRecordTakesIsRefusedBeforeAnythingIsWritten() throws Exception {
        ReturnedSheet sheet = read(edited(
                sheet(EditedSheets.campaign(laptop, 2)),
                book -> cell(book, FIRST, STATUS).setCellValue("Выполнено")));
        ReturnedSheet.Edited row = sheet.rows().get(0);
        ReturnedSheet forged = new ReturnedSheet(
                sheet.head(),
                sheet.name(),
                List.of(new ReturnedSheet.Edited(row.given(), row.row(), false, "dreamt", null, null, row.cells())),
                sheet.unchanged(),
                sheet.emptied(),
                sheet.refusals());
        String lines = laptop.lines();
        SheetPlan plan = back.plan(forged, Steps.UNWATCHED);
        assertThat(plan.refusals()).extracting(Refusal::reason).containsExactly(Reason.TECHNICAL_CHANGED);
        assertThat(back.apply(plan, Steps.UNWATCHED)).isInstanceOf(TakeSheetBack.NotTaken.class);
        assertThat(laptop.lines()).isEqualTo(lines);
    }

    @Test
    void namesOfTheResponsibleNeverGoOut() throws Exception {
        byte[] out = sheet(EditedSheets.campaign(laptop, 3));
        edited(
                out,
                book -> book.forEach(sheet -> {
                    for (Row row : sheet) {
                        row.forEach(cell -> assertThat(cell.toString()).doesNotContain("Асанова"));
                    }
                }));
    }

    @Test
    void nothingIsLaidAsideOnTheDisk() throws Exception {
        String campaign = EditedSheets.campaign(laptop, 3);
        TempFile.setTempFileCreationStrategy(new TempFileCreationStrategy() {
            @Override
            public File createTempFile(String prefix, String suffix) {
                throw new AssertionError("a file of its own: " + prefix);
            }

            @Override
            public File createTempDirectory(String prefix) {
                throw new AssertionError("a folder of its own: " + prefix);
            }
        });
        try {
            assertThat(read(sheet(campaign)).unchanged()).isEqualTo(3);
            Path register = folder.resolve("register.xlsx");
            new QuarterRegister(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC)
                    .export(
                            new QuarterRegister.Order(
                                    register,
                                    QuarterRegister.Kind.WORKBOOK,
                                    campaign,
                                    EditedSheets.QUARTER,
                                    Audience.PUBLIC,
                                    "ky"),
                            "сырсөз".toCharArray(),
                            Steps.UNWATCHED);
            assertThat(Files.readAllBytes(register)).startsWith(0xD0, 0xCF);
        } finally {
            TempFile.setTempFileCreationStrategy(new DefaultTempFileCreationStrategy());
        }
    }

    @Test
    void libreOfficeSavesItAndItIsStillTheSame() throws Exception {
        Path soffice = Path.of("/usr/bin/soffice");
        Assumptions.assumeTrue(System.getProperty("jailoo.size", "short").equals("long"), "it takes its time");
        Assumptions.assumeTrue(Files.isExecutable(soffice), "LibreOffice is not here");
        String campaign = EditedSheets.campaign(laptop, 8);
        byte[] filled = edited(sheet(campaign), book -> {
            cell(book, FIRST, STATUS).setCellValue("Выполнено");
            cell(book, FIRST + 1, PROGRESS).setCellValue("=два\nсапта ");
        });
        Path in = Files.write(folder.resolve("in.xlsx"), filled);
        Path outFolder = Files.createDirectory(folder.resolve("lo"));
        Process process = new ProcessBuilder(
                        soffice.toString(),
                        "--headless",
                        "-env:UserInstallation=" + folder.resolve("profile").toUri(),
                        "--convert-to",
                        "xlsx",
                        "--outdir",
                        outFolder.toString(),
                        in.toString())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("lo.log").toFile())
                .start();
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        ReturnedSheet before = read(filled);
        ReturnedSheet after = read(Files.readAllBytes(outFolder.resolve("in.xlsx")));
        assertThat(after.refusals()).isEmpty();
        assertThat(after.rows()).isEqualTo(before.rows()).hasSize(2);
        assertThat(take(Files.readAllBytes(outFolder.resolve("in.xlsx")))).isEqualTo(2);
    }
}
