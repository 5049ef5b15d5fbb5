package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.function.LongConsumer;
import org.jailoo.history.Sha256;
import org.jailoo.record.RecordId;
import org.jspecify.annotations.Nullable;

/** Files by the SHA-256 of their bytes, kept in chunks inside the encrypted database. */
public final class Attachments {
    /** The largest file, in bytes: 64 MiB. */
    public static final long MAX_SIZE = 64L << 20;

    /** How much of a file stands in a chunk, in bytes; the last one alone is shorter. */
    public static final int CHUNK = 256 * 1024;

    /** How many chunks go in at once: the one writer is held for some hundredths of a second. */
    private static final int SLICE = 8;

    /** Stands in place of the size until the file is whole. */
    private static final int UNFINISHED = -1;

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

    /**
     * Stores a file slice by slice, so that drafts are kept meanwhile; it is seen once it is whole. The source is read
     * outside of every transaction: a slow stick holds nobody up. What a killed process leaves goes at the next opening.
     *
     * @param done told after each slice how many bytes went in; what it throws ends the adding
     * @throws IOException if the source fails or holds more than 64 MiB; nothing of it stays then
     */
    public Stored add(InputStream source, LongConsumer done) throws IOException {
        if (sql.isWriting()) {
            throw new IllegalStateException("inside a transaction a file is stored at once");
        }
        // Any name that no file has.
        String name = "adding " + RecordId.random();
        sql.update("INSERT INTO attachment (sha256, size) VALUES (?, ?)", name, UNFINISHED);
        long key = sql.number("SELECT key FROM attachment WHERE sha256 = ?", name);
        boolean kept = false;
        try {
            Stored stored = pour(source, key, done);
            kept = sql.inTransaction(() -> size(stored.sha256()) == null
                    && sql.update(
                                    "UPDATE attachment SET sha256 = ?, size = ? WHERE key = ?",
                                    stored.sha256(),
                                    stored.size(),
                                    key)
                            == 1);
            return stored;
        } finally {
            if (!kept) {
                remove(key);
            }
        }
    }

    private Stored pour(InputStream source, long key, LongConsumer done) throws IOException {
        MessageDigest digest = Sha256.start();
        long size = 0;
        int place = 0;
        boolean more = true;
        while (more) {
            List<byte[]> slice = new ArrayList<>();
            while (more && slice.size() < SLICE) {
                byte[] chunk = source.readNBytes(CHUNK);
                more = chunk.length == CHUNK;
                if (chunk.length > 0) {
                    digest.update(chunk);
                    size += chunk.length;
                    slice.add(chunk);
                }
                if (size > MAX_SIZE) {
                    throw new IOException("more than 64 MiB");
                }
            }
            int from = place;
            sql.inTransaction(() -> {
                for (int i = 0; i < slice.size(); i++) {
                    sql.update(
                            "INSERT INTO chunk (attachment, place, data) VALUES (?, ?, ?)",
                            key,
                            from + i,
                            slice.get(i));
                }
                return key;
            });
            place += slice.size();
            done.accept(size);
        }
        return new Stored(HexFormat.of().formatHex(digest.digest()), size);
    }

    /** Removes what stands under a key, slice by slice; the row goes last, so that nothing is left without one. */
    private void remove(long key) {
        while (sql.update(
                        "DELETE FROM chunk WHERE attachment = ? AND place IN"
                                + " (SELECT place FROM chunk WHERE attachment = ? ORDER BY place DESC LIMIT ?)",
                        key,
                        key,
                        SLICE)
                > 0) {
            // The next slice.
        }
        sql.update("DELETE FROM attachment WHERE key = ?", key);
    }

    /**
     * Removes files that were never added to their end, and those that no body and no draft names: of a form that was
     * left without saving. At the opening alone, while no form is open that could be about to name one.
     */
    void removeAbandoned(Drafts drafts) {
        List<Long> left = sql.list("SELECT key FROM attachment WHERE size < 0", r -> r.getLong(1));
        Map<String, Long> unnamed = new HashMap<>();
        sql.each(
                "SELECT a.sha256, a.key FROM attachment a WHERE a.size >= 0 AND NOT EXISTS"
                        + " (SELECT 1 FROM naming n WHERE n.sha256 = a.sha256)",
                r -> unnamed.put(r.getString(1), r.getLong(2)));
        left.forEach(this::remove);
        if (!unnamed.isEmpty() && !drafts.takeNamed(unnamed.keySet())) {
            // A draft that cannot be read may name any of them.
            return;
        }
        unnamed.values().forEach(this::remove);
    }

    /** Removes those of some files that no body names any more. */
    void removeUnnamed(List<String> files) {
        for (String sha256 : files) {
            if (sql.number("SELECT count(*) FROM naming WHERE sha256 = ?", sha256) == 0) {
                sql.update(
                        "DELETE FROM chunk WHERE attachment = (SELECT key FROM attachment WHERE sha256 = ?)", sha256);
                sql.update("DELETE FROM attachment WHERE sha256 = ?", sha256);
            }
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

    /** A chunk of a held file, from 0; null where there is none. */
    public byte @Nullable [] chunk(String sha256, int place) {
        return sql.first(
                "SELECT c.data FROM chunk c JOIN attachment a ON a.key = c.attachment WHERE a.sha256 = ?"
                        + " AND c.place = ?",
                r -> r.getBytes(1),
                sha256,
                place);
    }

    /** The SHA-256 of every held file, ascending. */
    public List<String> all() {
        return sql.list("SELECT sha256 FROM attachment WHERE size >= 0 ORDER BY sha256", r -> r.getString(1));
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

    /** Hands over every naming of a file that is not held. */
    public void eachNamingOfLacking(java.util.function.Consumer<Naming> take) {
        sql.each(
                "SELECT n.sha256, w.device, w.instance, r.seq, r.record FROM naming n"
                        + " JOIN revision r ON r.key = n.revision JOIN writer w ON w.key = r.writer"
                        + " WHERE NOT EXISTS (SELECT 1 FROM attachment a WHERE a.sha256 = n.sha256) ORDER BY n.sha256",
                r -> take.accept(
                        new Naming(r.getString(1), r.getString(2), r.getString(3), r.getLong(4), r.getInt(5))));
    }

    /** The files that the held bodies of a record name, ascending, held or not. */
    public List<String> namedIn(String record) {
        return sql.list(
                "SELECT DISTINCT n.sha256 FROM naming n JOIN revision r ON r.key = n.revision"
                        + " JOIN record c ON c.key = r.record WHERE c.id = ? ORDER BY n.sha256",
                r -> r.getString(1),
                record);
    }

    /** The records of which any held body names the file, ascending. */
    public List<String> recordsNaming(String sha256) {
        return sql.list(
                "SELECT DISTINCT c.id FROM naming n JOIN revision r ON r.key = n.revision"
                        + " JOIN record c ON c.key = r.record WHERE n.sha256 = ? ORDER BY c.id",
                r -> r.getString(1),
                sha256);
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
