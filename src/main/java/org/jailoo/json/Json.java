package org.jailoo.json;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** A JSON value of the bundle format: text, integers within ±(2^53−1), booleans, null, arrays and objects. */
public sealed interface Json {
    /** The JSON literal {@code null}; in a body it clears a path. */
    Json NULL = new Null();

    /** The JSON literal {@code true}. */
    Json TRUE = new Bool(true);

    /** The JSON literal {@code false}. */
    Json FALSE = new Bool(false);

    /** A string without lone surrogates. */
    record Text(String value) implements Json {}

    /** An integer that every JSON reader holds exactly. */
    record Int(long value) implements Json {
        /** The greatest integer, 2^53−1; the least is its negative. */
        public static final long MAX = (1L << 53) - 1;

        public Int {
            if (value > MAX || value < -MAX) {
                throw new IllegalArgumentException("beyond 2^53-1: " + value);
            }
        }
    }

    /** {@code true} or {@code false}. */
    record Bool(boolean value) implements Json {}

    /** {@code null}; compare with {@link #NULL} by {@code equals}. */
    record Null() implements Json {}

    /** An array, in order. */
    record Array(List<Json> items) implements Json {
        public Array {
            items = List.copyOf(items);
        }
    }

    /** An object; its members iterate in canonical order (ascending UTF-16 code units). */
    record Obj(SortedMap<String, Json> members) implements Json {
        public Obj {
            // Not the copy constructor: it would keep the order of a foreign comparator.
            TreeMap<String, Json> copy = new TreeMap<>();
            copy.putAll(members);
            members = Collections.unmodifiableSortedMap(copy);
        }

        /** The member's value, or null where there is none. */
        public @Nullable Json get(String name) {
            return members.get(name);
        }

        /** The member's text, or null where it is absent or of another kind. */
        public @Nullable String text(String name) {
            return members.get(name) instanceof Text t ? t.value() : null;
        }

        /** The member's integer, or null where it is absent or of another kind. */
        public @Nullable Long integer(String name) {
            return members.get(name) instanceof Int i ? (Long) i.value() : null;
        }

        /** This object with one member set. */
        public Obj with(String name, Json value) {
            TreeMap<String, Json> copy = new TreeMap<>(members);
            copy.put(name, value);
            return new Obj(copy);
        }

        /** This object without one member. */
        public Obj without(String name) {
            TreeMap<String, Json> copy = new TreeMap<>(members);
            copy.remove(name);
            return new Obj(copy);
        }
    }

    static Json of(String value) {
        return new Text(value);
    }

    static Json of(long value) {
        return SmallInts.of(value);
    }

    static Json of(boolean value) {
        return value ? TRUE : FALSE;
    }

    static Obj object() {
        return new Obj(new TreeMap<>());
    }

    static Obj object(Map<String, ? extends Json> members) {
        return new Obj(new TreeMap<>(members));
    }

    /** An array of texts, in the order given. */
    static Array texts(Iterable<String> values) {
        List<Json> items = new java.util.ArrayList<>();
        values.forEach(v -> items.add(of(v)));
        return new Array(items);
    }
}
