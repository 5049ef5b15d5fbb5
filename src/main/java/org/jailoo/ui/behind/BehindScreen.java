package org.jailoo.ui.behind;

import atlantafx.base.theme.Styles;
import java.util.function.Function;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TableColumn;
import javafx.scene.control.TableRow;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.RecordLines.Line;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.ColumnTitle;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What stands behind a number, as it looks: the number and where it stood, and the records one below the other. */
public final class BehindScreen implements Screen {
    private final BehindModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final TableView<Line> table = new TableView<>();
    private final Label count = new Label();
    private final Label other = new Label();
    private final ListChangeListener<Line> onLines = change -> show();
    private final ChangeListener<Boolean> onLooking = (p, was, is) -> show();

    public BehindScreen(BehindModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
    }

    @Override
    public Parent view() {
        Label from = new Label(model.figure().from());
        from.setId("behind-from");
        from.setWrapText(true);
        from.setMinHeight(Region.USE_PREF_SIZE);
        count.setId("behind-count");
        count.getStyleClass().add("quiet");
        other.setText(texts.text("behind.page.other"));
        other.getStyleClass().add("quiet");
        other.setWrapText(true);
        other.setMinHeight(Region.USE_PREF_SIZE);
        other.managedProperty().bind(other.visibleProperty());
        table();
        VBox.setVgrow(table, Priority.ALWAYS);
        VBox page = new VBox(10, head(), from, count, other, table);
        page.getStyleClass().add("page");
        return page;
    }

    private Node head() {
        Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        back.setId("behind-back");
        back.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        back.setAccessibleText(texts.text("behind.page.back"));
        back.setOnAction(e -> navigator.back());
        Label title = new Label(texts.text(
                "behind.page.title", texts.labels().number(model.figure().value())));
        title.getStyleClass().add("page-title");
        HBox head = new HBox(10, back, title);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void table() {
        table.setId("behind");
        table.setAccessibleText(model.figure().from());
        table.setColumnResizePolicy(TableView.CONSTRAINED_RESIZE_POLICY_FLEX_LAST_COLUMN);
        table.getColumns()
                .add(column(
                        "behind.column.kind",
                        150,
                        line -> texts.labels().type(line.row().type())));
        table.getColumns().add(column("behind.column.name", 280, this::name));
        table.getColumns()
                .add(column(
                        "behind.column.day",
                        150,
                        line -> texts.labels().date(line.row().day())));
        table.getColumns().add(column("behind.column.place", 220, this::place));
        table.setItems(model.lines());
        table.setRowFactory(view -> {
            TableRow<Line> row = new TableRow<>();
            row.setOnMouseClicked(e -> {
                if (e.getClickCount() == 2 && row.getItem() != null) {
                    open(row.getItem());
                }
            });
            return row;
        });
        table.setOnKeyPressed(e -> {
            Line line = table.getSelectionModel().getSelectedItem();
            if (e.getCode() == KeyCode.ENTER && line != null) {
                open(line);
                e.consume();
            }
        });
    }

    private TableColumn<Line, String> column(String key, double width, Function<Line, String> text) {
        TableColumn<Line, String> column = new TableColumn<>();
        ColumnTitle.set(column, texts.text(key), texts.letters());
        column.setPrefWidth(texts.letters().pixels(width));
        column.setSortable(false);
        column.setCellValueFactory(line -> new SimpleStringProperty(text.apply(line.getValue())));
        return column;
    }

    private String name(Line line) {
        return line.row().code().isBlank()
                ? texts.text(
                        "home.record.unnamed", texts.labels().type(line.row().type()))
                : line.row().code();
    }

    private String place(Line line) {
        String settlement = texts.places().settlement(line.adm1(), line.settlement());
        return settlement.isBlank() && !line.adm1().isEmpty() ? texts.labels().code("adm1", line.adm1()) : settlement;
    }

    private void open(Line line) {
        model.open(line);
        navigator.openRecord(line.row().type(), line.row().record());
    }

    private void show() {
        int found = model.lines().size();
        boolean looking = model.lookingProperty().get();
        count.setText(looking ? texts.text("behind.page.looking") : texts.plural("behind.page.count", found));
        other.setVisible(!looking && found > 0 && found != model.figure().value());
        Label empty = new Label(texts.text(looking ? "behind.page.looking" : "behind.page.empty"));
        empty.getStyleClass().add("quiet");
        empty.setWrapText(true);
        table.setPlaceholder(empty);
        String before = model.openedProperty().get();
        for (int i = 0; i < found; i++) {
            if (model.lines().get(i).row().record().equals(before)) {
                table.getSelectionModel().clearAndSelect(i);
                table.scrollTo(i);
            }
        }
        if (found > 0 && table.getSelectionModel().isEmpty()) {
            table.getSelectionModel().select(0);
        }
    }

    @Override
    public void shown() {
        model.lines().addListener(onLines);
        model.lookingProperty().addListener(onLooking);
        model.look();
        show();
    }

    @Override
    public void hidden() {
        model.lines().removeListener(onLines);
        model.lookingProperty().removeListener(onLooking);
    }

    @Override
    public void focus() {
        table.requestFocus();
    }
}
