package org.jailoo.ui.controls;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The text of a {@link ReadingPage}: a resource beside this class, a file a language.
 *
 * <p>A title after {@code #}, headings after {@code ##}, points after {@code -}, and paragraphs, each in one line.
 */
final class ReadingText {
    private ReadingText() {}

    /** The lines of the text in a language. */
    static List<String> lines(String language) {
        try (InputStream in = ReadingText.class.getResourceAsStream("promise_" + language + ".md")) {
            if (in == null) {
                throw new IllegalStateException("no text in " + language);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
