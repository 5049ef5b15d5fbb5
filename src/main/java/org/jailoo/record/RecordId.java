package org.jailoo.record;

import java.util.UUID;

/** The id of a record: a random UUID, version 4, in lower case. */
public final class RecordId {
    private static final int LENGTH = 36;

    private RecordId() {}

    /** A new id. Random and never ordered by time, which would tell when a witness was met. */
    public static String random() {
        return UUID.randomUUID().toString();
    }

    /** Whether this is the id of a record: lower-case hex, version 4, RFC 4122 variant. */
    public static boolean isValid(String text) {
        return isUuid(text) && text.charAt(14) == '4' && "89ab".indexOf(text.charAt(19)) >= 0;
    }

    /** Whether this is a UUID of any version in lower-case hex, 8-4-4-4-12: what names an item. */
    public static boolean isUuid(String text) {
        return isUuid(text, 0);
    }

    /** Whether the rest of the text is a UUID. */
    static boolean isUuid(String text, int start) {
        if (text.length() - start != LENGTH) {
            return false;
        }
        for (int i = 0; i < LENGTH; i++) {
            char c = text.charAt(start + i);
            boolean dash = i == 8 || i == 13 || i == 18 || i == 23;
            if (dash ? c != '-' : !((c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'))) {
                return false;
            }
        }
        return true;
    }
}
