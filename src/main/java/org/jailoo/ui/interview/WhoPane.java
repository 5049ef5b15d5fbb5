package org.jailoo.ui.interview;

import java.util.ArrayList;
import java.util.List;
import javafx.beans.binding.Bindings;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jailoo.app.EarlierInterviews;
import org.jailoo.app.EarlierInterviews.Earlier;
import org.jailoo.app.NewParticipant;
import org.jailoo.record.Field;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.form.ReferenceControls;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who talks: picked among the participants or added here, with a word about earlier interviews of the same person. */
final class WhoPane extends VBox {
    private final Page page;
    private final PeopleModel people;
    private final Desk desk;
    private final VBox notes = new VBox(8);
    private final VBox adding = new VBox();

    /** What the pane works with. */
    record Desk(EarlierInterviews earlier, NewParticipant participants) {}

    WhoPane(Page page, PeopleModel people, Desk desk) {
        super(8);
        this.page = page;
        this.people = people;
        this.desk = desk;
        setId("who");
        getStylesheets().addAll(Sheets.CONTROLS, Sheet.INTERVIEW);
        Field field = people.people().field();
        Node chips = ReferenceControls.many(page, people.people(), "participant");
        chips.setId("field-participants");
        Button add = new Button(page.text("interview.who.add"), new FontIcon(Feather.USER_PLUS));
        add.setId("who-add");
        add.setOnAction(event -> add());
        Label hint = new Label(page.text("interview.who.hint"));
        hint.setWrapText(true);
        hint.getStyleClass().addAll("quiet", "small");
        getChildren().add(FieldPane.head(page, field, page.label("participants"), chips));
        getChildren().addAll(ConflictPane.all(page, page.form().conflictsOf("participants")));
        getChildren().addAll(chips, hint, add, adding, notes);
        show();
        page.listen(people.people().members(), this::show);
        page.listen(people.readings(), turn -> show());
        page.listen(page.namings(), turn -> show());
    }

    private void show() {
        notes.getChildren().clear();
        if (people.people().members().size() > 1) {
            notes.getChildren().add(ConsentPane.warning("who-several", page.text("interview.who.several"), null));
        }
        if (!people.earlier().isEmpty()) {
            notes.getChildren().add(found("who-earlier", page.text("interview.who.earlier"), people.earlier()));
        }
        notes.setManaged(!notes.getChildren().isEmpty());
    }

    /** A warning that lists records, each with the way to it. */
    private VBox found(String id, String text, List<Earlier> records) {
        Label head = new Label(text);
        head.setWrapText(true);
        VBox box = new VBox(2, head);
        box.setId(id);
        box.getStyleClass().add("warning");
        for (Earlier one : records) {
            Hyperlink link = new Hyperlink(name(one));
            link.setOnAction(
                    event -> page.opening(one.row().type(), one.row().record()).run());
            box.getChildren().add(link);
        }
        return box;
    }

    private String name(Earlier one) {
        List<String> parts = new ArrayList<>(List.of(
                one.row().code(),
                one.row().day().isEmpty() ? "" : page.labels().date(one.row().day()),
                one.settlement()));
        parts.removeIf(String::isBlank);
        return parts.isEmpty() ? page.labels().type(one.row().type()) : String.join(" · ", parts);
    }

    // ---- a new participant

    private void add() {
        if (!adding.getChildren().isEmpty()) {
            return;
        }
        page.links()
                .tasks()
                .of(watch -> desk.participants().begin())
                .onSuccess(this::add)
                .start();
    }

    private void add(NewParticipant.Begun begun) {
        NewPerson form = new NewPerson(page, begun);
        VBox alike = new VBox();
        Label failed = new Label();
        failed.setWrapText(true);
        failed.getStyleClass().add("danger-text");
        failed.managedProperty().bind(failed.textProperty().isNotEmpty());
        alike.managedProperty().bind(Bindings.isNotEmpty(alike.getChildren()));
        Button save = new Button(page.text("interview.who.save"));
        save.setId("who-save");
        save.getStyleClass().add("accent");
        Button cancel = new Button(page.text("interview.who.cancel"));
        cancel.setId("who-cancel");
        Runnable close = () -> {
            form.close();
            adding.getChildren().clear();
        };
        cancel.setOnAction(event -> close.run());
        save.setOnAction(event -> {
            if (form.form().problems() > 0) {
                return;
            }
            save.setDisable(true);
            page.links()
                    .tasks()
                    .of(watch -> java.util.Optional.ofNullable(desk.participants()
                            .save(begun.opened().form(), form.form().body())))
                    .onEnd(() -> save.setDisable(false))
                    .onSuccess(id -> {
                        if (id.isEmpty()) {
                            failed.setText(page.text("interview.who.failed"));
                        } else {
                            close.run();
                            people.people().toggle(id.get(), true);
                        }
                    })
                    .onFailure(e -> failed.setText(page.text("interview.who.failed")))
                    .start();
        });
        form.sketched(sketch -> page.links()
                .tasks()
                .of(watch -> desk.earlier().alike(sketch))
                .onSuccess(
                        found -> alike.getChildren().setAll(found.isEmpty() ? List.of() : List.of(same(found, close))))
                .start());
        VBox box = new VBox(12, form, alike, failed, new HBox(8, save, cancel));
        box.getStyleClass().add("code-details");
        box.setId("who-new");
        adding.getChildren().setAll(box);
        form.begin();
    }

    /** Those who may be the same person; one of them can be taken instead. */
    private VBox same(List<Earlier> found, Runnable close) {
        VBox box = found("who-alike", page.text("interview.who.alike"), List.of());
        for (Earlier one : found) {
            Hyperlink link = new Hyperlink(name(one));
            link.setOnAction(
                    event -> page.opening(one.row().type(), one.row().record()).run());
            Button take = new Button(page.text("interview.who.take"));
            take.getStyleClass().addAll("flat", "small", "accent");
            take.setOnAction(event -> {
                close.run();
                people.people().toggle(one.row().record(), true);
            });
            box.getChildren().add(new FlowPane(8, 2, link, take));
        }
        return box;
    }
}
