package org.jailoo.ui.common;

import java.util.Locale;

/** The word that the window's title and the task bar show: the program's name, or one that tells nothing. */
public enum WindowTitle {
    JAILOO,
    NOTES,
    DOCUMENTS,
    ACCOUNTS;

    /** The key of its word. */
    public String key() {
        return switch (this) {
            case JAILOO -> "lock.title.jailoo";
            case NOTES -> "lock.title.notes";
            case DOCUMENTS -> "lock.title.documents";
            case ACCOUNTS -> "lock.title.accounts";
        };
    }

    /** The title of that name, as it is remembered; the program's name where there is none. */
    static WindowTitle of(String code) {
        for (WindowTitle one : values()) {
            if (one.code().equals(code)) {
                return one;
            }
        }
        return JAILOO;
    }

    String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}
