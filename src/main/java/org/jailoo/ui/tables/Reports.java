package org.jailoo.ui.tables;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Watch;

/** Where tables and workbooks come from. */
public interface Reports {
    /** The tables, for an audience, in a language. */
    List<Table> tables(Audience audience, String language, Watch watch);

    /** Writes the workbook into a new file. */
    void workbook(Path file, Audience audience, String language, Watch watch) throws IOException;
}
