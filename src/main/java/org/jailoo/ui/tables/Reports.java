package org.jailoo.ui.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.report.CsvSeparator;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Watch;

/** Where tables and workbooks come from. */
public interface Reports {
    /** The tables, for an audience, in a language. */
    List<Table> tables(Audience audience, String language, Watch watch);

    /** Writes a workbook into a new file, or data into a new folder; the password, empty for none, stays the caller's. */
    void write(Path place, Export export, char[] password, Watch watch) throws IOException;

    /** Writes one table into a new file. */
    void csv(Path file, Table table, CsvSeparator separator) throws IOException;
}
