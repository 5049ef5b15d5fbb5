package org.jailoo.report;

import java.util.List;
import org.jailoo.report.Table.Topic;

/** What stands above a table; see {@link Table}. */
record Head(String key, Topic topic, String campaign, String title, List<String> notes) {
    Head(String key, Topic topic, String campaign, String title, String... notes) {
        this(key, topic, campaign, title, List.of(notes));
    }

    Table table(List<Table.Column> columns, List<Table.Row> rows) {
        return new Table(key, topic, campaign, title, notes, columns, rows);
    }
}
