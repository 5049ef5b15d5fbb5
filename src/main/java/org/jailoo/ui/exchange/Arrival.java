package org.jailoo.ui.exchange;

import java.nio.file.Path;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.identity.Card;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A file that the person wants to import, and how far it has come.
 *
 * @param progress how much of it has been read, 0 to 1, while it is read
 * @param seen what is known of it once it was verified
 * @param result what writing it would do, or did
 * @param said why it was refused, or failed
 */
record Arrival(
        Path file,
        Stage stage,
        double progress,
        @Nullable Seen seen,
        @Nullable ImportResult result,
        @Nullable Sentence said) {
    /** How far. */
    enum Stage {
        /** In the queue. */
        QUEUED,
        /** Being read and verified. */
        READING,
        /** Verified; nothing is written. */
        READY,
        /** Being written. */
        WRITING,
        /** In the notebook. */
        WRITTEN,
        /** Not taken; the notebook is as it was. */
        REFUSED
    }

    /**
     * A verified bundle that waits.
     *
     * @param trusted whether its sender was trusted when it was read
     */
    record Seen(Waiting waiting, Card sender, boolean trusted, String created) {}

    static Arrival of(Path file) {
        return new Arrival(file, Stage.QUEUED, 0, null, null, null);
    }

    Arrival reading(double done) {
        return new Arrival(file, Stage.READING, done, null, null, null);
    }

    Arrival ready(Seen verified, ImportResult preview) {
        return new Arrival(file, Stage.READY, 1, verified, preview, null);
    }

    Arrival writing() {
        return new Arrival(file, Stage.WRITING, 1, seen, result, null);
    }

    Arrival written(ImportResult done) {
        return new Arrival(file, Stage.WRITTEN, 1, seen, done, null);
    }

    Arrival refused(Sentence why) {
        return new Arrival(file, Stage.REFUSED, 1, seen, null, why);
    }
}
