package org.jailoo.ui.meeting;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import javafx.beans.value.ChangeListener;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.input.KeyEvent;
import javafx.scene.layout.BorderPane;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.MeetingPlan;
import org.jailoo.pasted.PastedTable;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.Sheets;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The action plans of a meeting as a screen: one plan at a time, rows like a spreadsheet, tables pasted in. */
public final class PlanScreen implements Screen {
    private static final KeyCombination SAVE = new KeyCodeCombination(KeyCode.S, KeyCombination.SHORTCUT_DOWN);
    private static final KeyCombination PASTE = new KeyCodeCombination(KeyCode.V, KeyCombination.SHORTCUT_DOWN);

    private final PlanModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final Prompts prompts;
    private final BorderPane root = new BorderPane();
    private final PlanTable table;
    private final HBox plans = new HBox();
    private final Label title = new Label();
    private final Label year = new Label();
    private final Label status = new Label();
    private final Button undo;
    private final Label empty = new Label();
    private final List<Runnable> subscribed = new ArrayList<>();
    private @Nullable PastePane preview;

    PlanScreen(PlanModel model, Texts texts, Navigator navigator, Prompts prompts) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.prompts = prompts;
        this.table =
                new PlanTable(model, texts, row -> navigator.openRecord("recommendation", row.record()), this::pasting);
        this.undo = button(Feather.CORNER_UP_LEFT, "meeting.plan.undo-paste", "plan-undo-paste", model::undoPaste);
        root.getStyleClass().addAll("page", "plan");
        root.getStylesheets().addAll(Sheets.CONTROLS, sheet());
        root.addEventFilter(KeyEvent.KEY_PRESSED, event -> {
            if (SAVE.match(event)) {
                model.save();
                event.consume();
            }
        });
        root.setTop(new VBox(12, heading(), tools(), empty));
        root.setCenter(table);
        empty.setId("plan-empty");
        empty.setText(texts.text("meeting.plan.empty"));
        empty.setWrapText(true);
        empty.getStyleClass().addAll("quiet", "plan-empty");
        listen(model.turns());
        listen(model.plan());
        listen(model.notice());
        listen(model.about());
        listen(model.saving());
        say();
    }

    /** The style sheet of what belongs to meetings. */
    static String sheet() {
        return Objects.requireNonNull(PlanScreen.class.getResource("/org/jailoo/ui/meeting.css"))
                .toExternalForm();
    }

    private <T extends @Nullable Object> void listen(javafx.beans.value.ObservableValue<T> value) {
        ChangeListener<T> listener = (p, before, now) -> say();
        value.addListener(listener);
        subscribed.add(() -> value.removeListener(listener));
    }

    private Button button(Ikon icon, String key, String id, Runnable action) {
        Button button = new Button(texts.text(key), new FontIcon(icon));
        button.setId(id);
        button.setMinWidth(Region.USE_PREF_SIZE);
        button.setOnAction(event -> action.run());
        return button;
    }

    private HBox heading() {
        Button back = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        back.setId("plan-back");
        back.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        back.setAccessibleText(texts.text("record.action.back"));
        back.setTooltip(new Tooltip(texts.text("record.action.back")));
        back.setOnAction(event -> navigator.back());
        Label what = new Label(texts.text("meeting.plan.title"));
        what.getStyleClass().addAll("quiet", "small");
        title.getStyleClass().add("page-title");
        title.setMinWidth(0);
        Tooltip whole = new Tooltip();
        whole.textProperty().bind(title.textProperty());
        title.setTooltip(whole);
        VBox names = new VBox(what, title);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        status.setId("plan-status");
        status.getStyleClass().add("record-status");
        status.setWrapText(true);
        status.setMaxWidth(420);
        Button save = button(Feather.CHECK, "record.action.save", "plan-save", model::save);
        save.getStyleClass().add(Styles.ACCENT);
        save.setTooltip(new Tooltip("Ctrl+S"));
        save.disableProperty().bind(model.dirty().not().or(model.saving()));
        HBox line = new HBox(10, back, names, status, save);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private FlowPane tools() {
        plans.getStyleClass().add("plan-tabs");
        plans.setSpacing(4);
        Button add = button(Feather.PLUS, "meeting.plan.add-row", "plan-add-row", () -> table.addRow(1));
        Button another = button(Feather.FOLDER_PLUS, "meeting.plan.add-plan", "plan-add-plan", model::addPlan);
        Button paste = button(Feather.CLIPBOARD, "meeting.plan.paste", "plan-paste", () -> offer(clipboard()));
        paste.setTooltip(new Tooltip("Ctrl+V"));
        year.getStyleClass().addAll("quiet", "small");
        year.setId("plan-year");
        FlowPane line = new FlowPane(10, 8, plans, another, add, paste, undo, year);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    /** What the clipboard holds, as a table; words of one cell are none. */
    private static PastedTable clipboard() {
        Clipboard clipboard = Clipboard.getSystemClipboard();
        String html = clipboard.hasHtml() ? clipboard.getHtml() : null;
        if (html != null) {
            PastedTable table = PastedTable.ofHtml(html);
            if (table.isTable()) {
                return table;
            }
        }
        String text = clipboard.hasString() ? clipboard.getString() : null;
        return PastedTable.ofText(text == null ? "" : text);
    }

    private void pasting(KeyEvent event) {
        if (PASTE.match(event)) {
            PastedTable found = clipboard();
            if (found.isTable()) {
                offer(found);
                event.consume();
            }
        }
    }

    /** Shows what a table would become; what is none is said. */
    void offer(PastedTable found) {
        if (!found.isTable()) {
            prompts.warn(texts.text("meeting.paste.nothing"));
            return;
        }
        CodeOptions codes = new CodeOptions(model.schema(), texts.labels());
        PastePane pane = new PastePane(
                found,
                texts,
                planName(model.plan().get()),
                (columns, rows) -> {
                    model.paste(columns, rows, codes::meant);
                    close();
                },
                this::close);
        preview = pane;
        BorderPane.setMargin(pane, new Insets(12, 0, 0, 0));
        root.setCenter(pane);
        say();
        pane.focus();
    }

    private void close() {
        preview = null;
        root.setCenter(table);
        say();
        table.focus(model.firstPasted());
    }

    private String planName(String plan) {
        return plan.isEmpty() ? texts.text("meeting.plan.without") : texts.text("meeting.plan.name", plan);
    }

    private void say() {
        MeetingPlan.Meeting about = model.about().get();
        title.setText(about == null || about.title().isBlank() ? texts.text("record.title.unnamed") : about.title());
        year.setText(
                about == null
                        ? ""
                        : about.year() == 0
                                ? texts.text("meeting.plan.no-year")
                                : texts.text("meeting.plan.year", Integer.toString(about.year())));
        tabs();
        undo.setText(texts.plural("meeting.plan.undo-paste", model.pastedRows()));
        undo.setVisible(model.pastedRows() > 0);
        undo.setManaged(undo.isVisible());
        PlanNotice notice = model.notice().get();
        status.setText(
                model.saving().get()
                        ? texts.text("record.status.saving")
                        : notice != null
                                ? said(notice)
                                : model.dirty().get() ? texts.text("record.status.changed") : "");
        status.pseudoClassStateChanged(
                Styles.STATE_DANGER, notice != null && !notice.failed().isEmpty());
        table.show();
        boolean none = about != null && model.rowsOf(model.plan().get()).isEmpty();
        empty.setVisible(none && preview == null);
        empty.setManaged(empty.isVisible());
    }

    private String said(PlanNotice notice) {
        String saved = texts.plural("meeting.plan.saved", notice.saved());
        return notice.failed().isEmpty()
                ? saved
                : texts.text(
                        "meeting.plan.not-saved",
                        saved,
                        notice.failed().stream().map(String::valueOf).collect(Collectors.joining(", ")));
    }

    private void tabs() {
        List<String> names = model.plans();
        List<String> there = plans.getChildren().stream()
                .map(node -> String.valueOf(node.getUserData()))
                .toList();
        if (!there.equals(names)) {
            plans.getChildren().clear();
            ToggleGroup group = new ToggleGroup();
            for (String name : names) {
                ToggleButton tab = new ToggleButton();
                tab.setUserData(name);
                tab.setId("plan-tab-" + plans.getChildren().size());
                tab.setToggleGroup(group);
                tab.setMinWidth(Region.USE_PREF_SIZE);
                tab.setOnAction(event -> {
                    tab.setSelected(true);
                    model.plan().set(name);
                });
                plans.getChildren().add(tab);
            }
        }
        for (var node : plans.getChildren()) {
            ToggleButton tab = (ToggleButton) node;
            String name = String.valueOf(tab.getUserData());
            tab.setText(texts.text(
                    "meeting.plan.tab", planName(name), model.rowsOf(name).size()));
            tab.setSelected(name.equals(model.plan().get()));
        }
    }

    @Override
    public Parent view() {
        return root;
    }

    @Override
    public void shown() {
        model.look();
    }

    @Override
    public void hidden() {
        subscribed.forEach(Runnable::run);
        subscribed.clear();
        table.close();
    }

    @Override
    public Runnable rest() {
        return model.rest();
    }

    @Override
    public void end() {
        model.end();
    }

    @Override
    public boolean mayLeave(Runnable then) {
        if (!model.dirty().get()) {
            return true;
        }
        Runnable go = () -> {
            model.forget();
            then.run();
        };
        prompts.ask(
                texts.text("meeting.plan.leave-title"),
                texts.text("meeting.plan.leave-question"),
                List.of(
                        new Prompts.Answer(texts.text("record.leave.save"), Prompts.Kind.MAIN, () -> model.save(go)),
                        new Prompts.Answer(texts.text("record.leave.discard"), Prompts.Kind.DANGER, () -> {
                            model.discard();
                            go.run();
                        }),
                        new Prompts.Answer(
                                texts.text("record.leave.keep"), Prompts.Kind.OTHER, () -> model.keepAndLeave(then))));
        return false;
    }
}
