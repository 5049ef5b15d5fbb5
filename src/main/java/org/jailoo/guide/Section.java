package org.jailoo.guide;

import java.util.List;
import java.util.stream.Collectors;

/** What one wants to do, and how: a heading with what stands below it. */
public record Section(String title, List<Block> blocks) {
    public Section {
        blocks = List.copyOf(blocks);
    }

    /** All its words, to be searched. */
    public String text() {
        return title
                + '\n'
                + blocks.stream()
                        .flatMap(block -> block.lines().stream())
                        .map(Block::plain)
                        .collect(Collectors.joining("\n"));
    }
}
