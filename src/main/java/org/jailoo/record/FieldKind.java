package org.jailoo.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jailoo.json.Json;

/**
 * What a field holds, and thereby how it merges.
 *
 * <p>{@link SetOf} and {@link References} merge per member, {@link Items} and {@link Attachments} per item, everything
 * else is one register.
 */
public sealed interface FieldKind {
    /** A line of text. */
    record Text() implements FieldKind {}

    /** Text of many paragraphs. */
    record LongText() implements FieldKind {}

    /** An integer. */
    record Int() implements FieldKind {}

    /** {@code true} or {@code false}. */
    record Bool() implements FieldKind {}

    /** A day, a month or a year; see {@link DateText}. */
    record Date() implements FieldKind {}

    /** A quarter of a year, {@code YYYY-Qn}. */
    record Quarter() implements FieldKind {}

    /** One code of a codebook. */
    record Choice(String codebook) implements FieldKind {}

    /** An array of codes; stands only inside a group or an item. */
    record ListOf(String codebook) implements FieldKind {}

    /** A set of codes: {@code field/code} holds {@code true}. */
    record SetOf(String codebook) implements FieldKind {}

    /** An object of the named group, merged whole. */
    record Group(String name, Map<String, Field> members) implements FieldKind {
        public Group {
            members = ordered(members);
        }
    }

    /** Objects that are merged one by one: {@code field/<uuid>} holds one. */
    record Items(Map<String, Field> members) implements FieldKind {
        public Items {
            members = ordered(members);
        }
    }

    /** The id of a record of this type. */
    record Reference(String type) implements FieldKind {}

    /** Ids of records of this type: {@code field/<uuid>} holds {@code true}. */
    record References(String type) implements FieldKind {}

    /** Items of the group {@code attachment}, each of which names a file by its {@code sha256}. */
    record Attachments(Map<String, Field> members) implements FieldKind {
        public Attachments {
            members = ordered(members);
        }
    }

    /** Whether a field of this kind is written under {@code field/…} and never under {@code field} itself. */
    default boolean hasSubPaths() {
        return this instanceof SetOf
                || this instanceof Items
                || this instanceof References
                || this instanceof Attachments;
    }

    /** Whether this is text for people to read and search, which {@link Json.Text} of codes and dates is not. */
    default boolean isText() {
        return this instanceof Text || this instanceof LongText;
    }

    /** What an object of this kind holds, by name; nothing where it holds no objects. */
    default Map<String, Field> members() {
        return Map.of();
    }

    private static Map<String, Field> ordered(Map<String, Field> members) {
        return Collections.unmodifiableMap(new LinkedHashMap<>(members));
    }
}
