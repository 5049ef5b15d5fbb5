package org.jailoo.ui.find;

import org.jailoo.app.FindEverything.Group;
import org.jailoo.app.FindEverything.Hit;

/** A line of the box: a heading, or something that can be opened. */
sealed interface Line {
    /** What the lines below have in common: a type, or empty for codes, or {@code >} for what can be done. */
    record Heading(String type, long total) implements Line {}

    /** A record. */
    record Found(Hit hit) implements Line {}

    /** The way to the whole list of a type. */
    record More(Group group) implements Line {}

    /** Something to do. */
    record Does(Command command) implements Line {}

    /** Whether it can be chosen. */
    default boolean opens() {
        return !(this instanceof Heading);
    }
}
