package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.DateField;
import org.jailoo.ui.controls.DateInput;
import org.jailoo.ui.withdrawal.WithdrawModel.Way;
import org.kordamp.ikonli.feather.Feather;

/** The three ways: no longer use, erase everywhere, or leave everything as it is. No one slip erases anything. */
final class ChoicePane extends VBox {
    private final WithdrawModel model;
    private final Texts texts;
    private final VBox stop = new VBox(8);
    private final VBox erase = new VBox(8);
    private final VBox said = new VBox();
    private final List<Runnable> ends = new ArrayList<>();

    ChoicePane(WithdrawModel model, Texts texts, Navigator navigator) {
        super(12);
        this.model = model;
        this.texts = texts;
        setId("withdraw-choice");
        getStyleClass().add("card");
        ToggleGroup group = new ToggleGroup();
        getChildren().add(Parts.head(texts.text("withdrawal.choice.title")));
        if (model.canStop()) {
            getChildren().addAll(choice(group, Way.STOP, "way-stop", "withdrawal.choice.stop", stop));
            stop.getChildren().addAll(Parts.quiet(texts.text("withdrawal.choice.stop-text")), day());
        }
        getChildren().addAll(choice(group, Way.ERASE, "way-erase", "withdrawal.choice.erase", erase));
        erase.getChildren().addAll(Parts.quiet(texts.text("withdrawal.choice.erase-text")), word());
        Button cancel = new Button(texts.text("withdrawal.choice.cancel"));
        cancel.setId("withdraw-cancel");
        cancel.setOnAction(event -> navigator.back());
        getChildren().addAll(said, cancel);
        listen(model.wayProperty(), this::show);
        listen(model.refusedProperty(), this::show);
        show();
    }

    /** Ends every subscription. */
    void close() {
        ends.forEach(Runnable::run);
        ends.clear();
    }

    private void listen(ObservableValue<?> value, Runnable then) {
        ChangeListener<Object> listener = (p, before, now) -> then.run();
        value.addListener(listener);
        ends.add(() -> value.removeListener(listener));
    }

    private List<Node> choice(ToggleGroup group, Way way, String id, String key, VBox inside) {
        RadioButton radio = new RadioButton(texts.text(key));
        radio.setId(id);
        radio.setToggleGroup(group);
        radio.setSelected(model.wayProperty().get() == way);
        radio.setOnAction(event -> model.wayProperty().set(way));
        radio.getStyleClass().add("withdrawal-way");
        inside.getStyleClass().add("under-choice");
        return List.of(radio, inside);
    }

    private void show() {
        Way way = model.wayProperty().get();
        for (Node node : stop.getChildren()) {
            shown(node, node.getId() == null || way == Way.STOP);
        }
        for (Node node : erase.getChildren()) {
            shown(node, node.getId() == null || way == Way.ERASE);
        }
        said.getChildren().clear();
        if (model.refusedProperty().get() != null) {
            said.getChildren()
                    .add(Parts.banner(
                            "warning",
                            Feather.ALERT_TRIANGLE,
                            model.refusedProperty().get().in(texts.messages())));
        }
    }

    private static void shown(Node node, boolean is) {
        node.setVisible(is);
        node.setManaged(is);
    }

    private Node day() {
        Label ask = Parts.words(texts.text("withdrawal.choice.day"));
        DateField field = new DateField();
        field.setId("withdraw-day");
        field.setAccessibleText(ask.getText());
        field.setPrefColumnCount(12);
        field.textProperty().bindBidirectional(model.dayProperty());
        ends.add(() -> field.textProperty().unbindBidirectional(model.dayProperty()));
        Button today = new Button(texts.text("interview.consent.today"));
        today.setId("withdraw-today");
        today.getStyleClass().addAll("flat", "small", "accent");
        today.setOnAction(event -> model.dayProperty().set(DateInput.shown(model.today())));
        Button go = new Button(texts.text("withdrawal.choice.stop-go"));
        go.setId("withdraw-stop");
        go.getStyleClass().add("accent");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> model.go());
        Runnable look = () ->
                go.setDisable(model.dayTyped() == null || model.busyProperty().get());
        listen(model.dayProperty(), look);
        listen(model.busyProperty(), look);
        look.run();
        HBox line = new HBox(8, field, today, go);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(6, ask, line);
        box.setId("withdraw-stop-part");
        return box;
    }

    private Node word() {
        Label ask = Parts.words(texts.text("withdrawal.choice.type", model.word()));
        TextField field = new TextField();
        field.setId("withdraw-word");
        field.setAccessibleText(ask.getText());
        field.setPrefColumnCount(16);
        field.textProperty().bindBidirectional(model.typedProperty());
        ends.add(() -> field.textProperty().unbindBidirectional(model.typedProperty()));
        Button go = new Button(texts.text("withdrawal.choice.erase-go"));
        go.setId("withdraw-erase");
        go.getStyleClass().add("danger");
        go.setMinWidth(Region.USE_PREF_SIZE);
        go.setOnAction(event -> model.go());
        Runnable look = () -> go.setDisable(
                !model.meantProperty().get() || model.busyProperty().get());
        listen(model.typedProperty(), look);
        listen(model.busyProperty(), look);
        look.run();
        HBox line = new HBox(8, field, go);
        line.setAlignment(Pos.CENTER_LEFT);
        VBox box = new VBox(
                6, Parts.banner("warning", Feather.ALERT_TRIANGLE, texts.text("withdrawal.choice.no-undo")), ask, line);
        box.setId("withdraw-erase-part");
        return box;
    }
}
