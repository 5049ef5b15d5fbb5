package org.jailoo.bundle;

import java.security.SecureRandom;
import java.util.List;
import java.util.Random;
import org.jailoo.identity.DeviceKeys;

/** Real keys that are the same in every run. */
final class Devices {
    static final DeviceKeys AIDA = device(1);
    static final DeviceKeys BEK = device(2);
    static final DeviceKeys CHYNARA = device(3);

    private Devices() {}

    static List<DeviceKeys> all() {
        return List.of(AIDA, BEK, CHYNARA);
    }

    static DeviceKeys device(long seed) {
        Random random = new Random(seed);
        return DeviceKeys.generate(new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                random.nextBytes(bytes);
            }
        });
    }

    /** An instance for each device. */
    static String instance(DeviceKeys device) {
        return new StringBuilder(device.deviceId()).reverse().toString();
    }
}
