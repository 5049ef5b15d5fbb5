package org.jailoo.faults;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.matcher.ElementMatchers;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Kdf;

/**
 * A derivation of keys that costs nothing, put before the real one on the path of a process: thousands of runs would else
 * spend their time in Argon2.
 */
public final class FastKeys {
    private FastKeys() {}

    private static final Map<String, byte[]> STORED = new ConcurrentHashMap<>();

    /** Takes the place of {@code Kdf.derive}. */
    public static byte[] derive(byte[] passphrase, byte[] salt) {
        if (new String(passphrase, StandardCharsets.UTF_8).equals(KeyCases.STORED)) {
            return STORED.computeIfAbsent(HexFormat.of().formatHex(salt), s -> argon2(passphrase, salt))
                    .clone();
        }
        byte[] both = java.util.Arrays.copyOf(passphrase, passphrase.length + salt.length);
        System.arraycopy(salt, 0, both, passphrase.length, salt.length);
        return Sha256.of(both);
    }

    /** Stored notebooks were locked with the real one, at its least. */
    private static byte[] argon2(byte[] passphrase, byte[] salt) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(Kdf.FLOOR.memoryKiB())
                .withIterations(Kdf.FLOOR.passes())
                .withParallelism(Kdf.FLOOR.lanes())
                .withSalt(salt)
                .build());
        byte[] key = new byte[32];
        generator.generateBytes(passphrase, key);
        return key;
    }

    /** Writes the changed class into a folder. */
    static void into(Path folder) throws IOException {
        new ByteBuddy()
                .redefine(Kdf.class)
                .method(ElementMatchers.named("derive"))
                .intercept(MethodDelegation.to(FastKeys.class))
                .make()
                .saveIn(folder.toFile());
    }
}
