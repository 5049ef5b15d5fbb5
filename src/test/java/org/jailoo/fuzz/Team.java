package org.jailoo.fuzz;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.jailoo.history.Sha256;
import org.jailoo.identity.Card;
import org.jailoo.identity.DeviceKeys;

/** Invented devices, their keys the same in every run. */
final class Team {
    /** Sends the bundles; trusted. */
    static final DeviceKeys AIDA = device(101);
    /** Wrote a part of what Aida sends; known. */
    static final DeviceKeys BEK = device(102);
    /** Reads them. */
    static final DeviceKeys CHYNARA = device(103);
    /** A stranger. */
    static final DeviceKeys DAMIR = device(104);

    static final List<DeviceKeys> ALL = List.of(AIDA, BEK, CHYNARA, DAMIR);

    private static final Map<String, Card> CARDS = cards();

    /** What was signed a moment ago: most of a bundle stays as it is from one input to the next. */
    private static final Map<String, byte[]> SIGNED = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, byte[]> eldest) {
            return size() > 200;
        }
    };

    private Team() {}

    /** The signature of a device over a label and some words, as it makes it. */
    static byte[] sign(DeviceKeys keys, byte[] words) {
        return SIGNED.computeIfAbsent(
                keys.deviceId() + HexFormat.of().formatHex(Sha256.of(words)), k -> keys.sign(words));
    }

    private static Map<String, Card> cards() {
        Map<String, Card> cards = new LinkedHashMap<>();
        ALL.forEach(keys -> cards.put(
                keys.deviceId(), Card.sign(keys, 1, "J-" + keys.deviceId().substring(0, 3))));
        return cards;
    }

    private static DeviceKeys device(long seed) {
        Random random = new Random(seed);
        return DeviceKeys.generate(new SecureRandom() {
            @Override
            public void nextBytes(byte[] bytes) {
                random.nextBytes(bytes);
            }
        });
    }

    static Card card(DeviceKeys keys) {
        return Objects.requireNonNull(CARDS.get(keys.deviceId()));
    }

    /** An instance for each device. */
    static String instance(DeviceKeys keys) {
        return new StringBuilder(keys.deviceId()).reverse().toString();
    }
}
