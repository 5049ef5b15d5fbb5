package org.jailoo.app;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of the program, as its jar says it. */
public final class ProgramVersion {
    private static final String RESOURCE = "/META-INF/maven/org.jailoo/jailoo/pom.properties";

    private ProgramVersion() {}

    /** The version; where there is no jar, that it is not from one. */
    public static String text() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "(unpacked)");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
