package org.jailoo.paper;

import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.Schema;

/** The list of those who came to a meeting: a line each, with the columns of the attendance grid. */
final class Attendance {
    private static final String TYPE = "focusGroup";
    private static final String GRID = "attendance";
    private static final int LINES = 22;

    private Attendance() {}

    static void draw(Pen pen, Words words, Schema schema) {
        Questions questions = new Questions(schema, words, pen);
        questions.only(TYPE, Set.of("kind", "title", "date", "place", "venue", "facilitators", "expertCount"));
        FieldKind.Items items = (FieldKind.Items)
                Objects.requireNonNull(schema.field(TYPE, GRID)).kind();
        List<Field> columns = items.members().values().stream()
                .filter(f -> !(f.kind() instanceof FieldKind.Int))
                .toList();
        pen.heading(words.labels().field(TYPE, GRID));
        pen.note(words.text("paper.attendance.note"));
        roles(pen, words, questions, columns);
        int[] shares = shares(columns);
        XWPFTable table = pen.table(shares);
        XWPFTableRow head = pen.row(table, shares, 300);
        head.setRepeatHeader(true);
        Pen.centre(head.getCell(0), words.text("paper.attendance.number"), 9, true);
        Pen.write(head.getCell(1), words.text("paper.attendance.person"), 9, true);
        for (int i = 0; i < columns.size(); i++) {
            Pen.write(
                    head.getCell(i + 2),
                    words.labels().field(TYPE, GRID, columns.get(i).name()),
                    9,
                    true);
        }
        Pen.write(head.getCell(columns.size() + 2), words.text("paper.consent.signature"), 9, true);
        for (int line = 1; line <= LINES; line++) {
            XWPFTableRow row = pen.row(table, shares, 480);
            Pen.centre(row.getCell(0), String.valueOf(line), 9, false);
            for (int i = 0; i < columns.size(); i++) {
                Pen.write(row.getCell(i + 2), boxes(columns.get(i), words, questions), 9, false);
            }
        }
    }

    private static int[] shares(List<Field> columns) {
        List<Integer> shares = new ArrayList<>(List.of(4, 22));
        for (Field column : columns) {
            shares.add(
                    switch (column.name()) {
                        case "role" -> 8;
                        case "sex" -> 16;
                        case "ageBand" -> 24;
                        default -> 10;
                    });
        }
        shares.add(100 - shares.stream().mapToInt(Integer::intValue).sum());
        return shares.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Short lists are ticked; of long ones the number or the word is written. */
    private static String boxes(Field column, Words words, Questions questions) {
        if (!(column.kind() instanceof FieldKind.Choice choice)
                || column.name().equals("role")
                || column.name().equals("country")) {
            return "";
        }
        boolean bands = choice.codebook().equals("ageBand");
        return questions.codes(choice.codebook()).stream()
                .map(code -> Questions.box(
                        // A band is short as its code, and means the same in every language.
                        bands && Character.isDigit(code.charAt(0))
                                ? code.replace('-', '–')
                                : words.labels().code(choice.codebook(), code)))
                .collect(Collectors.joining("  "));
    }

    private static void roles(Pen pen, Words words, Questions questions, List<Field> columns) {
        for (Field column : columns) {
            if (column.name().equals("role") && column.kind() instanceof FieldKind.Choice choice) {
                List<String> codes = questions.codes(choice.codebook());
                List<String> numbered = new ArrayList<>();
                for (int i = 0; i < codes.size(); i++) {
                    numbered.add((i + 1) + "\u00a0" + words.labels().code(choice.codebook(), codes.get(i)));
                }
                pen.small(words.text("paper.attendance.roles") + ": " + String.join(" · ", numbered));
            }
        }
    }
}
