package org.jailoo.ui.controls;

import atlantafx.base.theme.Styles;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Asks, in its place on a page, for the passphrase that opens names and contacts, and says why it is needed here. */
public final class OpenNames extends VBox {
    private final Messages messages;
    private final PasswordField field = new PasswordField();
    private final Label refused = new Label();

    /**
     * The question.
     *
     * @param why in the language of the page
     * @param record for which record; null where it is not for one
     */
    public OpenNames(NamesModel names, Messages messages, String why, @Nullable String record) {
        super(8);
        this.messages = messages;
        getStyleClass().add("open-names");
        Label said = words(why);
        said.setGraphic(new FontIcon(Feather.LOCK));
        said.setGraphicTextGap(10);
        String asked = messages.text(names.isApart() ? "identity.open.own" : "identity.open.passphrase");
        field.setId("names-passphrase");
        field.setPromptText(asked);
        field.setAccessibleText(asked);
        HBox.setHgrow(field, Priority.ALWAYS);
        field.setMaxWidth(420);
        Button open = new Button(messages.text("identity.open.action"), new FontIcon(Feather.UNLOCK));
        open.setId("names-open");
        open.getStyleClass().add(Styles.ACCENT);
        open.setMinWidth(Region.USE_PREF_SIZE);
        open.disableProperty()
                .bind(field.textProperty().isEmpty().or(names.state().isNotEqualTo(NamesModel.State.CLOSED)));
        Runnable go = () -> {
            if (!open.isDisabled()) {
                char[] passphrase = field.getText().toCharArray();
                field.clear();
                names.open(passphrase, record);
                refused.setText("");
            }
        };
        open.setOnAction(event -> go.run());
        field.setOnAction(event -> go.run());
        HBox row = new HBox(8, field, open);
        row.setAlignment(Pos.CENTER_LEFT);
        refused.setId("names-refused");
        refused.setWrapText(true);
        refused.setMinHeight(Region.USE_PREF_SIZE);
        refused.getStyleClass().add("open-names-refused");
        refused.visibleProperty().bind(refused.textProperty().isNotEmpty());
        refused.managedProperty().bind(refused.visibleProperty());
        Label waiting = words(messages.text("identity.open.waiting"));
        waiting.getStyleClass().add("quiet");
        waiting.visibleProperty().bind(names.state().isEqualTo(NamesModel.State.OPENING));
        waiting.managedProperty().bind(waiting.visibleProperty());
        getChildren().addAll(said, row, waiting, refused);
    }

    /** Shows why it was not opened; whoever made this calls it when the reason turns. */
    public void refused(@Nullable Sentence why) {
        refused.setText(why == null ? "" : why.in(messages));
        if (why != null) {
            field.requestFocus();
        }
    }

    private static Label words(String text) {
        return Wrapped.words(text);
    }
}
