package org.jailoo.notebook;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jailoo.history.Sha256;

/** What stands in a notebook, table by table, as hashes: two moments compare equal where nothing was changed between; tests only. */
public final class Contents {
    private Contents() {}

    /**
     * The hash of each table that is no part of the search index, and of the lines of all states.
     *
     * @param without tables that may differ
     */
    public static Map<String, String> of(Notebook notebook, Set<String> without) {
        Map<String, String> contents = new TreeMap<>();
        List<String> tables = notebook.sql.list(
                "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'search%' AND name NOT LIKE 'sqlite%'",
                r -> r.getString(1));
        for (String table : tables) {
            if (!without.contains(table)) {
                List<String> rows = new ArrayList<>();
                notebook.sql.each("SELECT * FROM \"" + table + "\"", r -> {
                    StringBuilder row = new StringBuilder();
                    for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                        Object value = r.getObject(i);
                        row.append(
                                        value instanceof byte[] bytes
                                                ? HexFormat.of().formatHex(bytes)
                                                : value)
                                .append('|');
                    }
                    rows.add(row.toString());
                });
                rows.sort(null);
                contents.put(table, rows.size() + " rows " + hash(String.join("\n", rows)));
            }
        }
        StringBuilder lines = new StringBuilder();
        notebook.revisions()
                .eachRecord(id -> notebook.revisions()
                        .state(id)
                        .ifPresent(state -> lines.append(state.line()).append('\n')));
        contents.put("lines of states", hash(lines.toString()));
        return contents;
    }

    private static String hash(String text) {
        return HexFormat.of()
                .formatHex(Sha256.of(text.getBytes(StandardCharsets.UTF_8)))
                .substring(0, 16);
    }

    /** Lets the notebook's writer keep so many pages in memory: a long transaction spills into the log before its end. */
    public static void smallCache(Notebook notebook, int pages) {
        notebook.sql.script("PRAGMA cache_size = " + pages);
    }

    /** Lets the log be brought into the database as soon as it has so many pages: in the middle of what is done. */
    public static void smallLog(Notebook notebook, int pages) {
        notebook.sql.number("PRAGMA wal_autocheckpoint = " + pages);
    }
}
