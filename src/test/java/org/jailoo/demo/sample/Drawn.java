package org.jailoo.demo.sample;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import org.jailoo.history.Sha256;

/** What would be random anywhere else, drawn from a name: the same on every machine. */
final class Drawn {
    private Drawn() {}

    /** Up to 32 bytes. */
    static byte[] bytes(String name, int count) {
        return Arrays.copyOf(Sha256.of(("jailoo sample 1\n" + name).getBytes(StandardCharsets.UTF_8)), count);
    }

    static String hex(String name) {
        return HexFormat.of().formatHex(bytes(name, 16));
    }

    /** A UUID of version 4. */
    static String uuid(String name) {
        byte[] bytes = bytes(name, 16);
        bytes[6] = (byte) ((bytes[6] & 0x0f) | 0x40);
        bytes[8] = (byte) ((bytes[8] & 0x3f) | 0x80);
        String hex = HexFormat.of().formatHex(bytes);
        return String.join(
                "-",
                hex.substring(0, 8),
                hex.substring(8, 12),
                hex.substring(12, 16),
                hex.substring(16, 20),
                hex.substring(20));
    }
}
