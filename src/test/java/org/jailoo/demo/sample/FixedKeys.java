package org.jailoo.demo.sample;

import java.security.SecureRandom;
import org.jailoo.identity.DeviceKeys;

/** The keys of an invented laptop. Whoever reads this can make them too: never trust them with anything real. */
final class FixedKeys extends SecureRandom {
    private final String name;
    private int drawn;

    private FixedKeys(String name) {
        this.name = name;
    }

    static DeviceKeys of(String name) {
        return DeviceKeys.generate(new FixedKeys(name));
    }

    @Override
    public void nextBytes(byte[] bytes) {
        byte[] fixed = Drawn.bytes("key " + name + " " + drawn++, bytes.length);
        System.arraycopy(fixed, 0, bytes, 0, bytes.length);
    }
}
