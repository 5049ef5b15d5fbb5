/**
 * Proofs of the tables and of the workbooks: what each counts, what each cell holds, and that nothing of it lies anywhere
 * else.
 */
@NullMarked
package org.jailoo.report;

import org.jspecify.annotations.NullMarked;
