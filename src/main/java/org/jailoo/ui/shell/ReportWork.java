package org.jailoo.ui.shell;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.ZoneId;
import java.util.List;
import org.jailoo.app.ExportWorkbook;
import org.jailoo.app.ShowTables;
import org.jailoo.consent.Audience;
import org.jailoo.notebook.Notebook;
import org.jailoo.report.CsvSeparator;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Watch;
import org.jailoo.ui.tables.Export;
import org.jailoo.ui.tables.Reports;

/** Tables, workbooks and CSV of an open notebook, as the screen of tables asks for them. */
final class ReportWork implements Reports {
    private final ShowTables show;
    private final ExportWorkbook export;

    ReportWork(Notebook notebook, Clock clock) {
        this.show = new ShowTables(notebook, clock, ZoneId.systemDefault());
        this.export = new ExportWorkbook(notebook, clock, ZoneId.systemDefault());
    }

    @Override
    public List<Table> tables(Audience audience, String language, Watch watch) {
        return show.tables(audience, language, watch::at);
    }

    @Override
    public void write(Path place, Export wanted, char[] password, Watch watch) throws IOException {
        ExportWorkbook.Order order = new ExportWorkbook.Order(
                place, wanted.audience(), wanted.language(), wanted.content(), wanted.campaign());
        CsvSeparator separator = wanted.csv();
        if (separator == null) {
            export.export(order, password, watch::at);
        } else {
            export.csv(order, separator, watch::at);
        }
    }

    @Override
    public void csv(Path file, Table table, CsvSeparator separator) throws IOException {
        ExportWorkbook.csv(file, table, separator);
    }
}
