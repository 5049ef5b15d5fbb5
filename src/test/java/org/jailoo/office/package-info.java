/** Tests of files for office programs. */
@NullMarked
package org.jailoo.office;

import org.jspecify.annotations.NullMarked;
