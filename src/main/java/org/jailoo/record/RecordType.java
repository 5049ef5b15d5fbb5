package org.jailoo.record;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A type of record: its fields in the order of the schema, those that every type has at the end.
 *
 * @param fields by name, iterating in that order
 */
public record RecordType(String name, Map<String, Field> fields) {
    public RecordType {
        fields = Collections.unmodifiableMap(new LinkedHashMap<>(fields));
    }

    /** The field of this name, or null. */
    public @Nullable Field field(String fieldName) {
        return fields.get(fieldName);
    }
}
