package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.Locale;
import javafx.beans.Observable;
import javafx.beans.binding.Bindings;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.Told;
import org.jailoo.notebook.Devices.Device;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.exchange.ExchangeScreen.Asking;
import org.jailoo.ui.exchange.ExportModel.Outcome;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Bundles go out here: to whom, what, and where the file goes. */
final class ExportPane implements ExchangeScreen.Pane {
    private final ExportModel model;
    private final ReceiversModel devices;
    private final Texts texts;
    private final Asking asking;
    private final VBox receivers = new VBox(8);
    private final VBox outcome = new VBox(4);
    private final ListChangeListener<Device> onDevices = change -> fillReceivers();
    private final NamesWanted names;
    private final ChangeListener<@Nullable Path> onWaiting;
    private final ChangeListener<@Nullable Sentence> onRefused;
    private final ChangeListener<@Nullable Outcome> onOutcome = (p, was, is) -> fillOutcome(is);

    ExportPane(ExportModel model, ReceiversModel devices, Texts texts, Asking asking) {
        this.model = model;
        this.devices = devices;
        this.texts = texts;
        this.asking = asking;
        this.names = new NamesWanted(model.names(), texts);
        this.onWaiting = (p, was, is) -> names.ask(is != null);
        this.onRefused = (p, was, is) -> names.refused(is);
    }

    @Override
    public Node view() {
        devices.trusted().addListener(onDevices);
        model.outcomeProperty().addListener(onOutcome);
        fillReceivers();
        fillOutcome(model.outcomeProperty().get());
        VBox whom = new VBox(10, title("exchange.export.to"), receivers);
        whom.getStyleClass().add("card");
        VBox what = new VBox(10, title("exchange.export.what"));
        what.getStyleClass().add("card");
        ToggleGroup group = new ToggleGroup();
        for (Choice choice : new Choice[] {Choice.CHANGES, Choice.ALL, Choice.CODES, Choice.RECEIPT}) {
            what.getChildren().add(choice(choice, group));
        }
        Button write = new Button(texts.text("exchange.action.export"), new FontIcon(Feather.UPLOAD));
        write.setId("export");
        write.getStyleClass().add(Styles.ACCENT);
        write.disableProperty()
                .bind(model.busyProperty()
                        .or(Bindings.createBooleanBinding(
                                () -> model.receivers().isEmpty(), new Observable[] {model.receivers()})));
        write.setOnAction(e -> {
            Path file = asking.files().save(texts.text("exchange.action.export"), "bundle.jailoo");
            if (file != null) {
                model.export(file);
            }
        });
        model.waiting().addListener(onWaiting);
        model.names().failure().addListener(onRefused);
        names.ask(model.waiting().get() != null);
        return new VBox(14, whom, what, new HBox(write), names, outcome);
    }

    @Override
    public void hidden() {
        devices.trusted().removeListener(onDevices);
        model.outcomeProperty().removeListener(onOutcome);
        model.waiting().removeListener(onWaiting);
        model.names().failure().removeListener(onRefused);
    }

    private Label title(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add("section-title");
        return label;
    }

    private void fillReceivers() {
        receivers.getChildren().clear();
        for (Device device : devices.trusted()) {
            receivers.getChildren().add(receiver(device));
        }
        if (receivers.getChildren().isEmpty()) {
            Label none = new Label(texts.text("exchange.export.nobody"));
            none.getStyleClass().add("quiet");
            none.setWrapText(true);
            receivers.getChildren().add(none);
        }
    }

    private Node receiver(Device device) {
        CheckBox box = new CheckBox(device.card().shownName());
        box.getStyleClass().add("receiver");
        box.setSelected(model.receivers().contains(device.card()));
        box.selectedProperty().addListener((p, was, is) -> {
            if (is) {
                model.receivers().add(device.card());
            } else {
                model.receivers().remove(device.card());
            }
        });
        Label fingerprint = new Label(device.card().fingerprint().digits());
        fingerprint.getStyleClass().addAll("quiet", "small");
        return new HBox(14, box, fingerprint);
    }

    private Node choice(Choice choice, ToggleGroup group) {
        RadioButton button = new RadioButton(label(choice));
        button.setToggleGroup(group);
        button.setSelected(model.choiceProperty().get() == choice);
        button.setOnAction(e -> model.choiceProperty().set(choice));
        Label hint = new Label(hint(choice));
        hint.getStyleClass().addAll("quiet", "small", "under-choice");
        hint.setWrapText(true);
        return new VBox(2, button, hint);
    }

    private String label(Choice choice) {
        return switch (choice) {
            case CHANGES -> texts.text("exchange.choice.changes");
            case ALL -> texts.text("exchange.choice.all");
            case CODES -> texts.text("exchange.choice.codes");
            case RECEIPT -> texts.text("exchange.choice.receipt");
        };
    }

    private String hint(Choice choice) {
        return switch (choice) {
            case CHANGES -> texts.text("exchange.hint.changes");
            case ALL -> texts.text("exchange.hint.all");
            case CODES -> texts.text("exchange.hint.codes");
            case RECEIPT -> texts.text("exchange.hint.receipt");
        };
    }

    private Label stays(Told told) {
        String reason =
                "table.reason." + told.why().name().toLowerCase(Locale.ROOT).replace('_', '-');
        Label label = new Label(texts.text(
                "exchange.stays.line", texts.labels().types(told.type()), texts.text(reason), told.records()));
        label.getStyleClass().add("export-stays");
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private void fillOutcome(@Nullable Outcome is) {
        outcome.getChildren().clear();
        outcome.getStyleClass().setAll(is == null || is.done() ? "notice" : "warning");
        outcome.setVisible(is != null);
        if (is != null) {
            String said = is.said() == null
                    ? texts.plural("cli.export.done", is.revisions(), is.file().toString())
                    : is.said().in(texts.messages());
            Label label = new Label(said);
            label.setId("export-outcome");
            label.setWrapText(true);
            label.setMinHeight(Region.USE_PREF_SIZE);
            outcome.getChildren().add(label);
            is.stays().forEach(told -> outcome.getChildren().add(stays(told)));
        }
    }
}
