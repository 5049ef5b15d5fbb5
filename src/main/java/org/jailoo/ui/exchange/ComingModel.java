package org.jailoo.ui.exchange;

import java.util.List;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import org.jailoo.app.ComingRecords;
import org.jailoo.app.ComingRecords.Coming;
import org.jailoo.app.ComingRecords.Row;
import org.jailoo.notebook.Fates.Show;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** A look at the records of a bundle that waits: a page of them, and one as it would become. Nothing is written. */
final class ComingModel {
    /** As many records as stand in the list at once. */
    static final int PAGE = 100;

    /**
     * A page of the list.
     *
     * @param from how many stand before it
     * @param total how many there are of the kind that is shown
     */
    record Page(Show show, int from, long total, List<Row> rows) {}

    private final Tasks tasks;
    private final Latest lists;
    private final Latest looks;
    private final ComingRecords records;
    private final Notebook notebook;
    private final @Nullable NamesModel names;
    private final ReadOnlyObjectWrapper<@Nullable Page> page = new ReadOnlyObjectWrapper<>();
    private final ReadOnlyObjectWrapper<@Nullable Coming> coming = new ReadOnlyObjectWrapper<>();
    private final ChangeListener<NamesModel.State> onDoor = (p, before, now) -> door();
    private boolean ended;

    ComingModel(Tasks tasks, ComingRecords records, Notebook notebook, @Nullable NamesModel names) {
        this.tasks = tasks;
        this.lists = new Latest(tasks);
        this.looks = new Latest(tasks);
        this.records = records;
        this.notebook = notebook;
        this.names = names;
        if (names != null) {
            names.state().addListener(onDoor);
        }
    }

    ReadOnlyObjectProperty<@Nullable Page> pageProperty() {
        return page.getReadOnlyProperty();
    }

    /** The record that is looked at; null while none is. */
    ReadOnlyObjectProperty<@Nullable Coming> comingProperty() {
        return coming.getReadOnlyProperty();
    }

    Tasks tasks() {
        return tasks;
    }

    Notebook notebook() {
        return notebook;
    }

    /** Shows a page of a kind. */
    void show(Show show, int from) {
        lists.start(watch -> new Page(show, from, records.count(show), records.page(show, from, PAGE)), found -> {
            if (!ended) {
                page.set(found);
            }
        });
    }

    /** Looks at a record. */
    void look(String record) {
        looks.start(watch -> records.look(record), found -> {
            if (!ended) {
                coming.set(found.orElse(null));
                if (names != null) {
                    names.used();
                }
            }
        });
    }

    /** What may name a person goes when the door is closed, and comes when it is opened. */
    private void door() {
        Coming now = coming.get();
        if (now != null) {
            coming.set(null);
            look(now.told().record());
        }
    }

    /** Lets go of what was looked at. */
    void end() {
        ended = true;
        coming.set(null);
        page.set(null);
        if (names != null) {
            names.state().removeListener(onDoor);
        }
    }
}
