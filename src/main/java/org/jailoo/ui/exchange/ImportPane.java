package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import javafx.beans.InvalidationListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.ExchangeScreen.Asking;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The import desk: files come in here, each says what it would do, and all that may be taken in are taken at once. */
final class ImportPane implements ExchangeScreen.Pane {
    /** Its own rules, and those for contradictions and what was before. */
    private static final List<String> SHEETS = List.of(sheet("exchange.css"), sheet("record.css"));

    /** Of so few each is unfolded by itself. */
    private static final int FEW = 3;

    private final ImportModel model;
    private final Texts texts;
    private final Asking asking;
    private final ImportDetails details;
    private final VBox page = new VBox(12);
    private final VBox rows = new VBox(6);
    private final Map<Integer, ImportRow> known = new HashMap<>();
    private final ImportStrip strip;
    private final VBox gate = new VBox(10);
    private final Node head;
    private final ListChangeListener<Arrival> onArrivals = this::changed;
    private final InvalidationListener onWork;
    private final InvalidationListener onRest;
    private @Nullable ComingPane looking;
    private boolean shown;

    ImportPane(ImportModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.details = new ImportDetails(model, texts, asking.withdrawals(), this::look);
        this.strip = new ImportStrip(model, texts, asking.imports());
        this.head = ImportColumns.head(texts);
        this.onWork = p -> strip.step();
        this.onRest = p -> strip.show();
        rows.setId("arrivals");
        gate.setAlignment(Pos.CENTER);
        page.getStyleClass().add("import");
        page.getStylesheets().addAll(SHEETS);
        page.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        page.setOnDragDropped(e -> {
            model.add(e.getDragboard().getFiles().stream().map(File::toPath).toList());
            e.setDropCompleted(true);
        });
    }

    private static String sheet(String name) {
        return Objects.requireNonNull(ImportPane.class.getResource("/org/jailoo/ui/" + name))
                .toExternalForm();
    }

    @Override
    public Node view() {
        if (!shown) {
            shown = true;
            model.arrivals().addListener(onArrivals);
            model.workProperty().addListener(onWork);
            model.workProperty().addListener(onRest);
            model.skippedProperty().addListener(onRest);
            model.stoppedProperty().addListener(onRest);
            model.afterProperty().addListener(onRest);
        }
        bundles();
        return page;
    }

    @Override
    public void hidden() {
        if (shown) {
            shown = false;
            model.arrivals().removeListener(onArrivals);
            model.workProperty().removeListener(onWork);
            model.workProperty().removeListener(onRest);
            model.skippedProperty().removeListener(onRest);
            model.stoppedProperty().removeListener(onRest);
            model.afterProperty().removeListener(onRest);
        }
        endLook();
    }

    private void bundles() {
        endLook();
        page.getChildren().setAll(gate, strip, head, rows);
        fill();
    }

    private void look(Arrival arrival) {
        ComingModel records = model.look(arrival);
        if (records != null) {
            endLook();
            looking = new ComingPane(records, texts, asking.imports().references(), this::bundles);
            page.getChildren()
                    .setAll(looking.view(
                            Objects.requireNonNull(arrival.seen()).sender().shownName()));
        }
    }

    private void endLook() {
        if (looking != null) {
            looking.end();
            looking = null;
        }
    }

    /** The place where bundles are dropped: large while there are none, a line above those that came. */
    private void gate(boolean empty) {
        Label words = Wrapped.words(texts.text(empty ? "exchange.import.drop" : "exchange.import.more"), "quiet");
        words.setTextAlignment(empty ? TextAlignment.CENTER : TextAlignment.LEFT);
        Button choose = new Button(texts.text("exchange.import.choose"), new FontIcon(Feather.DOWNLOAD));
        choose.setId("choose-bundles");
        choose.setOnAction(e -> model.add(asking.files().openMany(texts.text("exchange.import.choose"))));
        if (empty) {
            choose.getStyleClass().add(Styles.ACCENT);
        }
        Button folder = new Button(texts.text("exchange.import.folder"), new FontIcon(Feather.FOLDER));
        folder.setId("choose-folder");
        folder.setOnAction(e -> {
            Path chosen = asking.files().folder(texts.text("exchange.import.folder"));
            if (chosen != null) {
                model.add(List.of(chosen));
            }
        });
        FlowPane buttons = new FlowPane(8, 8, choose, folder);
        buttons.setAlignment(Pos.CENTER);
        if (empty) {
            gate.getChildren().setAll(words, buttons);
        } else {
            HBox.setHgrow(words, Priority.ALWAYS);
            HBox line = new HBox(8, choose, folder, words);
            line.setAlignment(Pos.CENTER_LEFT);
            choose.setMinWidth(Region.USE_PREF_SIZE);
            folder.setMinWidth(Region.USE_PREF_SIZE);
            gate.getChildren().setAll(line);
        }
        gate.getStyleClass().setAll(empty ? "drop-zone" : "import-gate");
    }

    private void changed(ListChangeListener.Change<? extends Arrival> change) {
        boolean same = true;
        while (change.next()) {
            if (change.wasReplaced() && change.getAddedSize() == change.getRemovedSize()) {
                change.getAddedSubList().forEach(this::show);
            } else {
                same = false;
            }
        }
        if (!same) {
            fill();
        } else {
            strip.show();
        }
    }

    private void show(Arrival arrival) {
        ImportRow row = known.get(arrival.number());
        if (row != null) {
            row.show(arrival);
        }
    }

    /** Files came or went: the rows of the others stay the nodes that they are. */
    private void fill() {
        if (looking != null) {
            return;
        }
        List<Arrival> now = List.copyOf(model.arrivals());
        boolean few = now.size() <= FEW;
        Set<Integer> numbers = new HashSet<>();
        now.forEach(arrival -> numbers.add(arrival.number()));
        known.keySet().retainAll(numbers);
        for (Arrival arrival : now) {
            ImportRow row = known.get(arrival.number());
            if (row == null) {
                known.put(arrival.number(), new ImportRow(arrival, texts, details, few));
            } else {
                row.show(arrival);
            }
        }
        List<ImportRow> inOrder = new ArrayList<>();
        for (Arrival arrival : now) {
            ImportRow row = Objects.requireNonNull(known.get(arrival.number()));
            row.at(inOrder.size());
            inOrder.add(row);
        }
        rows.getChildren().setAll(inOrder);
        boolean empty = now.isEmpty();
        gate(empty);
        head.setVisible(!empty);
        head.setManaged(!empty);
        boolean nothing = empty && model.workProperty().get().doing() == ImportWork.Doing.NOTHING;
        strip.setVisible(!nothing);
        strip.setManaged(!nothing);
        strip.show();
    }
}
