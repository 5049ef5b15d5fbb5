package org.jailoo.ui.list;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.CheckMenuItem;
import javafx.scene.control.MenuButton;
import javafx.scene.control.TableCell;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import org.jailoo.app.ListMemory;
import org.jailoo.app.ListRecords.Row;
import org.jailoo.notebook.Lists.Order;
import org.jailoo.record.RecordType;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.common.ValueText;
import org.jailoo.ui.controls.ColumnTitle;
import org.jailoo.ui.list.Columns.Column;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/**
 * The rows of a list with their columns, which the person arranges and the list remembers.
 *
 * <p>A click on a head sorts in the notebook and never what is shown alone; where the notebook has no order for a
 * column, its head says so by having no arrow.
 */
final class ListTable extends TableView<Row> {
    private static final String PREFIX = "column-";
    private static final double UNIT = 80;
    private static final double CODE = 84;

    private final ListModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final RecordType type;
    private final ValueText values;
    private final ListChangeListener<Row> onRows = change -> restoreSelection();
    private final ChangeListener<Order> onOrder = (p, was, is) -> mirror(is);
    private final ChangeListener<String> onTyped = (p, was, is) -> mirrorAgain();
    private final ChangeListener<List<ListMemory.Column>> onColumns = (p, was, is) -> arrange(is);
    private boolean mirroring;

