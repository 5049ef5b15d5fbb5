package org.jailoo.notebook;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.StringJoiner;
import org.jailoo.identity.DataKeys;

/** Looks into a notebook behind the program's back, and does to it what only accidents do; tests only. */
public final class Inside {
    private static final java.util.Set<String> CACHES = java.util.Set.of("search", "held", "hashed");

    private Inside() {}

    /** Every row of every table, the search index's own ones too: equal dumps, equal notebooks. */
    public static String dump(Notebook notebook) {
        Sql sql = sql(notebook);
        StringBuilder dump = new StringBuilder();
        for (String table :
                sql.list("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name", r -> r.getString(1))) {
            // The virtual table itself keeps no text; its shadow tables are listed beside it. What was walked may be kept or not.
            if (!CACHES.contains(table)) {
                dump.append(rows(sql, table, "1"));
            }
        }
        return dump.toString();
    }

    /** The rows of one table, sorted. */
    public static String table(Notebook notebook, String table) {
        return rows(sql(notebook), table, "1");
    }

    private static String rows(Sql sql, String table, String where) {
        List<String> rows = new ArrayList<>();
        sql.each("SELECT * FROM " + table + " WHERE " + where, r -> {
            StringJoiner row = new StringJoiner("|", table + ": ", "\n");
            for (int i = 1; i <= r.getMetaData().getColumnCount(); i++) {
                Object value = r.getObject(i);
                row.add(value instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(value));
            }
            rows.add(row.toString());
        });
        rows.sort(null);
        return String.join("", rows);
    }

    /** Every page of a closed notebook made through the test's door as it lies in the file, unused ones too, decrypted. */
    public static String pages(Path file) throws java.io.IOException, java.security.GeneralSecurityException {
        return Traces.pages(file);
    }

    /** The same of a notebook that opens by this passphrase alone, as after its keys were changed. */
    public static String pages(Path file, char[] passphrase)
            throws java.io.IOException, java.security.GeneralSecurityException {
        try (DataKeys keys = Passphrases.keys(new NotebookFiles(file), passphrase)) {
            return Traces.pages(file, keys.notebook());
        }
    }

    /** Every word of the search index. */
    public static List<String> words(Notebook notebook) {
        return Traces.index(sql(notebook));
    }

    /** The first column of what a query gives. */
    public static List<String> texts(Notebook notebook, String query) {
        return sql(notebook).list(query, r -> String.valueOf(r.getString(1)));
    }

    /** Runs a statement. */
    public static void run(Notebook notebook, String statement) {
        sql(notebook).script(statement);
    }

    /** Does not wait for the disk: for simulations, of which a power cut is no part. */
    public static void hurry(Notebook notebook) {
        sql(notebook).script("PRAGMA synchronous = OFF");
    }

    /** Lets the disk be full after so many more pages; negative for a disk that has room again. */
    public static void roomFor(Notebook notebook, long pages) {
        Sql sql = sql(notebook);
        long now = sql.number("PRAGMA page_count");
        sql.number("PRAGMA max_page_count = " + (pages < 0 ? 1 << 30 : now + pages));
    }

    /** Makes a closed notebook's file forget where it lies: a copy then goes on as the same instance. */
    public static void forgetPlace(Path file) {
        try (Sql sql = Database.open(file, TestDoor.keys().notebook())) {
            sql.update("DELETE FROM meta WHERE name = 'mark'");
        }
    }

    private static Sql sql(Notebook notebook) {
        return notebook.sql;
    }
}
