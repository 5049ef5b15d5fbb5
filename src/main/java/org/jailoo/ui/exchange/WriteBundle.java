package org.jailoo.ui.exchange;

import java.nio.file.Path;
import org.jailoo.app.ImportResult;
import org.jailoo.notebook.Devices.Trust;
import org.jailoo.notebook.NotebookException;
import org.jailoo.ui.common.Failures;
import org.jailoo.ui.common.Sentence;
import org.jailoo.ui.exchange.Arrival.Seen;

/**
 * Writes a bundle that waits, off the window's thread, unless something is not as the person has seen it: a sender whom
 * she no longer trusts, or an erasure that she was not shown.
 */
final class WriteBundle {
    private final ReadBundle reader;

    WriteBundle(ReadBundle reader) {
        this.reader = reader;
    }

    /** What became of it. */
    sealed interface Outcome {}

    /** It is in the notebook. */
    record In(ImportResult result) implements Outcome {}

    /** It was left alone, and waits as it now looks. */
    record Left(ReadBundle.CanBeRead now, Sentence why) implements Outcome {}

    /** Its sender was blocked meanwhile. */
    record Blocked() implements Outcome {}

    /** Writes it, in one transaction; what it waited in is closed once it is written. */
    Outcome write(Seen seen) {
        Trust now = reader.trust(seen.sender().deviceId());
        if (now == Trust.BLOCKED) {
            return new Blocked();
        }
        if (seen.trusted() && now != Trust.TRUSTED) {
            return new Left(reader.look(seen.waiting()), Sentence.of("exchange.import.left.trust"));
        }
        if (seen.erases()) {
            ReadBundle.CanBeRead again = reader.look(seen.waiting());
            if (!seen.erased().containsAll(again.seen().erased())) {
                return new Left(again, Sentence.of("exchange.import.left.erases"));
            }
        }
        ImportResult result = seen.waiting().write();
        seen.waiting().close();
        return new In(result);
    }

    /** What is said where it could not be written. */
    static Sentence failed(Exception e, Path file) {
        return e instanceof NotebookException full && full.fault() == NotebookException.Fault.NOT_WRITABLE
                ? Sentence.of("exchange.import.disk")
                : Failures.of(e, file);
    }
}
