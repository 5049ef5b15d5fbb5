package org.jailoo.ui.unlock;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.SimpleObjectProperty;
import org.jailoo.app.CardFile;
import org.jailoo.app.Lead;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.notebook.Notebook;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/** Who gets what is recorded here: the lead's card, read, compared by two people, and trusted; or later. */
final class LeadCardModel {
    private final Tasks tasks;
    private final Notebook notebook;
    private final Runnable done;
    private final ObjectProperty<@Nullable Card> card = new SimpleObjectProperty<>();
    private final ObjectProperty<@Nullable Sentence> failure = new SimpleObjectProperty<>();

    /**
     * No card yet.
     *
     * @param done runs when the lead is named, or the person puts it off
     */
    LeadCardModel(Tasks tasks, Notebook notebook, Runnable done) {
        this.tasks = tasks;
        this.notebook = notebook;
        this.done = done;
    }

    /** The card whose digits are to be compared; null while there is none. */
    ReadOnlyObjectProperty<@Nullable Card> cardProperty() {
        return card;
    }

    ReadOnlyObjectProperty<@Nullable Sentence> failureProperty() {
        return failure;
    }

    void read(Path file) {
        tasks.of(watch -> CardFile.read(file))
                .onSuccess(this::show)
                .onFailure(e -> refuse(Failures.reading(e, file)))
                .start();
    }

    /** Takes a card from the text of its file, as it comes by a messenger. */
    void paste(String text) {
        try {
            show(CardFile.parse(text.strip().getBytes(StandardCharsets.UTF_8)));
        } catch (IdentityException e) {
            refuse(Sentence.of(
                    e.reason() == IdentityException.Reason.ALTERED
                            ? "unlock.lead.failure.altered"
                            : "unlock.lead.failure.no-card"));
        }
    }

    private void refuse(Sentence why) {
        card.set(null);
        failure.set(why);
    }

    private void show(Card read) {
        if (read.deviceId().equals(notebook.card().deviceId())) {
            refuse(Sentence.of("unlock.lead.failure.own"));
            return;
        }
        failure.set(null);
        card.set(read);
    }

    /** Another card, please. */
    void discard() {
        card.set(null);
        failure.set(null);
    }

    /** Trusts the card whose digits were compared, and names its device as the lead's: both or neither. */
    void trust() {
        Card compared = card.get();
        if (compared == null) {
            return;
        }
        tasks.of(watch -> notebook.inTransaction(() -> {
                    notebook.devices().trust(compared);
                    new Lead(notebook).name(compared.deviceId());
                    return compared;
                }))
                .onSuccess(trusted -> done.run())
                .onFailure(e -> failure.set(Failures.of(e, Path.of(""))))
                .start();
    }

    /** Goes on without a lead; the screen of devices asks again. */
    void later() {
        done.run();
    }
}
