package org.jailoo.ui.withdrawal;

import java.util.List;
import java.util.Locale;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.withdrawal.WithdrawalsModel.Part;
import org.jailoo.ui.withdrawal.WithdrawalsModel.Seen;

/** The withdrawals of a notebook in four parts. */
public final class WithdrawalsScreen implements Screen {
    private final WithdrawalsModel model;
    private final Texts texts;
    private final Asking asking;
    private final HBox parts = new HBox();
    private final ScrollPane content = new ScrollPane();
    private final InvalidationListener onChange = p -> fill();

    /** What the screen asks the person with, and the way to other screens. */
    public record Asking(FileDialogs files, Prompts prompts, Navigator navigator) {}

    public WithdrawalsScreen(WithdrawalsModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("withdrawal.all.title"));
        title.getStyleClass().add("page-title");
        parts.setAlignment(Pos.CENTER_LEFT);
        content.setFitToWidth(true);
        content.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox page = new VBox(title, parts, content);
        page.getStyleClass().addAll("page", "withdrawal");
        page.getStylesheets().addAll(Sheets.CONTROLS, WithdrawScreen.SHEET);
        fill();
        return page;
    }

    private List<Observable> watched() {
        return List.of(
                model.seenProperty(),
                model.logProperty(),
                model.checkedProperty(),
                model.partProperty(),
                model.busyProperty());
    }

    @Override
    public void shown() {
        watched().forEach(each -> each.addListener(onChange));
        model.reload();
    }

    @Override
    public void hidden() {
        watched().forEach(each -> each.removeListener(onChange));
    }

    private void fill() {
        Seen seen = model.seenProperty().get();
        ToggleGroup group = new ToggleGroup();
        parts.getChildren().clear();
        for (Part part : Part.values()) {
            ToggleButton button = new ToggleButton(label(part, seen));
            button.setId("withdrawals-" + part.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(part == model.part());
            button.getStyleClass()
                    .add(part == Part.HELD ? "left-pill" : part == Part.LOG ? "right-pill" : "center-pill");
            button.setOnAction(event -> {
                button.setSelected(true);
                model.partProperty().set(part);
            });
            parts.getChildren().add(button);
        }
        VBox column = new VBox(12);
        column.getStyleClass().addAll("scrolled", "withdrawal-column");
        if (model.part() == Part.LOG) {
            column.getChildren().setAll(new LogPane(model, texts).nodes());
        } else if (seen != null) {
            column.getChildren().setAll(nodes(seen));
        }
        content.setContent(column);
    }

    private List<Node> nodes(Seen seen) {
        return switch (model.part()) {
            case HELD -> new HeldPane(model, texts, asking.prompts()).of(seen.held());
            case REPORTS -> new ReportsPane(model, texts, asking).of(seen.reports());
            case MENTIONS -> new MentionsPane(model, texts, asking.navigator()).of(seen.mentions());
            case LOG -> List.of();
        };
    }

    private String label(Part part, @org.jspecify.annotations.Nullable Seen seen) {
        long held = seen == null ? 0 : seen.held().size();
        long open = seen == null
                ? 0
                : seen.reports().stream().filter(each -> !each.everywhere()).count();
        long mentions = seen == null ? 0 : seen.mentions().size();
        return switch (part) {
            case HELD -> texts.text("withdrawal.part.held", held);
            case REPORTS -> texts.text("withdrawal.part.reports", open);
            case MENTIONS -> texts.text("withdrawal.part.mentions", mentions);
            case LOG -> texts.text("withdrawal.part.log");
        };
    }
}
