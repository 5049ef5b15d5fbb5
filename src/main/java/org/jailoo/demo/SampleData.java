package org.jailoo.demo;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * The bundles of the sample: public facts of five field documents, and invented records where they publish none. They lie in
 * {@code sample-data} of the source and on the class path of the program.
 */
public final class SampleData {
    /** What the office gave the villages before the meetings. */
    public static final String BASE = "office-1.json";

    /** The villages, by the names of their laptops. */
    public static final List<String> VILLAGES = List.of("barskoon", "tosor", "kichi-jargylchak", "chon-jargylchak");

    /** What the office added from its other four documents: the Platform and the mission, the two surveys. */
    public static final List<String> OFFICE = List.of("office-2.json.gz", "office-3.json.gz", "office-4.json.gz");

    /** The same bundle as that of the village, under another name. */
    public static final String AGAIN = "tosor-1-again.json.gz";

    /** A bundle as an interrupted copy leaves it. */
    public static final String CUT = "barskoon-1-cut.json";

    /** What the office says that it holds. */
    public static final String RECEIPT = "office-receipt.json";

    private SampleData() {}

    /** The bundle that a village handed over. */
    public static String of(String village) {
        return village + "-1.json.gz";
    }

    /** A bundle, as it lies in its file. */
    public static InputStream open(String name) throws IOException {
        InputStream in = SampleData.class.getResourceAsStream(name);
        if (in == null) {
            throw new FileNotFoundException("the resource " + name + " is missing");
        }
        return in;
    }

    /** Puts a bundle into a folder. */
    public static Path copy(String name, Path folder) throws IOException {
        Path file = folder.resolve(name);
        try (InputStream in = open(name)) {
            Files.copy(in, file);
        }
        return file;
    }
}
