package org.jailoo.guide;

import java.util.List;

/**
 * A chapter: its title, what it says before its first section, and the sections.
 *
 * @param id the name of its file
 */
public record Chapter(String id, String title, List<Block> opening, List<Section> sections) {
    public Chapter {
        opening = List.copyOf(opening);
        sections = List.copyOf(sections);
    }
}
