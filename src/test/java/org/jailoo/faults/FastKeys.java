package org.jailoo.faults;

import java.io.IOException;
import java.nio.file.Path;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.implementation.MethodDelegation;
import net.bytebuddy.matcher.ElementMatchers;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Kdf;

/**
 * A derivation of keys that costs nothing, put before the real one on the path of a process: thousands of runs would else
 * spend their time in Argon2.
 */
public final class FastKeys {
    private FastKeys() {}

    /** Takes the place of {@code Kdf.derive}. */
    public static byte[] derive(byte[] passphrase, byte[] salt) {
        byte[] both = java.util.Arrays.copyOf(passphrase, passphrase.length + salt.length);
        System.arraycopy(salt, 0, both, passphrase.length, salt.length);
        return Sha256.of(both);
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
