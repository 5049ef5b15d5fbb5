package org.jailoo.record;

/**
 * A field of a record type, or a member of a group or of an item.
 *
 * @param sensitive free text or identifying: dropped from every output that is not for the team
 */
public record Field(String name, FieldKind kind, boolean sensitive) {}
