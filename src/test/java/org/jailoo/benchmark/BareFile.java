package org.jailoo.benchmark;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.HexFormat;
import java.util.Objects;
import org.jailoo.history.Content;
import org.jailoo.history.Revision;
import org.jailoo.search.Folding;
import org.sqlite.mc.SQLiteMCSqlCipherConfig;

/** An encrypted file of the same driver with the settings of a notebook, and nothing of the program around it. */
final class BareFile implements AutoCloseable {
    private final Connection connection;

    BareFile(Path file) throws SQLException {
        connection = DriverManager.getConnection(
                "jdbc:sqlite:" + file,
                SQLiteMCSqlCipherConfig.getV4Defaults()
                        .withRawUnsaltedKey(new byte[32])
                        .build()
                        .toProperties());
        script("PRAGMA journal_mode = WAL");
        script("PRAGMA synchronous = FULL");
        script("PRAGMA cache_size = -65536");
        script("PRAGMA temp_store = MEMORY");
        script("CREATE TABLE IF NOT EXISTS revision (key INTEGER PRIMARY KEY, id BLOB UNIQUE, header BLOB,"
                + " signature TEXT, salt BLOB, time TEXT, body BLOB)");
        script("CREATE VIRTUAL TABLE IF NOT EXISTS search USING fts5 (text, content = '',"
                + " tokenize = 'unicode61 remove_diacritics 2')");
    }

    private void script(String sql) throws SQLException {
        try (Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    /** Inserts revisions in one transaction; only what SQLite does counts. */
    double insert(int from, int to, GeneratedSource source) throws SQLException {
        long spent = 0;
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement(
                "INSERT INTO revision (id, header, signature, salt, time, body) VALUES (?, ?, ?, ?, ?, ?)")) {
            for (int i = from; i < to; i++) {
                Revision revision = source.revision(i);
                Content content = Objects.requireNonNull(revision.content());
                byte[] id = HexFormat.of().parseHex(revision.id());
                byte[] header = revision.header().canonical();
                byte[] body = content.canonicalBody();
                long start = System.nanoTime();
                insert.setBytes(1, id);
                insert.setBytes(2, header);
                insert.setString(3, revision.signature());
                insert.setBytes(4, content.salt());
                insert.setString(5, content.time());
                insert.setBytes(6, body);
                insert.executeUpdate();
                spent += System.nanoTime() - start;
            }
        }
        return (spent + commit()) / 1e9;
    }

    /** Indexes texts in one transaction, folded as a notebook folds them; only what FTS5 does counts. */
    double index(int count, GeneratedSource source) throws SQLException {
        long spent = 0;
        connection.setAutoCommit(false);
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO search (rowid, text) VALUES (?, ?)")) {
            for (int i = 0; i < count; i++) {
                String text = Folding.fold("A7-" + i + "\n" + source.narrative(i));
                long start = System.nanoTime();
                insert.setInt(1, i + 1);
                insert.setString(2, text);
                insert.executeUpdate();
                spent += System.nanoTime() - start;
            }
        }
        return (spent + commit()) / 1e9;
    }

    private long commit() throws SQLException {
        long start = System.nanoTime();
        connection.commit();
        long spent = System.nanoTime() - start;
        connection.setAutoCommit(true);
        return spent;
    }

    /** The best 50 of a search. */
    void query(String match) throws SQLException {
        try (PreparedStatement statement =
                connection.prepareStatement("SELECT rowid FROM search WHERE search MATCH ? ORDER BY rank LIMIT 50")) {
            statement.setString(1, match);
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    result.getLong(1);
                }
            }
        }
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
