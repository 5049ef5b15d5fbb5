package org.jailoo.cli;

/**
 * The configuration of the platform's logging, named by class: none, so that no library writes beside what a command
 * says.
 */
public final class Silence {
    /** Called by the platform in place of reading its own configuration. */
    public Silence() {
        // Nothing is set up: without a handler nothing is written.
    }
}
