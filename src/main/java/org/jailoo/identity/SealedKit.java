package org.jailoo.identity;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jailoo.json.CanonicalJson;
import org.jailoo.json.Json;
import org.jailoo.json.JsonException;
import org.jailoo.json.JsonReader;
import org.jspecify.annotations.Nullable;

/**
 * The secret of a recovery kit, signed by the device that it opens and encrypted to one other device, which alone can
 * read it.
 *
 * <p>age to the recipient of that device; inside, JCS of {@code {"v":1,"kit":{"database":hex32,"device":id,"to":id,
 * "made":time,"secret":b64},"signature":b64}}. The signature is over {@code "jailoo kit 1\n"} and JCS of {@code kit}. The
 * name of the receiver inside keeps anybody from handing it on as if it had been meant for a third one.
 */
public final class SealedKit {
    private static final String LABEL = "jailoo kit 1\n";
    private static final int MAX_LENGTH = 64 * 1024;
    private static final int MAX_DEPTH = 4;

    private SealedKit() {}

    /** What opening one came to. */
    public sealed interface Opening {}

    /**
     * It is whole, and from that device.
     *
     * @param database the salt of the database that it opens, 32 hex digits
     */
    public record Opened(RecoveryKit kit, String device, String made, String database) implements Opening {}

    /** It cannot be used. */
    public record Refused(Reason reason) implements Opening {}

    /** Why not. */
    public enum Reason {
        /** It is no such file, or was cut off or changed on its way. */
        DAMAGED,
        /** It was encrypted to another device, or was meant for another one. */
        NOT_FOR_ME,
        /** It says to be from a device whose signature it does not bear. */
        FORGED,
        /** It is from a device whose card is not known here, or that is not trusted. */
        UNKNOWN_SENDER,
        /** A newer version of the program wrote it. */
        NEWER
    }

    /** The bytes of the file for the owner of a card. */
    public static byte[] seal(RecoveryKit kit, DeviceKeys from, byte[] databaseSalt, Card to, String made)
            throws IOException {
        Json.Obj inner = Json.object(Map.of(
                "database", Json.of(HexFormat.of().formatHex(databaseSalt)),
                "device", Json.of(from.deviceId()),
                "to", Json.of(to.deviceId()),
                "made", Json.of(made),
                "secret", Json.of(Base64Text.encode(kit.secret()))));
        byte[] signature = from.sign(Digests.labelled(LABEL, CanonicalJson.bytes(inner)));
        ByteArrayOutputStream sealed = new ByteArrayOutputStream();
        try (OutputStream plain = AgeEnvelope.encryptTo(sealed, List.of(to.recipient()))) {
            plain.write(CanonicalJson.bytes(Json.object(
                    Map.of("v", Json.of(1), "kit", inner, "signature", Json.of(Base64Text.encode(signature))))));
        }
        return sealed.toByteArray();
    }

    /**
     * Opens one that was sent to this device.
     *
     * @param trusted the card of a device that a person trusts here; empty for any other
     */
    public static Opening open(byte[] file, DeviceKeys me, Function<String, Optional<Card>> trusted) {
        byte[] plain;
        try (InputStream in = AgeEnvelope.decrypt(new ByteArrayInputStream(file), List.of(me.identity()), null)) {
            plain = in.readNBytes(MAX_LENGTH + 1);
        } catch (EnvelopeException e) {
            return new Refused(e.kind() == EnvelopeException.Kind.WRONG_RECIPIENT ? Reason.NOT_FOR_ME : Reason.DAMAGED);
        } catch (IOException e) {
            return new Refused(Reason.DAMAGED);
        }
        Json.Obj whole = parse(plain);
        if (whole == null) {
            return new Refused(Reason.DAMAGED);
        }
        Long version = whole.integer("v");
        if (version != null && version > 1) {
            return new Refused(Reason.NEWER);
        }
        if (version == null || !(whole.get("kit") instanceof Json.Obj kit)) {
            return new Refused(Reason.DAMAGED);
        }
        return opened(kit, whole.text("signature"), me, trusted);
    }

    private static Opening opened(
            Json.Obj kit, @Nullable String signature, DeviceKeys me, Function<String, Optional<Card>> trusted) {
        String device = kit.text("device");
        String made = kit.text("made");
        String database = kit.text("database");
        String secret = kit.text("secret");
        if (device == null || made == null || database == null || secret == null || signature == null) {
            return new Refused(Reason.DAMAGED);
        }
        Optional<Card> card = trusted.apply(device);
        if (card.isEmpty()) {
            return new Refused(Reason.UNKNOWN_SENDER);
        }
        byte[] signed = Digests.labelled(LABEL, CanonicalJson.bytes(kit));
        Optional<byte[]> bytes = Base64Text.decode(signature);
        if (bytes.isEmpty() || !card.get().verifyingKey().verify(signed, bytes.get())) {
            return new Refused(Reason.FORGED);
        }
        if (!me.deviceId().equals(kit.text("to"))) {
            return new Refused(Reason.NOT_FOR_ME);
        }
        return Base64Text.decode(secret, RecoveryKit.SECRET)
                .<Opening>map(raw -> new Opened(RecoveryKit.of(raw), device, made, database))
                .orElseGet(() -> new Refused(Reason.DAMAGED));
    }

    private static Json.@Nullable Obj parse(byte[] plain) {
        try {
            return plain.length <= MAX_LENGTH && JsonReader.parse(plain, MAX_DEPTH) instanceof Json.Obj json
                    ? json
                    : null;
        } catch (JsonException e) {
            return null;
        }
    }
}
