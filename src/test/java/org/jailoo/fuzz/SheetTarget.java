package org.jailoo.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.ZoneOffset;
import java.util.Map;
import org.jailoo.app.RoundSheet;
import org.jailoo.app.SheetPlan;
import org.jailoo.app.Steps;
import org.jailoo.app.TakeSheetBack;
import org.jailoo.notebook.Integrity;
import org.jailoo.sheet.ReturnedSheet;
import org.jailoo.sheet.SheetReader;
import org.jailoo.sheet.SheetRefused;
import org.jailoo.timeline.Quarter;

/** The way back of a sheet of the round, changed in every way ({@link PartEdits}), into the notebook that wrote it. */
public final class SheetTarget {
    private static final Desk DESK = new Desk("sheets", Team.CHYNARA, notebook -> Desk.fill(notebook, Given.plan()));
    private static final Map<String, byte[]> RIGHT = right();

    private SheetTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(SheetTarget::take, input);
    }

    /** The parts of a sheet as it went out. */
    static Map<String, byte[]> right() {
        Path out = Scene.path("sheet.xlsx");
        try {
            Files.deleteIfExists(out);
            new RoundSheet(DESK.notebook(), Desk.CLOCK, ZoneOffset.UTC)
                    .export(
                            new RoundSheet.Order(out, Given.campaign(), new Quarter(2024, 2), "ru"),
                            new char[0],
                            Steps.UNWATCHED);
            DESK.clear();
            return Parts.unzip(Files.readAllBytes(out));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void take(byte[] input) throws IOException {
        ReturnedSheet sheet;
        try {
            sheet = SheetReader.read(Parts.zip(PartEdits.of(RIGHT, input)), new char[0]);
        } catch (SheetRefused refused) {
            return;
        }
        TakeSheetBack back = new TakeSheetBack(DESK.notebook(), Desk.CLOCK, ZoneOffset.UTC);
        String before = DESK.lines();
        SheetPlan plan = back.plan(sheet, Steps.UNWATCHED);
        Promise.equal(DESK.lines(), before, "a plan writes nothing");
        Promise.holds(!plan.refusals().isEmpty() || sheet.refusals().isEmpty(), "what the sheet refuses stays refused");
        boolean writes = !plan.changes().isEmpty() || !plan.refusals().isEmpty();
        TakeSheetBack.Outcome outcome = back.apply(plan, Steps.UNWATCHED);
        if (!plan.refusals().isEmpty()) {
            Promise.holds(outcome instanceof TakeSheetBack.NotTaken, "what is refused in part is refused whole");
            Promise.equal(DESK.lines(), before, "what is refused changes nothing");
        } else if (writes) {
            taken(back, sheet, outcome);
        }
    }

    private static void taken(TakeSheetBack back, ReturnedSheet sheet, TakeSheetBack.Outcome outcome)
            throws IOException {
        try {
            Promise.holds(outcome instanceof TakeSheetBack.Taken, "what was planned is done");
            SheetPlan again = back.plan(sheet, Steps.UNWATCHED);
            Promise.holds(
                    again.changes().isEmpty() || !again.refusals().isEmpty(), "nothing is left to do the second time");
            DESK.notebook()
                    .integrity()
                    .check(found -> Promise.holds(
                            found.kind().severity() == Integrity.Severity.ATTENTION, "a sound notebook: " + found));
        } finally {
            DESK.clear();
        }
    }
}
