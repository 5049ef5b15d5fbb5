package org.jailoo.fuzz;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jailoo.app.CardFile;
import org.jailoo.app.CardText;
import org.jailoo.identity.Card;
import org.jailoo.identity.IdentityException;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;

/** The reader of cards with the bytes of a file or a message, as they are and with a signature that holds. */
public final class CardTarget {
    private static final String LABEL = "jailoo card 1\n";

    private CardTarget() {}

    /** Called by the fuzzer. */
    public static void fuzzerTestOneInput(byte[] input) throws Exception {
        Promise.soon(CardTarget::take, input);
    }

    private static void take(byte[] input) throws Exception {
        card(input);
        text(input);
        try {
            if (JsonReader.parse(input, 8) instanceof Json.Obj json) {
                card(CanonicalJson.bytes(resigned(json)));
            }
        } catch (JsonException e) {
            // No card either: tried above.
            return;
        }
    }

    /** The card as its owner could have signed it. */
    static Json.Obj resigned(Json.Obj card) {
        Json.Obj unsigned = card.without("signature");
        byte[] signature = Team.AIDA.sign((LABEL + CanonicalJson.text(unsigned)).getBytes(StandardCharsets.UTF_8));
        return unsigned.with("signature", Json.of(Base64.getEncoder().encodeToString(signature)));
    }

    private static void card(byte[] bytes) throws Exception {
        Card card;
        try {
            card = CardFile.parse(bytes);
        } catch (IdentityException refused) {
            return;
        }
        Card again = CardFile.parse(card.canonicalBytes());
        Promise.equal(again, card, "a card reads as the same again");
        Promise.equal(card.against(again), Card.Standing.SAME, "a card is the same as itself");
        Promise.holds(
                card.shownName().chars().noneMatch(c -> c < ' ' || Character.getType(c) == Character.FORMAT),
                "a shown name holds no control signs");
        Promise.equal(card.fingerprint().toString(), again.fingerprint().toString(), "one fingerprint");
        String message = "Салам! {} " + new String(card.canonicalBytes(), StandardCharsets.UTF_8) + " рахмат";
        Promise.holds(CardText.read(message).cards().contains(card), "a card is found in a message");
    }

    private static void text(byte[] bytes) {
        CardText.Found found = CardText.read(new String(bytes, StandardCharsets.UTF_8));
        Promise.holds(!found.cards().isEmpty() || found.refused() != null, "cards, or why there is none");
    }
}
