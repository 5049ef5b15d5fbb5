package org.jailoo.record;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The record types, groups and codebooks of {@code records.json}, immutable and in the order of that file.
 *
 * <p>Every codebook, group and type that a field names exists; a schema for which that does not hold is not read.
 */
public final class Schema {
    private final Map<String, RecordType> types;
    private final Map<String, Map<String, Field>> groups;
    private final Map<String, Codebook> codebooks;
    private final Set<String> codeSafeTypes;

    Schema(
            Map<String, RecordType> types,
            Map<String, Map<String, Field>> groups,
            Map<String, Codebook> codebooks,
            Set<String> codeSafeTypes) {
        this.types = Collections.unmodifiableMap(new LinkedHashMap<>(types));
        this.groups = Collections.unmodifiableMap(new LinkedHashMap<>(groups));
        this.codebooks = Collections.unmodifiableMap(new LinkedHashMap<>(codebooks));
        this.codeSafeTypes = Set.copyOf(codeSafeTypes);
    }

    /** The schema that this program writes, from its resource {@code records.json}. Read it once and pass it on. */
    public static Schema standard() {
        try (InputStream in = Schema.class.getResourceAsStream("/records.json")) {
            if (in == null) {
                throw new IllegalStateException("the resource records.json is missing");
            }
            return read(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * A schema from a stream, which keeps the order of fields that a parsed object would lose.
     *
     * @throws IOException if the stream fails or is not JSON
     * @throws IllegalArgumentException if a kind is unknown, or names a codebook, group or type that does not exist
     */
    public static Schema read(InputStream in) throws IOException {
        return new SchemaReader(new BufferedInputStream(in)).read();
    }

    /** All record types, by name. */
    public Map<String, RecordType> types() {
        return types;
    }

    /** The record type of this name, or null if it is not known. */
    public @Nullable RecordType type(String name) {
        return types.get(name);
    }

    /** The field of a type, or null if the type or the field is not known. */
    public @Nullable Field field(String typeName, String fieldName) {
        RecordType type = types.get(typeName);
        return type == null ? null : type.field(fieldName);
    }

    /** Whether records of this type travel in a bundle of scope {@code codes}; false for an unknown type. */
    public boolean codeSafe(String typeName) {
        return codeSafeTypes.contains(typeName);
    }

    /** The members of each group, by its name. */
    public Map<String, Map<String, Field>> groups() {
        return groups;
    }

    /** All codebooks, by name. */
    public Map<String, Codebook> codebooks() {
        return codebooks;
    }

    /** The codebook of this name, or null. */
    public @Nullable Codebook codebook(String name) {
        return codebooks.get(name);
    }

    /** The broader code that a code of a codebook counts under, or null. */
    public @Nullable String parentOf(String codebookName, String code) {
        Codebook codebook = codebooks.get(codebookName);
        return codebook == null ? null : codebook.parentOf(code);
    }
}
