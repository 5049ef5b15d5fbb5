package org.jailoo.app;

import java.util.List;
import java.util.Optional;
import org.jailoo.history.RecordState;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.notebook.Snapshot;
import org.jspecify.annotations.Nullable;

/** Lists the records of a type, a page at a time; waits for no import. */
public final class ListRecords {
    /** As many rows as a page has if nobody says otherwise. */
    public static final int PAGE = 50;

    private final Notebook notebook;

    public ListRecords(Notebook notebook) {
        this.notebook = notebook;
    }

    /**
     * What to list.
     *
     * @param typed what a person searches for; where it is not blank, the best finds come first, whatever the order
     * @param campaign the id of a campaign whose records alone are wanted, null for all
     * @param offset how many rows stand before the page
     */
    public record Query(
            String type, String typed, Show show, @Nullable String campaign, Order order, int offset, int limit) {
        /** The first page of all records of a type, the latest first. */
        public static Query of(String type) {
            return new Query(type, "", Show.ALL, null, Order.LATEST, 0, PAGE);
        }

        public Query typed(String text) {
            return new Query(type, text, show, campaign, order, 0, limit);
        }

        public Query show(Show which) {
            return new Query(type, typed, which, campaign, order, 0, limit);
        }

        public Query campaign(@Nullable String id) {
            return new Query(type, typed, show, id, order, 0, limit);
        }

        public Query order(Order by) {
            return new Query(type, typed, show, campaign, by, 0, limit);
        }

        /** The same list from another row on. */
        public Query from(int row) {
            return new Query(type, typed, show, campaign, order, row, limit);
        }

        private Lists.Choice choice() {
            return new Lists.Choice(type, show, campaign, order);
        }
    }

    /**
     * A row.
     *
     * @param listed what every list shows
     * @param state the whole record, for the columns of its type; derived for this page alone
     */
    public record Row(Lists.Row listed, RecordState state) {
        public String record() {
            return listed.record();
        }
    }

    /**
     * A page.
     *
     * @param total how many rows the whole list has
     */
    public record Page(Query query, List<Row> rows, long total) {
        public Page {
            rows = List.copyOf(rows);
        }
    }

    /** The page that a query asks for. */
    public Page page(Query query) {
        return notebook.reading(at -> {
            Lists lists = at.lists();
            Lists.Choice choice = query.choice();
            boolean all = query.typed().isBlank();
            List<Lists.Row> rows = all
                    ? lists.page(choice, query.offset(), query.limit())
                    : lists.found(choice, query.typed(), query.offset(), query.limit());
            long total = all ? lists.count(choice) : lists.countFound(choice, query.typed());
            return new Page(
                    query,
                    rows.stream().map(r -> row(at, r)).flatMap(Optional::stream).toList(),
                    total);
        });
    }

    private static Optional<Row> row(Snapshot at, Lists.Row listed) {
        boolean clear = at.schema().codeSafe(listed.type());
        // No list shows who somebody is, be that open or not.
        Optional<RecordState> state =
                clear ? at.revisions().visible(listed.record()) : at.revisions().outline(listed.record());
        return state.map(known -> new Row(listed, known));
    }
}
