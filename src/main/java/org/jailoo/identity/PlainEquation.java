package org.jailoo.identity;

import java.math.BigInteger;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PublicKey;
import java.security.Signature;
import java.security.SignatureException;
import java.security.spec.EdECPoint;
import java.security.spec.EdECPublicKeySpec;
import java.security.spec.NamedParameterSpec;

/** Ed25519 verification by the JDK, which computes [S]B = R + [k]A as written, eight times slower. */
final class PlainEquation {
    private static final BigInteger P = BigInteger.ONE.shiftLeft(255).subtract(BigInteger.valueOf(19));

    private PlainEquation() {}

    /** For a key that has been parsed, and a signature of 64 bytes. */
    static boolean holds(byte[] key, byte[] message, byte[] signature) {
        // A y beyond the field would be another text for the same point, which encode() never gives.
        if (coordinate(signature).compareTo(P) >= 0) {
            return false;
        }
        try {
            EdECPoint point = new EdECPoint((key[31] & 0x80) != 0, coordinate(key));
            PublicKey publicKey = KeyFactory.getInstance("Ed25519")
                    .generatePublic(new EdECPublicKeySpec(NamedParameterSpec.ED25519, point));
            Signature verifier = Signature.getInstance("Ed25519");
            verifier.initVerify(publicKey);
            verifier.update(message);
            return verifier.verify(signature);
        } catch (SignatureException e) {
            return false;
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every JDK from 15 on has Ed25519", e);
        }
    }

    private static BigInteger coordinate(byte[] encoded) {
        byte[] bigEndian = new byte[32];
        for (int i = 0; i < 32; i++) {
            bigEndian[31 - i] = encoded[i];
        }
        bigEndian[0] &= 0x7F;
        return new BigInteger(1, bigEndian);
    }
}
