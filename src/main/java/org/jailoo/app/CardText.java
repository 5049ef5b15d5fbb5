package org.jailoo.app;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.identity.IdentityException.Reason;
import org.jspecify.annotations.Nullable;

/** Cards inside a text that somebody has sent: one or several, with whatever words a messenger has put around them. */
public final class CardText {
    /** Longer is no message. */
    private static final int MAX_LENGTH = 4 << 20;

    private static final int MAX_CARDS = 1000;

    private CardText() {}

    /**
     * What a text holds.
     *
     * @param cards verified, each once
     * @param refused why another part of it is no card that can be used; null where there is none
     */
    public record Found(List<Card> cards, @Nullable Reason refused) {
        public Found {
            cards = List.copyOf(cards);
        }
    }

    /** The cards in a text. */
    public static Found read(String text) {
        List<Card> cards = new ArrayList<>();
        Reason refused = null;
        int at = text.length() > MAX_LENGTH ? -1 : text.indexOf('{');
        while (at >= 0 && cards.size() < MAX_CARDS) {
            int end = end(text, at);
            if (end < 0) {
                refused = refused == null ? Reason.MALFORMED : refused;
                break;
            }
            try {
                Card card = CardFile.parse(text.substring(at, end).getBytes(StandardCharsets.UTF_8));
                if (!cards.contains(card)) {
                    cards.add(card);
                }
            } catch (IdentityException e) {
                // What is altered or newer says more than what is no card at all.
                refused = refused == null || refused == Reason.MALFORMED ? e.reason() : refused;
            }
            at = text.indexOf('{', end);
        }
        return new Found(cards, cards.isEmpty() && refused == null ? Reason.MALFORMED : refused);
    }

    /** Where the object that begins here ends; -1 where it does not. */
    private static int end(String text, int from) {
        int depth = 0;
        boolean quoted = false;
        for (int i = from; i < text.length(); i++) {
            char sign = text.charAt(i);
            if (quoted) {
                if (sign == '\\') {
                    i++;
                } else if (sign == '"') {
                    quoted = false;
                }
            } else if (sign == '"') {
                quoted = true;
            } else if (sign == '{') {
                depth++;
            } else if (sign == '}') {
                depth--;
                if (depth == 0) {
                    return i + 1;
                }
            }
        }
        return -1;
    }
}
