package org.jailoo.ui.intake;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.value.ChangeListener;
import javafx.collections.SetChangeListener;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.ComboBox;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ProgressIndicator;
import javafx.scene.control.Tooltip;
import javafx.scene.input.TransferMode;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.TablePlan.Counts;
import org.jailoo.intake.Encoding;
import org.jailoo.intake.Separator;
import org.jailoo.notebook.Lists;
import org.jailoo.record.Schema;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.OpenNames;
import org.jailoo.ui.intake.IntakeModel.State;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** A table on its way into the notebook, as it looks. */
public final class IntakeScreen implements Screen {
    /**
     * What the screen asks the person with, and the way back.
     *
     * @param names the door to names; null where it is open for good
     */
    public record Asking(
            FileDialogs files,
            Prompts prompts,
            Navigator navigator,
            @Nullable NamesModel names) {}

    private static final int HEADING_ROWS = 25;

    private final IntakeModel model;
    private final Schema schema;
    private final Texts texts;
    private final Asking asking;
    private final ColumnsPane columns;
    private final RowsPane rows;
    private final VBox body = new VBox(12);
    private final FlowPane reading = new FlowPane(14, 8);
    private final VBox notices = new VBox(8);
    private final Button choose;
    private final Button write = new Button();
    private final HBox both = new HBox(18);
    private final BooleanProperty nothing = new SimpleBooleanProperty();
    private final ChangeListener<@Nullable State> onState = (p, was, is) -> show();
    private final ChangeListener<@Nullable Sentence> onSaid = (p, was, is) -> show();
    private final SetChangeListener<Integer> onChosen = change -> button();
    private final ChangeListener<NamesModel.State> onNames = (p, was, is) -> turned(is);
    private final ChangeListener<@Nullable Sentence> onRefused = (p, was, is) -> refuse(is);
    private @Nullable OpenNames ask;
    private List<Lists.Row> campaigns = List.of();

    public IntakeScreen(IntakeModel model, Schema schema, Texts texts, Asking asking) {
        this.model = model;
        this.schema = schema;
        this.texts = texts;
        this.asking = asking;
        RowWords words = new RowWords(schema, texts);
        this.columns = new ColumnsPane(model, texts, words);
        this.rows = new RowsPane(model, texts, words);
        this.choose = new Button(texts.text("intake.action.choose"), new FontIcon(Feather.FILE_TEXT));
    }

    @Override
    public Parent view() {
        Node left = columns.view();
        ((Region) left).setMinWidth(texts.letters().pixels(300));
        ((Region) left).setPrefWidth(texts.letters().pixels(300));
        Node right = rows.view();
        HBox.setHgrow(right, Priority.ALWAYS);
        both.getChildren().setAll(left, right);
        VBox.setVgrow(both, Priority.ALWAYS);
        VBox.setVgrow(body, Priority.ALWAYS);
        choose.setId("intake-choose");
        choose.setMinWidth(Region.USE_PREF_SIZE);
        choose.setOnAction(e -> {
            Path file = asking.files().open(texts.text("intake.action.choose"));
            if (file != null) {
                model.open(file);
            }
        });
        VBox page = new VBox(head(), body);
        page.getStyleClass().add("page");
        page.setOnDragOver(e -> {
            if (e.getDragboard().hasFiles()) {
                e.acceptTransferModes(TransferMode.COPY);
            }
        });
        page.setOnDragDropped(e -> {
            e.getDragboard().getFiles().stream().findFirst().ifPresent(f -> model.open(f.toPath()));
            e.setDropCompleted(true);
        });
        return page;
    }

    @Override
    public void shown() {
        model.stateProperty().addListener(onState);
        model.saidProperty().addListener(onSaid);
        model.chosen().addListener(onChosen);
        if (asking.names() != null) {
            asking.names().state().addListener(onNames);
            asking.names().failure().addListener(onRefused);
        }
        show();
        if (schema.field(model.type(), "campaign") != null) {
            model.campaigns(found -> {
                campaigns = found;
                show();
            });
        }
    }

    @Override
    public void hidden() {
        model.stateProperty().removeListener(onState);
        model.saidProperty().removeListener(onSaid);
        model.chosen().removeListener(onChosen);
        if (asking.names() != null) {
            asking.names().state().removeListener(onNames);
            asking.names().failure().removeListener(onRefused);
        }
        rows.hidden();
    }

