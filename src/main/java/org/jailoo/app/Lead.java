package org.jailoo.app;

import java.util.Optional;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Notebook;

/** The device to which this notebook hands over what was recorded: the lead's. At most one, chosen by a person. */
public final class Lead {
    private static final String SETTING = "lead";

    private final Notebook notebook;

    public Lead(Notebook notebook) {
        this.notebook = notebook;
    }

    /** The lead's card as it is known now; empty while nobody was named. */
    public Optional<Card> card() {
        return notebook.reading(at -> at.settings()
                .get(SETTING)
                .flatMap(id -> Optional.ofNullable(at.devices().find(id)))
                .map(device -> device.card()));
    }

    /** Names the lead's device. */
    public void name(String device) {
        notebook.inTransaction(() -> {
            notebook.settings().put(SETTING, device);
            return device;
        });
    }
}
