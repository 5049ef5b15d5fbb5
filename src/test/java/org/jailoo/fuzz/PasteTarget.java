package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Collectors;
import org.jailoo.pasted.PastedTable;
import org.jailoo.pasted.PlanColumns;
import org.jailoo.timeline.WhenPhrase;

/** The readers of what a clipboard holds, as a page and as text. */
public final class PasteTarget {
    private PasteTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(PasteTarget::take, input);
    }

    private static void take(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        look(PastedTable.ofHtml(text));
        PastedTable table = PastedTable.ofText(text);
        look(table);
        if (table.isTable()) {
            PastedTable again = PastedTable.ofText(written(table));
            Promise.equal(again, table, "a table pastes as the same again");
        }
    }

    private static void look(PastedTable table) {
        for (List<String> row : table.rows()) {
            Promise.equal(row.size(), table.width(), "every row is as wide as the widest");
        }
        PlanColumns columns =
                PlanColumns.of(table, cell -> WhenPhrase.read(cell, 2024).isUnderstood());
        Promise.equal(columns.columns().size(), table.width(), "a kind for each column");
        table.rows().forEach(row -> row.forEach(PlanColumns::number));
    }

    private static String written(PastedTable table) {
        return table.rows().stream()
                .map(row -> row.stream()
                        .map(cell -> '"' + cell.replace("\"", "\"\"") + '"')
                        .collect(Collectors.joining("\t")))
                .collect(Collectors.joining("\n"));
    }
}
