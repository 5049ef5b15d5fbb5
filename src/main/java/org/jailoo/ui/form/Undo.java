package org.jailoo.ui.form;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * The way back, and forth again, through what a person did in a form. What is typed goes back word by word; anything
 * else in the steps in which it was done.
 */
final class Undo {
    private static final int MOST = 500;
    /** In characters: what long narratives are kept of at most. */
    private static final long ROOM = 8_000_000;

    /**
     * How a form stood.
     *
     * @param misunderstood the words in fields where they were not understood
     */
    record Moment(Changes.Snapshot changes, Map<Place, String> misunderstood, long size) {}

    /** A change of the words in a field. */
    record Typing(Place place, String before, String after) {
        private int sign() {
            return Integer.signum(after.length() - before.length());
        }

        /** Whether this goes on with the word, or the deleting, of the one before it. */
        boolean goesOn(@Nullable Typing last) {
            return last != null
                    && place.equals(last.place)
                    && before.equals(last.after)
                    && sign() == last.sign()
                    && Math.abs(after.length() - before.length()) == 1
                    && (sign() < 0 || !(last.isGap() && !isGap()));
        }

        private boolean isGap() {
            int at = 0;
            int most = Math.min(before.length(), after.length());
            while (at < most && before.charAt(at) == after.charAt(at)) {
                at++;
            }
            return at < after.length() && Character.isWhitespace(after.charAt(at));
        }
    }

    private final Deque<Moment> back = new ArrayDeque<>();
    private final Deque<Moment> forth = new ArrayDeque<>();
    private Moment now;
    private @Nullable Typing last;
    private long kept;

    Undo(Moment now) {
        this.now = now;
    }

    /** Notes how the form stands after something was done; {@code typing} says that it was typing. */
    void note(Moment next, @Nullable Typing typing) {
        if (next.changes().equals(now.changes()) && next.misunderstood().equals(now.misunderstood())) {
            return;
        }
        if (typing == null || !typing.goesOn(last) || back.isEmpty()) {
            back.push(now);
            kept += now.size();
            while (back.size() > MOST || (kept > ROOM && back.size() > 1)) {
                kept -= back.removeLast().size();
            }
        }
        forth.clear();
        now = next;
        last = typing;
    }

    /** Takes how the form stands for the present: it came there by no step. */
    void stand(Moment present) {
        now = present;
        last = null;
    }

    /** How the form stood before the last step; null at the beginning. */
    @Nullable
    Moment back() {
        if (back.isEmpty()) {
            return null;
        }
        forth.push(now);
        now = back.pop();
        kept -= now.size();
        last = null;
        return now;
    }

    /** How it stood before the last step back; null where none was taken. */
    @Nullable
    Moment forth() {
        if (forth.isEmpty()) {
            return null;
        }
        back.push(now);
        kept += now.size();
        now = forth.pop();
        last = null;
        return now;
    }

    /** Sees every moment anew, as after a save, from which the form goes on otherwise. */
    void rebase(UnaryOperator<Changes.Snapshot> seen) {
        rebase(back, seen);
        rebase(forth, seen);
    }

    private static void rebase(Deque<Moment> moments, UnaryOperator<Changes.Snapshot> seen) {
        for (int i = moments.size(); i > 0; i--) {
            Moment moment = moments.removeFirst();
            moments.addLast(new Moment(seen.apply(moment.changes()), moment.misunderstood(), moment.size()));
        }
    }

    /** Begins anew: there is no way back to what another state of the record was made of. */
    void begin(Moment present) {
        back.clear();
        forth.clear();
        kept = 0;
        stand(present);
    }
}
