package org.jailoo.app;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.jailoo.identity.KeyFileStore;

/** What a file is that was handed to the program from outside, as far as its name, its neighbours and first bytes tell. */
public enum FileKind {
    NOTEBOOK,
    BUNDLE,
    MISSING,
    UNKNOWN;

    private static final String ENDING = ".jailoo-notebook";

    /** Looks at a file; one that claims to be a notebook or a bundle is believed until it is opened. */
    public static FileKind of(Path file) {
        if (!Files.isRegularFile(file)) {
            return Files.exists(file) ? UNKNOWN : MISSING;
        }
        // People may give a notebook a name that tells nothing, but its keys lie beside it all the same.
        if (String.valueOf(file.getFileName()).toLowerCase(Locale.ROOT).endsWith(ENDING)
                || Files.exists(KeyFileStore.beside(file))) {
            return NOTEBOOK;
        }
        return BundlesIn.isLikely(file) ? BUNDLE : UNKNOWN;
    }
}
