package org.jailoo.paper;

import java.io.IOException;
import java.io.OutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jailoo.paper.FormOrder.Campaign;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** Writes forms as Word documents, whole in memory: nothing lies on a disk before its place. */
public final class PaperForms {
    /** Filled in at a desk, from the paper: by no hand in a village. */
    static final Set<String> AT_THE_DESK =
            Set.of("code", "campaign", "participants", "publicText", "translations", "attachments", "synthetic");

    /** Of a violation: places in the typed text, and a translation made later. */
    static final Set<String> OF_THE_TEXT = Set.of("start", "end", "source", "quoteTranslation");

    private static final Set<String> MATCHING = Set.of("code", "sameAs", "notSameAs", "synthetic", "notes");
    private static final int CARDS = 3;

    private final Schema schema;

    public PaperForms(Schema schema) {
        this.schema = schema;
    }

    /** Writes a form. */
    public void write(FormOrder order, OutputStream out) throws IOException {
        if (order.form() == FormOrder.Form.PAGE) {
            PocketPage.write(order.language(), out);
            return;
        }
        Words words = Words.of(order.language());
        try (XWPFDocument document = new XWPFDocument()) {
            document.getProperties().getCoreProperties().setCreator("Jailoo");
            String name = name(words, order.form());
            document.getProperties().getCoreProperties().setTitle(name);
            Campaign campaign = order.campaign();
            Frame.Said said = new Frame.Said(
                    name,
                    order.language(),
                    campaign == null ? "" : campaign.title(),
                    version(order),
                    order.form() == FormOrder.Form.ATTENDANCE);
            Pen pen = new Pen(document, Frame.draw(document, words, said));
            pen.title(name);
            switch (order.form()) {
                case CONSENT -> consent(pen, words, campaign);
                case INTERVIEW -> interview(pen, words);
                case ATTENDANCE -> Attendance.draw(pen, words, schema);
                case PAGE -> throw new IllegalStateException("drawn by itself");
            }
            document.write(out);
        }
    }

    private static @Nullable String version(FormOrder order) {
        Campaign campaign = order.campaign();
        FormOrder.Script script = campaign == null ? null : campaign.script();
        return script == null || order.form() != FormOrder.Form.CONSENT ? null : script.version();
    }

    private static String name(Words words, FormOrder.Form form) {
        return switch (form) {
            case CONSENT -> words.text("paper.form.consent");
            case INTERVIEW -> words.text("paper.form.interview");
            case ATTENDANCE -> words.text("paper.form.attendance");
            case PAGE -> words.text("paper.form.page");
        };
    }

    private void consent(Pen pen, Words words, @Nullable Campaign campaign) {
        pen.note(words.text("paper.consent.read"));
        if (campaign != null && campaign.script() != null) {
            pen.text(campaign.script().text());
        } else {
            pen.ruled(words.text("paper.consent.script"), 6);
        }
        Questions questions = new Questions(schema, words, pen);
        questions.group("interview", "consent", Set.of("purposes", "scriptVersion", "withdrawn", "language"));
        pen.framed(words.text("paper.consent.declined"));
        pen.heading(words.labels().field("interview", "consent", "purposes"));
        pen.note(words.text("paper.consent.each"));
        purposes(pen, words, questions);
        pen.note(words.text("paper.consent.apart"));
        int[] shares = {40, 40, 20};
        XWPFTable table = pen.table(shares);
        XWPFTableRow head = pen.row(table, shares, 300);
        Pen.write(head.getCell(1), words.text("paper.consent.signature"), 9, true);
        Pen.write(head.getCell(2), words.labels().field("interview", "date"), 9, true);
        for (String who : List.of(
                words.text("paper.consent.person"),
                words.text("paper.consent.guardian"),
                words.labels().field("interview", "interviewer"))) {
            Pen.write(pen.row(table, shares, 620).getCell(0), who, Pen.NORMAL, false);
        }
    }

    /** Each purpose by itself: a person may agree to one and not to another. */
    private void purposes(Pen pen, Words words, Questions questions) {
        FieldKind.Group consent = (FieldKind.Group)
                Objects.requireNonNull(schema.field("interview", "consent")).kind();
        String codebook = ((FieldKind.ListOf)
                        Objects.requireNonNull(consent.members().get("purposes"))
                                .kind())
                .codebook();
        int[] shares = {76, 12, 12};
        XWPFTable table = pen.table(shares);
        XWPFTableRow head = pen.row(table, shares, 300);
        head.setRepeatHeader(true);
        Pen.centre(head.getCell(1), words.labels().code("yesNo", "yes"), 9, true);
        Pen.centre(head.getCell(2), words.labels().code("yesNo", "no"), 9, true);
        for (String code : questions.codes(codebook)) {
            XWPFTableRow row = pen.row(table, shares, 330);
            Pen.write(row.getCell(0), words.labels().code(codebook, code), Pen.NORMAL, false);
            Pen.centre(row.getCell(1), Pen.BOX, 12, false);
            Pen.centre(row.getCell(2), Pen.BOX, 12, false);
        }
    }

    private void interview(Pen pen, Words words) {
        Questions questions = new Questions(schema, words, pen);
        pen.framed(words.text("paper.interview.first"));
        questions.only("interview", BEFORE);
        pen.heading(words.text("paper.interview.who"));
        questions.all("participant", MATCHING);
        pen.page(words.labels().field("interview", "narrative"));
        pen.note(words.text("paper.interview.narrative"));
        pen.ruled("", 54);
        pen.page(words.labels().field("interview", "violations"));
        pen.note(words.text("paper.interview.tick"));
        TickList.draw(pen, words, schema);
        for (int i = 1; i <= CARDS; i++) {
            pen.heading(words.text("paper.interview.violation", i));
            questions.card("interview", "violations", OF_THE_TEXT);
        }
        pen.heading(words.text("paper.interview.after"));
        questions.all("interview", elsewhere());
    }

    private static final Set<String> BEFORE = Set.of(
            "category",
            "date",
            "minutes",
            "place",
            "setting",
            "mode",
            "language",
            "interviewer",
            "interpreter",
            "othersPresent",
            "consent",
            "risk");

    /** What stands elsewhere on the sheet, so that whatever the schema gains is printed at its end. */
    private static Set<String> elsewhere() {
        Set<String> elsewhere = new TreeSet<>(AT_THE_DESK);
        elsewhere.addAll(BEFORE);
        elsewhere.addAll(Arrays.asList("narrative", "asked", "refusedToAnswer", "violations"));
        return elsewhere;
    }
}
