package org.jailoo.identity;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Six groups of five digits that two people read to each other to be sure that they hold the same device's key. */
public record Fingerprint(String digits) {
    private static final BigInteger MODULUS = BigInteger.TEN.pow(30);

    public Fingerprint {
        if (!digits.matches("[0-9]{5}( [0-9]{5}){5}")) {
            throw new IllegalArgumentException("six groups of five digits wanted");
        }
    }

    /** The fingerprint of a raw public key: a labelled SHA-256 as a big-endian number modulo 10^30. */
    static Fingerprint of(byte[] rawKey) {
        return of("jailoo fingerprint 1\n", rawKey);
    }

    /** The same for the key that others encrypt to, which a device can change: read aloud where a changed one is confirmed. */
    static Fingerprint ofRecipient(String recipient) {
        return of("jailoo recipient 1\n", recipient.getBytes(StandardCharsets.US_ASCII));
    }

    /** The groups of five digits, in order. */
    public List<String> groups() {
        return List.of(digits.split(" ", 0));
    }

    private static Fingerprint of(String label, byte[] content) {
        BigInteger number = new BigInteger(1, Digests.sha256(Digests.labelled(label, content)));
        String thirty = "0".repeat(30) + number.mod(MODULUS);
        thirty = thirty.substring(thirty.length() - 30);
        StringBuilder grouped = new StringBuilder(35);
        for (int i = 0; i < 30; i += 5) {
            grouped.append(i == 0 ? "" : " ").append(thirty, i, i + 5);
        }
        return new Fingerprint(grouped.toString());
    }

    @Override
    public String toString() {
        return digits;
    }
}
