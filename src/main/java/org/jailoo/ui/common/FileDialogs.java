package org.jailoo.ui.common;

import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks the person for files, as her system does it. */
public interface FileDialogs {
    /** A file that is there; null if she thought better of it. */
    @Nullable
    Path open(String title);

    /** Files that are there; empty if she thought better of it. */
    List<Path> openMany(String title);

    /** A folder that is there; null if she thought better of it. */
    default @Nullable Path folder(String title) {
        return null;
    }

    /** A file to be written; null if she thought better of it. */
    @Nullable
    Path save(String title, String suggestedName);
}
