package org.jailoo.app;

import java.security.SecureRandom;
import java.time.Clock;
import java.util.List;
import org.jailoo.app.UndoPlan.Reversed;
import org.jailoo.app.UndoPlan.Way;
import org.jailoo.history.Content;
import org.jailoo.history.FormatException;
import org.jailoo.history.Header;
import org.jailoo.history.Revision;
import org.jailoo.notebook.Brought.InRecord;
import org.jailoo.notebook.BundleLog.Came;
import org.jailoo.notebook.CustodyLog;
import org.jailoo.notebook.CustodyLog.What;
import org.jailoo.notebook.Notebook;

/**
 * Undoes an import: until something stands on it, its revisions go back out as if it had never come; later the values of
 * before are written over it.
 *
 * <p>Looked at first, then done as it was seen, in one transaction, or not at all. What its sender said to hold stays
 * known: what went is from then on a gap, and is shown as one.
 */
public final class UndoImport {
    private final Notebook notebook;
    private final Clock clock;
    private final SecureRandom random = new SecureRandom();

    public UndoImport(Notebook notebook, Clock clock) {
        this.notebook = notebook;
        this.clock = clock;
    }

    /** The bundles that came in, the latest first. */
    public List<Came> came(int limit) {
        return notebook.reading(at -> at.log().came(limit));
    }

    /** What undoing a bundle would do now. */
    public UndoPlan look(long bundle, Steps steps) {
        return notebook.reading(at -> new PlanUndo(at, notebook.device().deviceId(), steps).plan(bundle));
    }

    /** What became of it. */
    public sealed interface Outcome {}

    /** It was done as it was seen. */
    public record Done(Way way) implements Outcome {}

    /** Nothing was done: the notebook is no longer what was looked at. */
    public record Changed(UndoPlan now) implements Outcome {}

    /**
     * Does what was looked at.
     *
     * @param steps told how far it is; what it throws takes all of it back
     */
    public Outcome undo(UndoPlan plan, Steps steps) {
        Outcome outcome = notebook.inTransaction(() -> {
            UndoPlan now = look(plan.bundle().key(), (done, of) -> {});
            if (!now.equals(plan) || plan.way() == Way.NONE) {
                return new Changed(now);
            }
            if (plan.way() == Way.TAKE_OUT) {
                takeOut(plan, steps);
            } else {
                revert(plan, steps);
            }
            return new Done(plan.way());
        });
        if (outcome instanceof Done done && done.way() == Way.TAKE_OUT) {
            notebook.scrub();
        }
        return outcome;
    }

    private void takeOut(UndoPlan plan, Steps steps) {
        String time = Content.timeText(clock.instant());
        long done = 0;
        for (InRecord in : plan.alone().records()) {
            steps.done(done++, plan.alone().records().size());
            notebook.changing(in.record(), () -> notebook.brought().takeOut(in));
        }
        notebook.brought().takenOut(plan.bundle().key(), plan.alone(), time);
        notebook.custody()
                .note(
                        time,
                        CustodyLog.Note.ofBundle(
                                What.IMPORT_UNDONE,
                                plan.bundle().bundle(),
                                plan.alone().revisions()));
    }

    private void revert(UndoPlan plan, Steps steps) {
        String time = Content.timeText(clock.instant());
        long done = 0;
        for (Reversed reversed : plan.reversed()) {
            steps.done(done++, plan.reversed().size());
            write(reversed, time);
        }
        notebook.log().reverted(plan.bundle().key(), time);
        notebook.custody()
                .note(
                        time,
                        CustodyLog.Note.ofBundle(
                                What.IMPORT_REVERTED,
                                plan.bundle().bundle(),
                                plan.reversed().size()));
    }

    private void write(Reversed reversed, String time) {
        byte[] salt = new byte[Content.SALT_BYTES];
        random.nextBytes(salt);
        Content content;
        try {
            content = Content.of(salt, time, reversed.body());
        } catch (FormatException e) {
            throw new IllegalStateException("it was seen to fit", e);
        }
        Header header = Header.edit(
                reversed.record(),
                reversed.type(),
                reversed.parents(),
                notebook.self(),
                notebook.revisions().nextSeq(notebook.self()),
                content.hash());
        Revision revision = Signing.sign(notebook, header, content);
        notebook.changing(reversed.record(), () -> notebook.revisions().add(revision, null));
        notebook.custody().note(time, CustodyLog.Note.ofRecord(What.CHANGE, reversed.record(), revision.id()));
    }
}
