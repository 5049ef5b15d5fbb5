/**
 * The other devices: who is missing and what, whom this notebook trusts, and the team list.
 *
 * <p>The list stands in need's order. What needs a person's word, as trusting or blocking, takes the page's place until it
 * is said.
 */
@NullMarked
package org.jailoo.ui.devices;

import org.jspecify.annotations.NullMarked;
