/**
 * The JSON subset of the bundle format: values, their canonical bytes (RFC 8785) and a strict streaming reader.
 *
 * <p>Everything that is hashed or signed passes through here, so the reader accepts exactly what the format allows and
 * the writer has one output per value.
 */
@NullMarked
package org.jailoo.json;

import org.jspecify.annotations.NullMarked;
