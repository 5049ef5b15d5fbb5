package org.jailoo.identity;

import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Map;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jailoo.identity.IdentityException.Reason;
import org.jailoo.json.Json;

/**
 * The secret keys of one device: an Ed25519 seed to sign with, an X25519 age identity to decrypt with.
 *
 * <p>Closing wipes them; the public halves stay.
 */
public final class DeviceKeys implements AutoCloseable {
    private static final int LENGTH = 32;

    private final byte[] seed;
    /** The age identity as bytes: its text, which cannot be wiped, is made only where it is used. */
    private final byte[] scalar;

    private final String recipient;
    private final VerifyingKey verifyingKey;
    private volatile boolean closed;

    private DeviceKeys(byte[] seed, byte[] scalar) {
        this.seed = seed.clone();
        this.scalar = scalar.clone();
        this.recipient = AgeKeys.recipient(scalar);
        byte[] raw = new byte[VerifyingKey.LENGTH];
        Ed25519.generatePublicKey(seed, 0, raw, 0);
        this.verifyingKey =
                VerifyingKey.parse(raw).orElseThrow(() -> new IllegalStateException("a seed always makes a key"));
    }

    /** Draws the keys of a new device. */
    public static DeviceKeys generate(SecureRandom random) {
        byte[] seed = new byte[LENGTH];
        byte[] scalar = new byte[LENGTH];
        random.nextBytes(seed);
        random.nextBytes(scalar);
        return new DeviceKeys(seed, scalar);
    }

    /** The keys that {@link #json()} wrote. */
    public static DeviceKeys parse(Json.Obj json) throws IdentityException {
        Long version = json.integer("v");
        if (version != null && version > 1) {
            throw new IdentityException(Reason.NEWER_VERSION, "keys of version " + version);
        }
        String seed = json.text("signingSeed");
        String identity = json.text("identity");
        if (version == null || version != 1 || seed == null || identity == null) {
            throw new IdentityException(Reason.MALFORMED, "not the keys of a device");
        }
        return new DeviceKeys(
                Base64Text.decode(seed, LENGTH)
                        .orElseThrow(() -> new IdentityException(Reason.MALFORMED, "the signing seed")),
                AgeKeys.scalar(identity)
                        .orElseThrow(() -> new IdentityException(Reason.MALFORMED, "the age identity")));
    }

    /** The secret keys, in clear: only for storing inside something encrypted. */
    public Json.Obj json() {
        requireOpen();
        return Json.object(Map.of(
                "v", Json.of(1),
                "signingSeed", Json.of(Base64Text.encode(seed)),
                "identity", Json.of(identity())));
    }

    /** The Ed25519 signature over these bytes, 64 bytes; the same for the same bytes. */
    public byte[] sign(byte[] message) {
        // Over zeros it would be a signature of a key that anybody can make.
        requireOpen();
        byte[] signature = new byte[VerifyingKey.SIGNATURE_LENGTH];
        Ed25519.sign(seed, 0, verifyingKey.bytes(), 0, message, 0, message.length, signature, 0);
        return signature;
    }

    public VerifyingKey verifyingKey() {
        return verifyingKey;
    }

    public String deviceId() {
        return verifyingKey.deviceId();
    }

    /** The public half of the age identity, {@code age1…}. */
    public String recipient() {
        return recipient;
    }

    /** The secret age identity, {@code AGE-SECRET-KEY-1…}, for {@link AgeEnvelope#decrypt}. */
    public String identity() {
        requireOpen();
        return AgeKeys.identity(scalar);
    }

    private void requireOpen() {
        if (closed) {
            throw new IllegalStateException("the keys are wiped");
        }
    }

    @Override
    public void close() {
        closed = true;
        Arrays.fill(seed, (byte) 0);
        Arrays.fill(scalar, (byte) 0);
    }

    @Override
    public String toString() {
        return "DeviceKeys " + deviceId();
    }
}
