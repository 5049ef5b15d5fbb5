package org.jailoo.ui.home;

import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.OverrunStyle;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.KeepDrafts.Kept;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Texts;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What was typed and not saved, to go on with. */
final class DraftsPane {
    private static final int SHOWN = 5;

    private DraftsPane() {}

    static Node of(List<Kept> drafts, Texts texts, Navigator navigator) {
        VBox rows = new VBox(4);
        drafts.stream().limit(SHOWN).forEach(draft -> rows.getChildren().add(row(draft, texts, navigator)));
        Pane pane = new Pane("home-drafts", texts.text("home.drafts.title")).with(rows);
        if (drafts.size() > SHOWN) {
            Button all = new Button(texts.plural("home.drafts.more", drafts.size() - SHOWN));
            all.getStyleClass().add("home-row");
            all.setOnAction(e -> {
                rows.getChildren().clear();
                drafts.forEach(draft -> rows.getChildren().add(row(draft, texts, navigator)));
                pane.getChildren().remove(all);
            });
            pane.with(all);
        }
        return pane;
    }

    private static Node row(Kept draft, Texts texts, Navigator navigator) {
        String kind = texts.labels().type(draft.type());
        String title = draft.title().isBlank() ? kind : draft.title();
        Label name = new Label(title, new FontIcon(Feather.EDIT_3));
        name.setGraphicTextGap(10);
        name.setTextOverrun(OverrunStyle.ELLIPSIS);
        name.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(name, Priority.ALWAYS);
        Label type = new Label(draft.title().isBlank() ? "" : kind);
        type.getStyleClass().add("quiet");
        type.setMinWidth(Region.USE_PREF_SIZE);
        Label kept = new Label(When.of(texts, draft.kept()));
        kept.getStyleClass().add("quiet");
        kept.setMinWidth(Region.USE_PREF_SIZE);
        HBox line = new HBox(14, name, type, kept);
        line.setAlignment(Pos.CENTER_LEFT);
        Button button = new Button(null, line);
        button.setId("draft-" + draft.record());
        button.getStyleClass().add("home-row");
        button.setMaxWidth(Double.MAX_VALUE);
        line.prefWidthProperty().bind(button.widthProperty().subtract(26));
        button.setAccessibleText(title + ", " + kind + ", " + kept.getText());
        button.setOnAction(e -> navigator.openRecord(draft.type(), draft.record()));
        return button;
    }
}
