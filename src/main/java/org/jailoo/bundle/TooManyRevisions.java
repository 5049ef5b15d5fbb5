package org.jailoo.bundle;

import java.io.IOException;

/** More is to be written than one bundle may hold (bundle.md, limits); nothing was written. */
public final class TooManyRevisions extends IOException {
    private static final long serialVersionUID = 1;

    TooManyRevisions() {
        super("more than " + Manifest.MAX_REVISIONS + " revisions");
    }
}
