package org.jailoo.ui.crosstab;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.jailoo.consent.Audience;
import org.jailoo.report.CrossField;
import org.jailoo.report.CrossQuery;
import org.jailoo.report.CrossTables;
import org.jailoo.report.CrossUnit;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Watch;

/** Where cross-tabs come from. */
public interface Crossing {
    /** The fields by which a unit can be told apart. */
    List<CrossField> fields(CrossUnit unit, Audience audience, String language);

    /** The values that a field has. */
    List<CrossTables.Value> values(CrossUnit unit, String field, Audience audience, String language, Watch watch);

    /** The answer to a question. */
    Table table(CrossQuery query, Audience audience, String language, Watch watch);

    /** Writes an answer into a new workbook. */
    void write(Path file, Table table, Audience audience, String language) throws IOException;
}
