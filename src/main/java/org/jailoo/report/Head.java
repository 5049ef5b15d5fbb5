package org.jailoo.report;

import java.util.List;
import org.jailoo.report.Table.Topic;

/** What stands above a table; see {@link Table}. */
record Head(String key, Topic topic, Counted counted, String campaign, String title, List<String> notes) {
    Head(String key, Topic topic, Counted counted, String campaign, String title, String... notes) {
        this(key, topic, counted, campaign, title, List.of(notes));
    }

    Table table(List<Table.Column> columns, List<Table.Row> rows) {
        return table(columns, rows, List.of());
    }

    Table table(List<Table.Column> columns, List<Table.Row> rows, List<Relation> relations) {
        return new Table(key, topic, counted, campaign, title, notes, columns, rows, relations);
    }
}
