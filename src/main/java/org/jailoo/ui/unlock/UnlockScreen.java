package org.jailoo.ui.unlock;

import atlantafx.base.controls.PasswordTextField;
import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import javafx.beans.binding.Bindings;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import javafx.scene.text.TextAlignment;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.controls.CalmBar;
import org.jailoo.ui.controls.FollowFocus;
import org.jailoo.ui.controls.LookSwitch;
import org.jailoo.ui.controls.ReadingPage;
import org.jailoo.ui.unlock.UnlockModel.Mode;
import org.jspecify.annotations.Nullable;

/** The first screens, as they look: what is above and below them, and what stands between. */
public final class UnlockScreen implements Screen {
    private final UnlockModel model;
    private final Messages messages;
    private final FileDialogs files;
    private final Look look;
    private final ChangeListener<Mode> onMode = (p, was, is) -> {
        fill();
        focus();
    };
    private final String greeted;
    private final BorderPane page = new BorderPane();
    private final StackPane content = new StackPane();
    private @Nullable FollowFocus following;
    private final Hyperlink promise = new Hyperlink();
    private final Hyperlink guideLink = new Hyperlink();
    private @Nullable Node asked;
    private @Nullable Supplier<Screen> guide;
    private @Nullable Screen guideRead;

    /**
     * The screen in a language.
     *
     * @param greeted the language in which the person was greeted first; when another is on, she has chosen it
     */
    public UnlockScreen(UnlockModel model, Messages messages, FileDialogs files, Look look, String greeted) {
        this.greeted = greeted;
        this.model = model;
        this.messages = messages;
        this.files = files;
        this.look = look;
    }

    /** Gives it the guide, which can be read before a notebook is open. */
    public void guide(Supplier<Screen> made) {
        guide = made;
    }

    @Override
    public Parent view() {
        page.getStyleClass().add("page");
        promise.setId("read-promise");
        promise.setOnAction(e -> read(page.getCenter() == asked));
        guideLink.setId("read-guide");
        guideLink.setOnAction(e -> {
            if (guideRead == null) {
                readGuide();
            } else {
                read(false);
            }
        });
        HBox top = new HBox(14, promise, guideLink, new Spacer(), new LookSwitch(look, messages));
        top.setAlignment(Pos.CENTER);
        page.setTop(top);
        content.getStyleClass().add("unlock-middle");
        ScrollPane scroll = new ScrollPane(content);
        scroll.setFitToWidth(true);
        scroll.setFitToHeight(true);
        scroll.setFocusTraversable(false);
        scroll.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        scroll.getStyleClass().addAll("edge-to-edge", "unlock-scroll");
        asked = scroll;
        read(false);
        following = new FollowFocus(scroll);
        model.modeProperty().addListener(onMode);
        fill();
        return page;
    }

    /** What is promised and what not can be read before anything is typed. */
    private void read(boolean reading) {
        if (guideRead != null) {
            guideRead.hidden();
            guideRead = null;
        }
        guideLink.setText(messages.text("guide.page.title"));
        guideLink.setVisited(false);
        page.setCenter(reading ? new ReadingPage(messages) : asked);
        promise.setText(messages.text(reading ? "promise.link.back" : "promise.link.read"));
        promise.setVisited(false);
    }

    /** Shows the guide in the place of what is asked. */
    public void readGuide() {
        if (guide == null) {
            return;
        }
        read(false);
        Screen made = guide.get();
        guideRead = made;
        page.setCenter(made.view());
        guideLink.setText(messages.text("promise.link.back"));
        made.shown();
        made.focus();
    }

    /** Whether the guide is in the place of what is asked. */
    public boolean isGuideRead() {
        return guideRead != null;
    }

    private void fill() {
        Mode mode = model.modeProperty().get();
        VBox column = new VBox(18, brand(), card());
        column.getStyleClass().add("unlock-column");
        column.setAlignment(Pos.CENTER);
        if (mode == Mode.OPEN || mode == Mode.CREATE) {
            column.getChildren().add(sample());
        }
        content.getChildren().setAll(column);
        read(false);
    }

    @Override
    public void focus() {
        String first = switch (model.modeProperty().get()) {
            case WELCOME -> look.language().equals(greeted) ? "#speak-" + greeted : "#mode-create";
            case OPEN -> model.fileProperty().get() == null ? "#choose-file" : "#passphrase";
            case CREATE -> "#device-name";
            case LEAD -> "#lead-file";
            case RECOVER -> "#kit-line-1";
            case RESTORE -> "#choose-backup";
            case MOVE -> "#move-stop";
        };
        // What a scroll pane holds is in the scene only once the pane has its skin.
        page.applyCss();
        Node node = content.lookup(first);
        if (node != null) {
            node.requestFocus();
        }
    }

    @Override
    public void hidden() {
        if (guideRead != null) {
            guideRead.hidden();
        }
        model.modeProperty().removeListener(onMode);
        if (following != null) {
            following.close();
        }
    }

