package org.jailoo.ui.withdrawal;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Button;
import org.jailoo.app.LeftMentions.Left;
import org.jailoo.notebook.Mentions.Mention;
import org.jailoo.ui.common.CustodyWords;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;

/** Places of other records that named somebody who withdrew, until each was looked at. */
final class MentionsPane {
    private final WithdrawalsModel model;
    private final Texts texts;
    private final Navigator navigator;

    MentionsPane(WithdrawalsModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
    }

    List<Node> of(List<Left> all) {
        if (all.isEmpty()) {
            return List.of(Parts.line(Feather.CHECK_CIRCLE, Parts.words(texts.text("withdrawal.left-over.none"))));
        }
        List<Node> nodes = new ArrayList<>(List.of(Parts.words(texts.text("withdrawal.left-over.text"))));
        List<Node> lines = new ArrayList<>();
        all.stream().limit(WithdrawalsModel.PAGE).forEach(left -> lines.add(line(left)));
        nodes.addAll(Parts.first(texts, lines, WithdrawalsModel.PAGE, all.size() - (long) lines.size()));
        return nodes;
    }

    private Node line(Left left) {
        Mention mention = left.mention();
        Button open = new Button(texts.text("withdrawal.left-over.open"));
        open.setMinWidth(Button.USE_PREF_SIZE);
        open.setId("mention-open-" + mention.key());
        open.setOnAction(event ->
                navigator.openRecordAt(left.item().type(), left.item().record(), mention.path(), mention.place()));
        Button done = new Button(texts.text("withdrawal.left-over.done"));
        done.setMinWidth(Button.USE_PREF_SIZE);
        done.setId("mention-done-" + mention.key());
        done.setOnAction(event -> model.done(left));
        return Parts.line(
                Feather.EDIT_3,
                Parts.two(
                        Parts.name(texts, left.item()),
                        texts.text(
                                "withdrawal.left-over.where",
                                PlanPane.field(texts, left.item().type(), mention.path()),
                                new CustodyWords(texts).day(mention.found()))),
                open,
                done);
    }
}
