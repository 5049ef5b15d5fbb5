package org.jailoo.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;
import org.jailoo.identity.IdentityException.Reason;
import org.junit.jupiter.api.Test;

/** Cards as people send them: several in one message, with words around them, now and then spoilt on the way. */
class CardTextTest {
    private final Card one = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "A{7}\"\\");
    private final Card two = Card.sign(DeviceKeys.generate(new SecureRandom()), 1, "Нарын");

    private static String text(Card card) {
        return new String(card.canonicalBytes(), StandardCharsets.UTF_8);
    }

    @Test
    void severalAreFoundWhateverStandsAroundThem() {
        CardText.Found found = CardText.read(
                "[22.11.2026] Айгүл: " + text(one) + "\nok :-} \n" + text(two) + "\n" + text(one) + " бүттү");
        assertThat(found.cards()).containsExactly(one, two);
        assertThat(found.refused()).isNull();
    }

    @Test
    void aSpoiltOneIsToldAndTheOthersAreTaken() {
        String altered = text(two).replace("Нарын", "Нарин");
        assertThat(CardText.read(altered + text(one))).isEqualTo(new CardText.Found(List.of(one), Reason.ALTERED));
        assertThat(CardText.read(text(one) + " { " + altered).refused()).isEqualTo(Reason.MALFORMED);
        assertThat(CardText.read(text(one).replace("\"v\":1", "\"v\":2")).refused())
                .isEqualTo(Reason.NEWER_VERSION);
        assertThat(CardText.read(text(one).substring(0, 60)).refused()).isEqualTo(Reason.MALFORMED);
        assertThat(CardText.read("").refused()).isEqualTo(Reason.MALFORMED);
        assertThat(CardText.read("{".repeat(100_000)).refused()).isEqualTo(Reason.MALFORMED);
    }
}
