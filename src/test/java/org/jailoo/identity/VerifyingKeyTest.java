package org.jailoo.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jailoo.identity.PlainEd25519.Point;
import org.junit.jupiter.api.Test;

class VerifyingKeyTest {
    private static final HexFormat HEX = HexFormat.of();
    private static final boolean LONG = "long".equals(System.getProperty("jailoo.size"));

    /** The eight points of small order. */
    private final List<Point> torsion = torsion();

    @Test
    void rfcSignatureHolds() {
        // RFC 8032 §7.1, test 3.
        VerifyingKey key = key("fc51cd8e6218a1a38da47ed00230f0580816ed13ba3303ac5deb911548908025");
        byte[] signature = HEX.parseHex("6291d657deec24024827e69c3abe01a30ce548a284743a445e3680d7db5ac3ac"
                + "18ff9b538d16f290ae67f760984dc6594a7c15e9716ed28dc027beceea1ec40a");
        byte[] message = HEX.parseHex("af82");

        assertThat(key.verify(message, signature)).isTrue();
        assertThat(key.deviceId()).hasSize(32).isEqualTo(HEX.formatHex(Digests.sha256(key.bytes()), 0, 16));
        for (int bit = 0; bit < 512; bit++) {
            byte[] flipped = signature.clone();
            flipped[bit / 8] ^= (byte) (1 << (bit % 8));
            assertThat(key.verify(message, flipped)).as("bit %d", bit).isFalse();
        }
        assertThat(key.verify(new byte[] {(byte) 0xAF, (byte) 0x83}, signature)).isFalse();
        assertThat(key.verify(message, Arrays.copyOf(signature, 63))).isFalse();
        assertThat(key.verify(message, Arrays.copyOf(signature, 65))).isFalse();
    }

    @Test
    void scalarBeyondTheOrderIsRefused() {
        for (int t : new int[] {0, 1}) {
            Made made = made(new Random(5), t, 0);
            BigInteger s = PlainEd25519.number(Arrays.copyOfRange(made.signature, 32, 64));
            System.arraycopy(PlainEd25519.bytes(s.add(PlainEd25519.L)), 0, made.signature, 32, 32);

            assertThat(made.parsed().verify(made.message, made.signature)).isFalse();
        }
    }

    @Test
    void keysOfSmallOrderNonCanonicalAndUndecodableOnesAreRefused() {
        for (Point point : torsion) {
            assertThat(VerifyingKey.parse(point.encode())).isEmpty();
        }
        for (int i = 0; i < 19; i++) {
            for (boolean odd : new boolean[] {false, true}) {
                byte[] beyond = PlainEd25519.encoded(PlainEd25519.P.add(BigInteger.valueOf(i)), odd);
                assertThat(VerifyingKey.parse(beyond)).as("p + %d", i).isEmpty();
            }
        }
        assertThat(VerifyingKey.parse(PlainEd25519.encoded(BigInteger.ONE, true)))
                .isEmpty();
        assertThat(VerifyingKey.parse(PlainEd25519.encoded(PlainEd25519.P.subtract(BigInteger.ONE), true)))
                .isEmpty();
        assertThat(VerifyingKey.parse(new byte[31])).isEmpty();
        assertThat(VerifyingKey.parse(new byte[33])).isEmpty();
        Random random = new Random(7);
        for (int i = 0; i < 200; i++) {
            byte[] raw = new byte[32];
            random.nextBytes(raw);
            assertThat(VerifyingKey.parse(raw).isPresent())
                    .isEqualTo(PlainEd25519.decode(raw).isPresent());
        }
    }

