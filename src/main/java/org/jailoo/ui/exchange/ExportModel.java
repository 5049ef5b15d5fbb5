package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableSet;
import org.jailoo.app.ExportBundle;
import org.jailoo.app.ExportBundle.Choice;
import org.jailoo.app.ExportBundle.Order;
import org.jailoo.app.ExportBundle.ReceiverRefused;
import org.jailoo.app.ExportBundle.Told;
import org.jailoo.identity.Card;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.NamesModel;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** What the person wants to send, to whom, and what became of it. */
public final class ExportModel {
    /**
     * What became of the last export.
     *
     * @param revisions how many were written; -1 where nothing was
     * @param stays what the choice kept here
     */
    record Outcome(
            boolean done,
            long revisions,
            Path file,
            @Nullable Sentence said,
            List<Told> stays) {}

    private final Tasks tasks;
    private final ExportBundle exports;
    private final NamesModel names;
    private final ObjectProperty<@Nullable Path> waiting = new SimpleObjectProperty<>();
    private final ObservableSet<Card> receivers = FXCollections.observableSet();
    private final ObjectProperty<Choice> choice = new SimpleObjectProperty<>(Choice.CHANGES);
    private final BooleanProperty busy = new SimpleBooleanProperty();
    private final ObjectProperty<@Nullable Outcome> outcome = new SimpleObjectProperty<>();

    public ExportModel(Tasks tasks, ExportBundle exports, NamesModel names) {
        this.tasks = tasks;
        this.exports = exports;
        this.names = names;
        names.state().addListener((p, was, is) -> {
            Path file = waiting.get();
            if (is == NamesModel.State.OPEN && file != null) {
                export(file);
            }
        });
    }

    /** The devices that it is for; a bundle from the window is never readable for anybody else. */
    ObservableSet<Card> receivers() {
        return receivers;
    }

    ObjectProperty<Choice> choiceProperty() {
        return choice;
    }

    ReadOnlyBooleanProperty busyProperty() {
        return busy;
    }

    ReadOnlyObjectProperty<@Nullable Outcome> outcomeProperty() {
        return outcome;
    }

    /** Writes it. */
    void export(Path file) {
        if (busy.get() || receivers.isEmpty()) {
            return;
        }
        Order order = new Order(file, List.copyOf(receivers), choice.get());
        busy.set(true);
        outcome.set(null);
        waiting.set(null);
        // Where names go along they must not close in the middle.
        Runnable let = names.hold();
        tasks.of(watch -> exports.export(order))
                .onEnd(() -> {
                    busy.set(false);
                    let.run();
                })
                .onSuccess(
                        done -> outcome.set(new Outcome(true, done.manifest().revisions(), file, null, done.stays())))
                .onFailure(e -> {
                    if (e instanceof NotebookException known
                            && known.fault() == NotebookException.Fault.IDENTITIES_CLOSED) {
                        waiting.set(file);
                    } else {
                        outcome.set(new Outcome(false, -1, file, sentence(e, file), List.of()));
                    }
                })
                .start();
    }

    NamesModel names() {
        return names;
    }

    /** The file that is written once the names that go along are open; null where none waits for that. */
    ReadOnlyObjectProperty<@Nullable Path> waiting() {
        return waiting;
    }

    private Sentence sentence(Exception failure, Path file) {
        if (failure instanceof ReceiverRefused refused) {
            String device = String.valueOf(refused.getMessage());
            String name = receivers.stream()
                    .filter(c -> c.deviceId().equals(device))
                    .map(Card::shownName)
                    .findFirst()
                    .orElse(device);
            return switch (refused.why()) {
                case BLOCKED -> Sentence.of("cli.export.receiver-blocked", name);
                case RECIPIENT_NOT_CONFIRMED -> Sentence.of("cli.export.not-confirmed", name);
            };
        }
        return Failures.of(failure, file);
    }
}
