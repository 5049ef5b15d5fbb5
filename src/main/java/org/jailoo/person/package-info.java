/**
 * Which records of participants may be of the same person: names folded over Kyrgyz and Russian, Cyrillic and Latin
 * spellings, candidates found without comparing all with all, and every candidate with its reasons and their weights.
 * Pure: no notebook, no clock. It suggests and never decides.
 */
@NullMarked
package org.jailoo.person;

import org.jspecify.annotations.NullMarked;
