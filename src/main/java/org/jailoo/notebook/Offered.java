package org.jailoo.notebook;

import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The files of the shared folder, by name and content: what was found in those of others, and which ones are ours. */
public final class Offered {
    private final Sql sql;
    private final NotebookFiles files;

    Offered(Sql sql, NotebookFiles files) {
        this.sql = sql;
        this.files = files;
    }

    /**
     * A new name beside the notebook for a file that is to leave it; what an interrupted process leaves there is removed
     * at the next opening.
     */
    public Path newOutgoing() {
        byte[] name = new byte[8];
        new SecureRandom().nextBytes(name);
        return files.staging(name);
    }

    /**
     * A file.
     *
     * @param modified in milliseconds, as its folder says
     * @param sha256 of its bytes; empty where it was not read to its end
     * @param bundle the bundle's id, as the file says; null where it could not be read
     * @param sender the device that it says to be from
     * @param verdict a stable word
     * @param seen when it was first found so, by this laptop's clock
     */
    public record Row(
            String name,
            long size,
            long modified,
            String sha256,
            @Nullable String bundle,
            @Nullable String sender,
            String verdict,
            String seen) {}

    /** All of them, ascending by name. */
    public List<Row> all() {
        return sql.list(
                "SELECT name, size, modified, sha256, bundle, sender, verdict, seen FROM offered ORDER BY name, sha256",
                r -> new Row(
                        r.getString(1),
                        r.getLong(2),
                        r.getLong(3),
                        r.getString(4),
                        r.getString(5),
                        r.getString(6),
                        r.getString(7),
                        r.getString(8)));
    }

    /** Remembers a file, in place of what was remembered of this name and content. */
    public void put(Row row, @Nullable String word) {
        sql.update(
                "INSERT OR REPLACE INTO offered (name, size, modified, sha256, bundle, sender, verdict, seen, word)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
                row.name(),
                row.size(),
                row.modified(),
                row.sha256(),
                row.bundle(),
                row.sender(),
                row.verdict(),
                row.seen(),
                word);
    }

    /** What a file of ours said; null of any other. */
    public @Nullable String word(String name) {
        return sql.first("SELECT word FROM offered WHERE name = ? AND word IS NOT NULL", r -> r.getString(1), name);
    }

    /** Forgets all: another folder is looked into from now on. */
    public void clear() {
        sql.update("DELETE FROM offered");
    }

    /** Forgets a file. */
    public void remove(String name, String sha256) {
        sql.update("DELETE FROM offered WHERE name = ? AND sha256 = ?", name, sha256);
    }
}
