package org.jailoo.guide;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The guide in one language. */
public final class Guide {
    /** What the program is for, in the order of a week. */
    static final List<String> CHAPTERS = List.of("interviewer", "lead", "office");

    static final String PAGE = "page";

    private final String language;
    private final List<Chapter> chapters;
    private final Chapter page;

    private Guide(String language) {
        this.language = language;
        ChapterReader reader = new ChapterReader(new Names(language));
        this.chapters = CHAPTERS.stream()
                .map(id -> reader.read(id, source(language, id)))
                .toList();
        this.page = reader.read(PAGE, source(language, PAGE));
    }

    /** Reads the guide in a language of the program, as ISO 639-1. */
    public static Guide of(String language) {
        return new Guide(language);
    }

    /** The chapters, and last the page to keep. */
    public List<Chapter> chapters() {
        return Stream.concat(chapters.stream(), Stream.of(page)).toList();
    }

    /** The one page that hangs on a wall or lies in a bag. */
    public Chapter page() {
        return page;
    }

    /** Where the picture of a scene lies; null where the guide has none of it. */
    public @Nullable URL picture(String scene) {
        return Guide.class.getResource(language + "/pictures/" + scene + ".png");
    }

    private static String source(String language, String id) {
        String name = language + "/" + id + ".md";
        try (InputStream in = Guide.class.getResourceAsStream(name)) {
            if (in == null) {
                throw new IllegalStateException("missing resource " + name);
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
