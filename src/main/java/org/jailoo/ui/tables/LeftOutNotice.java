package org.jailoo.ui.tables;

import java.util.List;
import java.util.function.Consumer;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import org.jailoo.report.Cell;
import org.jailoo.report.Table;
import org.jailoo.report.Table.Row;
import org.jailoo.ui.common.Texts;

/** Above the tables: what is in none of them and why; where there is much of it, the way to the table that lists it. */
final class LeftOutNotice extends FlowPane {
    private static final String LISTED = "left-out";
    private static final int MOST = 6;

    private final Texts texts;
    private final Consumer<String> open;

    LeftOutNotice(Texts texts, Consumer<String> open) {
        super(16, 2);
        this.texts = texts;
        this.open = open;
        setId("tables-left-out");
        getStyleClass().add("notice");
        show(List.of());
    }

    /** Says what these tables leave out. */
    void show(List<Table> tables) {
        getChildren().clear();
        for (Table table : tables) {
            if (table.key().equals(LISTED)) {
                Hyperlink all = new Hyperlink(table.title());
                all.setId("tables-left-out-all");
                all.setMinWidth(Region.USE_PREF_SIZE);
                all.setOnAction(event -> open.accept(LISTED));
                getChildren().add(all);
                table.rows().stream().limit(MOST).forEach(this::entry);
            }
        }
        setVisible(!getChildren().isEmpty());
        setManaged(!getChildren().isEmpty());
    }

    private void entry(Row row) {
        if (row.cells().get(0) instanceof Cell.Text what && row.cells().get(1) instanceof Cell.Text why) {
            Object number = row.cells().get(2) instanceof Cell.Count count
                    ? (Object) count.value()
                    : texts.text("table.small.said");
            Label entry = new Label(texts.text("table.left-out.brief", what.value(), why.value(), number));
            entry.setMinWidth(Region.USE_PREF_SIZE);
            getChildren().add(entry);
        }
    }
}
