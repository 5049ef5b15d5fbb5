package org.jailoo.notebook;

import java.util.function.Consumer;

/** Holds the search index against one that is made anew, in memory, from the same texts. */
final class IndexComparison {
    /** Takes the text of each record that should be found. */
    interface Index {
        void add(long record, String text);
    }

    private final Sql sql;

    IndexComparison(Sql sql) {
        this.sql = sql;
    }

    /** Whether the stored index holds the words of exactly these texts. */
    boolean holds(Consumer<Index> texts) {
        return sql.inTransaction(() -> {
            // Temporary tables stay in memory: see temp_store.
            sql.update("CREATE VIRTUAL TABLE temp.wanted USING fts5 (text, content = '',"
                    + " tokenize = 'unicode61 remove_diacritics 2')");
            sql.update("CREATE VIRTUAL TABLE temp.held_words USING fts5vocab (main, search, instance)");
            sql.update("CREATE VIRTUAL TABLE temp.wanted_words USING fts5vocab (temp, wanted, instance)");
            texts.accept(
                    (record, text) -> sql.update("INSERT INTO temp.wanted (rowid, text) VALUES (?, ?)", record, text));
            boolean same = differences("held_words", "wanted_words") == 0
                    && differences("wanted_words", "held_words") == 0
                    && sql.number("SELECT count(*) FROM search_docsize")
                            == sql.number("SELECT count(*) FROM temp.wanted_docsize");
            sql.update("DROP TABLE temp.held_words");
            sql.update("DROP TABLE temp.wanted_words");
            sql.update("DROP TABLE temp.wanted");
            return same;
        });
    }

    private long differences(String one, String other) {
        return sql.number("SELECT count(*) FROM (" + words(one) + " EXCEPT " + words(other) + ")");
    }

    /** One row a word: in how many places it stands, and two sums that no other places of it are likely to give. */
    private static String words(String vocabulary) {
        return "SELECT term, count(*), sum(doc), sum((doc % 8191 + 1) * (\"offset\" + 1)) FROM temp." + vocabulary
                + " GROUP BY term";
    }
}
