/** A house that breaks every rule once, so that the rules are known to be able to fail. Nothing uses it. */
@NullMarked
package org.jailoo.architecture.bad;

import org.jspecify.annotations.NullMarked;
