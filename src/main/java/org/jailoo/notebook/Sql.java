package org.jailoo.notebook;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;
import org.sqlite.SQLiteException;

/** One connection, its prepared statements kept, its errors told in the words of {@link NotebookException}. */
final class Sql implements AutoCloseable {
    private static final int KEPT = 64;

    /** Reads a row. */
    interface Row<T extends @Nullable Object> {
        T read(ResultSet row) throws SQLException;
    }

    /** Takes rows one by one. */
    interface Rows {
        void take(ResultSet row) throws SQLException;
    }

    private final Connection connection;
    private final Path file;
    private final Map<String, PreparedStatement> kept = new LinkedHashMap<>(16, 0.75f, true);
    /** Held by the thread whose transaction runs; one statement of another thread waits for its end. */
    private final ReentrantLock turn = new ReentrantLock();

    private Runnable beforeCommit = () -> {};
    private boolean inTransaction;
    /** What went wrong inside the transaction that runs: after it nothing of that transaction may last. */
    private @Nullable Throwable failure;

    Sql(Connection connection, Path file) {
        this.connection = connection;
        this.file = file;
    }

    Path file() {
        return file;
    }

    /** Has something looked at before each commit; what it throws takes the transaction back. */
    void beforeEachCommit(Runnable look) {
        beforeCommit = look;
    }

    /** Runs a statement with its values bound; returns how many rows it changed. */
    int update(String sql, @Nullable Object... values) {
        return run(sql, values, PreparedStatement::executeUpdate);
    }

