package org.jailoo.ui.conflicts;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.scene.text.Text;
import javafx.scene.text.TextFlow;
import org.jailoo.app.RecordHistory;
import org.jailoo.app.RecordHistory.Contending;
import org.jailoo.app.RecordHistory.Who;
import org.jailoo.app.RecordHistory.Writing;
import org.jailoo.combine.WordDiff.Kind;
import org.jailoo.combine.WordDiff.Piece;
import org.jailoo.json.Json;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.WhoWhen;

/** One of the values, with who wrote it, when, and which way it came; and the button that chooses it, then saves it. */
final class ValueCard extends VBox {
    private static final PseudoClass CHOSEN = PseudoClass.getPseudoClass("chosen");
    private static final int WRITINGS = 4;
    /** So much of a bundle's id is enough to find it. */
    private static final int BUNDLE = 8;

    private final Page page;
    private final Texts texts;
    private final VBox said = new VBox(6);
    private final Button keep = new Button();
    private final Label key;
    private final String keepWords;
    private final String whose;

    ValueCard(Page page, Case shown, int value, Runnable act) {
        this.page = page;
        this.texts = page.texts();
        Contending contending = shown.values().get(value);
        setId("conflict-value-" + value);
        getStyleClass().addAll("card", "conflict-card");
        this.key = cap(Keys.of(value, shown.values().size()));
        VBox head = new VBox(1);
        VBox way = new VBox(2);
        List<Writing> writings = contending.writings();
        // The greatest stands last; of many only some are named.
        for (int i = writings.size() - 1; i >= Math.max(0, writings.size() - WRITINGS); i--) {
            head.getChildren().add(name(writings.get(i), contending.shown() && i == writings.size() - 1));
            head.getChildren().add(quiet(new WhoWhen(page).when(writings.get(i).time())));
            way.getChildren().add(quiet(way(writings.get(i))));
        }
        VBox.setVgrow(said, Priority.ALWAYS);
        this.whose = writings.isEmpty()
                ? ""
                : new WhoWhen(page).who(writings.get(writings.size() - 1).who());
        this.keepWords = words(shown, contending.value());
        keep.setId("keep-" + value);
        keep.setMinWidth(Region.USE_PREF_SIZE);
        keep.setOnAction(event -> act.run());
        keep.setDisable(!shown.isOpen());
        HBox foot = new HBox(keep);
        foot.setAlignment(Pos.CENTER_LEFT);
        getChildren().setAll(head, said, way, foot);
        choose(false);
    }

    private String words(Case shown, Json value) {
        if (!shown.isDeletion()) {
            return texts.text("conflicts.action.keep");
        }
        return texts.text(Json.TRUE.equals(value) ? "conflicts.action.delete" : "conflicts.action.keep-record");
    }

    /** A key as it stands on a button. */
    static Label cap(String key) {
        Label cap = new Label(key);
        cap.getStyleClass().addAll("key-cap", "conflict-key");
        cap.setMinWidth(Region.USE_PREF_SIZE);
        return cap;
    }

    /** A button with the key that does the same. */
    static Button button(String id, String words, String key, Runnable act) {
        Button button = new Button(words, cap(key));
        button.setId(id);
        button.setContentDisplay(ContentDisplay.RIGHT);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> act.run());
        return button;
    }

    /** Shows it as chosen, or not: the same button then saves. */
    void choose(boolean chosen) {
        pseudoClassStateChanged(CHOSEN, chosen);
        keep.setAccessibleText((chosen ? texts.text("conflicts.action.save") : keepWords) + ": " + whose);
        keep.setText(chosen ? texts.text("conflicts.action.save") : keepWords);
        keep.setGraphic(chosen ? cap("Enter") : key);
        keep.setContentDisplay(ContentDisplay.RIGHT);
        if (chosen) {
            keep.getStyleClass().add("accent");
        } else {
            keep.getStyleClass().remove("accent");
        }
    }

    void show(List<ValueWords.Line> lines) {
        said.getChildren().setAll(lines.stream().map(ValueCard::line).toList());
    }

    static Node line(ValueWords.Line line) {
        TextFlow flow = new TextFlow();
        if (line.label() != null) {
            Text label = new Text(line.label() + "\n");
            label.getStyleClass().add("conflict-member");
            flow.getChildren().add(label);
        }
        for (Piece piece : line.pieces()) {
            Text text = new Text(piece.text());
            // Underlined and bold: not by colour alone.
            boolean apart = piece.kind() == Kind.CAME;
            text.setUnderline(apart);
            text.getStyleClass()
                    .add(
                            apart
                                            || (line.label() != null
                                                    && line.differs()
                                                    && line.pieces().size() == 1)
                                    ? "conflict-apart"
                                    : line.differs() ? "conflict-text" : "conflict-same");
            flow.getChildren().add(text);
        }
        return flow;
    }

    /** Who wrote it; beside the name whether it is what stands for now. */
    private Node name(Writing writing, boolean shown) {
        Label name = Wrapped.words(new WhoWhen(page).who(writing.who()), "conflict-who");
        FlowPane line = new FlowPane(8, 2, name);
        // In a narrow card what follows the name stands under it.
        name.maxWidthProperty().bind(line.widthProperty());
        if (shown) {
            Label now = new Label(texts.text("conflicts.value.shown"));
            now.getStyleClass().addAll("small", "conflict-now");
            now.setMinWidth(Region.USE_PREF_SIZE);
            line.getChildren().add(now);
        }
        return line;
    }

    /** Whose hand it is from, and the way it came. */
    private String way(Writing writing) {
        WhoWhen words = new WhoWhen(page);
        RecordHistory.Brought brought = writing.brought();
        String came = brought == null
                ? texts.text("conflicts.value.here")
                : texts.text(
                        "conflicts.value.brought",
                        words.who(brought.from()),
                        words.when(brought.imported()),
                        brought.bundle()
                                .substring(0, Math.min(BUNDLE, brought.bundle().length())));
        Who who = writing.who();
        return who.self()
                ? came
                : texts.text("conflicts.value.fingerprint", who.fingerprint()) + " · " + trust(who) + "\n" + came;
    }

    private String trust(Who who) {
        return switch (who.trust()) {
            case TRUSTED -> texts.text("conflicts.trust.trusted");
            case BLOCKED -> texts.text("conflicts.trust.blocked");
            case UNKNOWN -> texts.text("conflicts.trust.unknown");
        };
    }

    private static Label quiet(String text) {
        return Wrapped.words(text, "quiet", "small");
    }
}
