package org.jailoo.notebook;

import java.util.List;
import java.util.Optional;
import org.jailoo.search.SearchQuery;

/** Full-text search over the texts of all records that are neither deleted nor purged. */
public final class SearchIndex {
    private final Sql sql;

    SearchIndex(Sql sql) {
        this.sql = sql;
    }

    /** A record that was found. */
    public record Hit(String record, String type) {}

    /**
     * The best hits first.
     *
     * @param typed what the person typed; nothing searchable in it finds nothing
     * @param limit how many at most
     */
    public List<Hit> find(String typed, int limit) {
        Optional<SearchQuery> query = SearchQuery.parse(typed);
        if (query.isEmpty()) {
            return List.of();
        }
        return sql.list(
                "SELECT r.id, s.type FROM search JOIN record r ON r.key = search.rowid"
                        + " JOIN state s ON s.record = search.rowid"
                        + " WHERE search MATCH ? ORDER BY search.rank, search.rowid LIMIT ?",
                r -> new Hit(r.getString(1), r.getString(2)),
                query.get().match(),
                limit);
    }

    /** How many records a search finds. */
    public long count(String typed) {
        Optional<SearchQuery> query = SearchQuery.parse(typed);
        return query.isEmpty()
                ? 0
                : sql.number(
                        "SELECT count(*) FROM search WHERE search MATCH ?",
                        query.get().match());
    }
}
