package org.jailoo.person;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;

/** Which forenames people use for one another: Саша for Александр, Алмаз for Алмазбек. */
final class ShortNames {
    private static final String[] ENDINGS = {"bek", "bai", "gul", "kan", "jan", "tai"};

    private final Map<String, Set<String>> wholes = new HashMap<>();

    ShortNames() {
        try (InputStream in = Objects.requireNonNull(ShortNames.class.getResourceAsStream("short-names.txt"))) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n", -1)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    String[] names = line.split(" ", -1);
                    for (String name : names) {
                        wholes.computeIfAbsent(Skeleton.of(name), n -> new HashSet<>())
                                .add(Skeleton.of(names[0]));
                    }
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Whether the skeletons of two forenames, which differ, may be of one name. */
    boolean same(String one, String other) {
        if (core(one).equals(other) || core(other).equals(one)) {
            return true;
        }
        if (of(one, other) || of(other, one)) {
            return true;
        }
        Set<String> wholesOfOne = wholes.getOrDefault(one, Set.of());
        Set<String> wholesOfOther = wholes.getOrDefault(other, Set.of());
        return !Collections.disjoint(wholesOfOne, wholesOfOther);
    }

    /** Гуля is said to every name that begins or ends with a flower. */
    private static boolean of(String called, String name) {
        return called.equals("gula") && (name.startsWith("gul") || name.endsWith("gul"));
    }

    /** Алмазбек without what is left away in speech; the name itself where nothing is. */
    static String core(String name) {
        for (String ending : ENDINGS) {
            if (name.endsWith(ending) && name.length() >= ending.length() + 3) {
                return name.substring(0, name.length() - ending.length());
            }
        }
        return name;
    }
}
