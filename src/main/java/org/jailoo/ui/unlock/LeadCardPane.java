package org.jailoo.ui.unlock;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextArea;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.identity.Card;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.controls.Wrapped;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The lead's card: taken by file, drag or paste, then compared digit by digit. It can wait. */
final class LeadCardPane extends VBox {
    private final LeadCardModel model;
    private final Messages messages;
    private final FileDialogs files;

    LeadCardPane(LeadCardModel model, Messages messages, FileDialogs files) {
        super(12);
        this.model = model;
        this.messages = messages;
        this.files = files;
        Label done = new Label(messages.text("unlock.lead.done"), new FontIcon(Feather.CHECK_CIRCLE));
        done.getStyleClass().add("note");
        done.setMaxWidth(Double.MAX_VALUE);
        StackPane middle = new StackPane();
        Button later = new Button(messages.text("unlock.lead.later"));
        later.setId("lead-later");
        later.getStyleClass().add(Styles.FLAT);
        later.setOnAction(e -> model.later());
        HBox foot = new HBox(later);
        foot.setAlignment(Pos.CENTER_RIGHT);
        Runnable fill = () -> {
            Card card = model.cardProperty().get();
            middle.getChildren().setAll(card == null ? gate() : compare(card));
        };
        model.cardProperty().addListener((p, was, is) -> fill.run());
        fill.run();
        getChildren().addAll(done, words("unlock.lead.title", "section-title"), middle, foot);
    }

    private Node gate() {
        Button choose = new Button(messages.text("unlock.lead.choose"), new FontIcon(Feather.FOLDER));
        choose.setId("lead-file");
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(e -> {
            Path file = files.open(messages.text("unlock.lead.choose"));
            if (file != null) {
                model.read(file);
            }
        });
        VBox drop = new VBox(10, new FontIcon(Feather.USER_CHECK), words("unlock.lead.drop", "quiet"), choose);
        drop.getStyleClass().add("drop-zone");
        drop.setAlignment(Pos.CENTER);
        drop.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles() || e.getDragboard().hasString()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        drop.setOnDragDropped(e -> {
            if (e.getDragboard().hasFiles()) {
                model.read(e.getDragboard().getFiles().get(0).toPath());
            } else {
                model.paste(e.getDragboard().getString());
            }
            e.setDropCompleted(true);
        });
        TextArea paste = new TextArea();
        paste.setId("lead-paste");
        paste.setPromptText(messages.text("unlock.lead.paste"));
        paste.setAccessibleText(messages.text("unlock.lead.paste"));
        paste.setPrefRowCount(2);
        paste.setWrapText(true);
        paste.textProperty().addListener((p, was, is) -> {
            // What is pasted comes at once; what is typed ends with the last bracket.
            if (is.strip().endsWith("}")) {
                model.paste(is);
            }
        });
        return new VBox(12, words("unlock.lead.why", "quiet"), drop, paste);
    }

    private Node compare(Card card) {
        Label name = new Label(messages.text("unlock.lead.name", card.shownName()));
        name.setId("lead-name");
        name.setWrapText(true);
        GridPane digits = new GridPane();
        digits.setHgap(22);
        digits.setVgap(6);
        digits.setAlignment(Pos.CENTER);
        digits.setId("lead-digits");
        digits.getStyleClass().add("fingerprint-box");
        digits.setAccessibleText(card.fingerprint().digits());
        for (String five : card.fingerprint().digits().split(" ", 0)) {
            Label group = new Label(five);
            group.getStyleClass().addAll("fingerprint", "mono");
            int place = digits.getChildren().size();
            digits.add(group, place % 3, place / 3);
        }
        CheckBox compared = new CheckBox(messages.text("unlock.lead.compared"));
        compared.setId("lead-compared");
        compared.setWrapText(true);
        compared.setMinHeight(Region.USE_PREF_SIZE);
        Button trust = new Button(messages.text("unlock.lead.trust"), new FontIcon(Feather.USER_CHECK));
        trust.setId("lead-trust");
        trust.getStyleClass().add(Styles.ACCENT);
        trust.disableProperty().bind(compared.selectedProperty().not());
        trust.setOnAction(e -> model.trust());
        Button other = new Button(messages.text("unlock.lead.other"));
        other.setId("lead-other");
        other.setOnAction(e -> model.discard());
        FlowPane buttons = new FlowPane(10, 8, trust, other);
        return new VBox(12, name, words("unlock.lead.compare", "quiet"), digits, compared, buttons);
    }

    private Label words(String key, String style) {
        return Wrapped.words(messages.text(key), style);
    }
}
