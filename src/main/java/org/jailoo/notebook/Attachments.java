package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import org.jailoo.history.Sha256;
import org.jspecify.annotations.Nullable;

/** Files by the SHA-256 of their bytes, kept in chunks inside the encrypted database. */
public final class Attachments {
    /** The largest file, in bytes: 64 MiB. */
    public static final long MAX_SIZE = 64L << 20;

    static final int CHUNK = 256 * 1024;

    private final Sql sql;

    Attachments(Sql sql) {
        this.sql = sql;
    }

    /** A stored file. */
    public record Stored(String sha256, long size) {}

    /**
     * Stores a file as it streams in, in one transaction; one that is held already is not stored twice.
     *
     * @throws IOException if the source fails or holds more than 64 MiB; nothing is stored then
     */
    public Stored store(InputStream source) throws IOException {
        try {
            return sql.inTransaction(() -> {
                try {
                    return storeHere(source);
                } catch (IOException e) {
                    throw new SourceFailed(e);
                }
            });
        } catch (SourceFailed e) {
            throw e.cause;
        }
    }

    private Stored storeHere(InputStream source) throws IOException {
        sql.update("INSERT INTO attachment (sha256, size) VALUES ('', 0)");
        long key = sql.number("SELECT last_insert_rowid()");
        MessageDigest digest = Sha256.start();
        byte[] chunk = new byte[CHUNK];
        long size = 0;
        int place = 0;
        for (int n = source.readNBytes(chunk, 0, CHUNK); n > 0; n = source.readNBytes(chunk, 0, CHUNK)) {
            size += n;
            if (size > MAX_SIZE) {
                throw new IOException("more than 64 MiB");
            }
            digest.update(chunk, 0, n);
            sql.update(
                    "INSERT INTO chunk (attachment, place, data) VALUES (?, ?, ?)",
                    key,
                    place++,
                    n == CHUNK ? chunk : Arrays.copyOf(chunk, n));
        }
        String sha256 = HexFormat.of().formatHex(digest.digest());
        if (size(sha256) != null) {
            sql.update("DELETE FROM chunk WHERE attachment = ?", key);
            sql.update("DELETE FROM attachment WHERE key = ?", key);
        } else {
            sql.update("UPDATE attachment SET sha256 = ?, size = ? WHERE key = ?", sha256, size, key);
        }
        return new Stored(sha256, size);
    }

    /** The size of a held file in bytes, null where it is not held. */
    public @Nullable Long size(String sha256) {
        return sql.first("SELECT size FROM attachment WHERE sha256 = ?", r -> r.getLong(1), sha256);
    }

    /** A held file's bytes, one chunk in memory at a time; those of a file that is not held fail to open. */
    public InputStream open(String sha256) throws IOException {
        Long key = sql.first("SELECT key FROM attachment WHERE sha256 = ?", r -> r.getLong(1), sha256);
        Long size = size(sha256);
        if (key == null || size == null) {
            throw new IOException("not held: " + sha256);
        }
        return new ChunkStream(
                size,
                place -> sql.first(
                        "SELECT data FROM chunk WHERE attachment = ? AND place = ?", r -> r.getBytes(1), key, place));
    }

    /** The SHA-256 of every held file, ascending. */
    public List<String> all() {
        return sql.list("SELECT sha256 FROM attachment ORDER BY sha256", r -> r.getString(1));
    }

    /** Files that held bodies name and that are not held, ascending. */
    public List<String> lacking(int limit) {
        return sql.list(
                "SELECT DISTINCT sha256 FROM naming n WHERE NOT EXISTS"
                        + " (SELECT 1 FROM attachment a WHERE a.sha256 = n.sha256) ORDER BY sha256 LIMIT ?",
                r -> r.getString(1),
                limit);
    }

    /** A body that names a file. */
    public record Naming(String sha256, String device, String instance, long seq, int record) {}

    /** Hands over every naming of a held file. */
    public void eachNamingOfHeld(java.util.function.Consumer<Naming> take) {
        sql.each(
                "SELECT n.sha256, w.device, w.instance, r.seq, r.record FROM naming n"
                        + " JOIN attachment a ON a.sha256 = n.sha256 JOIN revision r ON r.key = n.revision"
                        + " JOIN writer w ON w.key = r.writer ORDER BY n.sha256",
                r -> take.accept(
                        new Naming(r.getString(1), r.getString(2), r.getString(3), r.getLong(4), r.getInt(5))));
    }

    /** Whether a held body names the file. */
    public boolean isNamed(String sha256) {
        return sql.number("SELECT count(*) FROM naming WHERE sha256 = ?", sha256) > 0;
    }

    private static final class SourceFailed extends RuntimeException {
        private final IOException cause;

        SourceFailed(IOException cause) {
            super(cause);
            this.cause = cause;
        }
    }
}
