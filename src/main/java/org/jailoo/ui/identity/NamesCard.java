package org.jailoo.ui.identity;

import atlantafx.base.theme.Styles;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Separator;
import javafx.scene.input.KeyEvent;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.app.HandOverIdentities;
import org.jailoo.app.NamesOf;
import org.jailoo.record.Field;
import org.jailoo.record.RecordType;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.controls.OpenNames;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.form.ConflictPane;
import org.jailoo.ui.form.FieldGrid;
import org.jailoo.ui.form.FieldPane;
import org.jailoo.ui.form.Page;
import org.jailoo.ui.identity.NamesCardModel.Shown;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The card of a participant that says who she is: a lock, or her name and contacts for some minutes. */
final class NamesCard extends VBox {
    private static final String SHEET = Objects.requireNonNull(
                    NamesCard.class.getResource("/org/jailoo/ui/identity.css"))
            .toExternalForm();

    private final NamesCardModel model;
    private final NamesModel names;
    private final Page page;
    private final List<Page> inside = new ArrayList<>();
    private final Label left = new Label();
    private final Label said = words("");
    private final VBox body = new VBox(14);
    private final HBox close = new HBox(10);

    NamesCard(NamesCardModel model, Page page) {
        super(12);
        this.model = model;
        this.names = model.names();
        this.page = page;
        dress(this);
        Button closing = new Button(page.text("identity.card.close"), new FontIcon(Feather.LOCK));
        closing.setId("names-close");
        closing.getStyleClass().add(Styles.SMALL);
        closing.setMinWidth(Region.USE_PREF_SIZE);
        closing.setOnAction(event -> names.close());
        left.setId("names-left");
        left.getStyleClass().add("quiet");
        left.setMinWidth(Region.USE_PREF_SIZE);
        close.setAlignment(Pos.CENTER_RIGHT);
        close.getChildren().addAll(left, closing);
        HBox head = new HBox(10, title(page), close);
        head.setAlignment(Pos.CENTER_LEFT);
        said.setId("names-said");
        said.managedProperty().bind(said.visibleProperty());
        getChildren().addAll(head, body, said);
        // Whoever reads on or types goes on using it.
        addEventFilter(KeyEvent.KEY_PRESSED, event -> names.used());
        addEventFilter(MouseEvent.MOUSE_PRESSED, event -> names.used());
        page.listen(names.state(), now -> show());
        page.listen(model.shown(), now -> show());
        page.listen(names.left(), now -> count());
        page.listen(model.said(), this::say);
        model.attach();
        page.atEnd(() -> {
            closeInside();
            model.detach();
        });
        show();
        say(model.said().get());
    }

    /** Of a participant that nobody saved yet: there is nothing that a name could refer to. */
    static Node unsaved(Page page) {
        VBox card = new VBox(8, title(page), quiet(page.text("identity.card.unsaved")));
        dress(card);
        return card;
    }

    private static void dress(VBox card) {
        card.setId("names-card");
        card.getStyleClass().addAll("card", "names-card");
        card.getStylesheets().add(SHEET);
    }

    private static Label title(Page page) {
        Label title = new Label(page.text("identity.card.title"));
        title.getStyleClass().add("section-title");
        title.setWrapText(true);
        title.setMaxWidth(Double.MAX_VALUE);
        HBox.setHgrow(title, Priority.ALWAYS);
        return title;
    }

    private void show() {
        closeInside();
        body.getChildren().clear();
        boolean open = names.isOpen();
        close.setVisible(open && !names.isSample());
        if (!open) {
            OpenNames ask =
                    new OpenNames(names, page.messages(), page.text("identity.card.closed"), model.participant());
            page.listen(names.failure(), ask::refused);
            body.getChildren().add(ask);
            return;
        }
        count();
        HandOverIdentities.Standing elsewhere = model.elsewhere().get();
        if (elsewhere != null) {
            String lead = elsewhere.lead() == null ? "" : elsewhere.lead().shownName();
            body.getChildren()
                    .add(quiet(page.messages().plural("identity.card.elsewhere", elsewhere.elsewhere(), lead)));
        }
        List<Shown> all = model.shown().get();
        if (all.size() > 1) {
            Label several = words(page.messages().plural("identity.card.several", all.size()));
            several.getStyleClass().add("warning");
            body.getChildren().add(several);
        }
        for (Shown one : all) {
            if (body.getChildren().size() > 0) {
                body.getChildren().add(new Separator());
            }
            body.getChildren().add(form(one));
        }
    }

    private Node form(Shown one) {
        Page own = new Page(
                one.form(),
                page.texts(),
                new Page.Links(
                        page.links().references(),
                        page.links().tasks(),
                        page.links().opener(),
                        List.of()),
                one.story().getReadOnlyProperty());
        inside.add(own);
        FieldGrid grid = new FieldGrid();
        RecordType type = one.form().type();
        for (Field field : type == null ? List.<Field>of() : type.fields().values()) {
            if (NamesOf.isAsked(field.name())) {
                VBox box = new VBox(6, FieldPane.of(own, one.form().entry(field), new String[] {field.name()}));
                box.getChildren().addAll(ConflictPane.all(own, List.of(field.name())));
                grid.add(box, FieldGrid.isWide(field.kind()));
            }
        }
        Button save = new Button(page.text("record.action.save"), new FontIcon(Feather.SAVE));
        save.setId("names-save");
        save.setMinWidth(Region.USE_PREF_SIZE);
        save.getStyleClass().add(Styles.ACCENT);
        save.disableProperty().bind(one.form().dirty().not().or(model.saving()));
        save.setOnAction(event -> model.save(one));
        Label draft = quiet(page.text("identity.card.draft"));
        draft.visibleProperty().bind(one.form().dirty());
        HBox foot = new HBox(12, save, draft);
        foot.setAlignment(Pos.CENTER_LEFT);
        // Who wrote a contending value is read after the form.
        own.listen(one.story().getReadOnlyProperty(), now -> {
            if (now != null && !now.conflicts().isEmpty()) {
                show();
            }
        });
        return new VBox(12, grid, foot);
    }

    private void count() {
        int seconds = names.left().get();
        left.setText(page.text("identity.card.left", String.format("%d:%02d", seconds / 60, seconds % 60)));
    }

    private void say(@Nullable Sentence sentence) {
        said.setText(sentence == null ? "" : sentence.in(page.messages()));
        said.setVisible(sentence != null);
    }

    private void closeInside() {
        inside.forEach(Page::close);
        inside.clear();
    }

    private static Label words(String text) {
        return Wrapped.words(text);
    }

    private static Label quiet(String text) {
        return Wrapped.words(text, "quiet");
    }
}
