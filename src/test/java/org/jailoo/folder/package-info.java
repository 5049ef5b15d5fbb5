/** What names, sizes and times of files tell, and what they do not. */
@NullMarked
package org.jailoo.folder;

import org.jspecify.annotations.NullMarked;
