package org.jailoo.app;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Disclosure;
import org.jailoo.history.Content;
import org.jailoo.i18n.Labels;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Notebook;
import org.jailoo.office.PasswordProtection;
import org.jailoo.paper.WordDocument;
import org.jailoo.record.Progress;
import org.jailoo.sheet.RegisterWorkbook;
import org.jailoo.sheet.RegisterWorkbook.Register;
import org.jailoo.timeline.Quarter;

/**
 * Writes the register of a quarter, as a workbook or as a Word table, as far as its audience may read: what was open, and
 * what came of it. Who is responsible is told by role, whoever reads it.
 */
public final class QuarterRegister {
    private static final List<Integer> PERCENT = List.of(4, 22, 12, 12, 9, 11, 17, 13);

    private final Notebook notebook;
    private final Clock clock;
    private final ZoneId zone;

    public QuarterRegister(Notebook notebook, Clock clock, ZoneId zone) {
        this.notebook = notebook;
        this.clock = clock;
        this.zone = zone;
    }

    /** As what it is written. */
    public enum Kind {
        WORKBOOK,
        WORD
    }

    /**
     * What to write.
     *
     * @param campaign its id; empty for what belongs to none
     * @param language as ISO 639-1
     */
    public record Order(Path out, Kind kind, String campaign, Quarter quarter, Audience audience, String language) {}

    /**
     * Writes it, and says how many recommendations stand in it; the file appears whole or not at all.
     *
     * @param password empty for a file that anybody can open; stays with the caller, who wipes it
     * @throws java.nio.file.FileAlreadyExistsException if there is something of that name, which stays
     */
    public int export(Order order, char[] password, Steps steps) throws IOException {
        Register register = register(order, steps);
        return PasswordProtection.write(order.out(), password, out -> {
            write(order, register, out);
            // Before the file bears its name: one noted in vain is harmless.
            notebook.custody()
                    .note(
                            Content.timeText(clock.instant()),
                            new CustodyLog.Note(
                                    CustodyLog.What.EXPORT,
                                    null,
                                    order.audience().name().toLowerCase(Locale.ROOT),
                                    (long) register.rows().size()));
            return register.rows().size();
        });
    }

    private static void write(Order order, Register register, OutputStream out) throws IOException {
        if (order.kind() == Kind.WORKBOOK) {
            RegisterWorkbook.write(register, out);
            return;
        }
        WordDocument document = new WordDocument(order.language(), true);
        document.title(register.title());
        register.notes().forEach(document::note);
        document.table(register.header(), register.percent(), register.rows());
        document.write(out);
    }

    /** The register, as it is read: the same words in a workbook and in a document. */
    Register register(Order order, Steps steps) {
        Labels labels = Labels.of(order.language());
        Messages messages = Messages.of(order.language());
        LocalDate today = LocalDate.now(clock.withZone(zone));
        QuarterRecords records =
                new QuarterRecords(new Disclosure(notebook.schema()), order.audience(), today, order.quarter(), labels);
        return notebook.reading(at -> {
            List<List<String>> rows = new ArrayList<>();
            for (QuarterRecords.One one : records.of(at, order.campaign(), steps)) {
                if (one.isOpen() || one.entry(order.quarter()) != null) {
                    rows.add(row(one, order.quarter(), labels, messages));
                }
            }
            String quarter = labels.quarter(order.quarter().text());
            Lists.Row campaign = order.campaign().isEmpty() ? null : at.lists().find(order.campaign());
            List<String> notes = new ArrayList<>();
            if (campaign != null && !campaign.code().isBlank()) {
                notes.add(campaign.code());
            }
            notes.add(messages.text("round.register.note-what"));
            notes.add(messages.text("round.register.note-made", labels.date(today.toString())));
            return new Register(
                    messages.text("round.register.sheet"),
                    messages.text("round.register.title", quarter),
                    notes,
                    List.of(
                            messages.text("round.column.number"),
                            messages.text("round.column.text"),
                            messages.text("round.column.addressees"),
                            messages.text("round.column.responsible"),
                            messages.text("round.column.due"),
                            messages.text("round.column.status"),
                            messages.text("round.column.progress", quarter),
                            messages.text("round.column.last")),
                    PERCENT,
                    rows);
        });
    }

    private static List<String> row(QuarterRecords.One one, Quarter quarter, Labels labels, Messages messages) {
        Action action = one.action();
        Long number = action.number();
        Progress entry = one.entry(quarter);
        Progress last = Progress.wordsBefore(quarter, action.progress());
        return List.of(
                number == null ? "" : number.toString(),
                action.text(),
                String.join("; ", action.addressees()),
                String.join("; ", action.roles()),
                RoundSheet.due(one, labels),
                status(action, quarter, labels),
                entry == null
                        ? ""
                        : entry.saysNoChange(Progress.withStatus(quarter, action.progress()))
                                ? messages.text("round.register.same")
                                : entry.text(),
                last == null ? "" : RoundSheet.told(last, labels));
    }

    /** The status that was noted last before the quarter, and the one of now where it is another. */
    private static String status(Action action, Quarter quarter, Labels labels) {
        Progress before = Progress.withStatus(quarter, action.progress());
        String now = action.status().isEmpty() ? "" : labels.code("actionStatus", action.status());
        String was = before == null ? "" : labels.code("actionStatus", before.status());
        return was.isEmpty() || was.equals(now) ? now : was + " → " + now;
    }
}
