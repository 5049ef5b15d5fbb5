package org.jailoo.paper;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jailoo.record.Codebook;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/** Draws fields of a record type as questions: a line to write on, or the list of answers with a box before each. */
final class Questions {
    private static final int[] SHARES = {30, 70};
    /** Of longer lists, as countries, only those are printed that are met most; the rest is written. */
    private static final Map<String, Integer> LONG = Map.of("country", 7, "language", 7);

    private static final int WIDE = 620;
    /** On a card these are written: their lists are long, and stand elsewhere on the sheet. */
    private static final Set<String> WRITTEN = Set.of("code", "sector", "country");

    private final Schema schema;
    private final Words words;
    private final Pen pen;

    Questions(Schema schema, Words words, Pen pen) {
        this.schema = schema;
        this.words = words;
        this.pen = pen;
    }

    /** A field with the way to its label. */
    private record Asked(String type, List<String> path, Field field) {}

    /** The fields of a type one below the other, without those that are left out; groups are opened. */
    void all(String type, Set<String> leftOut) {
        List<Asked> open = new ArrayList<>();
        for (Field field : fields(type).values()) {
            if (leftOut.contains(field.name())) {
                continue;
            }
            if (field.kind() instanceof FieldKind.LongText) {
                asTable(open);
                pen.ruled(label(type, List.of(field.name())), 5);
            } else if (field.kind() instanceof FieldKind.Items items) {
                asTable(open);
                items(type, field.name(), items.members());
            } else if (field.kind() instanceof FieldKind.Group group
                    && group.name().equals("functioning")) {
                asTable(open);
                matrix(type, field.name(), group.members());
            } else if (field.kind() instanceof FieldKind.Group group
                    && !group.name().equals("place")) {
                asTable(open);
                pen.heading(label(type, List.of(field.name())));
                group(type, field.name(), Set.of());
            } else if (field.kind() instanceof FieldKind.Group group) {
                group.members().values().forEach(m -> open.add(new Asked(type, List.of(field.name(), m.name()), m)));
            } else {
                open.add(new Asked(type, List.of(field.name()), field));
            }
        }
        asTable(open);
    }

    /** Some of the fields of a type. */
    void only(String type, Set<String> wanted) {
        Set<String> leftOut = new TreeSet<>(fields(type).keySet());
        leftOut.removeAll(wanted);
        all(type, leftOut);
    }

    /** The members of a group. */
    void group(String type, String name, Set<String> leftOut) {
        FieldKind.Group group = (FieldKind.Group)
                Objects.requireNonNull(schema.field(type, name), name).kind();
        XWPFTable table = pen.table(SHARES);
        for (Field member : group.members().values()) {
            if (!leftOut.contains(member.name())) {
                row(table, label(type, List.of(name, member.name())), member);
            }
        }
    }

    private Map<String, Field> fields(String type) {
        return Objects.requireNonNull(schema.type(type), type).fields();
    }

    String label(String type, List<String> path) {
        return words.labels().field(type, path.toArray(String[]::new));
    }

    /** What is gathered so far, as one table. */
    private void asTable(List<Asked> open) {
        if (open.isEmpty()) {
            return;
        }
        XWPFTable table = pen.table(SHARES);
        for (Asked asked : open) {
            row(table, label(asked.type(), asked.path()), asked.field());
        }
        open.clear();
    }

    private void row(XWPFTable table, String label, Field field) {
        XWPFTableRow row = pen.row(table, SHARES, Pen.WRITING);
        Pen.write(row.getCell(0), label, Pen.NORMAL, true);
        Pen.write(row.getCell(1), answer(field.kind()), Pen.NORMAL, false);
    }

    /** The boxes of a list, or nothing where something is written. */
    String answer(FieldKind kind) {
        if (kind instanceof FieldKind.Choice choice) {
            return boxes(choice.codebook());
        }
        if (kind instanceof FieldKind.SetOf set) {
            return boxes(set.codebook());
        }
        if (kind instanceof FieldKind.ListOf list) {
            return boxes(list.codebook());
        }
        if (kind instanceof FieldKind.Bool) {
            return box(words.labels().code("yesNo", "yes")) + "   "
                    + box(words.labels().code("yesNo", "no"));
        }
        if (kind instanceof FieldKind.Date) {
            return words.text("paper.field.date");
        }
        return "";
    }

