package org.jailoo.app;

import java.util.List;
import org.jailoo.bundle.Manifest.Scope;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Device;

/**
 * What would be written into the shared folder now.
 *
 * @param to for whom
 * @param leftOut chosen devices for whom nothing is written: not trusted any more, or with a card that a person has to look at
 * @param records how many records would go along
 * @param unconfirmed how many records the receivers have not yet said to hold, those that lie there for them among these
 * @param spent the names of files of ours that were confirmed, and may go
 */
public record FolderPlan(
        What what,
        Scope scope,
        List<Card> to,
        List<Device> leftOut,
        long records,
        long unconfirmed,
        List<String> spent) {
    public FolderPlan {
        to = List.copyOf(to);
        leftOut = List.copyOf(leftOut);
        spent = List.copyOf(spent);
    }

    /** What kind of file. */
    public enum What {
        /** None: everything was said, or lies there. */
        NOTHING,
        /** None: nobody was chosen who may be sent something. */
        NOBODY,
        /** What the receivers do not have yet. */
        CHANGES,
        /** What is held here, because that has changed since it was last said. */
        RECEIPT
    }

    /** Whether there is something to write. */
    public boolean isDue() {
        return what == What.CHANGES || what == What.RECEIPT;
    }
}
