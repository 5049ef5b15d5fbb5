package org.jailoo.ui.paper;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.value.ChangeListener;
import javafx.collections.ListChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.notebook.Lists;
import org.jailoo.paper.FormOrder.Form;
import org.jailoo.paper.FormOrder.Script;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Where forms are printed from, as it looks. */
public final class PaperScreen implements Screen {
    /** What the screen asks the person with, and the way back. */
    public record Asking(FileDialogs files, Prompts prompts, Navigator navigator) {}

    private static final int WIDTH = 620;

    private final PaperModel model;
    private final Texts texts;
    private final Asking asking;
    private final ToggleGroup forms = new ToggleGroup();
    private final ComboBox<Lists.@Nullable Row> campaign = new ComboBox<>();
    private final Label words = new Label();
    private final ListChangeListener<Lists.Row> onCampaigns = change -> campaigns();
    private final ChangeListener<Object> onChoice;
    private final ChangeListener<Object> onScript = (p, was, is) -> script();

    public PaperScreen(PaperModel model, Texts texts, Asking asking) {
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.onChoice = (p, was, is) -> model.lookUp();
    }

    @Override
    public Parent view() {
        words.setId("paper-script");
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        Node ofCampaign = field("paper.screen.campaign", campaign);
        // The page of the guide belongs to no campaign.
        ofCampaign.visibleProperty().bind(model.formProperty().isNotEqualTo(Form.PAGE));
        ofCampaign.managedProperty().bind(ofCampaign.visibleProperty());
        VBox card = new VBox(16, forms(), field("paper.screen.language", language()), ofCampaign, words);
        card.getStyleClass().add("card");
        card.setMaxWidth(WIDTH);
        Button write = new Button(texts.text("paper.action.save"), new FontIcon(Feather.DOWNLOAD));
        write.setId("paper-save");
        write.getStyleClass().add(Styles.ACCENT);
        write.setDefaultButton(true);
        write.disableProperty().bind(model.writingProperty());
        write.setOnAction(e -> save());
        Label note = new Label(texts.text("paper.screen.note"));
        note.getStyleClass().add("quiet");
        note.setWrapText(true);
        note.setMaxWidth(WIDTH);
        note.setMinHeight(Region.USE_PREF_SIZE);
        VBox body = new VBox(14, card, write, note);
        body.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        VBox page = new VBox(14, head(), scroll);
        page.getStyleClass().add("page");
        return page;
    }

    private Node head() {
        Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        back.setId("paper-back");
        back.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        back.setAccessibleText(texts.text("intake.action.back"));
        back.setOnAction(e -> asking.navigator().back());
        Label title = new Label(texts.text("paper.screen.title"));
        title.getStyleClass().add("page-title");
        HBox head = new HBox(10, back, title);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private Node forms() {
        VBox box = new VBox(10);
        for (Form form : Form.values()) {
            RadioButton button = new RadioButton(name(form));
            button.setId("form-" + form.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(forms);
            button.setSelected(model.formProperty().get() == form);
            Label hint = new Label(hint(form));
            hint.getStyleClass().addAll("quiet", "small");
            hint.setWrapText(true);
            hint.setStyle("-fx-padding: 0 0 0 26;");
            button.setAccessibleHelp(hint(form));
            button.setOnAction(e -> {
                model.formProperty().set(form);
                script();
            });
            box.getChildren().add(new VBox(2, button, hint));
        }
        return box;
    }

    private String name(Form form) {
        return switch (form) {
            case CONSENT -> texts.text("paper.form.consent");
            case INTERVIEW -> texts.text("paper.form.interview");
            case ATTENDANCE -> texts.text("paper.form.attendance");
            case PAGE -> texts.text("paper.form.page");
        };
    }

    private String hint(Form form) {
        return switch (form) {
            case CONSENT -> texts.text("paper.hint.consent");
            case INTERVIEW -> texts.text("paper.hint.interview");
            case ATTENDANCE -> texts.text("paper.hint.attendance");
            case PAGE -> texts.text("paper.hint.page");
        };
    }

    private Node language() {
        ComboBox<String> box = new ComboBox<>();
        box.setId("paper-language");
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

    private ListCell<Lists.@Nullable Row> campaignCell() {
        return new ListCell<>() {
            @Override
            protected void updateItem(Lists.@Nullable Row item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty ? null : item == null ? texts.text("intake.file.no-campaign") : item.code());
            }
        };
    }

    private Node field(String key, Node control) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add(Styles.TEXT_BOLD);
        label.setLabelFor(control);
        return new VBox(4, label, control);
    }

    private void campaigns() {
        Lists.Row now = model.campaignProperty().get();
        List<Lists.@Nullable Row> items = new ArrayList<>();
        items.add(null);
        items.addAll(model.campaigns());
        campaign.getItems().setAll(items);
        campaign.setValue(now);
    }

    private void script() {
        boolean consent = model.formProperty().get() == Form.CONSENT;
        Optional<Script> found = model.scriptProperty().get();
        String language =
                texts.labels().code("language", model.languageProperty().get());
        boolean missing = consent && found.isEmpty();
        words.getStyleClass().setAll("label", missing ? "warning" : "notice");
        words.setVisible(consent);
        words.setManaged(consent);
        words.setText(
                missing
                        ? texts.text("paper.screen.no-script", language)
                        : found.map(s -> texts.text("paper.screen.script", language, s.version()))
                                .orElse(""));
    }

    private void save() {
        String name = switch (model.formProperty().get()) {
            case CONSENT -> "consent";
            case INTERVIEW -> "interview";
            case ATTENDANCE -> "attendance";
            case PAGE -> "page";
        };
        Path file = asking.files()
                .save(
                        texts.text("paper.action.save"),
                        name + '-' + model.languageProperty().get() + ".docx");
        if (file != null) {
            model.write(
                    file,
                    () -> asking.prompts().tell(texts.text("paper.screen.done", file.toString())),
                    failure -> asking.prompts().warn(failure.in(texts.messages())));
        }
    }

    @Override
    public void shown() {
        campaign.setId("paper-campaign");
        campaign.setMaxWidth(Double.MAX_VALUE);
        campaign.setCellFactory(view -> campaignCell());
        campaign.setButtonCell(campaignCell());
        campaign.setOnAction(e -> model.campaignProperty().set(campaign.getValue()));
        model.campaigns().addListener(onCampaigns);
        model.campaignProperty().addListener(onChoice);
        model.languageProperty().addListener(onChoice);
        model.scriptProperty().addListener(onScript);
        model.languageProperty().addListener(onScript);
        campaigns();
        script();
        model.reload();
    }

    @Override
    public void hidden() {
        model.campaigns().removeListener(onCampaigns);
        model.campaignProperty().removeListener(onChoice);
        model.languageProperty().removeListener(onChoice);
        model.scriptProperty().removeListener(onScript);
        model.languageProperty().removeListener(onScript);
    }

    @Override
    public void focus() {
        if (forms.getSelectedToggle() instanceof RadioButton selected) {
            selected.requestFocus();
        }
    }
}
