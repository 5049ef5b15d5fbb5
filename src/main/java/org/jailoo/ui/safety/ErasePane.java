package org.jailoo.ui.safety;

import atlantafx.base.theme.Styles;
import javafx.application.Platform;
import javafx.beans.InvalidationListener;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.app.EmergencyErase.Loss;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Lies over the whole window while a notebook may be about to end; Esc always stops. */
public final class ErasePane extends StackPane {
    private final EraseModel model;
    private final Texts texts;
    private final VBox box = new VBox(14);

    public ErasePane(EraseModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
        setId("erase-pane");
        getStyleClass().add("erase-shade");
        getStylesheets().add(SafetyScreen.SHEET);
        box.getStyleClass().add("erase-box");
        box.setMaxSize(620, Region.USE_PREF_SIZE);
        getChildren().add(box);
        addEventFilter(KeyEvent.KEY_PRESSED, e -> {
            if (e.getCode() == KeyCode.ESCAPE) {
                e.consume();
                model.stop();
            }
        });
        InvalidationListener fill = p -> fill();
        model.lossProperty().addListener(fill);
        model.stageProperty().addListener(fill);
        model.secondsProperty().addListener(fill);
        fill();
    }

    private void fill() {
        if (model.stageProperty().get() == EraseModel.Stage.COUNTING) {
            counting();
        } else {
            asking();
        }
    }

    private void asking() {
        Label title = new Label(texts.text("safety.erase.ask"));
        title.getStyleClass().add("page-title");
        title.setWrapText(true);
        Button keep = new Button(texts.text("safety.erase.keep"));
        keep.setId("erase-keep");
        keep.setCancelButton(true);
        keep.setDefaultButton(true);
        keep.setOnAction(e -> model.stop());
        Button erase = new Button(texts.text("safety.erase.do"), new FontIcon(Feather.TRASH_2));
        erase.setId("erase-do");
        erase.getStyleClass().add(Styles.DANGER);
        erase.setOnAction(e -> model.begin());
        FlowPane buttons = new FlowPane(10, 8, keep, erase);
        buttons.setAlignment(Pos.CENTER_RIGHT);
        box.getChildren().setAll(title, facts(), Cards.quiet(texts.text("safety.erase.limits")), buttons);
        focus(keep);
    }

    private VBox facts() {
        VBox facts = new VBox(6);
        facts.setId("erase-facts");
        facts.getStyleClass().add("erase-facts");
        Loss loss = model.lossProperty().get();
        if (loss == null) {
            facts.getChildren().add(Cards.words(model.isUnknown() ? texts.text("safety.erase.unknown") : "…"));
            return facts;
        }
        String records = loss.lead() == null
                ? texts.plural("safety.erase.alone", loss.records())
                : loss.records() == 0
                        ? texts.text("safety.erase.received")
                        : texts.plural("safety.erase.records", loss.records());
        facts.getChildren().add(Cards.words(records));
        if (loss.drafts() > 0) {
            facts.getChildren().add(Cards.words(texts.plural("safety.erase.drafts", loss.drafts())));
        }
        String made = loss.backup().made();
        facts.getChildren()
                .add(Cards.words(
                        made == null
                                ? texts.text("safety.erase.no-backup")
                                : texts.text("safety.erase.backup", Cards.day(texts, made))));
        return facts;
    }

    private void counting() {
        int left = model.secondsProperty().get();
        Label number = new Label(String.valueOf(left));
        number.getStyleClass().add("erase-number");
        Label words = Cards.words(texts.plural("safety.erase.counting", left));
        words.setId("erase-counting");
        Button stop = new Button(texts.text("safety.erase.stop"));
        stop.setId("erase-stop");
        stop.getStyleClass().addAll(Styles.ACCENT, "erase-stop");
        stop.setMaxWidth(Double.MAX_VALUE);
        stop.setDefaultButton(true);
        stop.setOnAction(e -> model.stop());
        VBox middle = new VBox(6, number, words);
        middle.setAlignment(Pos.CENTER);
        box.getChildren().setAll(middle, stop);
        focus(stop);
    }

    private static void focus(Button button) {
        button.requestFocus();
        // A pane that was just put up has no scene yet.
        Platform.runLater(button::requestFocus);
    }
}