    /** Hands each row over as it comes. */
    void each(String sql, Rows rows, @Nullable Object... values) {
        run(sql, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                while (result.next()) {
                    rows.take(result);
                }
            }
            return 0;
        });
    }

    /** All rows. */
    <T> List<T> list(String sql, Row<T> row, @Nullable Object... values) {
        List<T> list = new ArrayList<>();
        each(sql, r -> list.add(row.read(r)), values);
        return list;
    }

    /** The first row, or null where there is none. */
    <T> @Nullable T first(String sql, Row<T> row, @Nullable Object... values) {
        List<T> found = new ArrayList<>(1);
        run(sql, values, statement -> {
            try (ResultSet result = statement.executeQuery()) {
                if (result.next()) {
                    found.add(row.read(result));
                }
            }
            return 0;
        });
        return found.isEmpty() ? null : found.get(0);
    }

    /** The number in the first column of the first row; 0 where there is none. */
    long number(String sql, @Nullable Object... values) {
        Long number = first(sql, r -> r.getLong(1), values);
        return number == null ? 0 : number;
    }

    /** Whether two queries of our own give the same rows, each at most once. */
    boolean isSame(String one, String other) {
        return number("SELECT (SELECT count(*) FROM (" + one + " EXCEPT " + other + ")) + (SELECT count(*) FROM ("
                        + other + " EXCEPT " + one + "))")
                == 0;
    }

    /** Runs statements without values, separated by semicolons at line ends. */
    void script(String script) {
        turn.lock();
        try (var statement = connection.createStatement()) {
            statement.executeUpdate(script);
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            turn.unlock();
        }
    }

    /**
     * Does all of it or nothing. Inside a transaction it is a part of that one; a part that fails takes the whole with
     * it, even where the failure is caught on its way.
     */
    <T extends @Nullable Object> T inTransaction(Supplier<T> work) {
        turn.lock();
        try {
            if (inTransaction) {
                return part(work);
            }
            script("BEGIN IMMEDIATE");
            inTransaction = true;
            boolean done = false;
            try {
                T result = part(work);
                requireUnbroken();
                beforeCommit.run();
                script("COMMIT");
                done = true;
                return result;
            } finally {
                inTransaction = false;
                failure = null;
                if (!done) {
                    rollback();
                }
            }
        } finally {
            turn.unlock();
        }
    }

    /** Whether this very thread is inside a transaction that writes. */
    boolean isWriting() {
        return turn.isHeldByCurrentThread() && inTransaction;
    }

    /** Reads of one moment: what is committed meanwhile is not seen. For a connection that writes nothing. */
    <T extends @Nullable Object> T inSnapshot(Supplier<T> work) {
        turn.lock();
        try {
            script("BEGIN");
            try {
                return work.get();
            } finally {
                rollback();
            }
        } finally {
            turn.unlock();
        }
    }

    private <T extends @Nullable Object> T part(Supplier<T> work) {
        try {
            return work.get();
        } catch (RuntimeException | Error e) {
            broken(e);
            throw e;
        }
    }

    private void broken(Throwable cause) {
        if (failure == null) {
            failure = cause;
        }
    }

    /** SQLite ends a transaction by itself when the disk is full; what came after would last without what was before. */
    private void requireUnbroken() {
        if (failure instanceof NotebookException e) {
            throw new NotebookException(e.fault(), "an earlier part of the transaction failed", e);
        }
        if (failure != null) {
            throw new IllegalStateException("an earlier part of the transaction failed", failure);
        }
    }

    private void rollback() {
        try (var statement = connection.createStatement()) {
            statement.executeUpdate("ROLLBACK");
        } catch (SQLException e) {
            // SQLite has rolled back by itself, as it does when the disk is full; the cause is on its way up.
        }
    }

    private interface Use {
        int apply(PreparedStatement statement) throws SQLException;
    }

    private int run(String sql, @Nullable Object[] values, Use use) {
        // Taken out while in use, so that a query may run inside the rows of the same query.
        turn.lock();
        PreparedStatement statement = null;
        try {
            requireUnbroken();
            statement = kept.remove(sql);
            if (statement == null) {
                statement = connection.prepareStatement(sql);
            }
            for (int i = 0; i < values.length; i++) {
                statement.setObject(i + 1, values[i]);
            }
            int result = use.apply(statement);
            statement.clearParameters();
            PreparedStatement twin = kept.put(sql, statement);
            statement = null;
            if (twin != null) {
                twin.close();
            }
            if (kept.size() > KEPT) {
                String eldest = kept.keySet().iterator().next();
                PreparedStatement old = kept.remove(eldest);
                if (old != null) {
                    old.close();
                }
            }
            return result;
        } catch (SQLException e) {
            RuntimeException told = failed(e);
            if (inTransaction && endsTransaction(e)) {
                broken(told);
            }
            throw told;
        } finally {
            if (statement != null) {
                closeQuietly(statement);
            }
            turn.unlock();
        }
    }

    private static void closeQuietly(PreparedStatement statement) {
        try {
            statement.close();
        } catch (SQLException e) {
            // The first failure is already on its way to the caller.
        }
    }

    /** Whether SQLite may have rolled back by itself: out of memory, interrupted, disk full or failing. */
    private static boolean endsTransaction(SQLException e) {
        return switch (code(e)) {
            case 7, 9, 10, 13 -> true;
            default -> false;
        };
    }

    /** SQLite takes what it cannot read for damaged; where the disk answers no more at all, that is what happened. */
    private RuntimeException failed(SQLException e) {
        RuntimeException told = told(e);
        return told instanceof NotebookException known && known.fault() == Fault.DAMAGED && !answers()
                ? new NotebookException(Fault.NOT_WRITABLE, "the disk does not answer", e)
                : told;
    }

    private boolean answers() {
        try (InputStream in = Files.newInputStream(file)) {
            return in.read() >= 0;
        } catch (IOException e) {
            return false;
        }
    }

    private static int code(SQLException e) {
        return e instanceof SQLiteException sqlite ? sqlite.getResultCode().code & 0xFF : -1;
    }

    /** The same failure in the words of the notebook; a fault of the program's own stays one. */
    static RuntimeException told(SQLException e) {
        String message = "database: " + e.getMessage();
        return switch (code(e)) {
            case 5, 6 -> new NotebookException(Fault.BUSY, message, e);
            case 11, 26 -> new NotebookException(Fault.DAMAGED, message, e);
            case 8, 10, 13, 14 -> new NotebookException(Fault.NOT_WRITABLE, message, e);
            default ->
                isIndexUnreadable(e)
                        ? new NotebookException(Fault.DAMAGED, message, e)
                        : new IllegalStateException(message, e);
        };
    }

    /** The search index has no code of its own for a page of it that could not be read. */
    private static boolean isIndexUnreadable(SQLException e) {
        return code(e) == 1 && String.valueOf(e.getMessage()).contains("invalid fts5 file format");
    }

    @Override
    public void close() {
        turn.lock();
        try {
            for (PreparedStatement statement : kept.values()) {
                statement.close();
            }
            kept.clear();
            connection.close();
        } catch (SQLException e) {
            throw failed(e);
        } finally {
            turn.unlock();
        }
    }
}