    ListTable(ListModel model, Texts texts, Navigator navigator, RecordType type, ValueText values) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.type = type;
        this.values = values;
        setId("records");
        setAccessibleText(texts.labels().types(type.name()));
        setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        setItems(model.rows());
        getColumns().add(marks());
        Columns.of(type).forEach(column -> getColumns().add(column(column)));
        for (Column other : Columns.others(type)) {
            TableColumn<Row, String> column = column(other);
            column.setVisible(false);
            getColumns().add(column);
        }
        setSortPolicy(table -> {
            sorted();
            return true;
        });
        setRowFactory(view -> {
            TableRow<Row> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && row.getItem() != null) {
                    open(row.getItem());
                }
            });
            return row;
        });
        setOnKeyPressed(e -> {
            Row row = getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && row != null) {
                open(row);
            }
        });
    }

    void shown() {
        model.rows().addListener(onRows);
        model.orderProperty().addListener(onOrder);
        model.columnsProperty().addListener(onColumns);
        model.typedProperty().addListener(onTyped);
        arrange(model.columnsProperty().get());
        mirror(model.orderProperty().get());
    }

    /** Out of view: how the columns stand now is remembered. */
    void hidden() {
        model.rows().removeListener(onRows);
        model.orderProperty().removeListener(onOrder);
        model.columnsProperty().removeListener(onColumns);
        model.typedProperty().removeListener(onTyped);
        if (getWidth() > 0) {
            model.keepColumns(arrangement());
        }
    }

    // ---- order

    private void sorted() {
        if (mirroring) {
            return;
        }
        TableColumn<Row, ?> by =
                getSortOrder().isEmpty() ? null : getSortOrder().get(0);
        Order order = by == null ? null : Columns.order(type, path(by));
        if (by == null || order == null || model.isSearching()) {
            // The third click takes the arrow away: that is the order in which lists stand by themselves.
            mirror(model.orderProperty().get());
            return;
        }
        boolean up = by.getSortType() == TableColumn.SortType.ASCENDING;
        model.orderProperty()
                .set(order == Order.CODE ? (up ? order : Order.CODE_BACKWARDS) : (up ? order : Order.LATEST));
    }

    private void mirrorAgain() {
        mirror(model.orderProperty().get());
    }

    private void mirror(Order order) {
        boolean code = order == Order.CODE || order == Order.CODE_BACKWARDS;
        mirroring = true;
        getSortOrder().clear();
        for (TableColumn<Row, ?> column : getColumns()) {
            Order own = Columns.order(type, path(column));
            // What is searched for stands with the best finds first, whatever the order.
            boolean arrow = own != null && (own == Order.CODE) == code && !model.isSearching();
            if (arrow && getSortOrder().isEmpty()) {
                column.setSortType(
                        order == Order.CODE || order == Order.EARLIEST
                                ? TableColumn.SortType.ASCENDING
                                : TableColumn.SortType.DESCENDING);
                getSortOrder().add(column);
            }
        }
        mirroring = false;
    }

    // ---- columns

    private static String path(TableColumn<Row, ?> column) {
        String id = column.getId();
        return id == null ? "" : id.substring(PREFIX.length());
    }

    private List<ListMemory.Column> arrangement() {
        List<ListMemory.Column> columns = new ArrayList<>();
        for (TableColumn<Row, ?> column : getColumns()) {
            if (column.getId() != null) {
                double width = column.isVisible() ? column.getWidth() : column.getPrefWidth();
                columns.add(new ListMemory.Column(path(column), Math.round(width), column.isVisible()));
            }
        }
        return columns;
    }

    private void arrange(List<ListMemory.Column> remembered) {
        if (remembered.isEmpty() || remembered.equals(arrangement())) {
            return;
        }
        List<TableColumn<Row, ?>> order = new ArrayList<>();
        order.add(getColumns().get(0));
        for (ListMemory.Column each : remembered) {
            getColumns().stream()
                    .filter(column -> column.getId() != null && path(column).equals(each.path()))
                    .forEach(column -> {
                        column.setPrefWidth(Math.max(40.0, (double) each.width()));
                        column.setVisible(each.shown());
                        order.add(column);
                    });
        }
        // What a newer version of the program has added stands at the end.
        getColumns().stream().filter(column -> !order.contains(column)).forEach(order::add);
        getColumns().setAll(order);
        mirror(model.orderProperty().get());
    }

    /** The menu that shows and hides columns. */
    MenuButton menu() {
        MenuButton menu = new MenuButton(null, new FontIcon(Feather.COLUMNS));
        menu.setId("columns");
        menu.setTooltip(new Tooltip(texts.text("list.columns.hint")));
        menu.setAccessibleText(texts.text("list.columns.hint"));
        for (TableColumn<Row, ?> column : getColumns()) {
            if (column.getId() != null) {
                CheckMenuItem item = new CheckMenuItem(column.getText());
                item.setMnemonicParsing(false);
                item.selectedProperty().bindBidirectional(column.visibleProperty());
                menu.getItems().add(item);
            }
        }
        return menu;
    }

    private TableColumn<Row, String> column(Column column) {
        String[] path = column.path().split("\\.");
        TableColumn<Row, String> view = new TableColumn<>();
        ColumnTitle.set(view, texts.labels().field(type.name(), path), texts.letters());
        view.setId(PREFIX + column.path());
        view.setSortable(Columns.order(type, column.path()) != null);
        view.setPrefWidth(texts.letters().pixels(column.weight() * UNIT));
        if (column.path().equals("code")) {
            // By its code people know a record: cut off, it is nothing.
            view.setMinWidth(texts.letters().pixels(CODE));
        }
        view.setCellValueFactory(
                row -> new SimpleStringProperty(line(values.of(row.getValue().state(), column.path()))));
        view.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item);
                boolean hint = item != null && item.length() > 40;
                setTooltip(empty || !hint ? null : tooltip(item));
            }
        });
        return view;
    }

    private Tooltip tooltip(String text) {
        Tooltip tooltip = new Tooltip(text);
        tooltip.setWrapText(true);
        tooltip.setMaxWidth(texts.letters().pixels(480));
        return tooltip;
    }

    private static String line(String text) {
        return text.replace('\n', ' ');
    }

    /** Marks of what needs a person: by shape and words, not by colour alone. */
    private TableColumn<Row, Row> marks() {
        TableColumn<Row, Row> view = new TableColumn<>();
        view.setSortable(false);
        view.setResizable(false);
        view.setReorderable(false);
        view.setMinWidth(34);
        view.setMaxWidth(34);
        view.setCellValueFactory(row -> new SimpleObjectProperty<>(row.getValue()));
        view.setCellFactory(c -> new TableCell<>() {
            @Override
            protected void updateItem(Row row, boolean empty) {
                super.updateItem(row, empty);
                Feather icon = empty || row == null ? null : mark(row);
                setGraphic(icon == null ? null : icon(icon));
                setTooltip(icon == null || row == null ? null : new Tooltip(said(row)));
            }
        });
        return view;
    }

    private static Node icon(Feather feather) {
        FontIcon icon = new FontIcon(feather);
        icon.getStyleClass().add("conflict-mark");
        return icon;
    }

    private static @Nullable Feather mark(Row row) {
        if (row.listed().conflicts() > 0) {
            return Feather.ALERT_TRIANGLE;
        }
        return row.listed().incomplete() ? Feather.CLOUD_OFF : null;
    }

    private String said(Row row) {
        return row.listed().conflicts() > 0
                ? texts.plural("list.mark.conflicts", row.listed().conflicts())
                : texts.text("list.mark.incomplete");
    }

    private void open(Row row) {
        model.select(row.record());
        navigator.openRecord(type.name(), row.record());
    }

    private void restoreSelection() {
        String wanted = model.selected();
        for (int i = 0; wanted != null && i < model.rows().size(); i++) {
            if (model.rows().get(i).record().equals(wanted)) {
                getSelectionModel().select(i);
                scrollTo(Math.max(0, i - 5));
            }
        }
    }
}
