package org.jailoo.bundle;

import java.security.MessageDigest;
import java.util.HexFormat;
import org.jailoo.history.Sha256;

/** The digest of what is inside a bundle, fed in file order (bundle.md §5). */
public final class BundleDigest {
    private final MessageDigest digest = Sha256.start();

    /** Adds a revision: its raw id, and whether its body is there. */
    public void revision(String id, boolean withBody) {
        digest.update(HexFormat.of().parseHex(id));
        digest.update((byte) (withBody ? 1 : 0));
    }

    /** Adds an attachment: its raw hash. */
    public void attachment(String sha256) {
        digest.update(HexFormat.of().parseHex(sha256));
    }

    /** The 64 hex digits; nothing can be added afterwards. */
    public String hex() {
        return HexFormat.of().formatHex(digest.digest());
    }
}
