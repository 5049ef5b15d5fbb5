package org.jailoo.consent;

import java.util.List;
import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/** What of a record is asked about. */
public sealed interface Part {
    /** The record as one among a number. */
    record Counted() implements Part {}

    /**
     * What stands in a field.
     *
     * @param field a field's name, without a member or an item
     * @param member the name of a member of a group or of an item; null for the field whole
     */
    record Value(String field, @Nullable String member) implements Part {
        /** A field whole. */
        public static Value whole(String field) {
            return new Value(field, null);
        }
    }

    /**
     * The words of a person inside an item of a list.
     *
     * @param values what stands at the item's path: one value, or all that contradict each other there
     */
    record Quotation(String field, List<Json> values) implements Part {
        public Quotation {
            values = List.copyOf(values);
        }
    }

    /**
     * A file that the record names.
     *
     * @param mediaType what the bytes are; anything else than sound and pictures is read like a text
     */
    record File(String field, String mediaType) implements Part {}
}
