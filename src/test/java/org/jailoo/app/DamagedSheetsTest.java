package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jailoo.app.EditedSheets.PROGRESS;
import static org.jailoo.app.EditedSheets.cell;
import static org.jailoo.app.EditedSheets.edited;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.app.DamagedSheets.Damaged;
import org.jailoo.json.Json;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.Reason;
import org.jailoo.sheet.Refusal;
import org.jailoo.sheet.SheetReader;
import org.jailoo.sheet.SheetRefused;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A damaged sheet is refused with its reason, by its cell where it has one, and the notebook stays as it was. */
@SuppressWarnings("NullAway.Init") // opened before each test
class DamagedSheetsTest {
    private static final char[] NONE = {};

    @TempDir
    private Path folder = Path.of("");

    private Laptop laptop;
    private TakeSheetBack back;
    private String campaign = "";

    @BeforeEach
    void open() {
        laptop = Laptop.create(folder, "A7");
        back = new TakeSheetBack(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC);
        campaign = EditedSheets.campaign(laptop, 4);
        String two = EditedSheets.recommendation(laptop, campaign, 5);
        laptop.save(
                laptop.form("recommendation", two),
                Map.of("responsible/" + RecordId.random(), Json.object(Map.of("role", Json.of("мектеп")))));
    }

    @AfterEach
    void close() {
        laptop.close();
    }

    /** What is refused; each is tried to the end, as by somebody who does not look at the preview. */
    private List<Refusal> refused(byte[] sheet) throws Exception {
        try {
            SheetPlan plan = back.plan(SheetReader.read(sheet, NONE), Steps.UNWATCHED);
            if (!plan.refusals().isEmpty()) {
                assertThat(back.apply(plan, Steps.UNWATCHED)).isInstanceOf(TakeSheetBack.NotTaken.class);
            }
            return plan.refusals();
        } catch (SheetRefused refused) {
            return List.of(refused.refusal());
        }
    }

    @Test
    void everyKindOfDamageIsRefusedByItsCellAndNothingIsChanged() throws Exception {
        byte[] good = EditedSheets.write(laptop, folder, campaign);
        // Each comes with a good change besides, which must not be taken either.
        byte[] changed = edited(good, book -> cell(book, 5, PROGRESS).setCellValue("сделано"));
        assertThat(refused(changed)).isEmpty();
        DamagedSheets damaged = new DamagedSheets(changed);
        String lines = laptop.lines();
        List<String> ids = laptop.revisionIds();
        List<String> wrong = new ArrayList<>();
        for (Map.Entry<String, Damaged> each : damaged.all().entrySet()) {
            Damaged wanted = each.getValue();
            List<Refusal> refusals = refused(wanted.bytes().bytes());
            boolean told = refusals.stream()
                    .anyMatch(r -> r.reason() == wanted.reason() && r.cell().equals(wanted.cell()));
            if (!told) {
                wrong.add(each.getKey() + ": " + wanted.reason() + " at " + wanted.cell() + ", but " + refusals);
            }
            if (!laptop.lines().equals(lines) || !laptop.revisionIds().equals(ids)) {
                wrong.add(each.getKey() + ": the notebook has changed");
            }
        }
        assertThat(wrong).isEmpty();
        assertThat(damaged.all()).hasSizeGreaterThan(55);
        laptop.isSound();
    }

    @Test
    void recordsThatAreNotWhatTheyWereAreRefused() throws Exception {
        List<String> records = new ArrayList<>();
        byte[] filled = edited(EditedSheets.write(laptop, folder, campaign), book -> {
            for (int i = 0; i < 2; i++) {
                records.add(cell(book, EditedSheets.FIRST + i, 0).getStringCellValue());
                cell(book, EditedSheets.FIRST + i, PROGRESS).setCellValue("сделано");
            }
        });
        laptop.purges(records.get(0));
        laptop.save(laptop.form("recommendation", records.get(1)), Map.of("deleted", Json.TRUE));
        String lines = laptop.lines();
        assertThat(refused(filled))
                .extracting(r -> r.reason() + " " + r.cell())
                .containsExactly(Reason.ERASED + " A3", Reason.DELETED + " A4");
        assertThat(laptop.lines()).isEqualTo(lines);
    }

    @Test
    void aSheetOfAnotherNotebookIsRefusedAlsoWhenItsRecordsAreThere() throws Exception {
        try (Laptop other = Laptop.create(folder, "B2")) {
            other.trusts(laptop);
            other.takes(laptop.plain(null));
            byte[] theirs = edited(
                    EditedSheets.write(other, folder, campaign),
                    book -> cell(book, 3, PROGRESS).setCellValue("сделано"));
            assertThat(refused(theirs)).extracting(Refusal::reason).containsExactly(Reason.OTHER_NOTEBOOK);
        }
    }

    @Test
    void aSheetWithAPasswordOpensWithItAlone() throws Exception {
        byte[] good = EditedSheets.write(laptop, folder, campaign);
        byte[] locked = new DamagedSheets(good).encrypted();
        assertThat(SheetReader.read(locked, "сырсөз".toCharArray()).unchanged()).isEqualTo(5);
        assertThat(refused(locked)).extracting(Refusal::reason).containsExactly(Reason.PASSWORD);
        Path ours = folder.resolve("ours.xlsx");
        new RoundSheet(laptop.notebook, Laptop.CLOCK, ZoneOffset.UTC)
                .export(
                        new RoundSheet.Order(ours, campaign, EditedSheets.QUARTER, "ky"),
                        "сырсөз".toCharArray(),
                        Steps.UNWATCHED);
        assertThat(SheetReader.read(Files.readAllBytes(ours), "сырсөз".toCharArray())
                        .unchanged())
                .isEqualTo(5);
        try {
            SheetReader.read(locked, "сырсоз".toCharArray());
            throw new AssertionError("opened");
        } catch (SheetRefused refused) {
            assertThat(refused.refusal().reason()).isEqualTo(Reason.WRONG_PASSWORD);
        }
    }
}
