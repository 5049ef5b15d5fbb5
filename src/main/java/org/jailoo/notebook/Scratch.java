package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jailoo.record.AttachmentNames;
import org.jspecify.annotations.Nullable;

/**
 * Where an import waits until a person has seen it: a database of its own beside the notebook, under a random key that
 * is written nowhere. Dropping it, or losing the process, leaves nothing that could be read.
 */
public final class Scratch implements AutoCloseable {
    private static final String SCHEMA = """
            CREATE TABLE revision (
              key INTEGER PRIMARY KEY, id BLOB NOT NULL UNIQUE, record TEXT NOT NULL, edit INTEGER NOT NULL,
              signature TEXT NOT NULL, header BLOB NOT NULL, salt BLOB, time TEXT, body BLOB);
            CREATE TABLE naming (sha256 TEXT PRIMARY KEY) WITHOUT ROWID;
            CREATE TABLE attachment (key INTEGER PRIMARY KEY, sha256 TEXT NOT NULL UNIQUE, size INTEGER NOT NULL);
            CREATE TABLE fate (
              key INTEGER PRIMARY KEY, record TEXT NOT NULL UNIQUE, type TEXT NOT NULL, fate INTEGER NOT NULL,
              conflict INTEGER NOT NULL, waiting INTEGER NOT NULL);
            CREATE TABLE chunk (key INTEGER PRIMARY KEY, attachment INTEGER NOT NULL, data BLOB NOT NULL);
            BEGIN""";

    /** Pages of a database that is read and filled, in KiB as the pragma takes them. */
    private static final int AWAKE = -65_536;

    private static final int RESTING = -256;

    private final Path file;
    private final Sql sql;
    private boolean indexed;
    private boolean resting;
    private boolean closed;

    private Scratch(Path file, Sql sql) {
        this.file = file;
        this.sql = sql;
    }

    /** A place beside a notebook that need not exist yet. */
    public static Scratch beside(Path notebook) {
        return create(new NotebookFiles(notebook));
    }

    static Scratch create(NotebookFiles files) {
        SecureRandom random = new SecureRandom();
        byte[] name = new byte[8];
        byte[] key = new byte[32];
        random.nextBytes(name);
        random.nextBytes(key);
        Path file = files.staging(name);
        Sql sql = Database.openScratch(file, key);
        Arrays.fill(key, (byte) 0);
        Scratch scratch = new Scratch(file, sql);
        boolean made = false;
        try {
            sql.script(SCHEMA);
            made = true;
            return scratch;
        } finally {
            if (!made) {
                scratch.close();
            }
        }
    }

    /** Adds a revision; false where one of the same id was added before. */
    public boolean add(Revision revision) {
        Content content = revision.content();
        int added = sql.update(
                "INSERT OR IGNORE INTO revision (id, record, edit, signature, header, salt, time, body)"
                        + " VALUES (?, ?, ?, ?, ?, ?, ?, ?)",
                HexFormat.of().parseHex(revision.id()),
                revision.header().record(),
                revision.header().isEdit() ? 1 : 0,
                revision.signature(),
                revision.header().canonical(),
                content == null ? null : content.salt(),
                content == null ? null : content.time(),
                content == null ? null : content.canonicalBody());
        if (content != null) {
            for (String sha256 : AttachmentNames.in(content.body())) {
                sql.update("INSERT OR IGNORE INTO naming (sha256) VALUES (?)", sha256);
            }
        }
        return added > 0;
    }

    /** Whether an edit came without its body, though no purge of its record came with it. */
    public boolean hasUnpurgedEditWithoutBody() {
        return sql.number("SELECT count(*) FROM revision r WHERE edit = 1 AND body IS NULL AND NOT EXISTS"
                        + " (SELECT 1 FROM revision p WHERE p.edit = 0 AND p.record = r.record)")
                > 0;
    }

    /** Whether a body that was added names this file. */
    public boolean names(String sha256) {
        return sql.number("SELECT count(*) FROM naming WHERE sha256 = ?", sha256) > 0;
    }

    /** Takes a file's bytes in chunks; null where one of that hash was added before. */
    public @Nullable OutputStream attachment(String sha256, long size) {
        if (sql.update("INSERT OR IGNORE INTO attachment (sha256, size) VALUES (?, ?)", sha256, size) == 0) {
            return null;
        }
        long key = sql.number("SELECT last_insert_rowid()");
        return new java.io.BufferedOutputStream(
                new OutputStream() {
                    @Override
                    public void write(int b) {
                        write(new byte[] {(byte) b}, 0, 1);
                    }

                    @Override
                    public void write(byte[] bytes, int from, int length) {
                        sql.update(
                                "INSERT INTO chunk (attachment, data) VALUES (?, ?)",
                                key,
                                Arrays.copyOfRange(bytes, from, from + length));
                    }
                },
                Attachments.CHUNK);
    }

