package org.jailoo.ui.exchange;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.UndoPlan.Way;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.exchange.HistoryModel.Looking;
import org.jailoo.ui.exchange.HistoryModel.Row;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What came in: each bundle with its sender and what it brought, and the way to take it back. */
final class HistoryPane implements ExchangeScreen.Pane {
    private final HistoryModel model;
    private final Texts texts;
    private final VBox list = new VBox(10);
    private final ListChangeListener<Row> onRows = change -> fill();
    private final ChangeListener<@Nullable Looking> onLooking = (o, before, now) -> fill();

    HistoryPane(HistoryModel model, Texts texts) {
        this.model = model;
        this.texts = texts;
    }

    @Override
    public Node view() {
        model.rows().addListener(onRows);
        model.lookingProperty().addListener(onLooking);
        list.setId("came-in");
        fill();
        model.reload();
        return list;
    }

    @Override
    public void hidden() {
        model.rows().removeListener(onRows);
        model.lookingProperty().removeListener(onLooking);
        model.leave();
    }

    private void fill() {
        List<Node> nodes = new ArrayList<>();
        model.rows().forEach(row -> nodes.add(card(row)));
        if (nodes.isEmpty()) {
            nodes.add(Wrapped.words(texts.text("exchange.history.none"), "quiet"));
        } else if (nodes.size() == HistoryModel.SHOWN) {
            nodes.add(Wrapped.words(
                    texts.text("exchange.history.more", texts.labels().number(HistoryModel.SHOWN)), "quiet", "small"));
        }
        list.getChildren().setAll(nodes);
    }

    private Node card(Row row) {
        Came came = row.came();
        Looking looking = model.lookingProperty().get();
        boolean looked = looking != null && looking.bundle() == came.key();
        CustodyWords words = new CustodyWords(texts);
        Label sender = Wrapped.words(texts.text("exchange.history.from", row.sender()), "section-title");
        Label when = Wrapped.words(texts.text("exchange.history.came", words.when(came.imported())), "quiet");
        HBox head = new HBox(10, new VBox(2, sender, when), new Spacer());
        head.setAlignment(Pos.CENTER_LEFT);
        if (came.undone() == null && !came.empty() && !looked) {
            Button back = new Button(texts.text("exchange.history.take-back"), new FontIcon(Feather.CORNER_UP_LEFT));
            back.setId("take-back-" + came.bundle());
            back.setMinWidth(Region.USE_PREF_SIZE);
            back.setDisable(looking != null && looking.working());
            back.setOnAction(e -> model.look(came.key()));
            head.getChildren().add(back);
        }
        VBox card = new VBox(8, head, Wrapped.words(brought(came), "quiet"));
        card.getStyleClass().add("card");
        if (came.undone() != null) {
            card.getChildren().add(mark(texts.text("exchange.history.undone", words.when(came.undone()))));
        } else if (came.reverted() != null) {
            card.getChildren().add(mark(texts.text("exchange.history.reverted", words.when(came.reverted()))));
        }
        if (looked) {
            card.getChildren().add(looked(looking));
        }
        return card;
    }

    private static Label mark(String text) {
        Label label = Wrapped.words(text);
        label.setGraphic(new FontIcon(Feather.CORNER_UP_LEFT));
        return label;
    }

    private String brought(Came came) {
        if (came.empty()) {
            return texts.text("exchange.history.receipt");
        }
        List<String> parts = new ArrayList<>();
        if (came.fresh() != null && came.fresh() > 0) {
            parts.add(texts.plural("exchange.history.fresh", came.fresh()));
        }
        if (came.changed() != null && came.changed() > 0) {
            parts.add(texts.plural("exchange.history.changed", came.changed()));
        }
        if (came.fresh() == null) {
            parts.add(texts.text("exchange.history.why.earlier"));
        }
        return parts.isEmpty() ? texts.text("exchange.history.nothing") : String.join(" · ", parts);
    }

    private Node looked(Looking looking) {
        VBox box = new VBox(8);
        box.setId("undo-plan");
        if (looking.said() != null) {
            HBox said = new HBox(Wrapped.words(looking.said().in(texts.messages())));
            said.getStyleClass().add("warning");
            box.getChildren().add(said);
        }
        if (looking.plan() != null) {
            box.getChildren().addAll(new UndoWords(texts).of(looking.plan()));
        } else if (looking.said() == null) {
            box.getChildren().add(Wrapped.words(texts.text("exchange.history.looking"), "quiet"));
        }
        box.getChildren().add(looking.working() ? working() : buttons(looking));
        return box;
    }

    private Node working() {
        Label words = new Label(texts.text("exchange.history.working"));
        words.getStyleClass().add("quiet");
        ProgressBar bar = new ProgressBar(ProgressBar.INDETERMINATE_PROGRESS);
        Button stop = new Button(texts.text("exchange.history.action.stop"));
        stop.setId("undo-stop");
        stop.setOnAction(e -> model.stop());
        HBox box = new HBox(10, words, bar, new Spacer(), stop);
        box.setAlignment(Pos.CENTER_LEFT);
        return box;
    }

    private Node buttons(Looking looking) {
        Button leave = new Button(texts.text("exchange.history.action.leave"));
        leave.setId("undo-leave");
        leave.setOnAction(e -> model.leave());
        HBox box = new HBox(8, leave);
        box.setAlignment(Pos.CENTER_RIGHT);
        if (looking.plan() != null && UndoWords.isWorthDoing(looking.plan())) {
            Button go = new Button(texts.text(
                    looking.plan().way() == Way.TAKE_OUT
                            ? "exchange.history.action.out"
                            : "exchange.history.action.revert"));
            go.setId("undo-go");
            go.getStyleClass().add(looking.plan().way() == Way.TAKE_OUT ? Styles.DANGER : Styles.ACCENT);
            go.setOnAction(e -> model.undo());
            box.getChildren().add(go);
        }
        return box;
    }
}
