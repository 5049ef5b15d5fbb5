package org.jailoo.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.app.CardFile;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;

/** Cards that were named as arguments: all of them hold, or none is used. */
final class CardFiles {
    private CardFiles() {}

    static List<Card> read(List<Path> files) {
        List<Card> cards = new ArrayList<>();
        for (Path file : files) {
            try {
                cards.add(CardFile.read(file));
            } catch (IdentityException e) {
                throw CommandFailure.refused(
                        switch (e.reason()) {
                            case MALFORMED -> "cli.card.malformed";
                            case NEWER_VERSION -> "cli.card.newer-version";
                            case ALTERED -> "cli.card.altered";
                        },
                        file.toString());
            } catch (IOException e) {
                throw CommandFailure.reading(file, e);
            }
        }
        return cards;
    }
}
