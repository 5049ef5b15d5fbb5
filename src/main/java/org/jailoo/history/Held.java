package org.jailoo.history;

import org.jailoo.json.Json;
import org.jspecify.annotations.Nullable;

/**
 * A revision as a notebook holds it: what the state of its record is derived from.
 *
 * @param body null for a purge, and for an edit that is held without its body
 */
public record Held(Header header, Json.@Nullable Obj body) {}
