package org.jailoo.ui.devices;

import java.io.File;
import java.util.List;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.DragEvent;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.app.DeviceContacts.Overview;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.devices.DevicesModel.Ears;

/** Who is missing, whom this notebook trusts, and what a person decides about each device, as it looks. */
public final class DevicesScreen implements Screen {
    private static final String SHEET = Objects.requireNonNull(
                    DevicesScreen.class.getResource("/org/jailoo/ui/devices.css"))
            .toExternalForm();

    private static final KeyCodeCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final DevicesModel model;
    private final Texts texts;
    private final Asking asking;
    private final Ears ears;
    private final VBox column = new VBox(12);
    private final ScrollPane content = new ScrollPane(column);
    private final Label title = new Label();
    private final InvalidationListener onStep = p -> {
        fill();
        content.setVvalue(0);
        focus();
    };
    private final InvalidationListener onOverview = p -> {
        // What is being typed is not taken away.
        if (model().stepProperty().get() instanceof Step.All
                || column.getChildren().size() < 2) {
            fill();
        }
    };

    /** What the screen asks the person with. */
    public record Asking(FileDialogs files, Prompts prompts) {}

    public DevicesScreen(DevicesModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.ears = new Ears(
                said -> asking.prompts().tell(said.in(texts.messages())),
                said -> asking.prompts().warn(said.in(texts.messages())));
    }

    private DevicesModel model() {
        return model;
    }

    @Override
    public Parent view() {
        title.setText(texts.text("devices.page.title"));
        title.getStyleClass().add("page-title");
        content.setId("devices-scroll");
        content.setFitToWidth(true);
        content.getStyleClass().add("edge-to-edge");
        column.getStyleClass().addAll("scrolled", "devices-column");
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox page = new VBox(title, content);
        page.getStyleClass().addAll("page", "devices");
        page.getStylesheets().addAll(Sheets.CONTROLS, SHEET);
        page.setOnDragOver(this::dragged);
        page.setOnDragDropped(this::dropped);
        page.addEventHandler(KeyEvent.KEY_PRESSED, this::pasted);
        fill();
        return page;
    }

    @Override
    public void shown() {
        model.stepProperty().addListener(onStep);
        model.overviewProperty().addListener(onOverview);
        model.reload();
    }

    @Override
    public void hidden() {
        model.stepProperty().removeListener(onStep);
        model.overviewProperty().removeListener(onOverview);
    }

    @Override
    public void focus() {
        Node field = column.lookup("#heard-group");
        if (field != null) {
            field.requestFocus();
        }
    }

    private void fill() {
        Overview overview = model.overviewProperty().get();
        Step step = model.stepProperty().get();
        title.setVisible(step instanceof Step.All);
        title.setManaged(step instanceof Step.All);
        column.getChildren()
                .setAll(
                        overview == null
                                ? List.of(Parts.quiet(texts.text("devices.state.reading")))
                                : nodes(step, overview));
    }

    private List<Node> nodes(Step step, Overview overview) {
        if (step instanceof Step.Compare compare) {
            return new ComparePane(model, texts, ears).nodes(compare, overview.own());
        }
        if (step instanceof Step.Key key) {
            return new ComparePane(model, texts, ears).nodes(key);
        }
        if (step instanceof Step.Block block) {
            return new BlockPane(model, texts, ears).nodes(block);
        }
        if (step instanceof Step.Team team) {
            return new TeamPane(model, texts, ears).nodes(team.plan());
        }
        return new AllPane(model, texts, asking, ears).nodes(overview);
    }

    private void dragged(DragEvent event) {
        if (event.getDragboard().hasFiles() || event.getDragboard().hasString()) {
            event.acceptTransferModes(TransferMode.COPY);
        }
        event.consume();
    }

    private void dropped(DragEvent event) {
        if (event.getDragboard().hasFiles()) {
            model.read(
                    event.getDragboard().getFiles().stream().map(File::toPath).toList(), ears);
        } else if (event.getDragboard().hasString()) {
            model.paste(event.getDragboard().getString(), ears);
        }
        event.setDropCompleted(true);
        event.consume();
    }

    /** Ctrl+V anywhere on the page that is no field. */
    private void pasted(KeyEvent event) {
        if (PASTE.match(event) && model.stepProperty().get() instanceof Step.All) {
            String text = Clipboard.getSystemClipboard().getString();
            model.paste(text == null ? "" : text, ears);
            event.consume();
        }
    }
}
