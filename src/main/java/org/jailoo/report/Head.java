package org.jailoo.report;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.report.Table.Topic;

/** What stands above a table; see {@link Table}. */
record Head(
        String key,
        Topic topic,
        Counted counted,
        String campaign,
        String title,
        List<String> notes,
        List<Missing> missing) {
    Head(String key, Topic topic, Counted counted, String campaign, String title, String... notes) {
        this(key, topic, counted, campaign, title, List.of(notes), List.of());
    }

    /** The same, with more that is missing. */
    Head missing(List<Missing> more) {
        List<Missing> all = new ArrayList<>(missing);
        all.addAll(more);
        return new Head(key, topic, counted, campaign, title, notes, all);
    }

    Head missing(String what, Cell.Count number) {
        return missing(List.of(new Missing(what, number)));
    }

    Table table(List<Table.Column> columns, List<Table.Row> rows) {
        return table(columns, rows, List.of());
    }

    Table table(List<Table.Column> columns, List<Table.Row> rows, List<Relation> relations) {
        return new Table(key, topic, counted, campaign, title, notes, columns, rows, relations, missing);
    }
}
