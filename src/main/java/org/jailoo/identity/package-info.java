/**
 * Who a device is and what it can prove: its keys, its card, its signatures, age envelopes, and the key file that a
 * passphrase opens.
 *
 * <p>Everything here is bytes in, bytes out. Nothing knows of the notebook or of bundles, and no object shows a secret
 * in its {@code toString}.
 */
@NullMarked
package org.jailoo.identity;

import org.jspecify.annotations.NullMarked;
