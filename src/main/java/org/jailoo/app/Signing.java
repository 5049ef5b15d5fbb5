package org.jailoo.app;

import org.jailoo.history.Content;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.identity.Base64Text;
import org.jailoo.notebook.Notebook;
import org.jspecify.annotations.Nullable;

/** Signs revisions as the device of a notebook. */
final class Signing {
    private Signing() {}

    static Revision sign(Notebook notebook, Header header, @Nullable Content content) {
        return new Revision(header, Base64Text.encode(notebook.device().sign(header.signedBytes())), content);
    }
}
