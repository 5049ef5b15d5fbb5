package org.jailoo.notebook;

import java.util.BitSet;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Which types of revisions are held, and in which records: told from an index of those alone that may name people. */
public final class HeldTypes {
    /** The types that the index {@code revision_named} leaves out: all of them free of names. */
    static final List<String> OPEN = List.of("campaign", "participant", "interview", "focusGroup", "recommendation");

    private static final String NAMED = "type NOT IN ('" + String.join("', '", OPEN) + "')";

    private final Sql sql;

    HeldTypes(Sql sql) {
        this.sql = sql;
    }

    /** Every type that a revision has, and the common ones whether there is one or not; ascending. */
    public SortedSet<String> all() {
        SortedSet<String> types = new TreeSet<>(OPEN);
        // Each next one by a step in the index: there are few types and very many revisions.
        String next = after("");
        while (next != null) {
            types.add(next);
            next = after(next);
        }
        return types;
    }

    private @Nullable String after(String type) {
        return sql.first(
                "SELECT type FROM revision INDEXED BY revision_named WHERE " + NAMED
                        + " AND type > ? ORDER BY type LIMIT 1",
                r -> r.getString(1),
                type);
    }

    /** Keys of the records of which any revision has this type. */
    public BitSet records(String type) {
        BitSet keys = new BitSet();
        boolean open = OPEN.contains(type);
        sql.each(
                "SELECT record FROM revision" + (open ? "" : " INDEXED BY revision_named") + " WHERE type = ?"
                        + (open ? "" : " AND " + NAMED),
                r -> keys.set(r.getInt(1)),
                type);
        return keys;
    }
}
