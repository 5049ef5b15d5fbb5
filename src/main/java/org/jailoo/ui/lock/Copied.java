package org.jailoo.ui.lock;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What was copied out of the window and is not to stay on the clipboard. It keeps no word of it, only its hash. */
public final class Copied {
    /** How long it may stay. */
    public static final Duration STAYS = Duration.ofSeconds(30);

    /** The clipboard of the system, as far as it matters here. */
    public interface Board {
        /** A hash of what is on it; empty where nothing is, or where that cannot be told. */
        Optional<String> hash();

        void clear();
    }

    private final Board board;
    private @Nullable String before;
    private @Nullable String ours;
    private @Nullable Moment since;

    public Copied(Board board) {
        this.board = board;
    }

    /** Something may be copied now, as at Ctrl+C: what lies there already came from elsewhere. */
    public void before() {
        before = board.hash().orElse(null);
    }

    /** It may have been copied; whether it was. */
    public boolean after(Moment now) {
        String is = board.hash().orElse(null);
        if (is == null || (is.equals(before) && !is.equals(ours))) {
            return false;
        }
        ours = is;
        since = now;
        return true;
    }

    /** Time has passed. */
    public void look(Moment now) {
        if (since != null && now.since(since) >= STAYS.toMillis()) {
            end();
        }
    }

    /** Nothing is to stay. What somebody has copied elsewhere meanwhile is not touched. */
    public void end() {
        if (ours != null && board.hash().filter(ours::equals).isPresent()) {
            board.clear();
        }
        ours = null;
        since = null;
    }
}
