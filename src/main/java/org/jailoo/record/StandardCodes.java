package org.jailoo.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;

/** The code lists of published standards, which a codebook names by {@code {"from": …}}. */
final class StandardCodes {
    private StandardCodes() {}

    /** The codes of a standard, by the words that the schema uses for it. */
    static Set<String> of(String standard) {
        return switch (standard) {
            case "ISO 3166-1 alpha-2" -> new TreeSet<>(List.of(Locale.getISOCountries()));
            case "ISO 639-1, and 639-3 where 639-1 has none" -> languages();
            case "ISIC Rev.4 sections A to U" -> letters('A', 'U');
            default -> throw new IllegalArgumentException("unknown standard " + standard);
        };
    }

    private static Set<String> letters(char first, char last) {
        Set<String> letters = new LinkedHashSet<>();
        for (char c = first; c <= last; c++) {
            letters.add(String.valueOf(c));
        }
        return letters;
    }

    /** From a resource and not from the JDK, which keeps withdrawn codes and knows no ISO 639-3. */
    private static Set<String> languages() {
        try (InputStream in = StandardCodes.class.getResourceAsStream("/languages.txt")) {
            if (in == null) {
                throw new IllegalStateException("the resource languages.txt is missing");
            }
            List<String> codes = new ArrayList<>();
            for (String line : new String(in.readAllBytes(), StandardCharsets.US_ASCII).split("\n", -1)) {
                if (!line.startsWith("#") && !line.isBlank()) {
                    codes.addAll(List.of(line.strip().split(" ", -1)));
                }
            }
            return new LinkedHashSet<>(codes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
