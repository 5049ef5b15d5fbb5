package org.jailoo.ui.behind;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.app.RecordLines.Line;
import org.jailoo.ui.common.Figure;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** The records behind one number, and which of them was opened last. */
public final class BehindModel {
    /** Where the records come from. */
    @FunctionalInterface
    public interface Source {
        /** The records behind a number, as they stand now. */
        List<Line> lines(Figure figure, Watch watch);
    }

    private final Latest latest;
    private final Source source;
    private final Figure figure;
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final BooleanProperty looking = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable String> opened = new SimpleObjectProperty<>();

    public BehindModel(Tasks tasks, Source source, Figure figure) {
        this.latest = new Latest(tasks);
        this.source = source;
        this.figure = figure;
    }

    public Figure figure() {
        return figure;
    }

    public ObservableList<Line> lines() {
        return lines;
    }

    public ReadOnlyBooleanProperty lookingProperty() {
        return looking;
    }

    /** The id of the record that was opened last: whoever comes back goes on there. */
    public ReadOnlyObjectProperty<@Nullable String> openedProperty() {
        return opened;
    }

    /** Notes that a record is opened. */
    void open(Line line) {
        opened.set(line.row().record());
    }

    /** Looks for the records again, as the notebook stands now. */
    public void look() {
        looking.set(true);
        latest.start(watch -> source.lines(figure, watch), found -> {
            looking.set(false);
            lines.setAll(found);
        });
    }
}