    @Override
    public void focus() {
        choose.requestFocus();
    }

    private Node head() {
        Label title = new Label(texts.text("intake.page.title", texts.labels().types(model.type())));
        title.getStyleClass().add("page-title");
        title.setMinWidth(0);
        title.setTooltip(new Tooltip(title.getText()));
        Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        back.setId("intake-back");
        back.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON);
        back.setAccessibleText(texts.text("intake.action.back"));
        back.setOnAction(e -> asking.navigator().back());
        write.setId("intake-write");
        write.getStyleClass().add(Styles.ACCENT);
        write.setGraphic(new FontIcon(Feather.CHECK));
        write.setMinWidth(Region.USE_PREF_SIZE);
        write.setOnAction(e -> model.write(done -> {
            asking.prompts().tell(texts.text("intake.write.done", done.created(), done.revised()));
            asking.navigator().back();
        }));
        write.disableProperty()
                .bind(model.writingProperty().or(model.readingProperty()).or(nothing));
        ProgressIndicator busy = new ProgressIndicator();
        busy.setPrefSize(20, 20);
        busy.setMaxSize(20, 20);
        busy.visibleProperty().bind(model.readingProperty());
        HBox head = new HBox(10, back, title, busy, new Spacer(), choose, write);
        head.setAlignment(Pos.CENTER_LEFT);
        return head;
    }

    private void turned(NamesModel.State is) {
        if (is == NamesModel.State.OPEN) {
            model.namesOpened();
        }
    }

    private void refuse(@Nullable Sentence why) {
        if (ask != null) {
            ask.refused(why);
        }
    }

    private void show() {
        State state = model.stateProperty().get();
        Sentence said = model.saidProperty().get();
        notices.getChildren().clear();
        NamesModel names = asking.names();
        ask = names != null && model.needsNames()
                ? new OpenNames(names, texts.messages(), texts.text("identity.intake.closed"), null)
                : null;
        if (ask != null) {
            VBox card = new VBox(ask);
            card.getStyleClass().add("card");
            notices.getChildren().add(card);
        } else if (said != null) {
            notices.getChildren().add(notice(said.in(texts.messages()), "warning"));
        }
        write.setVisible(state != null);
        write.setManaged(state != null);
        if (state == null) {
            body.getChildren().setAll(progress(), notices, gate());
            return;
        }
        Counts counts = state.plan().counts();
        if (counts.alike() > 0) {
            notices.getChildren().add(choosing("intake.notice.alike", counts.alike()));
        } else if (counts.differing() > 0) {
            notices.getChildren().add(choosing("intake.notice.differing", counts.differing()));
        }
        if (state.columns().stream().anyMatch(t -> t != null && !t.type().equals(model.type()))) {
            notices.getChildren().add(notice(texts.text("intake.columns.identity"), "notice"));
        }
        columns.show(state);
        rows.show(state);
        how(state);
        button();
        body.getChildren().setAll(progress(), reading, notices, both);
    }

    private void button() {
        int writes = model.writes();
        write.setText(texts.plural("intake.action.write", writes));
        nothing.set(writes == 0);
    }

    private Node choosing(String key, int count) {
        Label words = new Label(texts.plural(key, count));
        words.setWrapText(true);
        words.setMinHeight(Region.USE_PREF_SIZE);
        HBox.setHgrow(words, Priority.ALWAYS);
        Button all = new Button(texts.text("intake.action.choose-all"));
        all.setId("intake-choose-all");
        all.setMinWidth(Region.USE_PREF_SIZE);
        all.setOnAction(e -> model.chooseAll(model.chosen().isEmpty()));
        HBox box = new HBox(12, words, all);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("notice");
        return box;
    }

    private static Node notice(String words, String style) {
        Label label = new Label(words);
        label.setWrapText(true);
        label.setMinHeight(Region.USE_PREF_SIZE);
        HBox box = new HBox(label);
        HBox.setHgrow(label, Priority.ALWAYS);
        box.getStyleClass().add(style);
        return box;
    }

    private Node progress() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setPrefWidth(240);
        Button stop = new Button(texts.text("intake.action.stop"));
        stop.setOnAction(e -> model.stop());
        HBox box = new HBox(10, new Label(texts.text("intake.write.running")), bar, stop);
        box.setAlignment(Pos.CENTER_LEFT);
        box.getStyleClass().add("notice");
        box.visibleProperty().bind(model.writingProperty());
        box.managedProperty().bind(model.writingProperty());
        return box;
    }

    private Node gate() {
        Label words = new Label(texts.text("intake.drop.words"));
        words.getStyleClass().add("quiet");
        words.setWrapText(true);
        VBox gate = new VBox(12, new FontIcon(Feather.FILE_TEXT), words);
        gate.getStyleClass().add("drop-zone");
        gate.setAlignment(Pos.CENTER);
        return gate;
    }

    /** How the file is read, to be set right by the person. */
    private void how(State state) {
        List<Node> boxes = new ArrayList<>();
        Path file = model.fileProperty().get();
        Label name = new Label(file == null ? "" : String.valueOf(file.getFileName()));
        name.getStyleClass().add(Styles.TEXT_BOLD);
        boxes.add(name);
        if (state.table().sheets().size() > 1) {
            boxes.add(box(
                    new Choice<>("sheet", "intake.file.sheet", state.table().sheets(), Function.identity()),
                    state.table().sheet(),
                    model::sheet));
        }
        Encoding encoding = state.table().encoding();
        if (encoding != null) {
            boxes.add(box(
                    new Choice<>("encoding", "intake.file.encoding", List.of(Encoding.values()), Encoding::shown),
                    encoding,
                    model::encoding));
        }
        Separator separator = state.table().separator();
        if (separator != null) {
            boxes.add(box(
                    new Choice<>("separator", "intake.file.separator", List.of(Separator.values()), this::sign),
                    separator,
                    model::separator));
        }
        List<Integer> places = new ArrayList<>(List.of(-1));
        for (int i = 0; i < Math.min(HEADING_ROWS, state.table().grid().rows().size()); i++) {
            places.add(i);
        }
        boxes.add(box(
                new Choice<>(
                        "heading",
                        "intake.file.heading",
                        places,
                        i -> i < 0
                                ? texts.text("intake.file.no-heading")
                                : String.valueOf(
                                        state.table().grid().rows().get(i).number())),
                state.heading(),
                model::heading));
        if (!campaigns.isEmpty()) {
            List<String> ids = new ArrayList<>(List.of(""));
            campaigns.forEach(c -> ids.add(c.record()));
            String now = model.campaign();
            boxes.add(box(
                    new Choice<>("intake-campaign", "intake.file.campaign", ids, this::campaign),
                    now == null ? "" : now,
                    id -> model.campaign(id.isEmpty() ? null : id)));
        }
        reading.getChildren().setAll(boxes);
        reading.setAlignment(Pos.CENTER_LEFT);
    }

    private String campaign(String id) {
        return campaigns.stream()
                .filter(c -> c.record().equals(id))
                .map(Lists.Row::code)
                .findFirst()
                .orElse(texts.text("intake.file.no-campaign"));
    }

    private String sign(Separator separator) {
        return switch (separator) {
            case SEMICOLON -> texts.text("intake.separator.semicolon");
            case COMMA -> texts.text("intake.separator.comma");
            case TAB -> texts.text("intake.separator.tab");
        };
    }

    /** A choice with its label before it. */
    private record Choice<T>(String id, String key, List<T> values, Function<T, String> label) {}

    private <T> Node box(Choice<T> choice, T value, java.util.function.Consumer<T> chosen) {
        ComboBox<T> box = new ComboBox<>();
        box.setId(choice.id());
        box.getItems().setAll(choice.values());
        box.setCellFactory(view -> cell(choice.label()));
        box.setButtonCell(cell(choice.label()));
        box.setValue(value);
        box.setMaxWidth(260);
        box.valueProperty().addListener((p, was, is) -> chosen.accept(is));
        Label label = new Label(texts.text(choice.key()));
        label.getStyleClass().add("quiet");
        label.setLabelFor(box);
        HBox both = new HBox(6, label, box);
        both.setAlignment(Pos.CENTER_LEFT);
        return both;
    }

    private static <T> ListCell<T> cell(Function<T, String> label) {
        return new ListCell<>() {
            @Override
            protected void updateItem(T item, boolean empty) {
                super.updateItem(item, empty);
                setText(empty || item == null ? null : label.apply(item));
            }
        };
    }
}
