package org.jailoo.reliability;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.PrintForms;
import org.jailoo.app.QuarterRegister;
import org.jailoo.app.RoundSheet;
import org.jailoo.app.SaveCopy;
import org.jailoo.app.SaveText;
import org.jailoo.app.Steps;
import org.jailoo.app.WriteTestimony;
import org.jailoo.consent.Audience;
import org.jailoo.history.Sha256;
import org.jailoo.json.Json;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.record.RecordId;
import org.jailoo.report.CsvSeparator;
import org.jailoo.testimony.Receiver;
import org.jailoo.timeline.Quarter;

/** What is written for people: tables, documents, copies. */
final class PaperDeeds {
    static final String PASSWORD = "барактын сөзү";
    private static final char[] NONE = {};

    private PaperDeeds() {}

    static void workbook(World w) throws Exception {
        Path out = w.out(".xlsx");
        w.act(
                new Intent(UseCase.WORKBOOK).file(out, "zip"),
                () -> new ExportWorkbook(w.notebook, World.CLOCK, World.ZONE)
                        .export(new ExportWorkbook.Order(out, Audience.PUBLIC, "ky"), Steps.UNWATCHED));
    }

    static void workbookLocked(World w) throws Exception {
        Path out = w.out(".xlsx");
        w.act(
                new Intent(UseCase.WORKBOOK_LOCKED).file(out, "locked"),
                () -> new ExportWorkbook(w.notebook, World.CLOCK, World.ZONE)
                        .export(
                                new ExportWorkbook.Order(out, Audience.TEAM, "ru"),
                                PASSWORD.toCharArray(),
                                Steps.UNWATCHED));
    }

    static void csv(World w) throws Exception {
        Path out = w.out("");
        w.act(
                new Intent(UseCase.CSV).file(out, "csv"),
                () -> new ExportWorkbook(w.notebook, World.CLOCK, World.ZONE)
                        .csv(
                                new ExportWorkbook.Order(out, Audience.PUBLIC, "ru"),
                                CsvSeparator.SEMICOLON,
                                Steps.UNWATCHED));
    }

    static void testimony(World w) throws Exception {
        Map<String, Json> interview = new TreeMap<>(Map.of(
                "code",
                Json.of("Т-" + w.random.nextInt(1 << 30)),
                "narrative",
                Json.of(w.words()),
                "consent",
                Json.object(Map.of(
                        "given", Json.of("yes"),
                        "date", Json.of(LocalDate.now(World.CLOCK).toString()),
                        "purposes", Json.texts(List.of("keep", "court"))))));
        String record = w.prepare("interview", List.of(interview)).get(0);
        Path out = w.out(".docx");
        w.act(new Intent(UseCase.TESTIMONY).file(out, "zip"), () -> {
            WriteTestimony.Outcome outcome = new WriteTestimony(w.notebook, World.CLOCK, World.ZONE)
                    .write(new WriteTestimony.Order(record, Receiver.COURT, false, "ky"), out, NONE, Steps.UNWATCHED);
            if (!(outcome instanceof WriteTestimony.Outcome.Written)) {
                throw new IllegalStateException(outcome.toString());
            }
            return outcome;
        });
    }

    private static Quarter quarter() {
        return new Quarter(2024, 2);
    }

    static void sheetOut(World w) throws Exception {
        String campaign = RecordDeeds.someCampaign(w);
        Path out = w.out(".xlsx");
        w.act(
                new Intent(UseCase.SHEET_OUT).file(out, "zip"),
                () -> new RoundSheet(w.notebook, World.CLOCK, World.ZONE)
                        .export(new RoundSheet.Order(out, campaign, quarter(), "ru"), NONE, Steps.UNWATCHED));
    }

    static void register(World w) throws Exception {
        String campaign = RecordDeeds.someCampaign(w);
        boolean word = w.random.nextBoolean();
        Path out = w.out(word ? ".docx" : ".xlsx");
        QuarterRegister.Order order = new QuarterRegister.Order(
                out,
                word ? QuarterRegister.Kind.WORD : QuarterRegister.Kind.WORKBOOK,
                campaign,
                quarter(),
                Audience.TEAM,
                "ky");
        w.act(
                new Intent(UseCase.REGISTER).file(out, "zip"),
                () -> new QuarterRegister(w.notebook, World.CLOCK, World.ZONE).export(order, NONE, Steps.UNWATCHED));
    }

    static void form(World w) throws Exception {
        Path out = w.out(".docx");
        w.act(new Intent(UseCase.FORM).file(out, "zip"), () -> {
            new PrintForms(w.notebook).write(new PrintForms.Choice(Form.INTERVIEW, "ky", null), out);
            return out;
        });
    }

    static void copyOut(World w) throws Exception {
        byte[] bytes = new byte[700_000];
        w.random.nextBytes(bytes);
        String sha256 = HexFormat.of().formatHex(Sha256.of(bytes));
        w.act(
                w.writing(UseCase.PREPARE, 1).set("file " + sha256, String.valueOf(bytes.length)),
                () -> w.notebook.inTransaction(() -> {
                    try {
                        w.notebook.attachments().store(new java.io.ByteArrayInputStream(bytes));
                    } catch (java.io.IOException e) {
                        throw new java.io.UncheckedIOException(e);
                    }
                    Map<String, Json> body = Map.of(
                            "attachments/" + RecordId.random(),
                            Json.object(Map.of("sha256", Json.of(sha256), "name", Json.of("тасма"))),
                            "consent",
                            Json.object(Map.of(
                                    "given", Json.of("yes"),
                                    "date", Json.of(LocalDate.now(World.CLOCK).toString()),
                                    "purposes", Json.texts(List.of("keep", "photo", "record-audio", "media")))));
                    return World.must(w.saving().save(w.saving().open("interview", null), Json.object(body)));
                }));
        Path out = w.out(".bin");
        w.act(
                new Intent(UseCase.COPY_OUT).file(out, "bytes:" + sha256),
                () -> new SaveCopy(w.notebook, World.CLOCK, World.ZONE).save(sha256, out, Steps.UNWATCHED));
    }

    static void textOut(World w) throws Exception {
        String text = "Ишеним картасы. ".repeat(20_000) + w.random.nextInt();
        Path out = w.out(".txt");
        String sha256 = HexFormat.of().formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)));
        w.act(new Intent(UseCase.TEXT_OUT).file(out, "bytes:" + sha256), () -> new SaveText().save(out, text));
    }
}
