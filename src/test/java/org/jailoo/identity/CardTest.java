package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jailoo.identity.Card.Standing;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonReader;
import org.junit.jupiter.api.Test;

class CardTest {
    private final DeviceKeys keys = DeviceKeys.generate(new SecureRandom());
    private final Card card = Card.sign(keys, 3, "Айгүл-07");

    @Test
    void cardComesBackFromItsBytes() throws Exception {
        Card again = Card.parse((Json.Obj) JsonReader.parse(card.canonicalBytes(), 8));

        assertThat(again).isEqualTo(card);
        assertThat(again.name()).isEqualTo("Айгүл-07");
        assertThat(again.serial()).isEqualTo(3);
        assertThat(again.recipient()).isEqualTo(keys.recipient()).startsWith("age1");
        assertThat(again.deviceId()).isEqualTo(keys.deviceId()).matches("[0-9a-f]{32}");
        assertThat(again.fingerprint()).isEqualTo(keys.verifyingKey().fingerprint());
    }

    @Test
    void everyMemberIsSignedAndUnknownOnesToo() throws Exception {
        Json.Obj wider = signed(card.json().with("team", Json.of("Ош")));
        assertThat(Card.parse(wider).json()).isEqualTo(wider);

        DeviceKeys other = DeviceKeys.generate(new SecureRandom());
        assertRefused(wider.with("team", Json.of("Баткен")), Reason.ALTERED);
        assertRefused(wider.without("team"), Reason.ALTERED);
        assertRefused(wider.with("name", Json.of("Айгүл-08")), Reason.ALTERED);
        assertRefused(wider.with("serial", Json.of(4)), Reason.ALTERED);
        assertRefused(wider.with("recipient", Json.of(other.recipient())), Reason.ALTERED);
        assertRefused(
                wider.with(
                        "signingKey",
                        Json.of(Base64Text.encode(other.verifyingKey().bytes()))),
                Reason.ALTERED);
        assertRefused(wider.with("signature", Json.of(Base64Text.encode(new byte[64]))), Reason.ALTERED);
    }

    @Test
    void cardOfANewerVersionIsToldApart() throws Exception {
        assertRefused(signed(card.json().with("v", Json.of(2))), Reason.NEWER_VERSION);
        assertRefused(Json.object(Map.of("v", Json.of(9))), Reason.NEWER_VERSION);
        assertRefused(signed(card.json().with("v", Json.of(0))), Reason.MALFORMED);
        assertRefused(signed(card.json().with("v", Json.of("1"))), Reason.MALFORMED);
    }

    @Test
    void brokenMembersAreMalformedThoughSigned() throws Exception {
        for (String member : List.of("v", "serial", "name", "signingKey", "recipient", "signature")) {
            assertRefused(card.json().without(member), Reason.MALFORMED);
            assertRefused(card.json().with(member, Json.TRUE), Reason.MALFORMED);
        }
        assertRefused(signed(card.json().with("serial", Json.of(-1))), Reason.MALFORMED);
        String key = Base64Text.encode(keys.verifyingKey().bytes());
        for (String bad : List.of(key.substring(0, 43), key + "\n", key + "====", "", otherTrailingBits(key))) {
            assertRefused(signed(card.json().with("signingKey", Json.of(bad))), Reason.MALFORMED);
        }
        byte[] smallOrder = new byte[32];
        smallOrder[0] = 1;
        assertRefused(signed(card.json().with("signingKey", Json.of(Base64Text.encode(smallOrder)))), Reason.MALFORMED);
        String signature = Objects.requireNonNull(card.json().text("signature"));
        assertRefused(card.json().with("signature", Json.of(otherTrailingBits(signature))), Reason.MALFORMED);
    }

    @Test
    void recipientMustBeOneThatAgeEncryptsTo() throws Exception {
        String good = keys.recipient();
        String wrongSum = good.substring(0, 61) + (good.endsWith("q") ? "p" : "q");
        String zero = com.exceptionfactory.jagged.bech32.Bech32.getEncoder()
                .encode("age", new byte[32])
                .toString();
        for (String bad : List.of(
                "",
                "age1",
                good.toUpperCase(java.util.Locale.ROOT),
                good + "q",
                wrongSum,
                zero,
                keys.identity(),
                "age1" + "q".repeat(1 << 20))) {
            assertRefused(signed(card.json().with("recipient", Json.of(bad))), Reason.MALFORMED);
        }
    }

