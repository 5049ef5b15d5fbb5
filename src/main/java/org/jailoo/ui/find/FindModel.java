package org.jailoo.ui.find;

import java.util.ArrayList;
import java.util.List;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import javafx.util.Duration;
import org.jailoo.app.FindEverything;
import org.jailoo.app.FindEverything.Group;
import org.jailoo.app.FindEverything.Result;
import org.jailoo.search.SearchQuery;
import org.jailoo.search.Snippet;
import org.jailoo.ui.common.Navigator;
import org.jailoo.ui.common.Tasks;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/**
 * What the box shows for what was typed. A search begins when the person pauses, and one at a time: while it runs, what
 * is typed meanwhile waits, and only the last of it is searched for.
 */
public final class FindModel {
    /** One letter fits nearly every record: it finds commands and codes alone. */
    private static final int SHORTEST = 2;

    private final Tasks tasks;
    private final FindEverything finder;
    private final Navigator navigator;
    private final List<Command> commands;
    private final StringProperty typed = new SimpleStringProperty("");
    private final ObservableList<Line> lines = FXCollections.observableArrayList();
    private final IntegerProperty selected = new SimpleIntegerProperty(-1);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final BooleanProperty nothing = new SimpleBooleanProperty();
    private final PauseTransition pause;
    private @Nullable Watch running;

    /**
     * The model of one opening of the box.
     *
     * @param wait how long the person pauses before it is searched
     */
    public FindModel(Tasks tasks, FindEverything finder, Navigator navigator, List<Command> commands, Duration wait) {
        this.tasks = tasks;
        this.finder = finder;
        this.navigator = navigator;
        this.commands = List.copyOf(commands);
        this.pause = new PauseTransition(wait);
        pause.setOnFinished(e -> search());
        typed.addListener((p, was, is) -> changed());
        show(new Result("", List.of(), List.of()));
    }

    public StringProperty typedProperty() {
        return typed;
    }

    ObservableList<Line> lines() {
        return lines;
    }

    /** The line that Enter opens; below 0 where there is none. */
    ReadOnlyIntegerProperty selectedProperty() {
        return selected;
    }

    /** Whether it is being searched. */
    public ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    /** Whether what was typed is nowhere. */
    public ReadOnlyBooleanProperty nothingProperty() {
        return nothing;
    }

    private void changed() {
        if (running != null) {
            running.cancel();
        }
        pause.playFromStart();
    }

    private void search() {
        if (busy.get()) {
            // The one that runs was told to stop; when it has, this begins.
            return;
        }
        String wanted = typed.get();
        if (wanted.strip().length() < SHORTEST) {
            show(new Result(wanted, List.of(), List.of()));
            return;
        }
        busy.set(true);
        running = tasks.of(watch -> finder.find(wanted, watch::at))
                .onSuccess(result -> {
                    if (wanted.equals(typed.get())) {
                        show(result);
                    }
                })
                .onEnd(() -> {
                    busy.set(false);
                    running = null;
                    if (!wanted.equals(typed.get())) {
                        search();
                    }
                })
                .start();
    }

    private void show(Result result) {
        List<Line> shown = new ArrayList<>();
        if (!result.coded().isEmpty()) {
            shown.add(new Line.Heading("", result.coded().size()));
            result.coded().forEach(hit -> shown.add(new Line.Found(hit)));
        }
        for (Group group : result.groups()) {
            shown.add(new Line.Heading(group.type(), group.total()));
            group.hits().forEach(hit -> shown.add(new Line.Found(hit)));
            if (group.total() > FindEverything.EACH) {
                shown.add(new Line.More(group));
            }
        }
        List<Command> fitting = fitting(result.typed());
        if (!fitting.isEmpty()) {
            shown.add(new Line.Heading(">", 0));
            fitting.forEach(command -> shown.add(new Line.Does(command)));
        }
        lines.setAll(shown);
        nothing.set(shown.isEmpty() && !result.typed().isBlank());
        selected.set(-1);
        move(1);
    }

    /** Commands whose words begin with every word that was typed; all where nothing was. */
    private List<Command> fitting(String words) {
        if (words.isBlank()) {
            return commands;
        }
        return SearchQuery.parse(words)
                .map(query -> commands.stream()
                        .filter(c ->
                                Snippet.of(c.label(), query, Integer.MAX_VALUE).found()
                                        == query.prefixes().size())
                        .toList())
                .orElse(List.of());
    }

    /** Goes to the next line that can be opened, up or down. */
    public void move(int step) {
        for (int at = selected.get() + step; at >= 0 && at < lines.size(); at += step) {
            if (lines.get(at).opens()) {
                selected.set(at);
                return;
            }
        }
    }

    /** Opens the line that is chosen; false where there is none. */
    public boolean open() {
        int at = selected.get();
        return at >= 0 && at < lines.size() && open(lines.get(at));
    }

    boolean open(Line line) {
        if (line instanceof Line.Found found) {
            navigator.openRecord(found.hit().row().type(), found.hit().row().record());
        } else if (line instanceof Line.More more) {
            navigator.openList(more.group().type(), typed.get());
        } else if (line instanceof Line.Does does) {
            does.command().does().run();
        }
        return line.opens();
    }

    /** Stops what runs: the box is closed. */
    public void close() {
        pause.stop();
        if (running != null) {
            running.cancel();
        }
    }
}
