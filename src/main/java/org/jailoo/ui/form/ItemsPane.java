package org.jailoo.ui.form;

import java.util.HashMap;
import java.util.Map;
import javafx.application.Platform;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.VBox;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The items of a list as cards, and a button to add one. */
public final class ItemsPane extends VBox {
    private final Page page;
    private final ItemsEntry items;
    private final VBox cards = new VBox(8);
    private final Map<String, ItemCard> made = new HashMap<>();
    private final Label empty;

    public ItemsPane(Page page, ItemsEntry items, boolean readOnly) {
        super(8);
        this.page = page;
        this.items = items;
        this.empty = new Label(page.text("record.item.none"));
        empty.getStyleClass().add("quiet");
        getStyleClass().add("items");
        getChildren().addAll(cards);
        if (!readOnly) {
            Button add = new Button(page.text("record.item.add"), new FontIcon(Feather.PLUS));
            add.setId("add-" + items.field().name());
            add.setOnAction(event -> add());
            getChildren().add(add);
        }
        show(readOnly);
        page.listen(items.ids(), () -> show(readOnly));
    }

    private void show(boolean readOnly) {
        cards.getChildren()
                .setAll(items.ids().stream()
                        .map(id -> made.computeIfAbsent(id, i -> new ItemCard(page, items, i, readOnly)))
                        .map(card -> (Node) card)
                        .toList());
        if (items.ids().isEmpty()) {
            cards.getChildren().add(empty);
        }
    }

    private void add() {
        String id = items.add();
        ItemCard card = made.get(id);
        if (card != null) {
            card.open();
            Platform.runLater(card::focusFirst);
        }
    }
}
