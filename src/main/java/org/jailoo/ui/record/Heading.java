package org.jailoo.ui.record;

import atlantafx.base.theme.Styles;
import atlantafx.base.theme.Tweaks;
import javafx.geometry.Pos;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.MenuButton;
import javafx.scene.control.MenuItem;
import javafx.scene.control.SeparatorMenuItem;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.Tooltip;
import javafx.scene.input.KeyCode;
import javafx.scene.input.KeyCodeCombination;
import javafx.scene.input.KeyCombination;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.history.RecordState;
import org.jailoo.json.Json;
import org.jailoo.record.Field;
import org.jailoo.record.FieldKind;
import org.jailoo.record.RecordType;
import org.jailoo.ui.form.Autosave;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.Reading;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The line above the form: what record this is, whether it is saved, and what can be done with it. */
final class Heading extends HBox {
    private final RecordViewModel model;
    private final Page page;
    private final RecordView.Ways ways;
    private final Label title = new Label();
    private final Label status = new Label();
    private final ToggleButton history;

    Heading(RecordViewModel model, Page page, RecordView.Ways ways) {
        super(10);
        this.model = model;
        this.page = page;
        this.ways = ways;
        setAlignment(Pos.CENTER_LEFT);
        getStyleClass().add("record-heading");
        Button away = new Button(null, new FontIcon(Feather.ARROW_LEFT));
        away.setId("record-back");
        away.getStyleClass().addAll(Styles.BUTTON_ICON, Styles.FLAT);
        away.setAccessibleText(page.text("record.action.back"));
        away.setTooltip(new Tooltip(page.text("record.action.back")));
        away.setOnAction(event -> ways.back().run());
        Label type = new Label(page.labels().type(page.form().typeName()));
        type.getStyleClass().addAll("quiet", "small");
        title.getStyleClass().add("page-title");
        title.setMinWidth(0);
        HBox above = new HBox(10, type);
        ReceivedMark received = ways.received();
        if (received != null) {
            above.getChildren().add(received);
            page.listen(model.notice(), now -> received.look(page.form()));
            received.look(page.form());
        }
        VBox names = new VBox(above, title);
        names.setMinWidth(0);
        HBox.setHgrow(names, Priority.ALWAYS);
        status.setId("record-status");
        status.setMinWidth(Region.USE_PREF_SIZE);
        history = new ToggleButton(page.text("record.history.title"), new FontIcon(Feather.CLOCK));
        history.setId("record-history-toggle");
        history.setMinWidth(Region.USE_PREF_SIZE);
        Button save = new Button(page.text("record.action.save"), new FontIcon(Feather.CHECK));
        save.setId("record-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.getStyleClass().add(Styles.ACCENT);
        save.setTooltip(new Tooltip("Ctrl+S"));
        save.disableProperty().bind(model.dirty().not().or(model.saving()));
        save.setOnAction(event -> model.save());
        getChildren().addAll(away, names, status, history, more(), save);
        page.listen(page.form().turns(), turn -> name());
        page.listen(model.dirty(), now -> status());
        page.listen(model.saving(), now -> status());
        page.listen(model.notice(), now -> status());
        Autosave autosave = model.autosave();
        if (autosave != null) {
            page.listen(autosave.state(), now -> status());
        }
        name();
        status();
    }

    /** What is done seldom: back and forth, the next one like this, the bin. */
    private MenuButton more() {
        MenuButton more = new MenuButton(null, new FontIcon(Feather.MORE_HORIZONTAL));
        more.setId("record-more");
        more.getStyleClass().addAll(Styles.BUTTON_ICON, Tweaks.NO_ARROW);
        more.setMinWidth(Region.USE_PREF_SIZE);
        more.setAccessibleText(page.text("record.action.more"));
        more.setTooltip(new Tooltip(page.text("record.action.more")));
        MenuItem undo = item("record-undo", "record.action.undo", Feather.CORNER_UP_LEFT, page.form()::undo);
        undo.setAccelerator(new KeyCodeCombination(KeyCode.Z, KeyCombination.SHORTCUT_DOWN));
        MenuItem redo = item("record-redo", "record.action.redo", Feather.CORNER_UP_RIGHT, page.form()::redo);
        redo.setAccelerator(new KeyCodeCombination(KeyCode.Y, KeyCombination.SHORTCUT_DOWN));
        MenuItem following = item("record-next", "record.action.next", Feather.COPY, ways.next());
        MenuItem bin = item("record-delete", "record.action.delete", Feather.TRASH_2, () -> model.delete(true));
        MenuItem withdraw = item("record-withdraw", "withdrawal.action.withdraw", Feather.USER_X, ways.withdraw());
        MenuItem word = item("record-word", "testimony.action.open", Feather.FILE_TEXT, ways.word());
        word.setVisible(page.form().typeName().equals("interview"));
        more.setOnShowing(event -> {
            RecordState state = page.form().state();
            boolean stored = state != null && !state.purged();
            following.setDisable(!stored || model.dirty().get());
            withdraw.setDisable(!stored);
            word.setDisable(!stored || model.dirty().get());
            bin.setDisable(state == null
                    || state.purged()
                    || state.deleted()
                    || model.dirty().get());
        });
        more.getItems()
                .addAll(undo, redo, new SeparatorMenuItem(), following, word, bin, new SeparatorMenuItem(), withdraw);
        return more;
    }

    private MenuItem item(String id, String key, Feather icon, Runnable action) {
        MenuItem item = new MenuItem(page.text(key), new FontIcon(icon));
        item.setId(id);
        item.setOnAction(event -> action.run());
        return item;
    }

    ToggleButton history() {
        return history;
    }

    /** The first text that the record has: its code or its title, or its plan and its number there. */
    private void name() {
        RecordType type = page.form().type();
        String name = "";
        if (type != null) {
            for (Field field : type.fields().values()) {
                if (name.isEmpty()
                        && field.kind() instanceof FieldKind.Text
                        && !field.sensitive()
                        && page.form().value(Place.at(field.name())) instanceof Json.Text text) {
                    name = text.value();
                }
            }
        }
        if (!name.isEmpty() && page.form().value(Place.at("number")) instanceof Json.Int number) {
            name = name + " · " + number.value();
        }
        title.setText(name.isBlank() ? page.text("record.title.unnamed") : Reading.cut(name, 90));
    }

    private void unsaved() {
        Autosave autosave = model.autosave();
        Autosave.State state = autosave == null ? null : autosave.state().get();
        boolean failed = state == Autosave.State.FAILED;
        String kept =
                state == Autosave.State.KEPT ? page.text("record.status.kept") : page.text("record.status.changed");
        status.setText(failed ? page.text("record.status.unkept") : kept);
        status.setGraphic(new FontIcon(failed ? Feather.ALERT_TRIANGLE : Feather.EDIT_3));
        if (failed) {
            status.getStyleClass().add("failed");
        }
    }

    private void status() {
        Notice notice = model.notice().get();
        boolean saved = notice != null && notice.kind().isSaved();
        status.getStyleClass().setAll("label", "record-status");
        if (model.saving().get()) {
            status.setText(page.text("record.status.saving"));
            status.setGraphic(null);
        } else if (model.dirty().get()) {
            unsaved();
        } else {
            status.setText(saved ? page.text("record.status.saved") : "");
            status.setGraphic(saved ? new FontIcon(Feather.CHECK_CIRCLE) : null);
        }
    }
}