    @Test
    void verdictIsThatOfThePlainEquationForEveryComponentOfSmallOrder() {
        long seed = 20260101L;
        Random random = new Random(seed);
        int rounds = LONG ? 20 : 1;
        int accepted = 0;
        int libraryDiffers = 0;
        for (int round = 0; round < rounds; round++) {
            for (int a = 0; a < 8; a++) {
                for (int r = 0; r < 8; r++) {
                    Made made = made(random, a, r);
                    boolean plain = PlainEd25519.verify(made.key, made.message, made.signature);
                    assertThat(made.parsed().verify(made.message, made.signature))
                            .as("seed %d round %d torsion %d of the key, %d of R", seed, round, a, r)
                            .isEqualTo(plain);
                    accepted += plain ? 1 : 0;
                    boolean library =
                            Ed25519.verify(made.signature, 0, made.key, 0, made.message, 0, made.message.length);
                    libraryDiffers += library == plain ? 0 : 1;
                }
            }
        }
        // Else this test would prove nothing: some of both verdicts, and the library alone would have erred.
        assertThat(accepted).isBetween(rounds, rounds * 40);
        assertThat(libraryDiffers).isPositive();
    }

    @Test
    void neutralPointAsRIsDecidedByTheEquation() {
        Random random = new Random(11);
        for (int a = 0; a < 8; a++) {
            for (int r = 0; r < 8; r++) {
                BigInteger scalar = new BigInteger(251, random);
                byte[] key =
                        PlainEd25519.BASE.times(scalar).plus(torsion.get(a)).encode();
                byte[] message = {(byte) a, (byte) r};
                byte[] signature = PlainEd25519.sign(torsion.get(r).encode(), BigInteger.ZERO, key, scalar, message);
                boolean plain = PlainEd25519.verify(key, message, signature);

                assertThat(VerifyingKey.parse(key).orElseThrow().verify(message, signature))
                        .as("torsion %d of the key, R is small point %d", a, r)
                        .isEqualTo(plain);
                assertThat(plain || a != 0 || r != 0).isTrue();
            }
        }
    }

    @Test
    void otherTextOfTheSameRIsRefused() {
        // R = neutral, written with y = p + 1: the hash is over that text, the equation gives the canonical one.
        Random random = new Random(13);
        for (int a = 0; a < 2; a++) {
            BigInteger scalar = new BigInteger(251, random);
            byte[] key = PlainEd25519.BASE.times(scalar).plus(torsion.get(a)).encode();
            byte[] r = PlainEd25519.encoded(PlainEd25519.P.add(BigInteger.ONE), false);
            for (byte i = 0; i < 16; i++) {
                byte[] message = {i};
                byte[] signature = PlainEd25519.sign(r, BigInteger.ZERO, key, scalar, message);
                assertThat(VerifyingKey.parse(key).orElseThrow().verify(message, signature))
                        .isFalse();
            }
        }
    }

    /** A key and a signature whose parts carry the small points of these numbers. */
    private Made made(Random random, int keyTorsion, int rTorsion) {
        BigInteger scalar = new BigInteger(251, random);
        BigInteger rScalar = new BigInteger(251, random);
        byte[] key =
                PlainEd25519.BASE.times(scalar).plus(torsion.get(keyTorsion)).encode();
        byte[] r = PlainEd25519.BASE.times(rScalar).plus(torsion.get(rTorsion)).encode();
        byte[] message = Long.toString(random.nextLong()).getBytes(StandardCharsets.US_ASCII);
        return new Made(key, message, PlainEd25519.sign(r, rScalar, key, scalar, message));
    }

    private static List<Point> torsion() {
        for (int y = 2; ; y++) {
            Point generator = PlainEd25519.decode(PlainEd25519.bytes(BigInteger.valueOf(y)))
                    .orElse(PlainEd25519.NEUTRAL)
                    .times(PlainEd25519.L);
            if (!Arrays.equals(generator.times(BigInteger.valueOf(4)).encode(), PlainEd25519.NEUTRAL.encode())) {
                List<Point> points = new ArrayList<>();
                for (int i = 0; i < 8; i++) {
                    points.add(generator.times(BigInteger.valueOf(i)));
                }
                return points;
            }
        }
    }

    private static VerifyingKey key(String hex) {
        return VerifyingKey.parse(HEX.parseHex(hex)).orElseThrow();
    }

    private static final class Made {
        private final byte[] key;
        private final byte[] message;
        private final byte[] signature;

        Made(byte[] key, byte[] message, byte[] signature) {
            this.key = key;
            this.message = message;
            this.signature = signature;
        }

        VerifyingKey parsed() {
            return VerifyingKey.parse(key).orElseThrow();
        }
    }
}
