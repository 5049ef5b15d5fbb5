package org.jailoo.ui.persons;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.InvalidationListener;
import javafx.beans.Observable;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ProgressBar;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Screen;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.controls.FollowFocus;
import org.jailoo.ui.controls.OpenNames;
import org.jailoo.ui.controls.Sheets;
import org.jailoo.ui.controls.Wrapped;
import org.jailoo.ui.persons.PersonsModel.Part;
import org.jailoo.ui.persons.PersonsModel.Seen;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** Who may be the same person: pairs to decide, and those that were linked. */
public final class PersonsScreen implements Screen {
    static final String SHEET = Objects.requireNonNull(PersonsScreen.class.getResource("/org/jailoo/ui/persons.css"))
            .toExternalForm();

    private final PersonsModel model;
    private final Texts texts;
    private final Navigator navigator;
    private final HBox parts = new HBox();
    private final VBox above = new VBox(12);
    private final VBox column = new VBox(14);
    private final ScrollPane content = new ScrollPane(column);
    private final InvalidationListener onChange = p -> fill();
    private final InvalidationListener onFailure;
    private @Nullable OpenNames door;
    private @Nullable Seen drawn;
    private @Nullable Part partDrawn;

    public PersonsScreen(PersonsModel model, Texts texts, Navigator navigator) {
        this.model = model;
        this.texts = texts;
        this.navigator = navigator;
        this.onFailure = p -> {
            if (door != null) {
                door.refused(model.names().failure().get());
            }
        };
    }

    @Override
    public Parent view() {
        Label title = new Label(texts.text("persons.page.title"));
        title.getStyleClass().add("page-title");
        parts.setAlignment(Pos.CENTER_LEFT);
        column.getStyleClass().addAll("scrolled", "persons-column");
        content.setFitToWidth(true);
        content.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        content.setId("persons-scroll");
        content.getStyleClass().add("edge-to-edge");
        content.setFocusTraversable(false);
        new FollowFocus(content);
        VBox.setVgrow(content, Priority.ALWAYS);
        VBox page = new VBox(title, parts, above, content);
        page.getStyleClass().addAll("page", "persons");
        page.getStylesheets().addAll(Sheets.CONTROLS, SHEET);
        fill();
        return page;
    }

    private List<Observable> watched() {
        return List.of(
                model.seenProperty(),
                model.saidProperty(),
                model.partProperty(),
                model.searchingProperty(),
                model.names().state());
    }

    @Override
    public void shown() {
        watched().forEach(each -> each.addListener(onChange));
        model.names().failure().addListener(onFailure);
        model.attach();
    }

    @Override
    public void hidden() {
        watched().forEach(each -> each.removeListener(onChange));
        model.names().failure().removeListener(onFailure);
        model.detach();
    }

    @Override
    public void focus() {
        Node first = column.lookup(".persons-same");
        if (first != null) {
            first.requestFocus();
        }
    }

    private void fill() {
        Seen seen = model.seenProperty().get();
        pills(seen);
        above.getChildren().setAll(above(seen));
        // What a person is reading is not drawn anew because a search goes on beside it.
        if (seen == null
                || !seen.equals(drawn)
                || partDrawn != model.partProperty().get()) {
            boolean decided = drawn != null && seen != null && holdsFocus();
            drawn = seen;
            partDrawn = model.partProperty().get();
            column.getChildren().setAll(seen == null ? List.of() : nodes(seen));
            if (decided) {
                focus();
            }
        }
    }

    private boolean holdsFocus() {
        Node focused = column.getScene() == null ? null : column.getScene().getFocusOwner();
        for (Node at = focused; at != null; at = at.getParent()) {
            if (at == column) {
                return true;
            }
        }
        return false;
    }

