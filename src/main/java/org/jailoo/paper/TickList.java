package org.jailoo.paper;

import java.util.List;
import java.util.Objects;
import org.apache.poi.xwpf.usermodel.XWPFTable;
import org.apache.poi.xwpf.usermodel.XWPFTableRow;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;

/** The violations, each below what it is a kind of, to be ticked: named, asked about, refused to speak of. */
final class TickList {
    private static final String VIOLATION = "violation";
    private static final int[] SHARES = {55, 15, 15, 15};

    private TickList() {}

    static void draw(Pen pen, Words words, Schema schema) {
        XWPFTable table = pen.table(SHARES);
        table.setCellMargins(0, 80, 0, 80);
        XWPFTableRow head = pen.row(table, SHARES, 300);
        head.setRepeatHeader(true);
        Pen.write(head.getCell(0), words.labels().codebook(VIOLATION), 9, true);
        Pen.centre(head.getCell(1), words.text("paper.tick.named"), 9, true);
        Pen.centre(head.getCell(2), words.labels().field("interview", "asked"), 9, true);
        Pen.centre(head.getCell(3), words.labels().field("interview", "refusedToAnswer"), 9, true);
        Codebook book = Objects.requireNonNull(schema.codebook(VIOLATION), VIOLATION);
        for (String code : List.copyOf(book.codes())) {
            XWPFTableRow row = pen.row(table, SHARES, 240);
            int depth = depth(book, code);
            String indent = "\u2003".repeat(depth);
            boolean parent = book.codes().stream().anyMatch(c -> code.equals(book.parentOf(c)));
            Pen.write(row.getCell(0), indent + words.labels().code(VIOLATION, code), 9, depth == 0 && parent);
            for (int i = 1; i <= 3; i++) {
                Pen.centre(row.getCell(i), Pen.BOX, 10, false);
            }
        }
    }

    private static int depth(Codebook book, String code) {
        int depth = 0;
        for (String up = book.parentOf(code); up != null && depth < 4; up = book.parentOf(up)) {
            depth++;
        }
        return depth;
    }
}
