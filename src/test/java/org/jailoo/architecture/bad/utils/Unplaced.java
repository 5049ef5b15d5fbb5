package org.jailoo.architecture.bad.utils;

/** A package that nobody gave a place. */
final class Unplaced {
    private Unplaced() {}
}
