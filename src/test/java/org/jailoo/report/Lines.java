package org.jailoo.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.report.Table.Row;

/** Tables as lines of text, to be compared. */
final class Lines {
    private Lines() {}

    /** The one table whose key is this, or begins with it and a slash. */
    static Table table(List<Table> tables, String key) {
        assertThat(tables).extracting(Table::key).doesNotHaveDuplicates();
        return tables.stream()
                .filter(t -> t.key().startsWith(key + "/") || t.key().equals(key))
                .findFirst()
                .orElseThrow(() -> new AssertionError(
                        key + " among " + tables.stream().map(Table::key).toList()));
    }

    /** What stands under the title, each number of what is missing by itself. */
    static List<String> notes(Table table) {
        List<String> notes = new ArrayList<>(table.said());
        table.missing().forEach(each -> notes.add(each.sentence()));
        return notes;
    }

    static List<String> of(Table table) {
        return table.rows().stream().map(Lines::line).toList();
    }

    private static String line(Row row) {
        return String.join(" | ", row.cells().stream().map(Lines::cell).toList());
    }

    private static String cell(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        }
        if (cell instanceof Cell.Count count) {
            return Long.toString(count.value());
        }
        if (cell instanceof Cell.Share share) {
            return share.percent() + "%";
        }
        if (cell instanceof Cell.Day day) {
            return day.value().toString();
        }
        return cell instanceof Cell.Hidden ? Cell.Hidden.MARK : "·";
    }
}
