/**
 * Seasons of field work: a seeded script of what a dozen laptops do and what becomes of their bundles, played on the pure
 * core and on real notebooks, and held against a plain ledger that knows none of the product's rules but the text of the
 * format.
 */
@NullMarked
package org.jailoo.simulation;

import org.jspecify.annotations.NullMarked;
