/**
 * Which numbers of a set of tables are not printed, so that none that counts a few people can be computed from the rest.
 *
 * <p>Knows numbers and what binds them, not tables. That a hidden number cannot be computed is never concluded: for each
 * there is another set of whole numbers that agrees with everything printed, and it was found.
 */
@NullMarked
package org.jailoo.smallcells;

import org.jspecify.annotations.NullMarked;