    private Node brand() {
        Label name = new Label("Jailoo");
        name.getStyleClass().add("brand-large");
        Label words = new Label(messages.text("unlock.brand.words"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        words.setAlignment(Pos.CENTER);
        words.setTextAlignment(TextAlignment.CENTER);
        Mode mode = model.modeProperty().get();
        boolean greets = mode == Mode.WELCOME || mode == Mode.OPEN;
        VBox brand = greets ? new VBox(4, name, words) : new VBox(name);
        brand.setAlignment(Pos.CENTER);
        return brand;
    }

    private Node card() {
        VBox card = new VBox(12);
        card.getStyleClass().add("card");
        card.setPadding(new Insets(20));
        Mode mode = model.modeProperty().get();
        if (mode == Mode.OPEN || mode == Mode.CREATE) {
            card.getChildren().add(modes());
        }
        card.getChildren().add(told("waits", "notice", model.noticeProperty()));
        LeadCardModel lead = model.lead();
        card.getChildren()
                .addAll(
                        form(mode),
                        told("failure", "warning", lead == null ? model.failureProperty() : lead.failureProperty()),
                        busy());
        return card;
    }

    private Node modes() {
        ToggleGroup group = new ToggleGroup();
        HBox box = new HBox();
        for (Mode mode : List.of(Mode.OPEN, Mode.CREATE)) {
            boolean open = mode == Mode.OPEN;
            ToggleButton button = new ToggleButton(messages.text(open ? "unlock.mode.open" : "unlock.mode.create"));
            button.setId(open ? "mode-open" : "mode-create");
            button.getStyleClass().add(open ? Styles.LEFT_PILL : Styles.RIGHT_PILL);
            button.setToggleGroup(group);
            button.setMaxWidth(Double.MAX_VALUE);
            HBox.setHgrow(button, Priority.ALWAYS);
            button.setSelected(model.modeProperty().get() == mode);
            button.setOnAction(e -> {
                button.setSelected(true);
                model.turn(mode);
            });
            button.disableProperty().bind(model.busyProperty());
            box.getChildren().add(button);
        }
        return box;
    }

    private Node form(Mode mode) {
        LeadCardModel lead = model.lead();
        return switch (mode) {
            case WELCOME -> new WelcomePane(model, messages, look);
            case OPEN -> openForm();
            case CREATE -> new CreatePane(model, messages, file("unlock.choose.create"));
            case LEAD -> lead == null ? new VBox() : new LeadCardPane(lead, messages, files);
            case RECOVER -> new RecoverPane(model, messages, file("unlock.choose.open"));
            case RESTORE -> new RestorePane(model, messages, files, file("unlock.choose.create"));
            case MOVE -> move();
        };
    }

    private Node openForm() {
        PasswordTextField passphrase =
                PassphraseField.of("passphrase", messages.text("unlock.field.passphrase"), model.busyProperty());
        Button open = MainButton.of("unlock", messages.text("unlock.action.open"), model.busyProperty());
        open.setOnAction(e -> model.unlock(PassphraseField.taken(passphrase)));
        open.disableProperty()
                .bind(model.busyProperty().or(model.waitingProperty().greaterThan(0)));
        Hyperlink forgot = new Hyperlink(messages.text("unlock.forgot.link"));
        forgot.setId("forgot");
        forgot.disableProperty().bind(model.busyProperty());
        forgot.setOnAction(e -> model.aside(Mode.RECOVER));
        Hyperlink restore = new Hyperlink(messages.text("unlock.restore.link"));
        restore.setId("restore-link");
        restore.disableProperty().bind(model.busyProperty());
        restore.setOnAction(e -> model.aside(Mode.RESTORE));
        FlowPane otherwise = new FlowPane(18, 2, forgot, restore);
        return new VBox(
                8,
                caption("unlock.field.notebook"),
                file("unlock.choose.open"),
                caption("unlock.field.passphrase"),
                passphrase,
                open,
                otherwise,
                new WaitPane(model, messages));
    }

    private Node move() {
        Label title = new Label(messages.text("unlock.move.title"));
        title.getStyleClass().add("section-title");
        Button stop = new Button(messages.text("unlock.move.stop"));
        stop.setId("move-stop");
        stop.setOnAction(e -> model.stop());
        return new VBox(10, title, hint("unlock.move.words"), stop);
    }

    private Node file(String title) {
        TextField shown = new TextField();
        shown.setId("file");
        shown.setEditable(false);
        shown.setAccessibleText(messages.text("unlock.field.notebook"));
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
            Mode mode = model.modeProperty().get();
            Path chosen = mode == Mode.CREATE || mode == Mode.RESTORE
                    ? files.save(messages.text(title), "notebook.jailoo-notebook")
                    : files.open(messages.text(title));
            if (chosen != null) {
                model.choose(chosen);
            }
        });
        return new HBox(8, shown, choose);
    }

    private Label caption(String key) {
        return new Label(messages.text(key));
    }

    private Label hint(String key) {
        Label label = new Label(messages.text(key));
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        label.getStyleClass().addAll("quiet", "small");
        return label;
    }

    private Node told(String id, String style, ReadOnlyObjectProperty<@Nullable Sentence> failed) {
        Label label = new Label();
        label.setId(id);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox box = new HBox(label);
        box.getStyleClass().add(style);
        label.textProperty()
                .bind(Bindings.createStringBinding(
                        () -> {
                            Sentence failure = failed.get();
                            return failure == null ? "" : failure.in(messages);
                        },
                        failed));
        box.visibleProperty().bind(failed.isNotNull());
        box.managedProperty().bind(box.visibleProperty());
        return box;
    }

    private Node busy() {
        CalmBar bar = new CalmBar();
        bar.setMaxWidth(Double.MAX_VALUE);
        bar.getStyleClass().add(Styles.SMALL);
        bar.shareProperty().bind(model.progressProperty());
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
        hint.setTextAlignment(TextAlignment.CENTER);
        VBox box = new VBox(2, link, hint);
        box.setAlignment(Pos.CENTER);
        return box;
    }
}
