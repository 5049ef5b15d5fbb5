/**
 * The installers. What can be held against each other without making one is tested at every build; a .deb is made and
 * tried in a bare Debian with {@code -Djailoo.size=long}, see {@code installer/README.md}.
 */
@NullMarked
package org.jailoo.installer;

import org.jspecify.annotations.NullMarked;
