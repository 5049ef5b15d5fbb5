package org.jailoo.ui.common;

import java.util.List;

/** Asks and tells the person something inside the window. */
public interface Prompts {
    /**
     * An answer that the person can give.
     *
     * @param chosen runs when it is given
     * @param kind how it looks
     */
    record Answer(String label, Kind kind, Runnable chosen) {}

    /** How an answer looks. */
    enum Kind {
        /** What most people want next. */
        MAIN,
        /** Something else that can be done. */
        OTHER,
        /** What cannot be taken back. */
        DANGER
    }

    /** Asks; Esc is the last answer, which must be the one that changes nothing. */
    void ask(String title, String text, List<Answer> answers);

    /** Says that something is done, for some seconds, without stopping anybody. */
    void tell(String text);

    /** Says what went wrong, until the person has read it. */
    void warn(String text);
}
