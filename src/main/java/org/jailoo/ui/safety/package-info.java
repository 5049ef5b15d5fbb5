/**
 * What protects an open notebook: its recovery kit, its passphrase, new keys, and its end in an emergency. Everything that
 * cannot be taken back asks for the passphrase again, but for the end: whoever is at the door does not wait for that.
 */
@NullMarked
package org.jailoo.ui.safety;

import org.jspecify.annotations.NullMarked;
