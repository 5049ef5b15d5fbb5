package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jailoo.consent.Audience;
import org.jailoo.consent.Reading;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jailoo.report.CrossField.Form;
import org.jspecify.annotations.Nullable;

/**
 * The fields by which a unit can be told apart for an audience, in the order of the schema: every coded field that there
 * is and that consent lets be looked at. A field that is added to the schema appears by itself.
 */
final class CrossFields {
    /** How consent is given decides what is counted, and is not itself counted. */
    private static final String CONSENT = "consent";

    private static final String PARTICIPANT = "participant";
    private static final String PARTICIPANTS = "participants";
    private static final Set<String> PLACE = Set.of("country", "adm1", "district", "settlement");

    private final Schema schema;
    private final Reading reading;
    private final Words words;
    private final CrossUnit unit;
    private final List<CrossField> fields = new ArrayList<>();

    private CrossFields(Schema schema, Reading reading, Words words, CrossUnit unit) {
        this.schema = schema;
        this.reading = reading;
        this.words = words;
        this.unit = unit;
    }

    static List<CrossField> of(CrossUnit unit, Schema schema, Reading reading, Words words) {
        CrossFields of = new CrossFields(schema, reading, words, unit);
        of.add(unit.type(), "", "");
        if (unit.hasParticipants() && reading.counts(unit.type(), PARTICIPANTS, null)) {
            of.add(PARTICIPANT, PARTICIPANTS + ".", PARTICIPANTS);
        }
        return List.copyOf(of.fields);
    }

    /**
     * Adds the fields of a type.
     *
     * @param before what their ids begin with
     * @param list the list that all of them are items of; empty for none
     */
    private void add(String typeName, String before, String list) {
        RecordType type = schema.type(typeName);
        if (type == null) {
            return;
        }
        for (Field field : type.fields().values()) {
            if (field.name().equals(CONSENT)) {
                continue;
            }
            if (field.kind() instanceof FieldKind.Group group) {
                for (Field member : group.members().values()) {
                    one(typeName, before, list, List.of(field.name(), member.name()), member);
                }
                if (group.name().equals("place")) {
                    settlement(typeName, before, list, field.name());
                }
            } else if (field.kind() instanceof FieldKind.Items items) {
                // Of heads, what was said at their meeting is not told apart.
                if (unit != CrossUnit.ATTENDANCE || field.name().equals(unit.split())) {
                    String inside = !list.isEmpty() ? list : field.name().equals(unit.split()) ? "" : field.name();
                    for (Field member : items.members().values()) {
                        one(typeName, before, inside, List.of(field.name(), member.name()), member);
                    }
                }
            } else {
                one(typeName, before, list, List.of(field.name()), field);
            }
        }
    }

    private void one(String type, String before, String list, List<String> path, Field field) {
        Boolean kept = kept(type, path);
        if (kept == null || field.name().equals(CONSENT)) {
            return;
        }
        String id = before + String.join(".", path);
        String label = label(type, path, !before.isEmpty());
        String codebook = codebook(field.kind());
        if (!codebook.isEmpty()) {
            fields.add(new CrossField(id, type, path, list, Form.CODES, codebook, kept, label));
            Codebook book = schema.codebook(codebook);
            if (book != null && book.codes().stream().anyMatch(code -> book.parentOf(code) != null)) {
                fields.add(new CrossField(
                        id + "@broader",
                        type,
                        path,
                        list,
                        Form.BROADER,
                        codebook,
                        kept,
                        words.text("crosstab.field.broader", label)));
            }
        } else if (field.kind() instanceof FieldKind.Date) {
            time(id + "@month", type, path, list, Form.MONTH, kept, words.text("crosstab.field.month", label));
            time(id + "@quarter", type, path, list, Form.QUARTER, kept, words.text("crosstab.field.quarter", label));
            time(id + "@year", type, path, list, Form.YEAR, kept, words.text("crosstab.field.year", label));
        } else if (field.kind() instanceof FieldKind.Quarter) {
            time(id, type, path, list, Form.QUARTER, kept, label);
        } else if (field.kind() instanceof FieldKind.Reference reference
                && reference.type().equals("campaign")) {
            fields.add(new CrossField(id, type, path, list, Form.CAMPAIGN, "", kept, label));
        }
    }

    private void time(String id, String type, List<String> path, String list, Form form, boolean kept, String label) {
        fields.add(new CrossField(id, type, path, list, form, "", kept, label));
    }

    private void settlement(String type, String before, String list, String field) {
        boolean kept = false;
        for (String member : PLACE) {
            Boolean one = kept(type, List.of(field, member));
            if (one == null) {
                return;
            }
            kept |= one;
        }
        List<String> path = List.of(field, "settlement");
        fields.add(new CrossField(
                before + String.join(".", path),
                type,
                path,
                list,
                Form.SETTLEMENT,
                "",
                kept,
                label(type, path, !before.isEmpty())));
    }

    /** Null where it may not be looked at; else whether only where the record may be kept. */
    private @Nullable Boolean kept(String type, List<String> path) {
        String member = path.size() > 1 ? path.get(1) : null;
        if (reading.counts(type, path.get(0), member)) {
            return false;
        }
        return (reading.audience() == Audience.TEAM && reading.sees(type, path.get(0), member)) ? true : null;
    }

    private static String codebook(FieldKind kind) {
        if (kind instanceof FieldKind.Choice choice) {
            return choice.codebook();
        }
        if (kind instanceof FieldKind.SetOf set) {
            return set.codebook();
        }
        return kind instanceof FieldKind.ListOf list ? list.codebook() : "";
    }

    private String label(String type, List<String> path, boolean joined) {
        String label = words.labels().field(type, path.toArray(String[]::new));
        if (path.size() > 1) {
            label = words.text("crosstab.field.inside", words.labels().field(type, path.get(0)), label);
        }
        return joined ? words.text("crosstab.field.inside", words.labels().types(type), label) : label;
    }
}
