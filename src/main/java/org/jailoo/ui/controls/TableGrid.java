package org.jailoo.ui.controls;

import java.util.Objects;
import javafx.application.Platform;
import javafx.beans.property.SimpleObjectProperty;
import javafx.geometry.Pos;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TablePosition;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.text.Text;
import org.jailoo.report.Cell;
import org.jailoo.report.Table;
import org.jailoo.report.Table.Row;
import org.jailoo.report.Table.Sort;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;

/** One table, as it looks: numbers to the right, totals strong, contradictions marked. */
public final class TableGrid extends TableView<Row> {
    private static final String SHEET = Objects.requireNonNull(
                    TableGrid.class.getResource("/org/jailoo/ui/figures.css"))
            .toExternalForm();
    private static final String FIGURE = "figure";

    private final Table table;
    private final Texts texts;
    private final Figures figures;
    private final boolean slim;

    /** With columns as wide as they ask for. */
    public TableGrid(Table table, Texts texts, Figures figures) {
        this(table, texts, figures, false);
    }

    /** With narrow columns, and shares in percent alone, where a picture stands beside it. */
    public static TableGrid slim(Table table, Texts texts, Figures figures) {
        return new TableGrid(table, texts, figures, true);
    }

    private TableGrid(Table table, Texts texts, Figures figures, boolean slim) {
        this.slim = slim;
        this.table = table;
        this.texts = texts;
        this.figures = figures;
        getStylesheets().add(SHEET);
        setId("table");
        setAccessibleText(table.title());
        setColumnResizePolicy(TableView.UNCONSTRAINED_RESIZE_POLICY);
        for (int i = 0; i < table.columns().size(); i++) {
            getColumns().add(column(table.columns().get(i), i));
        }
        getItems().setAll(table.rows());
        getSelectionModel().setCellSelectionEnabled(true);
        setOnKeyPressed(event -> {
            TablePosition<?, ?> at = getFocusModel().getFocusedCell();
            if (event.getCode() == KeyCode.ENTER && at.getRow() >= 0 && at.getColumn() >= 0) {
                figures.open(at.getRow(), at.getColumn());
                event.consume();
            }
        });
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

    /** Whether any of its numbers can be opened. */
    public boolean opens() {
        return figures.any();
    }

    /** Puts the keyboard on the number from which the person went away; false where it does not stand in this table. */
    public boolean goBackTo(Figures.@Nullable At left) {
        boolean here = left != null
                && left.table().equals(table.key())
                && left.row() < getItems().size()
                && left.column() < getColumns().size();
        if (left != null && here) {
            getSelectionModel().clearAndSelect(left.row(), getColumns().get(left.column()));
            scrollTo(left.row());
            scrollToColumnIndex(left.column());
            Platform.runLater(this::requestFocus);
        }
        return here;
    }

    private TableColumn<Row, Cell> column(Table.Column column, int place) {
        TableColumn<Row, Cell> view = new TableColumn<>();
        ColumnTitle.set(view, column.title(), texts.letters());
        double width = switch (column.width()) {
            case NARROW -> 80;
            case NORMAL -> slim ? 104 : 136;
            case WIDE -> slim ? 240 : 290;
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
                getStyleClass().remove(FIGURE);
                setOnMouseClicked(null);
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
                if (figures.opens(getIndex(), place)) {
                    getStyleClass().add(FIGURE);
                    setOnMouseClicked(event -> {
                        if (event.getClickCount() == 2) {
                            figures.open(getIndex(), place);
                        }
                    });
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
        if (cell instanceof Cell.Share share && slim) {
            return texts.labels().percent(share.ratio());
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
