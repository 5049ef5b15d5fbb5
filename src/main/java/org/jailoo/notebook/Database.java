package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.jailoo.notebook.NotebookException.Fault;
import org.sqlite.SQLiteConfig;
import org.sqlite.SQLiteConnection;
import org.sqlite.SQLiteException;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/** Opens encrypted SQLite files with the settings that were tried; nothing else in the program makes a connection. */
final class Database {
    /** The bytes at the start of the file that are its salt; keys are wrapped for this very salt. */
    static final int SALT_BYTES = 16;

    private static final byte[] PLAIN = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    /** The form of a notebook's file that this version writes. */
    static final int LATEST = 6;

    private static final String LOG = "-wal";
    /** SQLite brings in a log of a thousand pages by itself, within the commit that makes it so long. */
    private static final long BROUGHT_IN = 3L << 20;

    private Database() {}

    /**
     * A connection to the notebook's file, migrated to the latest form.
     *
     * @param verifiedKey the 32-byte data key, already shown to belong to this very file, or the key of a file that
     *     does not exist yet
     */
    static Sql open(Path file, byte[] verifiedKey) {
        boolean left = size(beside(file, LOG)) > 0;
        if (size(file) > 0) {
            salt(file);
        }
        requireReadableLog(file, 1);
        if (left) {
            requireKnownForm(file, verifiedKey);
        }
        Sql sql = connect(file, verifiedKey);
        boolean open = false;
        try {
            long version = version(sql);
            sql.script("PRAGMA journal_mode = WAL");
            sql.script("PRAGMA synchronous = FULL");
            sql.script("PRAGMA secure_delete = ON");
            sql.script("PRAGMA foreign_keys = ON");
            requireSettings(sql);
            migrate(sql, version);
            if (left) {
                emptyLog(sql);
            }
            sql.beforeEachCommit(() -> requireReadableLog(file, BROUGHT_IN));
            open = true;
            return sql;
        } finally {
            if (!open) {
                sql.close();
            }
        }
    }

    /**
     * Looks at the form of a file beside which a log was left, and changes nothing: whoever closes a file as the last one
     * brings the log into it, and that of a later form is none of ours.
     */
    private static void requireKnownForm(Path file, byte[] verifiedKey) {
        Path index = beside(file, "-shm");
        boolean indexed = Files.exists(index);
        try (Sql sql = connect(file, verifiedKey, true)) {
            version(sql);
        } finally {
            if (!indexed) {
                remove(index);
            }
        }
    }

    /** Removes what SQLite makes anew whenever it is needed. */
    private static void remove(Path index) {
        try {
            Files.deleteIfExists(index);
        } catch (IOException e) {
            // It says nothing that the log does not say.
            return;
        }
    }

    /** A second connection that reads a file opened before: it changes nothing, and never empties the log. */
    static Sql openReader(Path file, byte[] verifiedKey) {
        Sql sql = connect(file, verifiedKey);
        boolean open = false;
        try {
            sql.script("PRAGMA wal_autocheckpoint = 0");
            sql.script("PRAGMA cache_size = -49152");
            sql.script("PRAGMA query_only = ON");
            open = true;
            return sql;
        } finally {
            if (!open) {
                sql.close();
            }
        }
    }

    /** Brings the log of the last transactions into the database and empties it: what it held is gone from it. */
    static void emptyLog(Sql sql) {
        requireReadableLog(sql.file(), 1);
        if (sql.number("PRAGMA wal_checkpoint(TRUNCATE)") != 0) {
            throw new NotebookException(Fault.BUSY, "the log cannot be emptied while it is read");
        }
    }

    /**
     * Does nothing where the log can be read, or is shorter than so many bytes. Read before SQLite does, and whole: a page of
     * the log that cannot be read while it is brought in is not noticed by the library that encrypts, and another page is
     * written in its place. What was just read is in memory, and cannot fail a moment later.
     */
    static void requireReadableLog(Path file, long from) {
        Path log = beside(file, LOG);
        if (size(log) < from) {
            return;
        }
        ByteBuffer buffer = ByteBuffer.allocate(256 * 1024);
        try (FileChannel channel = FileChannel.open(log, StandardOpenOption.READ)) {
            while (channel.read(buffer) >= 0) {
                buffer.clear();
            }
        } catch (NoSuchFileException e) {
            return;
        } catch (IOException e) {
            throw new NotebookException(Fault.NOT_WRITABLE, "the log cannot be read", e);
        }
    }

    private static Path beside(Path file, String ending) {
        return file.resolveSibling(file.getFileName() + ending);
    }

    private static long size(Path file) {
        try {
            return Files.size(file);
        } catch (NoSuchFileException e) {
            return 0;
        } catch (IOException e) {
            throw new NotebookException(Fault.NOT_WRITABLE, "cannot read " + file, e);
        }
    }

