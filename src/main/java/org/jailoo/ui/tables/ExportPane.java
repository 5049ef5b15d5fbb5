package org.jailoo.ui.tables;

import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import javafx.beans.binding.BooleanBinding;
import javafx.beans.property.ObjectProperty;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.PasswordField;
import javafx.scene.control.RadioButton;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import javafx.util.StringConverter;
import org.jailoo.consent.Audience;
import org.jailoo.i18n.Messages;
import org.jailoo.report.CsvSeparator;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.StrengthPane;
import org.jailoo.ui.tables.ExportModel.Kind;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** What is asked before a workbook is written: what, of what, for whom, and what locks it. */
final class ExportPane extends VBox {
    private static final double WIDTH = 640;
    private static final double FIELD = 420;

    private final ExportModel model;
    private final Texts texts;
    private final TablesScreen.Asking asking;
    private final PasswordField password = new PasswordField();
    private final PasswordField again = new PasswordField();
    private final Label failure = new Label();
    private final ChangeListener<@Nullable Sentence> onFailure;
    /** Held here: the model outlives this pane, and holds bindings weakly. */
    private final List<BooleanBinding> conditions = new ArrayList<>();

    /**
     * The pane.
     *
     * @param campaigns the titles by their ids
     * @param back leads to the tables again
     */
    ExportPane(
            ExportModel model, Texts texts, TablesScreen.Asking asking, Map<String, String> campaigns, Runnable back) {
        super(12);
        this.model = model;
        this.texts = texts;
        this.asking = asking;
        this.onFailure = (p, was, is) -> said(is);
        setId("export");
        Button leave = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        leave.setId("export-back");
        leave.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        leave.setAccessibleText(texts.text("tables.export.back"));
        leave.setOnAction(e -> back.run());
        Label title = new Label(texts.text("tables.export.title"));
        title.getStyleClass().add("section-title");
        HBox head = new HBox(10, leave, title);
        head.setAlignment(Pos.CENTER_LEFT);
        VBox what = card(label("tables.export.kind"), kinds());
        VBox of = card(
                field(
                        "tables.export.audience",
                        choice("export-audience", model.audienceProperty(), audiences(), this::audience)),
                field("tables.export.campaign", campaign(campaigns)),
                field(
                        "tables.export.language",
                        choice("export-language", model.languageProperty(), Messages.LANGUAGES, this::language)));
        Button write = new Button(texts.text("tables.export.write"), new FontIcon(Feather.DOWNLOAD));
        write.setId("export-write");
        write.getStyleClass().add(Styles.ACCENT);
        write.setDefaultButton(true);
        write.disableProperty().bind(model.writingProperty());
        write.setOnAction(e -> write());
        failure.setId("export-failure");
        failure.setGraphic(new FontIcon(Feather.ALERT_CIRCLE));
        failure.getStyleClass().add(Styles.DANGER);
        failure.setWrapText(true);
        failure.setMaxWidth(WIDTH);
        failure.setMinHeight(Region.USE_PREF_SIZE);
        failure.managedProperty().bind(failure.visibleProperty());
        VBox body = new VBox(14, what, of, lock());
        body.getStyleClass().add("scrolled");
        ScrollPane scroll = new ScrollPane(body);
        scroll.setId("export-scroll");
        scroll.setFitToWidth(true);
        scroll.getStyleClass().add("edge-to-edge");
        VBox.setVgrow(scroll, Priority.ALWAYS);
        getChildren().addAll(head, scroll, failure, write);
        said(model.failureProperty().get());
        sceneProperty().addListener((p, was, is) -> {
            if (is == null) {
                model.failureProperty().removeListener(onFailure);
            } else {
                model.failureProperty().addListener(onFailure);
            }
        });
    }

    private static VBox card(Node... children) {
        VBox card = new VBox(12, children);
        card.getStyleClass().add("card");
        card.setMaxWidth(WIDTH);
        return card;
    }

    private Label label(String key) {
        Label label = new Label(texts.text(key));
        label.getStyleClass().add("quiet");
        return label;
    }

    private Node field(String key, Region field) {
        Label label = label(key);
        label.setLabelFor(field);
        field.setAccessibleText(texts.text(key));
        field.setMaxWidth(FIELD);
        return new VBox(4, label, field);
    }

    private Node kinds() {
        ToggleGroup group = new ToggleGroup();
        VBox box = new VBox(10);
        for (Kind kind : List.of(Kind.ALL, Kind.REPORT, Kind.DATA, Kind.CSV)) {
            RadioButton button = new RadioButton(name(kind));
            button.setId("export-" + kind.name().toLowerCase(Locale.ROOT));
            button.setToggleGroup(group);
            button.setSelected(model.kindProperty().get() == kind);
            button.setAccessibleHelp(hint(kind));
            button.setOnAction(e -> model.kindProperty().set(kind));
            Label hint = new Label(hint(kind));
            hint.getStyleClass().addAll("quiet", "small");
            hint.setWrapText(true);
            hint.setMinHeight(Region.USE_PREF_SIZE);
            hint.setStyle("-fx-padding: 0 0 0 26;");
            box.getChildren().add(new VBox(2, button, hint));
        }
        Node separator = field(
                "tables.export.separator",
                choice("export-separator", model.separatorProperty(), List.of(CsvSeparator.values()), this::separator));
        separator.setStyle("-fx-padding: 0 0 0 26;");
        separator.visibleProperty().bind(model.kindProperty().isEqualTo(Kind.CSV));
        separator.managedProperty().bind(separator.visibleProperty());
        box.getChildren().add(separator);
        return box;
    }

