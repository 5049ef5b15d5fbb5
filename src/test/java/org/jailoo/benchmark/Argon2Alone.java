package org.jailoo.benchmark;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** A process that derives a key from a passphrase once, with nothing warm: the floor of unlocking. */
final class Argon2Alone {
    private Argon2Alone() {}

    public static void main(String[] args) {
        long start = System.nanoTime();
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Integer.parseInt(args[0]))
                .withIterations(Integer.parseInt(args[1]))
                .withParallelism(1)
                .withSalt(new byte[16])
                .build());
        generator.generateBytes(new byte[16], new byte[32]);
        System.out.println("derived " + (System.nanoTime() - start) / 1_000_000.0);
    }
}
