/**
 * What two people wrote without knowing of each other, brought together: where the texts differ, word by word, and a
 * suggested combination of both.
 *
 * <p>Nothing here decides anything. A combination is a suggestion; only a person saves it, as an ordinary revision.
 */
@NullMarked
package org.jailoo.combine;

import org.jspecify.annotations.NullMarked;
