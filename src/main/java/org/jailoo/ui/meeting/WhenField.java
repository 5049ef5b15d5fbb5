package org.jailoo.ui.meeting;

import atlantafx.base.theme.Styles;
import java.util.List;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.record.Field;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.Entry;
import org.jailoo.ui.form.FieldGrid;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.Place;
import org.jailoo.ui.form.Unknown;
import org.jailoo.ui.form.UnknownPaths;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The time of an action in its form: typed as people say it, what was understood below it, and the dates to correct. */
final class WhenField extends VBox {
    private final WhenModel model;
    private final WhenWords words;
    private final Label note = new Label();
    private final FontIcon mark = new FontIcon();
    private final Button take;

    WhenField(Page page, Field field, WhenModel model) {
        super(8);
        this.model = model;
        this.words = new WhenWords(page.texts());
        setId("when");
        Label title = new Label(page.label(field.name()));
        title.getStyleClass().addAll("field-label", "part-title");
        getChildren().add(title);
        getChildren().addAll(ConflictPane.all(page, List.of(field.name())));
        Entry text = model.entry("text");
        TextField control = new TextField(text.typed().get());
        control.setId(FieldPane.id(text.place()));
        control.setPromptText(page.text("meeting.when.prompt"));
        Node head = FieldPane.head(page, text.field(), page.label(field.name(), "text"), control);
        control.textProperty().addListener((p, before, now) -> model.type(now == null ? "" : now));
        page.listen(text.typed(), now -> {
            if (!control.isFocused() && !now.equals(control.getText())) {
                control.setText(now);
            }
        });
        control.setEditable(!text.isForeign());
        take = new Button(page.text("meeting.when.take"));
        take.setId("when-take");
        take.getStyleClass().addAll(Styles.SMALL);
        take.setMinWidth(Region.USE_PREF_SIZE);
        take.setOnAction(event -> model.takeUnderstood());
        note.setId("when-note");
        note.setWrapText(true);
        note.getStyleClass().add("when-note");
        HBox said = new HBox(8, mark, note, take);
        said.setAlignment(Pos.CENTER_LEFT);
        said.setMinHeight(26);
        FieldGrid dates = new FieldGrid();
        for (String member : WhenModel.dates()) {
            Entry entry = model.entry(member);
            dates.add(FieldPane.of(page, entry, new String[] {field.name(), member}), false);
        }
        UnknownPaths.members(page.form().value(Place.at(field.name())), model.members())
                .forEach((name, json) -> dates.add(Unknown.of(page, name, json), true));
        getChildren().addAll(new VBox(4, head, control, said), dates);
        page.listen(page.form().turns(), turn -> say());
        say();
    }

    private void say() {
        WhenModel.Standing standing = model.standing();
        note.setText(words.note(model));
        mark.setIconCode(
                switch (standing) {
                    case UNDERSTOOD -> Feather.CHECK_CIRCLE;
                    case BY_HAND -> Feather.EDIT_3;
                    default -> Feather.HELP_CIRCLE;
                });
        mark.setVisible(!note.getText().isEmpty());
        take.setVisible(standing == WhenModel.Standing.BY_HAND);
        take.setManaged(take.isVisible());
    }

    /** The year is known now. */
    void year(int year) {
        model.year(year);
        say();
    }
}
