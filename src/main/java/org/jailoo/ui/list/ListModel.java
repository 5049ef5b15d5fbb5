package org.jailoo.ui.list;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.LongProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleLongProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.ListMemory;
import org.jailoo.app.ListMemory.Filter;
import org.jailoo.app.ListMemory.Remembered;
import org.jailoo.app.ListRecords;
import org.jailoo.app.ListRecords.Page;
import org.jailoo.app.ListRecords.Query;
import org.jailoo.app.ListRecords.Row;
import org.jailoo.app.References;
import org.jailoo.notebook.Lists;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.notebook.Lists.Show;
import org.jailoo.record.RecordType;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.LastAsked;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** What a list shows: the page of the query that the person has put together so far. */
public final class ListModel {
    private final Tasks tasks;
    private final Sources from;
    private final LastAsked<Query, Page> asking;
    private final LastAsked<Remembered, Remembered> keeping;
    private final String type;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObjectProperty<Show> show = new SimpleObjectProperty<>(Show.ALL);
    private final ObjectProperty<Order> order = new SimpleObjectProperty<>(Order.LATEST);
    private final ObservableList<Row> rows = FXCollections.observableArrayList();
    private final LongProperty total = new SimpleLongProperty();
    private final LongProperty offset = new SimpleLongProperty();
    private final BooleanProperty loaded = new SimpleBooleanProperty();
    private final ObjectProperty<Lists.@Nullable Row> campaign = new SimpleObjectProperty<>();
    private final ObservableList<Lists.Row> campaigns = FXCollections.observableArrayList();
    private final ObservableList<Filter> filters = FXCollections.observableArrayList();
    private final ObjectProperty<List<ListMemory.Column>> columns = new SimpleObjectProperty<>(List.of());
    private @Nullable String selected;

    public ListModel(Tasks tasks, Sources from, String type, @Nullable String search) {
        this.tasks = tasks;
        this.from = from;
        this.asking = new LastAsked<>(tasks, (query, watch) -> from.records().page(query), this::take);
        this.keeping = new LastAsked<>(
                tasks,
                (remembered, watch) -> {
                    from.memory().keep(type, remembered);
                    return remembered;
                },
                kept -> {});
        this.type = type;
        this.order.set(type.equals("participant") || type.equals("campaign") ? Order.CODE : Order.LATEST);
        typed.set(search == null ? "" : search);
        typed.addListener((p, was, is) -> load(0));
        show.addListener((p, was, is) -> load(0));
        order.addListener((p, was, is) -> load(0));
        campaign.addListener((p, was, is) -> load(0));
        tasks.of(watch -> from.memory().of(type)).onSuccess(this::remember).start();
        if (from.hasCampaign(type)) {
            tasks.of(watch -> from.references().suggest("campaign", ""))
                    .onSuccess(campaigns::setAll)
                    .start();
        }
    }

    /** What a list reads from. */
    public record Sources(ListRecords records, References references, Schema schema, ListMemory memory) {
        private boolean hasCampaign(String type) {
            RecordType known = schema.type(type);
            return known != null && known.field("campaign") != null;
        }
    }

    public String type() {
        return type;
    }

    /** What the person searches for; each change reads again. */
    public StringProperty typedProperty() {
        return typed;
    }

    public ObjectProperty<Show> showProperty() {
        return show;
    }

    public ObjectProperty<Order> orderProperty() {
        return order;
    }

    /** The campaign whose records alone are shown; null for all. */
    public ObjectProperty<Lists.@Nullable Row> campaignProperty() {
        return campaign;
    }

    /** The campaigns to choose from; empty where the type belongs to none. */
    public ObservableList<Lists.Row> campaigns() {
        return campaigns;
    }

    public ObservableList<Row> rows() {
        return rows;
    }

    /** How many the whole list has. */
    public ReadOnlyLongProperty totalProperty() {
        return total;
    }

    /** How many rows stand before the page. */
    public ReadOnlyLongProperty offsetProperty() {
        return offset;
    }

    /** Whether there was an answer yet: an empty list is said to be empty only then. */
    public ReadOnlyBooleanProperty loadedProperty() {
        return loaded;
    }

    /** Reads the page again, as the notebook stands now. */
    public void reload() {
        load((int) offset.get());
    }

    public boolean hasNext() {
        return offset.get() + rows.size() < total.get();
    }

    public boolean hasPrevious() {
        return offset.get() > 0;
    }

    public void next() {
        if (hasNext()) {
            load((int) offset.get() + ListRecords.PAGE);
        }
    }

    public void previous() {
        if (hasPrevious()) {
            load(Math.max(0, (int) offset.get() - ListRecords.PAGE));
        }
    }

    /** The record that the person last opened from here: coming back, she finds her place. */
    public @Nullable String selected() {
        return selected;
    }

    public void select(String record) {
        selected = record;
    }

    private void load(int row) {
        Lists.Row of = campaign.get();
        asking.ask(new Query(
                type, typed.get(), show.get(), of == null ? null : of.record(), order.get(), row, ListRecords.PAGE));
    }

    private void take(Page page) {
        rows.setAll(List.copyOf(page.rows()));
        total.set(page.total());
        offset.set(page.query().offset());
        loaded.set(true);
    }

    public void first() {
        load(0);
    }

    public void last() {
        load((int) (Math.max(0, total.get() - 1) / ListRecords.PAGE * ListRecords.PAGE));
    }

    // ---- what the list remembers

    private void remember(Remembered remembered) {
        filters.setAll(remembered.filters());
        columns.set(remembered.columns());
        if (remembered.order() != null) {
            order.set(remembered.order());
        }
        order.addListener((p, was, is) -> keep());
    }

    private void keep() {
        keeping.ask(new Remembered(filters, columns.get(), order.get()));
    }

    /** Her filters, in the order in which she made them. */
    public ObservableList<Filter> filters() {
        return filters;
    }

    /** Whether the best finds stand first, whatever the order. */
    public boolean isSearching() {
        return !typed.get().isBlank();
    }

    /** Whether something is filtered out that a filter could remember. */
    public boolean isFiltered() {
        return !typed.get().isBlank() || show.get() != Show.ALL || campaign.get() != null;
    }

    /** Remembers what is filtered now under a name, in place of a filter of the same name. */
    public void saveFilter(String name) {
        Lists.Row of = campaign.get();
        filters.removeIf(filter -> filter.name().equals(name));
        filters.add(new Filter(name, typed.get(), show.get(), of == null ? null : of.record()));
        keep();
    }

    public void removeFilter(String name) {
        filters.removeIf(filter -> filter.name().equals(name));
        keep();
    }

    /** Filters as remembered. A campaign that is gone meanwhile is left out. */
    public void apply(Filter filter) {
        typed.set(filter.typed());
        show.set(filter.show());
        String wanted = filter.campaign();
        if (wanted == null) {
            campaign.set(null);
            return;
        }
        tasks.of(watch -> from.references().labels(List.of(wanted)))
                .onSuccess(found -> campaign.set(found.get(wanted)))
                .start();
    }

    /** How the columns stand; none where she has changed nothing. */
    public ReadOnlyObjectProperty<List<ListMemory.Column>> columnsProperty() {
        return columns;
    }

    public void keepColumns(List<ListMemory.Column> now) {
        if (!now.equals(columns.get())) {
            columns.set(List.copyOf(now));
            keep();
        }
    }
}