    private String boxes(String codebook) {
        List<String> codes = codes(codebook);
        int shown = Math.min(codes.size(), LONG.getOrDefault(codebook, codes.size()));
        String boxes = codes.subList(0, shown).stream()
                .map(code -> box(words.labels().code(codebook, code)))
                .collect(Collectors.joining("   "));
        return shown < codes.size() ? boxes + "   " + box(words.text("paper.field.other")) : boxes;
    }

    List<String> codes(String codebook) {
        Codebook book = Objects.requireNonNull(schema.codebook(codebook), codebook);
        return List.copyOf(book.codes());
    }

    /** A box and its label; a short one is never torn from it. */
    static String box(String label) {
        return Pen.BOX + '\u00a0' + (label.length() <= 28 ? label.replace(' ', '\u00a0') : label);
    }

    /** Items as a table with rows to fill in; what its lists offer stands below. */
    private void items(String type, String field, Map<String, Field> members) {
        pen.heading(label(type, List.of(field)));
        List<Field> shown = List.copyOf(members.values());
        int[] shares = new int[shown.size()];
        Arrays.fill(shares, 100 / shown.size());
        XWPFTable table = pen.table(shares);
        XWPFTableRow head = pen.row(table, shares, 300);
        head.setRepeatHeader(true);
        for (int i = 0; i < shown.size(); i++) {
            Pen.write(head.getCell(i), label(type, List.of(field, shown.get(i).name())), Pen.SMALL, true);
        }
        for (int i = 0; i < 3; i++) {
            pen.row(table, shares, WIDE);
        }
        for (Field member : shown) {
            if (member.kind() instanceof FieldKind.Choice choice && !LONG.containsKey(choice.codebook())) {
                pen.note(label(type, List.of(field, member.name())) + ": "
                        + codes(choice.codebook()).stream()
                                .map(c -> words.labels().code(choice.codebook(), c))
                                .collect(Collectors.joining(" · ")));
            }
        }
    }

    /** Members that all have the same answers, as a table with a box in each cell. */
    private void matrix(String type, String field, Map<String, Field> members) {
        pen.heading(label(type, List.of(field)));
        String codebook = ((FieldKind.Choice) members.values().iterator().next().kind()).codebook();
        List<String> codes = codes(codebook);
        int[] shares = new int[codes.size() + 1];
        Arrays.fill(shares, 66 / codes.size());
        shares[0] = 100 - 66 / codes.size() * codes.size();
        XWPFTable table = pen.table(shares);
        XWPFTableRow head = pen.row(table, shares, 300);
        head.setRepeatHeader(true);
        for (int i = 0; i < codes.size(); i++) {
            Pen.centre(head.getCell(i + 1), words.labels().code(codebook, codes.get(i)), Pen.SMALL, true);
        }
        for (Field member : members.values()) {
            XWPFTableRow row = pen.row(table, shares, 360);
            Pen.write(row.getCell(0), label(type, List.of(field, member.name())), Pen.NORMAL, false);
            for (int i = 0; i < codes.size(); i++) {
                Pen.centre(row.getCell(i + 1), Pen.BOX, 12, false);
            }
        }
    }

    /** Some fields of items as a card: for what happened, one card each. */
    void card(String type, String field, Set<String> leftOut) {
        FieldKind.Items items = (FieldKind.Items)
                Objects.requireNonNull(schema.field(type, field), field).kind();
        XWPFTable table = pen.table(SHARES);
        for (Field member : items.members().values()) {
            if (!leftOut.contains(member.name())) {
                XWPFTableRow row = pen.row(table, SHARES, member.kind() instanceof FieldKind.LongText ? 1250 : 360);
                Pen.write(row.getCell(0), label(type, List.of(field, member.name())), 9, true);
                Pen.write(row.getCell(1), WRITTEN.contains(member.name()) ? "" : answer(member.kind()), 9, false);
            }
        }
        Pen.keepTogether(table);
    }
}
