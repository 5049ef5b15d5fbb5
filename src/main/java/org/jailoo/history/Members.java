package org.jailoo.history;

import java.util.ArrayList;
import java.util.List;
import org.jailoo.history.FormatException.Fault;
import org.jailoo.json.Json;

/** Typed access to the members of an object of the format; what is missing or mistyped is a fault. */
public record Members(String what, Json.Obj object) {
    /** The member's text. */
    public String text(String name) throws FormatException {
        String value = object.text(name);
        if (value == null) {
            throw malformed(name);
        }
        return value;
    }

    /** The member's text, which is so many lower-case hex digits. */
    public String hex(String name, int digits) throws FormatException {
        String value = text(name);
        if (!isHex(value, digits)) {
            throw malformed(name);
        }
        return value;
    }

    /** The member's integer, at least {@code least}. */
    public long integer(String name, long least) throws FormatException {
        Long value = object.integer(name);
        if (value == null || value < least) {
            throw malformed(name);
        }
        return value;
    }

    /** The member's object. */
    public Json.Obj object(String name) throws FormatException {
        if (object.get(name) instanceof Json.Obj value) {
            return value;
        }
        throw malformed(name);
    }

    /** The member's array of ids, each of so many hex digits, ascending and without duplicates. */
    public List<String> ascendingHex(String name, int digits) throws FormatException {
        List<String> ids = new ArrayList<>();
        for (String id : texts(name)) {
            if (!isHex(id, digits) || (!ids.isEmpty() && ids.get(ids.size() - 1).compareTo(id) >= 0)) {
                throw malformed(name);
            }
            ids.add(id);
        }
        return List.copyOf(ids);
    }

    /** The member's array of texts. */
    public List<String> texts(String name) throws FormatException {
        if (!(object.get(name) instanceof Json.Array array)) {
            throw malformed(name);
        }
        List<String> texts = new ArrayList<>();
        for (Json item : array.items()) {
            if (!(item instanceof Json.Text text)) {
                throw malformed(name);
            }
            texts.add(text.value());
        }
        return texts;
    }

    /** Refuses a version above 1 as newer, and anything else but 1 as malformed. */
    public void version(String name) throws FormatException {
        Long version = object.integer(name);
        if (version != null && version > 1) {
            throw new FormatException(Fault.NEWER_VERSION, what + " of version " + version);
        }
        if (version == null || version != 1) {
            throw malformed(name);
        }
    }

    /** The fault of a member that is missing, mistyped or against a rule. */
    public FormatException malformed(String name) {
        return new FormatException(Fault.MALFORMED, what + ": " + name);
    }

    /** Whether a text is so many lower-case hex digits. */
    public static boolean isHex(String text, int digits) {
        if (text.length() != digits) {
            return false;
        }
        for (int i = 0; i < digits; i++) {
            char c = text.charAt(i);
            if ((c < '0' || c > '9') && (c < 'a' || c > 'f')) {
                return false;
            }
        }
        return true;
    }
}
