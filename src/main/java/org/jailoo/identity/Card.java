package org.jailoo.identity;

import java.util.Arrays;
import java.util.Map;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * What a device says of itself, signed by itself: its name, its verifying key and the recipient to encrypt to.
 *
 * <p>Only a card whose signature held has this type. Members that this version does not know are kept and signed.
 */
public final class Card {
    /** The longest name, in code points. */
    public static final int MAX_NAME = 128;

    private static final String LABEL = "jailoo card 1\n";

    /** How one card of a device stands to another one of it. */
    public enum Standing {
        /** It has the greater serial: it wins. */
        NEWER,
        /** It is the same card. */
        SAME,
        /** It has the smaller serial. */
        OLDER,
        /** Two different cards of one serial: neither name nor recipient is used until a greater serial comes. */
        DISPUTED
    }

    private final Json.Obj json;
    private final byte[] canonical;
    private final long serial;
    private final String name;
    private final String recipient;
    private final VerifyingKey verifyingKey;

    private Card(Json.Obj json) throws IdentityException {
        Long version = json.integer("v");
        if (version != null && version > 1) {
            throw new IdentityException(Reason.NEWER_VERSION, "a card of version " + version);
        }
        require(version != null && version == 1, "v");
        Long number = json.integer("serial");
        if (number == null || number < 0) {
            throw malformed("serial");
        }
        this.serial = number;
        this.name = text(json, "name");
        require(name.codePointCount(0, name.length()) <= MAX_NAME, "name: more than 128 code points");
        byte[] raw = Base64Text.decode(text(json, "signingKey"), VerifyingKey.LENGTH)
                .orElseThrow(() -> malformed("signingKey"));
        this.verifyingKey = VerifyingKey.parse(raw).orElseThrow(() -> malformed("signingKey"));
        this.recipient = text(json, "recipient");
        require(AgeKeys.isRecipient(recipient), "recipient");
        byte[] signature = Base64Text.decode(text(json, "signature"), VerifyingKey.SIGNATURE_LENGTH)
                .orElseThrow(() -> malformed("signature"));
        if (!verifyingKey.verify(signedBytes(json), signature)) {
            throw new IdentityException(Reason.ALTERED, "the signature of a card does not hold");
        }
        this.json = json;
        this.canonical = CanonicalJson.bytes(json);
    }

    /** The card of a device with this serial and name. */
    public static Card sign(DeviceKeys keys, long serial, String name) {
        Json.Obj unsigned = Json.object(Map.of(
                "v", Json.of(1),
                "serial", Json.of(serial),
                "name", Json.of(name),
                "signingKey", Json.of(Base64Text.encode(keys.verifyingKey().bytes())),
                "recipient", Json.of(keys.recipient())));
        byte[] signature = keys.sign(signedBytes(unsigned));
        try {
            return new Card(unsigned.with("signature", Json.of(Base64Text.encode(signature))));
        } catch (IdentityException e) {
            throw new IllegalArgumentException("a name of at most 128 code points and a serial from 0 are wanted", e);
        }
    }

    /** The card that this JSON is, its signature verified. */
    public static Card parse(Json.Obj json) throws IdentityException {
        return new Card(json);
    }

    /** How this card stands to another one of the same device. */
    public Standing against(Card other) {
        if (!deviceId().equals(other.deviceId())) {
            throw new IllegalArgumentException("cards of two devices");
        }
        if (serial != other.serial) {
            return serial > other.serial ? Standing.NEWER : Standing.OLDER;
        }
        return equals(other) ? Standing.SAME : Standing.DISPUTED;
    }

    /** The one of two cards of a device that a bundle carries: the greater serial, then the smaller canonical bytes. */
    public static Card carried(Card one, Card other) {
        return switch (one.against(other)) {
            case NEWER, SAME -> one;
            case OLDER -> other;
            case DISPUTED -> Arrays.compareUnsigned(one.canonical, other.canonical) <= 0 ? one : other;
        };
    }

    private static byte[] signedBytes(Json.Obj card) {
        return Digests.labelled(LABEL, CanonicalJson.bytes(card.without("signature")));
    }

    private static String text(Json.Obj json, String member) throws IdentityException {
        String text = json.text(member);
        if (text == null) {
            throw malformed(member);
        }
        return text;
    }

    private static void require(boolean holds, String what) throws IdentityException {
        if (!holds) {
            throw malformed(what);
        }
    }

    private static IdentityException malformed(String what) {
        return new IdentityException(Reason.MALFORMED, "card: " + what);
    }

    /** The whole card with its signature, unknown members included. */
    public Json.Obj json() {
        return json;
    }

    /** The canonical bytes of {@link #json()}. */
    public byte[] canonicalBytes() {
        return canonical.clone();
    }

    public long serial() {
        return serial;
    }

    public String name() {
        return name;
    }

    /** The name as it may be shown: anybody can write one, and control or reversing signs could make it say something else. */
    public String shownName() {
        return name.replaceAll("[\\p{Cc}\\p{Cf}\\p{Cs}\\u2028\\u2029]", "\ufffd");
    }

    /** Where to encrypt to, {@code age1…}. */
    public String recipient() {
        return recipient;
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    public String deviceId() {
        return verifyingKey.deviceId();
    }

    public Fingerprint fingerprint() {
        return verifyingKey.fingerprint();
    }

    /** The digits of the key that this card asks others to encrypt to. */
    public Fingerprint recipientFingerprint() {
        return Fingerprint.ofRecipient(recipient);
    }

    /** The same digits for the recipient of an earlier card. */
    public static Fingerprint fingerprintOf(String recipient) {
        return Fingerprint.ofRecipient(recipient);
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Card card && Arrays.equals(canonical, card.canonical);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(canonical);
    }

    @Override
    public String toString() {
        return "Card " + deviceId() + " serial " + serial;
    }
}
