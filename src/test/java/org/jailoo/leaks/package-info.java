/**
 * Secrets that must lie nowhere in clear: planted over every field there is, and looked for wherever a process may leave
 * something, stage by stage. What was looked at is counted, and every place is shown to be looked at.
 */
@NullMarked
package org.jailoo.leaks;

import org.jspecify.annotations.NullMarked;
