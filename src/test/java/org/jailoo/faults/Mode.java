package org.jailoo.faults;

/** The ways in which a disk fails, in the order of the library that plays them. */
enum Mode {
    OFF,
    /** Counted, and nothing fails. */
    COUNT,
    /** The Nth finds no room, the next ones do. */
    FULL_ONCE,
    /** From the Nth on there is no room. */
    FULL,
    /** Of the Nth a half is written, then there is no room. */
    FULL_HALF,
    /** From the Nth on no file grows; what lies there may be written over. */
    FULL_GROW,
    /** The Nth fails, the next ones do not. */
    FAIL_ONCE,
    /** From the Nth on nothing can be written. */
    FAIL,
    /** Of the Nth a half is written and said so: nothing fails. */
    SHORT,
    /** From the Nth on the medium is read-only. */
    READ_ONLY,
    /** From the Nth on the medium does not answer, to reads neither. */
    GONE,
    /** The same, and its names are gone too. */
    PULLED,
    /** The Nth read fails; only reads are counted. */
    READ_FAIL;

    /** Whether what was begun can be removed again. */
    boolean removable() {
        return this != FAIL && this != READ_ONLY && this != GONE && this != PULLED;
    }
}
