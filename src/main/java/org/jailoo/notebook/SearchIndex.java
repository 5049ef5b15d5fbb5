package org.jailoo.notebook;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jailoo.search.SearchQuery;
import org.jspecify.annotations.Nullable;

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

    /** The records of a type that name another one, by its id; those written last first. */
    public List<String> naming(String type, String record, int limit) {
        return matching(type, '"' + Marks.naming(record) + '"', limit);
    }

    /** Participants of these years of birth and of a settlement, or else of a region; those that fit best first. */
    public List<String> born(List<String> years, @Nullable String settlement, @Nullable String adm1, int limit) {
        String born = years.stream()
                .map(year -> '"' + Marks.year(year.replaceAll("\\D", "")) + '"')
                .collect(Collectors.joining(" OR "));
        Optional<SearchQuery> village = settlement == null ? Optional.empty() : SearchQuery.parse(settlement);
        String place = village.map(SearchQuery::match)
                .orElse(adm1 == null ? "" : '"' + Marks.region(adm1.replaceAll("\\W", "")) + '"');
        return place.isEmpty() ? List.of() : matching("participant", '(' + born + ") AND (" + place + ')', limit);
    }

    private List<String> matching(String type, String match, int limit) {
        return sql.list(
                "SELECT r.id FROM search JOIN record r ON r.key = search.rowid"
                        + " JOIN state s ON s.record = search.rowid"
                        + " WHERE search MATCH ? AND s.type = ? ORDER BY search.rowid DESC LIMIT ?",
                r -> r.getString(1),
                match,
                type,
                limit);
    }
}
