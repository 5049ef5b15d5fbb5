/**
 * Withdrawing: what an erasure would do before it is done, the erasures of others that wait for a person, how far each has
 * come, what is left to look at, and the custody log.
 */
@NullMarked
package org.jailoo.ui.withdrawal;

import org.jspecify.annotations.NullMarked;
