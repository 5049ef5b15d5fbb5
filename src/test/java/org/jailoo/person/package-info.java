/**
 * People who do not exist, with the names and spellings of Kyrgyz and Russian, by which the search for the same person is
 * measured. The generator was written before the search and does not know it.
 */
@NullMarked
package org.jailoo.person;

import org.jspecify.annotations.NullMarked;