    @Test
    void nameHasAtMost128CodePoints() throws Exception {
        String letters = "𐍈".repeat(128);
        assertThat(Card.sign(keys, 1, letters).name()).isEqualTo(letters);
        assertRefused(signed(card.json().with("name", Json.of(letters + "a"))), Reason.MALFORMED);
        assertThatThrownBy(() -> Card.sign(keys, 1, letters + "a")).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void greaterSerialWinsAndEqualOnesAreDisputed() {
        Card newer = Card.sign(keys, 4, "B");
        Card twin = Card.sign(keys, 3, "another name");

        assertThat(newer.against(card)).isEqualTo(Standing.NEWER);
        assertThat(card.against(newer)).isEqualTo(Standing.OLDER);
        assertThat(card.against(Card.sign(keys, 3, "Айгүл-07"))).isEqualTo(Standing.SAME);
        assertThat(card.against(twin)).isEqualTo(Standing.DISPUTED);
        assertThat(Card.carried(card, newer)).isSameAs(newer);
        assertThat(Card.carried(newer, card)).isSameAs(newer);
        // Unsigned bytes: 'a' is before a Cyrillic letter, whose first byte would be negative as a Java byte.
        assertThat(Card.carried(card, twin)).isSameAs(twin);
        assertThat(Card.carried(twin, card)).isSameAs(twin);
        Card stranger = Card.sign(DeviceKeys.generate(new SecureRandom()), 3, "C");
        assertThatThrownBy(() -> card.against(stranger)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void base64HasOneTextForOneValue() {
        assertThat(Base64Text.decode("AAE="))
                .hasValueSatisfying(b -> assertThat(b).containsExactly(0, 1));
        for (String bad : List.of("AAE", "AAF=", "AAE==", " AAE=", "AA\nE=", "A_-=", "AAE=AAE=", "=", "A===", "ы")) {
            assertThat(Base64Text.decode(bad)).as(bad).isEmpty();
        }
        assertThat(Base64Text.decode("")).isPresent();
        assertThat(Base64Text.decode("AAE=", 3)).isEmpty();
    }

    @Test
    void fingerprintIsTheLabelledHashInDecimal() {
        byte[] raw = keys.verifyingKey().bytes();
        byte[] hash = Digests.sha256("jailoo fingerprint 1\n".getBytes(StandardCharsets.US_ASCII), raw);
        String digits = new java.math.BigInteger(1, hash)
                .mod(java.math.BigInteger.TEN.pow(30))
                .toString();

        assertThat(card.fingerprint().digits()).matches("(\\d{5} ){5}\\d{5}");
        assertThat(card.fingerprint().digits().replace(" ", "")).isEqualTo("0".repeat(30 - digits.length()) + digits);
        // Fixed, so that it never changes between versions; computed with another program.
        assertThat(Fingerprint.of(new byte[32]).digits()).isEqualTo("24338 31641 17921 62325 89267 47127");
    }

    @Test
    void deviceKeysComeBackAndNeverShowTheirSecrets() throws Exception {
        DeviceKeys again = DeviceKeys.parse((Json.Obj) JsonReader.parse(CanonicalJson.bytes(keys.json()), 1));

        assertThat(again.deviceId()).isEqualTo(keys.deviceId());
        assertThat(again.identity()).isEqualTo(keys.identity()).startsWith("AGE-SECRET-KEY-1");
        assertThat(again.recipient()).isEqualTo(keys.recipient());
        byte[] message = {1, 2, 3};
        assertThat(again.sign(message)).isEqualTo(keys.sign(message));
        assertThat(keys.verifyingKey().verify(message, keys.sign(message))).isTrue();
        String shown = keys.toString();
        assertThat(shown)
                .doesNotContain("AGE-SECRET")
                .doesNotContain(String.valueOf(keys.json().text("signingSeed")));
        assertThatThrownBy(() -> DeviceKeys.parse(Json.object())).isInstanceOf(IdentityException.class);
        assertThatThrownBy(() -> DeviceKeys.parse(keys.json().with("identity", Json.of(keys.recipient()))))
                .isInstanceOf(IdentityException.class);
        assertThatThrownBy(() -> DeviceKeys.parse(keys.json().with("v", Json.of(2))))
                .isInstanceOfSatisfying(
                        IdentityException.class, e -> assertThat(e.reason()).isEqualTo(Reason.NEWER_VERSION));
    }

    /** The same JSON with a signature that holds over what it now says. */
    private Json.Obj signed(Json.Obj changed) {
        byte[] bytes = Digests.labelled("jailoo card 1\n", CanonicalJson.bytes(changed.without("signature")));
        return changed.with("signature", Json.of(Base64Text.encode(keys.sign(bytes))));
    }

    /** The same bytes for a lenient reader: the last letter before the padding differs in bits that carry nothing. */
    private static String otherTrailingBits(String base64) {
        int last = base64.indexOf('=') - 1;
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";
        char other = alphabet.charAt(alphabet.indexOf(base64.charAt(last)) ^ 1);
        return base64.substring(0, last) + other + base64.substring(last + 1);
    }

    private static void assertRefused(Json.Obj json, Reason reason) {
        IdentityException refused = catchThrowableOfType(IdentityException.class, () -> Card.parse(json));
        assertThat(refused).as("%s", json).isNotNull();
        assertThat(refused.reason()).as("%s", json).isEqualTo(reason);
    }
}
