package org.jailoo.ui.exchange;

import java.nio.file.Path;
import java.util.Set;
import org.jailoo.app.ImportBundle.Waiting;
import org.jailoo.app.ImportResult;
import org.jailoo.identity.Card;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.ui.common.Sentence;
import org.jspecify.annotations.Nullable;

/**
 * A file that the person wants to import, and how far it has come.
 *
 * @param number its place in the order in which the files came; the same file may come again
 * @param progress how much of it has been read, 0 to 1, while it is read
 * @param seen what is known of it once it was verified
 * @param result what writing it would do, or did
 * @param stale whether something else was written since that was found out
 * @param claim what an unreadable or refused file says of itself
 * @param said why it was refused, or failed, or was left alone
 */
record Arrival(
        int number,
        Path file,
        Stage stage,
        double progress,
        @Nullable Seen seen,
        @Nullable ImportResult result,
        boolean stale,
        @Nullable Claim claim,
        @Nullable Sentence said) {
    /** How far. */
    enum Stage {
        /** In the queue. */
        QUEUED,
        /** Being read and verified. */
        READING,
        /** The person stopped the reading. */
        STOPPED,
        /** Verified; nothing is written. */
        READY,
        /** The person wants it written; it waits for its turn. */
        CHOSEN,
        /** Being written. */
        WRITING,
        /** In the notebook. */
        WRITTEN,
        /** Not taken; the notebook is as it was. */
        REFUSED,
        /** It holds the same bundle as another file of the list. */
        TWIN;

        /** Whether nothing more becomes of it by itself or by a button. */
        boolean isEnd() {
            return this == WRITTEN || this == REFUSED || this == TWIN;
        }
    }

    /**
     * A verified bundle that waits.
     *
     * @param trust what the notebook thinks of its sender
     * @param created when it was written, by the sender's clock
     * @param cameBefore when this very bundle was taken in, by this laptop's clock; null if never
     * @param likely how many of its new participants are likely here already, or twice in it
     * @param erased the records that it would erase here
     */
    record Seen(
            Waiting waiting,
            Card sender,
            Trust trust,
            String created,
            @Nullable String cameBefore,
            int likely,
            Set<String> erased) {
        boolean trusted() {
            return trust == Trust.TRUSTED;
        }

        boolean erases() {
            return waiting.bundle().counts().purges() > 0;
        }
    }

    /**
     * What a file says of itself, which nobody has checked.
     *
     * @param name of the device, as the notebook knows it; null where it does not
     */
    record Claim(
            String device, @Nullable String name, @Nullable String fingerprint, Trust trust, String created) {}

    static Arrival of(int number, Path file) {
        return new Arrival(number, file, Stage.QUEUED, 0, null, null, false, null, null);
    }

    Arrival queued() {
        return new Arrival(number, file, Stage.QUEUED, 0, null, null, false, null, null);
    }

    Arrival reading(double done) {
        return new Arrival(number, file, Stage.READING, done, null, null, false, null, null);
    }

    Arrival stopped() {
        return new Arrival(number, file, Stage.STOPPED, 0, null, null, false, null, null);
    }

    Arrival ready(Seen verified, ImportResult preview) {
        return new Arrival(number, file, Stage.READY, 1, verified, preview, false, null, null);
    }

    /** Waiting as before, with a word about why it was not written. */
    Arrival saying(Sentence why) {
        return new Arrival(number, file, Stage.READY, 1, seen, result, stale, null, why);
    }

    Arrival to(Stage next) {
        return new Arrival(number, file, next, 1, seen, result, stale, claim, next == Stage.READY ? said : null);
    }

    Arrival outdated() {
        return new Arrival(number, file, stage, progress, seen, result, true, claim, said);
    }

    Arrival written(ImportResult done) {
        return new Arrival(number, file, Stage.WRITTEN, 1, seen, done, false, null, null);
    }

    Arrival refused(@Nullable Claim who, Sentence why) {
        return new Arrival(number, file, Stage.REFUSED, 1, null, null, false, who, why);
    }

    Arrival refusedAfterAll(Sentence why) {
        return new Arrival(number, file, Stage.REFUSED, 1, seen, null, false, null, why);
    }

    Arrival twin(Seen verified, Sentence of) {
        return new Arrival(number, file, Stage.TWIN, 1, verified, null, false, null, of);
    }
}
