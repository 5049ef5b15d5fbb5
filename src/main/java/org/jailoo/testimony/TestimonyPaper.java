package org.jailoo.testimony;

import java.io.IOException;
import java.io.OutputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jailoo.consent.Consent;
import org.jailoo.consent.Disclosed;
import org.jailoo.json.Json;
import org.jailoo.paper.WordDocument;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/**
 * Writes a testimony as a Word document: what she agreed to comes before what she said, and what was left out is said at
 * the end.
 */
public final class TestimonyPaper {
    private static final String TYPE = "interview";
    private static final Set<String> PURPOSES = Set.of("purposes");

    private final Destination destination;
    private final Wording words;

    public TestimonyPaper(Schema schema, Destination destination) {
        this.destination = destination;
        this.words = new Wording(schema, destination.language());
    }

    /** Writes it; of what may not be read nothing is in it, not even hidden. */
    public void write(Testimony testimony, OutputStream out) throws IOException {
        Disclosed interview = testimony.interview();
        String code = text(interview, "code");
        String name =
                code.isBlank() ? words.text("testimony.title.unnamed") : words.text("testimony.title.coded", code);
        testimony.speakers().forEach(speaker -> words.name(speaker.record(), called(speaker)));
        if (interview.values().get("campaign") instanceof Json.Text campaign
                && !testimony.campaign().isBlank()) {
            words.name(campaign.value(), testimony.campaign());
        }
        WordDocument document = new WordDocument(destination.language(), false);
        document.head(name, words.text("testimony.head.confidential")).title(name);
        Sheet sheet = new Sheet(document, words, interview);
        if (Json.TRUE.equals(interview.values().get("synthetic"))) {
            document.framed(words.text("testimony.note.synthetic"));
        }
        sheet.seen("synthetic");
        sheet.rows(
                List.of(
                        List.of(words.text("testimony.word.for"), receiver()),
                        List.of(
                                words.text("testimony.word.made"),
                                day(destination.day().toString()))),
                "code",
                "campaign",
                "date",
                "place",
                "category",
                "language",
                "mode",
                "setting",
                "minutes",
                "interviewer",
                "interpreter",
                "othersPresent");
        consent(sheet);
        speakers(sheet, testimony);
        new ViolationPart(sheet, words, testimony.quoting()).write();
        new TextPart(sheet, words).write();
        answers(sheet);
        new FilePart(sheet, words, testimony.files()).write();
        sheet.rest(words.text("testimony.part.team"));
        contradictions(sheet);
        new LeftOutPart(document, words).write(testimony);
        custody(document, testimony.custody());
        document.write(out);
    }

    private String receiver() {
        String who = switch (destination.receiver()) {
            case TEAM -> words.text("testimony.receiver.team");
            case COURT -> words.text("testimony.receiver.court");
            case PARTNER -> words.text("testimony.receiver.partner");
            case AUTHORITIES -> words.text("testimony.receiver.authorities");
            case UN -> words.text("testimony.receiver.un");
        };
        boolean abroad = destination.abroad() && destination.receiver() != Receiver.TEAM;
        return abroad ? words.text("testimony.receiver.abroad", who) : who;
    }

    private String called(Disclosed speaker) {
        String code = text(speaker, "code");
        return code.isBlank() ? words.text("testimony.word.unnamed") : code;
    }

    private static String text(Disclosed record, String field) {
        return record.values().get(field) instanceof Json.Text text ? text.value() : "";
    }

    private String day(String iso) {
        return words.labels().date(iso);
    }

    /** What she agreed to, until when, and what it means for who holds the document. */
    private void consent(Sheet sheet) {
        WordDocument document = sheet.document();
        document.heading(words.label(TYPE, Consent.FIELD));
        sheet.seen(Consent.FIELD);
        Field field = words.fields(TYPE).get(Consent.FIELD);
        List<Json> all = sheet.record().conflicts().get(Consent.FIELD);
        if (all == null) {
            Json one = sheet.record().values().get(Consent.FIELD);
            all = one == null ? List.of() : List.of(one);
        } else {
            document.note(words.text("testimony.consent.contradicts"));
        }
        for (Json each : all) {
            if (field != null && each instanceof Json.Obj consent) {
                List<List<String>> rows = new ArrayList<>(sheet.members(field, consent, PURPOSES));
                rows.add(List.of(words.label(TYPE, Consent.FIELD, "purposes"), purposes(consent)));
                if (consent.text("expires") == null) {
                    rows.add(List.of(
                            words.label(TYPE, Consent.FIELD, "expires"), words.text("testimony.consent.endless")));
                }
                sheet.table(rows);
            }
        }
        document.note(words.text("testimony.consent.only"));
        document.framed(words.text("testimony.consent.withdrawal"));
    }

