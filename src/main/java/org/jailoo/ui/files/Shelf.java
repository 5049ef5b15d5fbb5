package org.jailoo.ui.files;

import java.util.function.Function;
import org.jailoo.app.AddFile;
import org.jailoo.app.HeldFile;
import org.jailoo.app.SaveCopy;
import org.jailoo.ui.common.FileDialogs;
import org.jailoo.ui.common.Prompts;
import org.jailoo.ui.common.Tasks;
import org.jspecify.annotations.Nullable;

/**
 * What the files of an open notebook are worked with.
 *
 * @param find the held file of a hash, null where it is not held
 */
public record Shelf(AddFile add, SaveCopy copy, Function<String, @Nullable HeldFile> find, Tasks tasks, Asking asking) {
    /** How the person is asked. */
    public record Asking(FileDialogs files, Prompts prompts) {}
}
