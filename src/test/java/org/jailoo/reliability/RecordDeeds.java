package org.jailoo.reliability;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jailoo.app.AddFile;
import org.jailoo.app.Conflicts;
import org.jailoo.app.ImportTable;
import org.jailoo.app.KeepDrafts;
import org.jailoo.app.LinkPersons;
import org.jailoo.app.NamesTime;
import org.jailoo.app.ProgressRound;
import org.jailoo.app.RoundRow;
import org.jailoo.app.SaveRecord;
import org.jailoo.app.SheetPlan;
import org.jailoo.app.Steps;
import org.jailoo.app.TablePlan;
import org.jailoo.app.TakeSheetBack;
import org.jailoo.history.Sha256;
import org.jailoo.intake.Grid;
import org.jailoo.intake.Headings;
import org.jailoo.intake.Row;
import org.jailoo.intake.Targets;
import org.jailoo.json.Json;
import org.jailoo.notebook.Inside;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.ReturnedSheet;
import org.jailoo.sheet.SheetHead;
import org.jailoo.sheet.SheetRow;
import org.jailoo.timeline.Quarter;

/** What people do with records. */
final class RecordDeeds {
    private static final Quarter QUARTER = new Quarter(2024, 2);
    private static final int LARGE = 2_300_000;

    private RecordDeeds() {}

    static void save(World w) throws Exception {
        String old = w.random.nextBoolean() ? w.some("interview", "") : null;
        SaveRecord.Form form = w.saving().open("interview", old);
        Intent intent = w.writing(UseCase.SAVE, 1);
        if (old != null && w.random.nextBoolean()) {
            draft(w, old);
        }
        if (w.notebook.drafts().find(form.record()) != null) {
            intent.gone("draft " + form.record());
        }
        w.act(intent, () -> World.must(w.saving().save(form, Json.object(Map.of("narrative", Json.of(w.words()))))));
    }

    static void saveName(World w) throws Exception {
        SaveRecord.Form form = w.saving().open("identity", null);
        w.act(
                w.writing(UseCase.SAVE_NAME, 1),
                () -> World.must(w.saving().save(form, Json.object(Map.of("fullName", Json.of(w.words()))))));
    }

    static void draft(World w) throws Exception {
        String old = w.random.nextBoolean() ? w.some("interview", "") : null;
        draft(w, old == null ? RecordId.random() : old);
    }

    private static void draft(World w, String record) throws Exception {
        Json.Obj content = Json.object(Map.of("changes", Json.object(Map.of("narrative", Json.of(w.words())))));
        w.act(
                new Intent(UseCase.DRAFT).set("draft " + record, Facts.draft(content)),
                () -> new KeepDrafts(w.notebook, World.CLOCK).keep(record, "interview", content));
    }

    static void discard(World w) throws Exception {
        List<KeepDrafts.Kept> all = new KeepDrafts(w.notebook, World.CLOCK).all();
        if (all.isEmpty()) {
            draft(w);
            all = new KeepDrafts(w.notebook, World.CLOCK).all();
        }
        String record = all.get(w.random.nextInt(all.size())).record();
        w.act(new Intent(UseCase.DISCARD).gone("draft " + record), () -> {
            new KeepDrafts(w.notebook, World.CLOCK).discard(record);
            return record;
        });
    }

    static void delete(World w) throws Exception {
        String record = w.prepare("interview", List.of(Map.of("narrative", Json.of(w.words()))))
                .get(0);
        SaveRecord.Form form = w.saving().open("interview", record);
        w.act(
                w.writing(UseCase.DELETE, 1),
                () -> World.must(w.saving().save(form, Json.object(Map.of("deleted", Json.TRUE)))));
    }

    static void settle(World w) throws Exception {
        String record = w.some("interview", "AND s.conflicts > 0");
        if (record == null) {
            if (!ExchangeDeeds.take(w, "conflict", UseCase.IMPORT)) {
                return;
            }
            record = String.valueOf(w.some("interview", "AND s.conflicts > 0"));
        }
        Conflicts conflicts = new Conflicts(w.notebook, World.CLOCK);
        Conflicts.Shown shown = conflicts.show(record).orElseThrow();
        TreeMap<String, Json> decided = new TreeMap<>();
        shown.conflicts()
                .forEach((path, values) -> decided.put(path, values.get(0).value()));
        w.act(w.writing(UseCase.SETTLE, 1), () -> World.must(conflicts.settle(shown, decided)));
    }

