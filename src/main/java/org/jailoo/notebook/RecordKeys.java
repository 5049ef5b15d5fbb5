package org.jailoo.notebook;

import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** The records of a notebook by their keys, which are ascending as records came to stand in it. */
public final class RecordKeys {
    private static final int PART = 1_000;

    private final Sql sql;

    RecordKeys(Sql sql) {
        this.sql = sql;
    }

    /** The id of a record; null where there is none of this key. */
    public @Nullable String idOf(int key) {
        return sql.first("SELECT id FROM record WHERE key = ?", r -> r.getString(1), key);
    }

    /**
     * Hands over the ids of all records as they came: what they hold lies in the file in about that order, and the search
     * index takes words in no other without writing them out each time. Only a part of the ids is in memory.
     */
    public void eachAsItCame(Consumer<String> take) {
        record Row(long key, String id) {}
        long last = 0;
        List<Row> part;
        do {
            part = sql.list(
                    "SELECT key, id FROM record WHERE key > ? ORDER BY key LIMIT ?",
                    r -> new Row(r.getLong(1), r.getString(2)),
                    last,
                    PART);
            for (Row row : part) {
                take.accept(row.id());
                last = row.key();
            }
        } while (part.size() == PART);
    }

    /** Takes the key of a record, and the type that it has. */
    public interface OfTypeTaker {
        void take(String type, int key);
    }

    /** Hands over the keys of all records that have a type, ascending by their ids. */
    public void eachOfAType(OfTypeTaker take) {
        sql.each(
                "SELECT s.type, s.record FROM record r JOIN state s ON s.record = r.key ORDER BY r.id",
                r -> take.take(r.getString(1), r.getInt(2)));
    }
}