    /** A setting that did not take, as where a file system cannot hold a log, must not pass unseen. */
    private static void requireSettings(Sql sql) {
        for (String[] setting : new String[][] {
            {"cipher", "sqlcipher"},
            {"journal_mode", "wal"},
            {"synchronous", "2"},
            {"temp_store", "2"},
            {"secure_delete", "1"},
            {"foreign_keys", "1"}
        }) {
            String is = sql.first("PRAGMA " + setting[0], r -> r.getString(1));
            if (!setting[1].equals(is)) {
                throw new NotebookException(Fault.NOT_WRITABLE, setting[0] + " is " + is + ", not " + setting[1]);
            }
        }
    }

    /** A connection to a file that lives no longer than one import: no journal, no waiting for the disk. */
    static Sql openScratch(Path file, byte[] key) {
        Sql sql = connect(file, key);
        sql.script("PRAGMA journal_mode = OFF");
        sql.script("PRAGMA synchronous = OFF");
        return sql;
    }

    /**
     * A connection to a file that bears no name yet: without a journal and without waiting for the disk, because what is
     * not whole in the end is thrown away. It has the tables of the latest form.
     */
    static Sql openUnnamed(Path file, byte[] key) {
        Sql sql = connect(file, key);
        boolean open = false;
        try {
            sql.script("PRAGMA journal_mode = OFF");
            sql.script("PRAGMA synchronous = OFF");
            sql.script("PRAGMA secure_delete = ON");
            migrate(sql, version(sql));
            open = true;
            return sql;
        } finally {
            if (!open) {
                sql.close();
            }
        }
    }

    /** Loads the library, which is unpacked first where it does not lie beside the program. */
    static void warm() {
        connect(":memory:", Path.of(""), new byte[32], false).close();
    }

    /** A bare connection. */
    static Sql connect(Path file, byte[] key) {
        return connect(file, key, false);
    }

    private static Sql connect(Path file, byte[] key, boolean onlyReads) {
        return connect(file.toAbsolutePath().toString(), file, key, onlyReads);
    }

    private static Sql connect(String name, Path file, byte[] key, boolean onlyReads) {
        SQLiteConfig config =
                SQLiteMCSqlCipherConfig.getV4Defaults().withRawUnsaltedKey(key).build();
        config.setReadOnly(onlyReads);
        Properties properties = config.toProperties();
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + name, properties);
            forgetKey(connection);
            Sql sql = new Sql(connection, file);
            boolean connected = false;
            try {
                sql.script("PRAGMA page_size = 4096");
                sql.script("PRAGMA temp_store = MEMORY");
                sql.script("PRAGMA cache_size = -65536");
                sql.script("PRAGMA mmap_size = 0");
                sql.script("PRAGMA busy_timeout = 5000");
                connected = true;
                return sql;
            } finally {
                if (!connected) {
                    sql.close();
                }
            }
        } catch (SQLiteException e) {
            throw Sql.told(e);
        } catch (SQLException e) {
            // The driver's own word, without a code: there is no such folder, or no file may be made in it.
            throw new NotebookException(Fault.NOT_WRITABLE, "database: " + e.getMessage(), e);
        }
    }

    /** The driver remembers its settings as long as somebody holds the connection, the key among them as a text. */
    private static void forgetKey(Connection connection) throws SQLException {
        Properties kept = connection
                .unwrap(SQLiteConnection.class)
                .getDatabase()
                .getConfig()
                .toProperties();
        kept.remove(SQLiteConfig.Pragma.KEY.getPragmaName());
        kept.remove(SQLiteConfig.Pragma.PASSWORD.getPragmaName());
    }

    /** The form of the file, asked before anything is changed in it. */
    private static long version(Sql sql) {
        long version = sql.number("PRAGMA user_version");
        if (version > LATEST) {
            throw new NotebookException(Fault.NEWER, "written by a newer version of the program");
        }
        return version;
    }

    private static void migrate(Sql sql, long version) {
        for (long next = version + 1; next <= LATEST; next++) {
            long number = next;
            sql.inTransaction(() -> {
                sql.script(migration(number));
                sql.script("PRAGMA user_version = " + number);
                return number;
            });
        }
    }

    private static String migration(long number) {
        String name = String.format("%03d.sql", number);
        try (InputStream in = Database.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("no migration " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The file's salt, 16 bytes; refuses a file that is not encrypted. */
    static byte[] salt(Path file) {
        try (RandomAccessFile raw = new RandomAccessFile(file.toFile(), "r")) {
            byte[] start = new byte[SALT_BYTES];
            raw.readFully(start);
            if (Arrays.equals(start, PLAIN)) {
                throw new NotebookException(Fault.DAMAGED, "the file is not encrypted");
            }
            return start;
        } catch (java.io.FileNotFoundException | NoSuchFileException e) {
            throw new NotebookException(Fault.MISSING, "no notebook at " + file, e);
        } catch (java.io.EOFException e) {
            throw new NotebookException(Fault.DAMAGED, "the file is cut off", e);
        } catch (IOException e) {
            throw new NotebookException(Fault.NOT_WRITABLE, "cannot read " + file, e);
        }
    }
}
