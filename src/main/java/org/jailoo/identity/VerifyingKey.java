package org.jailoo.identity;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Optional;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jspecify.annotations.Nullable;

/**
 * The public Ed25519 key of a device, decoded once and used for many signatures. Immutable, for any number of threads.
 *
 * <p>A signature holds if S &lt; L and {@code encode([S]B − [k]A)} equals R: RFC 8032 without cofactor. The library
 * checks a multiple of that equation, which lets some signatures through whose R carries a component of small order;
 * see {@link #verify}.
 */
public final class VerifyingKey {
    /** The length of a raw key, in bytes. */
    public static final int LENGTH = 32;

    /** The length of a signature, in bytes. */
    public static final int SIGNATURE_LENGTH = 64;

    private static final byte[] NEUTRAL = new byte[LENGTH];

    static {
        NEUTRAL[0] = 1;
    }

    private final byte[] raw;
    private final Ed25519.PublicPoint point;
    private final boolean primeOrder;
    private final String deviceId;

    private VerifyingKey(byte[] raw, Ed25519.PublicPoint point) {
        this.raw = raw;
        this.point = point;
        this.primeOrder = Ed25519.validatePublicKeyFull(raw, 0);
        this.deviceId = HexFormat.of().formatHex(Digests.sha256(raw), 0, 16);
    }

    /** The key of these 32 bytes; empty where they are not canonical, not on the curve, or a point of small order. */
    public static Optional<VerifyingKey> parse(byte[] raw) {
        if (raw.length != LENGTH) {
            return Optional.empty();
        }
        byte[] own = raw.clone();
        Ed25519.@Nullable PublicPoint point = Ed25519.validatePublicKeyPartialExport(own, 0);
        return point == null ? Optional.empty() : Optional.of(new VerifyingKey(own, point));
    }

    /** Whether this key made this signature over this message. The answer depends on nothing but the three. */
    public boolean verify(byte[] message, byte[] signature) {
        if (signature.length != SIGNATURE_LENGTH) {
            return false;
        }
        // The library proves [v]([S]B − [k]A − R) = 0 for a v that it derives from k. Where A and R have prime order
        // that is the plain equation. An R with a component of small order never satisfies the plain equation for an A
        // of prime order, yet passes here when v happens to be even: so R is tested as well. What remains, keys with
        // such a component and an R that is the neutral point, no honest signer makes: the slower JDK decides those.
        if (!primeOrder || Arrays.equals(signature, 0, LENGTH, NEUTRAL, 0, LENGTH)) {
            return PlainEquation.holds(raw, message, signature);
        }
        return Ed25519.verify(signature, 0, point, message, 0, message.length)
                && Ed25519.validatePublicKeyFull(signature, 0);
    }

    /** The first 32 hex digits of SHA-256 over the raw key. */
    public String deviceId() {
        return deviceId;
    }

    /** What people compare to be sure of this key. */
    public Fingerprint fingerprint() {
        return Fingerprint.of(raw);
    }

    /** The raw 32 bytes. */
    public byte[] bytes() {
        return raw.clone();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof VerifyingKey key && Arrays.equals(raw, key.raw);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(raw);
    }

    @Override
    public String toString() {
        return "VerifyingKey " + deviceId;
    }
}
