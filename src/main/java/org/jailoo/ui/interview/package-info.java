/**
 * An interview as it is held: consent first, then who, where and how; the narrative, in which words are selected and
 * coded; what was asked and refused; help, referrals and translations. It lays its controls over the generated form of
 * the schema, and what consent does not open stays closed in the form itself.
 */
@NullMarked
package org.jailoo.ui.interview;

import org.jspecify.annotations.NullMarked;
