package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.AfterImport;
import org.jailoo.identity.Card;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.Arrival.Stage;
import org.jailoo.ui.exchange.ImportWays.Received;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The desk in some lines: how many files, what is being done, what came in, and the one button for all of it. */
final class ImportStrip extends VBox {
    private final ImportModel model;
    private final Texts texts;
    private final ImportWays ways;
    private final Label counts = Wrapped.words("");
    private final Button take = new Button(null, new FontIcon(Feather.DOWNLOAD));
    private final Button clear = new Button();
    private final Label doing = new Label();
    private final ProgressBar bar = new ProgressBar();
    private final Button cancel = new Button();
    private final HBox work = new HBox(10, doing, bar, cancel);
    private final HBox erasing = ImportDetails.warning("");
    private final Label stopped = Wrapped.words("");
    private final VBox done = new VBox(8);
    private int shownWritten = -1;
    private AfterImport shownAfter = AfterImport.NONE;

    ImportStrip(ImportModel model, Texts texts, ImportWays ways) {
        super(8);
        this.model = model;
        this.texts = texts;
        this.ways = ways;
        getStyleClass().addAll("card", "import-strip");
        counts.setId("import-counts");
        take.setId("take-all");
        take.getStyleClass().add(Styles.ACCENT);
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(e -> model.takeAll());
        clear.setId("import-clear");
        clear.setText(texts.text("exchange.import.clear"));
        clear.setMinWidth(Region.USE_PREF_SIZE);
        clear.setOnAction(e -> model.clearEnded());
        HBox.setHgrow(counts, Priority.ALWAYS);
        counts.setMaxWidth(Double.MAX_VALUE);
        HBox head = new HBox(10, counts, clear, take);
        head.setAlignment(Pos.CENTER_LEFT);
        bar.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(bar, Priority.ALWAYS);
        cancel.setId("import-cancel");
        cancel.setText(texts.text("exchange.import.cancel"));
        cancel.setMinWidth(Region.USE_PREF_SIZE);
        cancel.setOnAction(e -> model.cancel());
        doing.setMinWidth(Region.USE_PREF_SIZE);
        work.setAlignment(Pos.CENTER_LEFT);
        work.setId("import-work");
        erasing.setId("import-erasing");
        done.setId("import-done");
        getChildren().addAll(head, work, erasing, stopped, done);
    }

    /** Says everything as it is now. */
    void show() {
        ImportTotals totals = model.totals();
        counts.setText(counts(totals));
        take.setText(texts.plural("exchange.import.take-all", totals.free()));
        there(take, totals.free() > 0);
        there(
                clear,
                model.workProperty().get().doing() == ImportWork.Doing.NOTHING
                        && totals.written() + totals.refused() > 0);
        there(erasing, totals.erasing() > 0);
        if (totals.erasing() > 0 && erasing.getChildren().get(0) instanceof Label words) {
            words.setText(texts.plural("exchange.import.erasing", totals.erasing()));
        }
        Sentence word = model.stoppedProperty().get();
        stopped.setText(word == null ? "" : word.in(texts.messages()));
        there(stopped, word != null);
        step();
        AfterImport after = model.afterProperty().get();
        if (totals.written() != shownWritten || !Objects.equals(after, shownAfter)) {
            shownWritten = totals.written();
            shownAfter = after;
            done.getChildren().setAll(totals.written() == 0 ? List.of() : done(totals, after));
        }
        there(done, !done.getChildren().isEmpty());
    }

    /** Moves the bar alone. */
    void step() {
        ImportWork now = model.workProperty().get();
        there(work, now.doing() != ImportWork.Doing.NOTHING);
        int at = Math.min(now.done() + 1, now.of());
        doing.setText(
                switch (now.doing()) {
                    case NOTHING -> "";
                    case SEARCHING -> texts.text("exchange.import.searching");
                    case READING -> texts.text("exchange.import.reading", at, now.of());
                    case WRITING -> texts.text("exchange.import.writing", at, now.of());
                    case RENEWING -> texts.text("exchange.import.renewing", at, now.of());
                });
        bar.setProgress(now.of() == 0 ? -1 : (now.done() + now.part()) / now.of());
        there(cancel, now.doing() == ImportWork.Doing.READING || now.doing() == ImportWork.Doing.WRITING);
    }

    private static void there(Node node, boolean there) {
        node.setVisible(there);
        node.setManaged(there);
    }

    private String counts(ImportTotals totals) {
        List<String> parts = new ArrayList<>();
        parts.add(texts.plural("exchange.import.files", totals.files()));
        if (totals.free() > 0) {
            parts.add(texts.plural("exchange.import.free", totals.free()));
        }
        if (totals.toCompare() > 0) {
            parts.add(texts.plural("exchange.import.to-compare", totals.toCompare()));
        }
        if (totals.refused() > 0) {
            parts.add(texts.plural("exchange.import.not-taken", totals.refused()));
        }
        long skipped = model.skippedProperty().get();
        if (skipped > 0) {
            parts.add(texts.plural("exchange.import.skipped", skipped));
        }
        return String.join(" · ", parts);
    }

    /** What came in, what contradicts, what is still missing, and what is given back. */
    private List<Node> done(ImportTotals totals, AfterImport after) {
        List<Node> nodes = new ArrayList<>();
        Label in = Wrapped.words(
                texts.plural(
                        "exchange.import.done",
                        totals.written(),
                        texts.labels().number(totals.fresh()),
                        texts.labels().number(totals.changed())),
                "import-in");
        in.setId("import-came");
        nodes.add(in);
        if (totals.erased() > 0) {
            nodes.add(Wrapped.words(texts.plural("exchange.import.done-erased", totals.erased())));
        }
        if (after.conflicts() > 0) {
            Label words = Wrapped.words(texts.plural("exchange.import.contradicting", after.conflicts()));
            words.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(words, Priority.ALWAYS);
            Button first = new Button(texts.text("exchange.import.first-conflict"), new FontIcon(Feather.ARROW_RIGHT));
            first.setId("first-conflict");
            first.setMinWidth(Region.USE_PREF_SIZE);
            first.setOnAction(e -> ways.firstConflict().run());
            HBox line = new HBox(10, words, first);
            line.getStyleClass().add("warning");
            nodes.add(line);
        }
        for (Map.Entry<String, Long> gap : after.gaps().entrySet()) {
            nodes.add(Wrapped.words(texts.plural("exchange.import.gap", gap.getValue(), gap.getKey()), "quiet"));
        }
        if (after.missingFiles() > 0) {
            nodes.add(Wrapped.words(texts.plural("exchange.import.files-missing", after.missingFiles()), "quiet"));
        }
        if (ways.receipts() != null) {
            List<Received> received = new ArrayList<>();
            model.arrivals().forEach(a -> {
                Card card = a.stage() == Stage.WRITTEN && a.seen() != null
                        ? a.seen().sender()
                        : null;
                if (card != null) {
                    received.add(new Received(a.file(), card));
                }
            });
            nodes.add(ways.receipts().offer(received));
        }
        return nodes;
    }
}
