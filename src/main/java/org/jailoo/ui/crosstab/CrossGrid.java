package org.jailoo.ui.crosstab;

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

/** A cross-tab as it looks: a label in front, numbers to the right, the total strong. */
final class CrossGrid extends TableView<Row> {
    private static final double LABEL = 240;
    private static final double NUMBER = 104;

    private final Texts texts;

    CrossGrid(Table table, Texts texts) {
        this.texts = texts;
        setId("crosstab-table");
        setAccessibleText(table.title());
        setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        for (int i = 0; i < table.columns().size(); i++) {
            getColumns().add(column(table.columns().get(i).title(), i));
        }
        getItems().setAll(table.rows());
        setRowFactory(view -> new TableRow<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                getStyleClass().remove("total-row");
                if (!empty && row != null && row.sort() == Sort.TOTAL) {
                    getStyleClass().add("total-row");
                }
            }
        });
    }

    private TableColumn<Row, Cell> column(String title, int place) {
        TableColumn<Row, Cell> view = new TableColumn<>();
        ColumnTitle.set(view, title, texts.letters());
        view.setPrefWidth(texts.letters().pixels(place == 0 ? LABEL : NUMBER));
        view.setSortable(false);
        view.setReorderable(false);
        view.setCellValueFactory(
                row -> new SimpleObjectProperty<>(row.getValue().cells().get(place)));
        view.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Cell cell, boolean empty) {
                super.updateItem(cell, empty);
                setText(null);
                setGraphic(null);
                if (!empty && cell instanceof Cell.Text text) {
                    // A label in a cell is measured as if it had one line; a text knows its lines.
                    Text lines = new Text(text.value());
                    lines.getStyleClass().add("cell-text");
                    lines.wrappingWidthProperty().bind(view.widthProperty().subtract(20));
                    setGraphic(lines);
                } else if (!empty && cell != null) {
                    setAlignment(Pos.CENTER_RIGHT);
                    setText(said(cell));
                }
            }
        });
        return view;
    }

    private String said(Cell cell) {
        if (cell instanceof Cell.Count number) {
            return texts.labels().number(number.value());
        }
        if (cell instanceof Cell.Share share) {
            return texts.labels().percent(share.ratio());
        }
        return cell instanceof Cell.Hidden ? Cell.Hidden.MARK : "";
    }
}
