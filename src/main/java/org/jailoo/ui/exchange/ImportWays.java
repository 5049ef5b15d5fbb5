package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.List;
import javafx.scene.Node;
import org.jailoo.app.References;
import org.jailoo.identity.Card;
import org.jspecify.annotations.Nullable;

/**
 * What the import desk needs of the window around it.
 *
 * @param firstConflict goes to the first contradiction of the notebook
 * @param references names the records that others name
 * @param receipts offers what is given back to the senders of what came in; null where nothing is
 */
public record ImportWays(
        Runnable firstConflict,
        References references,
        @Nullable Receipts receipts) {
    /** A bundle that was taken in: where its file lies, and from whom it is. */
    public record Received(Path file, Card sender) {}

    /** Offers to write receipts. */
    public interface Receipts {
        /** What the person sees after these came in; made anew whenever more did. */
        Node offer(List<Received> received);
    }
}
