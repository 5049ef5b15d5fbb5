package org.jailoo.identity;

import java.math.BigInteger;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Optional;

/** Ed25519 as RFC 8032 writes it, on big integers: slow and obvious, to hold the fast one against. */
final class PlainEd25519 {
    static final BigInteger P = BigInteger.TWO.pow(255).subtract(BigInteger.valueOf(19));
    static final BigInteger L = BigInteger.TWO.pow(252).add(new BigInteger("27742317777372353535851937790883648493"));
    private static final BigInteger D = BigInteger.valueOf(-121665)
            .multiply(BigInteger.valueOf(121666).modInverse(P))
            .mod(P);
    private static final BigInteger SQRT_MINUS_ONE =
            BigInteger.TWO.modPow(P.subtract(BigInteger.ONE).shiftRight(2), P);

    static final Point NEUTRAL = new Point(BigInteger.ZERO, BigInteger.ONE, BigInteger.ONE);
    static final Point BASE = decode(encoded(
                    BigInteger.valueOf(4)
                            .multiply(BigInteger.valueOf(5).modInverse(P))
                            .mod(P),
                    false))
            .orElseThrow();

    private PlainEd25519() {}

    /** Projective. */
    record Point(BigInteger x, BigInteger y, BigInteger z) {
        Point plus(Point o) {
            BigInteger a = z.multiply(o.z).mod(P);
            BigInteger b = a.multiply(a).mod(P);
            BigInteger c = x.multiply(o.x).mod(P);
            BigInteger d = y.multiply(o.y).mod(P);
            BigInteger e = D.multiply(c).multiply(d).mod(P);
            BigInteger f = b.subtract(e);
            BigInteger g = b.add(e);
            BigInteger h = x.add(y).multiply(o.x.add(o.y)).subtract(c).subtract(d);
            return new Point(
                    a.multiply(f).multiply(h).mod(P),
                    a.multiply(g).multiply(d.add(c)).mod(P),
                    f.multiply(g).mod(P));
        }

        Point negated() {
            return new Point(P.subtract(x), y, z);
        }

        Point times(BigInteger k) {
            Point sum = NEUTRAL;
            for (int i = k.bitLength() - 1; i >= 0; i--) {
                sum = sum.plus(sum);
                sum = k.testBit(i) ? sum.plus(this) : sum;
            }
            return sum;
        }

        byte[] encode() {
            BigInteger inverse = z.modInverse(P);
            BigInteger affineX = x.multiply(inverse).mod(P);
            return encoded(y.multiply(inverse).mod(P), affineX.testBit(0));
        }
    }

    static boolean verify(byte[] key, byte[] message, byte[] signature) {
        byte[] r = Arrays.copyOf(signature, 32);
        BigInteger s = number(Arrays.copyOfRange(signature, 32, 64));
        Optional<Point> a = decode(key);
        if (a.isEmpty()
                || s.compareTo(L) >= 0
                || Arrays.equals(a.get().times(BigInteger.valueOf(8)).encode(), NEUTRAL.encode())) {
            return false;
        }
        BigInteger k = challenge(r, key, message);
        return Arrays.equals(BASE.times(s).plus(a.get().times(k).negated()).encode(), r);
    }

    /** The signature that these scalars make, with this R. */
    static byte[] sign(byte[] r, BigInteger rScalar, byte[] key, BigInteger keyScalar, byte[] message) {
        BigInteger s =
                rScalar.add(challenge(r, key, message).multiply(keyScalar)).mod(L);
        byte[] signature = Arrays.copyOf(r, 64);
        System.arraycopy(bytes(s), 0, signature, 32, 32);
        return signature;
    }

    static BigInteger challenge(byte[] r, byte[] key, byte[] message) {
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-512");
            digest.update(r);
            digest.update(key);
            digest.update(message);
            return number(digest.digest()).mod(L);
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    static Optional<Point> decode(byte[] encoded) {
        byte[] cleared = encoded.clone();
        cleared[31] &= 0x7F;
        BigInteger y = number(cleared);
        if (y.compareTo(P) >= 0) {
            return Optional.empty();
        }
        boolean odd = (encoded[31] & 0x80) != 0;
        BigInteger yy = y.multiply(y);
        BigInteger xx = yy.subtract(BigInteger.ONE)
                .multiply(D.multiply(yy).add(BigInteger.ONE).mod(P).modInverse(P))
                .mod(P);
        BigInteger x = xx.modPow(P.add(BigInteger.valueOf(3)).shiftRight(3), P);
        x = x.multiply(x).mod(P).equals(xx) ? x : x.multiply(SQRT_MINUS_ONE).mod(P);
        if (!x.multiply(x).mod(P).equals(xx) || (x.signum() == 0 && odd)) {
            return Optional.empty();
        }
        return Optional.of(new Point(x.testBit(0) == odd ? x : P.subtract(x), y, BigInteger.ONE));
    }

    static byte[] encoded(BigInteger y, boolean odd) {
        byte[] bytes = bytes(y);
        bytes[31] |= (byte) (odd ? 0x80 : 0);
        return bytes;
    }

    static BigInteger number(byte[] littleEndian) {
        byte[] reversed = new byte[littleEndian.length];
        for (int i = 0; i < reversed.length; i++) {
            reversed[i] = littleEndian[reversed.length - 1 - i];
        }
        return new BigInteger(1, reversed);
    }

    static byte[] bytes(BigInteger number) {
        byte[] out = new byte[32];
        for (int i = 0; i < 32; i++) {
            out[i] = number.shiftRight(8 * i).byteValue();
        }
        return out;
    }
}
