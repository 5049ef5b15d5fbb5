/**
 * What is recorded: record types, fields, codebooks, paths and the values that they hold, read from one resource.
 *
 * <p>The schema is data: a field added to {@code records.json} is validated, searched and shown without a line of Java.
 * Only {@link org.jailoo.record.Path} is about everything that a bundle may carry; the schema is about what this
 * program itself writes, and what it does not know it keeps.
 */
@NullMarked
package org.jailoo.record;

import org.jspecify.annotations.NullMarked;
