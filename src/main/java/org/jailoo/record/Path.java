package org.jailoo.record;

import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * The place of a value in a record: a register, a member of a set, an item of a list, or {@code deleted}.
 *
 * <p>The grammar of section 3 of the bundle format. It alone decides whether a body is malformed; whether a field is
 * known is the schema's business.
 */
public sealed interface Path {
    /** The path whose {@code true} deletes the record. */
    String DELETED = "deleted";

    /** The first part of the path. */
    String field();

    /** The path as it stands in a body. */
    String text();

    /** {@code field}: one register, written whole. */
    record Register(String field) implements Path {
        @Override
        public String text() {
            return field;
        }
    }

    /** {@code field/member}: {@code true} where the set has this member. */
    record Member(String field, String member) implements Path {
        @Override
        public String text() {
            return field + '/' + member;
        }
    }

    /** {@code field/<uuid>}: an item of a list, or a reference to the record of that id. */
    record Item(String field, String id) implements Path {
        @Override
        public String text() {
            return field + '/' + id;
        }
    }

    /** {@code deleted}: whether the record is deleted. */
    record Deleted() implements Path {
        @Override
        public String field() {
            return DELETED;
        }

        @Override
        public String text() {
            return DELETED;
        }
    }

    /** The path that this text is, or null if it is none. */
    static @Nullable Path parse(String text) {
        int slash = text.indexOf('/');
        if (slash < 0) {
            return text.equals(DELETED) ? new Deleted() : isName(text) ? new Register(text) : null;
        }
        if (!isField(text, slash) || !isMember(text, slash + 1)) {
            return null;
        }
        String field = text.substring(0, slash);
        String rest = text.substring(slash + 1);
        return RecordId.isUuid(rest) ? new Item(field, rest) : new Member(field, rest);
    }

    /** Whether this is a path that may hold this value. Runs for every path imported, so it allocates nothing. */
    static boolean holds(String path, Json value) {
        int slash = path.indexOf('/');
        if (slash < 0) {
            return path.equals(DELETED)
                    ? isTrue(value) || value instanceof Json.Null
                    : isName(path) && !(value instanceof Json.Array);
        }
        return isField(path, slash)
                && isMember(path, slash + 1)
                && (isTrue(value)
                        || value instanceof Json.Null
                        || (value instanceof Json.Obj && RecordId.isUuid(path, slash + 1)));
    }

    /** Whether this is a name of a field or of a type: {@code [a-z][A-Za-z0-9]{0,63}}. */
    static boolean isName(String text) {
        return isName(text, text.length());
    }

    private static boolean isTrue(Json value) {
        return value instanceof Json.Bool bool && bool.value();
    }

    /** Whether a name that may have sub-paths stands before the slash. */
    private static boolean isField(String path, int slash) {
        return isName(path, slash) && !(slash == DELETED.length() && path.startsWith(DELETED));
    }

    private static boolean isName(String text, int end) {
        if (end < 1 || end > 64 || text.charAt(0) < 'a' || text.charAt(0) > 'z') {
            return false;
        }
        for (int i = 1; i < end; i++) {
            if (!isLetterOrDigit(text.charAt(i))) {
                return false;
            }
        }
        return true;
    }

    private static boolean isMember(String text, int start) {
        int length = text.length() - start;
        if (length < 1 || length > 64) {
            return false;
        }
        for (int i = start; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!isLetterOrDigit(c) && c != '.' && c != '_' && c != '-') {
                return false;
            }
        }
        return true;
    }

    private static boolean isLetterOrDigit(char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
    }
}