    private String purposes(Json.Obj consent) {
        List<String> purposes = new ArrayList<>();
        if (consent.get("purposes") instanceof Json.Array array) {
            for (Json each : array.items()) {
                purposes.add("• " + words.value(TYPE, List.of(), new FieldKind.Choice("consentPurpose"), each));
            }
        }
        return purposes.isEmpty() ? words.text("testimony.word.nothing") : String.join("\n", purposes);
    }

    /** Those who speak, by their codes. */
    private void speakers(Sheet sheet, Testimony testimony) {
        sheet.seen("participants");
        if (testimony.speakers().isEmpty()) {
            return;
        }
        sheet.document().heading(words.label(TYPE, "participants"));
        List<List<String>> rows = new ArrayList<>();
        for (Disclosed speaker : testimony.speakers()) {
            List<String> parts = new ArrayList<>();
            words.fields(speaker.type()).forEach((name, field) -> {
                String said = name.equals("code") ? "" : words.field(speaker, field);
                if (!said.isBlank()) {
                    parts.add(words.label(speaker.type(), name) + ": " + said);
                }
            });
            String what = speaker.answer().isYes() ? String.join("\n", parts) : words.reason(speaker.answer());
            rows.add(List.of(called(speaker), what));
        }
        sheet.table(rows);
        sheet.document().note(words.text("testimony.note.names"));
    }

    /** What was asked and not answered, and what help there was. */
    private void answers(Sheet sheet) {
        String[] fields = {"asked", "refusedToAnswer", "helpSought", "helpBarriers", "referrals"};
        boolean any = false;
        for (String name : fields) {
            Field field = words.fields(TYPE).get(name);
            any |= field != null && !words.field(sheet.record(), field).isBlank();
        }
        if (any) {
            sheet.document().heading(words.text("testimony.part.answers"));
        }
        sheet.rows(List.of(), fields);
    }

    /** Every value that stands beside another, so that nobody takes one of them for what was said. */
    private void contradictions(Sheet sheet) {
        List<List<String>> rows = new ArrayList<>();
        sheet.record().conflicts().forEach((path, values) -> {
            int slash = path.indexOf('/');
            String name = slash < 0 ? path : path.substring(0, slash);
            Field field = words.fields(TYPE).get(name);
            if (field == null || TextPart.TEXTS.contains(path) || path.equals(Consent.FIELD)) {
                return;
            }
            List<String> each = new ArrayList<>();
            for (Json value : values) {
                String said = value instanceof Json.Null ? "" : words.member(TYPE, field, path, value);
                each.add("– " + (said.isBlank() ? words.text("testimony.word.nothing") : said));
            }
            rows.add(List.of(words.label(TYPE, name), String.join("\n", each)));
        });
        sheet.record().keptConflicts().stream()
                .distinct()
                .forEach(name ->
                        rows.add(List.of(words.label(TYPE, name), words.text("testimony.contradictions.kept"))));
        if (rows.isEmpty()) {
            return;
        }
        sheet.document().heading(words.text("testimony.part.contradictions"));
        sheet.document().note(words.text("testimony.contradictions.note"));
        sheet.table(rows);
    }

    private void custody(WordDocument document, Testimony.Custody custody) {
        document.heading(words.text("testimony.part.custody"));
        List<List<String>> rows = new ArrayList<>();
        if (!custody.recorded().isEmpty()) {
            rows.add(List.of(words.text("testimony.custody.recorded"), day(custody.recorded())));
        }
        if (!custody.changed().isEmpty()) {
            rows.add(List.of(words.text("testimony.custody.changed"), day(custody.changed())));
        }
        rows.add(List.of(words.text("testimony.custody.version"), String.join("\n", custody.heads())));
        rows.add(List.of(words.text("testimony.custody.entry"), Long.toString(custody.entry())));
        rows.add(List.of(words.text("testimony.custody.seal"), custody.seal()));
        document.table(List.of(), List.of(30, 70), rows);
    }
}
