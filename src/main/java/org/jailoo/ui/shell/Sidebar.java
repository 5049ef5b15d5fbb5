package org.jailoo.ui.shell;

import atlantafx.base.controls.Spacer;
import atlantafx.base.theme.Styles;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import javafx.beans.property.ReadOnlyLongProperty;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.ContentDisplay;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.control.ToggleButton;
import javafx.scene.control.ToggleGroup;
import javafx.scene.control.Tooltip;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.jailoo.i18n.Messages;
import org.jailoo.ui.common.Look;
import org.jailoo.ui.controls.FollowFocus;
import org.jailoo.ui.controls.LookSwitch;
import org.kordamp.ikonli.feather.Feather;
import org.kordamp.ikonli.javafx.FontIcon;

/** The way to every place, always in sight. */
final class Sidebar extends VBox {
    private final Map<String, ToggleButton> entries = new LinkedHashMap<>();
    private final ToggleGroup group = new ToggleGroup();
    private final VBox places = new VBox();
    private final Consumer<Place> go;
    private final Messages messages;

    /** What stands at the head and at the foot of the sidebar. */
    record Frame(String notebook, boolean sample, Look look, Runnable lock, Runnable find, Runnable guide) {}

    Sidebar(Messages messages, Frame frame, ReadOnlyLongProperty conflicts, Consumer<Place> go) {
        this.messages = messages;
        this.go = go;
        getStyleClass().add("sidebar");
        ScrollPane middle = new ScrollPane(places);
        middle.setFitToWidth(true);
        middle.setHbarPolicy(ScrollPane.ScrollBarPolicy.NEVER);
        middle.setFocusTraversable(false);
        middle.getStyleClass().addAll("edge-to-edge", "sidebar-middle");
        places.getStyleClass().add("sidebar-places");
        // Where the window is too low for all of them, the one that has the keyboard comes into sight.
        new FollowFocus(middle);
        setVgrow(middle, Priority.ALWAYS);
        getChildren().addAll(head(frame), find(frame), middle);
        add("home", Feather.HOME, "shell.nav.home", new Place.Home());
        add("interview", Feather.MESSAGE_SQUARE, "shell.nav.interviews", new Place.Records("interview", null));
        add("participant", Feather.USERS, "shell.nav.participants", new Place.Records("participant", null));
        add("focusGroup", Feather.GRID, "shell.nav.focus-groups", new Place.Records("focusGroup", null));
        add(
                "recommendation",
                Feather.CHECK_SQUARE,
                "shell.nav.recommendations",
                new Place.Records("recommendation", null));
        add("campaign", Feather.FLAG, "shell.nav.campaigns", new Place.Records("campaign", null));
        add("conflicts", Feather.GIT_MERGE, "conflicts.nav.name", new Place.Conflicts(null));
        add("persons", Feather.USER_CHECK, "persons.nav.name", new Place.Persons());
        add("exchange", Feather.REPEAT, "shell.nav.exchange", new Place.Exchange());
        add("devices", Feather.SMARTPHONE, "shell.nav.devices", new Place.Devices());
        add("tables", Feather.BAR_CHART_2, "shell.nav.tables", new Place.Tables());
        add("round", Feather.CALENDAR, "shell.nav.round", new Place.Round());
        add("protection", Feather.SHIELD, "shell.nav.protection", new Place.Protection());
        badge("conflicts", conflicts);
        getChildren().add(foot(frame));
    }

    private Node head(Frame frame) {
        Label brand = new Label("Jailoo");
        brand.getStyleClass().add("brand");
        Label name = new Label(frame.sample() ? messages.text("shell.sample.name") : frame.notebook());
        name.getStyleClass().add("notebook-name");
        Button guide = new Button(null, new FontIcon(Feather.BOOK_OPEN));
        guide.setId("guide-open");
        guide.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        guide.setAccessibleText(messages.text("guide.page.title"));
        guide.setTooltip(new Tooltip(messages.text("guide.page.title")));
        guide.setOnAction(e -> frame.guide().run());
        HBox first = new HBox(brand, new Spacer(), guide);
        first.setAlignment(Pos.CENTER_LEFT);
        VBox head = new VBox(first, name);
        head.setPadding(new Insets(0, 8, 12, 10));
        return head;
    }

    /** Looks like the field that it opens. */
    private Node find(Frame frame) {
        Button find = new Button(messages.text("find.sidebar.open"), new FontIcon(Feather.SEARCH));
        find.setId("find-open");
        find.getStyleClass().add("find-open");
        find.setMaxWidth(Double.MAX_VALUE);
        find.setTooltip(new Tooltip(messages.text("find.field.prompt")));
        find.setOnAction(e -> frame.find().run());
        setMargin(find, new Insets(0, 0, 10, 0));
        return find;
    }

    private void add(String id, Feather icon, String key, Place place) {
        ToggleButton button = new ToggleButton(messages.text(key), new FontIcon(icon));
        button.setId("nav-" + id);
        button.getStyleClass().add("nav");
        button.setToggleGroup(group);
        button.setMaxWidth(Double.MAX_VALUE);
        button.setOnAction(e -> {
            // The place itself says which entry is on, once it is reached.
            select(id);
            go.accept(place);
        });
        entries.put(id, button);
        places.getChildren().add(button);
    }

    private void badge(String id, ReadOnlyLongProperty count) {
        ToggleButton button = entries.get(id);
        if (button == null) {
            return;
        }
        Label badge = new Label();
        badge.getStyleClass().add("badge");
        badge.textProperty().bind(count.asString());
        badge.visibleProperty().bind(count.greaterThan(0));
        badge.managedProperty().bind(badge.visibleProperty());
        badge.setTooltip(new Tooltip(messages.text("shell.badge.conflicts")));
        Node icon = button.getGraphic();
        Label name = new Label();
        name.textProperty().bind(button.textProperty());
        HBox line = new HBox(10, icon, name, new Spacer(), badge);
        line.setAlignment(Pos.CENTER_LEFT);
        line.setMaxWidth(Double.MAX_VALUE);
        // As wide as the button, and the button never narrower than its words with the count.
        name.setMinWidth(Region.USE_PREF_SIZE);
        badge.setMinWidth(Region.USE_PREF_SIZE);
        line.minWidthProperty().bind(button.widthProperty().subtract(34));
        button.setGraphic(line);
        button.setContentDisplay(ContentDisplay.GRAPHIC_ONLY);
    }

    private Node foot(Frame frame) {
        Button lock = new Button(null, new FontIcon(Feather.LOCK));
        lock.setId("lock");
        lock.getStyleClass().addAll(Styles.FLAT, Styles.BUTTON_ICON, Styles.SMALL);
        lock.setAccessibleText(messages.text("shell.lock.hint"));
        lock.setTooltip(new Tooltip(messages.text("shell.lock.hint")));
        lock.setOnAction(e -> frame.lock().run());
        HBox foot = new HBox(2, new LookSwitch(frame.look(), messages), new Spacer(), lock);
        foot.setAlignment(Pos.CENTER_LEFT);
        return foot;
    }

    /** Marks the entry under which the person is. */
    void select(String id) {
        ToggleButton button = entries.get(id);
        if (button != null) {
            group.selectToggle(button);
        }
    }
}
