package org.jailoo.app;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Disclosure;
import org.jailoo.history.Content;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.json.Json;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.Notebook;
import org.jailoo.office.PasswordProtection;
import org.jailoo.record.Progress;
import org.jailoo.record.RecordId;
import org.jailoo.sheet.SheetHead;
import org.jailoo.sheet.SheetRow;
import org.jailoo.sheet.SheetWriter;
import org.jailoo.timeline.Quarter;
import org.jspecify.annotations.Nullable;

/** Writes the sheet in which the office edits the open recommendations of a campaign; for the team alone. */
public final class RoundSheet {
    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public RoundSheet(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /**
     * What to write.
     *
     * @param campaign its id; empty for what belongs to none
     * @param language as ISO 639-1
     */
    public record Order(Path out, String campaign, Quarter quarter, String language) {}

    /**
     * Writes it, and says how many recommendations stand in it; the file appears whole or not at all.
     *
     * @param password empty for a sheet that anybody can open; stays with the caller, who wipes it
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public int export(Order order, char[] password, Steps steps) throws IOException {
        Labels labels = Labels.of(order.language());
        Messages messages = Messages.of(order.language());
        return PasswordProtection.write(order.out(), password, out -> {
            try {
                int written = notebook.reading(at -> {
                    List<SheetRow> rows = new ArrayList<>();
                    QuarterRecords records = new QuarterRecords(
                            new Disclosure(notebook.schema()),
                            Audience.TEAM,
                            LocalDate.now(clock.withZone(zone)),
                            order.quarter(),
                            labels);
                    for (QuarterRecords.One one : records.of(at, order.campaign(), steps)) {
                        if (one.isOpen()) {
                            rows.add(row(one, order.quarter(), labels));
                        }
                    }
                    try {
                        SheetWriter.write(head(order, labels, messages), rows, words(order, labels, messages), out);
                    } catch (IOException e) {
                        throw new UncheckedIOException(e);
                    }
                    return rows.size();
                });
                // Before the file bears its name: one noted in vain is harmless.
                notebook.custody()
                        .note(
                                Content.timeText(clock.instant()),
                                new CustodyLog.Note(CustodyLog.What.EXPORT, null, "team", (long) written));
                return written;
            } catch (UncheckedIOException e) {
                throw e.getCause();
            }
        });
    }

    private SheetHead head(Order order, Labels labels, Messages messages) {
        List<SheetHead.Status> statuses = new ArrayList<>();
        for (String code : ProgressRound.statuses(notebook.schema())) {
            statuses.add(new SheetHead.Status(code, labels.code("actionStatus", code)));
        }
        return new SheetHead(
                SheetMark.of(notebook),
                order.campaign(),
                order.quarter().text(),
                order.language(),
                List.of(
                        messages.text("round.sheet.record"),
                        messages.text("round.column.number"),
                        labels.field(Action.TYPE, "plan"),
                        messages.text("round.column.text"),
                        messages.text("round.column.addressees"),
                        messages.text("round.column.due"),
                        messages.text("round.column.last"),
                        messages.text("round.sheet.status"),
                        messages.text("round.sheet.responsible"),
                        messages.text(
                                "round.sheet.progress",
                                labels.quarter(order.quarter().text()))),
                statuses);
    }

    private static SheetWriter.Words words(Order order, Labels labels, Messages messages) {
        return new SheetWriter.Words(
                messages.text("round.sheet.name"),
                messages.text("round.sheet.explanation"),
                List.of(
                        messages.text(
                                "round.sheet.explain-what",
                                labels.quarter(order.quarter().text())),
                        messages.text("round.sheet.explain-white"),
                        messages.text("round.sheet.explain-status"),
                        messages.text("round.sheet.explain-rows"),
                        messages.text("round.sheet.explain-empty"),
                        messages.text("round.sheet.explain-back"),
                        messages.text("round.sheet.explain-care")));
    }

    private static SheetRow row(QuarterRecords.One one, Quarter quarter, Labels labels) {
        Action action = one.action();
        Progress entry = one.entry(quarter);
        Progress last = Progress.wordsBefore(quarter, action.progress());
        Long number = action.number();
        String role = RecordId.random();
        int roles = 0;
        for (Map.Entry<String, Json> each : one.under("responsible").entrySet()) {
            if (each.getValue() instanceof Json.Obj) {
                role = id(each.getKey());
                roles++;
            }
        }
        return new SheetRow(
                one.record(),
                one.heads(),
                new SheetRow.Given(
                        number == null ? "" : number.toString(),
                        action.plan(),
                        action.text(),
                        String.join("; ", action.addressees()),
                        due(one, labels),
                        last == null ? "" : told(last, labels)),
                action.status(),
                String.join("; ", action.roles()),
                roles > 1 ? "" : role,
                entry == null ? "" : entry.text(),
                entry == null ? RecordId.random() : id(entry.path()));
    }

    private static String id(String path) {
        return path.substring(path.indexOf('/') + 1);
    }

    static String due(QuarterRecords.One one, Labels labels) {
        String said = one.action().when();
        @Nullable
        String day = one.due().day() == null
                ? null
                : labels.date(String.valueOf(one.due().day()));
        return day == null ? said : said.isBlank() ? day : day + " (" + said + ")";
    }

    static String told(Progress progress, Labels labels) {
        Quarter quarter = progress.quarter();
        return quarter == null ? progress.text() : labels.quarter(quarter.text()) + ": " + progress.text();
    }
}
