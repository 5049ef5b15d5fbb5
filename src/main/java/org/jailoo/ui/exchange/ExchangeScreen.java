package org.jailoo.ui.exchange;

import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import javafx.beans.property.ObjectProperty;
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
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;

/** Bundles in and bundles out, as they look. */
public final class ExchangeScreen implements Screen {
    /** Which part is in sight. */
    public enum Part {
        IMPORT,
        EXPORT,
        FOLDER,
        HISTORY
    }

    /** What the screen shows; kept while the notebook is open, so that what waits goes on waiting. */
    public record Models(
            ObjectProperty<Part> part,
            ImportModel imports,
            ExportModel exports,
            ReceiversModel receivers,
            FolderModel folder,
            HistoryModel history) {}

    /** What the screen asks the person with. */
    public record Asking(FileDialogs files, Prompts prompts, Runnable withdrawals, ImportWays imports) {}

    private final Models models;
    private final Texts texts;
    private final Map<Part, Pane> panes = new LinkedHashMap<>();
    private final Map<Part, ToggleButton> buttons = new LinkedHashMap<>();
    private final ScrollPane content = new ScrollPane();

    /** A part of the screen. */
    interface Pane {
        Node view();

        void hidden();
    }

    public ExchangeScreen(Models models, Texts texts, Asking asking) {
        this.models = models;
        this.texts = texts;
        panes.put(Part.IMPORT, new ImportPane(models.imports(), texts, asking));
        panes.put(Part.EXPORT, new ExportPane(models.exports(), models.receivers(), texts, asking));
        panes.put(Part.FOLDER, new FolderPane(models.folder(), texts, asking, () -> press(Part.IMPORT)));
        panes.put(Part.HISTORY, new HistoryPane(models.history(), texts));
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("exchange.page.title"));
        title.getStyleClass().add("page-title");
        content.setFitToWidth(true);
        content.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox page = new VBox(title, parts(), content);
        page.getStyleClass().add("page");
        turn(models.part().get());
        return page;
    }

    @Override
    public void shown() {
        models.receivers().reload();
    }

    @Override
    public void hidden() {
        panes.values().forEach(Pane::hidden);
    }

    private Node parts() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        box.setAlignment(Pos.CENTER_LEFT);
        for (Part part : Part.values()) {
            ToggleButton button = new ToggleButton(label(part));
            button.setId("part-" + part.name().toLowerCase(java.util.Locale.ROOT));
            button.getStyleClass()
                    .add(
                            part == Part.IMPORT
                                    ? Styles.LEFT_PILL
                                    : part == Part.HISTORY ? Styles.RIGHT_PILL : Styles.CENTER_PILL);
            button.setToggleGroup(group);
            buttons.put(part, button);
            button.setSelected(models.part().get() == part);
            button.setOnAction(e -> {
                button.setSelected(true);
                models.part().set(part);
                turn(part);
            });
            box.getChildren().add(button);
        }
        return box;
    }

    private void press(Part part) {
        ToggleButton button = buttons.get(part);
        if (button != null) {
            button.fire();
        }
    }

    private String label(Part part) {
        return switch (part) {
            case IMPORT -> texts.text("exchange.part.import");
            case EXPORT -> texts.text("exchange.part.export");
            case FOLDER -> texts.text("exchange.part.folder");
            case HISTORY -> texts.text("exchange.part.history");
        };
    }

    private void turn(Part part) {
        panes.values().forEach(Pane::hidden);
        Pane pane = panes.get(part);
        if (pane != null) {
            VBox padded = new VBox(pane.view());
            padded.getStyleClass().add("scrolled");
            content.setContent(padded);
        }
    }
}
