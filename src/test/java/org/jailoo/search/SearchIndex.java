package org.jailoo.search;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A real FTS5 index in memory, with the tokenizer of the notebook. */
final class SearchIndex implements AutoCloseable {
    private final Connection connection;

    SearchIndex() throws SQLException {
        connection = DriverManager.getConnection("jdbc:sqlite::memory:");
        try (Statement statement = connection.createStatement()) {
            statement.execute(
                    "CREATE VIRTUAL TABLE found USING fts5(text, tokenize = 'unicode61 remove_diacritics 2')");
        }
    }

    /** Adds a text, folded, and returns its row. */
    int add(String text) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement("INSERT INTO found(text) VALUES (?)")) {
            insert.setString(1, Folding.fold(text));
            insert.executeUpdate();
        }
        return rows("SELECT last_insert_rowid()", Optional.empty()).get(0);
    }

    /** The rows that what a person typed finds; none where nothing in it can be searched for. */
    List<Integer> find(String typed) throws SQLException {
        Optional<SearchQuery> query = SearchQuery.parse(typed);
        return query.isEmpty() ? List.of() : match(query.get().match());
    }

    List<Integer> match(String expression) throws SQLException {
        return rows("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid", Optional.of(expression));
    }

    private List<Integer> rows(String sql, Optional<String> value) throws SQLException {
        List<Integer> rows = new ArrayList<>();
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            if (value.isPresent()) {
                select.setString(1, value.get());
            }
            try (ResultSet result = select.executeQuery()) {
                while (result.next()) {
                    rows.add(result.getInt(1));
                }
            }
        }
        return rows;
    }

    @Override
    public void close() throws SQLException {
        connection.close();
    }
}
