package org.jailoo.notebook;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jailoo.history.Content;
import org.jailoo.history.Derivation;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Held;
import org.jailoo.history.RecordState;
import org.jailoo.history.Revision;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jailoo.notebook.NotebookException.Fault;
import org.jspecify.annotations.Nullable;

/** Revisions as they lie in the file: read, opened where they are sealed, and made whole again. */
final class Stored {
    private static final String ROWS = "SELECT r.id, r.header, r.signature, c.sealed, c.salt, c.time, c.body"
            + " FROM revision r LEFT JOIN content c ON c.revision = r.key WHERE ";

    private static final String OF_RECORD = " r.record = (SELECT key FROM record WHERE id = ?)";

    private final Sql sql;
    private final Seal seal;

    Stored(Sql sql, Seal seal) {
        this.sql = sql;
        this.seal = seal;
    }

    /**
     * What of a record can be read now.
     *
     * @param held with an empty change set in the place of one that is closed
     * @param whole whether nothing of it is closed
     */
    record Seen(List<Held> held, boolean whole) {
        /** The state as far as it can be told: without any value where something is closed. */
        Optional<RecordState> told(boolean purged, Supplier<Revisions.@Nullable Brief> known) {
            Optional<RecordState> state = held.isEmpty() ? Optional.empty() : Derivation.derive(held, purged);
            return whole ? state : state.map(all -> outline(all, known.get()));
        }

        private static RecordState outline(RecordState state, Revisions.@Nullable Brief known) {
            return new RecordState(
                    state.record(),
                    state.type(),
                    Collections.emptySortedMap(),
                    Collections.emptySortedMap(),
                    known != null && known.deleted(),
                    state.purged(),
                    state.incomplete(),
                    state.bodyMissing(),
                    state.heads());
        }
    }

    Seen seen(String record, boolean open) {
        boolean[] whole = {true};
        List<Held> held = sql.list(
                ROWS + OF_RECORD,
                r -> {
                    boolean closed = r.getBytes("body") != null && r.getInt("sealed") != Seal.CLEAR && !open;
                    whole[0] &= !closed;
                    return new Held(header(r), closed ? Json.object() : body(r));
                },
                record);
        return new Seen(held, whole[0]);
    }

    List<Held> held(String record) {
        return sql.list(ROWS + OF_RECORD, r -> new Held(header(r), body(r)), record);
    }

    List<Held> headers(String record) {
        return sql.list("SELECT r.header FROM revision r WHERE" + OF_RECORD, r -> new Held(header(r), null), record);
    }

    /** Hands over the whole revisions that a condition of our own, with its values, holds for. */
    void each(String where, Consumer<Revision> take, Object... values) {
        sql.each(ROWS + where, r -> take.accept(revision(r)), values);
    }

    private static Header header(ResultSet row) throws SQLException {
        try {
            return Header.of(object(row.getBytes("header")));
        } catch (FormatException e) {
            throw new NotebookException(Fault.DAMAGED, "a stored header", e);
        }
    }

    private Json.@Nullable Obj body(ResultSet row) throws SQLException {
        byte[] body = row.getBytes("body");
        if (body == null) {
            return null;
        }
        String id = HexFormat.of().formatHex(row.getBytes("id"));
        return object(seal.open(row.getInt("sealed"), id, body));
    }

    private Revision revision(ResultSet row) throws SQLException {
        Json.Obj body = body(row);
        try {
            Content content = body == null ? null : Content.of(row.getBytes("salt"), row.getString("time"), body);
            return new Revision(header(row), row.getString("signature"), content);
        } catch (FormatException e) {
            throw new NotebookException(Fault.DAMAGED, "a stored body", e);
        }
    }

    private static Json.Obj object(byte[] canonical) {
        try {
            if (JsonReader.parse(canonical, Content.MAX_DEPTH + 1) instanceof Json.Obj object) {
                return object;
            }
        } catch (JsonException e) {
            throw new NotebookException(Fault.DAMAGED, "stored JSON", e);
        }
        throw new NotebookException(Fault.DAMAGED, "stored JSON");
    }
}
