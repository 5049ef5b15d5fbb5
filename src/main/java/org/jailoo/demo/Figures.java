package org.jailoo.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.ShowTables;
import org.jailoo.app.Steps;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.Cell;
import org.jailoo.report.Table;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;

/** The main figures of a notebook, told in a few lines out of the tables that its workbook holds. */
record Figures(Told told, Clock clock) {
    /** The tables that are told, by the beginning of their keys, and the rows of each. */
    private static final Map<String, Predicate<Row>> CHOSEN = Map.of(
            "attendance-sex", row -> true,
            "quotas", row -> row.sort() == Sort.TOTAL,
            "recommendations-state", row -> row.sort() == Sort.TOTAL,
            "violations", row -> row.cells().get(1) instanceof Cell.Count named && named.value() > 0,
            "help-barriers", row -> row.sort() == Sort.TOTAL);

    void tell(Notebook notebook) {
        told.step("demo.step.figures");
        List<Table> tables = new ShowTables(notebook, clock, clock.getZone())
                .tables(Audience.PUBLIC, told.language(), Steps.UNWATCHED);
        for (Table table : tables) {
            Predicate<Row> rows = CHOSEN.get(table.key().split("/", -1)[0]);
            if (rows != null) {
                told.indented(table.campaign() + " · " + table.title());
                table.rows().stream().filter(rows).forEach(row -> tell(table, row));
            }
        }
    }

    private void tell(Table table, Row row) {
        List<String> cells = new ArrayList<>();
        for (int i = 1; i < row.cells().size(); i++) {
            Cell cell = row.cells().get(i);
            String text = text(cell);
            boolean none = cell instanceof Cell.Count number && number.value() == 0;
            if (!text.isEmpty() && !none) {
                cells.add(table.columns().get(i).title() + " " + text);
            }
        }
        told.pair("   " + text(row.cells().get(0)), String.join(", ", cells));
    }

    private String text(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        }
        if (cell instanceof Cell.Count number) {
            return told.labels().number(number.value());
        }
        if (cell instanceof Cell.Share share) {
            return told.labels().percent(share.ratio());
        }
        if (cell instanceof Cell.Hidden) {
            return Cell.Hidden.MARK;
        }
        return cell instanceof Cell.Day day ? told.labels().date(day.value().toString()) : "";
    }

    /** Writes the workbook for everybody, and says what is in it. */
    void write(Notebook notebook, Path file) throws IOException {
        ExportWorkbook.Exported written = new ExportWorkbook(notebook, clock, clock.getZone())
                .export(new ExportWorkbook.Order(file, Audience.PUBLIC, told.language()), Steps.UNWATCHED);
        told.row(
                "→ " + file.getFileName(), "demo.workbook.done", written.sheets(), written.tables(), written.records());
    }
}
