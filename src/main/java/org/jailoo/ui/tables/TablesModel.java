package org.jailoo.ui.tables;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.DoubleProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyDoubleProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleDoubleProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.consent.Audience;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** The tables for the audience that is chosen, the one that is looked at, and the workbook being written. */
public final class TablesModel {
    private final Tasks tasks;
    private final Latest latest;
    private final Reports reports;
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(Audience.PUBLIC);
    private final ObservableList<Table> tables = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> looked = new SimpleObjectProperty<>();
    private final BooleanProperty computing = new SimpleBooleanProperty();
    private final BooleanProperty writing = new SimpleBooleanProperty();
    private final DoubleProperty progress = new SimpleDoubleProperty(-1);
    private @Nullable Watch running;
    private @Nullable Left left;

    public TablesModel(Tasks tasks, Reports reports) {
        this.tasks = tasks;
        this.latest = new Latest(tasks);
        this.reports = reports;
    }

    public ObjectProperty<Audience> audienceProperty() {
        return audience;
    }

    public ObservableList<Table> tables() {
        return tables;
    }

    /** The key of the table that is looked at; the same table in another language has the same. */
    public ObjectProperty<@Nullable String> lookedProperty() {
        return looked;
    }

    public ReadOnlyBooleanProperty computingProperty() {
        return computing;
    }

    public ReadOnlyBooleanProperty writingProperty() {
        return writing;
    }

    /** From 0 to 1, below 0 where it is not known. */
    public ReadOnlyDoubleProperty progressProperty() {
        return progress;
    }

    /** A number from which the person went to its records: its table, its row and its column. */
    record Left(String table, int row, int column) {}

    /** Where the person went away; null where she did not. */
    @Nullable
    Left left() {
        return left;
    }

    void leave(Left at) {
        left = at;
    }

    /** Computes the tables again, as the notebook stands now. */
    public void reload(String language) {
        Audience asked = audience.get();
        computing.set(true);
        latest.start(watch -> reports.tables(asked, language, watch), computed -> {
            computing.set(false);
            take(computed);
        });
    }

    private void take(List<Table> computed) {
        String before = looked.get();
        tables.setAll(computed);
        boolean there = computed.stream().anyMatch(t -> t.key().equals(before));
        looked.set(there ? before : computed.isEmpty() ? null : computed.get(0).key());
    }

    /** Writes the workbook. */
    public void write(Path file, String language, Runnable done, Consumer<Sentence> failed) {
        if (writing.get()) {
            return;
        }
        Audience asked = audience.get();
        progress.set(-1);
        writing.set(true);
        running = tasks.of(watch -> {
                    reports.workbook(file, asked, language, watch);
                    return file;
                })
                .onProgress(progress::set)
                .onEnd(() -> writing.set(false))
                .onSuccess(written -> done.run())
                .onFailure(e -> failed.accept(Failures.of(e, file)))
                .start();
    }

    /** Stops writing; nothing of the workbook stays. */
    public void cancel() {
        if (running != null) {
            running.cancel();
        }
    }
}
