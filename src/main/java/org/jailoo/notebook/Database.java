package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.Properties;
import org.jailoo.notebook.NotebookException.Fault;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/** Opens encrypted SQLite files with the settings that were tried; nothing else in the program makes a connection. */
final class Database {
    /** The bytes at the start of the file that are its salt; keys are wrapped for this very salt. */
    static final int SALT_BYTES = 16;

    private static final byte[] PLAIN = "SQLite format 3\0".getBytes(StandardCharsets.US_ASCII);
    private static final int LATEST = 1;

    private Database() {}

    /**
     * A connection to the notebook's file, migrated to the latest form.
     *
     * @param verifiedKey the 32-byte data key, already shown to belong to this very file, or the key of a file that
     *     does not exist yet
     */
    static Sql open(Path file, byte[] verifiedKey) {
        Sql sql = connect(file, verifiedKey);
        try {
            sql.script("PRAGMA journal_mode = WAL");
            sql.script("PRAGMA synchronous = FULL");
            sql.script("PRAGMA secure_delete = ON");
            sql.script("PRAGMA foreign_keys = ON");
            migrate(sql);
            requireEncrypted(file);
            return sql;
        } catch (RuntimeException e) {
            sql.close();
            throw e;
        }
    }

    /** A connection to a file that lives no longer than one import: no journal, no waiting for the disk. */
    static Sql openScratch(Path file, byte[] key) {
        Sql sql = connect(file, key);
        sql.script("PRAGMA journal_mode = OFF");
        sql.script("PRAGMA synchronous = OFF");
        return sql;
    }

    private static Sql connect(Path file, byte[] key) {
        Properties properties = SQLiteMCSqlCipherConfig.getV4Defaults()
                .withRawUnsaltedKey(key)
                .build()
                .toProperties();
        try {
            Connection connection = DriverManager.getConnection("jdbc:sqlite:" + file.toAbsolutePath(), properties);
            Sql sql = new Sql(connection);
            sql.script("PRAGMA page_size = 4096");
            sql.script("PRAGMA temp_store = MEMORY");
            sql.script("PRAGMA cache_size = -65536");
            sql.script("PRAGMA mmap_size = 0");
            sql.script("PRAGMA busy_timeout = 5000");
            return sql;
        } catch (SQLException e) {
            throw Sql.told(e);
        }
    }

    private static void migrate(Sql sql) {
        long version = sql.number("PRAGMA user_version");
        if (version > LATEST) {
            throw new NotebookException(Fault.DAMAGED, "written by a newer version of the program");
        }
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

    private static void requireEncrypted(Path file) {
        if (Files.exists(file)) {
            salt(file);
        }
    }
}
