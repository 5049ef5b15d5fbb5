package org.jailoo.ui.exchange;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.io.File;
import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jailoo.app.ImportResult;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.exchange.Arrival.Seen;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jailoo.ui.exchange.ExchangeScreen.Asking;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Files come in here; each says what it would do before anything is written. */
final class ImportPane implements ExchangeScreen.Pane {
    private final ImportModel model;
    private final Texts texts;
    private final Asking asking;
    private final VBox list = new VBox(10);
    private final ListChangeListener<Arrival> onArrivals = change -> fill();

    ImportPane(ImportModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
    }

    @Override
    public Node view() {
        model.arrivals().addListener(onArrivals);
        fill();
        list.setId("arrivals");
        return new VBox(14, gate(), list);
    }

    @Override
    public void hidden() {
        model.arrivals().removeListener(onArrivals);
    }

    private Node gate() {
        Label words = new Label(texts.text("exchange.import.drop"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setTextAlignment(TextAlignment.CENTER);
        Button choose = new Button(texts.text("exchange.import.choose"), new FontIcon(Feather.DOWNLOAD));
        choose.setId("choose-bundles");
        choose.getStyleClass().add(Styles.ACCENT);
        choose.setOnAction(e -> model.add(asking.files().openMany(texts.text("exchange.import.choose"))));
        VBox gate = new VBox(10, words, choose);
        gate.getStyleClass().add("drop-zone");
        gate.setAlignment(Pos.CENTER);
        gate.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        gate.setOnDragDropped(e -> {
            model.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
        });
        return gate;
    }

    private void fill() {
        list.getChildren().setAll(model.arrivals().stream().map(this::card).toList());
    }

    private Node card(Arrival arrival) {
        Label name = new Label(String.valueOf(arrival.file().getFileName()));
        name.getStyleClass().add("section-title");
        Label stage = new Label(said(arrival.stage()), icon(arrival.stage()));
        stage.getStyleClass().add("quiet");
        HBox head = new HBox(10, name, new Spacer(), stage);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox card = new VBox(8, head);
        card.getStyleClass().add("card");
        if (arrival.stage() == Stage.READING) {
            ProgressBar bar = new ProgressBar(arrival.progress());
            bar.setMaxWidth(Double.MAX_VALUE);
            card.getChildren().add(bar);
        }
        if (arrival.seen() != null) {
            card.getChildren().add(sender(arrival.seen()));
        }
        if (arrival.result() != null) {
            card.getChildren().addAll(counts(arrival.result()));
        }
        if (arrival.said() != null) {
            card.getChildren().add(warning(arrival.said().in(texts.messages())));
        }
        if (arrival.seen() != null && !arrival.seen().trusted() && arrival.stage() == Stage.READY) {
            card.getChildren()
                    .add(warning(texts.text(
                            "exchange.import.unknown",
                            arrival.seen().sender().fingerprint().digits())));
        }
        card.getChildren().add(buttons(arrival));
        return card;
    }

    private Node sender(Seen seen) {
        Label label = new Label(texts.text(
                "exchange.import.sender",
                seen.sender().shownName(),
                texts.labels().date(seen.created().substring(0, 10))));
        label.setWrapText(true);
        return label;
    }

    /** The counts in one line, and a line for each thing that a person has to know. */
    private List<Node> counts(ImportResult result) {
        HBox chips = new HBox(22);
        chips.getChildren()
                .addAll(
                        count(result.fresh(), "exchange.count.new"),
                        count(result.changed(), "exchange.count.changed"),
                        count(result.same(), "exchange.count.same"),
                        count(result.conflicts(), "exchange.count.conflicts"),
                        count(result.heldPurges(), "exchange.count.held"),
                        count(result.gaps(), "exchange.count.gaps"));
        List<Node> nodes = new ArrayList<>(List.of(chips));
        if (result.forwarded()) {
            nodes.add(warning(texts.text("exchange.import.forwarded")));
        }
        if (result.heldPurges() > 0) {
            nodes.add(held(texts.plural("exchange.import.held", result.heldPurges())));
        }
        if (result.forks() > 0) {
            nodes.add(warning(texts.plural("cli.import.forks", result.forks())));
        }
        long blocked =
                result.blocked().values().stream().mapToLong(Long::longValue).sum();
        if (blocked > 0) {
            nodes.add(warning(texts.plural("exchange.import.blocked", blocked)));
        }
        return nodes;
    }

    /** Erasures that wait, and the way to where a person decides. */
    private Node held(String text) {
        Hyperlink look = new Hyperlink(texts.text("withdrawal.action.look"));
        look.setId("import-held");
        look.setMinWidth(Region.USE_PREF_SIZE);
        look.setOnAction(e -> asking.withdrawals().run());
        Node box = warning(text);
        if (box instanceof HBox line) {
            line.getChildren().add(look);
        }
        return box;
    }

    private Node count(long value, String key) {
        Label number = new Label(texts.labels().number(value));
        number.getStyleClass().add(value == 0 ? "chip-zero" : "chip-number");
        Label words = new Label(texts.text(key));
        words.getStyleClass().addAll("quiet", "small");
        return new VBox(number, words);
    }

    private static Node warning(String text) {
        Label label = new Label(text);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(label, Priority.ALWAYS);
        HBox box = new HBox(label);
        box.getStyleClass().add("warning");
        return box;
    }

    private Node buttons(Arrival arrival) {
        HBox box = new HBox(8);
        box.setAlignment(Pos.CENTER_RIGHT);
        Button dismiss = new Button(texts.text(
                arrival.stage() == Stage.WRITTEN || arrival.stage() == Stage.REFUSED
                        ? "exchange.action.clear"
                        : "exchange.action.leave-out"));
        dismiss.setOnAction(e -> model.dismiss(arrival));
        dismiss.setDisable(arrival.stage() == Stage.WRITING);
        box.getChildren().add(dismiss);
        if (arrival.stage() == Stage.READY && arrival.seen() != null) {
            boolean trusted = arrival.seen().trusted();
            Button write =
                    new Button(texts.text(trusted ? "exchange.action.write" : "exchange.action.trust-and-write"));
            write.getStyleClass().addAll("import-button", Styles.ACCENT);
            write.disableProperty().bind(model.busyProperty());
            write.setOnAction(e -> model.write(arrival));
            box.getChildren().add(write);
        }
        return box;
    }

    private String said(Stage stage) {
        return switch (stage) {
            case QUEUED -> texts.text("exchange.stage.queued");
            case READING -> texts.text("exchange.stage.reading");
            case READY -> texts.text("exchange.stage.ready");
            case WRITING -> texts.text("exchange.stage.writing");
            case WRITTEN -> texts.text("exchange.stage.written");
            case REFUSED -> texts.text("exchange.stage.refused");
        };
    }

    private static Node icon(Stage stage) {
        return new FontIcon(
                switch (stage) {
                    case QUEUED, READING, WRITING -> Feather.CLOCK;
                    case READY -> Feather.EYE;
                    case WRITTEN -> Feather.CHECK_CIRCLE;
                    case REFUSED -> Feather.X_OCTAGON;
                });
    }
}
