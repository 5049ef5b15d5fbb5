package org.jailoo.ui.testimony;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.PasswordField;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.consent.Disclosure.Answer;
import org.jailoo.i18n.Messages;
import org.jailoo.testimony.Receiver;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.StrengthPane;
import org.jailoo.ui.testimony.TestimonyModel.Fault;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where a testimony is written out from, as it looks. */
public final class TestimonyScreen implements Screen {
    /** What the screen asks the person with, and the way back. */
    public record Asking(FileDialogs files, Prompts prompts, Navigator navigator) {}

    private static final double WIDTH = 620;

    private final TestimonyModel model;
    private final Texts texts;
    private final Asking asking;
    private final ToggleGroup receivers = new ToggleGroup();
    private final Map<Receiver, RadioButton> buttons = new EnumMap<>(Receiver.class);
    private final Map<Receiver, Label> hints = new EnumMap<>(Receiver.class);
    private final Label nobody = new Label();
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label wrong = new Label();
    private final Button write;
    private final ChangeListener<Object> onAnswers = (p, was, is) -> show();
    private final ChangeListener<Boolean> onAbroad;
    private final ChangeListener<Boolean> onWriting = (p, was, is) -> show();
    private final ChangeListener<Boolean> onOpen = (p, was, is) -> complain(false);

    public TestimonyScreen(TestimonyModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.onAbroad = (p, was, is) -> model.look();
        this.write = new Button(texts.text("testimony.screen.write"), new FontIcon(Feather.DOWNLOAD));
    }

