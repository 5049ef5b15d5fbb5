/** Which package may know which, proved over the whole program, and proof that each rule can fail. */
@NullMarked
package org.jailoo.architecture;

import org.jspecify.annotations.NullMarked;
