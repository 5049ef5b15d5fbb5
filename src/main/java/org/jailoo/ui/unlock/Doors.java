package org.jailoo.ui.unlock;

import java.io.IOException;
import java.nio.file.Path;
import org.jailoo.ui.common.Opened;
import org.jailoo.ui.common.Watch;
import org.jspecify.annotations.Nullable;

/** The ways into a notebook. None of them keeps the passphrase. */
public interface Doors {
    /** Opens a notebook that is there. */
    Opened unlock(Path file, char[] passphrase);

    /** Where a new notebook is best kept, a file that is not there yet; null where only the person can say. */
    default @Nullable Path usual() {
        return null;
    }

    /** Makes a new one. */
    Opened create(Path file, char[] passphrase, String name) throws IOException;

    /** Makes a notebook of the sample data in a folder of its own, gone when it is closed. */
    Opened sample(Watch watch) throws IOException;
}
