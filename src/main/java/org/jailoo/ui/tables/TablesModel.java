package org.jailoo.ui.tables;

import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jailoo.consent.Audience;
import org.jailoo.report.Table;
import org.jailoo.ui.common.Latest;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.controls.Figures;
import org.jspecify.annotations.Nullable;

/** The tables for the audience that is chosen, the one that is looked at, and what is written of them. */
public final class TablesModel {
    private final Latest latest;
    private final Reports reports;
    private final ObjectProperty<Audience> audience = new SimpleObjectProperty<>(Audience.PUBLIC);
    private final ObservableList<Table> tables = FXCollections.observableArrayList();
    private final ObjectProperty<@Nullable String> looked = new SimpleObjectProperty<>();
    private final BooleanProperty computing = new SimpleBooleanProperty();
    private final BooleanProperty exporting = new SimpleBooleanProperty();
    private final ExportModel export;
    private Figures.@Nullable At left;

    public TablesModel(Tasks tasks, Reports reports) {
        this.latest = new Latest(tasks);
        this.reports = reports;
        this.export = new ExportModel(tasks, reports, audience);
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

    /** Whether the person is about to have something written, and does not look at a table. */
    public BooleanProperty exportingProperty() {
        return exporting;
    }

    /** What is written. */
    public ExportModel export() {
        return export;
    }

    /** Where the person went away; null where she did not. */
    Figures.@Nullable At left() {
        return left;
    }

    void leave(Figures.@Nullable At at) {
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
}
