package org.jailoo.ui.tables;

import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.text.Text;
import org.jailoo.report.Cell;
import org.jailoo.report.Table;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ColumnTitle;

/** One table, as it looks: numbers to the right, totals strong, contradictions marked. */
final class TableGrid extends TableView<Row> {
    private final Texts texts;

    TableGrid(Table table, Texts texts) {
        this.texts = texts;
        setId("table");
        setAccessibleText(table.title());
        setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        for (int i = 0; i < table.columns().size(); i++) {
            getColumns().add(column(table.columns().get(i), i));
        }
        getItems().setAll(table.rows());
        setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                getStyleClass().removeAll("total-row", "contradicted-row");
                if (!empty && row != null && row.sort() == Sort.TOTAL) {
                    getStyleClass().add("total-row");
                } else if (!empty && row != null && row.sort() == Sort.CONTRADICTED) {
                    getStyleClass().add("contradicted-row");
                }
            }
        });
    }

    private TableColumn<Row, Cell> column(Table.Column column, int place) {
        TableColumn<Row, Cell> view = new TableColumn<>();
        ColumnTitle.set(view, column.title(), texts.letters());
        double width = switch (column.width()) {
            case NARROW -> 80;
            case NORMAL -> 136;
            case WIDE -> 290;
        };
        view.setPrefWidth(texts.letters().pixels(width));
        view.setSortable(false);
        view.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().cells().get(place)));
        view.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Cell cell, boolean empty) {
                super.updateItem(cell, empty);
                setText(null);
                setGraphic(null);
                boolean hidden = !empty && cell instanceof Cell.Hidden;
                getStyleClass().removeAll("quiet");
                setAccessibleText(hidden ? texts.text("table.small.said") : null);
                if (hidden) {
                    getStyleClass().add("quiet");
                }
                if (empty || cell == null) {
                    return;
                }
                boolean text = cell instanceof Cell.Text;
                setAlignment(text ? Pos.CENTER_LEFT : Pos.CENTER_RIGHT);
                if (text) {
                    // A label in a cell is measured as if it had one line; a text knows its lines.
                    Text lines = new Text(said(cell));
                    lines.getStyleClass().add("cell-text");
                    lines.wrappingWidthProperty().bind(view.widthProperty().subtract(20));
                    setGraphic(lines);
                } else {
                    setText(said(cell));
                }
            }
        });
        return view;
    }

    private String said(Cell cell) {
        if (cell instanceof Cell.Text text) {
            return text.value();
        }
        if (cell instanceof Cell.Count number) {
            return texts.labels().number(number.value());
        }
        if (cell instanceof Cell.Share share) {
            return texts.labels().number(share.part().value()) + " / "
                    + texts.labels().number(share.base().value()) + " = "
                    + texts.labels().percent(share.ratio());
        }
        if (cell instanceof Cell.Hidden) {
            return Cell.Hidden.MARK;
        }
        return cell instanceof Cell.Day day ? texts.labels().date(day.value().toString()) : "";
    }
}
