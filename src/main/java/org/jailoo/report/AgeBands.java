package org.jailoo.report;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jailoo.record.Codebook;
import org.jailoo.record.Schema;
import org.jspecify.annotations.Nullable;

/** The ages that the codes of the codebook of age bands stand for: {@code 18-24}, {@code 65+}. */
final class AgeBands {
    /** From one age to another, both included. */
    record Ages(long from, long to) {
        boolean within(long least, long greatest) {
            return from >= least && to <= greatest;
        }
    }

    private static final long NO_END = 200;

    private final Map<String, Ages> bands = new LinkedHashMap<>();

    AgeBands(Schema schema) {
        Codebook book = schema.codebook("ageBand");
        for (String code : book == null ? java.util.Set.<String>of() : book.codes()) {
            if (code.matches("\\d{1,3}-\\d{1,3}")) {
                int dash = code.indexOf('-');
                bands.put(
                        code,
                        new Ages(Long.parseLong(code.substring(0, dash)), Long.parseLong(code.substring(dash + 1))));
            } else if (code.matches("\\d{1,3}\\+")) {
                bands.put(code, new Ages(Long.parseLong(code.substring(0, code.length() - 1)), NO_END));
            }
        }
    }

    /** The ages of a band, or null for a code that names none. */
    @Nullable
    Ages ages(String code) {
        return bands.get(code);
    }

    /** The band of an age; empty where there is none. */
    String band(long age) {
        for (Map.Entry<String, Ages> band : bands.entrySet()) {
            if (new Ages(age, age)
                    .within(band.getValue().from(), band.getValue().to())) {
                return band.getKey();
            }
        }
        return "";
    }
}