    private static List<String> participants(World w, int count) throws Exception {
        List<Map<String, Json>> bodies = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            bodies.add(Map.of("code", Json.of("К-" + RecordId.random())));
        }
        return w.prepare("participant", bodies);
    }

    static void link(World w) throws Exception {
        List<String> two = participants(w, 2);
        w.act(
                w.writing(UseCase.LINK, 1),
                () -> new LinkPersons(w.notebook, World.CLOCK).say(LinkPersons.Said.SAME, two.get(0), two.get(1)));
    }

    static void separate(World w) throws Exception {
        List<String> three = participants(w, 3);
        LinkPersons links = new LinkPersons(w.notebook, World.CLOCK);
        w.act(w.writing(UseCase.LINK, 1), () -> links.say(LinkPersons.Said.SAME, three.get(0), three.get(1)));
        w.act(w.writing(UseCase.LINK, 1), () -> links.say(LinkPersons.Said.SAME, three.get(1), three.get(2)));
        w.act(w.writing(UseCase.SEPARATE, 2), () -> links.separate(three));
    }

    /** A campaign with so many open recommendations; its id. */
    static String campaign(World w, int recommendations) throws Exception {
        String campaign = w.prepare("campaign", List.of(Map.of("title", Json.of(World.CANARY))))
                .get(0);
        List<Map<String, Json>> bodies = new ArrayList<>();
        for (int i = 1; i <= recommendations; i++) {
            bodies.add(Map.of(
                    "campaign", Json.of(campaign),
                    "number", Json.of(i),
                    "text", Json.of(w.words()),
                    "status", Json.of("planned")));
        }
        w.prepare("recommendation", bodies);
        return campaign;
    }

    /** A campaign that is there, or a new one. */
    static String someCampaign(World w) throws Exception {
        String there = w.some("campaign", "");
        return there == null ? campaign(w, 12) : there;
    }

    static void round(World w) throws Exception {
        ProgressRound round = new ProgressRound(w.notebook, World.CLOCK, World.ZONE);
        ProgressRound.Round read = round.read(someCampaign(w), QUARTER, "ky", Steps.UNWATCHED);
        if (read.rows().isEmpty()) {
            campaign(w, 12);
            return;
        }
        RoundRow row = read.rows().get(w.random.nextInt(read.rows().size()));
        RoundRow.Typed typed = new RoundRow.Typed("in-progress", w.words());
        w.act(w.writing(UseCase.ROUND, 1), () -> {
            ProgressRound.Outcome outcome = round.save(row, QUARTER, typed, "ky");
            if (!(outcome instanceof ProgressRound.Saved)) {
                throw new IllegalStateException(outcome.toString());
            }
            return outcome;
        });
    }

    private static byte[] bytes(World w, int size) {
        byte[] bytes = new byte[size];
        byte[] head = new byte[64];
        w.random.nextBytes(head);
        System.arraycopy(head, 0, bytes, 0, head.length);
        return bytes;
    }

    private static Json item(String sha256, long size) {
        return Json.object(Map.of(
                "sha256", Json.of(sha256),
                "name", Json.of("тасма"),
                "mediaType", Json.of("application/octet-stream"),
                "size", Json.of(size)));
    }

    static void addFile(World w) throws Exception {
        byte[] bytes = bytes(w, w.random.nextInt(3) == 0 ? LARGE : 300_000);
        String sha256 = java.util.HexFormat.of().formatHex(Sha256.of(bytes));
        Intent intent = w.writing(UseCase.ADD_FILE, 1).set("file " + sha256, String.valueOf(bytes.length));
        w.act(intent, () -> {
            AddFile.Outcome added =
                    new AddFile(w.notebook).add(new ByteArrayInputStream(bytes), bytes.length, Steps.UNWATCHED);
            if (!(added instanceof AddFile.Added it) || !it.sha256().equals(sha256)) {
                throw new IllegalStateException(added.toString());
            }
            return World.must(w.saving()
                    .save(
                            w.saving().open("interview", null),
                            Json.object(Map.of("attachments/" + RecordId.random(), item(sha256, bytes.length)))));
        });
    }

    static void dropFile(World w) throws Exception {
        String withFile = w.some(
                "interview",
                "AND EXISTS (SELECT 1 FROM revision v JOIN naming n ON n.revision = v.key"
                        + " WHERE v.record = s.record)");
        if (withFile == null) {
            addFile(w);
            return;
        }
        String path = w.notebook.revisions().state(withFile).orElseThrow().values().keySet().stream()
                .filter(p -> p.startsWith("attachments/"))
                .findFirst()
                .orElse(null);
        if (path == null) {
            addFile(w);
            return;
        }
        SaveRecord.Form form = w.saving().open("interview", withFile);
        w.act(
                w.writing(UseCase.DROP_FILE, 1),
                () -> World.must(w.saving().saveBeside(form, Json.object(Map.of(path, Json.NULL)))));
    }

    static void table(World w) throws Exception {
        List<Row> rows = new ArrayList<>();
        rows.add(new Row(1, List.of("code", "occupation")));
        int count = 20 + w.random.nextInt(60);
        for (int i = 0; i < count; i++) {
            rows.add(new Row(i + 2, Arrays.asList("Т-" + RecordId.random(), World.CANARY + i)));
        }
        Grid grid = new Grid(rows);
        Headings headings = new Headings(Targets.of(w.notebook.schema(), "participant"));
        int heading = headings.row(grid);
        TablePlan.Order order = new TablePlan.Order(
                "participant", grid, heading, headings.columns(grid.rows().get(heading), grid.columns()), null);
        ImportTable imports = new ImportTable(w.notebook, World.CLOCK, RecordId::random);
        TablePlan plan = imports.plan(order, Steps.UNWATCHED);
        w.act(w.writing(UseCase.TABLE, count), () -> {
            ImportTable.Outcome outcome = imports.apply(plan, new TreeSet<>(), Steps.UNWATCHED);
            if (!(outcome instanceof ImportTable.Imported imported) || imported.created() != count) {
                throw new IllegalStateException(outcome.toString());
            }
            return outcome;
        });
    }

    static void sheetBack(World w) throws Exception {
        String campaign = campaign(w, 15);
        List<ReturnedSheet.Edited> rows = new ArrayList<>();
        List<String> cells = List.of("A", "B", "C", "D", "E", "F", "G", "H", "I", "J");
        for (String record : Inside.texts(
                w.notebook,
                "SELECT r.id FROM listed l JOIN record r ON r.key = l.record WHERE l.type = 'recommendation' AND"
                        + " l.campaign = '" + campaign + "'")) {
            SheetRow given = new SheetRow(
                    record,
                    w.notebook.revisions().state(record).orElseThrow().parentsOfNextEdit(),
                    new SheetRow.Given("", "", "", "", "", ""),
                    "planned",
                    "",
                    RecordId.random(),
                    "",
                    RecordId.random());
            int row = rows.size() + 3;
            rows.add(new ReturnedSheet.Edited(
                    given,
                    row,
                    false,
                    "done",
                    "ролу",
                    w.words(),
                    cells.stream().map(c -> c + row).toList()));
        }
        byte[] mark = Sha256.of(("jailoo sheet 1\n" + w.notebook.device().deviceId()).getBytes(StandardCharsets.UTF_8));
        ReturnedSheet sheet = new ReturnedSheet(
                new SheetHead(
                        java.util.HexFormat.of().formatHex(mark).substring(0, 32),
                        campaign,
                        QUARTER.text(),
                        "ky",
                        List.of(),
                        List.of()),
                "барак",
                rows,
                0,
                List.of(),
                List.of());
        TakeSheetBack back = new TakeSheetBack(w.notebook, World.CLOCK, World.ZONE);
        SheetPlan plan = back.plan(sheet, Steps.UNWATCHED);
        w.act(w.writing(UseCase.SHEET_BACK, rows.size()), () -> {
            TakeSheetBack.Outcome outcome = back.apply(plan, Steps.UNWATCHED);
            if (!(outcome instanceof TakeSheetBack.Taken)) {
                throw new IllegalStateException(outcome.toString());
            }
            return outcome;
        });
    }

    static void choice(World w) throws Exception {
        int minutes = NamesTime.CHOICES.get(w.random.nextInt(NamesTime.CHOICES.size()));
        w.act(new Intent(UseCase.CHOICE).set("setting names.minutes", String.valueOf(minutes)), () -> {
            new NamesTime(w.notebook).choose(minutes);
            return minutes;
        });
    }
}
