package org.jailoo.ui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.geometry.VPos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.ColumnConstraints;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Every key that does something, at the side of the window: F1 opens it, F1 or Esc closes it, nothing behind it is stopped. */
final class KeyList extends VBox {
    private final Messages messages;
    private final GridPane rows = new GridPane();
    private final Button close = new Button(null, new FontIcon(Feather.X));

    KeyList(Messages messages, Runnable closed, Runnable openGuide) {
        this.messages = messages;
        setId("key-list");
        getStyleClass().add("key-list");
        Label title = new Label(messages.text("keys.page.title"));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        close.setId("key-list-close");
        close.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        close.setAccessibleText(messages.text("keys.action.close"));
        close.setOnAction(e -> closed.run());
        HBox head = new HBox(title, new Spacer(), close);
        head.setAlignment(Pos.CENTER_LEFT);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                closed.run();
            }
        });
        ColumnConstraints keys = new ColumnConstraints();
        keys.setMinWidth(Region.USE_PREF_SIZE);
        ColumnConstraints words = new ColumnConstraints();
        words.setHgrow(Priority.ALWAYS);
        words.setMinWidth(0);
        rows.getColumnConstraints().addAll(keys, words);
        rows.setHgap(14);
        rows.setVgap(8);
        fill();
        ScrollPane scroll = new ScrollPane(rows);
        scroll.setFitToWidth(true);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().add("edge-to-edge");
        scroll.setAccessibleText(messages.text("keys.page.title"));
        VBox.setVgrow(scroll, Priority.ALWAYS);
        Button guide = new Button(messages.text("guide.page.title"), new FontIcon(Feather.BOOK_OPEN));
        guide.setId("key-list-guide");
        guide.setMaxWidth(Double.MAX_VALUE);
        guide.setOnAction(e -> openGuide.run());
        getChildren().addAll(head, guide, scroll);
    }

    private void fill() {
        part("keys.part.everywhere");
        row("F1", "keys.row.this");
        row("Tab  ⇧Tab", "keys.row.tab");
        row("Ctrl+K", "keys.row.find");
        row("Ctrl+L", "keys.row.lock");
        row("Esc  Esc", "lock.keys.twice");
        row("Ctrl++  Ctrl+−  Ctrl+0", "keys.row.size");
        part("keys.part.form");
        row("Ctrl+S", "keys.row.save");
        row("Ctrl+Z  Ctrl+Y", "keys.row.undo");
        row("↓", "keys.row.open-choice");
        row("Enter", "keys.row.pick");
        row("Esc", "keys.row.escape");
        row("Ctrl+Alt+н  о  у", "keys.row.letters");
        row("Ctrl+;", "keys.row.palette");
        part("keys.part.list");
        row("↓", "keys.row.to-rows");
        row("Enter", "keys.row.open-row");
        part("conflicts.keys.part");
        row("↑  ↓", "conflicts.keys.step");
        row("←  →", "conflicts.keys.choose");
        row("1 … 9  0", "conflicts.keys.digits");
        row("Enter", "conflicts.keys.save");
        row("⇧Enter", "conflicts.keys.side");
        row("F2", "conflicts.keys.edit");
        row("PgUp  PgDn", "conflicts.keys.scroll");
        part("keys.part.question");
        row("Enter", "keys.row.answer");
        row("Esc", "keys.row.answer-nothing");
        row("PgUp  PgDn", "keys.row.read-behind");
    }

    private void part(String key) {
        Label part = new Label(messages.text(key));
        part.getStyleClass().add("section-title");
        part.setWrapText(true);
        rows.add(part, 0, rows.getRowCount(), 2, 1);
    }

    private void row(String keys, String key) {
        int row = rows.getRowCount();
        HBox caps = new HBox(4);
        for (String one : keys.split(" {2}", 0)) {
            Label cap = new Label(one);
            cap.getStyleClass().add("key-cap");
            cap.setMinWidth(Region.USE_PREF_SIZE);
            caps.getChildren().add(cap);
        }
        Label words = new Label(messages.text(key));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        GridPane.setValignment(caps, VPos.TOP);
        rows.add(caps, 0, row);
        rows.add(words, 1, row);
    }

    void focus() {
        close.requestFocus();
    }
}