    private String name(Kind kind) {
        return switch (kind) {
            case ALL -> texts.text("tables.export.all");
            case REPORT -> texts.text("tables.export.report");
            case DATA -> texts.text("tables.export.data");
            case CSV -> texts.text("tables.export.csv");
        };
    }

    private String hint(Kind kind) {
        return switch (kind) {
            case ALL -> texts.text("tables.export.all-hint");
            case REPORT -> texts.text("tables.export.report-hint");
            case DATA -> texts.text("tables.export.data-hint");
            case CSV -> texts.text("tables.export.csv-hint");
        };
    }

    private String separator(CsvSeparator separator) {
        return switch (separator) {
            case SEMICOLON -> texts.text("tables.export.semicolon");
            case COMMA -> texts.text("tables.export.comma");
        };
    }

    private static List<Audience> audiences() {
        return List.of(Audience.PUBLIC, Audience.PARTNERS, Audience.TEAM);
    }

    private String audience(Audience audience) {
        return switch (audience) {
            case PUBLIC -> texts.text("tables.audience.public");
            case PARTNERS -> texts.text("tables.audience.partners");
            case TEAM -> texts.text("tables.audience.team");
        };
    }

    private String language(String code) {
        return texts.labels().code("language", code);
    }

    private <T> ComboBox<T> choice(String id, ObjectProperty<T> value, List<T> all, Function<T, String> name) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(id);
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable T one) {
                return one == null ? "" : name.apply(one);
            }

            @Override
            public @Nullable T fromString(String text) {
                return null;
            }
        });
        box.getItems().setAll(all);
        box.valueProperty().bindBidirectional(value);
        box.setPrefWidth(FIELD);
        return box;
    }

    private ComboBox<String> campaign(Map<String, String> campaigns) {
        ComboBox<String> box = new ComboBox<>();
        box.setId("export-campaign");
        box.getItems().add("");
        box.getItems().addAll(campaigns.keySet());
        box.setConverter(new StringConverter<>() {
            @Override
            public String toString(@Nullable String id) {
                return id == null ? "" : campaigns.getOrDefault(id, texts.text("tables.list.whole"));
            }

            @Override
            public String fromString(String text) {
                return "";
            }
        });
        String chosen = model.campaignProperty().get();
        box.setValue(chosen != null && campaigns.containsKey(chosen) ? chosen : "");
        box.valueProperty()
                .addListener((p, was, is) -> model.campaignProperty().set(is == null || is.isEmpty() ? null : is));
        box.setPrefWidth(FIELD);
        return box;
    }

    /** What locks it, where it holds what people said; that nothing has to, where it does not. */
    private Node lock() {
        Label people = words(new Label(texts.text("tables.export.people")));
        Label none = words(new Label(texts.text("tables.export.no-people")));
        password.setId("export-password");
        again.setId("export-again");
        password.textProperty().addListener((p, was, is) -> model.worth().weigh(is.toCharArray()));
        StrengthPane.Sayings sayings = new StrengthPane.Sayings(
                texts.text("tables.export.hint"), time -> texts.text("tables.export.thief", time));
        StrengthPane strength = new StrengthPane(model.worth(), model.writingProperty(), texts.messages(), sayings);
        strength.setMaxWidth(FIELD);
        VBox typed =
                new VBox(10, field("tables.export.password", password), strength, field("tables.export.again", again));
        CheckBox open = new CheckBox(texts.text("tables.export.open"));
        open.setId("export-open");
        open.setWrapText(true);
        open.setMinHeight(Region.USE_PREF_SIZE);
        open.selectedProperty().bindBidirectional(model.openProperty());
        BooleanBinding holds = model.holdsPeople();
        BooleanBinding asks = model.asksPassword();
        conditions.addAll(List.of(holds, asks));
        only(people, holds);
        only(open, holds);
        only(typed, asks);
        none.visibleProperty().bind(people.visibleProperty().not());
        none.managedProperty().bind(none.visibleProperty());
        return card(label("tables.export.lock"), none, people, typed, open);
    }

    private static Label words(Label label) {
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        return label;
    }

    private static void only(Node node, BooleanBinding when) {
        node.visibleProperty().bind(when);
        node.managedProperty().bind(node.visibleProperty());
    }

    private void said(@Nullable Sentence sentence) {
        failure.setVisible(sentence != null);
        failure.setText(sentence == null ? "" : sentence.in(texts.messages()));
    }

    private void write() {
        char[] first = password.getText().toCharArray();
        if (!model.check(first, again.getText().toCharArray())) {
            return;
        }
        String name = model.kindProperty().get() == Kind.CSV ? "jailoo-csv" : "jailoo.xlsx";
        Path place = asking.files().save(texts.text("tables.export.title"), name);
        if (place == null) {
            return;
        }
        boolean locked = model.asksPassword().get();
        model.write(
                place,
                first,
                () -> {
                    password.clear();
                    again.clear();
                    String said = locked
                            ? texts.text("tables.export.done-locked", place.toString())
                            : texts.text("tables.workbook.done", place.toString());
                    asking.prompts().tell(said);
                },
                told -> asking.prompts().warn(told.in(texts.messages())));
    }
}
