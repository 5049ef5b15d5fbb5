package org.jailoo.ui.controls;

import atlantafx.base.controls.CustomTextField;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Node;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A choice of one among many: typing searches, the arrow keys choose, the cross clears. */
public final class ChoiceField extends CustomTextField {
    private final Supplier<Filter> filter;
    private final Consumer<@Nullable String> chosen;
    private final PickPopup popup;
    private final Node clear;
    private @Nullable Option now;
    private boolean filling;

    /**
     * A field that shows nothing yet.
     *
     * @param filter what there is to choose from; asked once somebody looks
     * @param chosen takes the key that a person chose, null where she cleared the field
     */
    public ChoiceField(Supplier<Filter> filter, Consumer<@Nullable String> chosen) {
        this.filter = filter;
        this.chosen = chosen;
        this.popup =
                new PickPopup(this, (typed, then) -> then.accept(filter.get().find(typed)), this::take);
        this.clear = icon(Feather.X, "clear", () -> take(null));
        getStyleClass().add("choice-field");
        setRight(new HBox(2, clear, icon(Feather.CHEVRON_DOWN, "arrow", this::openAll)));
        clear.setVisible(false);
        textProperty().addListener((p, before, typed) -> typed(typed));
        focusedProperty().addListener((p, was, is) -> {
            if (!is) {
                settle();
            }
        });
        setOnMouseClicked(event -> openAll());
    }

    private static Node icon(Feather code, String style, Runnable action) {
        StackPane icon = new StackPane(new FontIcon(code));
        icon.getStyleClass().addAll("field-icon", style);
        icon.setOnMousePressed(event -> {
            action.run();
            event.consume();
        });
        icon.setOnMouseClicked(javafx.event.Event::consume);
        return icon;
    }

    private void openAll() {
        if (!isDisabled() && isEditable()) {
            requestFocus();
            selectAll();
            if (popup.isShowing()) {
                popup.hide();
            } else {
                popup.open("");
            }
        }
    }

    /** Shows a value; one that is in no list is shown by its label all the same. */
    public void show(@Nullable Option option) {
        now = option;
        filling = true;
        setText(option == null ? "" : option.label());
        filling = false;
        clear.setVisible(option != null && isEditable());
        if (isFocused()) {
            end();
        }
    }

    private void typed(String typed) {
        if (filling || !isFocused()) {
            return;
        }
        if (typed.isEmpty()) {
            if (now != null) {
                now = null;
                clear.setVisible(false);
                chosen.accept(null);
            }
            popup.open("");
        } else {
            popup.open(typed);
        }
    }

    private void take(@Nullable Option option) {
        if (!isEditable()) {
            return;
        }
        show(option);
        chosen.accept(option == null ? null : option.key());
    }

    /** Leaving the field: what was typed out counts as chosen, what names nothing gives way to the value. */
    private void settle() {
        String text = getText() == null ? "" : getText();
        String shown = now == null ? "" : now.label();
        if (!text.equals(shown)) {
            Option meant = filter.get().meant(text);
            if (meant != null && isEditable()) {
                take(meant);
            } else {
                show(now);
            }
        }
    }
}
