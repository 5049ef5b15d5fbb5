package org.jailoo.guide;

import java.util.List;
import java.util.stream.Collectors;

/** A part of a section, as it stands below the one before it. */
public sealed interface Block {
    /** A paragraph. */
    record Words(List<Span> spans) implements Block {
        public Words {
            spans = List.copyOf(spans);
        }
    }

    /** What must be known before one goes on. */
    record Note(List<Span> spans) implements Block {
        public Note {
            spans = List.copyOf(spans);
        }
    }

    /** Steps to be done one after the other, or points of which each stands for itself. */
    record Listing(boolean steps, List<List<Span>> items) implements Block {
        public Listing {
            items = items.stream().map(List::copyOf).toList();
        }
    }

    /**
     * A picture of a screen.
     *
     * @param name of the scene that it shows
     * @param says what is to be seen in it
     */
    record Picture(String name, String says) implements Block {}

    /** The lines of spans of which it is made. */
    default List<List<Span>> lines() {
        if (this instanceof Words words) {
            return List.of(words.spans());
        }
        if (this instanceof Note note) {
            return List.of(note.spans());
        }
        return this instanceof Listing listing ? listing.items() : List.of();
    }

    /** The words alone. */
    static String plain(List<Span> spans) {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }
}