    private void pills(@Nullable Seen seen) {
        ToggleGroup group = new ToggleGroup();
        List<ToggleButton> pills = new ArrayList<>();
        for (Part part : Part.values()) {
            int count = seen == null
                    ? 0
                    : part == Part.OFFERED ? seen.all() : seen.linked().size();
            ToggleButton pill = new ToggleButton(
                    part == Part.OFFERED
                            ? texts.text("persons.part.offered", count)
                            : texts.text("persons.part.linked", count));
            pill.setId("persons-" + part.name().toLowerCase(Locale.ROOT));
            pill.setToggleGroup(group);
            pill.setSelected(part == model.partProperty().get());
            pill.getStyleClass().add(part == Part.OFFERED ? "left-pill" : "right-pill");
            pill.setOnAction(event -> {
                pill.setSelected(true);
                model.partProperty().set(part);
            });
            pills.add(pill);
        }
        parts.getChildren().setAll(pills);
    }

    /** The door to the names while it is closed, how far the search is, and what became of the last decision. */
    private List<Node> above(@Nullable Seen seen) {
        List<Node> nodes = new ArrayList<>();
        if (model.names().isOpen()) {
            door = null;
        } else {
            if (door == null) {
                door = new OpenNames(model.names(), texts.messages(), texts.text("persons.names.closed"), null);
                door.setId("persons-door");
            }
            nodes.add(door);
        }
        if (model.searchingProperty().get()) {
            nodes.add(searching());
        } else if (seen == null && model.names().state().get() != NamesModel.State.OPENING) {
            Button again = new Button(texts.text("persons.search.again"), new FontIcon(Feather.SEARCH));
            again.setId("persons-again");
            again.setOnAction(event -> model.reload());
            nodes.add(again);
        }
        Sentence said = model.saidProperty().get();
        if (said != null) {
            Label words = Wrapped.words(said.in(texts.messages()));
            words.setId("persons-said");
            words.setGraphic(new FontIcon(Feather.CHECK));
            words.setGraphicTextGap(8);
            nodes.add(words);
        }
        return nodes;
    }

    private Node searching() {
        ProgressBar bar = new ProgressBar();
        bar.progressProperty().bind(model.progressProperty());
        bar.setAccessibleText(texts.text("persons.search.running"));
        Button stop = new Button(texts.text("persons.search.stop"));
        stop.setId("persons-stop");
        stop.setOnAction(event -> model.stop());
        HBox line = new HBox(10, Wrapped.words(texts.text("persons.search.running"), "quiet"), bar, stop);
        line.setAlignment(Pos.CENTER_LEFT);
        return line;
    }

    private List<Node> nodes(Seen seen) {
        List<Node> nodes = new ArrayList<>();
        GroupCard groups = new GroupCard(model, texts, navigator);
        if (model.partProperty().get() == Part.LINKED) {
            if (seen.linked().isEmpty()) {
                nodes.add(nothing("persons.linked.none", "persons.linked.none-text"));
            } else {
                nodes.add(Wrapped.words(texts.text("persons.linked.text"), "quiet"));
            }
            seen.linked().forEach(group -> nodes.add(groups.of(group, false)));
            return nodes;
        }
        seen.undecided().forEach(group -> nodes.add(groups.of(group, true)));
        if (seen.offers().isEmpty()) {
            nodes.add(nothing("persons.empty.title", seen.named() ? "persons.empty.text" : "persons.empty.closed"));
        } else {
            nodes.add(Wrapped.words(texts.text("persons.offered.text"), "quiet"));
            PairCard card = new PairCard(model, texts, navigator);
            seen.offers().forEach(offer -> nodes.add(card.of(offer)));
        }
        if (seen.all() > seen.offers().size() && !seen.offers().isEmpty()) {
            Button more = new Button(texts.text(
                    "persons.offered.more", seen.all() - seen.offers().size()));
            more.setId("persons-more");
            more.setOnAction(event -> model.more());
            nodes.add(more);
        }
        return nodes;
    }

    private Node nothing(String title, String text) {
        Label head = Wrapped.words(texts.text(title), "section-title");
        head.setGraphic(new FontIcon(Feather.CHECK_CIRCLE));
        head.setGraphicTextGap(8);
        head.setId("persons-nothing");
        VBox box = new VBox(10, head, Wrapped.words(texts.text(text), "quiet"));
        box.getStyleClass().add("persons-nothing");
        return box;
    }
}
