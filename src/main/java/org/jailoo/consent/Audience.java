package org.jailoo.consent;

/** For whom an output is made. */
public enum Audience {
    /** The people who record, lead and write: nobody else reads it. */
    TEAM,
    /** Organisations that work on the same cases. */
    PARTNERS,
    /** Everybody; the default. */
    PUBLIC
}