    @Override
    public Parent view() {
        nobody.setId("testimony-nobody");
        nobody.setText(texts.text("testimony.screen.nobody"));
        nobody.setWrapText(true);
        nobody.setMinHeight(Region.USE_PREF_SIZE);
        nobody.getStyleClass().setAll("label", "warning");
        // A card has a spacing of its own, which is too narrow between questions.
        VBox card = new VBox(new VBox(16, whom(), field("testimony.screen.language", language()), passwords()));
        card.getStyleClass().add("card");
        card.setMaxWidth(WIDTH);
        write.setId("testimony-write");
        write.getStyleClass().add(Styles.ACCENT);
        write.setDefaultButton(true);
        write.setOnAction(e -> save());
        ProgressBar bar = new ProgressBar();
        bar.setAccessibleText(texts.text("testimony.screen.writing"));
        bar.progressProperty().bind(model.progressProperty());
        bar.visibleProperty().bind(model.writingProperty());
        HBox foot = new HBox(14, write, bar);
        foot.setAlignment(Pos.CENTER_LEFT);
        VBox body = new VBox(14, nobody, card, quiet("testimony.screen.read"), foot);
        body.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("testimony-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(14, head(), scroll);
        page.getStyleClass().add("page");
        return page;
    }

    private Node head() {
        Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        back.setId("testimony-back");
        back.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        back.setAccessibleText(texts.text("intake.action.back"));
        back.setOnAction(e -> asking.navigator().back());
        Label code = new Label();
        code.getStyleClass().addAll("quiet", "small");
        code.textProperty().bind(model.codeProperty());
        Label title = new Label(texts.text("testimony.screen.title"));
        title.getStyleClass().add("page-title");
        HBox head = new HBox(10, back, new VBox(code, title));
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node whom() {
        Label label = new Label(texts.text("testimony.screen.whom"));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        VBox box = new VBox(10, label);
        for (Receiver receiver : Receiver.values()) {
            RadioButton button = new RadioButton(name(receiver));
            button.setId("receiver-" + receiver.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(receivers);
            button.setSelected(model.receiverProperty().get() == receiver);
            button.setOnAction(e -> {
                model.receiverProperty().set(receiver);
                show();
            });
            Label hint = new Label();
            hint.getStyleClass().addAll("quiet", "small");
            hint.setWrapText(true);
            hint.setMinHeight(Region.USE_PREF_SIZE);
            hint.setStyle("-fx-padding: 0 0 0 26;");
            buttons.put(receiver, button);
            hints.put(receiver, hint);
            box.getChildren().add(new VBox(2, button, hint));
        }
        CheckBox abroad = new CheckBox(texts.text("testimony.screen.abroad"));
        abroad.setId("testimony-abroad");
        abroad.setWrapText(true);
        abroad.selectedProperty().bindBidirectional(model.abroadProperty());
        box.getChildren().add(abroad);
        return box;
    }

    private String name(Receiver receiver) {
        return switch (receiver) {
            case TEAM -> texts.text("testimony.receiver.team");
            case COURT -> texts.text("testimony.receiver.court");
            case PARTNER -> texts.text("testimony.receiver.partner");
            case AUTHORITIES -> texts.text("testimony.receiver.authorities");
            case UN -> texts.text("testimony.receiver.un");
        };
    }

    private Node language() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("testimony-language");
        box.getItems().setAll(Messages.LANGUAGES);
        box.setCellFactory(view -> languageCell());
        box.setButtonCell(languageCell());
        box.setMaxWidth(Double.MAX_VALUE);
        box.valueProperty().bindBidirectional(model.languageProperty());
        return box;
    }

    private ListCell<String> languageCell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(String item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : texts.labels().code("language", item));
            }
        };
    }

    private Node passwords() {
        password.setId("testimony-password");
        again.setId("testimony-again");
        wrong.setId("testimony-wrong");
        wrong.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        wrong.getStyleClass().add(Styles.DANGER);
        wrong.setWrapText(true);
        wrong.setMinHeight(Region.USE_PREF_SIZE);
        wrong.managedProperty().bind(wrong.visibleProperty());
        CheckBox open = new CheckBox(texts.text("testimony.screen.open"));
        open.setId("testimony-open");
        open.setWrapText(true);
        open.setMinHeight(Region.USE_PREF_SIZE);
        open.selectedProperty().bindBidirectional(model.openProperty());
        password.disableProperty().bind(model.openProperty());
        again.disableProperty().bind(model.openProperty());
        password.textProperty().addListener((p, was, is) -> complain(false));
        again.textProperty().addListener((p, was, is) -> complain(false));
        complain(false);
        password.textProperty().addListener((p, was, is) -> model.worth().weigh(is.toCharArray()));
        StrengthPane.Sayings sayings = new StrengthPane.Sayings(
                texts.text("testimony.screen.hint"), time -> texts.text("testimony.screen.thief", time));
        StrengthPane strength = new StrengthPane(model.worth(), model.writingProperty(), texts.messages(), sayings);
        Region first = field("testimony.screen.password", password);
        Region second = field("testimony.screen.repeat", again);
        HBox both = new HBox(16, first, second);
        for (Region each : List.of(first, second)) {
            each.setPrefWidth(1);
            HBox.setHgrow(each, Priority.ALWAYS);
        }
        return new VBox(10, both, strength, wrong, open);
    }

    private Label quiet(String key, Object... args) {
        Label note = new Label(texts.text(key, args));
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.setMaxWidth(WIDTH);
        note.setMinHeight(Region.USE_PREF_SIZE);
        return note;
    }

    private Region field(String key, Node control) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }

    /** Whom consent lets have it; who may not cannot be chosen, and the reason stands below. */
    private void show() {
        Map<Receiver, Answer> answers = model.answersProperty().get();
        boolean any = answers.isEmpty();
        for (Receiver receiver : Receiver.values()) {
            Answer answer = answers.get(receiver);
            RadioButton button = Objects.requireNonNull(buttons.get(receiver));
            Label hint = Objects.requireNonNull(hints.get(receiver));
            boolean may = answer != null && answer.isYes();
            any |= may;
            button.setDisable(!may);
            hint.setText(answer == null ? "" : may ? texts.text("testimony.screen.granted") : reason(answer));
            button.setAccessibleHelp(hint.getText());
        }
        nobody.setVisible(!any);
        nobody.setManaged(!any);
        write.setDisable(!model.isGranted() || model.writingProperty().get());
    }

    private String reason(Answer why) {
        return texts.text("table.reason." + why.name().toLowerCase(Locale.ROOT).replace('_', '-'));
    }

    /** Says what is wrong with the password; while it is typed nothing is said that a person can see herself. */
    private boolean complain(boolean asked) {
        Fault fault = model.fault(password.getText(), again.getText());
        wrong.setText(
                switch (fault) {
                    case NONE -> "";
                    case EMPTY -> texts.text("testimony.screen.empty");
                    case LONG -> texts.text("testimony.screen.long", TestimonyModel.LONGEST);
                    case UNEQUAL -> texts.text("testimony.screen.unequal");
                });
        wrong.setVisible(asked && fault != Fault.NONE);
        return fault == Fault.NONE;
    }

    private void save() {
        if (!complain(true)) {
            (model.fault(password.getText(), again.getText()) == Fault.UNEQUAL ? again : password).requestFocus();
            return;
        }
        String title = texts.text("testimony.screen.write");
        Path file = asking.files()
                .save(title, "testimony-" + model.languageProperty().get() + ".docx");
        if (file == null) {
            return;
        }
        char[] secret = password.getText().toCharArray();
        model.write(
                file,
                secret,
                new TestimonyModel.Ends(
                        entry -> {
                            password.clear();
                            again.clear();
                            asking.prompts().tell(texts.text("testimony.screen.done", file.toString(), entry));
                        },
                        why -> asking.prompts().warn(texts.text("testimony.screen.refused", reason(why))),
                        failure -> asking.prompts().warn(failure.in(texts.messages()))));
    }

    @Override
    public void shown() {
        model.answersProperty().addListener(onAnswers);
        model.abroadProperty().addListener(onAbroad);
        model.writingProperty().addListener(onWriting);
        model.openProperty().addListener(onOpen);
        show();
        model.look();
    }

    @Override
    public void hidden() {
        model.answersProperty().removeListener(onAnswers);
        model.abroadProperty().removeListener(onAbroad);
        model.writingProperty().removeListener(onWriting);
        model.openProperty().removeListener(onOpen);
        password.clear();
        again.clear();
    }

    @Override
    public void focus() {
        if (receivers.getSelectedToggle() instanceof RadioButton selected) {
            selected.requestFocus();
        }
    }
}
