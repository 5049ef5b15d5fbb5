package org.jailoo.ui.shell;

import java.util.ArrayList;
import java.util.List;
import javafx.event.EventHandler;
import javafx.geometry.Insets;
import javafx.geometry.Pos;
import javafx.scene.Node;
import javafx.scene.input.MouseEvent;
import javafx.scene.layout.StackPane;
import javafx.util.Duration;
import org.jailoo.app.FindEverything;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Texts;
import org.jailoo.ui.find.Command;
import org.jailoo.ui.find.FindModel;
import org.jailoo.ui.find.FindPane;
import org.jspecify.annotations.Nullable;
import org.kordamp.ikonli.Ikon;
import org.kordamp.ikonli.feather.Feather;

/** The box over everything, laid over the open notebook and taken away again. */
final class FindBox {
    /** As long as a quick writer needs between two letters. */
    private static final Duration PAUSE = Duration.millis(160);

    private final StackPane layer;
    private final Tasks tasks;
    private final FindEverything finder;
    private final Navigator navigator;
    private final EventHandler<MouseEvent> onPress = this::pressed;
    private @Nullable FindPane pane;
    private @Nullable FindModel model;
    private @Nullable Node before;

    FindBox(StackPane layer, Tasks tasks, FindEverything finder, Navigator navigator) {
        this.layer = layer;
        this.tasks = tasks;
        this.finder = finder;
        this.navigator = navigator;
    }

    /** Opens it; where it is open, it is closed. */
    void toggle(Texts texts, Runnable lock) {
        if (pane != null) {
            close();
            return;
        }
        before = layer.getScene() == null ? null : layer.getScene().getFocusOwner();
        FindModel made = new FindModel(tasks, finder, navigator, commands(texts, lock), PAUSE);
        FindPane shown = new FindPane(made, texts, this::close);
        model = made;
        pane = shown;
        StackPane.setAlignment(shown, Pos.TOP_CENTER);
        StackPane.setMargin(shown, new Insets(48, 24, 24, 24));
        layer.getChildren().add(shown);
        layer.addEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        shown.requestFocus();
    }

    /** Takes it away, and gives the keyboard back to where it was. */
    void close() {
        FindPane shown = pane;
        if (shown == null) {
            return;
        }
        pane = null;
        if (model != null) {
            model.close();
        }
        layer.removeEventFilter(MouseEvent.MOUSE_PRESSED, onPress);
        layer.getChildren().remove(shown);
        if (before != null && before.getScene() != null) {
            before.requestFocus();
        }
        before = null;
    }

    /** Whoever goes on with the page below is not in need of the box. */
    private void pressed(MouseEvent e) {
        if (pane != null && e.getTarget() instanceof Node target && !isIn(target, pane)) {
            close();
        }
    }

    private static boolean isIn(Node node, Node outer) {
        for (Node at = node; at != null; at = at.getParent()) {
            if (at == outer) {
                return true;
            }
        }
        return false;
    }

    private List<Command> commands(Texts texts, Runnable lock) {
        List<Command> commands = new ArrayList<>();
        add(commands, "new-interview", texts.text("home.action.interview"), Feather.PLUS, "interview");
        add(commands, "new-participant", texts.text("home.action.participant"), Feather.PLUS, "participant");
        add(commands, "new-focus-group", texts.text("home.action.focus-group"), Feather.PLUS, "focusGroup");
        add(commands, "new-recommendation", texts.text("find.command.recommendation"), Feather.PLUS, "recommendation");
        add(commands, "new-campaign", texts.text("find.command.campaign"), Feather.PLUS, "campaign");
        commands.add(
                new Command("exchange", texts.text("find.command.exchange"), Feather.REPEAT, navigator::openExchange));
        commands.add(
                new Command("tables", texts.text("find.command.tables"), Feather.BAR_CHART_2, navigator::openTables));
        commands.add(new Command("guide", texts.text("guide.page.title"), Feather.BOOK_OPEN, navigator::openGuide));
        commands.add(new Command("lock", texts.text("find.command.lock"), Feather.LOCK, lock));
        return commands;
    }

    private void add(List<Command> commands, String id, String label, Ikon icon, String type) {
        commands.add(new Command(id, label, icon, () -> navigator.newRecord(type)));
    }
}