    /**
     * Does something with what came, which rests before and after in its file: many may wait at once, and none of them
     * keeps its pages in memory meanwhile.
     */
    public <T> T awake(Supplier<T> work) {
        T done = last(work);
        rest();
        return done;
    }

    /**
     * The same where it is not needed any more once that is done: what was done elsewhere shall not be said to have failed
     * because this file cannot be put to rest.
     */
    public <T> T last(Supplier<T> work) {
        wake();
        boolean done = false;
        try {
            T result = work.get();
            done = true;
            return result;
        } finally {
            if (!done) {
                restIfPossible();
            }
        }
    }

    private void wake() {
        sql.script("PRAGMA cache_size = " + AWAKE);
        if (resting) {
            sql.script("BEGIN");
            resting = false;
        }
    }

    private void restIfPossible() {
        try {
            rest();
        } catch (NotebookException e) {
            // Another failure is on its way, of the same disk most likely; who tries again meets this one, too.
        }
    }

    /** Puts what was added into the file and gives the memory back. */
    public void rest() {
        if (!resting) {
            index();
            sql.script("COMMIT");
            resting = true;
        }
        sql.script("PRAGMA cache_size = " + RESTING);
        sql.script("PRAGMA shrink_memory");
    }

    /** What is told of each record that came. */
    public Fates fates() {
        return new Fates(sql);
    }

    /** Hands over the hash of every file that a body names. */
    public void eachNamed(Consumer<String> take) {
        sql.each("SELECT sha256 FROM naming ORDER BY sha256", r -> take.accept(r.getString(1)));
    }

    private void index() {
        if (!indexed) {
            sql.script("CREATE INDEX revision_record ON revision (record)");
            sql.script("CREATE INDEX revision_purge ON revision (key) WHERE edit = 0");
            indexed = true;
        }
    }

    /** Hands over the ids of the records that came, ascending. */
    public void eachRecord(Consumer<String> take) {
        index();
        sql.each("SELECT DISTINCT record FROM revision ORDER BY record", r -> take.accept(r.getString(1)));
    }

    /** Hands over what came of one record, in file order. */
    public void eachOf(String record, Consumer<Revision> take) {
        index();
        sql.each(
                "SELECT header, signature, salt, time, body FROM revision WHERE record = ? ORDER BY key",
                r -> take.accept(revision(r.getBytes(1), r.getString(2), r.getBytes(3), r.getString(4), r.getBytes(5))),
                record);
    }

    /** Hands over the purges that came, in file order. */
    public void eachPurge(Consumer<Header> take) {
        index();
        sql.each(
                "SELECT header, signature FROM revision WHERE edit = 0 ORDER BY key",
                r -> take.accept(revision(r.getBytes(1), r.getString(2), null, null, null)
                        .header()));
    }

    /** Hands over every file that came: its hash and size. */
    public void eachAttachment(Consumer<Attachments.Stored> take) {
        sql.each(
                "SELECT sha256, size FROM attachment ORDER BY key",
                r -> take.accept(new Attachments.Stored(r.getString(1), r.getLong(2))));
    }

    /** The bytes of a file that came, chunk by chunk. */
    public InputStream open(String sha256) {
        long attachment = sql.number("SELECT key FROM attachment WHERE sha256 = ?", sha256);
        List<Long> chunks =
                sql.list("SELECT key FROM chunk WHERE attachment = ? ORDER BY key", r -> r.getLong(1), attachment);
        long size = sql.number("SELECT size FROM attachment WHERE key = ?", attachment);
        return new ChunkStream(
                size,
                number -> number == chunks.size()
                        ? null
                        : sql.first("SELECT data FROM chunk WHERE key = ?", r -> r.getBytes(1), chunks.get(number)));
    }

    private static Revision revision(
            byte[] header, String signature, byte @Nullable [] salt, @Nullable String time, byte @Nullable [] body) {
        try {
            Content content = salt == null || time == null || body == null
                    ? null
                    : Content.of(salt, time, (Json.Obj) JsonReader.parse(body, Content.MAX_DEPTH + 1));
            return new Revision(Header.of((Json.Obj) JsonReader.parse(header, 8)), signature, content);
        } catch (FormatException | JsonException e) {
            throw new NotebookException(Fault.DAMAGED, "a staged revision", e);
        }
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        try {
            sql.close();
        } finally {
            try {
                Files.deleteIfExists(file);
            } catch (IOException e) {
                // Unreadable without its key; removed at the next opening.
            }
        }
    }
}
