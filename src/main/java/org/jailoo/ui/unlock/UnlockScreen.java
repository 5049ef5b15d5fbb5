package org.jailoo.ui.unlock;

import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import javafx.beans.binding.Bindings;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.controls.LookSwitch;
import org.jailoo.ui.unlock.UnlockModel.Mode;

/** The first screen, as it looks. */
public final class UnlockScreen implements Screen {
    private static final double WIDTH = 440;

    private final UnlockModel model;
    private final Messages messages;
    private final FileDialogs files;
    private final Look look;

    public UnlockScreen(UnlockModel model, Messages messages, FileDialogs files, Look look) {
        this.model = model;
        this.messages = messages;
        this.files = files;
        this.look = look;
    }

    @Override
    public Parent view() {
        BorderPane page = new BorderPane();
        page.getStyleClass().add("page");
        HBox top = new HBox(new LookSwitch(look, messages));
        top.setAlignment(Pos.CENTER_RIGHT);
        page.setTop(top);
        VBox middle = new VBox(18, brand(), card(), sample());
        middle.setAlignment(Pos.CENTER);
        middle.setMaxWidth(WIDTH);
        page.setCenter(new StackPane(middle));
        return page;
    }

    private Node brand() {
        Label name = new Label("Jailoo");
        name.getStyleClass().add("brand-large");
        Label words = new Label(messages.text("unlock.brand.words"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMaxWidth(WIDTH);
        words.setAlignment(Pos.CENTER);
        words.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox brand = new VBox(4, name, words);
        brand.setAlignment(Pos.CENTER);
        return brand;
    }

    private Node card() {
        VBox card = new VBox(12);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(20));
        StackPane form = new StackPane();
        form.getChildren().setAll(form());
        model.modeProperty().addListener((p, was, is) -> form.getChildren().setAll(form()));
        card.getChildren().addAll(modes(), form, said(), busy());
        return card;
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        for (Mode mode : Mode.values()) {
            boolean open = mode == Mode.OPEN;
            ToggleButton button = new ToggleButton(messages.text(open ? "unlock.mode.open" : "unlock.mode.create"));
            button.setId(open ? "mode-open" : "mode-create");
            button.getStyleClass().add(open ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setSelected(model.modeProperty().get() == mode);
            model.modeProperty().addListener((p, was, is) -> button.setSelected(is == mode));
            button.setOnAction(e -> {
                button.setSelected(true);
                model.turn(mode);
            });
            button.disableProperty().bind(model.busyProperty());
            box.getChildren().add(button);
        }
        return box;
    }

    private Node form() {
        return model.modeProperty().get() == Mode.OPEN ? openForm() : createForm();
    }

    private Node openForm() {
        PasswordTextField passphrase = passphrase("passphrase");
        Button open = main("unlock", "unlock.action.open");
        open.setOnAction(e -> {
            char[] typed = passphrase.getPassword().toCharArray();
            passphrase.clear();
            model.unlock(typed);
        });
        return new VBox(
                8,
                caption("unlock.field.notebook"),
                file("unlock.choose.open"),
                caption("unlock.field.passphrase"),
                passphrase,
                spaced(open));
    }

    private Node createForm() {
        TextField name = new TextField();
        name.setId("device-name");
        name.setPromptText("A7");
        name.textProperty().bindBidirectional(model.nameProperty());
        name.disableProperty().bind(model.busyProperty());
        PasswordTextField passphrase = passphrase("passphrase");
        PasswordTextField again = passphrase("passphrase-again");
        Button create = main("create", "unlock.action.create");
        create.setOnAction(e -> {
            char[] first = passphrase.getPassword().toCharArray();
            char[] second = again.getPassword().toCharArray();
            passphrase.clear();
            again.clear();
            model.create(first, second);
        });
        return new VBox(
                8,
                caption("unlock.field.device"),
                name,
                hint("unlock.hint.device"),
                caption("unlock.field.place"),
                file("unlock.choose.create"),
                caption("unlock.field.passphrase"),
                passphrase,
                caption("unlock.field.again"),
                again,
                hint("unlock.hint.passphrase"),
                spaced(create));
    }

    private Node file(String title) {
        TextField shown = new TextField();
        shown.setId("file");
        shown.setEditable(false);
        shown.setFocusTraversable(false);
        shown.setPromptText(messages.text("unlock.file.none"));
        shown.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Path file = model.fileProperty().get();
                            return file == null ? "" : file.toString();
                        },
                        model.fileProperty()));
        HBox.setHgrow(shown, Priority.ALWAYS);
        Button choose = new Button(messages.text("unlock.action.choose"));
        choose.setId("choose-file");
        choose.disableProperty().bind(model.busyProperty());
        choose.setOnAction(e -> {
            Path chosen = model.modeProperty().get() == Mode.OPEN
                    ? files.open(messages.text(title))
                    : files.save(messages.text(title), "notebook.jailoo-notebook");
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        return new HBox(8, shown, choose);
    }

    private PasswordTextField passphrase(String id) {
        PasswordTextField field = new PasswordTextField();
        field.setId(id);
        field.disableProperty().bind(model.busyProperty());
        return field;
    }

    private Button main(String id, String key) {
        Button button = new Button(messages.text(key));
        button.setId(id);
        button.setDefaultButton(true);
        button.setMaxWidth(Double.MAX_VALUE);
        button.getStyleClass().add(Styles.ACCENT);
        button.disableProperty().bind(model.busyProperty());
        return button;
    }

    private static Node spaced(Node node) {
        VBox.setMargin(node, new Insets(8, 0, 0, 0));
        return node;
    }

    private Label caption(String key) {
        return new Label(messages.text(key));
    }

    private Label hint(String key) {
        Label label = new Label(messages.text(key));
        label.setWrapText(true);
        label.getStyleClass().addAll("quiet", "small");
        return label;
    }

    private Node said() {
        Label label = new Label();
        label.setId("failure");
        label.setWrapText(true);
        label.setMinHeight(javafx.scene.layout.Region.USE_PREF_SIZE);
        HBox box = new HBox(label);
        box.getStyleClass().add("warning");
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Sentence failure = model.failureProperty().get();
                            return failure == null ? "" : failure.in(messages);
                        },
                        model.failureProperty()));
        box.visibleProperty().bind(model.failureProperty().isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node busy() {
        ProgressBar bar = new ProgressBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.busyProperty());
        bar.managedProperty().bind(model.busyProperty());
        return bar;
    }

    private Node sample() {
        Hyperlink link = new Hyperlink(messages.text("unlock.sample.link"));
        link.setId("look-around");
        link.disableProperty().bind(model.busyProperty());
        link.setOnAction(e -> model.lookAround());
        Label hint = hint("unlock.sample.hint");
        hint.setTextAlignment(javafx.scene.text.TextAlignment.CENTER);
        VBox box = new VBox(2, link, hint);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
