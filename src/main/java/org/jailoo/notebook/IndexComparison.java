package org.jailoo.notebook;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.function.Consumer;
import org.jailoo.history.Sha256;

/**
 * Holds the search index against one that is made anew from the same texts, in parts that fit into memory: of each what is
 * summed over its words is a number, and the numbers of all parts together must be that of the index.
 */
final class IndexComparison {
    /** As many texts, and as many characters of them, as are indexed in memory at a time. */
    private static final int PART = 2_000;

    private static final int CHARACTERS = 4_000_000;

    /** Takes the text of each record that should be found. */
    interface Index {
        void add(long record, String text);
    }

    private final Sql sql;
    /** Drawn anew each time, so that no text can be made whose words come to the sum of others. */
    private final byte[] salt = new byte[16];

    IndexComparison(Sql sql) {
        this.sql = sql;
        new SecureRandom().nextBytes(salt);
    }

    /** What words come to: the same for the same words at the same places, whatever order they are added in. */
    private static final class Sum {
        private long texts;
        private long words;
        private long records;
        private long places;

        boolean isSame(Sum other) {
            return texts == other.texts
                    && words == other.words
                    && records == other.records
                    && places == other.places;
        }
    }

    private static final class Part {
        private int texts;
        private int characters;
    }

    /** Whether the stored index holds the words of exactly these texts. */
    boolean holds(Consumer<Index> texts) {
        return sql.inTransaction(() -> {
            // Temporary tables stay in memory: see temp_store.
            sql.update("CREATE VIRTUAL TABLE temp.wanted USING fts5 (text, content = '',"
                    + " tokenize = 'unicode61 remove_diacritics 2')");
            sql.update("CREATE VIRTUAL TABLE temp.held_words USING fts5vocab (main, search, instance)");
            sql.update("CREATE VIRTUAL TABLE temp.wanted_words USING fts5vocab (temp, wanted, instance)");
            Sum wanted = new Sum();
            Part part = new Part();
            texts.accept((record, text) -> {
                sql.update("INSERT INTO temp.wanted (rowid, text) VALUES (?, ?)", record, text);
                part.texts++;
                part.characters += text.length();
                if (part.texts == PART || part.characters > CHARACTERS) {
                    count(part, wanted);
                }
            });
            count(part, wanted);
            Sum held = new Sum();
            held.texts = sql.number("SELECT count(*) FROM search_docsize");
            add("held_words", held);
            sql.update("DROP TABLE temp.held_words");
            sql.update("DROP TABLE temp.wanted_words");
            sql.update("DROP TABLE temp.wanted");
            return held.isSame(wanted);
        });
    }

    private void count(Part part, Sum sum) {
        sum.texts += part.texts;
        add("wanted_words", sum);
        sql.update("INSERT INTO temp.wanted (wanted) VALUES ('delete-all')");
        part.texts = 0;
        part.characters = 0;
    }

    /** Of each word in how many places it stands, and two sums that no other places of it are likely to give. */
    private void add(String vocabulary, Sum sum) {
        sql.each(
                "SELECT term, count(*), sum(doc), sum((doc % 8191 + 1) * (\"offset\" + 1)) FROM temp." + vocabulary
                        + " GROUP BY term",
                r -> {
                    byte[] hash = Sha256.of(salt, r.getString(1).getBytes(StandardCharsets.UTF_8));
                    sum.words += number(hash, 0) * r.getLong(2);
                    sum.records += number(hash, 8) * r.getLong(3);
                    sum.places += number(hash, 16) * r.getLong(4);
                });
    }

    /** Odd, so that no factor of two is lost. */
    private static long number(byte[] hash, int from) {
        return java.nio.ByteBuffer.wrap(hash).getLong(from) | 1;
    }
}
