package org.jailoo.identity;

import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/** How dear each guess of a passphrase is: Argon2id with this much memory, this many passes, this many lanes. */
public record Kdf(int memoryKiB, int passes, int lanes) {
    /** The least that is used or accepted: 64 MiB and three passes. */
    public static final Kdf FLOOR = new Kdf(64 * 1024, 3, 1);

    private static final int MAX_MEMORY_KIB = 2 * 1024 * 1024;
    private static final int MAX_PASSES = 1000;
    private static final int MAX_LANES = 16;
    private static final int MAX_CALIBRATED_PASSES = 30;
    private static final long TARGET_NANOS = 1_000_000_000L;

    /** 64 MiB and as many passes, from 3 to 30, as take this machine about a second. Takes a second itself. */
    public static Kdf calibrated() {
        time();
        long nanosPerPass = Math.max(1, time() / FLOOR.passes);
        long passes = Math.round((double) TARGET_NANOS / nanosPerPass);
        return new Kdf(
                FLOOR.memoryKiB, (int) Math.max(FLOOR.passes, Math.min(MAX_CALIBRATED_PASSES, passes)), FLOOR.lanes);
    }

    /** Loads what the first derivation needs, which a person is else waiting for. */
    public static void warm() {
        new Kdf(8, 1, 1).derive(new byte[16], new byte[16]);
    }

    private static long time() {
        long start = System.nanoTime();
        FLOOR.derive(new byte[16], new byte[16]);
        return System.nanoTime() - start;
    }

    boolean isBelowFloor() {
        return memoryKiB < FLOOR.memoryKiB || passes < FLOOR.passes || lanes < FLOOR.lanes;
    }

    /** So much that only a damaged or hostile file asks for it: over 2 GiB, 1,000 passes or 16 lanes. */
    boolean isAbsurd() {
        return memoryKiB > MAX_MEMORY_KIB || passes > MAX_PASSES || lanes > MAX_LANES;
    }

    /** 32 bytes. */
    byte[] derive(byte[] passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKiB)
                .withIterations(passes)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(passphrase, key);
        return key;
    }
}
