/**
 * Revisions, and the pure function from a set of revisions to the state of a record (bundle.md §3 and §4).
 *
 * <p>Nothing here reads a clock, a file or a database: two notebooks that hold the same revisions, bodies and accepted
 * purges derive the same state, byte for byte.
 */
@NullMarked
package org.jailoo.history;

import org.jspecify.annotations.NullMarked;
